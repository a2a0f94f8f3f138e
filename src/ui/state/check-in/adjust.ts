import { signal } from '@preact/signals';
import type { PersonSaid, PersonSaying } from '../../../domain/facts/entered/check-in';
import { wasPresent } from '../../../domain/facts/things/outcomes';
import type { PersonKey } from '../../../domain/facts/things/person';
import type { JudgedPerson } from '../../../domain/judge/judged/judged';
import { instantOfField } from '../../words/typed-time';
import type { PaneState } from '../pane';
import type { CheckInState } from './check-in';

export interface PersonField {
  readonly said: PersonSaying | '';
  /** As a `datetime-local` field has it. */
  readonly when: string;
}

const MOST_MINUTES = 1440;

/** Saying more than a tap can: minutes, and who. Starts from what was noted before, never from a report. */
export function createAdjustState(pane: PaneState, checkIn: CheckInState) {
  const { checkIn: noted, minutesTogether, grade, people: all } = checkIn.current.peek();
  const minutes = signal(noted !== null && grade === 'noted' && minutesTogether ? `${minutesTogether}` : '');
  const people = signal<Readonly<Record<PersonKey, PersonField>>>(
    Object.fromEntries(all.map((one) => [one.person.key, fieldOf(one, pane)])),
  );
  const fault = signal(false);
  // Who was not asked to this one has no part in the question.
  const others = all.filter(
    ({ isOwner, role, invited }) => !isOwner && role !== 'resource' && invited !== false,
  );
  return {
    minutes,
    people,
    fault,
    others,
    setPerson: (key: PersonKey, change: Partial<PersonField>) => {
      const before = people.value[key] ?? { said: '', when: '' };
      const when = before.when === '' ? pane.time.value.field(pane.actions.clock()) : before.when;
      people.value = { ...people.value, [key]: { ...before, when, ...change } };
    },
    save: async () => {
      const given = minutes.value.trim();
      const count = given === '' ? null : Number(given);
      fault.value = count !== null && !(count >= 0 && count <= MOST_MINUTES);
      if (fault.value) return;
      const named = others.flatMap(({ person }) => personSaid(person.key, people.value[person.key], pane));
      const said = count === null ? checkIn.answer.value : 'we-met';
      const saved = await checkIn.note({ said, minutes: count, people: named });
      if (saved) checkIn.changing.value = null;
    },
  };
}
export type AdjustState = ReturnType<typeof createAdjustState>;

function personSaid(person: PersonKey, field: PersonField | undefined, pane: PaneState): PersonSaid[] {
  if (field === undefined || field.said === '') return [];
  const wordAt = field.said === 'sent-word' ? instantOfField(field.when, pane.zone.value) : null;
  return [{ person, said: field.said, wordAt }];
}

function fieldOf({ outcome, grade, reasons }: JudgedPerson, pane: PaneState): PersonField {
  const word = reasons.findLast(({ what }) => what === 'sent-word');
  const when = word === undefined ? '' : pane.time.value.field(word.at);
  if (word !== undefined) return { said: 'sent-word', when };
  if (grade !== 'noted' || outcome === null) return { said: '', when };
  if (wasPresent(outcome)) return { said: 'was-there', when };
  if (outcome === 'not-present-no-message') return { said: 'missing', when };
  if (outcome === 'delegate-attended') return { said: 'sent-somebody', when };
  return { said: outcome === 'away' ? 'away' : '', when };
}
