import { describe, expect, test } from 'vitest';
import { unkindWords } from '../../src/domain/words';
import { recapWords } from '../../src/formats/mail/recap-length';
import { decides, nobodyJoined, offered, recapOf, weMet } from './hand';
import { daily, month, of, retold } from './retold';
import { tell } from './teller';

/** Priya's daily sync with Marcus, who organizes it. She sees an attendee's copy and no report. */
const priya = (world = month) => tell(world).keeps('daily', '2026-10-23 09:00');

describe('story 1: the organizer is the one who does not come', () => {
  const morning = priya().looks('2026-10-27 09:05');

  test('her tap at 15:15 is the evidence, and says so', async () => {
    const tale = await morning
      .taps('2026-10-27 15:15', nobodyJoined('daily', '2026-10-27'))
      .until('2026-10-27 15:20');
    expect(tale.on('2026-10-27')).toMatchObject({
      outcome: 'not-held-no-message',
      evidence: ['own-check-in'],
      grade: 'noted',
      recordedAt: tale.hand.clock('2026-10-27 15:15'),
      minutesTogether: 0,
      changedBy: null,
    });
    expect(tale.who('2026-10-27', 'marcus')).toMatchObject({
      outcome: 'not-present-no-message',
      response: 'organizer',
      grade: 'noted',
    });
    expect(tale.who('2026-10-27', 'priya').outcome).toBe('present');
  });

  test('the recap is ticked for Marcus and says that they did not get to talk', async () => {
    const tale = await morning
      .taps('2026-10-27 15:15', nobodyJoined('daily', '2026-10-27'))
      .until('2026-10-27 15:20');
    const recap = await recapOf(tale.hand, 'daily', '2026-10-27');
    expect(offered(recap).ticked).toEqual(['Marcus']);
    expect(recap.text).toContain('did not get to talk');
    expect(unkindWords(recap.text)).toEqual([]);
  });

  test('without a tap nobody can know', async () => {
    const tale = await morning.until('2026-10-27 18:00');
    const row = tale.on('2026-10-27');
    expect(row).toMatchObject({ outcome: 'not-recorded', evidence: [], questions: ['what-happened'] });
    expect(tale.who('2026-10-27', 'marcus').outcome).toBe('not-recorded');
    expect(row.reasons.map(({ what }) => what)).not.toContain('report');
  });

  test.each([
    ['15:09:59', 'not-recorded', 'nobody-joined-too-early'],
    ['15:10:00', 'not-held-no-message', 'nobody-joined'],
  ])('3.6: a tap at %s makes it %s', async (clock, outcome, reason) => {
    const tale = await priya()
      .taps(`2026-10-27 ${clock}`, nobodyJoined('daily', '2026-10-27'))
      .until('2026-10-27 18:00');
    const row = tale.on('2026-10-27');
    expect(row.outcome).toBe(outcome);
    expect(row.reasons.map(({ what }) => what)).toContain(reason);
    expect(row.nobodyJoinedFrom).toBe(tale.hand.clock('2026-10-27 15:10'));
  });
});

describe('story 4: cancelled ten minutes before', () => {
  test('the mail tells it to the minute, and who did it', async () => {
    const tale = await priya().looks('2026-10-29 11:00', '2026-10-29 15:02').until('2026-10-29 15:05');
    expect(tale.on('2026-10-29')).toMatchObject({
      outcome: 'cancelled-short-notice',
      notice: { minutes: 10, class: 'short-notice' },
      evidence: ['cancel-mail'],
      grade: 'documented',
      changedBy: { name: 'Marcus Hale' },
      minutesTogether: null,
    });
    expect(tale.who('2026-10-29', 'marcus').outcome).toBeNull();
  });

  test('a recap with what she would have told him is one click away, and short', async () => {
    const text =
      'For the checkout team, facing 4 % failed addresses, we chose vendor B over A and in-house, to launch by 1 Dec, accepting €300 a month more.';
    const tale = await priya()
      .looks('2026-10-29 15:02')
      .taps('2026-10-29 15:03', decides('daily', '2026-10-29', text, 'dana'))
      .until('2026-10-29 15:05');
    const recap = await recapOf(tale.hand, 'daily', '2026-10-29');
    // 13.2: Dana owns it, and was not asked to the sync.
    expect(offered(recap).ticked).toEqual(['Marcus', 'Dana']);
    const his = recap.letters[0]?.text ?? '';
    expect(his.startsWith(`Decided: ${text}\n`)).toBe(true);
    expect(his).toMatch(/; our sync today did not take place$/);
    expect(recapWords(his, 'en').core).toBeLessThanOrEqual(125);
    expect(recapWords(his, 'en').whole).toBeLessThanOrEqual(200);
  });

  const deleted = retold({
    also: [
      {
        kind: 'mail-deleted',
        at: daily.cancelled('2026-10-29', '2026-10-29 14:51').at,
        who: 'priya',
        meeting: 'daily',
        date: '2026-10-29',
        notice: 'cancellation',
      },
    ],
  });

  test('if the mail was deleted, between the looks at 11:00 and 16:00 nobody can tell', async () => {
    const tale = await priya(deleted).looks('2026-10-29 11:00', '2026-10-29 16:00').until('2026-10-29 16:05');
    expect(tale.on('2026-10-29')).toMatchObject({
      outcome: 'cancelled-notice-unknown',
      notice: { at: null, minutes: null, lower: -60, upper: 240, class: 'unknown' },
      evidence: ['calendar', 'snapshot-gap'],
      grade: 'inferred',
    });
    // Fri 30 Oct is cancelled as well, with notice; Thu 29 Oct counts as neither.
    expect(tale.measure('notice-given')).toBe('1 of 1');
    expect(tale.measure('short-or-no-notice')).toBe('0 of 2');
  });

  test.each([
    [['2026-10-29 14:40', '2026-10-29 14:55'], 'cancelled-short-notice', 5, 20],
    [['2026-10-29 14:40', '2026-10-29 15:01'], 'cancelled-notice-unknown', -1, 20],
    [['2026-10-29 14:40', '2026-10-29 15:00'], 'cancelled-notice-unknown', 0, 20],
    [['2026-10-28 09:00', '2026-10-29 14:59'], 'cancelled-notice-unknown', 1, 1800],
  ] as const)('5.1: looked at %j it is %s, with %d to %d min', async (looks, outcome, lower, upper) => {
    const tale = await priya(deleted)
      .looks(...looks)
      .until('2026-10-29 16:05');
    expect(tale.on('2026-10-29')).toMatchObject({ outcome, notice: { lower, upper } });
  });

  test('5.1: first seen when it was cancelled already, it is open towards the past', async () => {
    const tale = await tell(deleted).keeps('daily', '2026-10-29 14:55').until('2026-10-29 16:05');
    expect(tale.on('2026-10-29')).toMatchObject({
      outcome: 'cancelled-notice-unknown',
      notice: { lower: 5, upper: null },
    });
  });
});

describe('story 5: cancelled with three days of notice', () => {
  const removed = retold({
    also: [
      {
        kind: 'removed-from-calendar',
        at: daily.cancelled('2026-10-30', '2026-10-27 15:30').at,
        who: 'priya',
        meeting: 'daily',
        date: '2026-10-30',
      },
    ],
  });

  test.each([
    ['stays on screen', month],
    ['stays on screen when she has removed it from her calendar', removed],
  ])('is 72 h, and %s', async (_, world) => {
    const tale = await priya(world).looks('2026-10-27 09:05', '2026-10-28 09:05').until('2026-10-30 18:00');
    expect(tale.on('2026-10-30')).toMatchObject({
      outcome: 'cancelled-with-notice',
      notice: { minutes: 4320 },
      grade: 'documented',
      questions: [],
    });
    expect(tale.on('2026-10-30').reasons.map(({ what }) => what)).not.toContain('missing');
  });

  test('counts in "went ahead", and not as short or no notice', async () => {
    const tale = await priya()
      .looks('2026-10-28 09:05')
      .taps('2026-10-28 15:31', weMet('daily', '2026-10-28', 10))
      .until('2026-10-30 18:00');
    expect(tale.measure('went-ahead')).toBe('1 of 2');
    expect(tale.measure('short-or-no-notice')).toBe('0 of 2');
    expect(tale.measure('notice-given')).toBe('1 of 1');
  });

  test('shows at once, before its time has come (2.1)', async () => {
    const tale = await priya().looks('2026-10-27 15:10').until('2026-10-27 15:10');
    expect(tale.on('2026-10-30').outcome).toBe('cancelled-with-notice');
    expect(tale.on('2026-10-28').outcome).toBe('upcoming');
  });
});

describe('story 6: moved to later on the same day', () => {
  const looked = priya().looks('2026-11-03 11:00', '2026-11-03 15:10');

  test('they meet at 17:00: one row, its own start kept, one short-notice move, no absence', async () => {
    const tale = await looked
      .taps('2026-11-03 17:31', weMet('daily', '2026-11-03'))
      .until('2026-11-03 18:00');
    const { clock } = tale.hand;
    const rows = tale.lineage.occurrences.filter(({ date }) => date === '2026-11-03');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      outcome: 'held-moved',
      original: { start: clock('2026-11-03 15:00') },
      effective: { start: clock('2026-11-03 17:00'), end: clock('2026-11-03 17:30') },
      moves: [{ notice: { minutes: 20, class: 'short-notice' }, by: { name: 'Marcus Hale' } }],
      minutesTogether: 30,
      evidence: ['own-check-in', 'update-mail'],
    });
    expect(tale.measure('short-notice-moves')).toBe('1');
    expect(tale.measure('there-when-it-started')).toBe('1 of 1');
  });

  test('nobody joins at 17:00: no message then, and the move is still listed', async () => {
    const tale = await looked
      .taps('2026-11-03 15:15', nobodyJoined('daily', '2026-11-03'))
      .taps('2026-11-03 17:10', nobodyJoined('daily', '2026-11-03'))
      .until('2026-11-03 18:00');
    const row = tale.on('2026-11-03');
    expect(row.outcome).toBe('not-held-no-message');
    expect(row.moves).toHaveLength(1);
    // The note at the old time came before anybody could be missed.
    const said = row.reasons.map(({ what }) => what).filter((what) => what.startsWith('nobody'));
    expect(said).toEqual(['nobody-joined-too-early', 'nobody-joined']);
    expect(tale.measure('short-notice-moves')).toBe('1');
  });

  test('without the mail, seen between 11:00 and 15:10 only, it is a move but not a short one (6)', async () => {
    const lost = retold({
      also: [
        {
          kind: 'mail-deleted',
          at: daily.cancelled('2026-11-03', '2026-11-03 14:41').at,
          who: 'priya',
          meeting: 'daily',
          date: '2026-11-03',
          notice: 'update',
        },
      ],
      without: of('answered', '2026-11-03'),
    });
    const tale = await priya(lost)
      .looks('2026-11-03 11:00', '2026-11-03 15:10')
      .taps('2026-11-03 17:31', weMet('daily', '2026-11-03'))
      .until('2026-11-03 18:00');
    const [move] = tale.on('2026-11-03').moves;
    expect(move?.notice).toMatchObject({ minutes: null, lower: -10, upper: 240, class: 'unknown' });
    expect([tale.measure('moves'), tale.measure('short-notice-moves')]).toEqual(['1', '0']);
  });
});
