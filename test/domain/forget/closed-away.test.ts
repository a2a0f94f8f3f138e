import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { nextPointNumber } from '../../../src/domain/facts/decided/point';
import type { Reduced } from '../../../src/domain/facts/entered/reduced';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { mergeFacts } from '../../../src/domain/facts/log/log';
import type { Person } from '../../../src/domain/facts/things/person';
import { asClosedHere, closedUntil } from '../../../src/domain/forget/closed-away';
import { whatWouldGo } from '../../../src/domain/forget/what-would-go';
import { openPoints, pointHistories } from '../../../src/domain/points/point-history';
import { promiseHistories } from '../../../src/domain/promises/promise-history';
import { forgotten } from '../../at-once';
import { catchUpEntry, recap } from '../builders/judged-month';
import { point, pointMail, pointStep } from '../builders/point-facts';
import { promised, promiseStep } from '../builders/promise-facts';
import { DANA, MARCUS, utc } from '../builders/readings';

const UNTIL = '2026-11';
const undo = (of: string, at: string): Fact => ({ kind: 'undo', id: `undo ${of}`, recordedAt: utc(at), of });
const reduction = (facts: readonly Fact[], id = 'reduced', until = UNTIL): Reduced => ({
  ...{ kind: 'reduced', id, recordedAt: utc('2027-06-01T09:00'), series: 'daily', until, months: [] },
  ...closedUntil(facts, until),
});
const reduce = (facts: readonly Fact[], id?: string): readonly Fact[] =>
  forgotten([...facts, reduction(facts, id)]);
const MAIL = pointMail(['p1'], ['P-001'], '2026-11-05T09:00');

describe('9 Points and promises that were closed long ago', () => {
  test.each<[string, readonly string[], ...Fact[]]>([
    ['go when they were answered', ['p1'], point(1), pointStep('p1', 'answered', '2026-11-09T09:00')],
    ['talked about', ['p1'], point(1), pointStep('p1', 'talked-about', '2026-11-09T09:00')],
    ['dropped', ['p1'], point(1), pointStep('p1', 'dropped', '2026-11-09T09:00')],
    ['news, when it went to whom it was for', ['p1'], point(1, { sort: 'news' }), MAIL],
    ['or taken back', ['p1'], point(1), undo('p1', '2026-11-09T09:00')],
    ['not open, however old', [], point(1), MAIL],
    ['not put off in a meeting', [], point(1), pointStep('p1', 'not-yet', '2026-11-09T09:00')],
    ['not closed later', [], point(1), pointStep('p1', 'answered', '2026-12-02T09:00')],
    [
      'not spoken of later',
      [],
      point(1),
      pointStep('p1', 'answered', '2026-11-09T09:00'),
      pointStep('p1', 'dropped', '2026-12-02T09:00'),
    ],
    [
      'not where the closing was taken back',
      [],
      point(1),
      pointStep('p1', 'answered', '2026-11-09T09:00', { id: 's' }),
      undo('s', '2026-11-10T09:00'),
    ],
    [
      'not where an open one has the same number, and would get its name',
      [],
      point(1),
      point(1, { id: 'q1', raisedAt: utc('2026-11-03T09:00') }),
      pointStep('p1', 'answered', '2026-11-09T09:00'),
    ],
    ['promises that were kept', ['m1'], promised('m1'), promiseStep('m1', 'done', '2026-11-12T09:00')],
    ['or dropped', ['m1'], promised('m1'), promiseStep('m1', 'dropped', '2026-11-12T09:00')],
    ['not those that are open', [], promised('m1')],
    ['nor moved', [], promised('m1'), promiseStep('m1', 'moved', '2026-11-12T09:00', { by: '2026-11-20' })],
  ])('9 %s', (_, expected, ...facts) => {
    expect(closedUntil(facts, UNTIL).closed).toEqual(expected);
    expect(closedUntil(facts, '2026-10').closed).toEqual([]);
    const left = reduce(facts);
    for (const fact of facts) {
      const isOfIt = JSON.stringify(fact).includes(`"${expected[0]}"`) && fact.kind !== 'undo';
      expect(left.some(({ id }) => id === fact.id)).toBe(!isOfIt);
    }
  });

  test('9 what a mail told of decisions and of what is open stays, without a word of what is closed', () => {
    const told = catchUpEntry('c1', 'sent', {
      ...{ decisions: ['d1'], points: ['p1', 'p2'], pointsCalled: ['P-001', 'P-002'] },
      ...{ subject: 'P-001: Closed and 2 more', internetMessageId: '<both>' },
    });
    const other = recap('r1', '2026-11-05', 'sent', { points: ['p1'], pointsCalled: ['P-001'] });
    const both = pointMail(['p2', 'p1'], ['P-002', 'P-001'], '2026-11-05T10:00', { subject: 'P-002: Open' });
    const closing = pointStep('p1', 'answered', '2026-11-09T09:00');
    const left = reduce([point(1), point(2), told, other, MAIL, both, closing]);
    expect(left.filter(({ kind }) => kind !== 'reduced')).toEqual([
      point(2),
      { ...told, points: ['p2'], pointsCalled: ['P-002'], subject: '' },
      { ...both, points: ['p2'], called: ['P-002'] },
    ]);
  });

  test('9 no number of one that is gone is given again', () => {
    const facts = [point(3), point(1), pointStep('p3', 'answered', '2026-11-09T09:00')];
    const left = reduce(facts);
    const points = left.filter((fact) => fact.kind === 'point');
    expect(points.map(({ id }) => id)).toEqual(['p1']);
    expect(
      nextPointNumber(
        points,
        left.filter((fact) => fact.kind === 'reduced'),
      ),
    ).toBe(4);
  });

  test('9 a file that says of an open one that it was closed takes nothing', () => {
    const open = [point(1), promised('m1'), point(2), pointStep('p2', 'answered', '2026-12-02T09:00')];
    const said: Reduced = { ...reduction([]), closed: ['p1', 'm1', 'p2', 'elsewhere'] };
    expect(asClosedHere(said, open).closed).toEqual(['elsewhere']);
    const now = utc('2027-06-01T09:00');
    expect(whatWouldGo({ facts: open, incoming: [said], ownKeys: [], now })).toBeNull();
    const closed = [...open, pointStep('p1', 'dropped', '2026-11-09T09:00')];
    expect(whatWouldGo({ facts: closed, incoming: [said], ownKeys: [], now })).toMatchObject({
      reduces: true,
    });
  });
});

const who = (id: string): Person => ({
  ...{ key: `${id}@gone.example`, name: `Name of ${id}`, address: `${id}@gone.example` },
});
const DAYS = ['2026-10-05', '2026-11-05', '2026-11-25', '2026-12-05', '2027-01-05'];
/** Everything that is said of a few points and promises, each of somebody else, at some time. */
const WHAT = [
  ...(['answered', 'talked-about', 'dropped', 'not-yet', 'mail', 'again', 'back'] as const),
  ...(['done', 'moved', 'let go', 'both'] as const),
] as const;
const anyWord = fc
  .record({
    of: fc.integer({ min: 1, max: 4 }),
    day: fc.constantFrom(...DAYS),
    what: fc.constantFrom(...WHAT),
  })
  .map(saidOf);

interface Word {
  readonly of: number;
  readonly day: string;
  readonly what: (typeof WHAT)[number];
}

function saidOf({ of, day, what }: Word): Fact {
  const [p, m, at] = [`p${of}`, `m${of}`, `${day}T09:00`];
  const id = `${what} ${of} ${day}`;
  const mailed = { id, to: [who(p)], subject: `P-00${of}: text of ${p}`, internetMessageId: `<${p}>` };
  switch (what) {
    case 'mail':
      return pointMail([p], [`P-00${of}`], at, { ...mailed, mailKey: id });
    case 'again':
    case 'both':
      return catchUpEntry(id, 'sent', {
        ...{ ...mailed, mailKey: id, recordedAt: utc(at), sentAt: utc(at), points: [p] },
        ...{ pointsCalled: [`P-00${of}`], decisions: what === 'both' ? ['d1'] : [] },
        ...(what === 'both' ? { internetMessageId: '<of the decision>', to: [DANA] } : {}),
      });
    case 'back':
      return { kind: 'undo', id, recordedAt: utc(at), of: `answered ${of} ${day}` };
    case 'done':
    case 'moved':
      return promiseStep(m, what, at, {
        id,
        whose: who(m),
        ...(what === 'moved' ? { by: '2027-03-01' } : {}),
      });
    case 'let go':
      return promiseStep(m, 'dropped', at, { id, whose: who(m) });
    case 'answered':
    case 'talked-about':
    case 'dropped':
    case 'not-yet':
      return pointStep(p, what, at, { id, person: who(p), words: `answer of ${p}` });
  }
}
const RAISED: readonly Fact[] = [1, 2, 3, 4].flatMap((of) => [
  point(of, { text: `text of p${of}`, person: who(`p${of}`), sort: of === 4 ? 'news' : 'question' }),
  promised(`m${of}`, { text: `text of m${of}`, whose: who(`m${of}`), to: MARCUS }),
]);
const anyLog = fc
  .uniqueArray(anyWord, { selector: ({ id }) => id, maxLength: 24, size: 'max' })
  .map((words) => mergeFacts(RAISED, words));
const openIn = (facts: readonly Fact[]): readonly string[] => [
  ...openPoints(pointHistories(facts)).map(({ point: { id } }) => id),
  ...promiseHistories(facts).flatMap(({ promise, standing }) => (standing === 'open' ? [promise.id] : [])),
];

describe('9 Whatever was said of points and promises', () => {
  test('9 nothing that is open goes, and of what goes no text, name or message id is left', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const limit = reduction(log);
        const left = forgotten([...log, limit]);
        const gone = new Set(limit.closed);
        expect(openIn(left)).toEqual(openIn(log));
        for (const id of openIn(log)) {
          expect(gone.has(id)).toBe(false);
          const about = (facts: readonly Fact[]) =>
            facts.filter((fact) => JSON.stringify(fact).includes(who(id).key));
          expect(about(left)).toEqual(about(log));
        }
        const text = JSON.stringify(left);
        for (const id of gone)
          for (const trace of [`of ${id}"`, who(id).key, `<${id}>`]) expect(text).not.toContain(trace);
      }),
    );
  });

  test('9 reduced before or after logs are merged, whichever is merged into the other, the same is left', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (a, b) => {
        const [ofA, ofB] = [reduction(a, 'r a'), reduction(b, 'r b')];
        const all = mergeFacts(a, b);
        const after = forgotten([...all, ofA, ofB]);
        const sorted = (facts: readonly Fact[]) => [...facts].sort((x, y) => (x.id < y.id ? -1 : 1));
        const [leftA, leftB] = [forgotten([...a, ofA]), forgotten([...b, ofB])];
        expect(sorted(forgotten(mergeFacts(leftA, leftB)))).toEqual(sorted(after));
        expect(sorted(forgotten(mergeFacts(leftB, leftA)))).toEqual(sorted(after));
        // An older file of either brings nothing back.
        expect(sorted(forgotten(mergeFacts(after, all)))).toEqual(sorted(after));
      }),
    );
  });

  test('9 heard of on another machine, it takes nothing that is open there', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (a, b) => {
        const heeded = asClosedHere(reduction(a), b);
        expect(openIn(forgotten([...b, heeded]))).toEqual(openIn(b));
        // Where both know the same it is heeded whole.
        expect(asClosedHere(reduction(a), a)).toEqual(reduction(a));
      }),
    );
  });
});
