import { describe, expect, test } from 'vitest';
import { reachOf } from '../../../src/domain/observe/reach';
import { keepLog } from '../../../src/tasks/enter/own-entries';
import { readPiece } from '../../../src/tasks/read/read-back';
import { LOOK_BACK, sweep } from '../../../src/tasks/read/sweep';
import { judgeLineage } from '../../at-once';
import { masterId } from '../../simulator/graph/calendar/event-json';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { type Own, openPorts } from '../../simulator/own-ports';
import { at, DAY, HOUR, MINUTE } from '../../simulator/time';
import { generatedWorld } from '../../simulator/worlds/generated';

const START = at('2026-11-12 12:00', 'Europe/London');
const YEAR = 365 * DAY;
const world = generatedWorld({ seed: 18, series: 2, years: 1.2, people: 3, from: '2025-10-20' });

async function ownLog(back = YEAR) {
  let now = START;
  const graph = createSimulatedGraph(world, { now: () => now });
  const own = await openPorts(graph, { clock: () => now });
  const kept = world.meetings.map(({ id }) => masterId(world.owner, id)).slice(0, 2);
  for (const series of kept) await keepLog(own.ports, series, START - back);
  const requests = async (does: () => Promise<unknown>) => {
    const before = graph.requests.length;
    await does();
    return graph.requests.slice(before).map(({ url }) => new URL(url).pathname.replace('/v1.0/me', ''));
  };
  return {
    ...own,
    graph,
    kept,
    requests,
    goOn: (by: number) => {
      now += by;
    },
    look: (more = {}) => sweep(own.ports, own.owner, kept, more),
  };
}

const readAll = async ({ ports, owner }: Own) => {
  let pieces = 0;
  while ((await readPiece(ports, owner)) !== null) pieces += 1;
  return pieces;
};

/** What the calendar said, without when it was looked at. */
async function said({ ports }: Own) {
  const facts = await ports.ledger.allFacts();
  return facts
    .flatMap((fact) => {
      if (fact.kind === 'sighting') return [`${fact.occurrence} ${fact.span.start} ${fact.cancelled}`];
      return fact.kind === 'mail' || fact.kind === 'missing' ? [`${fact.kind} ${fact.id}`] : [];
    })
    .sort();
}

describe('A log that reaches further back than a look', () => {
  test('is read piece by piece until it does, and no further', async () => {
    const own = await ownLog();
    await own.look();
    const [series = ''] = own.kept;
    const reach = async () =>
      reachOf(await own.ports.ledger.factsOf([series]), series, await own.ports.ledger.marks());
    expect(await reach()).toEqual({ goal: START - YEAR, readTo: START - LOOK_BACK });
    expect(await readAll(own)).toBe(4);
    expect((await reach())?.readTo).toBe(START - YEAR);
    const starts = (await own.ports.ledger.allFacts()).flatMap((fact) =>
      fact.kind === 'sighting' ? [fact.original.start] : [],
    );
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(START - YEAR);
    expect(Math.min(...starts)).toBeLessThan(START - YEAR + 10 * DAY);
  });

  test('claims no earlier look at what no look had reached', async () => {
    const own = await ownLog();
    await own.look();
    own.goOn(DAY);
    await readAll(own);
    const old = (await own.ports.ledger.allFacts()).flatMap((fact) =>
      fact.kind === 'sighting' && fact.original.start < START - LOOK_BACK ? [fact.lookedBefore] : [],
    );
    expect(old.length).toBeGreaterThan(10);
    expect(old.filter((look) => look !== null)).toEqual([]);
  });

  test('of the usual 90 days needs no piece', async () => {
    const own = await ownLog(LOOK_BACK);
    own.goOn(MINUTE);
    await own.look();
    expect(await own.requests(() => readPiece(own.ports, own.owner))).toEqual([]);
  });

  test('read in pieces says what one long look would have said', async () => {
    const own = await ownLog();
    await own.look();
    await readAll(own);
    for (const series of own.kept) {
      const facts = await own.ports.ledger.historyOf(series);
      const judged = judgeLineage({ owner: own.owner, facts }, series, START);
      const reading = await own.ports.graph.readCalendar({ start: START - YEAR, end: START + DAY });
      const there = reading.items.filter((item) => item.series === series).map(({ span }) => span.start);
      const known = judged?.occurrences.filter(({ outcome }) => outcome !== 'not-recorded').length ?? 0;
      expect(there.length).toBeGreaterThan(10);
      const starts = new Set(judged?.occurrences.map(({ effective }) => effective.start));
      expect(there.filter((start) => !starts.has(start))).toEqual([]);
      expect(known).toBeGreaterThan(0);
    }
  });

  test('says the same however often it was stopped on the way', async () => {
    const whole = await ownLog();
    await whole.look();
    await readAll(whole);
    const own = await ownLog();
    await own.look();
    let stops = 0;
    for (let patience = 1; ; patience += 3) {
      const stop = new AbortController();
      const before = own.graph.requests.length;
      const watched = {
        ...own.ports,
        graph: { ...own.ports.graph },
      };
      const stopAfter = (asked: number) => asked >= patience && stop.abort('stopped');
      const onProgress = () => stopAfter(own.graph.requests.length - before);
      const end = await readPiece(watched, own.owner, { onProgress, signal: stop.signal }).catch(
        (thrown: unknown) => thrown,
      );
      if (end === null) break;
      if (end === 'stopped') stops += 1;
    }
    expect(stops).toBeGreaterThan(0);
    expect(await said(own)).toEqual(await said(whole));
  });

  test('goes on in another pane where this one was closed', async () => {
    const own = await ownLog();
    await own.look();
    await readPiece(own.ports, own.owner);
    const again = await openPorts(own.graph, { clock: () => START, ledger: own.ledger });
    expect(await readAll(again)).toBe(3);
  });

  test('that nobody looked at for half a year is read where the looks do not meet', async () => {
    const own = await ownLog(LOOK_BACK);
    await own.look();
    own.goOn(200 * DAY);
    await own.look();
    expect(await readAll(own)).toBe(3);
    own.goOn(DAY);
    await own.look();
    expect(await readAll(own)).toBe(0);
  });
});

describe('A second sweep of an unchanged calendar', () => {
  test('costs the pages of the window and one request per series, and adds nothing', async () => {
    const own = await ownLog(LOOK_BACK);
    await own.look();
    own.goOn(20 * MINUTE);
    let added: number | undefined;
    const paths = await own.requests(async () => {
      added = (await own.look())?.added;
    });
    expect(added).toBe(0);
    const pages = paths.filter((path) => path === '/calendarView').length;
    const masters = paths.filter((path) => path.startsWith('/events/')).length;
    expect(pages).toBeGreaterThan(0);
    expect(masters).toBe(own.kept.length);
    expect(paths).toHaveLength(pages + masters);
  });

  test('asks the mailbox and the reports again after an hour, and at once when the person wants it', async () => {
    const own = await ownLog(LOOK_BACK);
    await own.look();
    own.goOn(20 * MINUTE);
    expect(await own.requests(() => own.look({ thorough: true }))).toContain('/messages');
    own.goOn(2 * HOUR);
    expect(await own.requests(() => own.look())).toContain('/messages');
  });
});
