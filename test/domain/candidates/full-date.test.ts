import { expect, test } from 'vitest';
import { fullDateIn } from '../../../src/domain/candidates/full-date';

test.each([
  ['an ISO date', 'ship on 2027-01-12', '2027-01-12'],
  ['day, month and year', 'on 12 January 2027', '2027-01-12'],
  ['with an ordinal', 'the 3rd of March, 2027', '2027-03-03'],
  ['the month first', 'March 3, 2027', '2027-03-03'],
  ['as speech is written down', 'March, 18, 2028', '2028-03-18'],
  ['with a space too many', 'April  19, 2022', '2022-04-19'],
  ['in German', 'am 12. Januar 2027', '2027-01-12'],
  ['in German, in figures', 'bis 12.01.2027', '2027-01-12'],
  ['in French', 'le 1er mars 2027', '2027-03-01'],
  ['in Spanish', 'el 12 de enero de 2027', '2027-01-12'],
  ['a day without its year', 'on 12 January', null],
  ['a month', 'in May 2027', null],
  ['what can be read in two ways', '4/5/2026', null],
  ['a day that no calendar has', '30 February 2027', null],
  ['now, and a length of time', 'now, in 2-3 weeks', null],
  ['the path of a link', 'https://example.com/2016/06/17/update', null],
])('%s: “%s” is %s (16)', (_what, quote, date) => {
  expect(fullDateIn(quote)).toBe(date);
});
