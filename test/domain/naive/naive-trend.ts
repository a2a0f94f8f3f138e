import { isCancelled, isExcluded, isHeld, isNotHeld } from '../../../src/domain/facts/things/outcomes';
import type { JudgedLineage, JudgedOccurrence } from '../../../src/domain/judge/judged/judged';
import type { NoticeBin } from '../../../src/domain/measure/notice-bins';
import type { Trend } from '../../../src/domain/measure/trend';
import { percentOf, type Range, wilson } from '../../../src/domain/measure/wilson';
import { dayNumber, isoMonday } from '../../../src/domain/time/days';
import { DAY, MINUTE, type Zone } from '../../../src/domain/time/time';
import { localDate } from '../../../src/domain/time/zone';

/** Section 7 as it reads, occurrence by occurrence and without a thought for time: what the columns are held against. */
export function naiveTrend(lineage: JudgedLineage, zone: Zone): Trend {
  const all = lineage.occurrences
    .filter(({ disputed, outcome }) => !disputed && outcome !== 'upcoming' && outcome !== 'superseded')
    .filter(({ outcome, effective }) => !isExcluded(outcome) || effective.start <= lineage.judgedAt)
    .sort((a, b) => a.effective.start - b.effective.start);
  const due = all.filter(({ outcome }) => !isExcluded(outcome));
  const counted = due.filter(({ outcome }) => outcome !== 'not-recorded');
  const covered = counted.length / due.length >= 0.8 || due.length === 0;
  const windowSize = lineage.perWeek >= 3 ? 20 : 12;
  const weeks = mondaysOf(all, zone).map((monday) => {
    const its = all.filter(({ effective }) => isoMonday(localDate(effective.start, zone)) === monday);
    const of = (isOne: (one: JudgedOccurrence['outcome']) => boolean) =>
      its.filter(({ outcome }) => isOne(outcome)).length;
    const parts = {
      held: of((one) => isHeld(one) && one !== 'held-part'),
      heldPart: of((one) => one === 'held-part'),
      cancelled: of(isCancelled),
      notHeld: of(isNotHeld),
    };
    const counts = { notRecorded: of((one) => one === 'not-recorded'), excluded: of(isExcluded) };
    const sum = parts.held + parts.heldPart + parts.cancelled + parts.notHeld;
    return { monday, ...parts, ...counts, counted: sum };
  });
  const rolling = counted.map((one, at) => {
    const last = counted.slice(Math.max(0, at + 1 - windowSize), at + 1);
    const stretch = due.indexOf(one) - due.indexOf(last[0] ?? one) + 1;
    const shown = covered && last.length >= 10 && last.length / stretch >= 0.8;
    const [count, of] = [heldIn(last), last.length];
    const percent = shown ? percentOf(count, of) : null;
    return { at: one.effective.start, of, count, percent, range: shown ? wilson(count, of) : null };
  });
  const change = covered ? changeOf(counted, weeks, windowSize) : 'not-enough';
  return { weeks, rolling, windowSize, change };
}

const heldIn = (all: readonly JudgedOccurrence[]) => all.filter(({ outcome }) => isHeld(outcome)).length;

function mondaysOf(all: readonly JudgedOccurrence[], zone: Zone): readonly string[] {
  const days = all.map(({ effective }) => dayNumber(isoMonday(localDate(effective.start, zone))));
  const [first = 0, last = -1] = [Math.min(...days), Math.max(...days)];
  if (days.length === 0) return [];
  return Array.from({ length: (last - first) / 7 + 1 }, (_, at) =>
    new Date((first + at * 7) * DAY).toISOString().slice(0, 10),
  );
}

function changeOf(
  counted: readonly JudgedOccurrence[],
  weeks: Trend['weeks'],
  windowSize: number,
): Trend['change'] {
  const later = counted.slice(-Math.max(12, Math.min(windowSize, Math.floor(counted.length / 2))));
  const earlier = counted.slice(0, counted.length - later.length).slice(-windowSize);
  const range = (all: readonly JudgedOccurrence[]): Range => wilson(heldIn(all), all.length);
  if (earlier.length >= 12 && later.length >= 12) {
    if (range(later).low > range(earlier).high) return 'more';
    if (range(later).high < range(earlier).low) return 'fewer';
  }
  const shares = weeks
    .filter((week) => week.counted > 0)
    .map((week) => (week.held + week.heldPart) / week.counted);
  const sorted = shares.toSorted((a, b) => a - b);
  const half = shares.length / 2;
  const middle = ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
  const run = shares.filter((share) => share !== middle).slice(-6);
  if (shares.length < 12 || run.length < 6) return 'not-enough';
  if (run.every((share) => share > middle)) return 'more';
  return run.every((share) => share < middle) ? 'fewer' : 'not-enough';
}

export function naiveBins(lineage: JudgedLineage, zone: Zone): Readonly<Record<NoticeBin, number>> {
  const bins = { none: 0, 'under-1h': 0, 'same-day': 0, 'day-before': 0, 'two-days-or-more': 0 };
  for (const { disputed, outcome, notice, effective } of lineage.occurrences) {
    if (disputed || !(isCancelled(outcome) || isNotHeld(outcome))) continue;
    const binOf = (minutes: number | null): NoticeBin => {
      if (minutes === null) return 'two-days-or-more';
      if (minutes <= 0) return 'none';
      if (minutes < 60) return 'under-1h';
      const [known, day] = [effective.start - minutes * MINUTE, effective.start].map((at) =>
        dayNumber(localDate(at, zone)),
      ) as [number, number];
      return day - known === 0 ? 'same-day' : day - known === 1 ? 'day-before' : 'two-days-or-more';
    };
    if (outcome === 'not-held-no-message' || outcome === 'cancelled-after-start') bins.none += 1;
    else if (notice?.minutes != null) bins[binOf(notice.minutes)] += 1;
    else if (notice !== null && notice.lower !== null) {
      if (binOf(notice.lower) === binOf(notice.upper)) bins[binOf(notice.lower)] += 1;
    }
  }
  return bins;
}
