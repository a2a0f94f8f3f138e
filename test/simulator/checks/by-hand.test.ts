import { expect, test } from 'vitest';
import { asking } from '../graph/asking';
import { createSimulatedOffice } from '../simulated-office';
import { look, world } from '../three-people';
import { at, DAY, HOUR } from '../time';

const mail = (subject: string, to: string) => ({
  message: {
    subject,
    body: { contentType: 'text', content: 'A line.' },
    toRecipients: [{ emailAddress: { address: to } }],
  },
});

test('A reply goes to whoever wrote, at once, in the conversation of the mail', async () => {
  const { organizer, attendee, graph } = look([], '2026-11-04 10:00');
  await organizer.post('/me/sendMail', mail('Numbers', 'bo@north.example'));
  graph.setNow(graph.now() + HOUR);
  const [got] = await attendee.all('/me/mailFolders/inbox/messages');
  expect((await attendee.post(`/me/messages/${got?.id}/reply`, { comment: 'Thanks' })).code).toBe(202);
  graph.setNow(graph.now() + HOUR);
  const [back] = await organizer.all('/me/mailFolders/inbox/messages');
  const [sent] = await organizer.all('/me/mailFolders/sentitems/messages');
  expect(back).toMatchObject({ subject: 'Re: Numbers', bodyPreview: 'Thanks' });
  expect(back?.conversationId).toBe(sent?.conversationId);
  expect((await asking(graph, 'cy').all('/me/messages')).map(({ subject }) => subject)).not.toContain(
    'Re: Numbers',
  );
});

test('What people did by hand is not there before its time, and there once when the clock is on again', async () => {
  const now = at('2026-11-04 12:00', 'Europe/London');
  const office = createSimulatedOffice(world([]), now, false);
  const subjects = async (person: string) =>
    (await office.mailbox(person)).inbox.map(({ subject }) => subject);
  const everybodys = async () => ({ ana: await subjects('ana'), bo: await subjects('bo') });
  const before = await everybodys();
  expect(before.bo).toEqual(['Sync', 'Sync']);
  expect(await office.act('bo', 'sendMail', mail('By hand', 'ana@north.example'))).toBe(202);
  const { calendar } = await office.state('ana');
  const next = calendar.find(({ start }) => start > now);
  expect(await office.act('ana', `events/${next?.id}/cancel`, {})).toBe(202);
  await office.turnClock(now + HOUR, false);
  const after = await everybodys();
  expect(after.ana).toEqual(['By hand', ...before.ana]);
  expect(after.bo).toEqual(['Canceled: Sync', ...before.bo]);
  await office.turnClock(now - 2 * DAY, false);
  expect((await everybodys()).ana).toEqual([]);
  await office.turnClock(now - HOUR, false);
  expect(await everybodys()).toEqual(before);
  await office.turnClock(now + HOUR, false);
  expect(await everybodys()).toEqual(after);
  await office.reset();
  expect(await everybodys()).toEqual(before);
});
