import { afterSigns, labelWithin } from './label';
import { type LabelMeaning, meaningOf } from './label-words';
import { isLabelAlone, type NoteRow } from './note-row';
import { comparedWords } from './phrases';

/** A passage that the notes themselves mark: by a label before it, a heading above it, or a column of a table. */
export interface MarkedItem {
  readonly meaning: LabelMeaning;
  /** As the notes number it. */
  readonly number: string | null;
  readonly from: number;
  readonly to: number;
  /** Where the words begin in the first line, and end in the last. */
  readonly begin: number;
  readonly end: number;
}

interface Section {
  readonly meaning: LabelMeaning;
  /** As of a heading; 8 for a label alone in its line. */
  readonly level: number;
  readonly indent: number;
  readonly bulleted: boolean;
  /** `Decision 61.1` alone in its line: what follows is that one decision. */
  readonly number: string | null;
  itemIndent: number | null;
  itemBulleted: boolean;
  /** A blank line stood after the last item. */
  gap: boolean;
}

/** A line shorter than this was ended on purpose, and not by the edge of a window. */
const WRAPPED_FROM = 60;
/** Above this share of lines that somebody is named to speak, the notes are a dialogue. */
const DIALOGUE = 0.2;

export const isDialogue = (rows: readonly NoteRow[]): boolean => {
  const told = rows.filter(({ blank }) => !blank);
  return told.length > 0 && told.filter(({ speaker }) => speaker !== null).length / told.length > DIALOGUE;
};

/** All that is marked, in the order of the lines. */
export function markedItems(rows: readonly NoteRow[]): readonly MarkedItem[] {
  const items: MarkedItem[] = [];
  const dialogue = isDialogue(rows);
  let section: Section | null = null;
  let columns: readonly (LabelMeaning | null)[] | null = null;
  for (const [at, row] of rows.entries()) {
    if (row.blank) {
      if (section) section.gap = true;
      columns = null;
      continue;
    }
    if (row.rule) continue;
    if (row.cells) {
      if (rows[at + 1]?.rule && row.cells) {
        columns = row.cells.map((cell) => cellMeaning(row, cell));
        continue;
      }
      const cell = cellItem(row, columns, section?.meaning ?? null);
      if (cell) items.push(cell);
      if (cell || row.cells.length > 1) continue;
    }
    if (row.label) {
      if (isLabelAlone(row)) {
        if (row.speaker === null && (row.label.signed || !ANSWERS.test(row.text)))
          section = opened(row, row.label.meaning);
      } else {
        items.push(itemOf(row, row.label.meaning, row.label.rest, row.label.number));
        if (section && !within(section, row)) section = null;
        else if (section) Object.assign(section, { gap: false });
      }
      continue;
    }
    const inner = row.heading > 0 || section ? null : labelWithin(row.text, row.start);
    if (inner) {
      items.push(itemOf(row, inner.meaning, inner.rest));
      continue;
    }
    if (row.heading > 0) {
      if (section && row.heading <= section.level) section = null;
      continue;
    }
    if (!section) {
      extendLast(items, rows, row);
      continue;
    }
    if (!covers(section, row, dialogue)) {
      section = null;
      extendLast(items, rows, row);
      continue;
    }
    if (leadsIn(rows, row)) continue;
    if (beginsItem(section, row, rows[at - 1])) {
      items.push(itemOf(row, section.meaning, row.start, section.number));
      section.itemIndent ??= row.indent;
      section.itemBulleted ||= row.bullet;
    } else extendLast(items, rows, row);
    section.gap = false;
  }
  return items;
}

const opened = (row: NoteRow, meaning: LabelMeaning): Section => ({
  meaning,
  level: row.heading > 0 && (row.heading < 7 || !row.bullet) ? row.heading : 8,
  indent: row.indent,
  bulleted: row.bullet,
  number: row.label?.number ?? null,
  itemIndent: null,
  itemBulleted: false,
  gap: false,
});

const itemOf = (
  row: NoteRow,
  meaning: LabelMeaning,
  begin: number,
  number: string | null = null,
): MarkedItem => ({
  meaning,
  number,
  from: row.at,
  to: row.at,
  begin,
  end: row.text.trimEnd().length,
});

const within = (section: Section, row: NoteRow) =>
  section.level < 8 ||
  (section.bulleted ? row.indent > section.indent : row.indent >= section.indent && !section.gap);

function covers(section: Section, row: NoteRow, dialogue: boolean): boolean {
  const filled = section.itemIndent !== null;
  if (dialogue && row.speaker !== null && !row.bullet && filled) return false;
  if (section.level < 8)
    return !(section.level === 7 && filled && section.gap && section.itemBulleted && !row.bullet);
  if (section.bulleted) return row.indent > section.indent;
  if (row.indent < section.indent) return false;
  return !(filled && section.gap && (!row.bullet || !section.itemBulleted));
}

/** `The team decided:` before a list says nothing by itself. */
function leadsIn(rows: readonly NoteRow[], { at, bullet, text }: NoteRow): boolean {
  if (bullet) return false;
  const next = rows[at + 1]?.blank ? rows[at + 2] : rows[at + 1];
  return next?.bullet === true && (/[:：]$/.test(text.trim()) || comparedWords(text).length <= 1);
}

function beginsItem(section: Section, row: NoteRow, before: NoteRow | undefined): boolean {
  if (section.itemIndent === null) return true;
  if (section.number !== null) return false;
  if (row.bullet) return row.indent <= section.itemIndent + 1 || !section.itemBulleted;
  if (section.gap) return row.indent <= section.itemIndent + 1;
  if (section.itemBulleted) return false;
  const last = before?.text.trimEnd() ?? '';
  return last.length < WRAPPED_FROM || (/[.!?]$/.test(last) && /^\s*[\p{Lu}\d]/u.test(row.text));
}

/** What stands below an item without a mark of its own, and deeper or wrapped, still is part of it. */
function extendLast(items: MarkedItem[], rows: readonly NoteRow[], row: NoteRow): void {
  const last = items.at(-1);
  if (!last || last.to !== row.at - 1) return;
  const first = rows[last.from];
  const before = rows[last.to];
  if (!first || !before) return;
  const wrapped =
    !row.bullet &&
    row.speaker === null &&
    (row.indent > first.indent ||
      (before.text.trimEnd().length >= WRAPPED_FROM && /^\s*\p{Ll}/u.test(row.text)));
  const deeper =
    row.bullet &&
    row.indent > first.indent &&
    last.to - last.from < 2 &&
    last.end - last.begin < 25 &&
    last.from === last.to;
  if (wrapped || deeper) items[items.length - 1] = { ...last, to: row.at, end: row.text.trimEnd().length };
}

/** What somebody says alone, to agree. */
const ANSWERS =
  /agreed|approved|carried|adopted|consensus|angenommen|genehmigt|einverstanden|approuvé|accord|aprobado|acuerdo/i;

const cellMeaning = ({ text }: NoteRow, [from, to]: readonly [number, number]) =>
  meaningOf(comparedWords(text.slice(from, to)).filter((word) => !/\d/.test(word)));

/** Letters in a cell, but for those of addresses. */
const wordiness = ({ text }: NoteRow, [from, to]: readonly [number, number]) =>
  comparedWords(text.slice(from, to).replace(/https?:\/\/\S+/g, '')).join('').length;

/** A row of a table is marked by a cell, by the head of a column, or by the section in which the table stands. */
function cellItem(
  row: NoteRow,
  columns: readonly (LabelMeaning | null)[] | null,
  section: LabelMeaning | null,
): MarkedItem | null {
  const cells = row.cells ?? [];
  const own = cells.map((cell) => cellMeaning(row, cell)).find((meaning) => meaning !== null) ?? null;
  const others = cells.filter((cell) => cellMeaning(row, cell) === null);
  const longest = others.reduce<readonly [number, number] | null>(
    (best, cell) => (best && wordiness(row, best) >= wordiness(row, cell) ? best : cell),
    null,
  );
  const column = columns?.findIndex((meaning) => meaning !== null) ?? -1;
  const meaning = own ?? columns?.[column] ?? section;
  if (!longest || !meaning) return null;
  const headed = own === null && column >= 0 && columns?.length === cells.length ? cells[column] : undefined;
  const [begin, end] = headed && /\p{L}{3}/u.test(row.text.slice(...headed)) ? headed : longest;
  if (own !== null && columns === null && section === null && cells.length > 3) return null;
  const number =
    others.map(([from, to]) => row.text.slice(from, to)).find((text) => /^\d+(?:\.\d+)*$/.test(text)) ?? null;
  return { meaning, number, from: row.at, to: row.at, begin: afterSigns(row.text, begin), end };
}
