import { describe, expect, test } from 'vitest';

import { seriesOf } from '../../../src/domain/facts/things/occurrence';
import { homeOf, logDecision } from '../../../src/tasks/enter/log-decision';
import { keepLog } from '../../../src/tasks/enter/own-entries';
import { sweep } from '../../../src/tasks/read/sweep';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const LONDON = 'Europe/London';
/** The sync of Thu 12 Nov was from 15:00 to 15:30. */
const NOW = at('2026-11-12 16:40', LONDON);

describe('When a decision was decided (10.2)', () => {
  const made = async (pick: (keys: readonly string[]) => string | null) => {
    const { ports, owner } = await openPorts(createSimulatedGraph(sampleMonth(), { now: () => NOW }), {
      clock: () => NOW,
    });
    const view = await ports.graph.readCalendar({ start: NOW - 86_400_000, end: NOW + 86_400_000 });
    const series = view.items.find(({ title }) => title.includes('daily sync'))?.series ?? '';
    await keepLog(ports, series);
    await sweep(ports, owner, [series]);
    const occurrences = (await ports.ledger.view(series))?.occurrences ?? [];
    const occurrence = pick(occurrences.map(({ key }) => key));
    const draft = { text: 'Ship it', why: '', accountable: owner, topic: '', informed: [], occurrence };
    const answer = await logDecision(ports, homeOf(draft), draft);
    if (!answer.ok) throw new Error(answer.fault.join());
    return answer.value;
  };
  const on = (date: string) => (keys: readonly string[]) => keys.find((key) => key.endsWith(date)) ?? null;

  test('in a meeting that had begun: when it began', async () => {
    const { occurrence, series, decidedAt } = await made(on('2026-11-12'));
    expect(series).toBe(seriesOf(occurrence ?? ''));
    expect(decidedAt).toBe(at('2026-11-12 15:00', LONDON));
  });

  test('in one that is still to come: when it was saved', async () => {
    expect((await made(on('2026-11-13'))).decidedAt).toBe(NOW);
  });

  test('in no meeting: when it was saved, and it has no series', async () => {
    expect(await made(() => null)).toMatchObject({ series: null, occurrence: null, decidedAt: NOW });
  });
});
