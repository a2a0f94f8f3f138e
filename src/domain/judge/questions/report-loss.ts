import type { Fact } from '../../facts/log/fact';
import type { SweepMark } from '../../facts/log/history';
import { isCancelled } from '../../facts/things/outcomes';
import { DAY, type Instant } from '../../time/time';
import type { JudgedLineage } from '../judged/judged';

/** Teams shows the latest 50 reports of a meeting, and none that is older than a year. */
const MOST_REPORTS = 50;
const LIFE = 365 * DAY;
/** So long before, it is worth a word. */
const WARNED = 30 * DAY;

/** Reports that were never read and will soon be gone: those of meetings before `before`, the first of them at `at`. */
export interface ReportLoss {
  readonly before: Instant;
  readonly at: Instant;
}

/**
 * What will be lost, reckoned with one session for each meeting; there may be more, and then it is lost sooner. Null
 * where nothing is at stake: not the owner's own online meeting, or all has been read.
 */
export function reportLoss(
  facts: readonly Fact[],
  { series, occurrences }: Pick<JudgedLineage, 'series' | 'occurrences'>,
  marks: readonly SweepMark[],
  now: Instant,
): ReportLoss | null {
  const own = facts.some(
    (fact) =>
      fact.kind === 'series-seen' &&
      series.includes(fact.series) &&
      fact.ownerOrganizes &&
      fact.joinUrl !== null,
  );
  if (!own) return null;
  const looks = marks.flatMap((mark) => (series.includes(mark.series) ? (mark.reportsAt ?? []) : []));
  const readAt = looks.length === 0 ? Number.NEGATIVE_INFINITY : Math.max(...looks);
  const took = occurrences.filter(({ outcome }) => !isCancelled(outcome) && outcome !== 'superseded');
  const ended = took.filter(({ effective }) => effective.end <= now);
  const ahead = took.filter(({ effective }) => effective.end > now);
  const goneAt = (at: number): Instant => {
    const newer = ended.length - 1 - at;
    if (newer >= MOST_REPORTS) return Number.NEGATIVE_INFINITY;
    const pushedOut = ahead[MOST_REPORTS - newer - 1]?.effective.end ?? Number.POSITIVE_INFINITY;
    return Math.min(pushedOut, (ended[at]?.effective.end ?? 0) + LIFE);
  };
  const unread = ended.flatMap(({ effective }, at) => {
    const gone = goneAt(at);
    return effective.end > readAt && gone > now ? [{ start: effective.start, gone }] : [];
  });
  const soon = unread.filter(({ gone }) => gone - now <= WARNED);
  const [first] = soon;
  if (first === undefined) return null;
  const next = unread[soon.length];
  return { before: next?.start ?? now, at: first.gone };
}
