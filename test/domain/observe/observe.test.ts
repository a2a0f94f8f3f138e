import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../src/domain/facts/log/fact';
import type { SweepMark } from '../../../src/domain/facts/log/history';
import type { CalendarReading, MeetingReading } from '../../../src/domain/facts/observed/reading';
import {
  candidateSeries,
  observeAway,
  observeCalendar,
  observeMeeting,
  observeReports,
  seriesGone,
} from '../../../src/domain/observe/observe';
import { DAY } from '../../../src/domain/time/time';
import {
  half,
  item,
  LENA,
  looked,
  MARCUS,
  master,
  PRIYA,
  required,
  utc,
  workdaily,
} from '../builders/readings';

/** A log that looks at the calendar, and at the masters given, one look after the other. */
function createLog() {
  let facts: readonly Fact[] = [];
  let marks: readonly SweepMark[] = [];
  const markOf = (series: string) => marks.find((mark) => mark.series === series)?.sweptAt ?? null;
  return {
    facts: () => facts,
    look(
      reading: CalendarReading,
      masters: readonly MeetingReading[] = [],
      kept = ['daily'],
    ): readonly Fact[] {
      const series = [...new Set([...kept, ...candidateSeries(facts, kept, reading, PRIYA)])];
      const seen = masters.flatMap((one) => observeMeeting(facts, one, PRIYA, markOf(one.id)));
      const news = [...seen, ...observeCalendar([...facts, ...seen], series, reading, PRIYA, marks)];
      facts = [...facts, ...news];
      marks = series.map((id) => ({ series: id, sweptAt: reading.readAt, mailsUntil: null }));
      return news;
    },
  };
}

describe('What a look at the calendar tells', () => {
  test('the first look sights the kept series and nothing else', () => {
    const log = createLog();
    const other = item('2026-11-02', { id: 'x', series: 'other', title: 'Budget', joinUrl: null });
    const news = log.look(looked('2026-11-02T09:00', [item('2026-11-02'), other]));
    expect(news).toMatchObject([
      { kind: 'sighting', occurrence: 'daily/2026-11-02', lookedBefore: null, cancelled: false },
    ]);
  });

  test('the same reading again tells nothing, nor does a later one in which nothing changed', () => {
    const log = createLog();
    const items = [item('2026-11-02'), item('2026-11-03', { cancelled: true })];
    log.look(looked('2026-11-02T09:00', items), [master('2026-11-02T09:00')]);
    expect(log.look(looked('2026-11-02T09:00', items), [master('2026-11-02T09:00')])).toEqual([]);
    const shuffled = items.map((one) => ({ ...one, attendees: [...one.attendees].reverse() })).reverse();
    expect(log.look(looked('2026-11-05T09:00', shuffled), [master('2026-11-05T09:00')])).toEqual([]);
  });

  test('5.1 a change lies after the last look that did not show it, however quiet that look was', () => {
    const log = createLog();
    log.look(looked('2026-10-26T11:00', [item('2026-10-29')]));
    log.look(looked('2026-10-29T11:00', [item('2026-10-29')]));
    const news = log.look(looked('2026-10-29T16:00', [item('2026-10-29', { cancelled: true })]));
    expect(news).toMatchObject([
      { cancelled: true, lookedBefore: utc('2026-10-29T11:00'), seenAt: utc('2026-10-29T16:00') },
    ]);
  });

  test('5.1 first sighted cancelled, beyond the reach of the look before: open towards the past', () => {
    const log = createLog();
    log.look(looked('2026-10-01T11:00', []));
    const near = item('2026-11-20', { cancelled: true });
    const far = item('2026-12-10', { cancelled: true });
    expect(log.look(looked('2026-10-20T11:00', [near, far]))).toMatchObject([
      { occurrence: 'daily/2026-11-20', lookedBefore: utc('2026-10-01T11:00') },
      { occurrence: 'daily/2026-12-10', lookedBefore: null },
    ]);
  });

  test('a move keeps the key and the planned time', () => {
    const log = createLog();
    log.look(looked('2026-11-02T09:00', [item('2026-11-03')]));
    const moved = item('2026-11-03', { span: half('2026-11-04T09:00') });
    expect(log.look(looked('2026-11-03T14:45', [moved]))).toMatchObject([
      { occurrence: 'daily/2026-11-03', original: half('2026-11-03T15:00'), span: half('2026-11-04T09:00') },
    ]);
  });

  test('an exception that does not say when it was planned is the planned one that nobody else stands for', () => {
    const log = createLog();
    const reading = looked('2026-11-02T09:00', [
      item('2026-11-03', { originalStart: null, span: half('2026-11-04T09:00') }),
      item('2026-11-04'),
      item('2026-11-02'),
    ]);
    const news = log.look(reading, [master('2026-11-02T09:00')]);
    const sighted = news.filter((fact) => fact.kind === 'sighting');
    expect(sighted.find((one) => one.span.start === utc('2026-11-04T09:00'))).toMatchObject({
      occurrence: 'daily/2026-11-03',
      original: half('2026-11-03T15:00'),
    });
  });

  test('what the calendar leaves out stays as it was known', () => {
    const log = createLog();
    log.look(looked('2026-11-02T09:00', [item('2026-11-03')]));
    const bare = item('2026-11-03', {
      title: '',
      organizer: null,
      attendees: [],
      joinUrl: null,
      cancelled: true,
    });
    expect(log.look(looked('2026-11-03T09:00', [bare]))).toMatchObject([
      {
        title: 'Priya/Marcus daily sync',
        organizer: MARCUS,
        attendees: [{ person: { key: PRIYA.key } }],
        joinUrl: 'https://teams.example/daily',
        cancelled: true,
      },
    ]);
    const prefixed = item('2026-11-03', {
      title: 'Canceled: Canceled: Priya/Marcus daily sync',
      cancelled: true,
    });
    expect(log.look(looked('2026-11-04T09:00', [prefixed]))).toEqual([]);
  });

  test('an occurrence that was there and is not shown is missing, once; shown again it is sighted again', () => {
    const log = createLog();
    log.look(looked('2026-11-02T09:00', [item('2026-11-03'), item('2026-11-04')]));
    expect(log.look(looked('2026-11-02T12:00', [item('2026-11-04')]))).toMatchObject([
      { kind: 'missing', occurrence: 'daily/2026-11-03', lookedBefore: utc('2026-11-02T09:00') },
    ]);
    expect(log.look(looked('2026-11-02T13:00', [item('2026-11-04')]))).toEqual([]);
    expect(log.look(looked('2026-11-02T14:00', [item('2026-11-03'), item('2026-11-04')]))).toMatchObject([
      { kind: 'sighting', occurrence: 'daily/2026-11-03', lookedBefore: utc('2026-11-02T13:00') },
    ]);
  });

  test('what lies outside the window is not missing, nor is anything where an item could not be read', () => {
    const log = createLog();
    log.look(looked('2026-11-02T09:00', [item('2026-11-03'), item('2026-08-10')]));
    const narrow = { window: { start: utc('2026-11-01T00:00'), end: utc('2026-11-30T00:00') } };
    expect(log.look(looked('2026-11-02T10:00', [item('2026-11-03')], narrow))).toEqual([]);
    const unreadable = [{ id: null, fault: 'start-missing' as const }];
    expect(log.look(looked('2026-11-02T11:00', [], { unreadable }))).toEqual([]);
  });

  test('1 an unsent change is sighted as a draft, and the sent one lies after the last look before it', () => {
    const log = createLog();
    log.look(looked('2026-11-02T09:00', [item('2026-11-03')]));
    const moved = { span: half('2026-11-03T17:00') };
    expect(
      log.look(looked('2026-11-02T10:00', [item('2026-11-03', { ...moved, draft: true })])),
    ).toMatchObject([{ draft: true }]);
    expect(log.look(looked('2026-11-02T11:00', [item('2026-11-03', moved)]))).toMatchObject([
      { draft: false, lookedBefore: utc('2026-11-02T10:00') },
    ]);
  });

  test('the same sight has the same id on two machines', () => {
    const reading = looked('2026-11-02T09:00', [item('2026-11-03')]);
    expect(createLog().look(reading)).toEqual(createLog().look(reading));
    const other = looked('2026-11-02T09:00', [item('2026-11-03', { cancelled: true })]);
    expect(createLog().look(other)[0]?.id).not.toBe(createLog().look(reading)[0]?.id);
  });

  test('4.3 an all-day item of category Holiday is a day off for the owner, each day once', () => {
    const log = createLog();
    const holiday = item('2026-12-25', {
      id: 'h',
      series: null,
      title: 'Christmas',
      allDay: true,
      holiday: true,
      span: { start: utc('2026-12-25T00:00'), end: utc('2026-12-27T00:00') },
    });
    const news = log.look(looked('2026-11-02T09:00', [holiday]));
    expect(news).toMatchObject([
      { kind: 'holiday', person: PRIYA.key, date: '2026-12-25', name: 'Christmas', source: 'calendar' },
      { kind: 'holiday', date: '2026-12-26' },
    ]);
    expect(log.look(looked('2026-11-03T09:00', [holiday]))).toEqual([]);
  });
});

describe('What may belong to a kept series', () => {
  const single = (more = {}) =>
    item('2026-11-17', {
      id: 'again',
      series: null,
      originalStart: null,
      span: half('2026-11-17T15:30'),
      ...more,
    });

  test('5.3 a new invitation of the same organizer to the same people is sighted, and known again', () => {
    const log = createLog();
    const items = [item('2026-11-17', { cancelled: true }), single()];
    const news = log.look(looked('2026-11-17T10:00', items));
    expect(news.map((fact) => fact.kind === 'sighting' && fact.occurrence)).toEqual([
      'daily/2026-11-17',
      'again/2026-11-17',
    ]);
    expect(log.look(looked('2026-11-17T12:00', items))).toEqual([]);
    const moved = [item('2026-11-17', { cancelled: true }), single({ span: half('2026-11-18T15:30') })];
    expect(log.look(looked('2026-11-17T13:00', moved))).toMatchObject([
      { occurrence: 'again/2026-11-17', original: half('2026-11-17T15:30') },
    ]);
  });

  test.each([
    ['another organizer', { organizer: LENA }],
    ['other people', { attendees: [required(PRIYA), required(LENA)] }],
    ['another title and link', { title: 'Lunch', joinUrl: null }],
    ['an unsent draft', { draft: true }],
  ])('5.3 %s: not looked at', (_, more) => {
    expect(createLog().look(looked('2026-11-17T10:00', [item('2026-11-17'), single(more)]))).toHaveLength(1);
  });

  const later = (date: string, more = {}) =>
    item(date, { id: `new-${date}`, series: 'new', span: half(`${date}T15:30`), ...more });

  test('5.6 a series that goes on where a kept one ends is a candidate', () => {
    const reading = looked('2026-11-13T17:00', [item('2026-11-12'), item('2026-11-13'), later('2026-11-16')]);
    expect(candidateSeries([], ['daily'], reading, PRIYA)).toEqual(['new']);
    expect(candidateSeries([], ['new'], reading, PRIYA)).toEqual(['daily']);
  });

  test.each([
    ['runs beside it', [item('2026-11-13'), later('2026-11-16'), item('2026-11-17')]],
    ['comes much later', [item('2026-09-13'), later('2026-11-16')]],
    ['has other people', [item('2026-11-13'), later('2026-11-16', { attendees: [required(LENA)] })]],
    ['has another title and link', [item('2026-11-13'), later('2026-11-16', { title: 'Pay', joinUrl: 'x' })]],
  ])('5.6 a series that %s is none', (_, items) => {
    expect(candidateSeries([], ['daily'], looked('2026-11-13T17:00', items), PRIYA)).toEqual([]);
  });

  test('5.6 after the answer "two meetings" it is not looked at again', () => {
    const no = {
      kind: 'lineage',
      id: '1',
      recordedAt: 0,
      earlier: 'daily',
      later: 'new',
      same: false,
    } as const;
    const reading = looked('2026-11-13T17:00', [item('2026-11-13'), later('2026-11-16')]);
    expect(candidateSeries([no], ['daily'], reading, PRIYA)).toEqual([]);
  });
});

describe('What a series master tells', () => {
  const see = (facts: readonly Fact[], reading: MeetingReading, mark: number | null = null) =>
    observeMeeting(facts, reading, PRIYA, mark);

  test('nothing where nothing changed; the change with the last look before it', () => {
    const first = see([], master('2026-11-02T09:00'));
    expect(first).toMatchObject([{ kind: 'series-seen', series: 'daily', there: true, lookedBefore: null }]);
    expect(see(first, master('2026-11-03T09:00'))).toEqual([]);
    const later = master('2026-11-16T09:00', { recurrence: workdaily({ startMinute: 930 }) });
    expect(see(first, later, utc('2026-11-13T09:00'))).toMatchObject([
      { lookedBefore: utc('2026-11-13T09:00') },
    ]);
  });

  test('a list of cancelled dates that comes back empty does not erase what it said', () => {
    const first = see([], master('2026-11-02T09:00', { cancelledDates: ['2026-11-10'] }));
    expect(see(first, master('2026-11-03T09:00', { cancelledDates: [] }))).toEqual([]);
    const changed = master('2026-11-03T09:00', { recurrence: workdaily({ startMinute: 930 }) });
    expect(see(first, changed)).toMatchObject([{ cancelledDates: [] }]);
  });

  test('a series that is gone is said so once, and said to be there when it comes back', () => {
    const first = see([], master('2026-11-02T09:00'));
    const gone = seriesGone(first, 'daily', utc('2026-11-05T09:00'), utc('2026-11-04T09:00'));
    expect(gone).toMatchObject([{ there: false, lookedBefore: utc('2026-11-04T09:00') }]);
    expect(seriesGone([...first, ...gone], 'daily', utc('2026-11-06T09:00'), null)).toEqual([]);
    expect(seriesGone([], 'never-seen', utc('2026-11-06T09:00'), null)).toEqual([]);
    expect(see([...first, ...gone], master('2026-11-07T09:00'))).toMatchObject([{ there: true }]);
  });
});

describe('What reports and free/busy tell', () => {
  test('a report has its id from Teams', () => {
    const reading = { id: 'r1', session: half('2026-11-10T14:00', 60), totalParticipants: 2, rows: [] };
    expect(observeReports('refinement', [reading], 7)).toMatchObject([
      { kind: 'report', id: 'report:r1', series: 'refinement', occurrence: null, source: 'teams-report' },
    ]);
  });

  test('4.3 touching absences are one, and what is known is not told again', () => {
    const day = (from: number) => ({ start: from * DAY, end: (from + 1) * DAY });
    const readings = [4, 5].map((from) => ({ person: 'Marcus@Contoso.example', span: day(from) }));
    const away = observeAway([], readings, 9 * DAY);
    expect(away).toMatchObject([
      { kind: 'away', person: MARCUS.key, span: { start: 4 * DAY, end: 6 * DAY }, source: 'free-busy' },
    ]);
    expect(observeAway(away, readings, 10 * DAY)).toEqual([]);
    expect(observeAway(away, [{ person: MARCUS.key, span: { start: 7, end: 7 } }], 10 * DAY)).toEqual([]);
  });
});
