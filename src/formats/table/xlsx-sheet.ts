import { DAY, type Instant } from '../../domain/time/time';
import { isLikeAFormula } from './formula';

/** A cell: text, number, truth value, a moment, or nothing. */
export type Cell = string | number | boolean | null | { readonly at: Instant };

export interface Sheet {
  readonly name: string;
  /** Of the columns, in letters. */
  readonly widths: readonly number[];
  /** Rows that stay in view; the last of them names the columns. */
  readonly frozenRows: number;
  readonly filter: boolean;
  /** Whether long text breaks inside its cell. */
  readonly wraps: boolean;
  /** Set up for paper: as wide as a page across, with the frozen rows on each. */
  readonly prints?: true;
  readonly rows: Rows;
}

/** As much of a list as a sheet needs, so that the cells of a large one need not all be there at once. */
export interface Rows {
  readonly length: number;
  readonly at: (index: number) => readonly Cell[] | undefined;
}

/** Indices into the cell formats of the package's styles. */
export const STYLES = { plain: 0, head: 1, moment: 2, quoted: 3, wrapped: 4 } as const;

/** Excel's largest cell. */
const TEXT_MAX = 32_767;
const ROWS_AT_ONCE = 100;

/** Texts of the whole workbook, each written once. */
export interface SharedTexts {
  readonly indexOf: (text: string) => number;
  readonly all: () => readonly string[];
}

export function createSharedTexts(): SharedTexts {
  const known = new Map<string, number>();
  return {
    indexOf: (text) => {
      const index = known.get(text) ?? known.size;
      known.set(text, index);
      return index;
    },
    all: () => [...known.keys()],
  };
}

/** `A`, `Z`, `AA`. */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** All cells of the sheet: `A1:AK20`. */
export const areaOf = ({ widths, rows, frozenRows }: Sheet): string =>
  `A${frozenRows}:${columnName(widths.length - 1)}${Math.max(rows.length, frozenRows)}`;

/** The sheet's XML in pieces: as one string a large log would be longer than a string can be. */
export function* sheetXml(sheet: Sheet, texts: SharedTexts, first: boolean): Generator<string> {
  const { frozenRows, widths, rows } = sheet;
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const names = widths.map((_, index) => columnName(index));
  // Rows of one occurrence differ in few cells, so each column remembers the cell above.
  const above = widths.map((): Written => ({ cell: null, tail: '' }));
  const fits = sheet.prints === true ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';
  yield `${XML_HEAD}<worksheet xmlns="${MAIN}">${fits}<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    `<cols>${columns.join('')}</cols><sheetData>`;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    let xml = '';
    for (let index = from; index < Math.min(from + ROWS_AT_ONCE, rows.length); index += 1) {
      const row = rows.at(index) ?? [];
      const isHead = index < frozenRows;
      xml += `<row r="${index + 1}">`;
      for (let column = 0; column < row.length; column += 1) {
        const cell = row[column] ?? null;
        let written = above[column];
        if (isHead || written === undefined || !isSame(written.cell, cell)) {
          written = { cell, tail: cellTail(cell, texts, styleOf(sheet, index, cell)) };
          if (!isHead) above[column] = written;
        }
        if (written.tail !== '') xml += `<c r="${names[column]}${index + 1}"${written.tail}`;
      }
      xml += '</row>';
    }
    yield xml;
  }
  const filter = sheet.filter ? `<autoFilter ref="${areaOf(sheet)}"/>` : '';
  yield `</sheetData>${filter}${sheet.prints === true ? PAGE : ''}</worksheet>`;
}

/** A4 across, as many pages long as it takes; margins in inches. */
const PAGE =
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';

/** A cell as it was written last: all of it but its place. */
interface Written {
  readonly cell: Cell;
  readonly tail: string;
}

const isSame = (a: Cell, b: Cell): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a?.at === b?.at && a !== null && b !== null);

function styleOf({ frozenRows, wraps }: Sheet, row: number, cell: Cell): number {
  if (row === frozenRows - 1) return STYLES.head;
  if (typeof cell === 'object' && cell !== null) return STYLES.moment;
  if (typeof cell !== 'string') return STYLES.plain;
  // Keeps it text even when somebody edits the cell.
  if (isLikeAFormula(cell)) return STYLES.quoted;
  return wraps && row >= frozenRows ? STYLES.wrapped : STYLES.plain;
}

/** What comes behind the place of a cell; empty where there is nothing to write. */
function cellTail(cell: Cell, texts: SharedTexts, style: number): string {
  if (cell === null || cell === '') return '';
  const start = style === STYLES.plain ? '' : ` s="${style}"`;
  if (typeof cell === 'number') return Number.isFinite(cell) ? `${start}><v>${rounded(cell)}</v></c>` : '';
  if (typeof cell === 'boolean') return `${start} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'object') {
    const days = serialDay(cell.at);
    return days === null ? '' : `${start}><v>${days}</v></c>`;
  }
  return `${start} t="s"><v>${texts.indexOf(cell)}</v></c>`;
}

/** To the millisecond of a minute. */
const rounded = (number: number): number => Number(number.toFixed(6));

/** Days since Excel's beginning, right from March 1900 on: its calendar has a 29 February 1900. */
function serialDay(at: Instant): number | null {
  const days = Math.floor(at / 1000) / (DAY / 1000) + 25_569;
  return days >= 61 && days < 2_958_466 ? days : null;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export const sharedTextXml = (text: string): string =>
  `<si><t xml:space="preserve">${xmlText(cut(text))}</t></si>`;

const cut = (text: string): string => (text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX - 1)}…`);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * XML has no place for most control characters; OOXML writes them `_x0007_`, and a text that looks so with its
 * underscore as `_x005F_`.
 */
export const xmlText = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, (sign) =>
      sign >= '\u007f' && sign <= '\u009f'
        ? sign
        : `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
