import { tellsOfClock } from '../../facts/log/dating';
import type { Fact } from '../../facts/log/fact';
import { type FactIndex, filing, type OccurrenceFile } from '../../facts/log/fact-index';
import type { History } from '../../facts/log/history';
import { wordsOn } from '../../facts/log/words-by-occurrence';
import { type OccurrenceKey, type SeriesId, seriesOf } from '../../facts/things/occurrence';
import { isHeld } from '../../facts/things/outcomes';
import type { Steps } from '../../pace';
import type { Instant } from '../../time/time';
import type { JudgedLineage } from '../judged/judged';
import { gatheringInput, type LineageInput, plansBetween } from '../rows/lineage-input';
import type { ListedOccurrence } from '../rows/listed-occurrence';
import { gatheringEntries } from '../rows/listed-occurrences';
import type { OccurrenceRow } from '../rows/rows';
import { cardOf } from './card';
import type { Judgement } from './judge-occurrence';
import { judgeEntry, type LineageContext, lineageContextOf } from './lineage-context';
import { nextInstant } from './next-instant';

/** Everything between the facts and a judged lineage. */
interface Workings {
  readonly series: SeriesId;
  readonly factIndex: FactIndex;
  readonly input: LineageInput;
  readonly entries: readonly ListedOccurrence[];
  readonly context: LineageContext;
  readonly judgements: readonly Judgement[];
  readonly now: Instant;
}

/** Kept as long as somebody holds the lineage: see `rejudge`. */
const workingsOf = new WeakMap<JudgedLineage, Workings>();

/**
 * Judges the lineage that contains a series: its occurrences with their outcomes, as of `now`. The facts may be in
 * any order, more than once, and about other series as well. Null when nothing is known about the series.
 * Step by step: ten years of a daily meeting take longer than a tap may wait.
 */
export function* judging(history: History, asked: SeriesId, now: Instant): Steps<JudgedLineage | null> {
  const factIndex = yield* filing(history);
  const series = factIndex.nameOf(asked);
  const input = yield* gatheringInput(factIndex, series, now);
  if (input === null) return null;
  const entries = yield* gatheringEntries(factIndex, input);
  yield;
  const context = lineageContextOf(factIndex, input, entries);
  const judgements: Judgement[] = [];
  for (const entry of entries) {
    judgements.push(judgeEntry(context, entry, now));
    yield;
  }
  return conclude({ series, factIndex, input, entries, context, judgements, now });
}

function conclude(workings: Workings): JudgedLineage {
  const { factIndex, input, entries, context, now } = workings;
  // 1: of a cancelled series, what was to be long after the message is a row only where it was held all the same.
  const judgements = workings.judgements.filter(
    ({ occurrence }, at) => !entries[at]?.row.onlyIfHeld || isHeld(occurrence.outcome),
  );
  const lineage: JudgedLineage = {
    ...cardOf(factIndex, input, entries, now),
    occurrences: judgements.map(({ occurrence }) => occurrence),
    splitQuestions: context.splitQuestions,
    unscheduled: context.unscheduled,
    unmatched: judgements.flatMap(({ occurrence, presence }) =>
      presence.unmatched.map((one) => ({ ...one, occurrence: occurrence.key })),
    ),
  };
  workingsOf.set(lineage, workings);
  return lineage;
}

/**
 * The same lineage at a later time, when nothing that came since reaches further than single occurrences (`reachOf`):
 * only those, and those that have begun or ended meanwhile, are judged again. `told`: all facts about each of them.
 * Null where that is not enough, and everything has to be judged.
 */
export function rejudge(
  before: JudgedLineage,
  told: ReadonlyMap<OccurrenceKey, readonly Fact[]>,
  now: Instant,
): JudgedLineage | null {
  const workings = workingsOf.get(before);
  if (workings === undefined || !staysInReach(workings, now)) return null;
  // What tells of a wrong clock tells it of other days as well.
  if (workings.factIndex.clocksDiffer || [...told.values()].some((facts) => facts.some(tellsOfClock)))
    return null;
  const { input, context } = workings;
  const { owner } = workings.factIndex.identity;
  const words = new Map([...told].map(([key, facts]) => [key, wordsOn(key, { owner, facts })]));
  const found = new Set<OccurrenceKey>();
  const retell = (file: OccurrenceFile): OccurrenceFile => {
    const newer = words.get(file.key);
    if (newer === undefined) return file;
    found.add(file.key);
    return { ...file, ...newer };
  };
  const entries = workings.entries.map((entry) => entryWith(entry, retell));
  const ours = new Set([...input.files, ...input.guests].map(({ id }) => id));
  // CheckInReading of a day that is no occurrence of the log: the whole judgement knows where it belongs.
  if ([...told.keys()].some((key) => ours.has(seriesOf(key)) && !found.has(key))) return null;
  const judgements = entries.map((entry, at) => {
    const judgement = workings.judgements[at];
    const stands =
      judgement !== undefined && entry === workings.entries[at] && !turns(judgement, workings.now, now);
    return stands ? judgement : judgeEntry(context, entry, now);
  });
  const rows = input.rows.map((row) => rowWith(row, retell));
  return conclude({ ...workings, input: { ...input, rows }, entries, judgements, now });
}

/** Time alone brings occurrences into the log, and of what nobody keeps, takes some out (1). */
const staysInReach = ({ series, input, now: then }: Workings, now: Instant): boolean =>
  now >= then &&
  input.kept.since !== null &&
  input.files.some(({ id }) => id === series) &&
  !plansBetween(input, then, now);

/** Time alone changes an outcome when the occurrence begins, and when it is over. */
function turns({ occurrence }: Judgement, then: Instant, now: Instant): boolean {
  const next = nextInstant({ occurrences: [occurrence] }, then);
  return next !== null && next <= now;
}

type Retell = (file: OccurrenceFile) => OccurrenceFile;

function rowWith(row: OccurrenceRow, retell: Retell): OccurrenceRow {
  const file = retell(row.file);
  return file === row.file ? row : { ...row, file };
}

/** An occurrence can be spoken of under several keys (5.3, 5.6). */
function entryWith(entry: ListedOccurrence, retell: Retell): ListedOccurrence {
  const row = rowWith(entry.row, retell);
  const guests = entry.guests.map(retell);
  const invitation = entry.renewedBy === null ? null : rowWith(entry.renewedBy.invitation, retell);
  const renewedBy = entry.renewedBy && invitation && { ...entry.renewedBy, invitation };
  const stands =
    row === entry.row &&
    guests.every((guest, at) => guest === entry.guests[at]) &&
    invitation === (entry.renewedBy?.invitation ?? null);
  return stands ? entry : { ...entry, row, guests, renewedBy };
}
