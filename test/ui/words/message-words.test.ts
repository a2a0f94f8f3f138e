import { describe, expect, test } from 'vitest';
import type { OpenMessage } from '../../../src/ui/port/view';
import { messageWords } from '../../../src/ui/words/keep/message';
import { timeWords } from '../../../src/ui/words/times';

const utc = (text: string) => Date.parse(`${text}Z`);
const span = (start: string, minutes = 30) => ({ start: utc(start), end: utc(start) + minutes * 60_000 });
const marcus = { key: 'marcus', name: 'Marcus Hale', address: 'marcus@n.example' };
const base: OpenMessage = {
  id: 'one',
  mail: 'cancellation',
  at: utc('2026-11-17T14:50'),
  sentByOwner: false,
  from: marcus,
  title: 'Canceled: Daily sync',
  span: span('2026-11-17T15:00'),
  previous: null,
  wholeSeries: false,
};
const moved = { mail: 'update', title: 'Daily sync', previous: span('2026-11-17T15:00') } as const;
const words = (more: Partial<OpenMessage>) => messageWords({ ...base, ...more }, timeWords('UTC'));

describe('What the open message did', () => {
  test.each<[Partial<OpenMessage>, string]>([
    [{}, 'This message cancels Tuesday’s Daily sync (17 Nov), 10 minutes before it starts.'],
    [{ title: '' }, 'This message cancels Tuesday’s meeting (17 Nov), 10 minutes before it starts.'],
    [
      { at: utc('2026-11-17T15:02') },
      'This message cancels Tuesday’s Daily sync (17 Nov), 2 minutes after it started.',
    ],
    [
      { at: utc('2026-11-17T15:00') },
      'This message cancels Tuesday’s Daily sync (17 Nov), just as it starts.',
    ],
    [{ span: null }, 'This message cancels “Daily sync”.'],
    [{ wholeSeries: true }, 'This message cancels the whole series “Daily sync”.'],
    [
      { ...moved, at: utc('2026-11-17T14:40'), span: span('2026-11-17T17:00') },
      'This message moves Tuesday’s Daily sync (17 Nov) from 15:00 to 17:00, 20 minutes before it starts.',
    ],
    // 5.1: notice runs to the earlier of both.
    [
      { ...moved, at: utc('2026-11-17T09:00'), span: span('2026-11-17T10:30') },
      'This message moves Tuesday’s Daily sync (17 Nov) from 15:00 to 10:30, 1 hour 30 minutes before it starts.',
    ],
    [
      { ...moved, at: utc('2026-11-14T15:00'), span: span('2026-11-18T15:00') },
      'This message moves Tuesday’s Daily sync (17 Nov) from 15:00 to Wed 18 Nov 15:00, 3 days before it starts.',
    ],
    [
      { ...moved, at: utc('2026-11-17T14:00'), span: span('2026-11-17T15:00', 15) },
      'This message changes the end of Tuesday’s Daily sync (17 Nov) from 15:30 to 15:15, 1 hour before it starts.',
    ],
    [
      { ...moved, previous: null },
      'This message changes Tuesday’s Daily sync (17 Nov), 10 minutes before it starts.',
    ],
    [
      { mail: 'request', title: 'Daily sync', at: utc('2026-11-17T09:00') },
      'This message invites you to Tuesday’s Daily sync (17 Nov) at 15:00, 6 hours before it starts.',
    ],
    [
      { mail: 'request', title: 'Daily sync', sentByOwner: true, wholeSeries: true },
      'This message invites to the whole series “Daily sync”.',
    ],
    [
      { mail: 'declined' },
      'Marcus Hale declines Tuesday’s Daily sync (17 Nov), 10 minutes before it starts.',
    ],
    [
      { mail: 'declined', sentByOwner: true },
      'You decline Tuesday’s Daily sync (17 Nov), 10 minutes before it starts.',
    ],
    [{ mail: 'accepted' }, 'Marcus Hale accepts Tuesday’s Daily sync (17 Nov).'],
    [{ mail: 'tentative', sentByOwner: true }, 'You may come to Tuesday’s Daily sync (17 Nov).'],
    [
      { mail: 'accepted', from: { ...marcus, name: '' }, wholeSeries: true },
      'marcus@n.example accepts the whole series “Daily sync”.',
    ],
  ])('%j: %s', (more, sentence) => {
    expect(words(more)).toBe(sentence);
  });
});
