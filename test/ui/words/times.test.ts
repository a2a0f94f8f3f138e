import { describe, expect, test } from 'vitest';

import { agoWords, listWords, minuteWords, shortMinutes, timeWords } from '../../../src/ui/words/times';
import { instantOfField } from '../../../src/ui/words/typed-time';
import { NOW, utc } from '../fixture';

describe('Times in words', () => {
  test.each([
    ['2026-11-20T15:40', 'Europe/London', '2026-11-20T15:40'],
    ['2026-07-01T15:00', 'Europe/London', '2026-07-01T14:00'],
    ['2026-11-20T10:40', 'America/New_York', '2026-11-20T15:40'],
    ['2026-11-20T21:10', 'Asia/Kolkata', '2026-11-20T15:40'],
  ])('a field that says %s in %s means %s UTC, and reads back the same', (field, zone, expected) => {
    const at = instantOfField(field, zone);
    expect(at).toBe(utc(expected));
    expect(timeWords(zone).field(at ?? 0)).toBe(field);
  });

  test('a field that holds no whole moment means nothing', () => {
    expect(instantOfField('', 'Europe/London')).toBeNull();
    expect(instantOfField('2026-11-20', 'Europe/London')).toBeNull();
  });

  test.each([
    [0, '0 min'],
    [0.4, 'under 1 min'],
    [59.9, '59 min'],
    [60, '1 h'],
    [1440, '1 day'],
    [1500, '1 day 1 h'],
  ])('%d minutes are "%s": never rounded up', (minutes, words) => {
    expect(minuteWords(minutes)).toBe(words);
  });

  test.each([
    [10, '10 min'],
    [90, '90 min'],
    [1290, '21 h'],
    [4320, '3 d'],
  ])('%d minutes fit a tile as "%s"', (minutes, words) => {
    expect(shortMinutes(minutes)).toBe(words);
  });

  test('how long ago is said in minutes, and at once as "just now"', () => {
    expect(agoWords(NOW - 20_000, NOW)).toBe('just now');
    expect(agoWords(NOW - 120_000, NOW)).toBe('2 min ago');
  });

  test('a list of names reads as people say it', () => {
    expect(listWords([])).toBe('');
    expect(listWords(['Marcus'])).toBe('Marcus');
    expect(listWords(['Marcus', 'Dana', 'Sam'])).toBe('Marcus, Dana and Sam');
  });
});
