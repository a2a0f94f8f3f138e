import { describe, expect, test } from 'vitest';
import { masterId } from '../../simulator/graph/calendar/event-json';
import { mailId } from '../../simulator/graph/mail/message-json';
import { about } from '../../simulator/telling';
import { ana, bo, cy, sync } from '../../simulator/three-people';
import { at, DAY } from '../../simulator/time';
import type { World } from '../../simulator/world';
import { ownerGraph } from '../owner-graph';

const NOW = at('2026-11-04 12:00', 'Europe/London');

/** Bo's week: an open sync, and one of the same kind that Ana marked as private; of each one occurrence is cancelled. */
const secret = { ...sync, id: 'secret', subject: 'Doctor', time: '11:00', sensitivity: 'private' as const };
const week: World = {
  name: 'private',
  owner: 'bo',
  people: [ana, bo, cy],
  meetings: [sync, secret],
  happenings: [
    about(sync).cancelled('2026-11-03', '2026-11-03 09:00'),
    about(secret).cancelled('2026-11-03', '2026-11-03 09:00'),
  ],
  taps: [],
  holidays: { choices: {}, countries: {} },
};

describe('A private meeting', () => {
  test.each([
    {},
    { goneEvent: 'error-500' },
    { derivedSelect: 'refused' },
    { classFilter: 'works' },
  ] as const)('is read neither as an item, nor by its id, nor by a mail about it: %j', async (habits) => {
    const { graph } = ownerGraph({ world: week, now: NOW, habits });
    const calendar = await graph.readCalendar({ start: NOW - 9 * DAY, end: NOW + DAY });
    expect(calendar.items.length).toBeGreaterThan(5);
    const mails = await graph.readNoticeMails(NOW - 30 * DAY);
    expect(mails.length).toBeGreaterThan(1);
    expect(JSON.stringify([calendar, mails])).not.toContain('Doctor');
    expect(calendar.unreadable).toEqual([]);
    expect(await graph.readMeeting(masterId('bo', 'secret'))).toBeNull();
    expect(await graph.readMeeting(masterId('bo', 'sync'))).toMatchObject({ title: 'Sync' });
  });

  test('leaves the message about it unread when that is open in Outlook', async () => {
    const { graph, simulated } = ownerGraph({ world: week, now: NOW });
    const read = async (subject: string) => {
      const mail = simulated.mailbox('bo').inbox.find((one) => one.subject === subject);
      expect(mail).toBeDefined();
      return graph.readMail(mail === undefined ? '' : mailId(mail, true));
    };
    expect(await read('Canceled: Sync')).toMatchObject({ mail: 'cancellation' });
    expect(await read('Canceled: Doctor')).toBeNull();
  });
});
