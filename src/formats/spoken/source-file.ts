import type { SourceText } from '../../domain/candidates/candidate';
import type { Steps } from '../../domain/pace';
import { fail, type Result } from '../../domain/result';
import { decode } from '../attendance/decode';
import { docxText } from './docx-text';
import { LONGEST_SOURCE, readSource, type SourceFault } from './read-source';

/** More bytes than this no notes have, and no transcript. */
export const LARGEST_SOURCE = 20_000_000;

export type SourceFileFault = SourceFault | 'file-unreadable' | 'file-not-known' | 'file-too-large';

/** A `.vtt`, `.txt`, `.md` or `.docx`, told apart by what is in it. */
export function* readSourceFile(bytes: Uint8Array): Steps<Result<SourceText, SourceFileFault>> {
  if (bytes.length > LARGEST_SOURCE) return fail('file-too-large');
  if (isZip(bytes)) {
    const text = yield* docxText(bytes);
    if (text === 'docx-too-large') return fail('file-too-large');
    return text === 'docx-unreadable' ? fail('file-unreadable') : yield* readSource(text);
  }
  // Four bytes are the most a sign takes.
  if (bytes.length > 4 * LONGEST_SOURCE) return fail('source-too-long');
  const text = isOther(bytes) ? null : decode(bytes);
  return text === null ? fail('file-not-known') : yield* readSource(text);
}

const begins = (bytes: Uint8Array, signs: string): boolean =>
  [...signs].every((sign, at) => bytes[at] === sign.charCodeAt(0));

const isZip = (bytes: Uint8Array): boolean => begins(bytes, 'PK\u0003\u0004');
/** PDF, RTF and the Word files of before 2007 look like text to nobody. */
const isOther = (bytes: Uint8Array): boolean =>
  begins(bytes, '%PDF') || begins(bytes, '{\\rtf') || begins(bytes, '\u00D0\u00CF\u0011\u00E0');
