import { decidedWithoutAsking } from '../agree/own-asking';
import type { Telling } from '../facts/decided/catch-up-entry';
import type { Decision } from '../facts/decided/decision';
import { isClosed, recapState } from '../facts/decided/sending';
import type { OccurrenceKey } from '../facts/things/occurrence';
import { type PersonOutcome, sentApologies, wasDue, wasPresent } from '../facts/things/outcomes';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson, Notice } from '../judge/judged/judged';
import { isOfLineage } from '../judge/judged/of-lineage';
import { absenteesOf, needsRecap } from '../judge/questions/missed';
import { recapTime } from '../judge/questions/recap-time';
import { DAY, type Instant, type Span } from '../time/time';
import { isCovered, undisputed } from './counted';
import { decisionsTold, type Measure, type PersonMeasures, shareOf } from './measures';
import { type Consulted, hearingIn, type Told, toldOf } from './told';

/** One person in one occurrence. */
interface TrendPart {
  readonly key: OccurrenceKey;
  readonly occurrence: JudgedOccurrence;
  readonly one: JudgedPerson;
}

/** Away and not-expected people are out of the denominators (4.2). */
const NOT_DUE: readonly (PersonOutcome | null)[] = [null, 'away', 'not-expected'];

/**
 * The measures of section 6 of one person, as far as they are about a person: there when it started, notice of their
 * apologies, and how much is recorded. Only occurrences in which they were needed.
 */
export function measuresOfPerson(lineage: JudgedLineage, person: Person, span?: Span): PersonMeasures {
  if (lineage.single === true) return { person, measures: [] };
  const due = partsOf(lineage, person, span).filter(
    ({ occurrence, one }) => wasDue(occurrence.outcome) && !NOT_DUE.includes(one.outcome),
  );
  const recorded = due.filter(({ one }) => one.outcome !== 'not-recorded');
  const covered = isCovered(recorded.length, due.length);
  const having = (isOne: (outcome: PersonOutcome | null) => boolean) =>
    due.filter(({ one }) => isOne(one.outcome)).map(({ key }) => key);

  const present = having(wasPresent);
  const silent = having((outcome) => outcome === 'not-present-no-message');
  const withNotice = having((outcome) => outcome === 'apologies-with-notice');
  const short = having((outcome) => outcome === 'apologies-short-notice');
  const measures: readonly Measure[] = [
    shareOf('there-when-it-started', present, [...present, ...silent], covered),
    shareOf('notice-given', withNotice, [...withNotice, ...short, ...silent], covered),
    shareOf(
      'coverage',
      recorded.map(({ key }) => key),
      due.map(({ key }) => key),
      covered,
    ),
  ];
  return { person, measures };
}

function partsOf(lineage: JudgedLineage, person: Person, span?: Span): readonly TrendPart[] {
  return undisputed(lineage.occurrences, span).flatMap((occurrence) => {
    const one = occurrence.people.find((other) => other.needed && isSamePerson(other.person, person));
    return one === undefined ? [] : [{ key: occurrence.key, occurrence, one }];
  });
}

/** "Your side": what the same log says about its owner. */
export interface OwnSide {
  /** Occurrences left out because the owner was not there. */
  readonly absences: readonly OccurrenceKey[];
  readonly apologies: readonly { readonly occurrence: OccurrenceKey; readonly notice: Notice | null }[];
  readonly joinedLater: readonly OccurrenceKey[];
  /** Something was decided there that somebody who missed it was not told, and no recap went that could have gone. */
  readonly recapsNotSent: readonly OccurrenceKey[];
  readonly decisionsTold: Measure;
  /** Told more than a day after they were made, or not yet. */
  readonly toldLate: readonly Decision[];
  /** Somebody had asked to be heard before, and nothing is recorded of it. */
  readonly decidedWithoutAsking: readonly Decision[];
}

/** What was asked and agreed, and what time it is, where that is known. */
export interface OwnBasis extends Consulted {
  /** Without it nothing is still to come. */
  readonly now?: Instant;
}

export function ownSide(
  lineage: JudgedLineage,
  decisions: readonly Decision[],
  recaps: readonly Telling[],
  { now = Number.POSITIVE_INFINITY, ...consulted }: OwnBasis = {},
): OwnSide {
  const { consulting = [], agreements = [] } = consulted;
  const all = undisputed(lineage.occurrences);
  const states = recapState(recaps);
  const hearing = hearingIn(lineage, recaps, consulted);
  const own = all.flatMap((occurrence) =>
    occurrence.people
      .filter(({ isOwner }) => isOwner)
      .map(({ outcome, notice }) => ({ occurrence: occurrence.key, outcome, notice })),
  );
  return {
    // Leave that is still to come is no absence yet.
    absences: all
      .filter(({ outcome, effective }) => outcome === 'excluded-own-absence' && effective.start <= now)
      .map(({ key }) => key),
    apologies: own
      .filter(({ outcome }) => sentApologies(outcome))
      .map(({ occurrence, notice }) => ({ occurrence, notice })),
    joinedLater: own
      .filter(({ outcome }) => outcome === 'present-joined-later')
      .map(({ occurrence }) => occurrence),
    recapsNotSent: all
      .filter((occurrence) => needsRecap(occurrence) && !isClosed(states.get(occurrence.key)))
      // What may not go yet was not left out: a holiday to come, one that is still going on (13.4).
      .filter((occurrence) => recapTime(occurrence, now)?.notBefore === null)
      // Where nothing was decided, or all was told from elsewhere, there was nothing to send (13.1, 13.4).
      .filter((occurrence) =>
        decisions.some(
          (one) =>
            one.occurrence === occurrence.key &&
            hearing(one).some(({ person, told }) => told === null && hasMissed(occurrence, person)),
        ),
      )
      .map(({ key }) => key),
    decisionsTold: decisionsTold(lineage, { decisions, recaps, ...consulted }, true),
    toldLate: toldLate(toldOf(lineage, decisions, recaps, consulted), now),
    decidedWithoutAsking: decidedWithoutAsking(
      decisions.filter((one) => isOfLineage(lineage, one)),
      consulting,
      agreements,
      [...(consulted.elsewhere ?? []), ...lineage.occurrences],
    ),
  };
}

/** A day is what a person who was not there can be expected to wait for: each of them, not only the first. */
const toldLate = ({ needing, later }: Told, now: Instant): readonly Decision[] =>
  needing.filter(
    (one) =>
      one.proposed !== true && later.get(one)?.some((at) => Math.min(now, at ?? now) - one.decidedAt > DAY),
  );

const hasMissed = (occurrence: JudgedOccurrence, person: Person): boolean =>
  absenteesOf(occurrence).some((one) => isSamePerson(one.person, person));
