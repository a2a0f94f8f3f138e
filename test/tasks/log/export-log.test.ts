import { describe, expect, test } from 'vitest';
import { judging, rejudge } from '../../../src/domain/judge/verdict/judge';
import { Stopped, type Turns, UNTIMED } from '../../../src/domain/pace';
import { openMemoryLedger } from '../../../src/ledger/ledger';
import { exportLog, type Pieces } from '../../../src/tasks/log/export-log';
import { judgedLog } from '../../../src/tasks/log/judged-log';
import type { Ports } from '../../../src/tasks/ports';
import { wordingOf } from '../../../src/ui/words/wording';
import { judgeLineage, logCsv, logJson, logRows, logXlsx } from '../../at-once';
import { about, at, attendee, daily, marcus, priya } from '../../domain/builders/facts';

const NOW = at('2026-12-01 12:00');
const SERIES = ['Atlas', 'Budget', 'Hiring'];
const DATES = Array.from({ length: 60 }, (_, day) =>
  new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10),
);

async function logOf(turns: Turns = UNTIMED) {
  const outside = { clock: () => NOW, judge: judging, rejudge, owner: () => priya, turns };
  const ledger = await openMemoryLedger(outside);
  await ledger.keepSetting('owner', priya);
  await ledger.append(
    SERIES.flatMap((title) => {
      const told = about({ ...daily, series: title, title, attendees: [attendee(marcus)] });
      return [
        told.kept('start', '2026-08-20 09:00'),
        told.seen(),
        ...DATES.flatMap((date) => [told.sighted(date), told.noted(date, `${date} 15:40`, 'we-met')]),
      ];
    }),
  );
  return { ledger, ports: { ledger, clock: () => NOW, turns } as unknown as Ports };
}

/** Every step has taken too long, as on the slowest of machines. */
function slow(onRest: (rests: number) => void = () => {}) {
  let now = 0;
  const turns = {
    rests: 0,
    now: () => {
      now += 1_000;
      return now;
    },
    letIn: async () => {
      turns.rests += 1;
      onRest(turns.rests);
    },
  };
  return turns satisfies Turns;
}
const bytesOf = async (pieces: Pieces) => Buffer.from(await new Blob([...pieces] as BlobPart[]).bytes());
const exported = (as: 'csv' | 'xlsx' | 'json') => ({
  ...{ as, owner: priya, app: '1.0.0' },
  wording: wordingOf('Europe/London', 0),
});

describe('An export', () => {
  test('made step by step is byte for byte what it is when it is made at once', async () => {
    const { ledger, ports } = await logOf();
    const facts = await ledger.allFacts();
    const lineages = SERIES.map((one) => judgeLineage({ owner: priya, facts }, one, NOW)).filter(
      (one) => one !== null,
    );
    const told = { decisions: [], recaps: [], answers: [] };
    const rows = logRows(lineages, told, { app: '1.0.0' });
    const inTurns = async (as: 'csv' | 'xlsx' | 'json') => {
      const turns = slow();
      const bytes = await bytesOf(await exportLog({ ...ports, turns }, exported(as)));
      return { bytes, rests: turns.rests };
    };
    const [csv, xlsx, json] = [await inTurns('csv'), await inTurns('xlsx'), await inTurns('json')];
    expect(csv.bytes.toString()).toBe(logCsv(rows));
    expect(xlsx.bytes.equals(logXlsx(rows, lineages, told))).toBe(true);
    expect(json.bytes.toString()).toBe(logJson({ facts, owner: priya, exportedAt: NOW, app: '1.0.0' }));
    // At least one for every occurrence, and for every piece that is written.
    expect(csv.rests).toBeGreaterThan(SERIES.length * DATES.length);
    expect(xlsx.rests).toBeGreaterThan(csv.rests);
    expect(json.rests).toBeGreaterThan(facts.length / 60);
  });

  test.each(['csv', 'xlsx', 'json'] as const)('as %s tells how far it is, up to the whole', async (as) => {
    const { ports } = await logOf(slow());
    const told: (readonly [number, number])[] = [];
    await exportLog(ports, exported(as), { onProgress: (done, of) => told.push([done, of]) });
    expect(new Set(told.map(([, of]) => of)).size).toBe(1);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
  });

  test.each(['csv', 'xlsx', 'json'] as const)('as %s can be stopped wherever it rests', async (as) => {
    const { ledger, ports } = await logOf();
    const whole = slow();
    await exportLog({ ...ports, turns: whole }, exported(as));
    await ledger.keepSetting('exported-at', null);
    for (let last = 0; last < whole.rests; last += Math.ceil(whole.rests / 20)) {
      const signal = { aborted: false };
      const turns = slow((rests) => {
        signal.aborted = rests > last;
      });
      const stopped = exportLog({ ...ports, turns }, exported(as), { signal });
      await expect(stopped).rejects.toBeInstanceOf(Stopped);
      expect(turns.rests).toBe(last + 1);
      // The reminder that a copy is due goes by this.
      expect(await ledger.setting('exported-at')).toBeNull();
    }
  });

  test('that is stopped before it could begin does nothing at all', async () => {
    const { ports } = await logOf();
    const turns = slow();
    const stopped = exportLog({ ...ports, turns }, exported('csv'), { signal: { aborted: true } });
    await expect(stopped).rejects.toBeInstanceOf(Stopped);
    expect(turns.rests).toBe(0);
  });

  test('as JSON is a copy that counts, and the reminder hears of it', async () => {
    const { ledger, ports } = await logOf();
    await exportLog(ports, exported('csv'));
    expect(await ledger.setting('exported-at')).toBeNull();
    await exportLog(ports, exported('json'));
    expect(await ledger.setting('exported-at')).toBe(NOW);
  });
});

test('The whole log is judged as it is on screen', async () => {
  const { ledger, ports } = await logOf();
  const { lineages } = await judgedLog(ports);
  const shown = await Promise.all(SERIES.map(async (one) => (await ledger.around(one)).lineage));
  expect(lineages).toEqual(shown);
});
