import type { SourcePassage, SourceText } from '../../domain/candidates/candidate';
import type { Steps } from '../../domain/pace';
import { fail, ok, type Result } from '../../domain/result';
import { speechInLines } from './pasted-speech';
import { isWebVtt, webVttPassages } from './web-vtt';

/** Three hours of speech are 400,000 signs, and notes of that length nobody reads. */
export const LONGEST_SOURCE = 1_000_000;

export type SourceFault = 'source-empty' | 'source-too-long';

/** Text as it was pasted, or as it stood in a file, in its passages. What form it has is told by the text itself. */
export function* readSource(text: string): Steps<Result<SourceText, SourceFault>> {
  if (text.length > LONGEST_SOURCE) return fail('source-too-long');
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  yield;
  if (lines.every((line) => line.trim() === '')) return fail('source-empty');
  if (isWebVtt(lines)) {
    const passages = yield* webVttPassages(lines);
    if (passages.length > 0) return ok({ form: 'speech', passages });
  }
  const spoken = yield* speechInLines(lines);
  return ok(spoken ? { form: 'speech', passages: spoken } : { form: 'notes', passages: lines.map(noteLine) });
}

const noteLine = (text: string, line: number): SourcePassage => ({
  text,
  line,
  speaker: null,
  begin: null,
  end: null,
});
