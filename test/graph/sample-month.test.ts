import { describe, expect, test } from 'vitest';
import { CALLS } from '../../src/graph/client/permissions';
import type { GraphPort } from '../../src/tasks/ports';
import { BY_HAND } from '../simulator/graph/conformance/offences';
import { at } from '../simulator/time';
import { around, ownerGraph } from './owner-graph';

const londonAt = (clock: string) => at(clock, 'Europe/London');

async function everything() {
  const seen = ownerGraph();
  const { graph, simulated } = seen;
  const window = around(simulated.now());
  const calendar = await graph.readCalendar(window);
  const series = [...new Set(calendar.items.map((item) => item.series).filter((id) => id !== null))];
  const meetings = await Promise.all(series.map((id) => graph.readMeeting(id)));
  const mails = await graph.readNoticeMails(window.start);
  const links = [...new Set(calendar.items.map((item) => item.joinUrl).filter((link) => link !== null))];
  const reports = await Promise.all(links.map((link) => graph.readReports(link, [])));
  const people = calendar.items.flatMap((item) => item.attendees.map(({ person }) => person.address));
  const { away, hours } = await graph.readSchedules(people, window);
  return {
    ...seen,
    window,
    calendar,
    meetings: meetings.filter((one) => one !== null),
    mails,
    links,
    reports,
    away,
    hours,
  };
}

describe('The sample month, read through Graph', () => {
  test('the adapter fits what the tasks need of Graph', () => {
    const port: GraphPort = ownerGraph().graph;
    expect(Object.keys(port.postbox).sort()).toEqual([
      'defer',
      'discard',
      'draft',
      'find',
      'outlookId',
      'rival',
      'send',
      'sendDirectly',
    ]);
  });

  test('the owner is known with every address and the zone of the mailbox', async () => {
    const { graph } = ownerGraph();
    expect(await graph.owner()).toMatchObject({
      address: 'priya.nair@northwind.example',
      name: 'Priya Nair',
      zone: 'Europe/London',
    });
  });

  test('without MailboxSettings.Read the zone of the browser counts', async () => {
    const { graph } = ownerGraph({ scopes: ['User.Read'] });
    expect((await graph.owner()).zone).toBe('Europe/London');
  });

  test('every item is read; cancelled occurrences of an attendee stay with their answer', async () => {
    const { calendar } = await everything();
    expect(calendar.unreadable).toEqual([]);
    const cancelled = calendar.items.filter((item) => item.cancelled);
    expect(cancelled.length).toBeGreaterThan(0);
    expect(new Set(cancelled.map((item) => item.ownResponse))).toEqual(new Set(['accepted']));
  });

  test('a moved occurrence keeps its planned start', async () => {
    const { calendar } = await everything();
    const moved = calendar.items.filter(
      (item) => item.originalStart !== null && item.originalStart !== item.span.start,
    );
    expect(moved.length).toBeGreaterThan(0);
  });

  test('a series repeats in the clocks of its own zone', async () => {
    const { meetings } = await everything();
    const daily = meetings.find((one) => one.title === 'Priya/Marcus daily sync');
    expect(daily?.recurrence).toMatchObject({
      zone: 'Europe/London',
      startMinute: 15 * 60,
      lengthMinutes: 30,
    });
    expect(daily?.first.start).toBe(londonAt('2026-10-26 15:00'));
    expect(daily?.createdAt).not.toBeNull();
  });

  test('a cancellation is found with the moment it came and the occurrence it was about', async () => {
    const { mails } = await everything();
    const short = mails.find(
      (mail) => mail.mail === 'cancellation' && mail.at === londonAt('2026-10-29 14:50'),
    );
    expect(short).toMatchObject({
      sentByOwner: false,
      from: { address: 'marcus.hale@northwind.example' },
      meeting: { originalStart: londonAt('2026-10-29 15:00'), single: false },
    });
  });

  test('what the owner sent is known as sent by the owner', async () => {
    const { mails } = await everything();
    const own = mails.filter((mail) => mail.sentByOwner);
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map((mail) => mail.from.address))).toEqual(new Set(['priya.nair@northwind.example']));
  });

  test('a move is described by one message: from where, to where, when', async () => {
    const { mails } = await everything();
    const moves = mails.filter((mail) => mail.mail === 'update' && !mail.wholeSeries);
    expect(moves.length).toBeGreaterThan(0);
    for (const move of moves) expect(move.previous).not.toBeNull();
  });

  test('reports of own meetings are read, those of others are nobody else’s to read', async () => {
    const { reports } = await everything();
    expect(reports).toContain(null);
    const own = reports.filter((report) => report !== null).flat();
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap((report) => report.rows).some((row) => row.phone && !row.identified)).toBe(true);
  });

  test('known reports are not asked for again', async () => {
    const { graph, simulated, links, reports } = await everything();
    const before = simulated.requests.length;
    const known = reports.flatMap((report) => report ?? []).map(({ id }) => id);
    await Promise.all(links.map((link) => graph.readReports(link, known)));
    const asked = simulated.requests
      .slice(before)
      .filter(({ url }) => url.includes('expand=attendanceRecords'));
    expect(asked).toEqual([]);
  });

  test('absences of people are read as out of office, once', async () => {
    const { away } = await everything();
    expect(away).toHaveLength(1);
    expect(away[0]?.person).toBe('marcus.hale@northwind.example');
  });

  test('an item opened by the id Outlook gives is found', async () => {
    const { graph, calendar, simulated } = await everything();
    const [item] = calendar.items;
    const shown = await simulated.answer(
      new Request(
        'https://graph.microsoft.com/v1.0/me/calendarView?startDateTime=2026-10-26T00:00:00Z&endDateTime=2026-10-27T00:00:00Z',
        {
          headers: { [BY_HAND]: 'test', Authorization: 'Bearer t' },
        },
      ),
    );
    const mutable = ((await shown.json()) as { value: { id: string }[] }).value[0]?.id ?? '';
    expect(mutable).not.toBe(item?.id);
    const ews = mutable.replaceAll('-', '/').replaceAll('_', '+');
    expect(await graph.readMeeting(ews)).toMatchObject({
      kind: 'occurrence',
      id: item?.id,
      series: item?.series,
    });
  });

  test('the occurrences of a series around an instant are found for an item that has only its series', async () => {
    const { graph, meetings } = await everything();
    const daily = meetings.find((one) => one.title === 'Priya/Marcus daily sync');
    const start = londonAt('2026-10-27 15:00');
    const around = await graph.readInstances(daily?.id ?? '', {
      start: start - 3600_000,
      end: start + 3600_000,
    });
    expect(around.items.map((item) => item.span.start)).toEqual([start]);
  });

  test('an id nobody knows is no meeting', async () => {
    const { graph } = ownerGraph();
    expect(await graph.readMeeting('nonsense')).toBeNull();
    expect(await graph.readMeeting('')).toBeNull();
  });
});

describe('Every request', () => {
  test('asks for UTC and immutable ids, names itself and carries a token of its least scope', async () => {
    const { simulated, tokens } = await everything();
    for (const { url, headers } of simulated.requests) {
      expect(headers.prefer, url).toBe('outlook.timezone="UTC", IdType="ImmutableId"');
      expect(headers['client-request-id'], url).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers['return-client-request-id'], url).toBe('true');
      expect(headers.authorization, url).toMatch(/^Bearer token-/);
    }
    const scopes = new Set<string>(Object.values(CALLS).map(({ scope }) => scope));
    expect(tokens.every((asked) => asked.scopes.length === 1 && scopes.has(asked.scopes[0] ?? ''))).toBe(
      true,
    );
  });

  test('selects its members, and never a body', async () => {
    const { simulated } = await everything();
    const lists = simulated.requests.filter(({ url }) => /calendarView|messages|events/.test(url));
    for (const { url } of lists) {
      const select = new URL(url).searchParams.get('$select') ?? '';
      expect(select, url).not.toBe('');
      expect(select, url).not.toMatch(/\b(body|bodyPreview|uniqueBody)\b/);
    }
  });

  test('is one of at most four under way', async () => {
    expect((await everything()).simulated.busiest()).toBeLessThanOrEqual(4);
  });
});

describe('A missing permission', () => {
  test.each([
    ['Calendars.Read', (graph: GraphPort) => graph.readCalendar({ start: 0, end: 1 })],
    ['Mail.Read', (graph: GraphPort) => graph.readNoticeMails(0)],
    [
      'Mail.ReadWrite',
      (graph: GraphPort) => graph.postbox.draft({ to: [], subject: '', html: '', text: '' }, 'k'),
    ],
    [
      'Mail.Send',
      (graph: GraphPort) => graph.postbox.sendDirectly({ to: [], subject: '', html: '', text: '' }),
    ],
    ['OnlineMeetings.Read', (graph: GraphPort) => graph.readReports('https://teams.microsoft.com/l/x', [])],
  ] as const)('%s is named, so that the pane can ask for it', async (scope, ask) => {
    const { graph } = ownerGraph({ scopes: ['User.Read'] });
    await expect(ask(graph)).rejects.toMatchObject({ kind: 'not-permitted', scope });
  });

  test('OnlineMeetingArtifact.Read.All is told from "not your meeting"', async () => {
    const { links } = await everything();
    const { graph } = ownerGraph({ scopes: ['User.Read', 'OnlineMeetings.Read'] });
    await expect(graph.readReports(links[0] ?? '', [])).rejects.toMatchObject({
      kind: 'not-permitted',
      scope: 'OnlineMeetingArtifact.Read.All',
    });
  });
});

describe('Ways in which Graph has been seen to behave', () => {
  const behaviours = [
    { tentativeSpelling: 'meetingTentativelyAccepted' },
    { tentativeSpelling: 'meetingTenativelyAccepted' },
    { goneEvent: 'error-500' },
    { goneEvent: 'null' },
    { derivedSelect: 'refused' },
    { emptyRecurrenceZone: true },
    { honoursTimeZone: false },
    { idsAsPreferred: false },
  ] as const;

  test.each(behaviours)('%j changes nothing of what is read', async (habits) => {
    const usual = await everything();
    const { graph } = ownerGraph({ habits });
    const withoutLinks = <T extends { meeting: unknown }>(mails: readonly T[]) =>
      mails.map((mail) => ({ ...mail, meeting: null, wholeSeries: null }));
    expect((await graph.readCalendar(usual.window)).items).toEqual(usual.calendar.items);
    expect(await Promise.all(usual.meetings.map(({ id }) => graph.readMeeting(id)))).toEqual(usual.meetings);
    const mails = await graph.readNoticeMails(usual.window.start);
    expect(withoutLinks(mails)).toEqual(withoutLinks(usual.mails));
    expect(mails.filter((mail) => mail.meeting !== null)).toEqual(
      usual.mails.filter((mail) => mail.meeting !== null),
    );
  });
});
