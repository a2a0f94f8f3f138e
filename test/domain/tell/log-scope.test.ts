import { describe, expect, test } from 'vitest';
import { decisionHistories } from '../../../src/domain/agree/decision-history';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import type { JudgedLineage } from '../../../src/domain/judge/judged/judged';
import { EVERYTHING, type LogScope, partOf } from '../../../src/domain/tell/log-scope';
import { decision, judged, lineageOf, part } from '../builders/judged-month';
import { DANA, MARCUS, PRIYA, SAM, utc } from '../builders/readings';

const NOW = utc('2026-11-20T12:00');
/** Marcus in all of it; Dana came to one day, and was not invited to another one any more. */
const DAILY = lineageOf([
  judged('2026-11-02', 'held', { people: [part(PRIYA, 'present'), part(MARCUS, 'present')] }),
  judged('2026-11-03', 'held', {
    people: [part(PRIYA, 'present'), part(MARCUS, 'present'), part(DANA, 'present')],
  }),
  judged('2026-11-04', 'held', {
    people: [part(PRIYA, 'present'), part(MARCUS, 'present'), part(DANA, 'not-expected', { invited: false })],
  }),
]);
const ATLAS: JudgedLineage = lineageOf(
  [
    judged('2026-11-05', 'held', {
      series: 'atlas',
      key: 'atlas/2026-11-05',
      people: [part(DANA, 'present')],
    }),
    judged('2026-11-12', 'held', {
      ...{ series: 'atlas', key: 'atlas/2026-11-12' },
      people: [part(SAM, 'present'), part(DANA, 'present', { role: 'resource' })],
    }),
  ],
  { id: 'atlas', series: ['atlas', 'atlas-2'], reduced: [{ month: '2026-04' } as never] },
);
const LINEAGES = [DAILY, ATLAS];
const KEPT = [
  { lineage: 'daily', series: ['daily'], people: [MARCUS, DANA] },
  { lineage: 'atlas', series: ['atlas', 'atlas-2'], people: [DANA, SAM] },
];

const made = (number: number, more: Partial<Decision>): Decision =>
  decision(number, { accountable: PRIYA, informed: [], topic: '', decidedAt: NOW, ...more });
const HISTORIES = decisionHistories(
  [
    made(1, { occurrence: 'daily/2026-11-02', topic: 'Pricing' }),
    made(2, { occurrence: 'daily/2026-11-03', topic: '2027  Scope' }),
    made(3, { series: 'atlas-2', occurrence: 'atlas/2026-11-12', topic: '2027 scope' }),
    made(4, { series: 'atlas', occurrence: null, informed: [DANA] }),
    made(5, { series: 'atlas', occurrence: null, topic: 'Hiring' }),
  ],
  NOW,
);

/** What a part holds, in short: the meetings that are read, the days, and the numbers of the decisions. */
function heldBy(scope: LogScope) {
  const found = partOf(scope, HISTORIES);
  const reads = found.reads(KEPT);
  const held = LINEAGES.filter(({ series }) => reads.some((one) => series.includes(one))).flatMap(
    (lineage) => found.of(lineage) ?? [],
  );
  return {
    reads,
    days: held.flatMap(({ occurrences }) => occurrences.map(({ date }) => date.slice(5))),
    decisions: found.decisions(held).map((one) => one.decision.number),
  };
}

describe('A part of the log', () => {
  test('is everything', () => {
    expect(heldBy(EVERYTHING)).toEqual({
      reads: ['daily', 'atlas'],
      days: ['11-02', '11-03', '11-04', '11-05', '11-12'],
      decisions: [1, 2, 3, 4, 5],
    });
  });

  test('is one meeting with all its series, and no other is read', () => {
    expect(heldBy({ kind: 'meeting', series: 'atlas', title: 'Atlas' })).toEqual({
      reads: ['atlas'],
      days: ['11-05', '11-12'],
      decisions: [3, 4, 5],
    });
  });

  test('is what is shared with a person: where they were invited or came, and never a room', () => {
    expect(heldBy({ kind: 'person', person: MARCUS })).toEqual({
      reads: ['daily'],
      days: ['11-02', '11-03', '11-04'],
      decisions: [1, 2],
    });
    // Of what was decided in no meeting, what names them.
    expect(heldBy({ kind: 'person', person: DANA })).toEqual({
      reads: ['daily', 'atlas'],
      days: ['11-03', '11-05'],
      decisions: [2, 4],
    });
  });

  test('knows a person by any of their addresses, never by name (3.5)', () => {
    const other = { key: 'm.hale@old.example', name: 'M. Hale', address: 'm.hale@old.example' };
    expect(heldBy({ kind: 'person', person: { ...MARCUS, key: 'id:7', address: '' } }).days).toEqual([]);
    const both = { ...other, otherAddresses: [other.address, MARCUS.address] };
    expect(heldBy({ kind: 'person', person: both }).days).toEqual(['11-02', '11-03', '11-04']);
  });

  test('is what was decided about a topic and where, however its name is spelled (10.1)', () => {
    expect(heldBy({ kind: 'topic', topic: '2027 SCOPE' })).toEqual({
      reads: ['daily', 'atlas'],
      days: ['11-03', '11-12'],
      decisions: [2, 3],
    });
    expect(heldBy({ kind: 'topic', topic: 'Hiring' })).toEqual({
      ...{ reads: ['atlas'], days: [], decisions: [5] },
    });
    expect(heldBy({ kind: 'topic', topic: 'Travel' })).toEqual({ reads: [], days: [], decisions: [] });
  });

  test('claims no month of which only counts are left for a person or a topic (9)', () => {
    const reduced = (scope: LogScope) => partOf(scope, HISTORIES).of(ATLAS)?.reduced?.length;
    expect(reduced(EVERYTHING)).toBe(1);
    expect(reduced({ kind: 'person', person: DANA })).toBe(0);
    expect(reduced({ kind: 'topic', topic: '2027 scope' })).toBe(0);
  });
});
