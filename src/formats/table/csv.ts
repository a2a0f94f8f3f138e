import { defused } from './formula';

/** Without it Excel reads UTF-8 as the machine's old code page. */
export const BOM = '\uFEFF';
export const END_OF_LINE = '\r\n';

/** A semicolon too: where the comma is the decimal sign, spreadsheets cut cells there. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A text as a cell (RFC 4180). Apostrophes make text of what could begin a formula, and leave all of it to be read. */
export const textCell = (text: string): string => quoted(defused(text));

/** Rows of texts as a file, header row first. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `${BOM}${rows.map((row) => row.map(textCell).join(',')).join(END_OF_LINE)}${END_OF_LINE}`;
