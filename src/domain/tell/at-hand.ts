import type { Decision } from '../facts/decided/decision';
import type { OccurrenceKey } from '../facts/things/occurrence';
import { eachOnce } from '../facts/things/people';
import { addressKey, type Person } from '../facts/things/person';
import type { JudgedLineage } from '../judge/judged/judged';
import { isThereInPart, thereAt } from '../judge/questions/there';
import { DAY, type Instant } from '../time/time';

/** An occurrence of a kept meeting, or a kept single meeting, that a decision can be made in (10.2). */
export interface Occasion {
  readonly key: OccurrenceKey;
  readonly title: string;
  readonly start: Instant;
  /** Who was there, as far as that is recorded (11.4). */
  readonly there: readonly Person[];
}

/** What can be chosen while a decision is written: where it is made, and who can be named (10.4). */
export interface AtHand {
  readonly occasions: readonly Occasion[];
  readonly people: readonly Person[];
}

/** So long ago somebody still writes down what was decided, and so long before it begins. */
const BEHIND = 14 * DAY;
const AHEAD = DAY;
/** As many as one looks through. */
const MOST = 30;

/** The occurrences around now, the newest first. */
export const occasionsNear = (lineages: readonly JudgedLineage[], now: Instant): readonly Occasion[] =>
  lineages
    .flatMap(({ title, occurrences }) =>
      occurrences
        .filter(
          ({ outcome, effective: { start } }) =>
            outcome !== 'superseded' && start > now - BEHIND && start < now + AHEAD,
        )
        .map((one): Occasion => {
          const { key, effective } = one;
          const there = thereAt(one).filter((other) => !isThereInPart(one, other));
          return { key, title, start: effective.start, there: there.map(({ person }) => person) };
        }),
    )
    .sort((a, b) => b.start - a.start || (a.key < b.key ? -1 : 1))
    .slice(0, MOST);

/** Everybody of kept meetings and of earlier decisions, each once, by name. */
export const peopleAtHand = (
  lineages: readonly Pick<JudgedLineage, 'people' | 'members'>[],
  decisions: readonly Decision[],
): readonly Person[] =>
  eachOnce([
    ...lineages.flatMap(({ people, members }) => [...people, ...members.map(({ person }) => person)]),
    ...decisions.flatMap(({ accountable, informed, responsible = [], consulted = [] }) => [
      accountable,
      ...informed,
      ...responsible,
      ...consulted,
    ]),
  ]).toSorted((a, b) => a.name.localeCompare(b.name) || (a.key < b.key ? -1 : 1));

/** A whole address and nothing else, or a name with its address behind it. */
const ADDRESS = /^(?:[^<>@]*<)?([^\s<>@,;"/]+@[^\s<>@,;"/.]+(?:\.[^\s<>@,;"/.]+)+)>?$/;
const ADDRESS_MAX = 254;

/** Whom a typed text names: somebody at hand by address or by a name that is theirs alone, else an address; null: nobody. */
export function personTyped(typed: string, atHand: readonly Person[]): Person | null {
  const text = typed.trim();
  const address = addressKey(text.length > ADDRESS_MAX ? '' : (ADDRESS.exec(text)?.[1] ?? ''));
  const wanted = text.toLowerCase();
  const named = atHand.filter(
    ({ name, ...person }) =>
      (address !== '' && [person.address, ...(person.otherAddresses ?? [])].includes(address)) ||
      (wanted !== '' && name.toLowerCase() === wanted),
  );
  if (named.length === 1) return named[0] ?? null;
  return address === '' ? null : { key: address, name: address, address };
}
