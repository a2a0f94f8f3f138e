import { describe, expect, test } from 'vitest';
import { type WindowRule, windowRuleName } from '../../../../src/domain/facts/entered/window-rule';
import type { Fact } from '../../../../src/domain/facts/log/fact';
import { noticeOf } from '../../../../src/domain/judge/evidence/notice';
import { classOfInstant, classOfMoment, defaultWindow } from '../../../../src/domain/judge/evidence/window';
import { exactly, HOUR, MINUTE, SECOND } from '../../../../src/domain/time/time';
import { peopleOf } from '../../builders/draw';
import {
  about,
  at,
  attendee,
  dana,
  judge,
  marcus,
  occurrenceOn,
  person,
  priya,
  refinement,
  said,
  sam,
  span,
} from '../../builders/facts';
import { AFTER, atlas, atlasOn, sync, syncOn } from '../../builders/two-meetings';

/** Sections 5.1, 5.2, 5.4 and 5.5: how long before, whether that is short, and who changed it. */

const MON = '2026-11-02';
const TUE = '2026-11-03';

const ofSync = syncOn(MON);
const ofAtlas = atlasOn(TUE);

describe('5.2 the window', () => {
  const START = at(`${MON} 15:00`);
  const day = (rule: WindowRule, zone = 'Europe/London') => ({ rule, zone });

  test.each([
    ['same-day-or-12h', 'same-day-or-12h'],
    [{ minutes: 1440 }, '24h'],
    [{ minutes: 60 }, '1h'],
    [{ minutes: 240 }, '4h'],
    [{ minutes: 2880 }, '48h'],
    [{ minutes: 90 }, '90min'],
    [{ minutes: 0 }, '0min'],
  ] as [WindowRule, string][])('5.2 %j is spelled %s', (rule, name) => {
    expect(windowRuleName(rule)).toBe(name);
  });

  test.each([
    [7, 'same-day-or-12h'],
    [3, 'same-day-or-12h'],
    [2.99, '24h'],
    [0, '24h'],
  ])('5.2 the default for %d occurrences a week is %s', (perWeek, name) => {
    expect(windowRuleName(defaultWindow(perWeek))).toBe(name);
  });

  test.each([
    [60, 60 * MINUTE, 'with-notice'],
    [60, 60 * MINUTE - 1, 'short-notice'],
    [1440, 24 * HOUR, 'with-notice'],
    [1440, 24 * HOUR - SECOND, 'short-notice'],
    [60, 1, 'short-notice'],
    [60, 0, 'after-start'],
    [60, -MINUTE, 'after-start'],
    [0, 1, 'with-notice'],
  ])('5.2 window of %d min, known %d ms before: %s', (minutes, before, kind) => {
    expect(classOfInstant(START - before, START, day({ minutes }))).toBe(kind);
  });

  test.each([
    ['the evening before, 21.5 h', at('2026-11-01 17:30'), START, 'with-notice'],
    ['a minute before midnight, 15 h', at('2026-11-01 23:59'), START, 'with-notice'],
    ['at midnight, 15 h: the same day', at(`${MON} 00:00`), START, 'short-notice'],
    [
      'the evening before an early meeting, exactly 12 h',
      at('2026-11-01 19:00'),
      at(`${MON} 07:00`),
      'with-notice',
    ],
    [
      'the evening before an early meeting, less than 12 h',
      at('2026-11-01 19:00:01'),
      at(`${MON} 07:00`),
      'short-notice',
    ],
    ['twenty hours before, on the same long day', at(`${MON} 03:00`), at(`${MON} 23:00`), 'short-notice'],
  ])('5.2 same day or under 12 h: %s', (_, known, start, kind) => {
    expect(classOfInstant(known, start, day('same-day-or-12h'))).toBe(kind);
  });

  test('5.2 "the same day" is the owner’s, wherever that is', () => {
    const start = Date.parse('2026-11-02T15:00:00Z');
    const known = Date.parse('2026-11-01T19:00:00Z');
    // 00:30 of the same day in India (UTC+5:30), the evening before in London.
    expect(classOfInstant(known, start, day('same-day-or-12h', 'Asia/Kolkata'))).toBe('short-notice');
    expect(classOfInstant(known, start, day('same-day-or-12h', 'Europe/London'))).toBe('with-notice');
    expect(classOfInstant(known - 31 * MINUTE, start, day('same-day-or-12h', 'Asia/Kolkata'))).toBe(
      'with-notice',
    );
  });

  test('5.2 twelve hours are elapsed hours, also in the night the clocks go back', () => {
    // Sun 25 Oct 2026: 01:00 in London comes twice. From 19:00 to 07:00 are thirteen hours.
    const start = at('2026-10-25 07:00');
    expect(classOfInstant(at('2026-10-24 20:00'), start, day('same-day-or-12h'))).toBe('with-notice');
    expect(classOfInstant(at('2026-10-24 20:00') + 1, start, day('same-day-or-12h'))).toBe('short-notice');
  });

  test('5.2 and in the night they go forward', () => {
    // Sun 29 Mar 2026: 01:00 to 02:00 does not happen in London.
    const start = at('2026-03-29 07:00');
    expect(classOfInstant(at('2026-03-28 18:00'), start, day('same-day-or-12h'))).toBe('with-notice');
    expect(classOfInstant(at('2026-03-28 18:00') + 1, start, day('same-day-or-12h'))).toBe('short-notice');
  });

  test('5.2 over a weekend the clock notice counts', () => {
    const fri = at('2026-10-30 16:00');
    expect(ofSync([sync.cancelledBy(MON, '2026-10-30 16:00')])).toMatchObject({
      outcome: 'cancelled-with-notice',
      notice: { at: fri, minutes: 71 * 60 },
    });
  });

  test('5.2 over a clock change notice is elapsed time: Sat 15:00 for Mon 15:00 is 49 hours (story 2)', () => {
    const facts = [sync.sighted('2026-10-26'), sync.cancelledBy('2026-10-26', '2026-10-24 15:00')];
    const one = occurrenceOn(judge([sync.seen(), ...facts], 'daily', AFTER), '2026-10-26');
    expect(one.notice?.minutes).toBe(49 * 60);
  });
});

describe('5.1 ranges', () => {
  const START = at(`${MON} 15:00`);
  const rule = { rule: { minutes: 60 }, zone: 'Europe/London' } as const;

  test.each([
    ['exactly', START - HOUR, START - HOUR, 'with-notice'],
    ['open at exactly the window: everything in it is short', START - HOUR, START - 1, 'short-notice'],
    ['from a moment before the window', START - HOUR - 2, START - 1, 'unknown'],
    ['closed at exactly the window', START - 2 * HOUR, START - HOUR, 'with-notice'],
    ['closed at the start', START - MINUTE, START, 'unknown'],
    ['open at the last moment before the start', START - 1, START, 'after-start'],
    ['open towards the past, ends in time', null, START - HOUR, 'with-notice'],
    ['open towards the past, ends short', null, START - MINUTE, 'unknown'],
    ['open towards the past, ends after', null, START + MINUTE, 'unknown'],
  ] as [string, number | null, number, string][])('5.1 %s', (_, after, until, kind) => {
    expect(classOfMoment({ after, until }, START, rule)).toBe(kind);
  });

  test('5.1 notice is exact decimal minutes, negative after the start', () => {
    expect(noticeOf(exactly(START - 90_500), START, rule)).toMatchObject({ minutes: 90.5 / 60 });
    expect(noticeOf(exactly(START + 90_000), START, rule)).toMatchObject({
      minutes: -1.5,
      class: 'after-start',
    });
  });

  test('5.1 first sighted already cancelled, the range is open towards the past', () => {
    const seenAt = at('2026-10-30 09:00');
    const facts = [sync.seen(), sync.sighted(MON, { seenAt, cancelled: true })];
    const one = occurrenceOn(judge(facts, 'daily', AFTER), MON);
    expect(one.outcome).toBe('cancelled-with-notice');
    expect(one.notice).toMatchObject({ upper: null, lower: 78 * 60 });
  });

  test('5.1 the mail says when, however much later the calendar was looked at', () => {
    const facts = [
      sync.cancelledBy(MON, `${MON} 14:50`),
      sync.sighted(MON, { seenAt: at(`${MON} 18:00`), lookedBefore: at(`${MON} 09:00`), cancelled: true }),
    ];
    expect(ofSync(facts).notice).toMatchObject({ minutes: 10 });
  });

  test('5.1 a mail that came long after the calendar showed it is not the first word of it', () => {
    const facts = [
      sync.sighted(MON, {
        seenAt: at('2026-10-30 09:00'),
        lookedBefore: at('2026-10-29 09:00'),
        cancelled: true,
      }),
      sync.cancelledBy(MON, `${MON} 14:50`),
    ];
    const one = ofSync(facts);
    expect(one.outcome).toBe('cancelled-with-notice');
    expect(one.reasons.map(({ what }) => what)).toContain('sources-disagree');
  });

  test('5.1 two clocks that differ by seconds do not make two stories', () => {
    const facts = [
      sync.sighted(MON, { seenAt: at(`${MON} 14:49:55`), lookedBefore: at(`${MON} 09:00`), cancelled: true }),
      sync.cancelledBy(MON, `${MON} 14:50`),
    ];
    expect(ofSync(facts).notice).toMatchObject({ minutes: 10 });
  });
});

describe('5.4 moves', () => {
  const to = (from: string, until: string, date = MON) => span(date, from, until);

  test.each([
    ['to later the same day', `${MON} 14:40`, to('17:00', '17:30'), 20, 'short-notice'],
    [
      'to earlier the same day: measured to the new start',
      `${MON} 09:00`,
      to('10:00', '10:30'),
      60,
      'short-notice',
    ],
    ['days before', '2026-10-28 15:00', to('17:00', '17:30'), 5 * 1440, 'with-notice'],
    [
      'to the day before: the same day is the earlier one',
      '2026-11-01 20:00',
      to('23:00', '23:30', '2026-11-01'),
      180,
      'short-notice',
    ],
    ['after the start', `${MON} 15:05`, to('17:00', '17:30'), -5, 'after-start'],
  ] as const)('5.4 %s', (_, when, span_, minutes, kind) => {
    const one = ofSync([sync.movedBy(MON, when, span_)]);
    expect(one.moves).toMatchObject([{ notice: { minutes, class: kind }, by: { name: 'Marcus' } }]);
    expect(one).toMatchObject({ effective: span_, original: to('15:00', '15:30'), key: 'daily/2026-11-02' });
    expect(one.notice?.minutes).toBe(minutes);
  });

  test('5.4 seen only between two looks, a move is a range', () => {
    const facts = [
      sync.sighted(MON, {
        seenAt: at(`${MON} 16:00`),
        lookedBefore: at(`${MON} 09:00`),
        span: to('17:00', '17:30'),
      }),
    ];
    const [move] = ofSync(facts).moves;
    expect(move?.notice).toEqual({ at: null, minutes: null, lower: -60, upper: 360, class: 'unknown' });
  });

  test('5.4 mail and calendar tell of one move, not of two', () => {
    const facts = [
      sync.movedBy(MON, `${MON} 14:40`, to('17:00', '17:30')),
      sync.sighted(MON, {
        seenAt: at(`${MON} 17:31`),
        lookedBefore: at(`${MON} 09:00`),
        span: to('17:00', '17:30'),
      }),
    ];
    expect(ofSync(facts).moves).toHaveLength(1);
    expect(ofSync([...facts].reverse()).moves).toHaveLength(1);
  });

  test('5.4 two moves between two looks are told by their mails, and the row shows the last', () => {
    const facts = [
      sync.movedBy(MON, '2026-10-30 09:00', to('16:00', '16:30')),
      sync.mail('update', MON, at(`${MON} 14:00`), {
        previous: to('16:00', '16:30'),
        span: to('17:00', '17:30'),
      }),
      sync.sighted(MON, {
        seenAt: at(`${MON} 17:31`),
        lookedBefore: at('2026-10-29 09:00'),
        span: to('17:00', '17:30'),
      }),
    ];
    const one = ofSync(facts);
    expect(one.moves.map(({ notice }) => notice.minutes)).toEqual([78 * 60, 120]);
    expect(one.notice?.minutes).toBe(120);
  });

  test('5.4 nobody joins at the new time: no message, the move still listed, never an absence (story 6)', () => {
    const moved = sync.movedBy(MON, `${MON} 14:40`, to('17:00', '17:30'));
    const one = ofSync([moved, sync.noted(MON, `${MON} 17:12`, 'nobody-joined')]);
    expect(one.outcome).toBe('not-held-no-message');
    expect(one.moves).toHaveLength(1);
  });

  test('5.4 a change of the whole series is no move', () => {
    const later = { ...sync.seen().recurrence, startMinute: 15 * 60 + 30 } as never;
    const half = to('15:30', '16:00');
    const facts = [
      sync.seen({ seenAt: at('2026-10-30 09:00'), lookedBefore: at('2026-10-29 09:00'), recurrence: later }),
      sync.sighted(MON, { seenAt: at('2026-10-30 09:00'), original: half, span: half }),
    ];
    expect(ofSync(facts)).toMatchObject({ moves: [], effective: half, original: half });
  });

  test('5.4 a change of the whole series does not move what had already been', () => {
    const later = { ...sync.seen().recurrence, startMinute: 15 * 60 + 30 } as never;
    const half = to('15:30', '16:00');
    const facts = [
      sync.noted(MON, `${MON} 15:31`, 'we-met'),
      sync.seen({ seenAt: at('2026-11-05 09:00'), lookedBefore: at('2026-11-04 09:00'), recurrence: later }),
      sync.sighted(MON, { seenAt: at('2026-11-05 09:00'), original: half, span: half }),
    ];
    expect(ofSync(facts)).toMatchObject({ moves: [], effective: to('15:00', '15:30'), outcome: 'held' });
  });

  test('3.4 a longer or shorter meeting is no move, and counts with its new length', () => {
    const facts = [
      sync.sighted(MON, { seenAt: at('2026-10-30 09:00'), span: to('15:00', '16:00') }),
      sync.noted(MON, `${MON} 16:01`, 'we-met', 20),
    ];
    expect(ofSync(facts)).toMatchObject({ moves: [], outcome: 'held-part' });
  });
});

describe('5.5 who changed it', () => {
  const delegate = person('Assistant');

  test('5.5 a delegate changed it on behalf of the organizer', () => {
    const byMail = sync.cancelledBy(MON, `${MON} 14:50`, { sender: delegate });
    // 2: what somebody else sent counts once the calendar says the same.
    expect(ofSync([byMail]).changedBy).toBeNull();
    const seen = sync.sighted(MON, { cancelled: true, seenAt: at(`${MON} 16:00`) });
    const one = ofSync([byMail, seen]);
    expect(one.notice?.minutes).toBe(10);
    expect(one).toMatchObject({ changedBy: { name: 'Assistant' }, onBehalfOf: { name: 'Marcus' } });
  });

  test('5.5 one-to-one: he declined, then she cancelled: his word sets the notice, it is her change', () => {
    const told = about({ ...refinement, attendees: [attendee(marcus)] });
    const facts = [
      told.seen(),
      told.sighted(TUE),
      told.answered(marcus, 'declined', TUE, '2026-11-01 09:00'),
      told.cancelledBy(TUE, `${TUE} 13:55`),
    ];
    const one = occurrenceOn(judge(facts, 'atlas', AFTER), TUE);
    expect(one).toMatchObject({ outcome: 'cancelled-with-notice', changedBy: { name: 'Priya' } });
    expect(one.notice?.minutes).toBe(53 * 60);
  });

  test('5.5 in a group of four it is the third decline that leaves fewer than two', () => {
    const declines = [
      atlas.answered(marcus, 'declined', TUE, '2026-10-30 09:00'),
      atlas.answered(dana, 'declined', TUE, `${TUE} 12:00`),
      atlas.answered(sam, 'declined', TUE, `${TUE} 13:00`),
    ];
    const cancelled = atlas.cancelledBy(TUE, `${TUE} 13:30`);
    expect(ofAtlas([...declines, cancelled])).toMatchObject({
      outcome: 'cancelled-short-notice',
      notice: { minutes: 60 },
    });
    expect(ofAtlas([...declines.slice(0, 2), cancelled]).notice?.minutes).toBe(30);
  });

  test('5.5 a decline after the cancellation sets nothing', () => {
    const told = about({ ...refinement, attendees: [attendee(marcus)] });
    const facts = [
      told.seen(),
      told.sighted(TUE),
      told.cancelledBy(TUE, `${TUE} 13:30`),
      told.answered(marcus, 'declined', TUE, `${TUE} 13:45`),
    ];
    expect(occurrenceOn(judge(facts, 'atlas', AFTER), TUE).notice?.minutes).toBe(30);
  });

  test.each([
    [
      'a cancellation before a move',
      [sync.movedBy(MON, `${MON} 09:00`, span(MON, '17:00', '17:30')), sync.cancelledBy(MON, `${MON} 16:00`)],
      60,
    ],
    [
      'a move before the owner’s own decline',
      [
        sync.movedBy(MON, `${MON} 09:00`, span(MON, '17:00', '17:30')),
        sync.answered(priya, 'declined', MON, `${MON} 10:00`),
      ],
      360,
    ],
    ['the owner’s own decline', [sync.answered(priya, 'declined', MON, `${MON} 10:00`)], 300],
    ['silence is no change', [sync.noted(MON, `${MON} 15:12`, 'nobody-joined')], null],
  ] as [string, Fact[], number | null][])('5.5 the row shows %s', (_, facts, minutes) => {
    const one = ofSync(facts);
    expect(one.notice?.minutes ?? null).toBe(minutes);
    if (minutes === null) expect(one.changedBy).toBeNull();
  });

  test('5.5 the owner asked for the change', () => {
    const cancelled = sync.cancelledBy(MON, `${MON} 14:50`);
    const asked: Fact = {
      ...{
        kind: 'correction',
        id: 'correction-1',
        recordedAt: at(`${MON} 18:00`),
        occurrence: sync.key(MON),
      },
      ...{ reason: 'I asked him to', changedByOwner: true },
    };
    const one = ofSync([cancelled, asked]);
    expect(one).toMatchObject({
      changedBy: { name: 'Priya' },
      corrected: true,
      outcome: 'cancelled-short-notice',
    });
  });

  test('5.1 a word with a time that somebody noted is one, where there is no better source', () => {
    const note = (wordAt: number | null) =>
      ofAtlas([atlas.noted(TUE, `${TUE} 15:01`, 'we-met', null, [said(sam, 'sent-word', wordAt)])]);
    expect(peopleOf(note(at('2026-11-02 14:00'))).sam).toBe('apologies-with-notice');
    expect(peopleOf(note(at('2026-11-02 14:00:01'))).sam).toBe('apologies-short-notice');
    expect(peopleOf(note(null)).sam).toBe('apologies-notice-unknown');
  });
});
