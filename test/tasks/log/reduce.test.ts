import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../../src/domain/measure/measures';
import { DAY } from '../../../src/domain/time/time';
import { keepLog } from '../../../src/tasks/enter/own-entries';
import { keepFor, reduceOld, retention } from '../../../src/tasks/log/reduce';
import { sweep } from '../../../src/tasks/read/sweep';
import { judgeLineage } from '../../at-once';
import { masterId } from '../../simulator/graph/calendar/event-json';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const world = sampleMonth();
const SERIES = masterId(world.owner, 'daily');

async function kept() {
  let now = at('2026-11-12 12:00', 'Europe/London');
  const graph = createSimulatedGraph(world, { now: () => now });
  const { ports, owner } = await openPorts(graph, { clock: () => now });
  await keepLog(ports, SERIES);
  await sweep(ports, owner, [SERIES]);
  const wentAhead = async () => {
    const lineage = judgeLineage({ owner, facts: await ports.ledger.allFacts() }, SERIES, now);
    const measure = lineage && measuresOf(lineage, [], []).find(({ name }) => name === 'coverage');
    return {
      of: measure?.of,
      reduced: measure?.reduced,
      rows: lineage?.occurrences.map(({ date }) => date) ?? [],
    };
  };
  const passes = (days: number) => {
    now += days * DAY;
  };
  return { ports, owner, wentAhead, passes };
}

describe('9 Facts about persons', () => {
  test('are kept for 180 days, then counted by the month; a look at the calendar brings none of them back', async () => {
    const { ports, owner, wentAhead, passes } = await kept();
    expect(await retention(ports)).toBe(180);
    expect(await reduceOld(ports, owner)).toBe(false);
    passes(20);
    await keepFor(ports, owner, 30);
    passes(1);
    const before = await wentAhead();
    // A second opening, a day later, says so too.
    expect(await reduceOld(ports, owner)).toBe(true);
    const after = await wentAhead();
    expect(before.rows[0]).toBe('2026-10-26');
    expect(after.rows[0]).toBe('2026-11-02');
    expect(after).toMatchObject({ of: before.of, reduced: 5 });
    await sweep(ports, owner, [SERIES]);
    expect((await wentAhead()).rows[0]).toBe('2026-11-02');
    expect((await ports.ledger.allFacts()).some((fact) => JSON.stringify(fact).includes('/2026-10'))).toBe(
      false,
    );
  });

  test('are reduced once a month, and nothing is written when there is nothing to reduce', async () => {
    const { ports, owner, passes } = await kept();
    await reduceOld(ports, owner);
    passes(20);
    await keepFor(ports, owner, 30);
    passes(1);
    expect(await reduceOld(ports, owner)).toBe(true);
    const facts = await ports.ledger.allFacts();
    expect(await reduceOld(ports, owner)).toBe(false);
    expect(await ports.ledger.allFacts()).toEqual(facts);
    await keepFor(ports, owner, 365);
    expect(await reduceOld(ports, owner)).toBe(false);
    passes(400);
    // Two openings agree, and a week in which more than a month at once can be kept.
    for (const days of [1, 8, 1]) {
      expect(await reduceOld(ports, owner)).toBe(false);
      passes(days);
    }
    expect(await reduceOld(ports, owner)).toBe(true);
  });
});
