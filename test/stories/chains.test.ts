import { describe, expect, test } from 'vitest';
import { about, required, WORKDAYS } from '../simulator/telling';
import { ana, bo, cy, sync, world } from '../simulator/three-people';
import { at } from '../simulator/time';
import type { Happening, Meeting, World } from '../simulator/world';
import { agreedToSkip, answers, keeping, nobodyJoined, sets, weMet } from './hand';
import { tell } from './teller';

const LONDON = 'Europe/London';
const series: Meeting = { ...sync, invitees: [required('bo')], joinUrl: null };

/** Bo's mailbox: Ana organizes the sync, and whatever else is told. */
const bos = (happenings: Happening[], ...others: Meeting[]): World => ({
  ...world(happenings, [ana, bo, cy]),
  owner: 'bo',
  meetings: [series, ...others],
});
const { cancelled, split } = about(series);
const single = (
  id: string,
  date: string,
  time: string,
  created: string,
  more: Partial<Meeting> = {},
): Meeting => ({
  ...series,
  id,
  firstDate: date,
  time,
  recurrence: null,
  createdAt: at(created, LONDON),
  ...more,
});
const lived = (told: World, ...looks: string[]) =>
  tell(told)
    .keeps('sync', '2026-10-23 09:00')
    .looks(...looks);
const DAY = '2026-10-28';

describe('5.3: a new invitation for a cancelled occurrence', () => {
  const gone = cancelled(DAY, '2026-10-27 18:00');
  const again = (more: Partial<Meeting> = {}, created = '2026-10-28 09:30') =>
    single('again', DAY, '16:00', created, more);

  test('of the same day is the same row, at the new time', async () => {
    const tale = await lived(bos([gone], again()), '2026-10-28 09:00', '2026-10-28 10:00').until(
      '2026-10-28 18:00',
    );
    expect(tale.lineage.occurrences.filter(({ date }) => date === DAY)).toHaveLength(1);
    expect(tale.on(DAY)).toMatchObject({
      outcome: 'not-recorded',
      effective: { start: at(`${DAY} 16:00`, LONDON) },
      original: { start: at(`${DAY} 15:00`, LONDON) },
    });
    expect(tale.on(DAY).reasons.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['cancelled-mail', 'reinvited']),
    );
  });

  test('that nobody joins is no message, at the new time', async () => {
    const tale = await lived(bos([gone], again()), '2026-10-28 10:00')
      .taps('2026-10-28 16:15', nobodyJoined('again', DAY))
      .until('2026-10-28 18:00');
    expect(tale.on(DAY).outcome).toBe('not-held-no-message');
    expect(tale.measure('there-when-it-started')).toBe('0 of 1');
  });

  test('that is cancelled in its turn is cancelled, with the notice of the last one', async () => {
    const told = bos([gone, about(again()).cancelled(DAY, '2026-10-28 15:30')], again());
    const tale = await lived(told, '2026-10-28 10:00', '2026-10-28 17:00').until('2026-10-28 18:00');
    expect(tale.on(DAY)).toMatchObject({ outcome: 'cancelled-short-notice', notice: { minutes: 30 } });
    expect(tale.lineage.occurrences.filter(({ date }) => date === DAY)).toHaveLength(1);
  });

  test.each([
    ['with a prefix before its title', { subject: 'RE: sync' }, true],
    ['in other letters', { subject: '  SYNC! ' }, true],
    ['under another title', { subject: 'Something else' }, false],
    ['with somebody else', { invitees: [required('bo'), required('cy')] }, false],
    ['from somebody else', { organizer: 'cy', invitees: [required('bo'), required('ana')] }, false],
  ] as const)('%s: %o is the same meeting: %s', async (_, more, isSame) => {
    const invitation = again(structuredClone(more) as unknown as Partial<Meeting>);
    const tale = await lived(bos([gone], invitation), '2026-10-28 09:00', '2026-10-28 10:00').until(
      '2026-10-28 18:00',
    );
    expect(tale.on(DAY).outcome).toBe(isSame ? 'not-recorded' : 'cancelled-with-notice');
  });

  test('made before the cancellation is another meeting', async () => {
    const told = bos([gone], again({}, '2026-10-27 17:59'));
    const tale = await lived(told, '2026-10-28 09:00').until('2026-10-28 18:00');
    expect(tale.on(DAY).outcome).toBe('cancelled-with-notice');
  });

  test('of two cancelled occurrences takes the place of the one of its day, and of that one only', async () => {
    const told = bos([gone, cancelled('2026-10-29', '2026-10-27 18:05')], again());
    const tale = await lived(told, '2026-10-28 09:00', '2026-10-28 10:00').until('2026-10-29 18:00');
    expect(tale.outcomes()).toMatchObject({
      [DAY]: expect.stringMatching(/^not-recorded/),
      '2026-10-29': expect.stringMatching(/^cancelled-with-notice/),
    });
  });

  test('for the weekend takes the place of the nearest, once', async () => {
    const told = bos(
      [cancelled('2026-10-29', '2026-10-28 10:00'), cancelled('2026-10-30', '2026-10-28 10:01')],
      single('again', '2026-10-31', '11:00', '2026-10-29 09:00'),
    );
    const tale = await lived(told, '2026-10-29 12:00')
      .taps('2026-10-31 12:00', weMet('again', '2026-10-31'))
      .until('2026-10-31 18:00');
    expect(tale.outcomes()).toMatchObject({
      '2026-10-29': expect.stringMatching(/^cancelled/),
      '2026-10-30': expect.stringMatching(/^superseded/),
      '2026-10-31': 'held',
    });
    expect(tale.measure('went-ahead')).toBe('1 of 2');
  });

  test('for a week later takes its place there; asked by its own key it is the same history', async () => {
    const told = bos([gone], single('again', '2026-11-01', '11:00', '2026-10-29 09:00'));
    const tale = await lived(told, '2026-10-29 12:00').until('2026-11-01 18:00');
    expect(tale.on(DAY).outcome).toBe('superseded');
    expect(tale.on('2026-11-01').outcome).toBe('not-recorded');
    expect(await tale.of('again')).toEqual(tale.lineage);
  });

  test('an agreed skip of the new one is an agreed skip', async () => {
    const tale = await lived(bos([gone], again()), '2026-10-28 10:00')
      .taps('2026-10-28 12:00', agreedToSkip('sync', DAY))
      .until('2026-10-28 18:00');
    expect(tale.on(DAY).outcome).toBe('excluded-agreed-skip');
  });
});

describe('5.6: one history of several series', () => {
  const next = (
    id: string,
    firstDate: string,
    time: string,
    created: string,
    more: Partial<Meeting> = {},
  ) => ({
    ...series,
    id,
    firstDate,
    time,
    createdAt: at(created, LONDON),
    ...more,
  });
  const second = next('second', '2026-11-02', '15:30', '2026-10-30 16:00');
  const third = next('third', '2026-11-09', '16:00', '2026-11-06 16:00');
  const twice = bos(
    [
      split('2026-10-30', '2026-10-30 16:00', 'second'),
      about(second).split('2026-11-06', '2026-11-06 16:00', 'third'),
    ],
    second,
    third,
  );

  test('split twice, it is asked twice, and then it is one', async () => {
    const tale = await lived(twice, '2026-10-30 17:00')
      .taps('2026-10-30 17:01', answers('sync', 'second', 'yes'))
      .looks('2026-11-06 17:00')
      .until('2026-11-06 17:05');
    expect(tale.lineage.splitQuestions.map(({ later }) => later)).toEqual([tale.hand.seriesOf('third')]);
    const all = await tale
      .goesOn()
      .taps('2026-11-06 17:06', answers('second', 'third', 'yes'))
      .until('2026-11-13 18:00');
    expect(all.lineage.series).toHaveLength(3);
    expect(Object.keys(all.outcomes())).toHaveLength(15);
    expect(all.lineage.splitQuestions).toEqual([]);
  });

  test('seen all at once, they are asked about one after the other', async () => {
    const tale = await tell(twice)
      .keeps('sync', '2026-11-10 09:00')
      .looks('2026-11-10 09:01')
      .until('2026-11-10 09:02');
    expect(tale.lineage.splitQuestions.map(({ later }) => later)).toEqual([tale.hand.seriesOf('second')]);
    const more = await tale
      .goesOn()
      .taps('2026-11-10 09:03', answers('sync', 'second', 'yes'))
      .looks('2026-11-10 09:04')
      .until('2026-11-10 09:05');
    expect(more.lineage.splitQuestions.map(({ later }) => later)).toEqual([tale.hand.seriesOf('third')]);
  });

  test.each([
    ['with a word more in its title', { subject: 'Syncs' }, 1],
    ['under another title', { subject: 'Retrospective' }, 0],
    ['with other people', { invitees: [required('bo'), required('cy')] }, 0],
  ] as const)('one that goes on %s (%o): so many questions are asked: %d', async (_, more, times) => {
    const other = { ...second, ...(structuredClone(more) as unknown as Partial<Meeting>) };
    const told = bos([split('2026-10-30', '2026-10-30 16:00', 'second')], other);
    const tale = await lived(told, '2026-10-30 17:00').until('2026-10-30 18:00');
    expect(tale.lineage.splitQuestions).toHaveLength(times);
  });

  test.each([
    ['2026-11-06', 1],
    ['2026-11-09', 0],
  ])('one that starts on %s, after an end on 30 Oct, is asked about %d times', async (firstDate, times) => {
    const other = { ...second, firstDate };
    const told = bos([split('2026-10-30', '2026-10-30 16:00', 'second')], other);
    const tale = await lived(told, '2026-10-30 17:00').until('2026-10-30 18:00');
    expect(tale.lineage.splitQuestions).toHaveLength(times);
  });

  test('two that run side by side are two, and nobody is asked', async () => {
    const beside = next('beside', '2026-10-26', '09:30', '2026-10-20 09:00', {
      recurrence: { every: 'week', interval: 1, days: WORKDAYS },
    });
    const tale = await lived(bos([], beside), '2026-10-27 09:00').until('2026-10-28 18:00');
    expect(tale.lineage.splitQuestions).toEqual([]);
    expect(tale.lineage.series).toHaveLength(1);
  });

  test('an answer can be changed, in both directions', async () => {
    const told = bos([split('2026-10-30', '2026-10-30 16:00', 'second')], second);
    const joined = await lived(told, '2026-10-30 17:00')
      .taps('2026-10-30 17:01', answers('sync', 'second', 'yes'))
      .until('2026-11-04 18:00');
    expect(Object.keys(joined.outcomes())).toHaveLength(8);
    const apart = await joined
      .goesOn()
      .taps('2026-11-04 18:01', answers('sync', 'second', 'no'))
      .until('2026-11-04 18:02');
    expect(Object.keys(apart.outcomes())).toHaveLength(5);
    const again = await apart
      .goesOn()
      .taps('2026-11-04 18:03', answers('sync', 'second', 'yes'))
      .until('2026-11-04 18:04');
    expect(again.outcomes()).toEqual(joined.outcomes());
  });

  test('rules and a pause set on the later one hold for both', async () => {
    const told = bos(
      [
        split('2026-10-30', '2026-10-30 16:00', 'second'),
        about(second).cancelled('2026-11-03', '2026-11-03 14:00'),
      ],
      second,
    );
    const tale = await lived(told, '2026-10-30 17:00')
      .taps('2026-10-30 17:01', answers('sync', 'second', 'yes'))
      .taps('2026-11-02 18:00', sets('second', { window: { minutes: 60 } }))
      .looks('2026-11-03 18:00')
      .taps('2026-11-03 18:01', keeping('second', 'pause'))
      .until('2026-11-04 18:00');
    expect(tale.on('2026-11-03')).toMatchObject({
      outcome: 'cancelled-with-notice',
      notice: { minutes: 90 },
    });
    expect(tale.on('2026-10-30').windowRule).toEqual({ minutes: 60 });
    expect(tale.on('2026-11-04').outcome).toBe('excluded-paused');
  });
});
