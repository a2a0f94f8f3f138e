import { describe, expect, test } from 'vitest';

import type { Gesture } from '../../../src/domain/facts/entered/gesture';
import { lastDone, peopleToTell } from '../../../src/domain/facts/entered/gesture';
import { easierSlots, reinvitationsOf } from '../../../src/domain/tell/reinvitation';
import { MINUTE } from '../../../src/domain/time/time';
import { days, judged, lineageOf, part } from '../builders/judged-month';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';

const ZONE = 'Europe/London';

const gesture = (at: string, done = true, more: Partial<Gesture> = {}): Gesture => ({
  kind: 'gesture',
  id: `g-${at}`,
  recordedAt: utc(at),
  series: 'daily',
  does: 'invited-again',
  people: [MARCUS],
  done,
  ...more,
});

/** Days from Mon 5 Jan on; the letters of `days`, then one that is still to come. */
const after = (letters: string, gestures: readonly Gesture[] = []) => {
  const past = days(letters);
  const last = past.at(-1)?.effective.end ?? 0;
  const lineage = lineageOf([...past, judged('2026-06-01', 'upcoming')]);
  return reinvitationsOf(lineage, gestures, ZONE, last + 10 * MINUTE).map(
    ({ person, why }) => `${person.key} ${why}`,
  );
};

const AGAIN = [`${MARCUS.key} two-in-a-row`];

describe('The standing invitation is offered again', () => {
  test.each([
    ['after two that did not take place', 'hhnn', AGAIN],
    ['after a cancelled one and one nobody joined', 'hhcn', AGAIN],
    ['not after one', 'hhhn', []],
    ['not after two with one between them that went ahead', 'hnhn', []],
    ['across time away, which is no missed one', 'hnxxn', AGAIN],
    ['across what nobody recorded', 'hn??n', AGAIN],
    ['not where it went ahead in part', 'hnpn', []],
    ['not before anything was recorded', '????', []],
  ])('%s (%s)', (_, letters, expected) => {
    expect(after(letters)).toEqual(expected);
  });

  test('not within two weeks of the last time, done or put off', () => {
    // Fri 16 Jan is the tenth day.
    expect(after('hhhhh hhhnn', [gesture('2026-01-05T12:00')])).toEqual([]);
    expect(after('hhhhh hhhnn', [gesture('2026-01-05T12:00', false)])).toEqual([]);
    expect(after('hhhhh hhhhh hhhnn', [gesture('2026-01-05T12:00')])).toEqual(AGAIN);
  });

  test('not for what was missed before the last time', () => {
    expect(after('nnnnn xxxxx xxxxx n', [gesture('2026-01-10T12:00')])).toEqual([]);
    expect(after('nnnnn xxxxx xxxxx nn', [gesture('2026-01-10T12:00')])).toEqual(AGAIN);
  });

  test('at the start of a month after one with a missed one, once', () => {
    const lineage = lineageOf([
      judged('2026-10-20', 'not-held-no-message'),
      judged('2026-10-30', 'held'),
      judged('2026-11-09', 'upcoming'),
    ]);
    const on = (at: string, gestures: readonly Gesture[] = []) =>
      reinvitationsOf(lineage, gestures, ZONE, utc(at)).map(({ why }) => why);
    expect(on('2026-11-02T09:00')).toEqual(['new-month']);
    expect(on('2026-11-05T09:00')).toEqual([]);
    expect(on('2026-11-02T09:00', [gesture('2026-11-01T09:00', false)])).toEqual([]);
    expect(on('2026-12-01T09:00')).toEqual([]);
  });

  test('to the one who missed it, not to those who were there, and to nobody while the log is paused', () => {
    const people = [part(PRIYA, 'present'), part(MARCUS, 'not-present-no-message'), part(DANA, 'present')];
    const group = [
      judged('2026-11-03', 'held', { people }),
      judged('2026-11-10', 'held', { people }),
      judged('2026-11-17', 'upcoming'),
    ];
    const lineage = lineageOf(group, { people: [PRIYA, MARCUS, DANA], perWeek: 1 });
    const now = utc('2026-11-11T09:00');
    expect(reinvitationsOf(lineage, [], ZONE, now).map(({ person }) => person)).toEqual([MARCUS]);
    expect(reinvitationsOf({ ...lineage, paused: true }, [], ZONE, now)).toEqual([]);
    expect(reinvitationsOf(lineageOf(group.slice(0, 2)), [], ZONE, now)).toEqual([]);
  });

  test.each([
    [30, 10],
    [60, 20],
    [15, 10],
    [10, 10],
    [5, 5],
    [120, 40],
  ])('with something shorter: of %s minutes %s', (planned, minutes) => {
    const start = utc('2026-11-23T15:00');
    const next = judged('2026-11-23', 'upcoming', { effective: { start, end: start + planned * MINUTE } });
    const slots = easierSlots(lineageOf([next]), utc('2026-11-20T18:00'));
    expect(slots?.minutes).toBe(minutes);
    expect(slots?.shorter).toEqual({ start, end: start + minutes * MINUTE });
    expect(slots?.later.start).toBe(start + (planned + 15) * MINUTE);
  });
});

test('what was put off was not done', () => {
  const steps = [gesture('2026-11-02T09:00'), gesture('2026-11-20T09:00', false)];
  expect(lastDone(steps, 'invited-again', MARCUS)).toBe(utc('2026-11-02T09:00'));
  expect(lastDone(steps, 'invited-again', DANA)).toBeNull();
  expect(lastDone(steps, 'read-own-side')).toBeNull();
});

describe('The note about the log is offered', () => {
  const told = (at: string, done: boolean, people = [MARCUS]) =>
    gesture(at, done, { does: 'told-of-record', people });
  const to = (gestures: readonly Gesture[]) =>
    peopleToTell([MARCUS, DANA], gestures, utc('2026-11-20T09:00')).map(({ key }) => key);

  test.each<[string, readonly Gesture[], readonly string[]]>([
    ['to everybody at first', [], [MARCUS.key, DANA.key]],
    ['to those who came later', [told('2026-10-26T09:00', true)], [DANA.key]],
    ['not within a week of "not now"', [told('2026-11-14T09:00', false, [MARCUS, DANA])], []],
    ['once more after a week', [told('2026-11-13T09:00', false, [MARCUS, DANA])], [MARCUS.key, DANA.key]],
    ['not a third time', [told('2026-11-01T09:00', false), told('2026-11-09T09:00', false)], [DANA.key]],
    [
      'not when it was sent after all',
      [told('2026-11-01T09:00', false), told('2026-11-02T09:00', true)],
      [DANA.key],
    ],
  ])('%s', (_, gestures, expected) => {
    expect(to(gestures)).toEqual(expected);
  });
});
