import { describe, expect, test } from 'vitest';
import { clockIn } from '../simulator/time';
import { answers, nobodyJoined, weMet } from './hand';
import { daily, later, month, retold } from './retold';
import { tell } from './teller';

const priya = (world = month) =>
  tell(world).keeps('daily', '2026-10-23 09:00').looks('2026-11-13 14:00', '2026-11-13 16:25');

describe('story 11: from Mon 16 Nov on the sync is at 15:30', () => {
  test('the pane asks once whether it is the same meeting; no row is cancelled or asked about', async () => {
    const tale = await priya().looks('2026-11-16 09:05').until('2026-11-16 18:00');
    const { lineage, hand } = tale;
    expect(lineage.splitQuestions).toMatchObject([
      {
        earlier: hand.seriesOf('daily'),
        later: hand.seriesOf('daily-1530'),
        laterStart: hand.clock('2026-11-16 15:30'),
      },
    ]);
    expect(lineage.vanished).toEqual([]);
    const phantoms = lineage.occurrences.filter(({ date }) => date > '2026-11-13');
    expect(phantoms).toEqual([]);
  });

  test('yes: one history of twenty rows, without phantoms, and what comes is measured to 15:30', async () => {
    const tale = await priya()
      .taps('2026-11-13 16:26', answers('daily', 'daily-1530', 'yes'))
      .looks('2026-11-18 15:40')
      .until('2026-11-20 18:00');
    const { lineage } = tale;
    expect(Object.keys(tale.outcomes())).toHaveLength(20);
    expect(lineage.series).toEqual([tale.hand.seriesOf('daily'), tale.hand.seriesOf('daily-1530')]);
    expect(lineage.splitQuestions).toEqual([]);
    expect(new Set(lineage.occurrences.map(({ date }) => date)).size).toBe(lineage.occurrences.length);
    expect(tale.on('2026-11-16').effective.start).toBe(tale.hand.clock('2026-11-16 15:30'));
    expect(tale.on('2026-11-18')).toMatchObject({
      outcome: 'cancelled-short-notice',
      notice: { minutes: 1 },
    });
    expect(tale.measure('moves')).toBe('1');
  });

  test('no: two series of fifteen and five, and nobody is asked again', async () => {
    const tale = await priya()
      .taps('2026-11-13 16:26', answers('daily', 'daily-1530', 'no'))
      .keeps('daily-1530', '2026-11-13 16:27')
      .looks('2026-11-18 15:40')
      .until('2026-11-20 18:00');
    expect(Object.keys(tale.outcomes())).toHaveLength(15);
    expect(tale.lineage.splitQuestions).toEqual([]);
    const other = await tale.of('daily-1530');
    const past = other.occurrences.filter(({ effective }) => effective.start <= tale.hand.ports.clock());
    expect(past.map(({ date }) => date)).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
    ]);
    expect(other.splitQuestions).toEqual([]);
  });

  test('seen four days late, the old series had ended when the mail said so (1)', async () => {
    const tale = await tell(month)
      .keeps('daily', '2026-11-13 14:00')
      .looks('2026-11-17 16:30')
      .until('2026-11-17 18:00');
    expect(Object.keys(tale.outcomes()).at(-1)).toBe('2026-11-13');
    expect(tale.lineage.splitQuestions).toHaveLength(1);
  });

  test('what she tapped in the old series for 16 Nov stays with that day, answered late', async () => {
    const tale = await priya()
      .taps('2026-11-16 15:45', nobodyJoined('daily', '2026-11-16'))
      .looks('2026-11-16 15:46')
      .taps('2026-11-17 09:00', answers('daily', 'daily-1530', 'yes'))
      .until('2026-11-17 09:05');
    expect(tale.on('2026-11-16')).toMatchObject({
      outcome: 'not-held-no-message',
      effective: { start: tale.hand.clock('2026-11-16 15:30') },
    });
  });
});

describe('story 12: cancelled, and then invited again', () => {
  const answered = () =>
    priya()
      .taps('2026-11-13 16:26', answers('daily', 'daily-1530', 'yes'))
      .looks('2026-11-17 09:05', '2026-11-17 09:45');

  test('they meet at 15:30: one row, held after all, in no count of cancellations', async () => {
    const tale = await answered()
      .taps('2026-11-17 16:01', weMet('daily-1530', '2026-11-17'))
      .until('2026-11-17 16:05');
    const rows = tale.lineage.occurrences.filter(({ date }) => date === '2026-11-17');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      outcome: 'held-reinstated',
      notice: { minutes: 1290 },
      changedBy: { name: 'Marcus Hale' },
    });
    const what = rows[0]?.reasons.map((reason) => reason.what);
    expect(what).toEqual(expect.arrayContaining(['cancelled-mail', 'reinvited', 'we-met']));
  });

  test('a tap beside the new invitation is one about the same row', async () => {
    const tale = await answered()
      .taps('2026-11-17 15:45', nobodyJoined('daily-again', '2026-11-17'))
      .until('2026-11-17 16:05');
    expect(tale.on('2026-11-17').outcome).toBe('not-held-no-message');
  });

  const invitedFor = (firstDate: string, time: string) =>
    retold({
      meetings: (one) => (one.id === 'daily-again' ? { ...one, firstDate, time } : one),
      without: (one) =>
        ('meeting' in one && one.meeting === 'daily-again') ||
        (one.kind === 'cancelled' && one.date === '2026-11-18'),
    });
  const lived = (world: ReturnType<typeof invitedFor>) =>
    priya(world)
      .taps('2026-11-13 16:26', answers('daily', 'daily-1530', 'yes'))
      .looks('2026-11-17 09:05', '2026-11-17 09:45', '2026-11-18 09:05');

  test('had the new one been for Wed 11:00, Tue is superseded and counts once, there', async () => {
    const tale = await lived(invitedFor('2026-11-18', '11:00'))
      .taps('2026-11-18 11:31', weMet('daily-again', '2026-11-18'))
      .until('2026-11-18 18:00');
    expect(tale.on('2026-11-17').outcome).toBe('superseded');
    const wednesday = tale.lineage.occurrences.filter(({ date }) => date === '2026-11-18');
    expect(wednesday.map(({ outcome }) => outcome)).toEqual(['held', 'not-recorded']);
    expect(tale.on('2026-11-17').supersededBy).toBe(wednesday[0]?.key);
  });

  test('had it been for Wed 15:30, it merges into the sync of that day (5.3)', async () => {
    const tale = await lived(invitedFor('2026-11-18', '15:30'))
      .taps('2026-11-18 16:01', weMet('daily-again', '2026-11-18'))
      .until('2026-11-18 18:00');
    const wednesday = tale.lineage.occurrences.filter(({ date }) => date === '2026-11-18');
    expect(wednesday.map(({ outcome }) => outcome)).toEqual(['held']);
    expect(tale.on('2026-11-17')).toMatchObject({ outcome: 'superseded', supersededBy: wednesday[0]?.key });
  });

  test('later than seven days after the cancellation it replaces nothing', async () => {
    const world = retold({
      meetings: (one) =>
        one.id === 'daily-again'
          ? {
              ...one,
              firstDate: '2026-11-25',
              time: '11:00',
              createdAt: later.cancelled('', '2026-11-23 18:01').at,
            }
          : one,
      without: (one) =>
        ('meeting' in one && one.meeting === 'daily-again') ||
        (one.kind === 'cancelled' && one.date === '2026-11-18'),
    });
    const tale = await lived(world).looks('2026-11-24 09:05').until('2026-11-24 10:00');
    expect(tale.on('2026-11-17').outcome).toBe('cancelled-with-notice');
    expect(tale.lineage.occurrences.filter(({ date }) => date === '2026-11-25')).toHaveLength(1);
  });
});

describe('a series that moves as a whole', () => {
  test('is no move of any occurrence, and what had started keeps its old time', async () => {
    const world = retold({
      without: (one) => one.kind === 'split' || one.at > daily.cancelled('', '2026-11-05 00:00').at,
      meetings: (one) => (one.id.startsWith('daily-') ? null : one),
      also: [
        {
          kind: 'rescheduled',
          at: daily.cancelled('', '2026-11-05 18:00').at,
          meeting: 'daily',
          time: '16:00',
          minutes: 30,
        },
      ],
    });
    const tale = await priya(world).looks('2026-11-05 09:05', '2026-11-06 09:05').until('2026-11-06 18:00');
    expect(tale.on('2026-11-05').effective.start).toBe(tale.hand.clock('2026-11-05 15:00'));
    expect(tale.on('2026-11-06').effective.start).toBe(tale.hand.clock('2026-11-06 16:00'));
    expect(tale.on('2026-11-06').moves).toEqual([]);
    const late = await tell(world)
      .keeps('daily', '2026-11-05 09:05')
      .looks('2026-11-09 17:00')
      .until('2026-11-09 18:00');
    const clocks = ['2026-11-05', '2026-11-06', '2026-11-09'].map((date) =>
      clockIn('Europe/London', late.on(date).effective.start).slice(11, 16),
    );
    expect(clocks).toEqual(['15:00', '16:00', '16:00']);
    // The move of Tue 3 Nov is that occurrence's own.
    expect(late.measure('moves')).toBe('1');
    expect(late.on('2026-11-03').moves).toHaveLength(1);
    expect(new Set(tale.lineage.occurrences.map(({ date }) => date)).size).toBe(
      tale.lineage.occurrences.length,
    );
  });
});
