import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../../src/domain/facts/log/fact';
import { DAY } from '../../../../src/domain/time/time';
import { peopleOf } from '../../builders/draw';
import {
  about,
  at,
  attendee,
  daily,
  dana,
  judge,
  marcus,
  occurrenceOn,
  priya,
  refinement,
  said,
  sam,
  span,
} from '../../builders/facts';

/** Section 5.3: cancelled and invited anew is rescheduled, not cancelled. */

const TUE = '2026-11-17';
const sync = about(daily);
const AFTER = at('2026-12-20 12:00');
const week = ['2026-11-16', TUE, '2026-11-18', '2026-11-19', '2026-11-20'];
const base: readonly Fact[] = [
  sync.kept('start', '2026-10-20 09:00'),
  sync.seen(),
  ...week.map((date) => sync.sighted(date)),
];

interface Again {
  readonly date?: string;
  readonly start?: string;
  readonly minutes?: number;
  readonly created?: string;
  readonly title?: string;
  readonly joinUrl?: string | null;
  readonly organizer?: typeof marcus;
  readonly attendees?: typeof daily.attendees;
  readonly id?: string;
}

/** A single invitation that could stand for the cancelled occurrence, with everything usual where nothing is said. */
function again({ date = TUE, created = '2026-11-17 09:30', id = 'again', ...more }: Again = {}) {
  const meeting = { ...daily, start: '15:00', ...more, series: id, firstDate: date };
  const told = about(meeting);
  const seenAt = at(created) + 60_000;
  const single = { seenAt, createdAt: at(created) };
  return {
    told,
    facts: [told.seen({ ...single, recurrence: null }), told.sighted(date, { ...single, single: true })],
  };
}

const cancelled = (when = '2026-11-16 18:00', date = TUE) => sync.cancelledBy(date, when);
const judged = (facts: readonly Fact[], now = AFTER) => judge([...base, ...facts], 'daily', now);
const outcomesOf = (facts: readonly Fact[]) =>
  Object.fromEntries(
    judged(facts)
      .occurrences.filter(({ date }) => date >= '2026-11-16' && date <= '2026-11-23')
      .map(({ key, outcome }) => [key, outcome]),
  );

describe('5.3 on the same day', () => {
  test('5.3 cancelled, invited anew, met: held-reinstated, one slot, the cancellation still shown (story 12)', () => {
    const { facts } = again({ start: '15:30' });
    const one = occurrenceOn(judged([cancelled(), ...facts, sync.noted(TUE, `${TUE} 16:01`, 'we-met')]), TUE);
    expect(one).toMatchObject({
      ...{ key: `daily/${TUE}`, outcome: 'held-reinstated', minutesTogether: 30 },
      effective: span(TUE, '15:30', '16:00'),
      notice: { minutes: 1260 },
    });
    expect(one.reasons.map(({ what }) => what)).toEqual(['seen', 'cancelled-mail', 'reinvited', 'we-met']);
  });

  test('5.3 a check-in beside the new invitation is one about this occurrence', () => {
    const { told, facts } = again();
    const noted = told.noted(TUE, `${TUE} 15:31`, 'we-met');
    expect(outcomesOf([cancelled(), ...facts, noted])[`daily/${TUE}`]).toBe('held-reinstated');
    expect(outcomesOf([cancelled(), ...facts, noted])).not.toHaveProperty(`again/${TUE}`);
  });

  test.each([
    ['nobody joined', [sync.noted(TUE, `${TUE} 15:12`, 'nobody-joined')], 'not-held-no-message'],
    ['nothing is known', [], 'not-recorded'],
    ['held in part', [sync.noted(TUE, `${TUE} 15:12`, 'we-met', 10)], 'held-part'],
  ] as [string, Fact[], string][])('5.3 the cancellation is undone: %s', (_, facts, outcome) => {
    expect(outcomesOf([cancelled(), ...again().facts, ...facts])[`daily/${TUE}`]).toBe(outcome);
  });

  test('5.3 cancelled again, it is cancelled as of then', () => {
    const { told, facts } = again({ start: '17:00' });
    const one = occurrenceOn(judged([cancelled(), ...facts, told.cancelledBy(TUE, `${TUE} 16:50`)]), TUE);
    expect(one).toMatchObject({ outcome: 'cancelled-short-notice', notice: { minutes: 10 } });
  });

  test('5.3 what was declined before the new invitation is void', () => {
    const weekly = about({ ...refinement, attendees: [attendee(marcus)] });
    const there = about({
      ...refinement,
      attendees: [attendee(marcus)],
      series: 'again',
      firstDate: '2026-11-03',
    });
    const single = { seenAt: at('2026-11-02 12:01'), createdAt: at('2026-11-02 12:00') };
    const facts = [
      weekly.seen(),
      weekly.sighted('2026-11-03'),
      weekly.answered(marcus, 'declined', '2026-11-03', '2026-11-01 09:00'),
      weekly.cancelledBy('2026-11-03', '2026-11-02 09:00'),
      there.seen({ ...single, recurrence: null }),
      there.sighted('2026-11-03', { ...single, single: true }),
      weekly.noted('2026-11-03', '2026-11-03 14:15', 'nobody-joined'),
    ];
    const one = occurrenceOn(judge(facts, 'atlas', AFTER), '2026-11-03');
    expect(one.outcome).toBe('not-held-no-message');
    expect(peopleOf(one).marcus).toBe('not-present-no-message');
  });
});

describe('5.3 on another day', () => {
  const SAT = '2026-11-21';

  test('5.3 the old one is superseded and counts once, at the new one, under its own key', () => {
    const { told, facts } = again({ date: SAT });
    const outcomes = outcomesOf([cancelled(), ...facts, told.noted(SAT, `${SAT} 15:31`, 'we-met')]);
    expect(outcomes).toMatchObject({ [`daily/${TUE}`]: 'superseded', [`again/${SAT}`]: 'held' });
    const old = occurrenceOn(judged([cancelled(), ...facts]), TUE);
    expect(old).toMatchObject({ supersededBy: `again/${SAT}`, minutesTogether: null });
  });

  test('5.3 on a day that has its own occurrence at that time, it merges into it, which keeps its own time', () => {
    const { told, facts } = again({ date: '2026-11-18', start: '15:15' });
    const lineage = judged([cancelled(), ...facts, told.noted('2026-11-18', '2026-11-18 15:40', 'we-met')]);
    expect(lineage.occurrences.filter(({ date }) => date === '2026-11-18')).toHaveLength(1);
    const merged = occurrenceOn(lineage, '2026-11-18');
    expect(merged).toMatchObject({
      key: 'daily/2026-11-18',
      outcome: 'held',
      effective: span('2026-11-18', '15:00', '15:30'),
    });
    expect(occurrenceOn(lineage, TUE)).toMatchObject({
      outcome: 'superseded',
      supersededBy: 'daily/2026-11-18',
    });
  });

  test('2.2 shows at once, before the new one has been', () => {
    const { facts } = again({ date: SAT });
    const one = occurrenceOn(judged([cancelled(), ...facts], at('2026-11-17 10:00')), TUE);
    expect(one.outcome).toBe('superseded');
  });

  test('5.3 a chain: the new one is cancelled and invited anew in its turn', () => {
    const first = again({ date: SAT });
    const second = again({ date: '2026-11-22', created: '2026-11-20 09:00', id: 'thrice' });
    const outcomes = outcomesOf([
      ...[cancelled(), ...first.facts, ...second.facts],
      first.told.cancelledBy(SAT, '2026-11-19 09:00'),
      second.told.noted('2026-11-22', '2026-11-22 15:31', 'we-met'),
    ]);
    expect(outcomes).toMatchObject({
      [`daily/${TUE}`]: 'superseded',
      [`again/${SAT}`]: 'superseded',
      'thrice/2026-11-22': 'held',
    });
  });
});

describe('5.3 what is a replacement', () => {
  const isReplaced = (facts: readonly Fact[]) =>
    outcomesOf(facts)[`daily/${TUE}`] !== 'cancelled-with-notice';

  test.each([
    ['exactly 7 days after', '2026-11-16 18:00', at('2026-11-16 18:00') + 7 * DAY, true],
    ['a moment more than 7 days after', '2026-11-16 18:00', at('2026-11-16 18:00') + 7 * DAY + 1, false],
    ['at the same moment', '2026-11-16 18:00', at('2026-11-16 18:00'), true],
    ['before it was cancelled', '2026-11-16 18:00', at('2026-11-16 17:59'), false],
  ])('5.3 invited %s', (_, when, created, replaced) => {
    const told = about({ ...daily, series: 'again', firstDate: '2026-11-21' });
    const single = { seenAt: created + 1, createdAt: created };
    const facts = [
      told.seen({ ...single, recurrence: null }),
      told.sighted('2026-11-21', { ...single, single: true }),
    ];
    expect(isReplaced([cancelled(when), ...facts])).toBe(replaced);
  });

  test.each([
    ['the same title and another link', { joinUrl: 'https://teams.example/other' }, true],
    ['another title and the same link', { title: 'Quick chat' }, true],
    [
      'a title that differs in case, punctuation and prefix',
      { title: 'Canceled: PRIYA, Marcus – daily  sync', joinUrl: null },
      true,
    ],
    ['another title and no link', { title: 'Quick chat', joinUrl: null }, false],
    ['other people', { attendees: [attendee(priya), attendee(dana)] }, false],
    ['an optional person more', { attendees: [attendee(priya), attendee(dana, 'optional')] }, true],
    ['another organizer', { organizer: sam }, false],
  ] as [string, Again, boolean][])('5.3 %s: %#', (_, more, replaced) => {
    expect(isReplaced([cancelled(), ...again({ ...more, date: '2026-11-21' }).facts])).toBe(replaced);
  });

  test('5.3 nothing replaces what was not cancelled', () => {
    expect(outcomesOf(again({ date: '2026-11-21' }).facts)[`daily/${TUE}`]).toBe('not-recorded');
  });

  test('5.3 several fit: the one of the same local day, else the nearest', () => {
    const both = [cancelled('2026-11-15 18:00', '2026-11-16'), cancelled('2026-11-15 18:00')];
    expect(outcomesOf([...both, ...again().facts])).toMatchObject({
      'daily/2026-11-16': 'cancelled-with-notice',
      [`daily/${TUE}`]: 'not-recorded',
    });
    expect(outcomesOf([...both, ...again({ date: '2026-11-21' }).facts])).toMatchObject({
      'daily/2026-11-16': 'cancelled-with-notice',
      [`daily/${TUE}`]: 'superseded',
    });
  });

  test('5.3 "the same day" is one of the series, wherever its owner is', () => {
    const tokyo = about({ ...daily, series: 'tokyo', zone: 'Asia/Tokyo', start: '23:30', minutes: 15 });
    // 23:30 in Tokyo is 14:30 in London. An hour later it is still the same day in London, and the next one in Tokyo.
    const told = about({
      ...daily,
      series: 'again',
      zone: 'Asia/Tokyo',
      start: '00:30',
      minutes: 15,
      firstDate: '2026-11-18',
    });
    const single = { seenAt: at('2026-11-17 09:31'), createdAt: at('2026-11-17 09:30') };
    const facts = [
      tokyo.seen(),
      tokyo.sighted(TUE),
      tokyo.cancelledBy(TUE, '2026-11-16 09:00'),
      told.seen({ ...single, recurrence: null }),
      told.sighted('2026-11-18', { ...single, single: true }),
    ];
    expect(occurrenceOn(judge(facts, 'tokyo', AFTER), TUE).outcome).toBe('superseded');
  });

  test('4.2 a new invitation of the same day does not make people unexpected', () => {
    const { told, facts } = again();
    const mail = told.mail('request', TUE, at('2026-11-17 14:30'));
    const one = occurrenceOn(
      judged([
        cancelled(),
        ...facts,
        mail,
        sync.noted(TUE, `${TUE} 15:12`, 'nobody-joined', null, [said(marcus, 'missing')]),
      ]),
      TUE,
    );
    expect(one.outcome).toBe('not-held-no-message');
  });
});
