import type { SweepMark } from '../../domain/facts/log/history';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { Owner } from '../../domain/facts/things/person';
import { DAY, type Instant, type Span } from '../../domain/time/time';
import { isTrouble, type Trouble } from '../../domain/trouble';
import type { Ports } from '../ports';
import { marksNow } from './marks-now';
import { sightSeries } from './sweep-calendar';
import { type Look, markOf, sweepMails, sweepReports, sweepSchedules } from './sweep-sources';
import { nothingChanged } from './watch-calendar';

/** A sweep looks 90 days back and 60 days ahead (definitions, section 1). */
export const LOOK_BACK = 90 * DAY;
const LOOK_AHEAD = 60 * DAY;

type Feature = 'notice-mails' | 'reports' | 'free-busy';

export interface SweepOutcome {
  readonly readAt: Instant;
  readonly added: number;
  /** What could not be read for want of a permission; everything else is complete. */
  readonly missing: readonly { readonly feature: Feature; readonly scope: string }[];
  /** What else went wrong with a source beside the calendar; the other sources were read all the same. */
  readonly trouble: Trouble | null;
}

export interface SweepWishes {
  readonly onProgress?: (items: number) => void;
  /** Ends the sweep at any point; what is complete is kept, and the next sweep goes on from there. */
  readonly signal?: AbortSignal;
  /** The person asked: everything is read, also what was read a moment ago. */
  readonly thorough?: boolean;
}

/**
 * One look at the owner's calendar and mailbox for the kept series. Each source is appended as soon as it is
 * complete, so a sweep that is cut off loses nothing it had learned. Null when another pane is sweeping.
 * Throws `Trouble` when the calendar itself cannot be read; other sources that are not permitted are named instead.
 */
export async function sweep(
  ports: Ports,
  owner: Owner,
  kept: readonly SeriesId[],
  wishes: SweepWishes = {},
): Promise<SweepOutcome | null> {
  // What another pane reads now will do for this one too, unless it cannot know of a log that was just begun.
  const read = new Set((await marksNow(ports)).map(({ series }) => series));
  const isNew = kept.some((series) => !read.has(series));
  return ports.seal.alone('loopkeeper-sweep', isNew, async () => {
    // While this one waited its turn, the log may have been erased: then there is nothing to read for.
    const known = (await ports.ledger.keptSeries()).flatMap((one) => one.series);
    if (!kept.some((series) => known.includes(series))) return null;
    const { signal, thorough = false } = wishes;
    const now = ports.clock();
    const window: Span = { start: now - LOOK_BACK, end: now + LOOK_AHEAD };
    const heard = thorough ? null : await nothingChanged(ports, kept, await marksNow(ports), signal);
    const sighted = heard?.vouched
      ? { series: kept, readAt: now, added: 0 }
      : await lookAtCalendar(ports, owner, kept, window, wishes);
    await heard?.settled();

    let { added } = sighted;
    const { series, readAt } = sighted;
    const missing: SweepOutcome['missing'][number][] = [];
    const troubles: Trouble[] = [];
    const optional = async (feature: Feature, read: (look: Look) => Promise<number>) => {
      signal?.throwIfAborted();
      try {
        const everything = thorough || sighted.added > 0;
        added += await read({ ports, owner, series, window, readAt, everything, signal });
      } catch (thrown) {
        if (!isTrouble(thrown)) throw thrown;
        if (thrown.kind === 'not-permitted' || thrown.kind === 'sign-in-needed') {
          missing.push({ feature, scope: thrown.scope ?? '' });
        } else {
          troubles.push(thrown);
        }
      }
    };
    await optional('notice-mails', sweepMails);
    await optional('reports', sweepReports);
    await optional('free-busy', sweepSchedules);
    return { readAt, added, missing, trouble: troubles[0] ?? null };
  });
}

async function lookAtCalendar(
  ports: Ports,
  owner: Owner,
  kept: readonly SeriesId[],
  window: Span,
  { onProgress, signal }: SweepWishes,
): Promise<{ readonly series: readonly SeriesId[]; readonly readAt: Instant; readonly added: number }> {
  const reading = await ports.graph.readCalendar(window, onProgress, signal);
  const { readAt } = reading;
  const marks = await marksNow(ports);
  const { series, facts } = await sightSeries(ports, owner, kept, reading, { marks, asks: 'all', signal });
  const after = series.map((id) => markAfter(markOf(marks, id, readAt), window, readAt));
  return { series, readAt, added: (await ports.ledger.append(facts, after)).length };
}

/** Where nobody looked for so long that looks do not meet, what lies between is read piece by piece. */
function markAfter(before: SweepMark, window: Span, readAt: Instant): SweepMark {
  const backTo =
    before.sweptAt < window.start ? window.start : Math.min(before.backTo ?? window.start, window.start);
  return { ...before, sweptAt: readAt, backTo };
}
