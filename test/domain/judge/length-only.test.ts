import { expect, test } from 'vitest';
import type { Report, ReportRow } from '../../../src/domain/facts/observed/report';
import { judging } from '../../../src/domain/judge/verdict/judge';
import { openMemoryLedger } from '../../../src/ledger/ledger';
import { about, at, dana, marcus, priya, refinement } from '../builders/facts';

const TUE = '2026-10-27';
const atlas = about(refinement);
const NOW = at(`${TUE} 18:00`);

const row = (address: string, minutes: number): ReportRow => ({
  ...{ row: address, name: address, address, directoryId: null, identified: true, phone: false },
  ...{ intervals: [], minutes },
});

async function judged(rows: readonly ReportRow[]) {
  const ledger = await openMemoryLedger({ clock: () => NOW, judge: judging, owner: () => priya });
  await ledger.append([
    atlas.seen(),
    atlas.sighted(TUE),
    atlas.kept('start', '2026-10-19 09:00', at('2026-10-19 09:00')),
  ]);
  const before = (await ledger.view(refinement.series))?.occurrences.find(({ date }) => date === TUE);
  if (before === undefined) throw new Error('there is no occurrence');
  const report: Report = {
    ...{ kind: 'report', id: 'report:csv:1', recordedAt: NOW, source: 'zoom-csv', series: before.series },
    ...{ occurrence: before.key, session: before.effective, totalParticipants: null, rows },
  };
  await ledger.append([report]);
  const after = (await ledger.view(refinement.series))?.occurrences.find(({ date }) => date === TUE);
  if (after === undefined) throw new Error('there is no occurrence');
  return after;
}

test('3.4 a list without times proves that they met and how long, and no lateness', async () => {
  const { outcome, people, minutesTogether, evidence, effective } = await judged([
    row(priya.address, 60),
    row(marcus.address, 40),
  ]);
  expect((effective.end - effective.start) / 60_000).toBe(60);
  expect([outcome, minutesTogether, evidence]).toEqual(['held', 40, expect.arrayContaining(['zoom-csv'])]);
  const ofMarcus = people.find(({ person }) => person.key === marcus.key);
  expect(ofMarcus).toMatchObject({
    ...{ outcome: 'present', grade: 'documented', minutes: 40, firstJoin: null, lastLeave: null },
  });
});

test('4.5 a list without times says of nobody that they were absent, and of one alone no no-show', async () => {
  const together = await judged([row(priya.address, 60), row(marcus.address, 60)]);
  expect(together.people.find(({ person }) => person.key === dana.key)?.outcome).toBe('not-recorded');
  const alone = await judged([row(priya.address, 60)]);
  expect(alone.outcome).toBe('not-recorded');
});

test('4.1 less than two minutes of a list without times is connected briefly, less than half is part', async () => {
  const { people } = await judged([row(priya.address, 60), row(marcus.address, 60), row(dana.address, 1)]);
  expect(people.find(({ person }) => person.key === dana.key)?.outcome).toBe('connected-briefly');
  const part = await judged([row(priya.address, 60), row(marcus.address, 60), row(dana.address, 20)]);
  expect(part.people.find(({ person }) => person.key === dana.key)?.outcome).toBe('present-part');
});
