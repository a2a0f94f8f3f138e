import type { Weekday } from '../../domain/time/time';

/** In English, as screens and papers for the owner say them. */
export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  ...{ monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday' },
  ...{ friday: 'Friday', saturday: 'Saturday', sunday: 'Sunday' },
};
