import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { wholeDaysIn } from '../../../../src/domain/judge/judged/whole-days';
import { instantAt, localDate } from '../../../../src/domain/time/zone';
import { occurrenceWords } from '../../../../src/ui/words/outcomes';
import { timeWords } from '../../../../src/ui/words/times';
import { judged, lineageOf } from '../../builders/judged-month';

const ZONES = [
  ...['Pacific/Kiritimati', 'Pacific/Auckland', 'Asia/Kolkata', 'Europe/London'],
  ...['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu', 'Pacific/Pago_Pago'],
];
const anyZone = fc.constantFrom(...ZONES);
const anyDate = fc.nat(1000).map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
const next = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const daysIn = (zone: string, date: string) => ({
  start: instantAt(date, 0, zone),
  end: instantAt(next(date), 0, zone),
});

describe('1 An occurrence of a whole day', () => {
  test('stands on its dates in whatever zone somebody looks at it', () => {
    fc.assert(
      fc.property(anyZone, anyZone, anyDate, anyDate, (zone, own, planned, moved) => {
        const [original, effective] = [daysIn(zone, planned), daysIn(zone, moved)];
        const one = judged(planned, 'held-moved', {
          ...{ allDay: true, zone, original, effective },
          moves: [
            {
              from: original,
              to: effective,
              notice: { at: null, minutes: 1, lower: null, upper: null, class: 'short-notice' },
              by: null,
            },
          ],
          reasons: [
            { rule: '5.4', what: 'moved', grade: 'documented', at: 0, to: effective, fact: 'sighting' },
          ],
        });
        const [seen] = wholeDaysIn(lineageOf([one], { zone }), own).occurrences;
        const date = (at: number | undefined) => localDate(at ?? 0, own);
        expect([date(seen?.original.start), date(seen?.effective.start)]).toEqual([planned, moved]);
        expect([date(seen?.original.end), date(seen?.effective.end)]).toEqual([next(planned), next(moved)]);
        expect([date(seen?.moves[0]?.to.start), date(seen?.reasons[0]?.to?.start)]).toEqual([moved, moved]);
        const words = seen && occurrenceWords(seen, timeWords(own), 0);
        expect(words).toContain(timeWords('UTC').day(Date.parse(`${planned}T12:00:00Z`)));
      }),
    );
  });

  test('leaves those with a time alone', () => {
    const lineage = lineageOf([judged('2026-11-24', 'held')]);
    expect(wholeDaysIn(lineage, 'Asia/Tokyo')).toBe(lineage);
  });
});
