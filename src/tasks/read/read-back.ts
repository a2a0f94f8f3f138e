import type { SweepMark } from '../../domain/facts/log/history';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { Owner } from '../../domain/facts/things/person';
import { observeAway, observeMails } from '../../domain/observe/observe';
import { isReached, type LogReach, reachOf } from '../../domain/observe/reach';
import { DAY, type Instant } from '../../domain/time/time';
import { isTrouble } from '../../domain/trouble';
import type { TroubleKind } from '../../domain/trouble-rows';
import type { Ports } from '../ports';
import { marksNow } from './marks-now';
import { sightSeries } from './sweep-calendar';
import { markOf, peopleOf } from './sweep-sources';

/** So much of the past is read at a time. */
const PIECE = 90 * DAY;

interface Wanting {
  readonly series: SeriesId;
  readonly reach: LogReach;
}

async function wanting(ports: Ports, marks: readonly SweepMark[]): Promise<readonly Wanting[]> {
  const all: Wanting[] = [];
  for (const { series } of await ports.ledger.keptSeries()) {
    const facts = await ports.ledger.factsOf(series);
    for (const id of series) {
      const reach = reachOf(facts, id, marks);
      if (reach !== null && !isReached(reach)) all.push({ series: id, reach });
    }
  }
  return all;
}

/**
 * Reads one more piece of the past of the logs that are to reach further back than they do; null when there are
 * none. How far it came is kept when all of the piece is, so a pane that is stopped or closed goes on there. What
 * is read again says nothing new. Throws `Trouble`, or the reason of `signal`.
 */
export async function readPiece(
  ports: Ports,
  owner: Owner,
  more: { readonly onProgress?: (items: number) => void; readonly signal?: AbortSignal } = {},
): Promise<{ readonly readTo: Instant; readonly added: number } | null> {
  return ports.seal.alone('loopkeeper-sweep', true, async () => {
    const { signal } = more;
    const marks = await marksNow(ports);
    const all = await wanting(ports, marks);
    if (all.length === 0) return null;
    const end = Math.max(...all.map(({ reach }) => reach.readTo));
    const goal = Math.min(...all.map((one) => one.reach.goal));
    const start = Math.max(end - PIECE, goal);
    const turn = all.filter(({ reach }) => reach.readTo > start);
    const goals = new Map(turn.map(({ series, reach }) => [series, reach.goal]));
    const kept = [...goals.keys()];

    const whole = await ports.graph.readCalendar({ start, end }, more.onProgress, signal);
    // Before its goal a series has no log.
    const items = whole.items.filter(
      ({ series, id, span }) => span.start >= (goals.get(series ?? id) ?? start),
    );
    const reading = { ...whole, items };
    // The looks of before did not reach this far, so none of them says since when anything has been as it is.
    const sighted = await sightSeries(ports, owner, kept, reading, { marks: [], asks: 'unknown', signal });
    let added = (await ports.ledger.append(sighted.facts)).length;
    const { series } = sighted;
    added += await unlessRefused(async () => {
      const mails = await ports.graph.readNoticeMails(start, signal, end);
      const known = await ports.ledger.factsOf(series);
      return (await ports.ledger.append(observeMails(known, series, mails, owner, reading.readAt))).length;
    });
    added += await unlessRefused(async () => {
      const known = await ports.ledger.factsOf(series);
      const { away } = await ports.graph.readSchedules(peopleOf(known, owner), { start, end }, signal);
      return (await ports.ledger.append(observeAway(known, away, ports.clock()))).length;
    });
    await ports.ledger.append(
      [],
      kept.map((id) => ({ ...markOf(marks, id, reading.readAt), backTo: start })),
    );
    return { readTo: start, added };
  });
}

/** These hold up everything else as well. */
const PASSING: readonly TroubleKind[] = ['offline', 'throttled', 'busy'];

/** What may not be read, or is not there, holds up nothing else; a network that is gone does. */
async function unlessRefused(read: () => Promise<number>): Promise<number> {
  try {
    return await read();
  } catch (thrown) {
    if (!isTrouble(thrown) || PASSING.includes(thrown.kind)) throw thrown;
    return 0;
  }
}
