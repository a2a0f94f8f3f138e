/** The measures of section 7.1, in its order. */
export const MEASURES = [
  'went-ahead',
  'there-when-it-started',
  'notice-given',
  'short-or-no-notice',
  'minutes-together',
  'moves',
  'short-notice-moves',
  'coverage',
  'decisions-told',
] as const;
export type MeasureName = (typeof MEASURES)[number];
