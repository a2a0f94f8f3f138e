import { describe, expect, test } from 'vitest';
import { readReport, rowsOf } from '../../../src/graph/teams/attendance';
import { about } from '../../simulator/telling';
import { sync, world } from '../../simulator/three-people';
import { at } from '../../simulator/time';
import { clientBefore, json, ownerGraph } from '../owner-graph';

const utc = (text: string) => Date.parse(text);

describe('The rows of a report', () => {
  const GUID = 'fba3c228-3a07-42f1-8722-63958f8a81e9';
  const stay = (from: string | null, to: string | null) => ({ joinDateTime: from, leaveDateTime: to });
  const record = (more: Record<string, unknown>) => ({ attendanceIntervals: [], ...more });

  test.each([
    [
      'somebody of a directory',
      { emailAddress: 'Ada@N.example', identity: { id: GUID, displayName: 'Ada', tenantId: 't' } },
      { row: GUID, address: 'ada@n.example', directoryId: GUID, identified: true, phone: false },
    ],
    [
      'somebody without an address',
      { emailAddress: null, identity: { id: GUID, displayName: 'Ada', tenantId: null } },
      { row: GUID, address: '', directoryId: GUID, identified: true },
    ],
    [
      'a guest of the meeting, whose id is made for the occasion',
      {
        emailAddress: '',
        identity: {
          '@odata.type': '#microsoft.graph.communicationsGuestIdentity',
          id: GUID,
          displayName: 'Ada (Guest)',
        },
      },
      { row: '1', directoryId: null, identified: false, phone: false },
    ],
    [
      'a guest who gave an address',
      {
        identity: {
          '@odata.type': '#microsoft.graph.communicationsGuestIdentity',
          id: GUID,
          email: 'g@x.example',
        },
      },
      { row: 'g@x.example', address: 'g@x.example', directoryId: null, identified: true },
    ],
    [
      'a phone',
      {
        identity: {
          '@odata.type': '#microsoft.graph.communicationsPhoneIdentity',
          id: GUID,
          displayName: '+49 ••77',
        },
      },
      { row: '1', directoryId: null, identified: false, phone: true },
    ],
    [
      'a phone by its number',
      { identity: { id: '4:+4930123456', displayName: '+49 30 123456' } },
      { phone: true, identified: false },
    ],
    [
      'somebody anonymous',
      { identity: { id: GUID, displayName: 'Unknown' } },
      { row: '1', identified: false },
    ],
    ['nobody at all', {}, { row: '1', name: '', identified: false }],
  ])('%s', (_, json, row) => {
    expect(rowsOf([record(json)])).toMatchObject([row]);
  });

  test('3.2 null times and zero seconds are no interval', () => {
    const at = '2026-11-17T14:00:00Z';
    const [row] = rowsOf([
      record({
        attendanceIntervals: [
          stay(null, null),
          stay(at, null),
          stay(at, at),
          stay(at, '2026-11-17T14:10:00Z'),
          7,
        ],
      }),
    ]);
    expect(row?.intervals).toEqual([{ start: utc(at), end: utc('2026-11-17T14:10:00Z') }]);
  });

  test('two records of one person are one row', () => {
    const times = [stay('2026-11-17T14:00:00Z', '2026-11-17T14:10:00Z')];
    const one = record({ identity: { id: GUID, tenantId: 't' }, attendanceIntervals: times });
    expect(rowsOf([one, one])).toHaveLength(1);
    expect(rowsOf([one, one])[0]?.intervals).toHaveLength(2);
  });

  test.each([
    null,
    {},
    { id: 'r' },
    { id: 'r', meetingStartDateTime: '2026-11-17T14:00:00Z', meetingEndDateTime: null },
  ])('a report %j says no session', (json) => {
    expect(readReport(json)).toBeNull();
  });
});

describe('Attendance that is not the owner’s to read', () => {
  test.each([
    [403, 'General', 'User ID in token(x) is not the organizer of the queried meeting.'],
    [500, 'General', 'User ID in token(x) is not the organizer of the queried meeting.'],
    [403, 'Forbidden', '3003: User does not have access to lookup meeting'],
    [404, 'NotFound', '3004: Meeting does not exist.'],
  ])('%i %s is null', async (code, name, words) => {
    const { graph } = clientBefore(json({ error: { code: name, message: words } }, code));
    expect(await graph.readReports('https://teams.microsoft.com/l/1', [])).toBeNull();
  });

  test('an expired link is null, too', async () => {
    const { graph, requests } = clientBefore(json({ value: [] }));
    expect(await graph.readReports("https://teams.microsoft.com/l/19%3ameeting_it's?x=1&y", [])).toBeNull();
    expect(requests[0]?.url).toContain(
      '$filter=JoinWebUrl%20eq%20%27https%3A%2F%2Fteams.microsoft.com%2Fl%2F19%253ameeting_it%27%27s%3Fx%3D1%26y%27',
    );
  });

  test.each([
    ['Forbidden', 'Missing scope permissions on the request.'],
    ['ErrorAccessDenied', 'Access is denied.'],
    ['Authorization_RequestDenied', 'Insufficient privileges'],
  ])('403 %s: %s is a permission the app lacks', async (name, words) => {
    const { graph } = clientBefore(json({ error: { code: name, message: words } }, 403));
    await expect(graph.readReports('https://teams.microsoft.com/l/1', [])).rejects.toMatchObject({
      kind: 'not-permitted',
      scope: 'OnlineMeetings.Read',
    });
  });
});

describe('Of several reports of a meeting', () => {
  const stays = [
    ['ana', '15:00', '15:30'],
    ['bo', '15:00', '15:30'],
  ] as Parameters<ReturnType<typeof about>['session']>[1];
  const days = ['2026-10-27', '2026-10-28', '2026-10-29'];
  const told = world(days.map((day) => about(sync).session(day, stays)));
  const now = at('2026-10-30 12:00', 'Europe/London');
  const broken = { kind: 'error', code: 501, name: 'NotImplemented', message: 'Not here.' } as const;

  test('those that can be read are, where one cannot; it is asked for again, and the others are not', async () => {
    const { graph, simulated } = ownerGraph({ world: told, now });
    simulated.faults.push({ path: /attendanceReports\/[^/?]+\?/, after: 1, times: 1, answer: broken });
    const link = sync.joinUrl ?? '';
    const first = await graph.readReports(link, []);
    expect(first).toHaveLength(2);
    const known = first?.map(({ id }) => id) ?? [];
    const rest = await graph.readReports(link, known);
    expect(rest).toHaveLength(1);
    expect(new Set([...known, ...(rest ?? []).map(({ id }) => id)]).size).toBe(3);
  });

  test('where none can be read it is said', async () => {
    const { graph, simulated } = ownerGraph({ world: told, now });
    simulated.faults.push({ path: /attendanceReports\/[^/?]+\?/, answer: broken });
    await expect(graph.readReports(sync.joinUrl ?? '', [])).rejects.toMatchObject({
      kind: 'refused-by-server',
    });
  });
});
