import type { Place, SourceQuote } from '../../domain/facts/things/source-quote';

/** Where it stands: `line 12`; `Ana Berg, 1:04:05`; of speech without times `Ana Berg, line 12`. */
export function placeWords({ line, speaker, begin }: Place): string {
  const said = speaker === null ? '' : `${speaker}, `;
  if (begin === null) return `${said}line ${line}`;
  const [hours, minutes, seconds] = [begin / 3600, (begin / 60) % 60, begin % 60].map(Math.floor);
  const two = (number: number | undefined) => String(number ?? 0).padStart(2, '0');
  return `${said}${hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`}`;
}

/** Out of what something with these words was made: `notes, line 8`, with the quote where that says more (16). */
export function sourceWords(quoted: SourceQuote, own: string): string {
  const said = quoted.quote === own ? '' : `: “${quoted.quote}”`;
  const isSpeech = quoted.speaker !== null || quoted.begin !== null;
  return `${isSpeech ? 'a transcript' : 'notes'}, ${placeWords(quoted)}${said}`;
}

/** The same behind the words: `; from notes, line 8`; empty where it was made of nothing. */
export const quotedWords = (quoted: SourceQuote | undefined, own: string): string =>
  quoted === undefined ? '' : `; from ${sourceWords(quoted, own)}`;

/** For the copy of one person: nobody else is named in it, and a transcript names people whom no log knows (9). */
export const quotedFor = (quoted: SourceQuote | undefined, own: string, person: string): string =>
  quoted === undefined || quoted.speaker === null || quoted.speaker === person
    ? quotedWords(quoted, own)
    : `; from a transcript, line ${quoted.line}`;
