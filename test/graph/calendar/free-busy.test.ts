import { describe, expect, test } from 'vitest';
import { takenIn } from '../../../src/graph/calendar/free-busy';
import { clientBefore, json, ownerGraph } from '../owner-graph';

const utc = (text: string) => Date.parse(`${text}:00Z`);
const HOUR = { start: utc('2026-11-23T09:00'), end: utc('2026-11-23T10:00') };
const item = (status: unknown, from = '2026-11-23T09:10:00', to = '2026-11-23T09:20:00.0000000') => ({
  status,
  start: { dateTime: from, timeZone: 'UTC' },
  end: { dateTime: to, timeZone: 'UTC' },
});
const TEN = [{ start: utc('2026-11-23T09:10'), end: utc('2026-11-23T09:20') }];
const byView = [{ start: utc('2026-11-23T09:15'), end: utc('2026-11-23T09:30') }];

describe('When somebody is taken', () => {
  test.each(['busy', 'Tentative', 'oof', 'unknown', 'a word of next year', undefined])(
    'an item that says %s takes its time',
    (status) => {
      expect(takenIn({ scheduleItems: [item(status)], availabilityView: '0000' }, HOUR)).toEqual(TEN);
    },
  );

  test.each(['free', 'workingElsewhere', 'Free'])('an item that says %s takes none', (status) => {
    expect(takenIn({ scheduleItems: [item(status)], availabilityView: '2222' }, HOUR)).toEqual([]);
  });

  test.each([
    ['without items', { availabilityView: '0204' }],
    ['with none', { scheduleItems: [], availabilityView: '0104' }],
    ['with one that cannot be read', { scheduleItems: [item('busy', 'soon')], availabilityView: '0304' }],
    ['with a digit nobody knows', { availabilityView: '0x00' }],
  ])('the digits of the view say it %s', (_, schedule) => {
    expect(takenIn(schedule, HOUR)).toEqual(byView);
  });

  test.each([
    ['an error stands in its place', { error: { responseCode: 'ErrorMailRecipientNotFound' } }],
    ['there is neither', {}],
    ['there is no answer of theirs', undefined],
    ['the view is shorter than the window', { availabilityView: '000' }],
    ['nothing can be read', { scheduleItems: [item('busy', 'soon')], availabilityView: 7 }],
  ])('is not known where %s', (_, schedule) => {
    expect(takenIn(schedule, HOUR)).toBeNull();
  });

  test('is asked of both at once, and no look is longer than six weeks', async () => {
    const { graph, requests } = clientBefore(() => json({ value: [] }));
    const read = await graph.readFreeBusy(['A@b.example', 'c@d.example'], { start: 0, end: 43 * 86_400_000 });
    expect(read.map(({ person, taken }) => [person, taken])).toEqual([
      ['a@b.example', null],
      ['c@d.example', null],
    ]);
    const bodies = (await Promise.all(requests.map((request) => request.json()))) as {
      schedules: string[];
    }[];
    expect(bodies.map(({ schedules }) => schedules)).toEqual([
      ['a@b.example', 'c@d.example'],
      ['a@b.example', 'c@d.example'],
    ]);
  });

  const MARCUS = 'marcus.hale@northwind.example';
  const DAY = { start: utc('2026-11-23T00:00'), end: utc('2026-11-24T00:00') };
  test('is the same on the quarter of the hour, whether a calendar shows items or digits alone', async () => {
    const [whole, digits, refused] = await Promise.all(
      (['items', 'view-only', 'refused'] as const).map(async (freeBusyOfOthers) => {
        const [read] = await ownerGraph({ habits: { freeBusyOfOthers } }).graph.readFreeBusy([MARCUS], DAY);
        return read;
      }),
    );
    const quarters = (spans: readonly { start: number; end: number }[] = []) =>
      Array.from({ length: 96 }, (_, at) => DAY.start + at * 900_000).filter((at) =>
        spans.some(({ start, end }) => start < at + 900_000 && end > at),
      );
    expect(whole?.taken).not.toEqual([]);
    expect(quarters(digits?.taken ?? [])).toEqual(quarters(whole?.taken ?? []));
    expect(whole?.hours).toMatchObject({ zone: 'America/New_York' });
    expect(refused).toMatchObject({ taken: null, hours: null });
  });
});
