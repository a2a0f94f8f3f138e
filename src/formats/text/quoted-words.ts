import type { Place, SourceQuote } from '../../domain/facts/things/source-quote';

/** Where it stands: `line 12`, or `Ana Berg, 1:04:05`. */
export function placeWords({ line, speaker, begin }: Place): string {
  if (begin === null) return `line ${line}`;
  const [hours, minutes, seconds] = [begin / 3600, (begin / 60) % 60, begin % 60].map(Math.floor);
  const two = (number: number | undefined) => String(number ?? 0).padStart(2, '0');
  const time = hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
  return speaker === null ? time : `${speaker}, ${time}`;
}

/** Out of what something with these words was made: `notes, line 8`, with the quote where that says more (16). */
export function sourceWords(quoted: SourceQuote, own: string): string {
  const said = quoted.quote === own ? '' : `: “${quoted.quote}”`;
  return `${quoted.begin === null ? 'notes' : 'a transcript'}, ${placeWords(quoted)}${said}`;
}

/** The same behind the words: `; from notes, line 8`; empty where it was made of nothing. */
export const quotedWords = (quoted: SourceQuote | undefined, own: string): string =>
  quoted === undefined ? '' : `; from ${sourceWords(quoted, own)}`;
