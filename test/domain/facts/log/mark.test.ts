import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../../src/domain/facts/log/fact';
import { type Mark, type MarkDraft, marksFrom } from '../../../../src/domain/facts/log/mark';
import {
  about,
  at,
  daily,
  judge,
  LONDON,
  marcus,
  occurrenceOn,
  priya,
  refinement,
} from '../../builders/facts';

/** 4.3: what the owner marks by hand counts as what a calendar shows. */

const WED = '2026-11-04';
const THU = '2026-11-05';
const sync = about(daily);
const atlas = about(refinement);

let count = 0;
const marked = (draft: Partial<MarkDraft>): readonly Mark[] => {
  const made = marksFrom({ person: marcus.key, kind: 'away', from: WED, until: WED, ...draft }, LONDON);
  if (!made.ok) throw new Error(made.fault);
  return made.value.map(
    (mark): Mark => ({ ...mark, id: `mark-${++count}`, recordedAt: at('2026-11-03 09:00') }),
  );
};
const on = (date: string, more: readonly Fact[]) =>
  occurrenceOn(judge([sync.seen(), sync.sighted(WED), sync.sighted(THU), ...more], 'daily'), date);

describe('4.3 a mark by hand', () => {
  test('2.5 leaves the one-to-one out on each of its days, both ends included, and on no other', () => {
    const marks = marked({ from: WED, until: THU });
    for (const date of [WED, THU]) {
      expect(on(date, marks)).toMatchObject({
        outcome: 'excluded-away',
        evidence: ['own-note'],
        grade: 'noted',
      });
    }
    expect(on(THU, marked({}))).toMatchObject({ outcome: 'not-recorded' });
  });

  test('2.5 of a holiday leaves it out as a holiday', () => {
    const marks = marked({ kind: 'holiday', from: WED, until: THU });
    expect(marks).toHaveLength(2);
    expect(on(WED, marks)).toMatchObject({ outcome: 'excluded-holiday', evidence: ['own-note'] });
    expect(on(THU, marks).outcome).toBe('excluded-holiday');
  });

  test('2.5 of the owner is their own absence', () => {
    expect(on(WED, marked({ person: priya.key })).outcome).toBe('excluded-own-absence');
    expect(on(WED, marked({ person: priya.key, kind: 'holiday' })).outcome).toBe('excluded-own-absence');
  });

  test('4.2 in a group takes that person alone out of the count', () => {
    const tuesday = '2026-11-03';
    const facts = [atlas.seen(), atlas.sighted(tuesday), ...marked({ from: tuesday, until: tuesday })];
    const one = occurrenceOn(judge(facts, 'atlas'), tuesday);
    expect(one.outcome).toBe('not-recorded');
    expect(one.people.find(({ person }) => person.key === marcus.key)).toMatchObject({
      outcome: 'away',
      grade: 'noted',
    });
  });

  test('1 taken back does not count, and taking that back counts again', () => {
    const [mark] = marked({});
    if (mark === undefined) throw new Error('nothing was marked');
    const undo = (id: string, of: string): Fact => ({
      ...{
        kind: 'undo',
        id,
        recordedAt: at('2026-11-03 10:00') + Number(id.slice(-1)),
        of,
        person: marcus.key,
      },
    });
    expect(on(WED, [mark, undo('undo-1', mark.id)]).outcome).toBe('not-recorded');
    expect(on(WED, [mark, undo('undo-1', mark.id), undo('undo-2', 'undo-1')]).outcome).toBe('excluded-away');
  });

  test('2.4 presence beats it', () => {
    expect(on(WED, [...marked({}), sync.noted(WED, `${WED} 15:31`, 'we-met')]).outcome).toBe('held');
  });

  test.each([
    ['without a first day', { from: '' }, 'day-missing'],
    ['without a last day', { until: 'soon' }, 'day-missing'],
    ['of a day there is not', { from: '2026-13-45', until: '2026-13-45' }, 'day-missing'],
    ['that ends before it starts', { from: THU, until: WED }, 'ends-before-it-starts'],
    ['of more than a year', { from: '2025-11-04', until: '2026-11-05' }, 'too-long'],
    ['of a holiday of more than a month', { kind: 'holiday', until: '2026-12-05' }, 'too-long'],
  ] as const)('%s is refused: %j is %s', (_, change, fault) => {
    const draft = { person: marcus.key, kind: 'away', from: WED, until: WED, ...change } as const;
    expect(marksFrom(draft, LONDON)).toEqual({ ok: false, fault });
  });

  test('of a day on which the clocks change has all its hours', () => {
    const [mark] = marked({ from: '2026-10-25', until: '2026-10-25' });
    expect(mark).toMatchObject({ span: { start: at('2026-10-25 00:00'), end: at('2026-10-26 00:00') } });
  });
});
