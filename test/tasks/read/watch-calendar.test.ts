import { describe, expect, test } from 'vitest';
import { keepLog } from '../../../src/tasks/enter/own-entries';
import { sweep } from '../../../src/tasks/read/sweep';
import { watchCalendar } from '../../../src/tasks/read/watch-calendar';
import { masterId } from '../../simulator/graph/calendar/event-json';
import { createSimulatedGraph, type SimulatedGraphOptions } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { at, DAY, MINUTE } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const START = at('2026-11-12 12:00', 'Europe/London');
const world = sampleMonth();
const SERIES = masterId(world.owner, 'daily');

async function watched(habits: SimulatedGraphOptions['habits'] = {}) {
  let now = START;
  const graph = createSimulatedGraph(world, { now: () => now, habits });
  const { ports, owner } = await openPorts(graph, { clock: () => now });
  await keepLog(ports, SERIES);
  await sweep(ports, owner, [SERIES]);
  await watchCalendar(ports);
  return {
    graph,
    ports,
    goOn: (by: number) => {
      now += by;
    },
    /** A sweep, and what it asked for. */
    look: async (more = {}) => {
      const before = graph.requests.length;
      const outcome = await sweep(ports, owner, [SERIES], more);
      const paths = graph.requests
        .slice(before)
        .map(({ url }) => new URL(url).pathname.replace('/v1.0/me', ''));
      return { paths, outcome };
    },
  };
}

const SIGNAL = '/calendarView/delta';

describe('Where Graph can vouch that nothing changed', () => {
  test('a sweep on the heels of another costs one request, and writes nothing at all', async () => {
    const { look, goOn, ports } = await watched();
    goOn(5 * MINUTE);
    const before = JSON.stringify([await ports.ledger.allFacts(), await ports.ledger.marks()]);
    const link = await ports.ledger.setting('calendar-signal');
    const { paths, outcome } = await look();
    expect(paths).toEqual([SIGNAL]);
    expect(outcome).toMatchObject({ added: 0, readAt: START + 5 * MINUTE, missing: [], trouble: null });
    expect(JSON.stringify([await ports.ledger.allFacts(), await ports.ledger.marks()])).toBe(before);
    expect(await ports.ledger.setting('calendar-signal')).toEqual(link);
    expect((await look()).paths).toEqual([SIGNAL]);
  });

  test('whatever changed, the calendar itself is read, and once', async () => {
    const { look, goOn, graph } = await watched();
    goOn(5 * MINUTE);
    graph.happen({ kind: 'cancelled', at: START + MINUTE, meeting: 'daily', date: '2026-11-13' });
    const { paths, outcome } = await look();
    expect(paths).toContain(SIGNAL);
    expect(paths).toContain('/calendarView');
    expect(outcome?.added).toBeGreaterThan(0);
    expect((await look()).paths).toEqual([SIGNAL]);
  });

  test('a change that was heard of is read at the next look where this one came to nothing', async () => {
    const { look, goOn, graph } = await watched();
    goOn(5 * MINUTE);
    graph.happen({ kind: 'cancelled', at: START + MINUTE, meeting: 'daily', date: '2026-11-13' });
    graph.faults.push({ path: /calendarView\?/, answer: { kind: 'throttled', retryAfter: '300' } });
    await expect(look()).rejects.toMatchObject({ kind: 'throttled' });
    graph.faults.splice(0);
    const { paths, outcome } = await look();
    expect(paths).toContain('/calendarView');
    expect(outcome?.added).toBeGreaterThan(0);
  });

  test.each([
    ['a quarter of an hour later', { after: 16 * MINUTE, more: {} }],
    ['when the person asks for it', { after: MINUTE, more: { thorough: true } }],
    ['when the link watches too little of what is ahead', { after: 15 * DAY, more: {} }],
  ])('its word does not stand for a look %s', async (_, { after, more }) => {
    const { look, goOn } = await watched();
    goOn(after);
    const { paths } = await look(more);
    expect(paths).not.toContain(SIGNAL);
    expect(paths).toContain('/calendarView');
  });

  test('a link that Graph has forgotten (410) costs a look, no words, and is not followed again', async () => {
    const { look, graph, goOn, ports } = await watched();
    goOn(MINUTE);
    graph.forgetDeltaTokens();
    const { paths, outcome } = await look();
    expect(paths.filter((path) => path === '/calendarView').length).toBeGreaterThan(0);
    expect(outcome).toMatchObject({ added: 0, trouble: null });
    expect((await look()).paths).not.toContain(SIGNAL);
    await watchCalendar(ports);
    expect((await look()).paths).toEqual([SIGNAL]);
  });

  test('a Graph without it is asked for it once in an hour, and everything works as before', async () => {
    const { look, graph, goOn, ports } = await watched();
    const refused = { kind: 'error', code: 501, name: 'NotImplemented', message: 'Not here.' } as const;
    graph.faults.push({ path: /delta/, answer: refused });
    await ports.ledger.keepSetting('calendar-signal', null);
    await watchCalendar(ports);
    const before = graph.requests.length;
    goOn(10 * MINUTE);
    await watchCalendar(ports);
    expect(graph.requests).toHaveLength(before);
    expect((await look()).outcome?.trouble).toBeNull();
  });
});
