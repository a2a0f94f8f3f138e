import { describe, expect, test } from 'vitest';
import { measuresOfPerson } from '../../src/domain/measure/measures-of-person';
import { nextStep } from '../../src/domain/tell/next-step';
import { about, optional, required } from '../simulator/telling';
import { ana, bo, sync, world } from '../simulator/three-people';
import { at } from '../simulator/time';
import type { Happening, Meeting, World } from '../simulator/world';
import { keeping, nobodyJoined, says, weMet } from './hand';
import { type Tale, tell } from './teller';

const LONDON = 'Europe/London';
const pair: Meeting = { ...sync, invitees: [required('bo')] };
const two = (...happenings: Happening[]): World => ({ ...world(happenings, [ana, bo]), meetings: [pair] });
/** The same as Bo sees it, who is invited. */
const bos = (...happenings: Happening[]): World => ({ ...two(...happenings), owner: 'bo' });
const { session, cancelled, moved } = about(sync);

const lived = (told: World, ...looks: string[]) =>
  tell(told)
    .keeps('sync', '2026-10-26 09:00')
    .looks(...looks);
const dates = (tale: Tale) => Object.keys(tale.outcomes());
const people = (tale: Tale, date: string) =>
  Object.fromEntries(tale.on(date).people.map(({ person, outcome }) => [person.name, outcome]));
const together = (date: string, ...names: string[]) =>
  session(
    date,
    names.map((who): [string, string, string] => [who, '15:00', '15:30']),
  );

describe('a series cancelled as a whole', () => {
  const gone: Happening = { kind: 'series-cancelled', at: at('2026-10-28 16:00', LONDON), meeting: 'sync' };

  test.each([
    ['the one who organized it', two(gone)],
    ['the one who was invited', bos(gone)],
  ])('what had been is kept, seven days are cancelled, later ones are no rows: for %s', async (_, told) => {
    const tale = await lived(told, '2026-10-28 09:00', '2026-10-29 09:00').until('2026-11-20 18:00');
    expect(tale.outcomes()).toEqual({
      ...{ '2026-10-26': 'not-recorded', '2026-10-27': 'not-recorded', '2026-10-28': 'not-recorded' },
      ...{ '2026-10-29': 'cancelled-with-notice 1380 min', '2026-10-30': 'cancelled-with-notice 2820 min' },
      ...{ '2026-11-02': 'cancelled-with-notice 7140 min', '2026-11-03': 'cancelled-with-notice 8580 min' },
      '2026-11-04': 'cancelled-with-notice 10020 min',
    });
    expect(tale.lineage.vanished).toEqual([]);
    expect(tale.lineage.occurrences.flatMap(({ questions }) => questions)).not.toContain('missing');
  });

  test.each([
    ['the one who organized it', two(gone)],
    ['the one who was invited', bos(gone)],
  ])('it is over from when the mail said so, however late anybody looked: for %s', async (_, told) => {
    const tale = await lived(told, '2026-10-28 09:00', '2026-11-02 09:00').until('2026-11-20 18:00');
    expect(tale.on('2026-10-29').notice?.minutes).toBe(23 * 60);
    expect(dates(tale).at(-1)).toBe('2026-11-04');
  });

  test('an occurrence that ran when the word came is still a row', async () => {
    const during: Happening = { ...gone, at: at('2026-10-28 15:10', LONDON) };
    const tale = await lived(bos(during), '2026-10-28 09:00', '2026-10-29 09:00').until('2026-10-29 18:00');
    expect(dates(tale)).toEqual(['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29']);
    expect(tale.on('2026-10-28').outcome).toBe('not-recorded');
  });
});

describe('a series that vanishes without a word', () => {
  const removed: Happening = {
    kind: 'removed-from-calendar',
    at: at('2026-10-28 16:00', LONDON),
    who: 'bo',
    meeting: 'sync',
    date: null,
  };
  const lost = () => lived(bos(removed), '2026-10-28 09:00', '2026-10-29 09:00');

  test('is one question for all its open rows, and none of them is cancelled', async () => {
    const tale = await lost().until('2026-10-30 18:00');
    const series = tale.hand.seriesOf('sync');
    expect(tale.lineage.vanished).toEqual([series]);
    expect(nextStep(tale.lineage, [], [], tale.hand.ports.clock())).toEqual({
      kind: 'series-vanished',
      series,
    });
    expect(tale.outcomes()).toMatchObject({ '2026-10-29': 'not-recorded', '2026-10-30': 'not-recorded' });
    const asked = tale.lineage.occurrences.filter(({ date }) => date > '2026-10-28');
    expect(asked.flatMap(({ questions }) => questions)).toEqual([]);
  });

  test.each([
    ['ended', ['2026-10-26', '2026-10-27', '2026-10-28']],
    ['removed-by-me', ['2026-10-26', '2026-10-27', '2026-10-28']],
    ['still-alive', ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30']],
  ] as const)('answered with "%s", it has the rows %j', async (answer, rows) => {
    const tale = await lost().taps('2026-10-29 09:01', says('sync', answer)).until('2026-10-30 18:00');
    expect(dates(tale)).toEqual(rows);
    expect(tale.lineage.vanished).toEqual([]);
  });

  test('that comes back has its rows again, and no question', async () => {
    const tale = await lost().until('2026-10-29 10:00');
    expect(tale.lineage.vanished).toHaveLength(1);
    const again = await tale.goesOn(bos()).looks('2026-10-30 09:00').until('2026-10-30 18:00');
    expect(again.lineage.vanished).toEqual([]);
    expect(dates(again)).toEqual(['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30']);
    expect(again.on('2026-10-30').questions).toEqual(['what-happened']);
  });
});

describe('an occurrence that its attendee removes from the calendar', () => {
  const removed: Happening = {
    kind: 'removed-from-calendar',
    at: at('2026-10-27 10:00', LONDON),
    who: 'bo',
    meeting: 'sync',
    date: '2026-10-28',
  };
  const lost = () => lived(bos(removed), '2026-10-27 09:00', '2026-10-28 09:00');

  test('is missing: it stays on screen and is asked about, and is never a cancellation', async () => {
    const before = await lost().until('2026-10-28 10:00');
    expect(before.on('2026-10-28')).toMatchObject({ outcome: 'upcoming', questions: ['missing'] });
    const tale = await lost().until('2026-10-28 18:00');
    expect(tale.on('2026-10-28')).toMatchObject({
      outcome: 'not-recorded',
      questions: ['what-happened', 'missing'],
      notice: null,
    });
    expect(tale.on('2026-10-28').reasons.map(({ what }) => what)).toContain('missing');
  });

  test('is what other evidence says, once somebody answers', async () => {
    const tale = await lost().taps('2026-10-28 15:40', weMet('sync', '2026-10-28')).until('2026-10-28 18:00');
    expect(tale.on('2026-10-28')).toMatchObject({ outcome: 'held', questions: [] });
  });

  test('is cancelled where a mail says so', async () => {
    const told = bos(removed, cancelled('2026-10-28', '2026-10-27 12:00'));
    const tale = await lived(told, '2026-10-27 09:00', '2026-10-28 09:00').until('2026-10-28 18:00');
    expect(tale.on('2026-10-28')).toMatchObject({
      outcome: 'cancelled-with-notice',
      notice: { minutes: 27 * 60 },
      questions: [],
    });
  });
});

describe('what the organizer cancels leaves her own calendar', () => {
  test('and her sent mail tells the minute', async () => {
    const tale = await lived(two(cancelled('2026-10-28', '2026-10-28 14:30')), '2026-10-28 16:00').until(
      '2026-10-28 18:00',
    );
    expect(tale.on('2026-10-28')).toMatchObject({
      outcome: 'cancelled-short-notice',
      notice: { minutes: 30 },
      changedBy: { name: 'Ana' },
    });
  });

  test('without a mail, the list of the series tells it, as a range', async () => {
    const silent = { ...cancelled('2026-10-28', '2026-10-28 14:30'), silently: true } as Happening;
    const tale = await lived(two(silent), '2026-10-28 14:00', '2026-10-28 14:45').until('2026-10-28 18:00');
    expect(tale.on('2026-10-28')).toMatchObject({
      outcome: 'cancelled-short-notice',
      notice: { minutes: null, lower: 15, upper: 60 },
      grade: 'inferred',
    });
  });
});

describe('people who come and go', () => {
  const crowd = (...invitees: Meeting['invitees']): Meeting => ({
    ...sync,
    invitees: [required('bo'), ...invitees],
  });
  const three = (meeting: Meeting, ...happenings: Happening[]): World => ({
    ...world(happenings),
    meetings: [meeting],
  });

  test('somebody added in the middle is not expected before, and is needed from then on', async () => {
    const added = crowd(required('cy', { invitedAt: at('2026-10-27 16:00', LONDON), from: '2026-10-28' }));
    const told = three(added, together('2026-10-26', 'ana', 'bo'), together('2026-10-29', 'ana', 'bo'));
    const tale = await lived(told, '2026-10-26 16:00', '2026-10-28 09:00', '2026-10-29 16:00').until(
      '2026-10-29 18:00',
    );
    expect(people(tale, '2026-10-26')).toMatchObject({ Bo: 'present', Cy: 'not-expected' });
    expect(people(tale, '2026-10-29')).toMatchObject({ Bo: 'present', Cy: 'not-present-no-message' });
    expect([tale.on('2026-10-26').oneToOne, tale.on('2026-10-29').oneToOne]).toEqual([true, false]);
  });

  test('somebody taken off the list is not expected after it, and keeps what was before', async () => {
    const left = crowd(required('cy', { removedAt: at('2026-10-27 16:00', LONDON), to: '2026-10-27' }));
    const told = three(left, together('2026-10-26', 'ana', 'bo'), together('2026-10-29', 'ana', 'bo'));
    const tale = await lived(told, '2026-10-26 16:00', '2026-10-28 09:00', '2026-10-29 16:00').until(
      '2026-10-29 18:00',
    );
    expect(people(tale, '2026-10-26')).toMatchObject({ Cy: 'not-present-no-message' });
    expect(people(tale, '2026-10-29')).toMatchObject({ Cy: 'not-expected' });
  });

  test.each([
    ['2026-10-29 11:00', 'not-present-no-message', 'exactly four hours before is in time'],
    ['2026-10-29 11:01', 'not-expected', 'a minute later is too late'],
  ])('4.2: invited at %s it is %s: %s (five a week)', async (invited, outcome) => {
    const added = crowd(required('cy', { invitedAt: at(invited, LONDON), from: '2026-10-29' }));
    const told = three(added, together('2026-10-29', 'ana', 'bo'));
    const tale = await lived(told, '2026-10-29 09:00', '2026-10-29 16:00').until('2026-10-29 18:00');
    expect(people(tale, '2026-10-29').Cy).toBe(outcome);
  });

  test('whoever was not expected and came was there', async () => {
    const added = crowd(required('cy', { invitedAt: at('2026-10-29 14:00', LONDON), from: '2026-10-29' }));
    const told = three(added, together('2026-10-29', 'ana', 'cy'));
    const tale = await lived(told, '2026-10-29 09:00', '2026-10-29 14:30', '2026-10-29 16:00').until(
      '2026-10-29 18:00',
    );
    expect(people(tale, '2026-10-29')).toEqual({
      Ana: 'present',
      Bo: 'not-present-no-message',
      Cy: 'present',
    });
  });

  test('an optional person who came has an outcome and is in no measure', async () => {
    const told = three(crowd(optional('cy')), together('2026-10-29', 'ana', 'cy'));
    const tale = await lived(told, '2026-10-29 16:00').until('2026-10-29 18:00');
    expect(tale.on('2026-10-29')).toMatchObject({ outcome: 'not-held-no-message', oneToOne: false });
    // 4.1: of a group that did not meet, a report names nobody as missing.
    expect(people(tale, '2026-10-29')).toMatchObject({ Bo: 'not-recorded', Cy: 'present' });
    const measures = measuresOfPerson(tale.lineage, tale.hand.personOf('cy')).measures;
    expect(measures.every(({ among }) => among.length === 0)).toBe(true);
  });

  test('all invited at the last moment: nobody could be expected', async () => {
    const late: Meeting = { ...pair, createdAt: at('2026-10-26 14:00', LONDON) };
    const told = { ...two(), meetings: [late] };
    const tale = await tell(told)
      .keeps('sync', '2026-10-26 14:30')
      .taps('2026-10-26 15:15', nobodyJoined('sync', '2026-10-26'))
      .until('2026-10-27 18:00');
    expect(tale.outcomes()).toEqual({
      '2026-10-26': 'excluded-short-invitation',
      '2026-10-27': 'not-recorded',
    });
  });
});

describe('what is not to be counted', () => {
  test('a paused series leaves out what starts in the pause', async () => {
    const tale = await lived(two())
      .taps('2026-10-27 09:00', keeping('sync', 'pause'))
      .taps('2026-10-28 18:00', keeping('sync', 'resume'))
      .taps('2026-10-29 15:40', weMet('sync', '2026-10-29'))
      .until('2026-10-29 18:00');
    expect(tale.outcomes()).toEqual({
      '2026-10-26': 'not-recorded',
      '2026-10-27': 'excluded-paused',
      '2026-10-28': 'excluded-paused',
      '2026-10-29': 'held',
    });
    expect(tale.measure('coverage')).toBe('1 of 2');
  });

  test('what had been met in a pause was met: presence beats everything', async () => {
    const tale = await lived(two(together('2026-10-27', 'ana', 'bo')))
      .taps('2026-10-27 09:00', keeping('sync', 'pause'))
      .looks('2026-10-27 16:00')
      .until('2026-10-27 18:00');
    expect(tale.on('2026-10-27').outcome).toBe('held');
  });

  test('a move the organizer has not sent is no move', async () => {
    const unsent = {
      ...moved('2026-10-28', '2026-10-28 10:00', '2026-10-28 17:00'),
      unsent: true,
    } as Happening;
    const tale = await lived(two(unsent), '2026-10-28 11:00').until('2026-10-28 18:00');
    expect(tale.on('2026-10-28').moves).toEqual([]);
    expect(tale.on('2026-10-28').effective.start).toBe(at('2026-10-28 15:00', LONDON));
  });

  test('a log that was stopped has nothing after it', async () => {
    const tale = await lived(two())
      .taps('2026-10-27 18:00', keeping('sync', 'stop'))
      .until('2026-10-29 18:00');
    expect(dates(tale)).toEqual(['2026-10-26', '2026-10-27']);
  });

  test('without another look there are rows all the same: the rule planned them, and nobody knows', async () => {
    const tale = await tell(two()).keeps('sync', '2026-10-23 09:00').until('2026-10-30 18:00');
    expect(tale.outcomes()).toEqual({
      '2026-10-26': 'not-recorded',
      '2026-10-27': 'not-recorded',
      '2026-10-28': 'not-recorded',
      '2026-10-29': 'not-recorded',
      '2026-10-30': 'not-recorded',
    });
    expect(tale.measure('went-ahead')).toBe('0 of 0');
    expect(tale.measure('coverage')).toBe('0 of 5');
  });
});

describe('moves', () => {
  test('moved twice is two moves, each with its own notice; it is judged where it stands', async () => {
    const told = two(
      moved('2026-10-28', '2026-10-26 15:00', '2026-10-28 16:00'),
      moved('2026-10-28', '2026-10-28 15:30', '2026-10-28 18:00'),
      session('2026-10-28', [
        ['ana', '18:00', '18:30'],
        ['bo', '18:00', '18:30'],
      ]),
    );
    const tale = await lived(told, '2026-10-27 09:00', '2026-10-28 19:00').until('2026-10-28 20:00');
    expect(tale.on('2026-10-28').outcome).toBe('held-moved');
    expect(tale.on('2026-10-28').moves.map(({ notice }) => notice.minutes)).toEqual([2880, 30]);
    expect([tale.measure('moves'), tale.measure('short-notice-moves')]).toEqual(['2', '1']);
  });

  test('moved to an earlier time, notice runs to the new one', async () => {
    const told = two(moved('2026-10-28', '2026-10-28 09:30', '2026-10-28 10:00'));
    const tale = await lived(told, '2026-10-28 12:00').until('2026-10-28 18:00');
    expect(tale.on('2026-10-28').moves.map(({ notice }) => notice.minutes)).toEqual([30]);
  });

  test('moved and then cancelled, it is measured to where it stood', async () => {
    const told = two(
      moved('2026-10-28', '2026-10-27 09:00', '2026-10-28 17:00'),
      cancelled('2026-10-28', '2026-10-28 16:00'),
    );
    const tale = await lived(told, '2026-10-27 10:00', '2026-10-28 18:00').until('2026-10-28 20:00');
    expect(tale.on('2026-10-28')).toMatchObject({
      outcome: 'cancelled-short-notice',
      notice: { minutes: 60 },
      moves: [{ notice: { minutes: 30 * 60 } }],
    });
  });

  test('moved past its neighbour, each keeps its own key', async () => {
    const told = two(moved('2026-10-27', '2026-10-26 16:00', '2026-10-28 17:00'));
    const tale = await lived(told, '2026-10-27 09:00')
      .taps('2026-10-28 15:40', weMet('sync', '2026-10-28'))
      .taps('2026-10-28 17:40', nobodyJoined('sync', '2026-10-27'))
      .until('2026-10-28 20:00');
    expect(tale.on('2026-10-27').outcome).toBe('not-held-no-message');
    expect(tale.on('2026-10-28').outcome).toBe('held');
  });
});
