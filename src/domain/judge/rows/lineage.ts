import { isKeptInParts, keptOf } from '../../facts/entered/keeping';
import type { LineageAnswer } from '../../facts/entered/rules';
import { asSaid } from '../../facts/log/dating';
import type { FactIndex, SeriesFile } from '../../facts/log/fact-index';
import type { SeriesId } from '../../facts/things/occurrence';
import type { SeriesSeen } from '../../facts/things/series';
import { plainTitle } from '../../facts/things/title';
import { plannedOccurrences } from '../../observe/recurrence';
import { couldContinue, featuresOf } from '../../observe/same-meeting';
import { dayNumber } from '../../time/days';
import type { Instant } from '../../time/time';
import { localDate } from '../../time/zone';
import { type Plan, planOf } from '../evidence/plan';

/** The latest answer about each two series, whichever was named first. */
function latestAnswers(answers: readonly LineageAnswer[]): ReadonlyMap<string, LineageAnswer> {
  const latest = new Map<string, LineageAnswer>();
  for (const answer of answers) {
    const pair = pairOf(answer.earlier, answer.later);
    const other = latest.get(pair);
    if (other === undefined || asSaid(other, answer) < 0) latest.set(pair, answer);
  }
  return latest;
}

const pairOf = (a: SeriesId, b: SeriesId): string => JSON.stringify([a, b].sort());

/** The series that are one logical meeting with this one: joined by an answer, never silently (5.6). */
export function membersOf({ answers }: FactIndex, series: SeriesId): readonly SeriesId[] {
  const kin = new Map<SeriesId, SeriesId[]>();
  const link = (a: SeriesId, b: SeriesId) => kin.set(a, [...(kin.get(a) ?? []), b]);
  for (const { earlier, later, same } of latestAnswers(answers).values()) {
    if (!same) continue;
    link(earlier, later);
    link(later, earlier);
  }
  const members = new Set([series]);
  for (const member of members) for (const other of kin.get(member) ?? []) members.add(other);
  return [...members];
}

export const lastSeen = ({ seen }: SeriesFile): SeriesSeen | undefined => seen.at(-1);

/** Series by when they began; the first one gives the lineage its id. */
export function inOrder(files: readonly SeriesFile[]): readonly SeriesFile[] {
  const rank = (file: SeriesFile): number => {
    const seen = lastSeen(file);
    if (seen?.recurrence) return seen.first.start;
    return Number.POSITIVE_INFINITY;
  };
  return [...files].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x === y ? (a.id < b.id ? -1 : 1) : x - y;
  });
}

export interface SplitQuestion {
  readonly earlier: SeriesId;
  readonly later: SeriesId;
  readonly laterTitle: string;
  readonly laterStart: Instant;
}

/** 5.6: the new one starts within 7 days of the old one's end. */
const WITHIN_DAYS = 7;

/** Series that look like a continuation of a member, or that a member looks like one of; asked once each. */
export function splitQuestions(
  factIndex: FactIndex,
  members: readonly SeriesFile[],
): readonly SplitQuestion[] {
  const { owner } = factIndex.identity;
  const ours = new Set(members.map(({ id }) => id));
  const answered = latestAnswers(factIndex.answers);
  const questions: SplitQuestion[] = [];
  // What is kept in parts goes on as nothing: it is asked of a log of a whole series alone (10.3).
  const isWhole = ({ keeping }: SeriesFile) => !isKeptInParts(keptOf(keeping));
  const ask = (earlier: SeriesFile, later: SeriesFile) => {
    const [old, young] = [lastSeen(earlier), lastSeen(later)];
    if (!old?.recurrence || !young?.recurrence || answered.has(pairOf(earlier.id, later.id))) return;
    if (young.first.start <= old.first.start) return;
    const ended = lastDay(old, planOf(earlier));
    if (ended === null) return;
    const began = dayNumber(localDate(young.first.start, old.recurrence.zone));
    if (Math.abs(began - ended) > WITHIN_DAYS) return;
    if (!couldContinue(featuresOf(old, owner), featuresOf(young, owner))) return;
    const laterTitle = plainTitle(young.title);
    questions.push({ earlier: earlier.id, later: later.id, laterTitle, laterStart: young.first.start });
  };
  const organizers = new Set(members.map((file) => organizerOf(factIndex, file)));
  for (const other of factIndex.series.values()) {
    if (ours.has(other.id) || !organizers.has(organizerOf(factIndex, other))) continue;
    if (!members.some(isWhole) && !isBegun(other)) continue;
    for (const member of members) {
      ask(member, other);
      ask(other, member);
    }
  }
  return questions.sort((a, b) => a.laterStart - b.laterStart || (a.later < b.later ? -1 : 1));
}

const isBegun = ({ keeping }: SeriesFile): boolean => keeping.length > 0 && !isKeptInParts(keptOf(keeping));

function organizerOf({ identity }: FactIndex, file: SeriesFile): string | null {
  const seen = lastSeen(file);
  if (seen === undefined) return null;
  return seen.ownerOrganizes ? identity.owner.key : seen.organizer && identity.keyOf(seen.organizer.key);
}

/** Number of the day on which the series was over; null while it goes on. */
function lastDay({ recurrence, first }: SeriesSeen, plan: Plan): number | null {
  if (recurrence === null) return null;
  const ends: number[] = [];
  if (recurrence.lastDate !== null) ends.push(dayNumber(recurrence.lastDate));
  else if (recurrence.count !== null) {
    const all = plannedOccurrences(recurrence, { start: first.start - 1, end: Number.POSITIVE_INFINITY });
    const last = all.at(-1);
    if (last !== undefined) ends.push(dayNumber(last.date));
  }
  const over = plan.endedAt ?? plan.vanishedAt;
  if (over !== null) ends.push(dayNumber(localDate(over, recurrence.zone)));
  return ends.length === 0 ? null : Math.min(...ends);
}
