import { describe, expect, test } from 'vitest';

import { checkNotes, NOTE_MAX, sealedText } from '../../../../src/domain/facts/entered/look-back';
import { lookBackOn, monthsOf, notRecordedIn, spanOfMonth } from '../../../../src/domain/measure/months';
import { HOUR } from '../../../../src/domain/time/time';
import { decision, goldenMonth, judged, lineageOf, recap } from '../../builders/judged-month';
import { MARCUS, utc } from '../../builders/readings';

const ZONE = 'Europe/London';
const NOTES = { keep: 'the short ones', drop: '', delegate: '' };
const told = {
  decisions: [decision(11, { occurrence: 'daily/2026-10-29' })],
  recaps: [recap('r1', '2026-10-29', 'sent', { decisions: ['d11'], to: [MARCUS] })],
};
const numbersOf = (month: string) =>
  Object.fromEntries(
    lookBackOn(goldenMonth(), told, month, ZONE, NOTES).numbers.map(
      ({ name, count, of, percent, low, high }) => [
        name,
        [count, of, ...(percent === null ? [] : [percent, low, high])],
      ],
    ),
  );

describe('A month looked back on', () => {
  test('has its own numbers: counts below ten, a range from ten on (7.1)', () => {
    expect(numbersOf('2026-10')).toMatchObject({
      'went-ahead': [2, 5],
      'short-or-no-notice': [2, 5],
      'decisions-told': [1, 1],
    });
    expect(numbersOf('2026-11')).toMatchObject({
      'went-ahead': [6, 10, 60, 31, 83],
      coverage: [10, 11, 91, 62, 98],
    });
  });

  test('is listed where something was due in it, newest first, by the clocks of the owner', () => {
    const now = utc('2026-11-20T18:00');
    expect(monthsOf(goldenMonth(), ZONE, now)).toEqual(['2026-11', '2026-10']);
    const late = judged('2026-10-31', 'held', {
      effective: { start: utc('2026-10-31T23:30'), end: utc('2026-11-01T00:00') },
    });
    expect(monthsOf(lineageOf([late]), 'Europe/London', now)).toEqual(['2026-10']);
    expect(monthsOf(lineageOf([late]), 'Europe/Berlin', now)).toEqual(['2026-11']);
    expect(monthsOf(lineageOf([judged('2026-11-04', 'excluded-away')]), ZONE, now)).toEqual([]);
  });

  test.each([
    ['2026-10', ZONE, '2026-09-30T23:00', '2026-11-01T00:00'],
    ['2026-12', 'UTC', '2026-12-01T00:00', '2027-01-01T00:00'],
    ['2026-03', ZONE, '2026-03-01T00:00', '2026-03-31T23:00'],
  ])('%s in %s lasts from %s to %s', (month, zone, start, end) => {
    expect(spanOfMonth(month, zone)).toEqual({ start: utc(start), end: utc(end) });
  });

  test('says how many nobody has said anything about', () => {
    expect(notRecordedIn(goldenMonth(), spanOfMonth('2026-11', ZONE))).toBe(1);
    expect(notRecordedIn(goldenMonth(), spanOfMonth('2026-10', ZONE))).toBe(0);
  });

  test('stays as it was when a rule changes; its seal covers numbers, notes and rules', () => {
    const then = lookBackOn(goldenMonth(), told, '2026-11', ZONE, NOTES);
    const later = lookBackOn(
      lineageOf(goldenMonth().occurrences.slice(0, 12), { window: { minutes: 5 } }),
      told,
      '2026-11',
      ZONE,
      NOTES,
    );
    expect(then.numbers).not.toEqual(later.numbers);
    const seals = [
      then,
      later,
      { ...then, keep: 'all' },
      { ...then, month: '2026-10' },
      { ...then, definitions: '1' },
      { ...then, window: { minutes: 60 } },
      { ...then, numbers: then.numbers.map((one) => ({ ...one, count: one.count + 1 })) },
    ].map(sealedText);
    expect(new Set(seals).size).toBe(seals.length);
    expect(sealedText({ ...then })).toBe(seals[0]);
  });

  test('says which note is too long, and keeps the others', () => {
    expect(checkNotes({ keep: ' a ', drop: 'x'.repeat(NOTE_MAX), delegate: '' })).toEqual({
      ok: true,
      value: { keep: 'a', drop: 'x'.repeat(NOTE_MAX), delegate: '' },
    });
    expect(checkNotes({ keep: '', drop: 'x'.repeat(NOTE_MAX + 1), delegate: 'x'.repeat(5000) })).toEqual({
      ok: false,
      fault: ['drop-too-long', 'delegate-too-long'],
    });
  });
});

test('a month begins an hour earlier where the clocks are ahead', () => {
  expect(spanOfMonth('2026-11', 'Europe/Berlin').start).toBe(spanOfMonth('2026-11', 'UTC').start - HOUR);
});
