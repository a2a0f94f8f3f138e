import { describe, expect, test } from 'vitest';
import { dateInId } from '../../../src/formats/text/date-in-id';
import { sorted } from '../../../src/graph/calendar/calendar';
import { readItem } from '../../../src/graph/calendar/event-json';
import { meetingOf } from '../../../src/graph/calendar/meeting';
import { graphId } from '../../../src/graph/client/item-id';
import { personOf, type Reader } from '../../../src/graph/shapes/person-json';

const reader: Reader = { owner: new Set(['priya@n.example', 'priya.nair@n.example']), zone: 'Europe/London' };
const utc = (text: string) => Date.parse(text);
const mail = (name: string, address: string) => ({ emailAddress: { name, address } });
const attendee = (name: string, address: string, response = 'none', kind = 'required') => ({
  type: kind,
  status: { response, time: '0001-01-01T00:00:00Z' },
  ...mail(name, address),
});

const event = (more: Record<string, unknown> = {}) => ({
  id: 'e1',
  subject: 'Canceled: Daily',
  type: 'occurrence',
  seriesMasterId: 'm1',
  start: { dateTime: '2026-11-20T15:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-11-20T15:30:00.0000000', timeZone: 'UTC' },
  originalStart: '2026-11-20T15:00:00Z',
  originalStartTimeZone: 'GMT Standard Time',
  isAllDay: false,
  isCancelled: false,
  isOrganizer: true,
  isDraft: false,
  responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
  organizer: mail('Priya Nair', 'Priya@N.example'),
  attendees: [attendee('Dana', 'Dana@N.example', 'accepted')],
  onlineMeeting: { joinUrl: 'https://teams.microsoft.com/l/meetup-join/1' },
  sensitivity: 'normal',
  categories: [],
  ...more,
});

const itemOf = (more: Record<string, unknown> = {}) => {
  const read = readItem(event(more), reader);
  if (!read.ok) throw new Error(read.fault);
  return read.value;
};

describe('An event that cannot be an item', () => {
  const { id: _, ...nameless } = event();
  test.each([
    [null, 'not-an-object'],
    ['event', 'not-an-object'],
    [nameless, 'id-missing'],
    [event({ start: undefined }), 'start-missing'],
    [event({ start: null }), 'start-missing'],
    [event({ end: null }), 'end-missing'],
    [event({ start: { dateTime: 'now' } }), 'start-unreadable'],
    [event({ end: { dateTime: '2026-11-20T14:00:00', timeZone: 'UTC' } }), 'ends-before-it-starts'],
    [event({ type: 'seriesMaster' }), 'kind-unknown'],
    [event({ type: 'surprise' }), 'kind-unknown'],
    [event({ seriesMasterId: null }), 'kind-unknown'],
    [{ id: 'e', type: 'occurrence', seriesMasterId: 'm', start: event().start, end: event().end }, 'stub'],
  ])('%#: is refused by name, %s', (json, fault) => {
    expect(readItem(json, reader)).toEqual({ ok: false, fault });
  });

  test('is named while the rest goes on; private ones are not even named', () => {
    const events = [
      event(),
      event({ id: 'e2', start: null }),
      7,
      event({ id: 'e3', sensitivity: 'private' }),
    ];
    const reading = sorted(events, { start: 0, end: 1 }, reader, 5);
    expect(reading.items.map(({ id }) => id)).toEqual(['e1']);
    expect(reading.unreadable).toEqual([
      { id: 'e2', fault: 'start-missing' },
      { id: null, fault: 'not-an-object' },
    ]);
  });
});

describe('An item', () => {
  test('keeps its subject as it is, however long', () => {
    const subject = `${'<b>&\u{1f468}‍\u{1f469}‍\u{1f467}'.repeat(2000)}`.slice(0, 10_000);
    expect(itemOf({ subject }).title).toBe(subject);
    expect(itemOf({ subject: null }).title).toBe('');
  });

  test('on the organizer’s copy shows what everybody answered, without the organizer', () => {
    const attendees = [
      attendee('Priya', 'priya@n.example'),
      attendee('Dana', 'Dana@N.example', 'accepted'),
      attendee('Sam', 'sam@n.example', 'tentativelyAccepted', 'optional'),
      attendee('Room 4', 'room4@n.example', 'accepted', 'resource'),
      attendee('Wei', 'wei@n.example', 'notResponded'),
    ];
    expect(
      itemOf({ attendees }).attendees.map((one) => [one.person.address, one.role, one.response]),
    ).toEqual([
      ['dana@n.example', 'required', 'accepted'],
      ['sam@n.example', 'optional', 'tentative'],
      ['room4@n.example', 'resource', 'accepted'],
      ['wei@n.example', 'required', 'none'],
    ]);
  });

  test('4.4 on an attendee’s copy shows nobody else’s answer, and the owner’s own', () => {
    const item = itemOf({
      isOrganizer: false,
      organizer: mail('Dana', 'dana@n.example'),
      responseStatus: { response: 'declined', time: '2026-11-19T10:00:00Z' },
      attendees: [
        attendee('Dana', 'dana@n.example'),
        attendee('Priya', 'Priya.Nair@n.example'),
        attendee('Sam', 'sam@n.example', 'accepted'),
      ],
    });
    expect(item.ownResponse).toBe('declined');
    expect(item.attendees.map((one) => [one.person.address, one.response, one.respondedAt])).toEqual([
      ['priya.nair@n.example', 'declined', utc('2026-11-19T10:00:00Z')],
      ['sam@n.example', 'not-visible', null],
    ]);
  });

  test('lists a person once, with the answer that says something', () => {
    const attendees = [attendee('Dana', 'dana@n.example'), attendee('Dana O.', 'DANA@n.example', 'declined')];
    expect(itemOf({ attendees }).attendees.map((one) => one.response)).toEqual(['declined']);
  });

  test('shows no X500 path as an address, and still tells two of them apart', () => {
    const path = (end: string) => `/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=${end}`;
    const { attendees } = itemOf({
      attendees: [attendee('Ada', path('3f1c-ADA')), attendee('Bo', path('77-bo'))],
    });
    expect(attendees.map(({ person }) => person)).toEqual([
      { key: 'id:3f1c-ada', name: 'Ada', address: '' },
      { key: 'id:77-bo', name: 'Bo', address: '' },
    ]);
    expect(personOf(mail(path('x'), path('x')))?.name).toBe('');
  });

  test.each([
    [{}, null],
    [mail('', ''), null],
    [mail('Ghost', ''), { key: 'row:ghost', name: 'Ghost', address: '' }],
    [
      mail('', 'SMTP:Ada@B.example'),
      { key: 'ada@b.example', name: 'ada@b.example', address: 'ada@b.example' },
    ],
  ])('a recipient %j is %j', (recipient, person) => {
    expect(personOf(recipient)).toEqual(person);
  });

  test('of a whole day is a holiday only by its category', () => {
    const day = { isAllDay: true, type: 'singleInstance', seriesMasterId: null };
    const times = {
      start: { dateTime: '2026-12-25T00:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-12-26T00:00:00.0000000', timeZone: 'UTC' },
    };
    expect(itemOf({ ...day, ...times, categories: ['Holiday'] })).toMatchObject({
      holiday: true,
      series: null,
    });
    expect(itemOf({ ...day, ...times })).toMatchObject({ holiday: false });
  });

  test('that was moved and lost its planned start has it from its id', () => {
    const id =
      'AAMkADBlZTUwNTkxLWVmODgtNDVhNC1iZjhlLTdjNjA1ODZlMDI5MgFRAAgI1P7xXviAAEYAAAAAlG55P4sEGUW1zIJHyrZmIQcAqU3PyJwbLk2ME1AW-lSG_AAAAAABDQAAqU3PyJwbLk2ME1AW-lSG_AAAFBxR4gAAEA==';
    expect(dateInId(id)).toBe('2017-09-19');
    const times = {
      start: { dateTime: '2017-09-20T05:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2017-09-20T06:00:00.0000000', timeZone: 'UTC' },
    };
    expect(itemOf({ id, type: 'exception', originalStart: undefined, ...times }).originalStart).toBe(
      utc('2017-09-19T05:00:00Z'),
    );
    expect(dateInId('AAMkAGRkZTFiMDQxLWYzNi2ZIVhDiHAAq5zGN4AAA=')).toBeNull();
  });

  test('has the id Graph wants, whichever way Outlook writes it', () => {
    expect(graphId('AAMk/a+b=')).toBe('AAMk-a_b=');
  });
});

describe('A meeting', () => {
  const recurrence = {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday', 'friday'], firstDayOfWeek: 'monday' },
    range: {
      type: 'noEnd',
      startDate: '2026-06-01',
      endDate: '0001-01-01',
      recurrenceTimeZone: 'GMT Standard Time',
    },
  };
  const master = (more: Record<string, unknown> = {}) =>
    event({
      id: 'm1',
      type: 'seriesMaster',
      seriesMasterId: null,
      start: { dateTime: '2026-06-01T14:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-06-01T14:30:00.0000000', timeZone: 'UTC' },
      createdDateTime: '2026-05-30T09:00:00Z',
      cancelledOccurrences: ['OID.m1.2026-10-29', 'OID.m.1/x.2026-06-02', 'OID.m1.2026-10-29', 'odd', 7],
      recurrence,
      ...more,
    });
  const read = (json: unknown) => {
    const result = meetingOf(json, reader, 9);
    if (!result.ok) throw new Error(result.fault);
    return result.value;
  };

  test('that repeats knows its rule in its own clocks and its cancelled dates', () => {
    expect(read(master())).toMatchObject({
      kind: 'series',
      zone: 'Europe/London',
      cancelledDates: ['2026-06-02', '2026-10-29'],
      createdAt: utc('2026-05-30T09:00:00Z'),
      readAt: 9,
      recurrence: {
        pattern: { every: 'week', interval: 1, days: ['monday', 'friday'], weekStart: 'monday' },
        firstDate: '2026-06-01',
        lastDate: null,
        count: null,
        startMinute: 15 * 60,
        lengthMinutes: 30,
      },
    });
  });

  test.each([
    ['', 'Pacific Standard Time', 'America/Los_Angeles'],
    ['', 'tzone://Microsoft/Custom', 'Europe/London'],
    [undefined, undefined, 'Europe/London'],
  ])(
    'whose rule has the zone %j takes that of its start, %j, else the mailbox’s: %s',
    (zone, start, expected) => {
      const range = { ...recurrence.range, recurrenceTimeZone: zone };
      const json = master({ recurrence: { ...recurrence, range }, originalStartTimeZone: start });
      expect(read(json).recurrence?.zone).toBe(expected);
    },
  );

  test.each([
    [
      { type: 'daily', interval: 2 },
      { every: 'day', interval: 2 },
    ],
    [
      { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
      { every: 'month', interval: 1, day: 31 },
    ],
    [
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['tuesday'], index: 'last' },
      { every: 'month', interval: 1, which: 'last', days: ['tuesday'] },
    ],
    [
      { type: 'absoluteYearly', interval: 1, dayOfMonth: 1, month: 3 },
      { every: 'year', interval: 1, month: 3, day: 1 },
    ],
    [
      { type: 'relativeYearly', interval: 1, daysOfWeek: ['monday'], index: 'first', month: 9 },
      { every: 'year', interval: 1, month: 9, which: 'first', days: ['monday'] },
    ],
  ])('repeats as %j', (pattern, expected) => {
    expect(read(master({ recurrence: { ...recurrence, pattern } })).recurrence?.pattern).toEqual(expected);
  });

  test.each([
    { type: 'weekly', daysOfWeek: [] },
    { type: 'lunar' },
    null,
    { type: 'absoluteYearly', dayOfMonth: 1 },
  ])('whose pattern is %j is a series without a rule anybody could expand', (pattern) => {
    expect(read(master({ recurrence: { ...recurrence, pattern } }))).toMatchObject({
      kind: 'series',
      recurrence: null,
    });
  });

  test.each([
    [{ type: 'endDate', startDate: '2026-06-01', endDate: '2026-09-30' }, '2026-09-30', null],
    [{ type: 'numbered', startDate: '2026-06-01', numberOfOccurrences: 10 }, null, 10],
  ])('ends as %j says', (range, lastDate, count) => {
    expect(read(master({ recurrence: { ...recurrence, range } })).recurrence).toMatchObject({
      lastDate,
      count,
    });
  });

  test('that is one occurrence knows its series', () => {
    expect(read(event())).toMatchObject({
      kind: 'occurrence',
      series: 'm1',
      originalStart: utc('2026-11-20T15:00:00Z'),
    });
    expect(read(event({ type: 'singleInstance', seriesMasterId: null }))).toMatchObject({
      kind: 'single',
      series: null,
    });
  });
});
