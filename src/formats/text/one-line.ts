import { withoutAtEnd } from './text-end';

/**
 * Text that stays on its line: line breaks and control characters become a space. A header value with a line
 * break would begin another header. Half a surrogate pair is no letter and cannot be sent.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/ {2,}/g, ' ')
    .trim();

/** The first letter as it begins a sentence. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** At most so many words, with a sign that there are more. */
export function inWords(text: string, most: number): string {
  const words = text.split(' ').filter((word) => word !== '');
  let left = most;
  // A sign between words is none.
  const kept = words.filter((word) => {
    if (/[\p{L}\p{N}]/u.test(word)) left--;
    return left >= 0;
  });
  if (kept.length === words.length) return text;
  return `${withoutAtEnd(kept.join(' '), /[\s,;:–-]/)}…`;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most so many UTF-16 units, cut between words where that is near and never inside a letter or an emoji. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let kept = '';
  // No grapheme of these first ones can be missed by looking at a little more than fits.
  for (const { segment } of graphemes.segment(text.slice(0, longest + 32))) {
    if (kept.length + segment.length > longest - 1) break;
    kept += segment;
  }
  const space = kept.lastIndexOf(' ');
  return `${withoutAtEnd(space > longest / 2 ? kept.slice(0, space) : kept, /[\s,;:–-]/)}…`;
}
