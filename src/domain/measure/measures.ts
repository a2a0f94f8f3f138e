import type { Telling } from '../facts/decided/catch-up-entry';
import type { Decision } from '../facts/decided/decision';
import type { MeasureName } from '../facts/things/measure-name';
import type { OccurrenceKey } from '../facts/things/occurrence';
import { isHeld, OUTCOMES, type Outcome, warningOf } from '../facts/things/outcomes';
import type { Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { minutesOf, type Span } from '../time/time';
import { isCounted, isCovered, isDue, undisputed } from './counted';
import { type OldCounts, oldCounts } from './old-counts';
import { type Consulted, occurrencesIn, toldOf } from './told';
import { FEWEST_FOR_PERCENT, percentOf, type Range, wilson } from './wilson';

/** A number that can explain itself: the occurrences in it, above and below the line. */
export interface Measure {
  readonly name: MeasureName;
  /** Number of the definition. */
  readonly rule: string;
  readonly count: number;
  /** null for plain counts (moves). */
  readonly of: number | null;
  /** Whole percent, null under 10 or under 80 % coverage (7.1). */
  readonly percent: number | null;
  /** 95 % Wilson interval in whole percent; null like `percent`, and for minutes. */
  readonly range: Range | null;
  readonly whyNoPercent: 'too-few' | 'coverage' | null;
  readonly counted: readonly OccurrenceKey[];
  readonly among: readonly OccurrenceKey[];
  /** How many of `of` (of the count, where there is none) are of months of which only counts are left (9). */
  readonly reduced?: number;
  /** Median hours to tell, for decisions-told. */
  readonly medianHours?: number | null;
}

export interface PersonMeasures {
  readonly person: Person;
  readonly measures: readonly Measure[];
}

/** Notice classes of the measures: cancellations and apologies alike (6). */
const WITH_NOTICE = OUTCOMES.filter((outcome) => warningOf(outcome) === 'with-notice');
const SHORT = OUTCOMES.filter((outcome) => warningOf(outcome) === 'short-notice');
const WITHOUT = OUTCOMES.filter((outcome) => warningOf(outcome) === 'none');
const SHORT_OR_NONE: readonly Outcome[] = [...SHORT, ...WITHOUT];

/** Every measure of section 6, of the whole lineage or of the occurrences that start in `span`. */
export function measuresOf(
  lineage: JudgedLineage,
  decisions: readonly Decision[],
  recaps: readonly Telling[],
  span?: Span,
  consulted: Consulted = {},
): readonly Measure[] {
  if (lineage.single === true) return [];
  const all = undisputed(lineage.occurrences, span);
  const due = all.filter(isDue);
  const counted = due.filter(isCounted);
  const old = oldCounts(lineage, span);
  const covered = isCovered(counted.length + old.counted, due.length + old.due);
  const share = (
    name: MeasureName,
    above: readonly JudgedOccurrence[],
    below: readonly JudgedOccurrence[],
    ...[aboveBefore, belowBefore]: readonly [number, number]
  ): Measure => ({
    ...shareOf(name, keysOf(above), keysOf(below), covered),
    ...ratio(above.length + aboveBefore, below.length + belowBefore, covered),
    ...from(belowBefore),
  });

  const held = counted.filter(({ outcome }) => isHeld(outcome));
  const among = (...outcomes: readonly (readonly Outcome[])[]) =>
    counted.filter(({ outcome }) => outcomes.flat().includes(outcome));
  const without = among(WITHOUT);
  const withNotice = among(WITH_NOTICE);
  const shortOrNone = among(SHORT_OR_NONE);
  const [oldHeld, oldWithout] = [old.of(isHeld), old.of((one) => WITHOUT.includes(one))];
  const oldWithNotice = old.of((one) => WITH_NOTICE.includes(one));
  const oldShort = old.of((one) => SHORT_OR_NONE.includes(one));

  return [
    share('went-ahead', held, counted, oldHeld, old.counted),
    share('there-when-it-started', held, [...held, ...without], oldHeld, oldHeld + oldWithout),
    share(
      'notice-given',
      withNotice,
      [...withNotice, ...shortOrNone],
      oldWithNotice,
      oldWithNotice + oldShort,
    ),
    share('short-or-no-notice', shortOrNone, counted, oldShort, old.counted),
    minutesTogether(counted, covered, old),
    ...movesOf(all, old),
    share('coverage', counted, due, old.counted, old.due),
    decisionsTold(lineage, { decisions, recaps, ...consulted }, covered, span),
  ];
}

const from = (reduced: number): Pick<Measure, 'reduced'> => (reduced === 0 ? {} : { reduced });

const keysOf = (occurrences: readonly JudgedOccurrence[]): readonly OccurrenceKey[] =>
  [...occurrences].sort((a, b) => a.effective.start - b.effective.start).map(({ key }) => key);

/** A share of whole things, with its percentage and range where there are enough of them and enough is known. */
export function shareOf(
  name: MeasureName,
  counted: readonly OccurrenceKey[],
  among: readonly OccurrenceKey[],
  covered: boolean,
): Measure {
  return { ...ratio(counted.length, among.length, covered), name, counted, among };
}

/** The numbers of a share: `count` of `of` things. */
export function ratio(
  count: number,
  of: number,
  covered: boolean,
): Pick<Measure, 'rule' | 'count' | 'of' | 'percent' | 'range' | 'whyNoPercent'> {
  const whyNoPercent = !covered ? 'coverage' : of < FEWEST_FOR_PERCENT ? 'too-few' : null;
  const shown = whyNoPercent === null;
  return {
    rule: '6',
    count,
    of,
    percent: shown ? percentOf(count, of) : null,
    range: shown ? wilson(count, of) : null,
    whyNoPercent,
  };
}

/** Minutes are no independent trials: a percentage, no range. What has no minutes counts 0 (3.4). */
function minutesTogether(counted: readonly JudgedOccurrence[], covered: boolean, old: OldCounts): Measure {
  const together = counted.reduce((sum, { minutesTogether }) => sum + (minutesTogether ?? 0), old.minutes);
  const planned = counted.reduce((sum, { effective }) => sum + minutesOf(effective), old.plannedMinutes);
  const all = counted.length + old.counted;
  const enough = ratio(all, all, covered);
  return {
    ...enough,
    name: 'minutes-together',
    count: together,
    of: planned,
    percent: enough.percent === null || planned <= 0 ? null : percentOf(together, planned),
    range: null,
    counted: keysOf(counted.filter(({ minutesTogether }) => (minutesTogether ?? 0) > 0)),
    among: keysOf(counted),
    ...from(old.counted),
  };
}

/** Each observed change once, also in excluded and unrecorded occurrences; straddling ranges are not short (6). */
function movesOf(all: readonly JudgedOccurrence[], old: OldCounts): readonly Measure[] {
  const open = all.filter(({ outcome }) => outcome !== 'upcoming' && outcome !== 'superseded');
  const count = (
    name: MeasureName,
    isOne: (move: JudgedOccurrence['moves'][number]) => boolean,
    before: number,
  ): Measure => ({
    name,
    rule: '6',
    count: open.reduce((sum, { moves }) => sum + moves.filter(isOne).length, before),
    of: null,
    percent: null,
    range: null,
    whyNoPercent: null,
    counted: keysOf(open.filter(({ moves }) => moves.some(isOne))),
    among: keysOf(open),
    ...from(before),
  });
  return [
    count('moves', () => true, old.moves),
    count(
      'short-notice-moves',
      ({ notice }) => notice.class === 'short-notice' || notice.class === 'after-start',
      old.shortNoticeMoves,
    ),
  ];
}

/** This one measures the owner, and nobody else. */
export function decisionsTold(
  lineage: JudgedLineage,
  basis: Consulted & { readonly decisions: readonly Decision[]; readonly recaps: readonly Telling[] },
  covered: boolean,
  span?: Span,
): Measure {
  const { needing, told, medianHours } = toldOf(lineage, basis.decisions, basis.recaps, basis, span);
  return {
    ...ratio(told.length, needing.length, covered),
    name: 'decisions-told',
    counted: occurrencesIn(told),
    among: occurrencesIn(needing),
    medianHours,
  };
}
