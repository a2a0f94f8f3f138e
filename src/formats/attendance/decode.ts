import { inCodePage } from './code-page';

/** Of Teams, Zoom and every spreadsheet: bytes with a mark of their order, UTF-8, UTF-16, or what Windows calls ANSI. */
export function decode(bytes: Uint8Array): string | null {
  const marked = encodingByMark(bytes);
  if (marked !== null) return decodedAs(marked, bytes);
  return decodedAs('utf-8', bytes) ?? withoutMark(bytes) ?? inCodePage(bytes);
}

function encodingByMark([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** How much of a file is looked at for its encoding. */
const GLANCE = 4096;

/** UTF-16 without a mark: line breaks, separators and digits have a byte of 0, always on the same side. */
function withoutMark(bytes: Uint8Array): string | null {
  const zeros = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, GLANCE); at += 1) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even === odd) return null;
  return decodedAs(even > odd ? 'utf-16be' : 'utf-16le', bytes);
}

/** null where the bytes are no text in it. */
function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
