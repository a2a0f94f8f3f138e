import { describe, expect, test } from 'vitest';
import { otherClocks } from '../../src/domain/judge/questions/other-clocks';
import { otherClockWords } from '../../src/ui/words/other-clocks';
import { about, meeting, person, required, WORKDAYS } from '../simulator/telling';
import { at, clockIn } from '../simulator/time';
import type { Happening, Meeting, World } from '../simulator/world';
import { sets, weMet } from './hand';
import { daily, retold } from './retold';
import { tell } from './teller';

const LONDON = 'Europe/London';
const NEW_YORK = 'America/New_York';

describe('story 2: the week in which London has left summer time and New York has not', () => {
  const world = retold({
    meetings: (one) =>
      one.id === 'daily'
        ? { ...one, firstDate: '2026-10-19', createdAt: at('2026-10-12 09:00', LONDON) }
        : one,
    also: [daily.cancelled('2026-10-26', '2026-10-24 15:00')],
  });
  const priya = () =>
    tell(world).keeps('daily', '2026-10-19 09:00').looks('2026-10-26 09:05', '2026-11-02 09:05');

  test.each([
    ['2026-10-23', '2026-10-23T14:00Z', '10:00'],
    ['2026-10-26', '2026-10-26T15:00Z', '11:00'],
    ['2026-11-02', '2026-11-02T15:00Z', '10:00'],
  ])('%s at 15:00 in London is %s, and %s in New York', async (date, instant, clock) => {
    const tale = await priya().until('2026-11-02 18:00');
    const { start } = tale.on(date).effective;
    expect(start).toBe(Date.parse(instant));
    expect(clockIn(NEW_YORK, start).slice(11, 16)).toBe(clock);
  });

  test('no day is doubled and none is left out', async () => {
    const tale = await priya().until('2026-11-02 18:00');
    expect(Object.keys(tale.outcomes())).toEqual([
      ...['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23'],
      ...['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'],
      '2026-11-02',
    ]);
  });

  test('cancelled on Sat 24 Oct at 15:00 for Mon at 15:00 is a notice of 49 hours, over the weekend', async () => {
    const tale = await priya().until('2026-10-26 18:00');
    expect(tale.on('2026-10-26')).toMatchObject({
      outcome: 'cancelled-with-notice',
      notice: { minutes: 49 * 60 },
    });
  });

  test('of those 49 hours six are working time, and where that counts they are short notice', async () => {
    const told = () => priya().taps('2026-10-26 17:00', sets('daily', { window: { minutes: 24 * 60 } }));
    const byClock = await told().until('2026-10-26 18:00');
    expect(byClock.on('2026-10-26')).toMatchObject({
      outcome: 'cancelled-with-notice',
      notice: { minutes: 49 * 60, working: { minutes: 6 * 60 } },
    });
    const byWork = await told()
      .taps('2026-10-26 17:01', sets('daily', { byWorkingTime: true }))
      .until('2026-10-26 18:00');
    expect(byWork.on('2026-10-26')).toMatchObject({
      outcome: 'cancelled-short-notice',
      notice: { minutes: 49 * 60, working: { minutes: 6 * 60 } },
    });
  });

  test.each([
    ['2026-10-22 09:10', []],
    ['2026-10-23 18:00', ['Next week the sync is at 11:00 for Marcus.']],
    ['2026-10-26 09:10', ['This week the sync is at 11:00 for Marcus.']],
    ['2026-10-30 15:10', ['This week the sync is at 11:00 for Marcus.']],
    ['2026-10-30 15:40', []],
    ['2026-11-02 09:10', []],
  ])('on %s the hint says %j', async (when, words) => {
    const { lineage, hand } = await priya().until(when);
    const owner = await hand.ports.graph.owner();
    expect(otherClockWords(lineage.title, otherClocks(lineage, owner, hand.clock(when)))).toEqual(words);
  });

  test('nothing is said of somebody whose zone nobody knows', async () => {
    const blind = tell(world, { scopes: ['User.Read', 'Calendars.Read'] }).keeps('daily', '2026-10-19 09:00');
    const { lineage, hand } = await blind.until('2026-10-26 09:10');
    const unknown = { ...lineage, workingHours: [] };
    const owner = await hand.ports.graph.owner();
    expect(otherClocks(unknown, owner, hand.clock('2026-10-26 09:10'))).toEqual([]);
  });
});

/** The same week, kept by the one on the other side of the ocean. */
describe('story 2, seen from New York', () => {
  test('it is the owner who is told', async () => {
    const world = { ...retold({}), owner: 'marcus' };
    const { lineage, hand } = await tell(world).keeps('daily', '2026-10-26 05:10').until('2026-10-26 05:30');
    const owner = await hand.ports.graph.owner();
    expect(owner.zone).toBe(NEW_YORK);
    const clocks = otherClocks(lineage, owner, hand.clock('2026-10-26 05:30'));
    expect(otherClockWords(lineage.title, clocks)).toEqual(['This week the sync is at 11:00 for you.']);
  });
});

/** Somebody with a series of their own, in whatever zone, with one other person. */
function pairIn(
  zone: string,
  series: Partial<Meeting> & Pick<Meeting, 'firstDate' | 'time' | 'minutes'>,
  happenings: readonly Happening[] = [],
  ownerZone = zone,
): World {
  const people = [
    person({ id: 'ana', name: 'Ana', address: 'ana@north.example', zone: ownerZone, keepsDeclined: true }),
    person({ id: 'bo', name: 'Bo', address: 'bo@north.example', zone }),
  ];
  const whole = meeting({
    id: 'pair',
    subject: 'Pair',
    organizer: 'bo',
    invitees: [required('ana')],
    zone,
    createdAt: at('2026-01-05 09:00', zone),
    recurrence: { every: 'week', interval: 1, days: WORKDAYS },
    ...series,
  });
  const holidays = { choices: {}, countries: {} };
  return {
    name: 'pair',
    owner: 'ana',
    people,
    meetings: [whole],
    happenings: [...happenings],
    taps: [],
    holidays,
  };
}

describe('both clock changes of two zones: a series planned in New York, lived in London', () => {
  const world = (firstDate: string) =>
    pairIn(NEW_YORK, { firstDate, time: '10:00', minutes: 30 }, [], LONDON);

  test.each([
    ['2026-10-19', '2026-10-23', '15:00', 'both in summer time'],
    ['2026-10-19', '2026-10-26', '14:00', 'London has gone back'],
    ['2026-10-19', '2026-11-02', '15:00', 'so has New York'],
    ['2027-03-08', '2027-03-12', '15:00', 'both in winter time'],
    ['2027-03-08', '2027-03-15', '14:00', 'New York has gone forward'],
    ['2027-03-08', '2027-03-29', '15:00', 'so has London'],
  ])('from %s on: %s is at %s in London, when %s', async (first, date, clock) => {
    const tale = await tell(world(first)).keeps('pair', `${first} 09:00`).until(`${date} 18:00`);
    expect(clockIn(LONDON, tale.on(date).effective.start).slice(11, 16)).toBe(clock);
    expect(tale.on(date).date).toBe(date);
  });
});

describe('zones with half hours, nights and midnights', () => {
  test.each([
    ['Asia/Kolkata', '09:15', '2026-06-10T03:45Z'],
    ['Asia/Kathmandu', '09:15', '2026-06-10T03:30Z'],
    ['Australia/Lord_Howe', '09:15', '2026-06-09T22:45Z'],
    ['Pacific/Kiritimati', '09:15', '2026-06-09T19:15Z'],
    ['Pacific/Pago_Pago', '21:15', '2026-06-11T08:15Z'],
  ])('%s at %s is one row of that local day', async (zone, time, instant) => {
    const world = pairIn(zone, { firstDate: '2026-06-08', time, minutes: 30 });
    const tale = await tell(world)
      .keeps('pair', '2026-06-08 08:00')
      .taps(`2026-06-10 ${time.slice(0, 2)}:50`, weMet('pair', '2026-06-10'))
      .until('2026-06-11 08:00');
    expect(tale.on('2026-06-10')).toMatchObject({
      outcome: 'held',
      minutesTogether: 30,
      effective: { start: Date.parse(instant) },
    });
    expect(tale.lineage.occurrences.filter(({ date }) => date === '2026-06-10')).toHaveLength(1);
  });

  test('one that starts at midnight is of the day that begins, one that runs over it of the day before', async () => {
    const rows = async (time: string) => {
      const tale = await tell(pairIn(LONDON, { firstDate: '2026-06-08', time, minutes: 60 }))
        .keeps('pair', '2026-06-08 00:00')
        .until('2026-06-10 12:00');
      return Object.keys(tale.outcomes());
    };
    expect(await rows('00:00')).toEqual(['2026-06-08', '2026-06-09', '2026-06-10']);
    expect(await rows('23:30')).toEqual(['2026-06-08', '2026-06-09']);
  });

  test('moved over midnight, it keeps the day it was planned for', async () => {
    const series = pairIn(LONDON, { firstDate: '2026-06-08', time: '22:00', minutes: 60 });
    const pair = about(series.meetings[0] as Meeting);
    const world = {
      ...series,
      happenings: [pair.moved('2026-06-09', '2026-06-09 21:30', '2026-06-10 00:30')],
    };
    const tale = await tell(world)
      .keeps('pair', '2026-06-08 09:00')
      .looks('2026-06-09 20:00', '2026-06-09 22:30')
      .taps('2026-06-10 01:31', weMet('pair', '2026-06-09'))
      .until('2026-06-10 12:00');
    expect(tale.on('2026-06-09')).toMatchObject({
      outcome: 'held-moved',
      moves: [{ notice: { minutes: 30 } }],
    });
    expect(tale.outcomes()).not.toHaveProperty('2026-06-10');
  });

  test('an hour that the clocks leave out, and one that they show twice, are one row each', async () => {
    const spring = pairIn(LONDON, {
      firstDate: '2027-03-27',
      time: '01:30',
      minutes: 30,
      recurrence: { every: 'day', interval: 1 },
    });
    const tale = await tell(spring).keeps('pair', '2027-03-27 00:00').until('2027-03-30 12:00');
    const starts = Object.fromEntries(
      tale.lineage.occurrences.map(({ date, effective }) => [date, effective.start]),
    );
    expect(starts['2027-03-27']).toBe(Date.parse('2027-03-27T01:30Z'));
    expect(starts['2027-03-28']).toBe(Date.parse('2027-03-28T01:30Z'));
    expect(starts['2027-03-29']).toBe(Date.parse('2027-03-29T00:30Z'));
    expect(Object.keys(tale.outcomes())).toHaveLength(4);

    const autumn = pairIn(LONDON, {
      firstDate: '2026-10-24',
      time: '01:30',
      minutes: 30,
      recurrence: { every: 'day', interval: 1 },
    });
    const back = await tell(autumn).keeps('pair', '2026-10-24 00:00').until('2026-10-26 12:00');
    expect(back.on('2026-10-25').effective.start).toBe(Date.parse('2026-10-25T00:30Z'));
    expect(Object.keys(back.outcomes())).toHaveLength(3);
  });
});

describe('days without a time', () => {
  const whole = { firstDate: '2026-06-08', time: '00:00', minutes: 1440, allDay: true };

  test.each([LONDON, NEW_YORK, 'Asia/Kolkata', 'Pacific/Auckland'])(
    'a day-long series in %s has one row for each of its days',
    async (zone) => {
      const tale = await tell(pairIn(zone, whole))
        .keeps('pair', '2026-06-08 00:00')
        .until('2026-06-11 12:00');
      expect(Object.keys(tale.outcomes())).toEqual(['2026-06-08', '2026-06-09', '2026-06-10', '2026-06-11']);
      expect(tale.on('2026-06-09').allDay).toBe(true);
      expect(tale.on('2026-06-09').effective).toEqual({
        start: at('2026-06-09', zone),
        end: at('2026-06-10', zone),
      });
    },
  );

  test('cancelled the evening before, its notice runs to midnight', async () => {
    const series = pairIn(LONDON, whole);
    const pair = about(series.meetings[0] as Meeting);
    const world = { ...series, happenings: [pair.cancelled('2026-06-10', '2026-06-09 18:00')] };
    const tale = await tell(world)
      .keeps('pair', '2026-06-08 09:00')
      .looks('2026-06-10 09:00')
      .until('2026-06-10 12:00');
    expect(tale.on('2026-06-10')).toMatchObject({
      outcome: 'cancelled-short-notice',
      notice: { minutes: 360 },
    });
  });

  test.each([LONDON, NEW_YORK, 'Asia/Kolkata'])(
    'moved to the next day by a message alone, and cancelled then: in %s its notice runs to that midnight',
    async (zone) => {
      const weekly = { every: 'week' as const, interval: 1, days: ['monday' as const] };
      const own = { organizer: 'ana', invitees: [required('bo')], recurrence: weekly };
      const series = pairIn(zone, { ...whole, ...own }, [], LONDON);
      const midnight = (date: string) => at(date, zone);
      const to = { start: midnight('2026-06-16'), end: midnight('2026-06-17') };
      const of = { meeting: 'pair', date: '2026-06-15' };
      const happenings: Happening[] = [
        { kind: 'moved', at: at('2026-06-14 09:00', LONDON), ...of, to },
        { kind: 'cancelled', at: to.start - 20 * 60_000, ...of },
      ];
      const tale = await tell({ ...series, happenings })
        .keeps('pair', '2026-06-08 09:00')
        .until('2026-06-13 12:00');
      const later = await tale.goesOn().looks('2026-06-19 09:00').until('2026-06-19 12:00');
      expect(later.on('2026-06-15')).toMatchObject({
        outcome: 'cancelled-short-notice',
        effective: to,
        notice: { minutes: 20 },
      });
    },
  );

  test('a holiday in her own calendar leaves out the syncs of that day', async () => {
    const series = pairIn(LONDON, { firstDate: '2026-06-08', time: '15:00', minutes: 30 });
    const marked = {
      kind: 'day-marked',
      at: at('2026-06-08 09:00', LONDON),
      who: 'ana',
      date: '2026-06-10',
      subject: 'Town fair',
      category: 'Holiday',
    } as const;
    const tale = await tell({ ...series, happenings: [marked] })
      .keeps('pair', '2026-06-09 09:00')
      .until('2026-06-11 18:00');
    expect(tale.outcomes()).toMatchObject({
      '2026-06-09': 'not-recorded',
      '2026-06-10': 'excluded-own-absence',
      '2026-06-11': 'not-recorded',
    });
  });
});
