/** With a full stop at its end; an abbreviation brings its own. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Weekday, day and month as a language shortens them, of a day given at its UTC midnight. */
export function shortDay(language: string): (day: Date) => string {
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return (day) => format.format(day);
}
