import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { judging, rejudge } from '../../../src/domain/judge/verdict/judge';
import { UNTIMED } from '../../../src/domain/pace';
import { EVERYTHING, type LogScope } from '../../../src/domain/tell/log-scope';
import { openMemoryLedger } from '../../../src/ledger/ledger';
import { exportLog, type Pieces } from '../../../src/tasks/log/export-log';
import { isForgotten, judgedLog } from '../../../src/tasks/log/judged-log';
import type { Ports } from '../../../src/tasks/ports';
import { wordingOf } from '../../../src/ui/words/wording';
import { erasureOf } from '../../at-once';
import { about, at, attendee, daily, dana, marcus, priya, refinement } from '../../domain/builders/facts';
import { decision } from '../../domain/builders/judged-month';
import { readXlsx } from '../../formats/table/read-xlsx';

const NOW = at('2026-11-20 12:00');
const sync = about({ ...daily, attendees: [attendee(priya, 'required', 'accepted')] });
const atlas = about(refinement);
const solo = about({
  ...daily,
  series: 'solo',
  title: 'Budget',
  organizer: priya,
  attendees: [attendee(dana)],
});

const made = (number: number, more: Partial<Decision>): Decision =>
  decision(number, {
    ...{ accountable: priya, informed: [], topic: '', decidedAt: at('2026-10-27 14:30') },
    ...{ recordedAt: at('2026-10-27 15:00') },
    ...more,
  });

const FACTS: readonly Fact[] = [
  ...[sync, atlas, solo].flatMap((one) => [one.kept('start', '2026-10-20 09:00'), one.seen()]),
  ...['2026-10-26', '2026-10-27'].flatMap((date) => [
    ...[sync.sighted(date), sync.noted(date, `${date} 15:40`, 'we-met')],
    ...[solo.sighted(date), solo.noted(date, `${date} 15:50`, 'we-met')],
  ]),
  ...['2026-10-27', '2026-11-03'].flatMap((date) => [
    ...[atlas.sighted(date), atlas.noted(date, `${date} 16:40`, 'we-met')],
  ]),
  made(1, { series: 'atlas', occurrence: 'atlas/2026-10-27', topic: '2027 scope', reach: 'large' }),
  made(2, { series: 'daily', occurrence: 'daily/2026-10-27', topic: 'Pricing' }),
];

const TOPIC: LogScope = { kind: 'topic', topic: '2027 Scope' };
const WITH_MARCUS: LogScope = { kind: 'person', person: marcus };
const ATLAS: LogScope = { kind: 'meeting', series: 'atlas', title: 'Atlas refinement' };

/** The log, and which meetings were read since. */
async function opened() {
  const outside = { clock: () => NOW, judge: judging, rejudge, owner: () => priya, turns: UNTIMED };
  const ledger = await openMemoryLedger(outside);
  await ledger.keepSetting('owner', priya);
  await ledger.append(FACTS);
  const read: string[] = [];
  const around: typeof ledger.around = (series) => {
    read.push(series);
    return ledger.around(series);
  };
  const ports = { ledger: { ...ledger, around }, clock: () => NOW, turns: UNTIMED } as unknown as Ports;
  return { ledger, ports, read };
}

const bytesOf = async (pieces: Pieces) => Buffer.from(await new Blob([...pieces] as BlobPart[]).bytes());
async function exported(ports: Ports, as: 'csv' | 'xlsx' | 'json', scope?: LogScope): Promise<Buffer> {
  const log = { as, owner: priya, app: '1.0.0', wording: wordingOf('Europe/London', NOW) };
  return bytesOf(await exportLog(ports, { ...log, ...(scope === undefined ? {} : { scope }) }));
}
const linesOf = async (ports: Ports, scope?: LogScope) =>
  (await exported(ports, 'csv', scope)).toString().split('\r\n').filter(Boolean);
describe('A table of a part of the log', () => {
  test.each<[string, LogScope, readonly string[], RegExp]>([
    ['this meeting', ATLAS, ['atlas'], /,atlas\//],
    ['this person', WITH_MARCUS, ['atlas', 'daily'], /,(?:atlas|daily)\//],
    ['this topic', TOPIC, ['atlas'], /,atlas\/2026-10-27,/],
  ])(
    '%s: its rows are rows of everything, sign for sign, and nothing else is read',
    async (_, scope, wanted, own) => {
      const { ports, read } = await opened();
      const [head, ...rows] = await linesOf(ports, scope);
      expect(read.toSorted()).toEqual(wanted);
      const [columns, ...all] = await linesOf(ports);
      expect(head).toBe(columns);
      expect(rows).toEqual(all.filter((line) => own.test(line)));
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.length).toBeLessThan(all.length);
    },
  );

  test('keeps everybody of a shared occurrence: what happened there is told by all its rows', async () => {
    const { ports } = await opened();
    const rows = (await linesOf(ports, { kind: 'person', person: dana })).filter((line) =>
      line.includes('atlas/2026-10-27'),
    );
    for (const name of ['Priya', 'Marcus', 'Dana', 'Sam', 'Wei'])
      expect(rows.filter((line) => line.includes(`,${name},`))).toHaveLength(1);
  });

  test('as JSON is always everything', async () => {
    const { ports } = await opened();
    expect((await exported(ports, 'json', TOPIC)).equals(await exported(ports, 'json'))).toBe(true);
  });
});

describe('A workbook of a part of the log', () => {
  const bookOf = async (scope: LogScope) => {
    const { ports } = await opened();
    const [reading, log, measures, decisions] = readXlsx(await exported(ports, 'xlsx', scope)).sheets;
    const cells = (sheet: { readonly rows: unknown }) => sheet.rows as readonly (readonly unknown[])[];
    return {
      ...{ reading: cells(reading), log: cells(log), measures: cells(measures), decisions: cells(decisions) },
      holds: cells(measures).find(([name]) => name === 'Holds')?.[1],
      measured: [
        ...new Set(
          cells(measures)
            .slice(6)
            .flatMap((line) => line[1] ?? []),
        ),
      ],
    };
  };

  test('says what it holds, on all its sheets', async () => {
    const of = await bookOf(WITH_MARCUS);
    expect(of.holds).toBe('the meetings to which Marcus was invited, or came');
    expect(of.reading.slice(1).map(([, meeting]) => meeting)).not.toContain('Budget');
    expect(of.measures.map(([series]) => series)).not.toContain('Budget');
    expect(of.measures.map(([series]) => series)).toContain('Atlas refinement');
    expect((await bookOf(EVERYTHING)).holds).toBe('every meeting of which a log is kept');
    expect((await bookOf(ATLAS)).holds).toBe('one meeting: Atlas refinement');
  });

  test('of a topic has its decisions as everything has them, and counts no meetings by them', async () => {
    const [of, all] = [await bookOf(TOPIC), await bookOf(EVERYTHING)];
    expect(of.decisions.slice(1).map(([name]) => name)).toEqual(['D-001']);
    // Marcus should hear of it from his one-to-one (13.2), which is not among the meetings of this part.
    expect(of.decisions[1]).toEqual(all.decisions.find(([name]) => name === 'D-001'));
    expect(of.decisions[1]?.join()).toContain('Marcus');
    expect(of.measured).toEqual(['measure', 'Decisions told']);
    expect(all.measured).toContain('Went ahead');
    expect(of.measures.find(([name]) => name === 'Counted')?.[1]).toMatch(/^decisions alone/);
  });

  test('counts the decisions of the part alone', async () => {
    const told = (of: Awaited<ReturnType<typeof bookOf>>) =>
      of.measures.filter((line) => line[1] === 'Decisions told').map((line) => line[3]);
    expect(told(await bookOf({ kind: 'topic', topic: 'Pricing' }))).toEqual(
      told(await bookOf({ kind: 'meeting', series: 'daily', title: '' })),
    );
  });
});

test('Somebody who was erased after they were chosen is known to be, and nothing is found of them', async () => {
  const { ledger, ports } = await opened();
  const scope: LogScope = { kind: 'person', person: dana };
  expect(await isForgotten(ports, scope)).toBe(false);
  await ledger.append([
    erasureOf(FACTS, priya, dana, { id: 'erasure-1', recordedAt: NOW, role: 'colleague', salt: 'salt' }),
  ]);
  expect(await isForgotten(ports, scope)).toBe(true);
  expect((await judgedLog(ports, {}, scope)).lineages).toEqual([]);
  expect(JSON.stringify(await ledger.people())).not.toMatch(/dana/i);
  expect(await isForgotten(ports, EVERYTHING)).toBe(false);
});
