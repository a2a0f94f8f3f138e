import { describe, expect, test } from 'vitest';
import type { MailReading } from '../../../src/domain/facts/observed/reading';
import { normalizedTitle, plainTitle, titleLikeness } from '../../../src/domain/facts/things/title';
import { observeCalendar, observeMails, observeMeeting } from '../../../src/domain/observe/observe';
import { DANA, half, item, looked, MARCUS, mail, master, PRIYA, required, utc } from '../builders/readings';

const NOW = utc('2026-11-20T16:00');
const seen = observeMeeting([], master('2026-10-26T09:00'), PRIYA, null);
const items = [item('2026-10-29'), item('2026-11-03')];
const facts = [...seen, ...observeCalendar(seen, ['daily'], looked('2026-10-26T09:00', items), PRIYA, [])];
const tie = (reading: MailReading) => observeMails(facts, ['daily'], [reading], PRIYA, NOW);
const linked = (originalStart: string | null) => ({
  id: 'x',
  series: 'daily',
  originalStart: originalStart === null ? null : utc(originalStart),
  single: false,
});

describe('Which meeting a mail is about', () => {
  test.each<[string, Partial<MailReading>, string | null]>([
    [
      'a link with the original start',
      { meeting: linked('2026-10-29T15:00'), span: null },
      'daily/2026-10-29',
    ],
    ['a link with a moved start only', { meeting: linked(null) }, 'daily/2026-10-29'],
    ['a link to nothing known of that time', { meeting: linked(null), span: half('2026-10-29T04:00') }, null],
    ['no link: title, organizer and start', {}, 'daily/2026-10-29'],
    ['no link, planned but never sighted', { span: half('2026-11-06T15:00') }, 'daily/2026-11-06'],
    [
      'no link, an update names where it stood before',
      { mail: 'update', previous: half('2026-11-03T15:00'), span: half('2026-11-03T17:00') },
      'daily/2026-11-03',
    ],
    [
      'a word about all of them',
      { meeting: { ...linked(null), id: 'daily', series: null }, wholeSeries: true },
      null,
    ],
  ])('%s', (_, more, occurrence) => {
    expect(tie(mail('2026-10-29T14:50', more))).toMatchObject([{ series: 'daily', occurrence }]);
  });

  test.each<[string, Partial<MailReading>]>([
    ['another title', { title: 'Canceled: Lunch' }],
    ['somebody else cancels something of that name', { from: DANA }],
    ['a time at which nothing is planned', { span: half('2026-10-29T04:00') }],
    ['no time at all', { span: null }],
    ['a link to another series', { meeting: { ...linked(null), series: 'other' } }],
  ])('%s: not about a kept series', (_, more) => {
    expect(tie(mail('2026-10-29T14:50', more))).toEqual([]);
  });

  test('moved and then cancelled before anybody looked: the mail about the move says which one it was', () => {
    const elsewhere = half('2026-11-04T09:15');
    const moved = mail('2026-11-02T12:00', {
      ...{ mail: 'update', title: 'Priya/Marcus daily sync' },
      ...{ previous: half('2026-11-03T15:00'), span: elsewhere },
    });
    const cancelled = mail('2026-11-03T08:00', { span: elsewhere });
    // In whatever order they are read, and in one look or two.
    for (const [first, second] of [
      [[cancelled, moved], []],
      [[moved], [cancelled]],
    ] as const) {
      const before = observeMails(facts, ['daily'], first, PRIYA, NOW);
      const after = observeMails([...facts, ...before], ['daily'], second, PRIYA, NOW);
      expect([...before, ...after].map((one) => `${one.mail} ${one.occurrence}`)).toEqual([
        'update daily/2026-11-03',
        'cancellation daily/2026-11-03',
      ]);
    }
  });

  test('a mail is known again by its id', () => {
    const first = tie(mail('2026-10-29T14:50'));
    expect(first).toMatchObject([
      { id: 'mail:mail-2026-10-29T14:50', at: utc('2026-10-29T14:50'), mail: 'cancellation' },
    ]);
    expect(first[0]?.title).toBe('Priya/Marcus daily sync');
    expect(observeMails([...facts, ...first], ['daily'], [mail('2026-10-29T14:50')], PRIYA, NOW)).toEqual([]);
  });

  test('a request that says what was before is an update', () => {
    const request = { mail: 'request', title: 'Priya/Marcus daily sync' } as const;
    expect(tie(mail('2026-11-03T14:40', request))).toMatchObject([{ mail: 'request' }]);
    const moved = { ...request, previous: half('2026-11-03T15:00'), span: half('2026-11-03T17:00') };
    expect(tie(mail('2026-11-03T14:40', moved))).toMatchObject([{ mail: 'update' }]);
  });

  test("the owner's own answer goes to the organizer, a colleague's comes to the organizer", () => {
    const answer = { mail: 'declined', title: 'Declined: Priya/Marcus daily sync' } as const;
    const own = { ...answer, sentByOwner: true, from: PRIYA, to: [MARCUS] };
    expect(tie(mail('2026-10-29T08:00', own))).toMatchObject([
      { occurrence: 'daily/2026-10-29', sentByOwner: true },
    ]);
    expect(tie(mail('2026-10-29T08:00', { ...answer, from: DANA }))).toEqual([]);

    const mine = { organizer: null, ownerOrganizes: true, attendees: [required(DANA)] };
    const master2 = observeMeeting([], master('2026-10-26T09:00', { ...mine, id: 'mine' }), PRIYA, null);
    const known = observeMails(
      master2,
      ['mine'],
      [mail('2026-10-29T08:00', { ...answer, from: DANA })],
      PRIYA,
      NOW,
    );
    expect(known).toMatchObject([{ series: 'mine', occurrence: 'mine/2026-10-29', from: DANA }]);
  });

  test('5.5 who pressed send is kept only where it is somebody else', () => {
    expect(tie(mail('2026-10-29T14:50', { sender: DANA }))).toMatchObject([{ sender: DANA }]);
    expect(tie(mail('2026-10-29T14:50', { sender: MARCUS }))).toMatchObject([{ sender: null }]);
  });
});

describe('5.3 titles', () => {
  test.each([
    ['Canceled: Canceled: Daily', 'Daily'],
    ['Annulé : Daily', 'Daily'],
    ['Re: FW: Daily', 'Daily'],
    ['Canceled: ', 'Canceled:'],
    ['Recap: Daily', 'Recap: Daily'],
    ['', ''],
  ])('%j is plainly %j', (title, plain) => {
    expect(plainTitle(title)).toBe(plain);
  });

  test('case, punctuation and white space are folded; what is only signs stays', () => {
    expect(normalizedTitle('  Priya / Marcus — DAILY\tsync! ')).toBe('priya marcus daily sync');
    expect(normalizedTitle('🚀')).toBe('🚀');
    expect(normalizedTitle('x'.repeat(10_000)).length).toBeLessThanOrEqual(500);
  });

  test.each([
    ['night', 'nacht', 0.25],
    ['Daily sync', 'daily SYNC', 1],
    ['Priya/Marcus daily sync', 'Priya/Marcus daily sync 15:30', 0.95],
    ['Daily sync', 'Budget', 0],
    ['A', 'B', 0],
    ['', '', 1],
  ])('5.6 %j and %j: %d', (a, b, likeness) => {
    expect(titleLikeness(a, b)).toBeCloseTo(likeness, 1);
    expect(titleLikeness(b, a)).toBe(titleLikeness(a, b));
  });
});
