import { describe, expect, test } from 'vitest';
import { instantOf, isDate, spanOf, wallInstantOf } from '../../../src/graph/shapes/graph-times';
import { firstZone, zoneOf } from '../../../src/graph/shapes/zone-names';

const utc = (text: string) => Date.parse(text);

describe('A moment as Graph writes it', () => {
  test.each([
    ['2026-11-23T09:00:00.0000000', utc('2026-11-23T09:00:00Z')],
    ['2026-11-23T09:00:00Z', utc('2026-11-23T09:00:00Z')],
    ['2026-11-23T09:00:00.1239999Z', utc('2026-11-23T09:00:00.123Z')],
    ['2023-05-25T19:14:41.28Z', utc('2023-05-25T19:14:41.280Z')],
    ['2026-11-23T09:00', utc('2026-11-23T09:00:00Z')],
    ['2026-11-23T09:00:00+01:00', utc('2026-11-23T08:00:00Z')],
    ['2026-11-23T09:00:00-03:30', utc('2026-11-23T12:30:00Z')],
    ['0001-01-01T00:00:00Z', null],
    ['1601-01-01T00:00:00Z', null],
    ['2026-02-30T09:00:00Z', null],
    ['2026-13-01T09:00:00Z', null],
    ['2026-11-23T25:00:00Z', null],
    ['yesterday', null],
    ['', null],
    [null, null],
    [1795190700000, null],
  ])('%j is %j', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
  });
});

describe('A wall clock with its zone', () => {
  test.each([
    ['UTC', utc('2026-07-01T09:00:00Z')],
    ['tzone://Microsoft/Utc', utc('2026-07-01T09:00:00Z')],
    ['GMT Standard Time', utc('2026-07-01T08:00:00Z')],
    ['W. Europe Standard Time', utc('2026-07-01T07:00:00Z')],
    ['Pacific Standard Time', utc('2026-07-01T16:00:00Z')],
    ['America/New_York', utc('2026-07-01T13:00:00Z')],
    // Nobody knows these: the item's own zone counts.
    ['tzone://Microsoft/Custom', utc('2026-07-01T08:00:00Z')],
    ['', utc('2026-07-01T08:00:00Z')],
    [undefined, utc('2026-07-01T08:00:00Z')],
  ])('in %j', (timeZone, instant) => {
    expect(wallInstantOf({ dateTime: '2026-07-01T09:00:00.0000000', timeZone }, 'Europe/London')).toBe(
      instant,
    );
  });

  test('keeps its seconds', () => {
    expect(wallInstantOf({ dateTime: '2026-07-01T09:00:30.5', timeZone: 'GMT Standard Time' }, 'UTC')).toBe(
      utc('2026-07-01T08:00:30.500Z'),
    );
  });
});

describe('A span', () => {
  const time = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });

  test('of a day without time is from midnight to midnight in the zone of the item, however it is written', () => {
    const span = spanOf(
      time('2026-11-23T00:00:00.0000000'),
      time('2026-11-24T00:00:00.0000000'),
      'America/New_York',
      true,
    );
    expect(span).toEqual({
      ok: true,
      value: { start: utc('2026-11-23T05:00:00Z'), end: utc('2026-11-24T05:00:00Z') },
    });
  });

  test.each([
    [undefined, time('2026-11-23T09:00:00'), 'start-missing'],
    [null, time('2026-11-23T09:00:00'), 'start-missing'],
    [time('2026-11-23T09:00:00'), undefined, 'end-missing'],
    [time('soon'), time('2026-11-23T09:00:00'), 'start-unreadable'],
    [time('0001-01-01T00:00:00'), time('2026-11-23T09:00:00'), 'start-unreadable'],
    [time('2026-11-23T09:00:00'), 'later', 'end-unreadable'],
    [time('2026-11-23T09:00:00'), time('2026-11-23T08:59:00'), 'ends-before-it-starts'],
  ])('from %j to %j is refused: %s', (start, end, fault) => {
    expect(spanOf(start, end, 'UTC', false)).toEqual({ ok: false, fault });
  });
});

describe('A zone', () => {
  test.each([
    ['GMT Standard Time', 'Europe/London'],
    ['Europe/Berlin', 'Europe/Berlin'],
    ['UTC', 'UTC'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['tzone://Microsoft/Custom', null],
    ['Customized Time Zone', null],
    ['+01:00', null],
    ['', null],
    [7, null],
  ])('%j is %j', (name, zone) => {
    expect(zoneOf(name)).toBe(zone);
  });

  test('is the first of several that is one', () => {
    expect(firstZone('', 'tzone://Microsoft/Custom', 'India Standard Time', 'UTC')).toBe('Asia/Calcutta');
    expect(firstZone(null)).toBe('UTC');
  });
});

describe('A day', () => {
  test.each([
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['0001-01-01', false],
    ['2026-1-1', false],
  ])('%s: %j', (text, is) => {
    expect(isDate(text)).toBe(is);
  });
});
