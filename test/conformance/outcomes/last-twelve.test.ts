import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { JudgedLineage } from '../../../src/domain/judge/judged/judged';
import { measuresOf } from '../../../src/domain/measure/measures';
import { DAY } from '../../../src/domain/time/time';
import { reduceOld } from '../../../src/tasks/log/reduce';
import { spanName, spanOf } from '../../../src/ui/state/numbers';
import { judgeLineage } from '../../at-once';
import { masterId } from '../../simulator/graph/calendar/event-json';
import { play } from './play';
import { type WorldFile, worldOf } from './world-file';

const FOLDER = path.resolve(import.meta.dirname, '../../../../shared/data/outcomes');
const FILE = JSON.parse(
  readFileSync(path.join(FOLDER, '4-last-12-after-180-days.world.json'), 'utf8'),
) as WorldFile;
const NOW = Date.parse('2026-11-20T00:00:00Z');

/** What stands on screen under Span for the last of them. */
const shown = (lineage: JudgedLineage): readonly string[] => {
  const span = spanOf('rolling', lineage, NOW, 'Europe/London');
  return [
    spanName('rolling', lineage),
    ...measuresOf(lineage, [], [], span)
      .filter(({ of }) => (of ?? 0) > 0)
      .map(({ name, count, of }) => `${name} ${count} of ${of}`),
  ];
};

test('7.2 the last 12 are 12, and no more, while each is a row', async () => {
  const { lineageOf } = await play(FILE);
  expect(shown(await lineageOf('S'))).toEqual(
    expect.arrayContaining([
      'Last 12',
      'went-ahead 2 of 12',
      'notice-given 1 of 10',
      'short-or-no-notice 9 of 12',
      'minutes-together 120 of 720',
    ]),
  );
});

test('7.2 9 once fewer than 12 are rows it is the whole history, by its own name', async () => {
  const { ledger, ports, owner } = await play(FILE);
  const series = masterId(worldOf(FILE).owner, 'S');
  // Nothing goes on the word of one clock: openings a day apart, and a week after they agreed.
  let days = 0;
  while (!(await reduceOld({ ...ports, clock: () => NOW + days * DAY }, owner)) && days < 30) days += 1;
  const lineage = judgeLineage({ owner, facts: await ledger.historyOf(series) }, series, NOW);
  if (lineage === null) throw new Error('Nothing is known about S');
  expect(lineage.reduced ?? []).not.toEqual([]);
  expect(shown(lineage)).toEqual(
    expect.arrayContaining([
      'All 15',
      'went-ahead 2 of 15',
      'notice-given 1 of 13',
      'short-or-no-notice 12 of 15',
      'minutes-together 120 of 900',
    ]),
  );
});
