import { decisionName } from '../../domain/facts/decided/decision';
import { isSamePerson, type Person } from '../../domain/facts/things/person';
import type { SourceQuote } from '../../domain/facts/things/source-quote';
import { promisesWith } from '../../domain/promises/promise-history';
import type { WholeRecord } from '../../domain/tell/whole-record';
import type { Instant } from '../../domain/time/time';
import { placeWords } from '../text/quoted-words';

interface Made {
  readonly at: Instant;
  readonly what: string;
  readonly quoted: SourceQuote;
}

/** What one person said in a transcript, and what was made of it that is not theirs: a line each (9). */
export function quoteLines(
  { decisions, points, promises }: Pick<WholeRecord, 'decisions' | 'points' | 'promises'>,
  person: Person,
): readonly { readonly at: Instant; readonly said: string }[] {
  const theirs = new Set(promisesWith(promises, person).map(({ promise }) => promise.id));
  const made = (at: Instant, what: string, quoted: SourceQuote | undefined): readonly Made[] =>
    quoted === undefined ? [] : [{ at, what, quoted }];
  return [
    ...decisions.flatMap((one) => made(one.recordedAt, decisionName(one), one.quoted)),
    ...points
      .filter(({ point }) => point.person === null || !isSamePerson(point.person, person))
      .flatMap(({ point, name }) => made(point.raisedAt, name, point.quoted)),
    ...promises
      .filter(({ promise }) => !theirs.has(promise.id))
      .flatMap(({ promise }) => made(promise.saidAt, 'a promise', promise.quoted)),
  ]
    .filter(({ quoted }) => quoted.speaker === person.name)
    .map(({ at, what, quoted }) => ({
      at,
      said: `“${quoted.quote}” (${placeWords(quoted)}): ${what} was made of it.`,
    }));
}
