import { judgeLineage } from '../../at-once';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import type { Fact } from '../../../src/domain/facts/log/fact';
import { judging, rejudge } from '../../../src/domain/judge/verdict/judge';
import { HOUR, type Instant } from '../../../src/domain/time/time';
import { type Ledger, openLedger } from '../../../src/ledger/ledger';
import { about, at, daily, priya } from '../../domain/builders/facts';

/** What a pane remembers of the database spares it reading and judging, and never shows: so say two panes. */

const DAYS = ['2026-11-02', '2026-11-03', '2026-11-04'] as const;
const LOGS = ['one', 'two'] as const;
const BEGUN = at('2026-11-02 15:31');

function panes() {
  const indexedDB = new IDBFactory();
  let now = BEGUN;
  const judge = vi.fn(judging);
  const open = () =>
    openLedger({ name: 'log', indexedDB, clock: () => now, owner: () => priya, judge, rejudge });
  return { open, judge, clock: () => now, pass: (time: Instant) => (now += time) };
}

const told = LOGS.map((series) => about({ ...daily, series, title: 'Sync', firstDate: DAYS[0] }));
/** Two logs that look alike, and an invitation that could replace an occurrence of either. */
const base: readonly Fact[] = [
  ...told.flatMap((one) => [
    one.kept('start', '2026-10-20 09:00'),
    one.seen(),
    ...DAYS.map((date) => one.sighted(date)),
  ]),
  ...again(),
];

function again(): readonly Fact[] {
  const one = about({ ...daily, series: 'again', title: 'Sync', start: '15:30', firstDate: DAYS[1] });
  const single = { seenAt: at(`${DAYS[1]} 09:31`), createdAt: at(`${DAYS[1]} 09:30`) };
  return [one.seen({ ...single, recurrence: null }), one.sighted(DAYS[1], { ...single, single: true })];
}

const step = fc.record({
  pane: fc.nat(1),
  what: fc.constantFrom(
    'met',
    'met',
    'nobody',
    'correction',
    'dispute',
    'undo',
    'cancel',
    'rules',
    'look',
    'decision',
  ),
  series: fc.constantFrom(...LOGS, 'again'),
  day: fc.constantFrom(...DAYS),
  pick: fc.nat(6),
  passes: fc.constantFrom(0, HOUR / 2, 7 * HOUR),
});

function factOf(
  { what, series, day, pick }: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
  place: number,
  now: Instant,
): Fact | null {
  const [id, recordedAt, occurrence] = [`step ${place}`, now, `${series}/${day}`];
  switch (what) {
    case 'met':
    case 'nobody':
      return {
        kind: 'check-in',
        id,
        recordedAt,
        occurrence,
        said: what === 'met' ? 'we-met' : 'nobody-joined',
        minutes: null,
        people: [],
      };
    case 'correction':
      return { kind: 'correction', id, recordedAt, occurrence, reason: 'it was', outcome: 'held' };
    case 'dispute':
      return { kind: 'dispute', id, recordedAt, occurrence, reason: 'it was not' };
    case 'undo':
      return { kind: 'undo', id, recordedAt, of: `step ${pick}` };
    case 'cancel':
      return about({ ...daily, series }).mail('cancellation', day, now);
    case 'rules':
      return { kind: 'rules', id, recordedAt, series, rules: { window: { minutes: pick * 60 } } };
    case 'decision':
      return {
        ...{
          kind: 'decision',
          id,
          recordedAt,
          series,
          occurrence,
          number: pick,
          text: 'So',
          why: '',
          topic: '',
        },
        ...{ accountable: priya, informed: [], decidedAt: now },
      };
    case 'look':
      return null;
  }
}

async function differences(ledger: Ledger, now: Instant): Promise<readonly string[]> {
  const facts = await ledger.allFacts();
  const found: string[] = [];
  for (const series of [...LOGS, 'again']) {
    const { lineage } = await ledger.around(series);
    const whole = judgeLineage({ owner: priya, facts }, series, now);
    if (JSON.stringify(lineage) !== JSON.stringify(whole)) found.push(series);
  }
  return found;
}

describe('What a pane remembers', { timeout: 60_000 }, () => {
  test('is what it would read and judge, whoever wrote in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        const { open, clock, pass } = panes();
        const both = [await open(), await open()] as const;
        await both[0].append(base);
        for (const [place, one] of steps.entries()) {
          pass(one.passes);
          const ledger = both[one.pane === 0 ? 0 : 1];
          const fact = factOf(one, place, clock());
          if (fact !== null) await ledger.append([fact]);
          else await ledger.append([], [{ series: 'one', sweptAt: clock(), mailsUntil: null }]);
          if (one.pick % 2 === 0) expect(await differences(ledger, clock())).toEqual([]);
        }
        for (const ledger of both) expect(await differences(ledger, clock())).toEqual([]);
        expect((await both[0].check()) && (await both[1].rebuild())).toBe(true);
      }),
      { numRuns: 8, seed: 20_261_121 },
    );
  });

  test('spares judging the whole series for a tap, and its look-alikes altogether', async () => {
    const { open, judge, pass, clock } = panes();
    const ledger = await open();
    await ledger.append(base);
    await ledger.around('one');
    judge.mockClear();
    pass(HOUR / 2);
    await ledger.append([told[0]?.noted(DAYS[0], clock(), 'we-met') as Fact]);
    const { lineage } = await ledger.around('one');
    expect(lineage?.occurrences.map(({ outcome }) => outcome)).toContain('held');
    expect(judge).not.toHaveBeenCalled();
  });

  test('is forgotten with the log', async () => {
    const { open } = panes();
    const [ledger, other] = [await open(), await open()];
    await ledger.append(base);
    await other.around('one');
    await ledger.eraseAll();
    expect(await other.around('one')).toEqual({ facts: [], lineage: null });
    await ledger.append(base);
    expect((await other.around('one')).facts).toHaveLength(base.length);
  });
});
