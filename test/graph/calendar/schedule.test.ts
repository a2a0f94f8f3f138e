import { describe, expect, test } from 'vitest';
import { awayOf, hoursOf } from '../../../src/graph/calendar/schedule';
import { clientBefore, json } from '../owner-graph';

const utc = (text: string) => Date.parse(text);

describe('A schedule', () => {
  const item = (kind: string, from: string, to: string) => ({
    status: kind,
    start: { dateTime: from, timeZone: 'UTC' },
    end: { dateTime: to, timeZone: 'UTC' },
  });

  test('gives out-of-office items only, and nothing of a person it could not look up', () => {
    const items = [
      item('busy', '2026-11-16T09:00:00', '2026-11-16T10:00:00'),
      item('oof', '2026-11-17T00:00:00', '2026-11-18T00:00:00'),
    ];
    expect(awayOf({ scheduleId: 'Ada@N.example', scheduleItems: items })).toEqual([
      {
        person: 'ada@n.example',
        span: { start: utc('2026-11-17T00:00:00Z'), end: utc('2026-11-18T00:00:00Z') },
      },
    ]);
    expect(
      awayOf({ scheduleId: 'g@x.example', error: { responseCode: 'ErrorMailRecipientNotFound' } }),
    ).toEqual([]);
  });

  const hours = (change: object) => ({
    scheduleId: 'Ada@N.example',
    workingHours: {
      daysOfWeek: ['monday', 'Friday', 'someday'],
      startTime: '08:30:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: 'Pacific Standard Time' },
      ...change,
    },
  });

  test('tells when a person works, on the clocks of their zone', () => {
    expect(hoursOf(hours({}))).toEqual([
      {
        person: 'ada@n.example',
        zone: 'America/Los_Angeles',
        days: ['monday', 'friday'],
        startMinute: 510,
        endMinute: 1020,
      },
    ]);
  });

  test.each([
    ['no days', { daysOfWeek: [] }],
    ['days that are none', { daysOfWeek: 'monday' }],
    ['no start', { startTime: null }],
    ['an end that is no time', { endTime: 'late' }],
    ['hours that last no time', { endTime: '08:30:00' }],
  ])('with %s tells no working hours', (_, change) => {
    expect(hoursOf(hours(change))).toEqual([]);
  });

  test('of a zone of its own making tells no zone', () => {
    const custom = {
      '@odata.type': '#microsoft.graph.customTimeZone',
      bias: -60,
      name: 'Customized Time Zone',
    };
    expect(hoursOf(hours({ timeZone: custom }))).toMatchObject([{ zone: null }]);
    expect(hoursOf(hours({ timeZone: null }))).toMatchObject([{ zone: null }]);
  });

  test('is asked for at most twenty people and six weeks at once', async () => {
    const { graph, requests } = clientBefore(() => json({ value: [] }));
    const people = Array.from({ length: 45 }, (_, number) => `p${number}@n.example`);
    await graph.readSchedules([...people, 'P1@N.example', ''], { start: 0, end: 90 * 86_400_000 });
    const bodies = (await Promise.all(requests.map((request) => request.json()))) as {
      schedules: string[];
    }[];
    expect(bodies).toHaveLength(9);
    expect(Math.max(...bodies.map(({ schedules }) => schedules.length))).toBe(20);
  });
});
