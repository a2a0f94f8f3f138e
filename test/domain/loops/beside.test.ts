import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../src/domain/facts/log/fact';
import type { JudgedOccurrence } from '../../../src/domain/judge/judged/judged';
import { besideUntil, peopleOwed, syncsAhead } from '../../../src/domain/loops/beside';
import { mattersOf, nextMidnight } from '../../../src/domain/loops/open-loops';
import { request } from '../builders/consult-facts';
import { decision, judged, lineageOf } from '../builders/judged-month';
import { point } from '../builders/point-facts';
import { PRIYA, utc } from '../builders/readings';

const LONDON = 'Europe/London';
const of = (now: number, occurrences: readonly JudgedOccurrence[], facts: readonly Fact[] = []) =>
  mattersOf(lineageOf(occurrences), facts, PRIYA, now);
const ahead = (on: string, occurrences: readonly JudgedOccurrence[], zone = LONDON) =>
  syncsAhead(of(utc(on), occurrences), utc(on), zone).map(({ occurrence }) => occurrence);

const MONTH = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map((date) =>
  judged(date, 'upcoming'),
);

describe('What comes next', () => {
  test('is what stands of today and tomorrow by the owner’s clock, the soonest first', () => {
    expect(ahead('2026-11-20T10:00', MONTH.toReversed())).toEqual(['daily/2026-11-20', 'daily/2026-11-21']);
    // In Auckland it is the 21st already, and half past four in the morning of the 22nd is tomorrow.
    expect(ahead('2026-11-20T18:00', MONTH, 'Pacific/Auckland')).toEqual(['daily/2026-11-21']);
  });

  test('is also what is on now, and nothing that is over', () => {
    const { effective } = judged('2026-11-20', 'upcoming');
    const said = (now: number) =>
      syncsAhead(of(now, MONTH), now, LONDON).map(({ occurrence }) => occurrence)[0];
    expect(said(effective.end - 1)).toBe('daily/2026-11-20');
    expect(said(effective.end)).toBe('daily/2026-11-21');
  });

  test('is nothing that was cancelled or fell out', () => {
    expect(ahead('2026-11-20T10:00', [judged('2026-11-20', 'cancelled-with-notice')])).toEqual([]);
  });

  test('says how many points are to be raised, each in the sooner of two syncs (12.1)', () => {
    const now = utc('2026-11-20T10:00');
    const points = [point(1), point(2)];
    expect(syncsAhead(of(now, MONTH, points), now, LONDON).map(({ points: count }) => count)).toEqual([2, 0]);
  });

  test('is looked at again at midnight, where something is still to come', () => {
    const now = utc('2026-11-20T10:00');
    expect(besideUntil(of(now, MONTH), now, LONDON)).toBe(nextMidnight(now, LONDON));
    expect(besideUntil(of(now, []), now, LONDON)).toBeNull();
  });
});

describe('Whoever has something untold (14.1 (6))', () => {
  const NOW = utc('2026-11-20T18:00');
  const missed = (date: string) => judged(date, 'cancelled-short-notice');
  const made = (number: number, date: string) =>
    decision(number, { occurrence: `daily/${date}`, decidedAt: utc(`${date}T15:10`) });
  const said = (occurrences: readonly JudgedOccurrence[], facts: readonly Fact[]) =>
    peopleOwed(of(NOW, occurrences, facts), NOW).map(
      ({ person, toHear, toAnswer }) => `${person.name} ${toHear} ${toAnswer}`,
    );

  test('is one line, with what there is to hear over all meetings, each once', () => {
    const facts = [made(14, '2026-11-18'), made(15, '2026-11-19')];
    expect(said([missed('2026-11-18'), missed('2026-11-19')], facts)).toEqual(['Marcus 2 0']);
  });

  test('is told of with the questions that they have not answered, whether or not their time is over', () => {
    const asked = decision(20, { id: 'd20', proposed: true });
    const facts = [made(14, '2026-11-18'), asked, request({ decision: 'd20', deadline: NOW + 1 })];
    expect(said([missed('2026-11-18')], facts)).toEqual(['Marcus 1 1']);
  });

  test('is nobody who was told, and nobody who was only asked', () => {
    const asked = decision(20, { id: 'd20', proposed: true });
    expect(said([missed('2026-11-18')], [asked, request({ decision: 'd20' })])).toEqual([]);
    expect(said([missed('2026-11-18')], [])).toEqual([]);
  });
});
