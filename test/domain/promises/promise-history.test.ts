import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  checkPromise,
  checkPromiseWord,
  PROMISE_STEPS,
  type PromiseDraft,
} from '../../../src/domain/facts/decided/promise';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { promiseHistories, promisesWith } from '../../../src/domain/promises/promise-history';
import { anyFact } from '../builders/any-fact';
import { promised, promiseStep } from '../builders/promise-facts';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';
import { naivePromises } from '../naive/naive-promises';

const said = (facts: readonly Fact[]) =>
  Object.fromEntries(
    promiseHistories(facts).map(({ promise: { id }, by, standing }) => [id, `${standing} ${by}`]),
  );
const undo = (of: string, at: string): Fact => ({ kind: 'undo', id: `undo ${of}`, recordedAt: utc(at), of });

describe('How a promise stands (14.3)', () => {
  const done = promiseStep('a', 'done', '2026-11-11T10:00');
  const moved = promiseStep('a', 'moved', '2026-11-10T10:00', { by: '2026-11-19' });
  test.each<[string, readonly Fact[], string]>([
    [
      '14.3 open until its day, and after it, as long as nobody said what became of it',
      [],
      'open 2026-11-12',
    ],
    ['14.3 done', [done], 'done 2026-11-12'],
    ['14.3 dropped', [promiseStep('a', 'dropped', '2026-11-11T10:00')], 'dropped 2026-11-12'],
    ['14.3 moved to another day it is open', [moved], 'open 2026-11-19'],
    ['14.3 moved, then done', [done, moved], 'done 2026-11-19'],
    [
      '14.3 the latest word counts: done on one machine, moved later on another',
      [done, promiseStep('a', 'moved', '2026-11-11T11:00', { by: '2026-11-20' })],
      'open 2026-11-20',
    ],
    [
      '14.3 what was said of it and taken back',
      [moved, done, undo(done.id, '2026-11-12T10:00')],
      'open 2026-11-19',
    ],
    [
      '14.3 moved without a day, from a broken file, says nothing',
      [{ ...moved, by: 'soon' }],
      'open 2026-11-12',
    ],
  ])('%s', (_, facts, stands) => {
    expect(said([...facts, promised('a')])).toEqual({ a: stands });
  });

  test('14.3 taken back it is none; the soonest stands first', () => {
    const facts = [promised('a'), promised('b', { by: '2026-11-05' }), promised('c')];
    expect(
      promiseHistories([...facts, undo('c', '2026-11-03T10:00')]).map(({ promise }) => promise.id),
    ).toEqual(['b', 'a']);
  });

  test('14.3 the own and those of others stand alike with a person: what they said, and what was said to them', () => {
    const all = promiseHistories([
      promised('theirs'),
      promised('own', { whose: PRIYA, to: MARCUS }),
      promised('own to others', { whose: PRIYA, to: DANA }),
      promised('of others', { whose: DANA }),
    ]);
    expect(promisesWith(all, MARCUS).map(({ promise }) => promise.id)).toEqual(['own', 'theirs']);
  });
});

describe('14.3 whatever happens, on however many machines', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  const day = fc.constantFrom('2026-11-05', '2026-11-12', '2026-11-19');
  const at = fc.integer({ min: 0, max: 30 }).map((hours) => utc('2026-11-03T00:00') + hours * 3_600_000);
  const happening = fc.oneof(
    fc.record({ what: fc.constant('said' as const), id, day }),
    fc.record({ what: fc.constant('step' as const), id, step: fc.constantFrom(...PROMISE_STEPS), at, day }),
    fc.record({ what: fc.constant('undo' as const), of: fc.nat(8) }),
  );
  const history = fc.array(happening, { maxLength: 14 }).map((all) => {
    const facts: Fact[] = [];
    for (const [no, one] of all.entries()) {
      if (one.what === 'said' && !facts.some((fact) => fact.id === one.id))
        facts.push(promised(one.id, { by: one.day }));
      if (one.what === 'step')
        facts.push(
          promiseStep(one.id, one.step, '2026-11-03T00:00', {
            ...{ id: `s${String(no).padStart(2, '0')}`, at: one.at, recordedAt: one.at },
            ...(one.step === 'moved' ? { by: one.day } : {}),
          }),
        );
      const of = one.what === 'undo' ? facts[one.of] : undefined;
      if (of !== undefined && of.kind !== 'undo')
        facts.push({ kind: 'undo', id: `u${no}`, recordedAt: utc('2026-11-08T00:00'), of: of.id });
    }
    return facts;
  });

  test('stands as a plain walk says, in whatever order and however often the facts are merged', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.boolean()), (facts, side) => {
        const plain = naivePromises(facts);
        expect(said(facts)).toEqual(plain);
        for (const one of Object.values(plain)) seen.add(one.slice(0, 4));
        const mine = facts.filter(() => side.next().value);
        const theirs = facts.filter((one) => !mine.includes(one));
        expect(said([...theirs.reverse(), ...mine, ...mine])).toEqual(plain);
      }),
      { numRuns: 400 },
    );
    expect([...seen].sort()).toEqual(['done', 'drop', 'open']);
  });

  test('is found in whatever a file brings', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 30 }), (facts) => {
        for (const { by } of promiseHistories(facts)) expect(by).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
    );
  });
});

describe('The door of a promise', () => {
  const NOW = utc('2026-11-10T16:00');
  const draft: PromiseDraft = { text: ' Sends the numbers ', whose: MARCUS, by: '2026-11-10' };
  const faults = (more: Partial<PromiseDraft>) => {
    const checked = checkPromise({ ...draft, ...more }, NOW, PRIYA.zone);
    return checked.ok ? [] : checked.fault;
  };
  test('takes what was said, whose it is, and a day from today on', () => {
    const checked = checkPromise(draft, NOW, PRIYA.zone);
    expect(checked.ok && checked.value).toEqual({
      text: 'Sends the numbers',
      whose: MARCUS,
      by: '2026-11-10',
    });
    expect(faults({ whose: PRIYA })).toEqual([]);
  });
  test('names every fault at once, each beside its field', () => {
    expect(faults({ text: ' ', whose: null, by: '' })).toEqual([
      'text-missing',
      'whose-unknown',
      'by-missing',
    ]);
    expect(faults({ text: 'x'.repeat(301), by: '2026-02-30' })).toEqual(['text-too-long', 'by-unknown']);
    expect(faults({ by: '2026-11-09' })).toEqual(['by-past']);
  });
  test('moves it to a day to come alone', () => {
    const word = (by: string) => checkPromiseWord({ step: 'moved', by }, NOW, PRIYA.zone);
    expect(word('2026-11-17').ok).toBe(true);
    expect([word(''), word('2026-11-09')]).toEqual([
      { ok: false, fault: ['by-missing'] },
      { ok: false, fault: ['by-past'] },
    ]);
    expect(checkPromiseWord({ step: 'done' }, NOW, PRIYA.zone).ok).toBe(true);
  });
});
