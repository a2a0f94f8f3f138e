/** 5.2: `same-day-or-12h`, or a number of minutes. */
export type WindowRule = 'same-day-or-12h' | { readonly minutes: number };

export const SAME_DAY: WindowRule = 'same-day-or-12h';

/** The windows a person can choose by their name, in hours, as they are offered; any number of minutes can be typed. */
export const WINDOW_HOURS = [24, 1, 4, 48] as const;

/** As 5.2 and the exports spell it: `same-day-or-12h`, `24h`, `1h`, `90min`. */
export function windowRuleName(rule: WindowRule): string {
  if (rule === 'same-day-or-12h') return rule;
  const hours = WINDOW_HOURS.find((one) => one * 60 === rule.minutes);
  return hours === undefined ? `${rule.minutes}min` : `${hours}h`;
}
