import { expect, test, vi } from 'vitest';
import { isEntry } from '../../../src/domain/facts/log/kinds';
import type { Owner } from '../../../src/domain/facts/things/person';
import { openMemoryLedger } from '../../../src/ledger/ledger';
import { keepLog } from '../../../src/tasks/enter/own-entries';
import { sweep } from '../../../src/tasks/read/sweep';
import { plainJudge, stepwise } from '../../contracts/plain-judge';
import { masterId } from '../../simulator/graph/calendar/event-json';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { type Own, openPorts } from '../../simulator/own-ports';
import { at } from '../../simulator/time';
import { generatedWorld } from '../../simulator/worlds/generated';

// As many sweeps as one has requests; a machine that does other things as well takes its time.
vi.setConfig({ testTimeout: 120_000 });

const NOW = at('2026-11-12 12:00', 'Europe/London');

test('A sweep that is stopped at any of its requests asks nothing more, and the next one makes the log whole', async () => {
  const small = generatedWorld({ seed: 18, series: 4, years: 0.02, people: 3, from: '2026-11-01' });
  const graph = createSimulatedGraph(small, { now: NOW, wait: async () => undefined });
  const all = small.meetings.map(({ id }) => masterId(small.owner, id));
  const open = async () => {
    // What the log holds is the question here, not what is made of it.
    let owner: Owner | null = null;
    const ledger = await openMemoryLedger({
      clock: () => NOW,
      judge: stepwise(plainJudge),
      owner: () => owner,
    });
    const own = await openPorts(graph, { clock: () => NOW, ledger });
    owner = own.owner;
    for (const id of all) await keepLog(own.ports, id);
    return own;
  };
  const said = async ({ ledger }: Own) =>
    (await ledger.allFacts())
      .filter((fact) => !isEntry(fact))
      .map((fact) => JSON.stringify(fact))
      .sort();
  const whole = await open();
  const before = graph.requests.length;
  await sweep(whole.ports, whole.owner, all);
  const requests = graph.requests.length - before;
  expect(requests).toBeGreaterThan(12);
  const answer = graph.answer;
  for (let stopAt = 1; stopAt < requests; stopAt += 1) {
    const own = await open();
    const stop = new AbortController();
    let asked = 0;
    graph.answer = (request) => {
      asked += 1;
      if (asked === stopAt) stop.abort('stopped');
      return answer(request);
    };
    await expect(sweep(own.ports, own.owner, all, { signal: stop.signal })).rejects.toBe('stopped');
    // Those that were under way with it may have been sent.
    expect(asked).toBeLessThanOrEqual(stopAt + 3);
    graph.answer = answer;
    await sweep(own.ports, own.owner, all, { thorough: true });
    expect(await said(own), `stopped at ${stopAt}`).toEqual(await said(whole));
  }
});
