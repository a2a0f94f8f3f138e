import { describe, expect, test } from 'vitest';
import { type asking, errorCode, member } from '../graph/asking';
import { answered, cancelled, look, moved, on, split, view } from '../three-people';
import { at } from '../time';
import type { Happening } from '../world';

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
