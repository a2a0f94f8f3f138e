import { addDays } from './days';
import { type Instant, type LocalDate, MINUTE, type Span, type Zone } from './time';
import { isWorkingDay, type WeekOfWork } from './working-days';
import { instantAt, localDate, localMinute } from './zone';

/** What a calendar shows of somebody: when it is taken by anything, and when they work. */
export interface CalendarShown {
  readonly taken: readonly Span[];
  readonly week: WeekOfWork;
}

export interface TalkWanted {
  /** The short talk, and one of the usual length. */
  readonly minutes: { readonly short: number; readonly whole: number };
  /** The nearer to this time of the day, the better. */
  readonly near: Instant;
}

export interface TimeWanted extends TalkWanted {
  readonly now: Instant;
  /** By whose clocks a time is the same in each week: the owner's. */
  readonly zone: Zone;
}

const WEEK_DAYS = 7;
const WEEKS = 3;
/** Times begin on the quarter of the hour. */
const STEP = 15;
const DAY_MINUTES = 24 * 60;

/** What has to be looked at: three weeks before whichever of the next seven days, and three from it on. */
export function weeksAround(now: Instant, zone: Zone): Span {
  const today = localDate(now, zone);
  return {
    start: instantAt(addDays(today, 1 - WEEKS * WEEK_DAYS), 0, zone),
    end: instantAt(addDays(today, 1 + WEEKS * WEEK_DAYS), 0, zone),
  };
}

/**
 * Two times of the week that would hold, the shorter first, each as it first comes: at both, all calendars were free in the
 * last three weeks and are free in the next three, where everybody works then. The nearer to the usual time the better,
 * and of two as near the sooner; the second is on another day where there is one. None where nothing holds.
 */
export function timesThatHold(wanted: TimeWanted, calendars: readonly CalendarShown[]): readonly Span[] {
  const { short, whole } = wanted.minutes;
  const shorter = holding(wanted, short, calendars);
  const [first] = shorter;
  if (first === undefined) return [];
  const second = [holding(wanted, whole, calendars), shorter]
    .map((all) => apartFrom(first, all, wanted.zone))
    .find((one) => one !== undefined);
  return second === undefined ? [first] : [first, second];
}

/** All that hold for so long, the best first. */
function holding(
  { now, zone, near }: TimeWanted,
  minutes: number,
  calendars: readonly CalendarShown[],
): readonly Span[] {
  const today = localDate(now, zone);
  const usual = localMinute(near, zone);
  const found: { readonly span: Span; readonly far: number }[] = [];
  for (let ahead = 1; ahead <= WEEK_DAYS; ahead += 1) {
    for (let minute = 0; minute < DAY_MINUTES; minute += STEP) {
      const on = (weeks: number) => lasting(addDays(today, ahead + weeks * WEEK_DAYS), minute, minutes, zone);
      const before = [-3, -2, -1].map(on);
      const after = [0, 1, 2].map(on);
      const [span] = after;
      if (span === undefined) continue;
      const holds = calendars.every(
        (one) => after.every((at) => isTheirs(one, at)) && before.every((at) => isFree(one.taken, at)),
      );
      if (holds) found.push({ span, far: Math.abs(minute - usual) });
    }
  }
  return found.sort((a, b) => a.far - b.far || a.span.start - b.span.start).map(({ span }) => span);
}

function lasting(date: LocalDate, minute: number, minutes: number, zone: Zone): Span {
  const start = instantAt(date, minute, zone);
  return { start, end: start + minutes * MINUTE };
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const isFree = (taken: readonly Span[], span: Span): boolean => !taken.some((one) => meets(one, span));

/** Free, and within the hours of a day on which they work. */
function isTheirs({ taken, week }: CalendarShown, span: Span): boolean {
  const date = localDate(span.start, week.zone);
  return (
    span.start >= instantAt(date, week.startMinute, week.zone) &&
    span.end <= instantAt(date, week.endMinute, week.zone) &&
    isFree(taken, span) &&
    isFree(week.away, span) &&
    isWorkingDay(date, week)
  );
}

const apartFrom = (first: Span, all: readonly Span[], zone: Zone): Span | undefined =>
  all.find(({ start }) => localDate(start, zone) !== localDate(first.start, zone)) ??
  all.find((one) => !meets(one, first));
