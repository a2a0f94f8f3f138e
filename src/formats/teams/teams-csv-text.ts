/** Larger than the attendance of any meeting; a file of 200 MB is something else. */
export const LARGEST_TEAMS_CSV = 20_000_000;

export type TextFault = 'empty' | 'too-large' | 'not-text' | 'broken-quotes';

/** The cells of the file, trimmed, by line; or why it has none. */
export function readCells(bytes: Uint8Array): readonly (readonly string[])[] | TextFault {
  if (bytes.length > LARGEST_TEAMS_CSV) return 'too-large';
  const text = decoded(bytes);
  if (text === null) return 'not-text';
  if (text.trim() === '') return 'empty';
  return splitCells(text, separatorOf(text)) ?? 'broken-quotes';
}

/** Teams writes UTF-16 with a byte order mark; people who open and save the file make UTF-8 of it. */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : first !== 0 && second === 0
          ? 'utf-16le'
          : first === 0
            ? 'utf-16be'
            : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** Dates hold commas, so a tab anywhere settles it. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const count = (sign: string) => text.split(sign).length;
  return count(';') > count(',') ? ';' : ',';
}

/**
 * RFC 4180 with any separator. A quote means something only at the start of a cell, and not where the cell goes on
 * after it: `"Bo" Smith` is a name. null: a quote never ends.
 */
function splitCells(text: string, separator: string): readonly (readonly string[])[] | null {
  const plain = `[^${separator}\\r\\n]`;
  const cell = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)"|((?!")${plain}*|"${plain}*"${plain}+))(${separator}|\\r\\n|\\r|\\n|$)`,
    'y',
  );
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < text.length || row.length > 0) {
    const found = cell.exec(text);
    if (found === null) return null;
    const [, quoted, unquoted = '', end] = found;
    row.push(trimmed(quoted?.replaceAll('""', '"') ?? unquoted));
    if (end !== separator) {
      rows.push(row);
      row = [];
      if (end === '') break;
    }
  }
  return rows;
}

/** Some languages set marks of direction around numbers. */
const trimmed = (text: string): string => text.replace(/[\u200e\u200f\u202a-\u202e\uFEFF]/g, '').trim();
