import type { SeriesFile } from '../../facts/log/fact-index';
import { CLOCK_SKEW, isAnswer, type NoticeMail } from '../../facts/observed/notice-mail';
import { type OccurrenceKey, occurrenceKey } from '../../facts/things/occurrence';
import { isInstant } from '../../facts/things/sane-time';
import type { Recurrence, SeriesSeen } from '../../facts/things/series';
import { type Planned, plannedOccurrences } from '../../observe/recurrence';
import { DAY, type Instant, type LocalDate, type Span } from '../../time/time';

/** A rule of a series, and from when it was known to be the rule. Null: the series ended. */
interface Version {
  readonly recurrence: Recurrence | null;
  /** When it was announced by mail, else first sighted (1); the first one always was. */
  readonly from: Instant;
  readonly seenAt: Instant;
  /** The series did not end, it was cancelled. */
  readonly farewell?: Farewell;
}

/** 1: how a whole series was cancelled: by a message, or as the calendar showed it first. */
export interface Farewell {
  readonly at: Instant;
  readonly mail: NoticeMail | null;
  readonly seen: SeriesSeen | null;
}

/** 1: of a cancelled series, what would have started within so much time of the message is cancelled. */
const CANCELLED_WITHIN = 7 * DAY;

/** What a series planned, in the order of its rules. */
export interface Plan {
  readonly versions: readonly Version[];
  /** The series disappeared without a word, and nobody has said what became of it (1). */
  readonly vanishedAt: Instant | null;
  /** The rule in force now, or the last one there was. */
  readonly recurrence: Recurrence | null;
  /** When the series was over, where something said so. */
  readonly endedAt: Instant | null;
}

const plans = new WeakMap<SeriesFile, Plan>();

/** Asked about a series by every other one of the same organizer, so it is made once. */
export function planOf(file: SeriesFile): Plan {
  const plan = plans.get(file) ?? readPlan(file);
  plans.set(file, plan);
  return plan;
}

function readPlan(file: SeriesFile): Plan {
  const versions: Version[] = [];
  const changes = file.mails.filter(({ mail }) => !isAnswer(mail));
  const farewells = changes.filter(({ mail }) => mail === 'cancellation');
  const answer = file.vanished.at(-1);
  let vanishedAt: Instant | null = null;
  let recurrence: Recurrence | null = null;
  const add = (rule: Recurrence | null, from: Instant, seenAt: Instant, farewell?: Farewell) => {
    const last = versions.at(-1);
    if (last !== undefined && sameRule(last.recurrence, rule)) return;
    if (last === undefined && rule === null) return;
    const since = last === undefined ? Number.NEGATIVE_INFINITY : from;
    versions.push({ recurrence: rule, from: since, seenAt, ...(farewell && { farewell }) });
  };
  const cancel = (mail: NoticeMail | null, seen: SeriesSeen | null) => {
    const at = mail?.at ?? seen?.seenAt ?? 0;
    add(null, at, seen?.seenAt ?? at, { at, mail, seen });
  };

  file.seen.forEach((seen, at) => {
    const mail = tellingMail(seen, file.seen[at - 1], seen.there && !seen.cancelled ? changes : farewells);
    const from = mail?.at ?? seen.seenAt;
    if (seen.recurrence !== null) recurrence = seen.recurrence;
    vanishedAt = null;
    if (seen.cancelled && seen.recurrence !== null) {
      add(seen.recurrence, from, seen.seenAt);
      cancel(mail, seen);
    } else if (seen.there) add(seen.recurrence, from, seen.seenAt);
    else if (mail !== null) cancel(mail, seen);
    else if (answer !== undefined && answer.said !== 'still-alive') add(null, from, seen.seenAt);
    else if (answer === undefined) vanishedAt = seen.seenAt;
  });
  const lastSeen = file.seen.at(-1);
  const farewell = farewells.findLast(({ at }) => lastSeen !== undefined && at > lastSeen.seenAt);
  if (farewell !== undefined && recurrence !== null) {
    cancel(farewell, null);
    vanishedAt = null;
  }
  const last = versions.at(-1);
  return { versions, vanishedAt, recurrence, endedAt: last?.recurrence === null ? last.from : null };
}

/** The mail that told of this state of the series, if there was one since the state before. */
function tellingMail(
  seen: SeriesSeen,
  before: SeriesSeen | undefined,
  mails: readonly NoticeMail[],
): NoticeMail | null {
  const after = seen.lookedBefore ?? before?.seenAt ?? Number.NEGATIVE_INFINITY;
  return mails.find(({ at }) => at > after - CLOCK_SKEW && at <= seen.seenAt + CLOCK_SKEW) ?? null;
}

const sameRule = (a: Recurrence | null, b: Recurrence | null): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

export interface PlannedRow extends Planned {
  readonly recurrence: Recurrence;
}

/** Rows by rule: what a version planned while it was in force, until the next one was announced. */
export function plannedRows(
  series: string,
  plan: Plan,
  horizon: Span,
): ReadonlyMap<OccurrenceKey, PlannedRow> {
  const rows = new Map<OccurrenceKey, PlannedRow>();
  plan.versions.forEach(({ recurrence, from }, at) => {
    if (recurrence === null) return;
    const until = endOf(plan.versions, at) + 1;
    const window = { start: Math.max(horizon.start, from + 1), end: Math.min(horizon.end, until) };
    for (const { date, span } of plannedOccurrences(recurrence, window)) {
      if (!isInstant(span.start) || !isInstant(span.end)) continue;
      rows.set(occurrenceKey(series, date), { date, span, recurrence });
    }
  });
  return rows;
}

/**
 * Until when a version plans. What had started when the next rule was announced belongs to this one; of a cancelled
 * series also what would have started soon after, and what somebody says was held all the same.
 */
function endOf(versions: readonly Version[], at: number): Instant {
  const [next, afterNext] = [versions[at + 1], versions[at + 2]];
  if (next === undefined) return Number.POSITIVE_INFINITY;
  return next.farewell === undefined ? next.from : (afterNext?.from ?? Number.POSITIVE_INFINITY);
}

/** 1: which of the occurrences of a cancelled series this makes a row: `null` where the series was not cancelled by then. */
export function farewellOf({ versions }: Plan, start: Instant): FarewellTo | null {
  const inForce = versions.findLast(({ from }) => from < start);
  const farewell = inForce?.farewell;
  if (farewell !== undefined)
    return { farewell, is: start - farewell.at <= CANCELLED_WITHIN ? 'cancelled' : 'later' };
  const later = versions.find((one) => one.farewell !== undefined && one.from >= start)?.farewell;
  return later === undefined ? null : { farewell: later, is: 'started' };
}

export interface FarewellTo {
  readonly farewell: Farewell;
  /** It is cancelled with the series; it would have started later and is no row by itself; it had started before. */
  readonly is: 'cancelled' | 'later' | 'started';
}

/** Of a rule that plans nothing, because nobody knows its zone, no date can be said not to be one of it. */
const datesOf = (recurrence: Recurrence, window: Span): Pick<ReadonlySet<LocalDate>, 'has'> =>
  recurrence.zoneUnknown === true
    ? { has: () => true }
    : new Set(plannedOccurrences(recurrence, window).map(({ date }) => date));

/** What the rules say about the dates of occurrences that were sighted. */
export interface PlanKeeper {
  /**
   * False: the rule no longer plans it (1): an earlier rule did, the one in force at its start does not. `start` is
   * where the occurrence stands.
   */
  readonly keeps: (date: LocalDate, start: Instant) => boolean;
  /** Does the latest rule plan it? */
  readonly plans: (date: LocalDate) => boolean;
}

export function planKeeper(plan: Plan, hull: Span): PlanKeeper {
  if (plan.versions.length < 2) return { keeps: () => true, plans: () => true };
  const window = { start: hull.start - 2 * DAY, end: hull.end + 2 * DAY };
  const dates = plan.versions.map(({ recurrence }) =>
    recurrence === null ? null : datesOf(recurrence, window),
  );
  return {
    plans: (date) => dates.at(-1)?.has(date) ?? false,
    keeps: (date, start) => {
      const inForce = plan.versions.findLastIndex(({ from }) => from < start);
      const planned = dates[inForce];
      if (inForce <= 0 || planned?.has(date)) return true;
      // Of a cancelled series `farewellOf` says what stays.
      if (planned === null) return plan.versions[inForce]?.farewell !== undefined;
      return !dates.slice(0, inForce).some((earlier) => earlier?.has(date));
    },
  };
}
