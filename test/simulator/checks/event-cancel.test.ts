import { describe, expect, test } from 'vitest';
import { errorCode } from '../graph/asking';
import type { Json } from '../graph/odata';
import { look, on, view } from '../three-people';

const DAY = '2026-11-05';
const NOW = '2026-11-04 10:00';

describe('An occurrence cancelled through Graph', () => {
  test('is gone for the organizer, marked for the attendee, and told by a mail', async () => {
    const { organizer, attendee, graph } = look([], NOW);
    const id = on(await view(organizer), DAY)?.id;
    const asked = await organizer.post(`/me/events/${id}/cancel`, { Comment: 'All hands' });
    expect([asked.code, asked.text]).toEqual([202, '']);
    expect(on(await view(organizer), DAY)).toBeUndefined();
    expect((await organizer.get(`/me/events/${id}`)).code).toBe(404);
    expect(on(await view(attendee), DAY)).toMatchObject({ isCancelled: true, subject: 'Canceled: Sync' });
    expect(graph.mailbox('bo').inbox[0]?.messageClass).toBe('IPM.Schedule.Meeting.Canceled');
  });

  test('is refused to an attendee', async () => {
    const { attendee } = look([], NOW);
    const id = on(await view(attendee), DAY)?.id;
    const asked = await attendee.post(`/me/events/${id}/cancel`, {});
    expect([asked.code, errorCode(asked)]).toEqual([400, 'ErrorAccessDenied']);
  });

  test('as a whole series leaves nothing with the organizer and everything marked with the attendee', async () => {
    const { organizer, attendee } = look([], NOW);
    const master = on(await view(organizer), DAY)?.seriesMasterId;
    expect((await organizer.post(`/me/events/${master}/cancel`, {})).code).toBe(202);
    expect((await view(organizer)).filter(({ type }) => type !== 'singleInstance')).toEqual([]);
    expect(on(await view(attendee), DAY)).toMatchObject({ isCancelled: true });
  });
});

describe('An answer given through Graph', () => {
  test.each([
    ['accept', 'accepted'],
    ['tentativelyAccept', 'tentativelyAccepted'],
  ])('%s stands on both copies, and reaches the organizer as a mail', async (path, response) => {
    const { organizer, attendee, graph } = look([], NOW);
    const id = on(await view(attendee), DAY)?.id;
    expect((await attendee.post(`/me/events/${id}/${path}`, { sendResponse: true })).code).toBe(202);
    expect(on(await view(attendee), DAY)).toMatchObject({ responseStatus: { response } });
    const attendees = on(await view(organizer), DAY)?.attendees as { status: { response: string } }[];
    expect(attendees.map(({ status }) => status.response)).toContain(response);
    expect(graph.mailbox('ana').inbox).toHaveLength(1);
  });

  test('carries the time that would suit better to the organizer alone, and none with an acceptance', async () => {
    const { organizer, attendee, graph } = look([], NOW);
    const id = on(await view(attendee), DAY)?.id;
    const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
    const proposedNewTime = { start: utc(`${DAY}T16:00:00`), end: utc(`${DAY}T16:30:00`) };
    const say = (path: string) =>
      attendee.post(`/me/events/${id}/${path}`, { sendResponse: true, proposedNewTime });
    expect((await say('accept')).code).toBe(400);
    expect((await say('tentativelyAccept')).code).toBe(202);
    const start = { dateTime: `${DAY}T16:00:00.0000000`, timeZone: 'UTC' };
    const shown = (event: Json | undefined) =>
      ((event?.attendees ?? []) as Json[]).flatMap((one) => one.proposedNewTime ?? []);
    expect(shown(on(await view(organizer), DAY))).toMatchObject([{ start }]);
    expect(shown(on(await view(attendee), DAY))).toEqual([]);
    expect(graph.mailbox('ana').inbox[0]?.subject).toBe('New Time Proposed: Sync');
    const [mail] = await organizer.all('/me/mailFolders/inbox/messages');
    expect(mail).toMatchObject({ responseType: 'tentativelyAccepted', proposedNewTime: { start } });
  });

  test('decline takes it out of the attendee’s calendar, and without a response nobody else learns of it', async () => {
    const { organizer, attendee, graph } = look([], NOW);
    const id = on(await view(attendee), DAY)?.id;
    expect((await attendee.post(`/me/events/${id}/decline`, { sendResponse: false })).code).toBe(202);
    expect(on(await view(attendee), DAY)).toBeUndefined();
    expect(graph.mailbox('ana').inbox).toEqual([]);
    expect((await organizer.post(`/me/events/${on(await view(organizer), DAY)?.id}/accept`, {})).code).toBe(
      400,
    );
  });
});
