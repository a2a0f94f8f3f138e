import { describe, expect, test } from 'vitest';

import { dayNumber } from '../../../src/domain/time/days';
import { localDate } from '../../../src/domain/time/zone';
import { zoneOf } from '../../../src/graph/shapes/zone-names';
import { standInZone } from '../../../src/graph/shapes/zone-words';

/** 1: a zone written in words is resolved by what the words name; where they name none, nobody knows it. */

describe('1 a zone in words', () => {
  test.each([
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['(GMT-05:00) Eastern Time (US and Canada)', 'America/New_York'],
    ['(UTC-06:00) Central Time (US & Canada)', 'America/Chicago'],
    ['(UTC-07:00) Mountain Time (US & Canada)', 'America/Denver'],
    ['(UTC-08:00) Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['(UTC-07:00) Arizona', 'America/Phoenix'],
    ['(UTC-05:00) Indiana (East)', 'America/Indiana/Indianapolis'],
    ['(UTC-03:30) Newfoundland', 'America/St_Johns'],
    ['(UTC-10:00) Hawaii', 'Pacific/Honolulu'],
    ['(UTC-05:00) Bogota, Lima, Quito, Rio Branco', 'America/Bogota'],
    ['(UTC-03:00) Brasilia', 'America/Sao_Paulo'],
    ['(UTC+00:00) Dublin, Edinburgh, Lisbon, London', 'Europe/Dublin'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien', 'Europe/Amsterdam'],
    ['(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris', 'Europe/Madrid'],
    ['(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius', 'Europe/Helsinki'],
    ['(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', 'Asia/Calcutta'],
    ['(UTC+05:45) Kathmandu', 'Asia/Katmandu'],
    ['(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi', 'Asia/Shanghai'],
    ['(UTC+09:00) Osaka, Sapporo, Tokyo', 'Asia/Tokyo'],
    ['(UTC+10:00) Canberra, Melbourne, Sydney', 'Australia/Sydney'],
    ['(UTC+12:00) Auckland, Wellington', 'Pacific/Auckland'],
    // An older Windows, before the country moved its clocks.
    ['(UTC+02:00) Istanbul', 'Europe/Istanbul'],
    ['(UTC) Coordinated Universal Time', 'UTC'],
    ['(UTC-11:00) Coordinated Universal Time-11', 'Etc/GMT+11'],
    ['(UTC+13:00) Coordinated Universal Time+13', 'Etc/GMT-13'],
    ['(UTC-12:00) International Date Line West', 'Etc/GMT+12'],
    // An offset of nothing, in brackets, is one.
    ['(GMT) Casablanca, Monrovia', 'Africa/Monrovia'],
    ['(UTC-03:00) Salvador', 'America/Bahia'],
    ['(UTC-05:00) Haiti', 'America/Port-au-Prince'],
    ['(UTC-05:00) Chetumal', 'America/Cancun'],
    ['(UTC-07:00) Yukon', 'America/Whitehorse'],
    ['(UTC+05:00) Ekaterinburg', 'Asia/Yekaterinburg'],
    ['(UTC+04:00) Port Louis', 'Indian/Mauritius'],
    ['(UTC+11:00) Bougainville Island', 'Pacific/Bougainville'],
    ['(UTC+12:00) Petropavlovsk-Kamchatsky - Old', 'Asia/Kamchatka'],
    ['(UTC-02:00) Mid-Atlantic - Old', 'Atlantic/South_Georgia'],
    ['GMT+0100 (Central European Standard Time)', 'Europe/Warsaw'],
    ['W. Europe Daylight Time', 'Europe/Berlin'],
    ['GMT Summer Time', 'Europe/London'],
    ['America - New York', 'America/New_York'],
    ['America/Port-au-Prince', 'America/Port-au-Prince'],
    ['EST5EDT', 'EST5EDT'],
    ['Etc/GMT-1', 'Etc/GMT-1'],
    ['tzone://Microsoft/W. Europe Standard Time', 'Europe/Berlin'],
    ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'],
    ['Eastern Time (US & Canada)', 'America/New_York'],
  ])('%s is %s', (words, zone) => {
    expect(zoneOf(words)).toBe(zone);
  });

  test.each([
    'Customized Time Zone',
    'tzone://Microsoft/Custom',
    '',
    '(UTC-05:00)',
    '(UTC+01:00) Mitteleuropa',
    'Somewhere (UTC+01:00)',
    // Engines take these for zones without clock changes, which nobody has said.
    'GMT-0500',
    'GMT+01:00',
    'UTC+05:30',
    '+01:00',
    'Mitteleuropäische Zeit',
    'London, Tokyo',
    '(UTC+09:00) London',
    'x'.repeat(5000),
    `(UTC+01:00) ${'Berlin, '.repeat(3000)}`,
  ])('nobody knows %j', (words) => {
    expect(zoneOf(words)).toBeNull();
  });
});

describe('1 a stand-in for a zone that nobody knows', () => {
  test.each([
    ['2026-11-03T01:00:00Z', '2026-11-02', 'Europe/London', 'the evening before, in the west'],
    ['2026-11-02T23:30:00Z', '2026-11-03', 'Europe/London', 'the next morning, in the east'],
    ['2026-11-02T15:00:00Z', '2026-11-02', 'Europe/London', 'the same day'],
    ['2026-11-02T12:00:00Z', '2026-11-03', 'UTC', 'as far east as there is'],
  ])('%s on %s, for a mailbox in %s: %s', (first, day, zone) => {
    const standIn = standInZone(Date.parse(first), dayNumber(day), zone);
    expect(localDate(Date.parse(first), standIn)).toBe(day);
  });
});
