import { describe, expect, test } from 'vitest';
import { asking, errorCode, member } from './graph/asking';
import type { Habits } from './graph/desk';
import type { Json } from './graph/odata';
import { createSimulatedGraph } from './graph/simulated-graph';
import { about, meeting, person, required, resource, teamsLink, WORKDAYS } from './telling';
import { at } from './time';
import type { Happening, Person, World } from './world';

const ana = person({ id: 'ana', name: 'Ana', address: 'ana@north.example', zone: 'Europe/London' });
const bo = person({ id: 'bo', name: 'Bo', address: 'bo@north.example', zone: 'Europe/London' });
const cy = person({ id: 'cy', name: 'Cy', address: 'cy@north.example', zone: 'Europe/London' });

const sync = meeting({
  id: 'sync',
  subject: 'Sync',
  organizer: 'ana',
  invitees: [required('bo'), required('cy')],
  zone: 'Europe/London',
  firstDate: '2026-10-26',
  time: '15:00',
  minutes: 30,
  recurrence: { every: 'week', interval: 1, days: WORKDAYS },
  createdAt: '2026-10-20 09:00',
  joinUrl: teamsLink('sync', ana),
});

const later = {
  ...sync,
  id: 'later',
  firstDate: '2026-11-02',
  time: '15:30',
  createdAt: at('2026-10-30 16:00', 'Europe/London'),
};
const { cancelled, moved, answered, split } = about(sync);
const WEEKS =
  'startDateTime=2026-10-26T00:00:00Z&endDateTime=2026-11-07T00:00:00Z&$top=50&$orderby=start/dateTime';

function world(happenings: Happening[], people: Person[] = [ana, bo, cy]): World {
  const holidays = { choices: {}, countries: {} };
  return { name: 'test', owner: 'ana', people, meetings: [sync, later], happenings, taps: [], holidays };
}

function look(happenings: Happening[], now = '2026-11-07', habits: Partial<Habits> = {}, people?: Person[]) {
  const meetings = happenings.some(({ kind }) => kind === 'split') ? [sync, later] : [sync];
  const graph = createSimulatedGraph({ ...world(happenings, people), meetings }, { now: at(now), habits });
  return { organizer: asking(graph), attendee: asking(graph, 'bo'), graph };
}

const on = (events: Json[], date: string) =>
  events.find((event) => String(event.originalStart).startsWith(date));
const view = (who: { all(path: string): Promise<Json[]> }) => who.all(`/me/calendarView?${WEEKS}`);

async function master(who: ReturnType<typeof asking>) {
  const [first] = await who.all('/me/events');
  const asked = await who.get(
    `/me/events/${first?.id}?$select=subject,cancelledOccurrences,recurrence&$expand=exceptionOccurrences`,
  );
  return asked.json;
}

describe('an occurrence cancelled by the organizer', () => {
  const story = [answered('bo', 'accepted', '2026-10-20 10:00'), cancelled('2026-10-29', '2026-10-29 14:50')];

  test('is gone from the organizer’s view and stays, marked, in the attendee’s', async () => {
    const { organizer, attendee } = look(story);
    expect(on(await view(organizer), '2026-10-29')).toBeUndefined();
    expect(on(await view(attendee), '2026-10-29')).toMatchObject({
      isCancelled: true,
      subject: 'Canceled: Sync',
      type: 'exception',
      showAs: 'free',
      responseStatus: { response: 'accepted', time: '2026-10-20T09:00:00Z' },
    });
  });

  test('leaves its date, and nothing else, on the organizer’s master', async () => {
    const { organizer, attendee } = look(story);
    const own = await master(organizer);
    expect(own.cancelledOccurrences).toEqual([`OID.${own.id}.2026-10-29`]);
    expect(own.exceptionOccurrences).toEqual([]);
    expect((await master(attendee)).cancelledOccurrences).toEqual([]);
  });

  test('cannot be read by its id any more, by the organizer', async () => {
    const { organizer, graph } = look(story, '2026-10-29 14:49');
    const before = on(await view(organizer), '2026-10-29');
    graph.setNow(at('2026-10-29 14:50'));
    const asked = await organizer.get(`/me/events/${before?.id}`);
    expect([asked.code, errorCode(asked)]).toEqual([404, 'ErrorItemNotFound']);
  });

  test('keeps its id, and changes nothing before its minute', async () => {
    const { attendee, graph } = look(story, '2026-10-29 14:49');
    const before = on(await view(attendee), '2026-10-29');
    expect(before).toMatchObject({ isCancelled: false, type: 'occurrence' });
    graph.setNow(at('2026-10-29 14:50'));
    expect(on(await view(attendee), '2026-10-29')?.id).toBe(before?.id);
  });

  test('is announced by a mail, of which the organizer has the sent copy', async () => {
    const { organizer, attendee } = look(story);
    const [got] = await attendee.all("/me/messages?$filter=subject eq 'Canceled: Sync'");
    expect(got).toMatchObject({
      meetingMessageType: 'meetingCancelled',
      receivedDateTime: '2026-10-29T14:50:00Z',
    });
    const sent = await organizer.all('/me/mailFolders/sentitems/messages?$top=50');
    expect(sent.filter((mail) => mail.meetingMessageType === 'meetingCancelled')).toHaveLength(1);
  });

  test('removed by the attendee, it looks like any other date that is missing', async () => {
    const removal: Happening = {
      kind: 'removed-from-calendar',
      at: at('2026-10-30'),
      who: 'bo',
      meeting: 'sync',
      date: '2026-10-29',
    };
    const { attendee } = look([...story, removal]);
    expect(on(await view(attendee), '2026-10-29')).toBeUndefined();
    expect((await master(attendee)).cancelledOccurrences).toEqual([expect.stringContaining('.2026-10-29')]);
  });
});

describe('a whole series', () => {
  const end: Happening = { kind: 'series-cancelled', at: at('2026-11-02 09:00'), meeting: 'sync' };

  test('cancelled: gone for the organizer; what was left of it stays, marked, for the attendee', async () => {
    const { organizer, attendee } = look([cancelled('2026-11-03', '2026-11-01 09:00'), end]);
    expect(await view(organizer)).toEqual([]);
    const left = await view(attendee);
    expect(left.filter((event) => event.isCancelled === false)).toHaveLength(5);
    expect(on(left, '2026-11-04')?.subject).toBe('Canceled: Sync');
    expect(on(left, '2026-11-03')?.subject).toBe('Canceled: Canceled: Sync');
  });

  test('split: the old one ends, the rest has other ids and the same link', async () => {
    const { attendee } = look([split('2026-10-30', '2026-10-30 16:00', 'later')], '2026-10-30 16:00');
    const events = await view(attendee);
    const ids = new Set(events.map((event) => event.seriesMasterId));
    expect(ids.size).toBe(2);
    expect(events.map((event) => String(member(event, 'start.dateTime')).slice(0, 16)).slice(4, 6)).toEqual([
      '2026-10-30T15:00',
      '2026-11-02T15:30',
    ]);
    const masters = await attendee.all('/me/events');
    expect(member(masters[0], 'recurrence.range')).toMatchObject({ type: 'endDate', endDate: '2026-10-30' });
  });

  test('at another time: every occurrence moves and the exceptions are forgotten', async () => {
    const { attendee } = look([
      moved('2026-10-28', '2026-10-26 09:00', '2026-10-28 17:00'),
      { kind: 'rescheduled', at: at('2026-10-27 09:00'), meeting: 'sync', time: '16:00', minutes: 30 },
    ]);
    expect(member(on(await view(attendee), '2026-10-28'), 'start.dateTime')).toBe(
      '2026-10-28T16:00:00.0000000',
    );
  });
});

describe('an occurrence moved by the organizer', () => {
  const story = [
    answered('bo', 'accepted', '2026-10-20 10:00'),
    moved('2026-10-28', '2026-10-28 14:40', '2026-10-28 17:00'),
  ];

  test('keeps its id and its original start, and asks for an answer anew', async () => {
    const { attendee, graph } = look(story, '2026-10-28 14:39');
    const before = on(await view(attendee), '2026-10-28');
    graph.setNow(at('2026-10-28 14:40'));
    const after = on(await view(attendee), '2026-10-28');
    expect(after).toMatchObject({
      id: before?.id,
      type: 'exception',
      originalStart: '2026-10-28T15:00:00Z',
      start: { dateTime: '2026-10-28T17:00:00.0000000', timeZone: 'UTC' },
      responseStatus: { response: 'notResponded', time: '0001-01-01T00:00:00Z' },
      showAs: 'tentative',
    });
  });

  test('is described by one mail, from where to where', async () => {
    const { attendee } = look(story);
    const mails = await attendee.all('/me/messages?$top=50');
    const update = mails.find((mail) => member(mail, 'previousStartDateTime.dateTime') !== undefined);
    expect(update).toMatchObject({
      '@odata.type': '#microsoft.graph.eventMessageRequest',
      meetingRequestType: 'fullUpdate',
      previousStartDateTime: { dateTime: '2026-10-28T15:00:00.0000000' },
      startDateTime: { dateTime: '2026-10-28T17:00:00.0000000' },
    });
  });

  test('not yet sent, it is a draft for the organizer and nothing for the attendee', async () => {
    const unsent = {
      ...moved('2026-10-28', '2026-10-28 14:40', '2026-10-28 17:00'),
      unsent: true,
    } as Happening;
    const { organizer, attendee } = look([unsent]);
    expect(on(await view(organizer), '2026-10-28')).toMatchObject({ isDraft: true });
    expect(on(await view(attendee), '2026-10-28')).toMatchObject({ isDraft: false, type: 'occurrence' });
  });
});

describe('who is listed and what they answered', () => {
  test('only the organizer sees answers; on an attendee’s copy everybody reads "none"', async () => {
    const { organizer, attendee } = look([answered('cy', 'declined', '2026-10-28 14:55', '2026-10-28')]);
    const statuses = (event: Json | undefined) =>
      ((event?.attendees ?? []) as Json[]).map(
        (one) =>
          `${member(one, 'emailAddress.name')} ${member(one, 'status.response')} ${member(one, 'status.time')}`,
      );
    expect(statuses(on(await view(organizer), '2026-10-28'))).toEqual([
      'Bo none 0001-01-01T00:00:00Z',
      'Cy declined 2026-10-28T14:55:00Z',
    ]);
    expect(statuses(on(await view(attendee), '2026-10-28'))).toEqual([
      'Ana none 0001-01-01T00:00:00Z',
      'Bo none 0001-01-01T00:00:00Z',
      'Cy none 0001-01-01T00:00:00Z',
    ]);
  });

  test.each([
    [true, 'declined'],
    [false, undefined],
  ])('declined events kept: %s', async (keepsDeclined, response) => {
    const story = [answered('bo', 'declined', '2026-10-28 14:55', '2026-10-28')];
    const { attendee } = look(story, '2026-11-07', {}, [ana, { ...bo, keepsDeclined }, cy]);
    expect(member(on(await view(attendee), '2026-10-28'), 'responseStatus.response')).toBe(response);
  });

  test('taken off the list, an attendee sees a cancellation while the meeting lives', async () => {
    const off = {
      ...sync,
      invitees: [required('bo', { removedAt: at('2026-10-28 12:00') }), required('cy')],
    };
    const graph = createSimulatedGraph({ ...world([]), meetings: [off] }, { now: at('2026-11-07') });
    const bos = await view(asking(graph, 'bo'));
    expect(bos.map((event) => event.isCancelled)).toEqual([false, false, ...Array(8).fill(true)]);
    expect((await view(asking(graph))).every((event) => event.isCancelled === false)).toBe(true);
  });

  test('rooms are attendees, an address can be anything, and a list can be hidden from those on it', async () => {
    const room = person({
      id: 'room',
      name: 'Room 4',
      address: 'room4@north.example',
      zone: 'UTC',
      kind: 'room',
    });
    const shownAddress = '/o=ExchangeLabs/ou=Group/cn=Recipients/cn=cy';
    const invitees = [required('bo'), required('cy'), resource('room')];
    const people = [ana, bo, { ...cy, shownAddress }, room];
    const hidden = { ...sync, invitees, hideAttendees: true };
    const graph = createSimulatedGraph(
      { ...world([], people), meetings: [hidden] },
      { now: at('2026-11-07') },
    );
    const listed = async (who: ReturnType<typeof asking>) =>
      ((on(await view(who), '2026-10-28')?.attendees ?? []) as Json[]).map(
        (one) => `${one.type} ${member(one, 'emailAddress.address')}`,
      );
    expect(await listed(asking(graph))).toEqual([
      'required bo@north.example',
      `required ${shownAddress}`,
      'resource room4@north.example',
    ]);
    expect(await listed(asking(graph, 'bo'))).toEqual(['required bo@north.example']);
  });

  test('one occurrence forwarded: a single event without a series', async () => {
    const open = { ...sync, invitees: [required('cy'), required('bo', { only: ['2026-10-29'] })] };
    const graph = createSimulatedGraph({ ...world([]), meetings: [open] }, { now: at('2026-11-07') });
    const events = await view(asking(graph, 'bo'));
    expect(events).toMatchObject([{ type: 'singleInstance', seriesMasterId: null }]);
  });
});
