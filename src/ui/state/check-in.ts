import { computed, signal } from '@preact/signals';

import type { PersonSaid, PersonSaying, Saying } from '../../domain/check-in';
import type { JudgedOccurrence, JudgedPerson } from '../../domain/judged';
import type { PersonKey } from '../../domain/person';
import { instantOfField } from '../words/times';
import type { PaneState } from './pane';

export interface PersonField {
  readonly said: PersonSaying | '';
  /** As a `datetime-local` field has it. */
  readonly when: string;
}

/** Asking what happened: one tap saves; `Adjust` says more; `Undo` takes the last answer back. */
export function createCheckInState(pane: PaneState, occurrence: JudgedOccurrence) {
  const { desk } = pane;
  const busy = signal(false);
  const adjusting = signal(false);
  const minutes = signal('');
  const people = signal<Readonly<Record<PersonKey, PersonField>>>({});
  const fault = signal<'minutes' | null>(null);

  const others = occurrence.people.filter(({ isOwner, role }) => !isOwner && role !== 'resource');
  const answer = computed(() => saidOf(current()));
  const current = () => pane.occurrences.value.find(({ key }) => key === occurrence.key) ?? occurrence;

  /** One at a time: a second tap while the first is being saved does nothing. */
  const alone = async (act: () => Promise<unknown>) => {
    if (busy.peek()) return false;
    busy.value = true;
    const done = await pane.attempt(async () => {
      await act();
      return true;
    });
    busy.value = false;
    return done === true;
  };

  return {
    busy,
    adjusting,
    minutes,
    people,
    fault,
    others,
    answer,
    say: (said: Saying) => {
      pane.choose(occurrence.key);
      return alone(() => desk.checkIn(occurrence.key, { said, minutes: null, people: [] }));
    },
    undo: (entry: string) => {
      pane.choose(occurrence.key);
      return alone(() => desk.undo(entry));
    },
    startAdjusting: () => {
      pane.choose(occurrence.key);
      const { checkIn, minutesTogether, grade } = current();
      minutes.value = checkIn !== null && grade === 'noted' && minutesTogether ? `${minutesTogether}` : '';
      people.value = Object.fromEntries(
        current().people.map((person) => [person.person.key, fieldOf(person, pane)]),
      );
      fault.value = null;
      adjusting.value = true;
    },
    setPerson: (key: PersonKey, change: Partial<PersonField>) => {
      const before = people.value[key] ?? { said: '', when: '' };
      const when = before.when === '' ? pane.time.value.field(desk.clock()) : before.when;
      people.value = { ...people.value, [key]: { ...before, when, ...change } };
    },
    save: async () => {
      const given = minutes.value.trim();
      const count = given === '' ? null : Number(given);
      if (count !== null && !(count >= 0 && count <= 1440)) {
        fault.value = 'minutes';
        return;
      }
      const said = count !== null ? 'we-met' : answer.value;
      const named = others.flatMap(({ person }) => personSaid(person.key, people.value[person.key], pane));
      const saved = await alone(() => desk.checkIn(occurrence.key, { said, minutes: count, people: named }));
      if (saved) adjusting.value = false;
    },
  };
}
export type CheckInState = ReturnType<typeof createCheckInState>;

function personSaid(person: PersonKey, field: PersonField | undefined, pane: PaneState): PersonSaid[] {
  if (field === undefined || field.said === '') return [];
  const wordAt = field.said === 'sent-word' ? instantOfField(field.when, pane.zone.value) : null;
  return [{ person, said: field.said, wordAt }];
}

const SAYINGS_BY_REASON: Readonly<Record<string, Saying>> = {
  'we-met': 'we-met',
  'nobody-joined': 'nobody-joined',
  'nobody-joined-too-early': 'nobody-joined',
  'agreed-to-skip': 'agreed-to-skip',
  'i-was-not-there': 'i-was-not-there',
};

/** What the check-in that counts said, as its reason tells. */
export function saidOf({ checkIn, reasons }: JudgedOccurrence): Saying | null {
  if (checkIn === null) return null;
  const said = reasons.findLast(({ fact, what }) => fact === checkIn.id && what in SAYINGS_BY_REASON);
  return said === undefined ? null : (SAYINGS_BY_REASON[said.what] ?? null);
}

/** What the owner noted about a person before: only notes are offered again, never what a report says. */
function fieldOf({ outcome, grade, reasons }: JudgedPerson, pane: PaneState): PersonField {
  const word = reasons.findLast(({ what }) => what === 'sent-word');
  const when = word === undefined ? '' : pane.time.value.field(word.at);
  if (word !== undefined) return { said: 'sent-word', when };
  if (grade !== 'noted' || outcome === null) return { said: '', when };
  if (outcome.startsWith('present')) return { said: 'was-there', when };
  if (outcome === 'not-present-no-message') return { said: 'missing', when };
  if (outcome === 'delegate-attended') return { said: 'sent-somebody', when };
  return { said: outcome === 'away' ? 'away' : '', when };
}
