import { expect, test } from 'vitest';

import type { Fact } from '../../../src/domain/facts/log/fact';
import { judging, rejudge } from '../../../src/domain/judge/verdict/judge';
import { openMemoryLedger } from '../../../src/ledger/ledger';
import { importLog } from '../../../src/tasks/log/import-log';
import type { Ports } from '../../../src/tasks/ports';
import { about, at, attendee, daily, marcus, priya } from '../../domain/builders/facts';

/** Six meetings of a quarter, with words about some days, one of them taken back. */
const SERIES = ['one', 'two', 'three', 'four', 'five', 'six'];
const DATES = Array.from({ length: 60 }, (_, day) =>
  new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10),
);
const FACTS: readonly Fact[] = SERIES.flatMap((series) => {
  const told = about({ ...daily, series, title: `Sync ${series}`, attendees: [attendee(marcus)] });
  const met = told.noted(DATES[3] ?? '', '2026-09-04 16:00', 'we-met');
  return [
    { kind: 'undo', id: `undo ${series}`, recordedAt: met.recordedAt + 1, of: met.id } as const,
    told.kept('start', '2026-08-20 09:00'),
    told.seen(),
    ...DATES.flatMap((date) => [told.sighted(date), told.noted(date, `${date} 15:40`, 'nobody-joined')]),
    met,
  ];
});

async function logOf() {
  const now = at('2026-12-01 12:00');
  const ledger = await openMemoryLedger({
    clock: () => now,
    judge: judging,
    rejudge,
    owner: () => priya,
  });
  const contents = async () => ({
    facts: (await ledger.allFacts()).map(({ id }) => id).sort(),
    views: await Promise.all(SERIES.map((series) => ledger.view(series))),
  });
  return { ledger, ports: { ledger } as unknown as Ports, contents };
}

test('An import says how far it is, can be stopped, and goes on to the same log', async () => {
  const [whole, stopped] = [await logOf(), await logOf()];
  expect(await importLog(whole.ports, { facts: FACTS })).toBe(FACTS.length);

  const stopper = new AbortController();
  const told: number[] = [];
  const first = await importLog(
    stopped.ports,
    { facts: FACTS },
    {
      signal: stopper.signal,
      onProgress: (done, of) => {
        told.push(done);
        expect(of).toBe(FACTS.length);
        stopper.abort();
      },
    },
  );
  expect(told).toEqual([first]);
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(FACTS.length);
  expect((await stopped.ledger.check()) && (await stopped.ledger.rebuild())).toBe(true);

  expect(await importLog(stopped.ports, { facts: FACTS })).toBe(FACTS.length - first);
  expect(await stopped.contents()).toEqual(await whole.contents());
});
