import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { isTrouble } from '../../../src/domain/trouble';
import { createAlone } from '../../../src/ledger/browser/locks';
import { keepLog } from '../../../src/tasks/enter/own-entries';
import { eraseLog } from '../../../src/tasks/log/erase-log';
import { sweep } from '../../../src/tasks/read/sweep';
import { judgeLineage } from '../../at-once';
import { masterId } from '../../simulator/graph/calendar/event-json';
import type { Fault } from '../../simulator/graph/faults';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { at, HOUR } from '../../simulator/time';
import { generatedWorld } from '../../simulator/worlds/generated';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const NOW = at('2026-11-12 12:00', 'Europe/London');
const world = sampleMonth();
const SERIES = masterId(world.owner, 'daily');

async function kept(faults: Fault[] = [], scopes?: string[]) {
  const graph = createSimulatedGraph(world, { now: NOW, ...(scopes ? { scopes } : {}) });
  const { ports, owner } = await openPorts(graph, { clock: () => NOW });
  await keepLog(ports, SERIES);
  graph.faults.push(...faults);
  const outcome = await sweep(ports, owner, [SERIES]);
  const judged = judgeLineage({ owner, facts: await ports.ledger.historyOf(SERIES) }, SERIES, NOW);
  return { graph, ports, owner, outcome, judged };
}

const count = (facts: readonly Fact[], kind: Fact['kind']) =>
  facts.filter((fact) => fact.kind === kind).length;
const NOT_HERE = { kind: 'error', code: 501, name: 'NotImplemented', message: 'Not here.' } as const;

describe('A sweep', () => {
  test('brings what the calendar, the mailbox and free/busy say about the kept series, and nothing of others', async () => {
    const { ports, judged } = await kept();
    const facts = await ports.ledger.allFacts();
    expect(count(facts, 'sighting')).toBeGreaterThan(20);
    expect(count(facts, 'mail')).toBeGreaterThan(2);
    expect(count(facts, 'away')).toBe(1);
    expect(JSON.stringify(facts)).not.toContain('Atlas');
    expect(judged?.occurrences.find((one) => one.date === '2026-10-29')?.outcome).toBe(
      'cancelled-short-notice',
    );
  });

  test('that finds nothing new writes no fact', async () => {
    const { ports, owner } = await kept();
    const before = (await ports.ledger.allFacts()).length;
    expect((await sweep(ports, owner, [SERIES]))?.added).toBe(0);
    expect((await ports.ledger.allFacts()).length).toBe(before);
  });

  test.each(['notice-mails', 'free-busy'] as const)(
    'without permission for %s names it, and reads the rest',
    async (feature) => {
      const faults: Fault[] = [
        {
          path: feature === 'notice-mails' ? /messages/ : /getSchedule/,
          answer: { kind: 'error', code: 403, name: 'ErrorAccessDenied', message: 'Access is denied.' },
        },
      ];
      const { outcome, judged } = await kept(faults);
      expect(outcome?.missing.map((one) => one.feature)).toEqual([feature]);
      expect(judged?.occurrences.length).toBeGreaterThan(20);
    },
  );

  test('lives through a server that has nothing but the calendar, and says that something was refused', async () => {
    const { outcome, judged } = await kept([
      { path: /messages|getSchedule|onlineMeetings|mailboxSettings|translate/, answer: NOT_HERE },
    ]);
    expect(outcome?.trouble?.kind).toBe('refused-by-server');
    expect(judged?.occurrences.length).toBeGreaterThan(20);
    // Without the mail nobody can know when it was cancelled: it was so at the first look.
    expect(judged?.occurrences.find((one) => one.date === '2026-10-29')?.outcome).toBe(
      'cancelled-notice-unknown',
    );
  });

  test('that is under way when the log is erased leaves nothing behind in it', async () => {
    const graph = createSimulatedGraph(world, { now: NOW });
    const { ports, owner } = await openPorts(graph, { clock: () => NOW });
    await keepLog(ports, SERIES);
    const sweeping = sweep(ports, owner, [SERIES]);
    await eraseLog(ports);
    await sweeping;
    expect(await ports.ledger.allFacts()).toEqual([]);
  });

  test('takes up mails that the mailbox showed only after the look that should have seen them', async () => {
    let now = NOW;
    const graph = createSimulatedGraph(world, { now: () => now, habits: { classFilter: 'finds-nothing' } });
    const { ports, owner } = await openPorts(graph, { clock: () => now });
    await keepLog(ports, SERIES);
    await sweep(ports, owner, [SERIES]);
    const mails = async () => (await ports.ledger.allFacts()).filter((fact) => fact.kind === 'mail');
    expect(await mails()).toEqual([]);
    graph.habits.classFilter = 'works';
    now += 2 * HOUR;
    await sweep(ports, owner, [SERIES]);
    // Cancelled two days before, at half past one.
    expect((await mails()).map((mail) => mail.at)).toContain(at('2026-11-10 13:30', 'Europe/London'));
  });

  test('that is throttled for minutes asks nothing more of what it was about to ask', async () => {
    const large = generatedWorld({ seed: 18, series: 12, years: 0.02, people: 3, from: '2026-11-01' });
    const graph = createSimulatedGraph(large, { now: NOW });
    const all = large.meetings.map(({ id }) => masterId(large.owner, id));
    const { ports, owner } = await openPorts(graph, { clock: () => NOW });
    for (const id of all) await keepLog(ports, id);
    graph.faults.push({ path: '/events/', answer: { kind: 'throttled', retryAfter: '300' } });
    await expect(sweep(ports, owner, all)).rejects.toMatchObject({ kind: 'throttled', until: NOW + 300_000 });
    const masters = () => graph.requests.filter(({ url }) => url.includes('/events/')).length;
    expect(masters()).toBeLessThanOrEqual(4);
  });

  test('that cannot read the calendar says why and leaves the log as it was', async () => {
    const { ports, owner, graph } = await kept();
    const before = await ports.ledger.allFacts();
    graph.faults.push({ path: /calendarView/, answer: { kind: 'offline' } });
    const thrown: unknown = await sweep(ports, owner, [SERIES]).catch((cause: unknown) => cause);
    expect(isTrouble(thrown) && thrown.kind).toBe('offline');
    expect(await ports.ledger.allFacts()).toEqual(before);
  });

  test('waits for that of another pane only where a log was begun that the other knows nothing of', async () => {
    const { ports: plain, owner } = await kept();
    const ports = { ...plain, seal: { ...plain.seal, alone: createAlone(undefined) } };
    const other = masterId(world.owner, 'atlas');
    const first = sweep(ports, owner, [SERIES]);
    expect(await sweep(ports, owner, [SERIES])).toBeNull();
    await first;
    const again = sweep(ports, owner, [SERIES]);
    await keepLog(ports, other);
    expect((await sweep(ports, owner, [SERIES, other]))?.added).toBeGreaterThan(0);
    await again;
  });
});
