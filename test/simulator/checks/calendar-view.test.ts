import { describe, expect, test } from 'vitest';
import { asking, errorCode, member } from '../graph/asking';
import { createSimulatedGraph, type SimulatedGraphOptions } from '../graph/simulated-graph';
import { at } from '../time';
import type { Happening } from '../world';
import { SAMPLE_NOW, sampleMonth } from '../worlds/sample-month';

const MONTH = 'startDateTime=2026-10-26T00:00:00Z&endDateTime=2026-11-21T00:00:00Z';

function look(options: Partial<SimulatedGraphOptions> = {}, more: Happening[] = []) {
  const graph = createSimulatedGraph(sampleMonth(), { now: SAMPLE_NOW, ...options });
  graph.happen(...more);
  return { priya: asking(graph), graph };
}

const masterOf = async (priya: ReturnType<typeof asking>, word: string) =>
  (await priya.all('/me/events')).find((event) => String(event.subject).includes(word)) ?? {};

describe('a calendar view', () => {
  test('never holds a series master, and comes in tens', async () => {
    const { priya } = look();
    const first = await priya.get(`/me/calendarView?${MONTH}`);
    expect(first.json.value).toHaveLength(10);
    expect(String(first.json['@odata.nextLink'])).toContain('$skip=10');
    const all = await priya.all(`/me/calendarView?${MONTH}`);
    expect(all).toHaveLength(25);
    expect(new Set(all.map((event) => event.type))).toEqual(
      new Set(['occurrence', 'exception', 'singleInstance']),
    );
  });

  test('is in no order unless asked for one', async () => {
    const { priya } = look();
    const starts = (events: unknown[]) => events.map((event) => String(member(event, 'start.dateTime')));
    const plain = starts(await priya.all(`/me/calendarView?${MONTH}`));
    const ordered = starts(await priya.all(`/me/calendarView?${MONTH}&$orderby=start/dateTime`));
    expect(ordered).toEqual([...plain].sort());
    expect(plain).not.toEqual(ordered);
    const backwards = starts(await priya.all(`/me/calendarView?${MONTH}&$orderby=start/dateTime desc`));
    expect(backwards[0]).toBe(ordered.at(-1));
  });

  test.each([
    '',
    '?startDateTime=2026-10-26T00:00:00Z',
    '?startDateTime=soon&endDateTime=2026-11-21T00:00:00Z',
  ])('without a whole window is refused: "%s"', async (query) => {
    const asked = await look().priya.get(`/me/calendarView${query}`);
    expect(asked.code).toBe(400);
  });

  test('ignores selected names that it does not know', async () => {
    const { priya } = look();
    const [event] = await priya.all(`/me/calendarView?${MONTH}&$top=1&$select=subject,occurrenceId,uid`);
    expect(Object.keys(event ?? {}).sort()).toEqual(['@odata.etag', 'id', 'subject']);
  });

  test('says never for the times of making, where they are selected without the organizer', async () => {
    const { priya } = look();
    const [alone] = await priya.all(`/me/calendarView?${MONTH}&$top=1&$select=lastModifiedDateTime`);
    expect(alone?.lastModifiedDateTime).toBe('0001-01-01T00:00:00Z');
    const [together] = await priya.all(
      `/me/calendarView?${MONTH}&$top=1&$select=lastModifiedDateTime,organizer`,
    );
    expect(together?.lastModifiedDateTime).not.toBe('0001-01-01T00:00:00Z');
  });

  test.each([
    ["attendees/any(a:a/emailAddress/address eq 'x')", 400, 'UnsupportedEntityExpression'],
    ["organizer/emailAddress/address eq 'x'", 400, 'UnsupportedEntityExpression'],
    ['isCancelled eq true', 200, undefined],
    ['lastModifiedDateTime ge 2026-01-01T00:00:00Z', 200, undefined],
  ])('filtered by %s answers %i', async (filter, code, name) => {
    const asked = await look().priya.get(`/me/calendarView?${MONTH}&$filter=${filter}`);
    expect([asked.code, errorCode(asked)]).toEqual([code, name]);
  });

  test('the offset of a window counts, and half-open ends do not overlap', async () => {
    const { priya } = look();
    const window = 'startDateTime=2026-10-26T16:30:00%2B01:00&endDateTime=2026-10-27T14:00:00Z';
    expect(await priya.all(`/me/calendarView?${window}`)).toEqual([]);
  });
});

describe('times on the wire', () => {
  test.each([
    ['UTC', '2026-10-26T15:00:00.0000000'],
    ['Eastern Standard Time', '2026-10-26T11:00:00.0000000'],
    ['America/New_York', '2026-10-26T11:00:00.0000000'],
  ])('are written in %s when it is preferred: seven decimals, no Z', async (zone, dateTime) => {
    const { priya } = look();
    const query = `/me/calendarView?${MONTH}&$orderby=start/dateTime&$top=1`;
    const asked = await priya.get(query, `outlook.timezone="${zone}"`);
    expect(member(asked.json, 'value.0.start')).toEqual({ dateTime, timeZone: zone });
    expect(asked.headers.get('Preference-Applied')).toBe(`outlook.timezone="${zone}"`);
  });

  test('are written in UTC by a server that does not honour the preference', async () => {
    const { priya } = look({ habits: { honoursTimeZone: false } });
    const asked = await priya.get(
      `/me/calendarView?${MONTH}&$top=1`,
      'outlook.timezone="Eastern Standard Time"',
    );
    expect(member(asked.json, 'value.0.start.timeZone')).toBe('UTC');
    expect(asked.headers.get('Preference-Applied')).toBeNull();
  });

  test('an all-day item floats from midnight to midnight', async () => {
    const day: Happening = {
      kind: 'day-marked',
      at: at('2026-11-01'),
      who: 'priya',
      date: '2026-11-09',
      subject: 'Day off',
      category: 'Holiday',
    };
    const { priya } = look({}, [day]);
    const events = await priya.get(
      `/me/calendarView?${MONTH}&$top=50`,
      'outlook.timezone="Tokyo Standard Time"',
    );
    const marked = (events.json.value as Record<string, unknown>[]).find((event) => event.isAllDay === true);
    expect(marked).toMatchObject({
      categories: ['Holiday'],
      start: { dateTime: '2026-11-09T00:00:00.0000000', timeZone: 'Tokyo Standard Time' },
      end: { dateTime: '2026-11-10T00:00:00.0000000' },
    });
  });
});

describe('ids', () => {
  test('mutable and immutable ids are two names of one thing, and translate into each other', async () => {
    const { priya } = look();
    const fixed = await masterOf(priya, 'Atlas');
    const loose = (await priya.all('/me/events', 'outlook.timezone="UTC"')).find(
      (event) => event.subject === fixed.subject,
    );
    expect(loose?.id).not.toBe(fixed.id);
    const asked = await priya.post('/me/translateExchangeIds', {
      inputIds: [loose?.id],
      sourceIdType: 'restId',
      targetIdType: 'restImmutableEntryId',
    });
    expect(member(asked.json, 'value.0')).toEqual({ sourceId: loose?.id, targetId: fixed.id });
  });

  test('an id of the kind that was not preferred is malformed', async () => {
    const { priya } = look();
    const { id } = await masterOf(priya, 'Atlas');
    const asked = await priya.get(`/me/events/${id}`, 'outlook.timezone="UTC"');
    expect([asked.code, errorCode(asked)]).toEqual([400, 'ErrorInvalidIdMalformed']);
    expect((await priya.get(`/me/events/${id}`)).code).toBe(200);
    expect((await priya.get('/me/events/nonsense')).code).toBe(400);
  });

  test('the id of an occurrence carries the midnight of its original date', async () => {
    const { priya } = look();
    const events = await priya.all(`/me/calendarView?${MONTH}&$top=50`);
    const moved = events.find((event) => String(event.originalStart).startsWith('2026-11-03T15'));
    const bytes = [...atob(String(moved?.id).replaceAll('-', '/').replaceAll('_', '+'))].map((sign) =>
      sign.charCodeAt(0),
    );
    const ticks = bytes.slice(44, 52).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    expect(Number(ticks / 10_000n) - 62_135_596_800_000).toBe(Date.parse('2026-11-03T00:00:00Z'));
  });
});

describe('masters and instances', () => {
  test('a master keeps its cancelled and changed occurrences to itself unless asked by name', async () => {
    const { priya } = look();
    const { id } = await masterOf(priya, 'Atlas');
    const plain = await priya.get(`/me/events/${id}`);
    expect(plain.json).not.toHaveProperty('cancelledOccurrences');
    expect(plain.json).not.toHaveProperty('exceptionOccurrences');
    const asked = await priya.get(
      `/me/events/${id}?$select=cancelledOccurrences&$expand=exceptionOccurrences($select=id,start)`,
    );
    expect(asked.json.cancelledOccurrences).toEqual([]);
    expect(asked.json.exceptionOccurrences).toMatchObject([
      { start: { dateTime: '2026-11-03T14:00:00.0000000' } },
    ]);
  });

  test('instances leave out what the organizer cancelled', async () => {
    const { priya, graph } = look();
    graph.happen({ kind: 'cancelled', at: at('2026-11-16'), meeting: 'atlas', date: '2026-11-17' });
    const { id } = await masterOf(priya, 'Atlas');
    const events = await priya.all(`/me/events/${id}/instances?${MONTH}`);
    expect(events).toHaveLength(3);
  });

  test('the zone of a recurrence can be missing on an attendee’s master', async () => {
    const { priya } = look({ habits: { emptyRecurrenceZone: true } });
    expect(member(await masterOf(priya, 'sync'), 'recurrence.range.recurrenceTimeZone')).toBe('');
    expect(member(await masterOf(priya, 'Atlas'), 'recurrence.range.recurrenceTimeZone')).toBe(
      'GMT Standard Time',
    );
  });
});
