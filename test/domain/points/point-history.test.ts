import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  checkPoint,
  nextPointNumber,
  POINT_SORTS,
  POINT_STEPS,
  type PointDraft,
} from '../../../src/domain/facts/decided/point';
import { RECAP_STEPS } from '../../../src/domain/facts/decided/recap-entry';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { pointHistories } from '../../../src/domain/points/point-history';
import { pointNames } from '../../../src/domain/points/point-names';
import { anyFact } from '../builders/any-fact';
import { point, pointMail, pointStep } from '../builders/point-facts';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';
import { naivePoints } from '../naive/naive-points';

const said = (facts: readonly Fact[]) =>
  Object.fromEntries(
    pointHistories(facts).map(({ point: { id }, name, standing }) => [id, `${name} ${standing}`]),
  );

const undo = (of: string, at: string): Fact => ({ kind: 'undo', id: `undo ${of}`, recordedAt: utc(at), of });

describe('What a point is called (12.1)', () => {
  test('12.1 of two with one number the later one, by time, then id, has a letter behind it', () => {
    const first = point(1, { id: 'b' });
    expect(said([point(1, { id: 'a', raisedAt: first.raisedAt + 1 }), first])).toEqual({
      a: 'P-001b open',
      b: 'P-001 open',
    });
    expect(said([point(1, { id: 'c' }), first])).toEqual({ b: 'P-001 open', c: 'P-001b open' });
  });

  test('12.1 a number that was mailed never changes: where one was mailed the other has the letter, both mailed both keep it', () => {
    const [earlier, later] = [
      point(1, { id: 'a' }),
      point(1, { id: 'b', raisedAt: utc('2026-11-02T10:00') }),
    ];
    const mailed = pointMail(['b'], ['P-001'], '2026-11-03T09:00');
    expect(said([earlier, later, mailed])).toEqual({ a: 'P-001b open', b: 'P-001 open' });
    const both = [earlier, later, mailed, pointMail(['a'], ['P-001'], '2026-11-03T09:01')];
    expect(said(both)).toEqual({ a: 'P-001 open', b: 'P-001 open' });
    // What did not go called nobody by any name.
    expect(said([earlier, later, { ...mailed, step: 'refused' }])).toEqual({
      a: 'P-001 open',
      b: 'P-001b open',
    });
  });

  test('12.1 a name stays with its point where the other one was taken back, and a mail of another number names nothing', () => {
    const [earlier, later] = [
      point(1, { id: 'a' }),
      point(1, { id: 'b', raisedAt: utc('2026-11-02T10:00') }),
    ];
    expect(said([earlier, later, undo('a', '2026-11-02T11:00')])).toEqual({ b: 'P-001b open' });
    expect(said([earlier, pointMail(['a'], ['P-0012'], '2026-11-03T09:00')])).toEqual({ a: 'P-001 open' });
    expect(nextPointNumber([earlier, { number: 7 }])).toBe(8);
  });

  test('of any number of points with one number, each by a name of its own', () => {
    const many = Array.from({ length: 20_000 }, (_, at) =>
      point(1, { id: `p${String(at).padStart(5, '0')}` }),
    );
    const names = [...pointNames(many, []).values()];
    const [, ...mailed] = many;
    const mails = mailed.map(({ id }, at) =>
      pointMail([id], [names[at] ?? ''], '2026-11-03T09:00', { id, mailKey: id }),
    );
    expect(new Set(pointNames(many, mails).values()).size).toBe(many.length);
  });
});

describe('How a point stands (12.1)', () => {
  const on = (day: string) => ({ occurrence: `daily/2026-11-${day}` });

  test('12.1 it is open until it was talked about, answered or dropped; not yet leaves it open, and what is taken back was not said', () => {
    const raised = point(1);
    expect(said([raised])).toEqual({ p1: 'P-001 open' });
    expect(said([raised, pointStep('p1', 'not-yet', '2026-11-03T16:00', on('03'))])).toEqual({
      p1: 'P-001 open',
    });
    const yes = pointStep('p1', 'talked-about', '2026-11-04T16:00', { ...on('04'), words: 'Until March' });
    expect(said([raised, yes])).toEqual({ p1: 'P-001 talked-about' });
    expect(said([raised, yes, undo(yes.id, '2026-11-04T16:01')])).toEqual({ p1: 'P-001 open' });
    expect(said([raised, pointStep('p1', 'answered', '2026-11-04T17:00')])).toEqual({ p1: 'P-001 answered' });
    expect(said([raised, pointStep('p1', 'dropped', '2026-11-04T17:00')])).toEqual({ p1: 'P-001 dropped' });
  });

  test('12.1 of one meeting the latest word counts; that it was not talked about there opens nothing that was answered', () => {
    const yes = pointStep('p1', 'talked-about', '2026-11-04T16:00', on('04'));
    const no = pointStep('p1', 'not-yet', '2026-11-04T16:05', on('04'));
    expect(said([point(1), yes, no])).toEqual({ p1: 'P-001 open' });
    expect(said([point(1), pointStep('p1', 'answered', '2026-11-04T12:00'), no])).toEqual({
      p1: 'P-001 answered',
    });
    expect(said([point(1), yes, { ...no, ...on('05') }])).toEqual({ p1: 'P-001 talked-about' });
  });

  test('12.1 news is closed when it went to the person it was for, and a question never by its mail', () => {
    const mail = pointMail(['p1', 'p2'], ['P-001', 'P-002'], '2026-11-03T09:00');
    const both = [point(1), point(2, { sort: 'news' })];
    expect(said([...both, mail])).toEqual({ p1: 'P-001 open', p2: 'P-002 told' });
    for (const step of ['sending', 'taken-back', 'refused'] as const)
      expect(said([...both, { ...mail, step }])).toEqual({ p1: 'P-001 open', p2: 'P-002 open' });
    expect(said([...both, { ...mail, to: [DANA] }])).toMatchObject({ p2: 'P-002 open' });
    expect(said([point(2, { sort: 'news', person: null }), mail])).toEqual({ p2: 'P-002 open' });
  });

  const ids = ['p1', 'p2', 'p3', 'p4'];
  const at = fc.integer({ min: utc('2026-11-02T00:00'), max: utc('2026-11-20T00:00') });
  const stamp = fc.integer({ min: 0, max: 99_999 }).map((count) => `e${String(count).padStart(5, '0')}`);
  const person = fc.constantFrom(MARCUS, DANA, null);
  const happening: fc.Arbitrary<Fact> = fc.oneof(
    fc
      .record({ id: fc.constantFrom(...ids), number: fc.integer({ min: 1, max: 2 }), raisedAt: at, person })
      .chain((one) => fc.constantFrom(...POINT_SORTS).map((sort) => point(one.number, { ...one, sort }))),
    fc
      .record({ id: stamp, of: fc.constantFrom(...ids), step: fc.constantFrom(...POINT_STEPS), at })
      .chain((one) =>
        fc
          .constantFrom(null, 'daily/2026-11-03', 'daily/2026-11-04')
          .map((occurrence) =>
            pointStep(one.of, one.step, '2026-11-03T09:00', { id: one.id, at: one.at, occurrence }),
          ),
      ),
    fc
      .record({
        id: stamp,
        points: fc.subarray(ids),
        called: fc.array(fc.constantFrom('P-001', 'P-001b', 'P-002', 'P-002c'), {
          minLength: 4,
          maxLength: 4,
        }),
        step: fc.constantFrom(...RECAP_STEPS),
        mailKey: fc.constantFrom('k1', 'k2'),
        to: fc.constantFrom([MARCUS], [DANA]),
      })
      .map(({ points, called, ...more }) => pointMail(points, called, '2026-11-03T09:00', more)),
    fc
      .record({ id: stamp, of: fc.oneof(stamp, fc.constantFrom(...ids)) })
      .map(({ id, of }): Fact => ({ kind: 'undo', id: `u${id}`, recordedAt: utc('2026-11-20T00:00'), of })),
  );
  const history = fc.uniqueArray(happening, { selector: ({ id }) => id, maxLength: 25 });

  test('12.1 it is what a plain walk over the same history says, on every machine and in whatever order logs were merged', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.boolean()), (facts, side) => {
        const plain = naivePoints(facts);
        expect(said(facts)).toEqual(plain);
        for (const one of Object.values(plain)) seen.add(one.replace(/^P-\d+/, ''));
        const mine = facts.filter(() => side.next().value);
        const theirs = facts.filter((one) => !mine.includes(one));
        expect(said([...theirs.reverse(), ...mine, ...mine])).toEqual(plain);
      }),
      { numRuns: 400 },
    );
    expect([...seen].filter((one) => !/^[cd]/.test(one)).length).toBeGreaterThan(6);
  });

  test('is found in whatever a file brings', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 30 }), (facts) => {
        const found = pointHistories(facts);
        expect(new Set(found.map(({ point: { id } }) => id)).size).toBe(found.length);
        expect(found.every(({ name }) => /^P-\d{3}[a-z]*$/.test(name))).toBe(true);
      }),
    );
  });
});

describe('The door of a point', () => {
  const NOW = utc('2026-11-10T16:00');
  const draft: PointDraft = {
    ...{ text: ' Who keeps the lookup? ', sort: 'question', person: MARCUS, topic: ' ', deadline: '' },
    occurrence: null,
  };
  const faults = (more: Partial<PointDraft>) => {
    const checked = checkPoint({ ...draft, ...more }, PRIYA, NOW);
    return checked.ok ? [] : checked.fault;
  };

  test('takes what is typed without what was left empty', () => {
    const checked = checkPoint({ ...draft, deadline: '2026-11-10' }, PRIYA, NOW);
    expect(checked.ok && checked.value).toEqual({
      ...{ text: 'Who keeps the lookup?', sort: 'question', person: MARCUS, occurrence: null },
      deadline: '2026-11-10',
    });
  });

  test('names every fault at once, each beside its field', () => {
    expect(faults({ text: ' ', topic: 'x'.repeat(81), deadline: '2026-02-30' })).toEqual([
      'text-missing',
      'topic-too-long',
      'deadline-unknown',
    ]);
    expect(faults({ text: 'x'.repeat(301), deadline: '2026-11-09' })).toEqual([
      'text-too-long',
      'deadline-past',
    ]);
    expect(faults({ person: { key: 'marcus', name: '', address: 'marcus' } })).toEqual(['person-unknown']);
    expect(faults({ person: { key: 'id:7', name: 'Wei', address: '' } })).toEqual([]);
    expect(faults({ person: PRIYA })).toEqual(['person-is-owner']);
  });
});
