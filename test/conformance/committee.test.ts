import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isHeld, wasPresent } from '../../src/domain/facts/things/outcomes';
import type { JudgedLineage } from '../../src/domain/judge/judged/judged';
import { keepLog } from '../../src/tasks/enter/own-entries';
import { sweep } from '../../src/tasks/read/sweep';
import { judgeLineage } from '../at-once';
import { masterId } from '../simulator/graph/calendar/event-json';
import { createSimulatedGraph } from '../simulator/graph/simulated-graph';
import { openPorts } from '../simulator/own-ports';
import { type CommitteeRecord, committeeWorld } from '../simulator/worlds/committee';

const SHARED = path.resolve(import.meta.dirname, '../../../shared');
const DAY = 86_400_000;

type Counts = readonly [present: number, of: number];
const record = JSON.parse(
  readFileSync(path.join(SHARED, 'data/tsc-2018-2021.json'), 'utf8'),
) as CommitteeRecord & {
  presentOfDue: Record<string, Counts>;
};

/** Four years of a real weekly committee, looked at once a month by the one who organizes it. */
async function keepCommittee(): Promise<JudgedLineage> {
  const world = committeeWorld(record);
  const dates = record.meetings.map((meeting) => Date.parse(meeting.date));
  const first = Math.min(...dates);
  const last = Math.max(...dates);
  let now = first - 5 * DAY;
  const graph = createSimulatedGraph(world, { now: () => now });
  const { ports, owner } = await openPorts(graph, { clock: () => now });
  const series = masterId(world.owner, world.meetings[0]?.id ?? '');
  await keepLog(ports, series);
  for (; now <= last + 31 * DAY; now += 30 * DAY) await sweep(ports, owner, [series]);
  const facts = await ports.ledger.historyOf(series);
  const lineage = judgeLineage({ owner, facts }, series, now);
  if (lineage === null) throw new Error('Nothing is known about the committee');
  return lineage;
}

describe('Four years of a real weekly committee, swept once a month', () => {
  let lineage: JudgedLineage;
  beforeAll(async () => {
    lineage = await keepCommittee();
  });

  test('every meeting of the record went ahead, and nothing else did', () => {
    const held = lineage.occurrences.filter((one) => isHeld(one.outcome)).map((one) => one.date);
    expect(held).toHaveLength(record.meetings.length);
  });

  test('every member was present as often as the minutes say', () => {
    const counts = new Map<string, [number, number]>();
    for (const occurrence of lineage.occurrences) {
      if (!isHeld(occurrence.outcome)) continue;
      for (const { person, outcome, needed } of occurrence.people) {
        // Who came as a guest before being a member was there, and was not due.
        if (!needed || outcome === null || outcome === 'not-expected') continue;
        const [present, of] = counts.get(person.address) ?? [0, 0];
        counts.set(person.address, [present + (wasPresent(outcome) ? 1 : 0), of + 1]);
      }
    }
    const expected = Object.entries(record.presentOfDue);
    const counted = expected.map(([id]) => {
      const address = [...counts.keys()].find((one) => one.startsWith(`${id}@`));
      return [id, counts.get(address ?? '') ?? [0, 0]];
    });
    expect(Object.fromEntries(counted)).toEqual(record.presentOfDue);
    const all = expected.map(([, counts]) => counts);
    expect([all.reduce((sum, [n]) => sum + n, 0), all.reduce((sum, [, of]) => sum + of, 0)]).toEqual([
      1240, 2430,
    ]);
  });
});
