import type { Holidays } from '../world';

/** Public holidays of the autumn of 2026, where the sample month's two countries differ. */
export const sampleHolidays: Holidays = {
  choices: { priya: 'GB', marcus: 'US' },
  countries: {
    GB: {
      name: 'United Kingdom',
      days: [
        { date: '2026-08-31', name: 'Summer bank holiday' },
        { date: '2026-12-25', name: 'Christmas Day' },
        { date: '2026-12-28', name: 'Boxing Day (substitute day)' },
      ],
    },
    US: {
      name: 'United States',
      days: [
        { date: '2026-09-07', name: 'Labor Day' },
        { date: '2026-10-12', name: 'Columbus Day' },
        { date: '2026-11-11', name: 'Veterans Day' },
        { date: '2026-11-26', name: 'Thanksgiving Day' },
        { date: '2026-12-25', name: 'Christmas Day' },
      ],
    },
  },
};
