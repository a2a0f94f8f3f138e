import type { Decision } from '../facts/decided/decision';
import { isErasedKey } from '../facts/entered/erasure';
import type { OccurrenceKey } from '../facts/things/occurrence';
import { eachOnce } from '../facts/things/people';
import { addressKey, type Person } from '../facts/things/person';
import type { JudgedLineage } from '../judge/judged/judged';
import { presentAt } from '../judge/questions/there';
import { fail, ok, type Result } from '../result';
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
const MOST = 100;

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
          return { key, title, start: effective.start, there: presentAt(one) };
        }),
    )
    .sort((a, b) => b.start - a.start || (a.key < b.key ? -1 : 1))
    .slice(0, MOST);

/** Those in which what was in a state since then can have got a later one (10.2). */
export const occasionsSince = <At extends { readonly start: Instant }>(
  occasions: readonly At[],
  since: Instant,
): readonly At[] => occasions.filter(({ start }) => start >= since);

/** Everybody of kept meetings and of earlier decisions, each once, by name; nobody who was erased. */
export const peopleAtHand = (
  ofMeetings: readonly Person[],
  decisions: readonly Decision[],
): readonly Person[] =>
  eachOnce([
    ...ofMeetings,
    ...decisions.flatMap(({ accountable, informed, responsible = [], consulted = [] }) => [
      accountable,
      ...informed,
      ...responsible,
      ...consulted,
    ]),
  ])
    .filter(({ key }) => !isErasedKey(key))
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.key < b.key ? -1 : 1));

/** A whole address and nothing else, or a name with its address behind it. */
const ADDRESS = /^(?:[^<>@]*<)?([^\s<>@,;"/]+@[^\s<>@,;"/.]+(?:\.[^\s<>@,;"/.]+)+)>?$/;
const ADDRESS_MAX = 254;

/** Of a name that several people have neither is taken: their addresses tell. */
export type NobodyTyped = 'nobody' | 'several';

/** Whom a typed text names: somebody at hand by address or by a name that is theirs alone, else anybody by their address. */
export function personTyped(typed: string, atHand: readonly Person[]): Result<Person, NobodyTyped> {
  const text = typed.trim();
  const address = addressKey(text.length > ADDRESS_MAX ? '' : (ADDRESS.exec(text)?.[1] ?? ''));
  const wanted = text.toLowerCase();
  const named = atHand.filter(
    ({ name, ...person }) =>
      (address !== '' && [person.address, ...(person.otherAddresses ?? [])].includes(address)) ||
      (wanted !== '' && name.toLowerCase() === wanted),
  );
  const [first, ...others] = named;
  if (first !== undefined && others.length === 0) return ok(first);
  if (address !== '') return ok({ key: address, name: address, address });
  return fail(first === undefined ? 'nobody' : 'several');
}
