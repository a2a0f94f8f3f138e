import { describe, expect, test } from 'vitest';
import { ALL_SCOPES } from '../simulator/graph/router';
import { about } from '../simulator/telling';
import { ana, bo, sync, world } from '../simulator/three-people';
import { at } from '../simulator/time';
import type { Happening, Meeting, Person, Weekday, World } from '../simulator/world';
import { answers, choosesCountries } from './hand';
import { month, UNTAPPED } from './retold';
import { type Tale, tell } from './teller';

const lookedOnce = (manner: Parameters<typeof tell>[1] = {}) =>
  tell(month, manner)
    .keeps('daily-1530', '2026-11-20 17:00')
    .taps('2026-11-20 17:01', choosesCountries('daily-1530', { marcus: 'US', priya: 'GB' }))
    .looks('2026-11-20 17:02')
    .taps('2026-11-20 17:03', answers('daily', 'daily-1530', 'yes'))
    .looks('2026-11-20 17:04')
    .until('2026-11-20 18:00');

describe('a log that is kept from the last day on', () => {
  test('knows of the four weeks before what the mailbox still tells, and nothing is guessed', async () => {
    const tale = await lookedOnce();
    expect(tale.outcomes()).toEqual(UNTAPPED);
    expect(tale.measure('went-ahead')).toBe('0 of 4');
    expect(tale.measure('coverage')).toBe('4 of 16');
  });

  test.each([
    [
      'other spellings, gone events as null',
      { tentativeSpelling: 'meetingTentativelyAccepted', goneEvent: 'null' },
    ],
    ['failing expansions, selections refused', { goneEvent: 'error-500', derivedSelect: 'refused' }],
    ['no zone of its own, wishes for a zone ignored', { emptyRecurrenceZone: true, honoursTimeZone: false }],
    ['selections honoured, times of changes told', { derivedSelect: 'honoured', ownerCriticalChange: true }],
  ] as const)('knows the same from a Graph with %s', async (_, habits) => {
    expect((await lookedOnce({ habits })).outcomes()).toEqual(UNTAPPED);
  });
});

describe('without a permission', () => {
  const without = (prefix: string) => ALL_SCOPES.filter((scope) => !scope.startsWith(prefix));

  test('to read mail, a change has the range between two looks, or is not classified', async () => {
    const tale = await tell(month, { scopes: without('Mail.') })
      .keeps('daily', '2026-10-29 14:45')
      .looks(
        '2026-10-29 14:55',
        '2026-11-03 14:00',
        '2026-11-03 15:30',
        '2026-11-10 09:05',
        '2026-11-11 09:05',
      )
      .until('2026-11-11 18:00');
    expect(tale.on('2026-10-29')).toMatchObject({
      outcome: 'cancelled-short-notice',
      notice: { minutes: null, lower: 5, upper: 15 },
      grade: 'inferred',
    });
    expect(tale.on('2026-10-30')).toMatchObject({
      outcome: 'cancelled-with-notice',
      notice: { upper: null },
    });
    expect(tale.on('2026-11-10').outcome).toBe('cancelled-notice-unknown');
    expect(tale.on('2026-11-03').moves.map(({ notice }) => notice.class)).toEqual(['unknown']);
  });
});

const DAY = '2026-10-28';
const { cancelled } = about(sync);
const pair: Meeting = { ...sync, invitees: [{ who: 'bo', part: 'required' }] };
/** Bo's mailbox, with Ana organizing. */
const bos = (happenings: Happening[], more: Partial<Meeting> = {}, person: Partial<Person> = {}): World => ({
  ...world(happenings, [ana, { ...bo, ...person }]),
  owner: 'bo',
  meetings: [{ ...pair, ...more }],
});
const cancelledOn = (tale: Tale) => tale.on(DAY).outcome;

describe('5.2: what is short', () => {
  const onDays = (...days: Weekday[]): Partial<Meeting> => ({
    recurrence: { every: 'week', interval: 1, days },
  });
  const weekly = onDays('wednesday');
  const often = onDays('monday', 'wednesday', 'friday');
  const told = (when: string, series: Partial<Meeting>, time = '15:00') =>
    tell(bos([cancelled(DAY, when)], { ...series, time, firstDate: DAY }))
      .keeps('sync', '2026-10-21 09:00')
      .looks('2026-10-28 20:00')
      .until('2026-10-28 20:05');

  test.each([
    ['2026-10-27 15:00:00', weekly, '15:00', 'with-notice', 'exactly 24 h, once a week'],
    ['2026-10-27 15:00:01', weekly, '15:00', 'short-notice', 'a second less'],
    ['2026-10-28 06:00:00', often, '19:30', 'short-notice', '13.5 h, on the same day, three times a week'],
    ['2026-10-27 21:00:00', often, '09:00', 'with-notice', 'exactly 12 h, the evening before'],
    ['2026-10-27 21:00:01', often, '09:00', 'short-notice', 'a second less'],
    ['2026-10-27 23:59:59', often, '13:00', 'with-notice', 'the last second of the day before'],
    ['2026-10-28 00:00:00', often, '13:00', 'short-notice', 'the first second of the day'],
  ])('cancelled at %s (%j at %s): %s, which is %s', async (when, series, time, kind) => {
    expect(cancelledOn(await told(when, series, time))).toBe(`cancelled-${kind}`);
  });

  test("the day is the owner's: evening in New York is the next morning in London", async () => {
    const zones = { zone: 'America/New_York', time: '20:30', firstDate: DAY };
    const happening = { ...cancelled(DAY, DAY), at: at('2026-10-28 06:00', 'America/New_York') };
    const tale = await tell(bos([happening], zones))
      .keeps('sync', '2026-10-21 09:00')
      .looks('2026-10-29 09:00')
      .until('2026-10-29 09:05');
    expect(tale.on(DAY)).toMatchObject({ outcome: 'cancelled-with-notice', notice: { minutes: 870 } });
  });

  test('a weekend is made of hours like any other', async () => {
    const happening = cancelled('2026-11-02', '2026-10-30 16:00');
    const tale = await tell(bos([happening], { ...onDays('monday'), time: '09:00' }))
      .keeps('sync', '2026-10-21 09:00')
      .looks('2026-11-02 12:00')
      .until('2026-11-02 12:05');
    expect(tale.on('2026-11-02')).toMatchObject({
      outcome: 'cancelled-with-notice',
      notice: { minutes: 65 * 60 },
    });
  });
});

describe('what a mailbox can look like', () => {
  test('notices that go to a delegate only leave the range', async () => {
    const tale = await tell(bos([cancelled(DAY, `${DAY} 14:50`)], {}, { noticesGoToDelegate: true }))
      .keeps('sync', '2026-10-26 09:00')
      .looks(`${DAY} 14:40`, `${DAY} 14:55`)
      .until(`${DAY} 16:00`);
    expect(tale.on(DAY)).toMatchObject({
      outcome: 'cancelled-short-notice',
      notice: { lower: 5, upper: 20 },
    });
  });

  test('a hidden list shows the organizer and oneself', async () => {
    const crowd = {
      hideAttendees: true,
      invitees: [...pair.invitees, { who: 'cy', part: 'required' } as const],
    };
    const told = bos([], crowd);
    const tale = await tell({ ...told, people: world([]).people })
      .keeps('sync', '2026-10-26 09:00')
      .until(`${DAY} 16:00`);
    expect(tale.lineage.people.map(({ name }) => name).sort()).toEqual(['Ana', 'Bo']);
  });

  test('a renamed series is the same one, and its mails are, too', async () => {
    const renamed: Happening = {
      kind: 'renamed',
      at: at('2026-10-27 09:00'),
      meeting: 'sync',
      subject: 'Weekly talk',
    };
    const tale = await tell(
      bos([renamed, cancelled(DAY, `${DAY} 14:50`), cancelled('2026-10-26', '2026-10-26 10:00')]),
    )
      .keeps('sync', '2026-10-23 09:00')
      .looks('2026-10-26 16:00', `${DAY} 16:00`)
      .until(`${DAY} 17:00`);
    expect(tale.lineage.title).toBe('Weekly talk');
    expect(tale.outcomes()).toMatchObject({
      '2026-10-26': 'cancelled-short-notice 300 min',
      [DAY]: 'cancelled-short-notice 10 min',
    });
  });

  test('1 whoever is taken off the list is told that the series is cancelled: its next week is, nothing after it', async () => {
    const removed = { invitees: [{ who: 'bo', part: 'required' as const, removedAt: at(`${DAY} 16:00`) }] };
    const tale = await tell(bos([], removed))
      .keeps('sync', '2026-10-23 09:00')
      .looks('2026-10-27 09:00', '2026-10-29 09:00')
      .until('2026-10-30 18:00');
    expect(Object.keys(tale.outcomes())).toEqual([
      ...['2026-10-26', '2026-10-27', DAY, '2026-10-29', '2026-10-30'],
    ]);
    expect(tale.outcomes()['2026-10-30']).toMatch(/^cancelled-with-notice/);
  });
});
