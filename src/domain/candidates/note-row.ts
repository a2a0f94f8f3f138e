import { afterSigns, type Label, labelAt } from './label';

/** What a line of notes looks like, before anything is asked about its words. */
export interface NoteRow {
  readonly at: number;
  readonly text: string;
  readonly blank: boolean;
  readonly indent: number;
  readonly bullet: boolean;
  /** 1 to 6 as in Markdown, 7 for a line that is bold or large as a whole; 0 where it is none. */
  readonly heading: number;
  /** Where the words begin, behind bullets, numbers, times and signs. */
  readonly start: number;
  readonly speaker: string | null;
  /** Where the words behind the speaker begin. */
  readonly body: number;
  readonly label: Label | null;
  /** The cells of a row of a table, as places in the line. */
  readonly cells: readonly (readonly [number, number])[] | null;
  readonly rule: boolean;
}

const HEADING = /^(#{1,6})\s/;
const BULLET = /^(?:[-*+•◦▪●○–—·✓✔☑✅➜►»]|\[[ xX]?\]|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z])[.)])(?=\s)/;
const BARE_NUMBER = /^\d{1,2}\.\d{1,2}(?=\s)/;
const TIME = /^(?:\[\d{1,2}:\d\d(?::\d\d)?\]|\(\d{1,2}:\d\d(?::\d\d)?\)|\d{1,2}:\d\d(?::\d\d)?)(?=\s)/;
const NICK = /^<([^<>\s]{1,30})>/;
const SPEAKER =
  /^(?:\*\*|__)?([\p{L}\p{N}][^:*_|<>[\](){}"?!\n]{0,38}?)(?: ?\([^()]{1,40}\))?(?:\*\*|__)?:(?:\*\*|__)?(?=\s|$)/u;
/** A line that opens a topic by its name, as logs of W3C meetings do. */
const TOPIC =
  /^(?:(?:sub)?topic|agenda item|agendum|thema|tagesordnungspunkt|top \d{1,2}|sujet|point \d{1,2}|tema|punto \d{1,2}) ?[^:]{0,12}:/i;
const BOLD_LINE = /^(?:\*\*[^*]+\*\*|__[^_]+__):?$/;

export function noteRow(text: string, at: number): NoteRow {
  const first = text.length - text.trimStart().length;
  const line = text.trim();
  const heading = headingOf(line);
  const start = wordsBegin(text, first);
  const label = line === '' ? null : labelAt(text, start);
  const [speaker, body] = label ? [null, start] : speakerAt(text, start);
  return {
    at,
    text,
    blank: /^[\s*_>]*$/.test(line),
    indent: indentOf(text),
    bullet: BULLET.test(line.replace(/^(?:>\s?)+/, '')),
    heading,
    start,
    speaker,
    body,
    label: label ?? (speaker === null ? null : labelAt(text, wordsBegin(text, body))),
    cells: cellsOf(text),
    rule: line !== '' && /^[\s|:=\-_*+]+$/.test(line),
  };
}

function indentOf(text: string): number {
  let indent = 0;
  for (const sign of text) {
    if (sign === ' ' || sign === '\u00A0') indent += 1;
    else if (sign === '\t') indent += 4;
    else break;
  }
  return indent;
}

function headingOf(line: string): number {
  const level = HEADING.exec(line)?.[1]?.length ?? 0;
  if (level > 0) return level;
  if (TOPIC.test(line)) return 3;
  if (line.length > 80) return 0;
  if (BOLD_LINE.test(line)) return 7;
  const words = line.match(/\p{L}{2,}/gu) ?? [];
  return words.length > 0 &&
    line === line.toUpperCase() &&
    !/[.?!,;]$/.test(line) &&
    /^[\p{Lu}\d]/u.test(line) &&
    words.join('').length >= 5
    ? 7
    : 0;
}

/** Behind bullets, numbers, times, quotes and the signs of bold text, as often as they come. */
function wordsBegin(text: string, from: number): number {
  let at = from;
  for (let turns = 0; turns < 8; turns++) {
    const rest = text.slice(at, at + 60);
    const found =
      /^\s+/.exec(rest) ??
      /^#{1,6}(?=\s)/.exec(rest) ??
      /^(?:\*\*|__|>|\|)+/.exec(rest) ??
      BULLET.exec(rest) ??
      BARE_NUMBER.exec(rest) ??
      TIME.exec(rest) ??
      /^(?:\p{So}|\p{Sk}|\u200D|\uFE0F)+/u.exec(rest) ??
      /^[*_](?=\S)/.exec(rest);
    if (!found) break;
    at += found[0].length;
  }
  return at;
}

function speakerAt(text: string, start: number): readonly [string | null, number] {
  const rest = text.slice(start, start + 90);
  const nick = NICK.exec(rest);
  if (nick) return [nick[1] ?? null, start + nick[0].length];
  const before = text.slice(Math.max(0, start - 2), start);
  const found = SPEAKER.exec(before === '**' || before === '__' ? `${before}${rest}` : rest);
  const name = found?.[1]?.trim() ?? '';
  // At most four words, and none of a sentence: a name.
  if (!found || name.split(/\s+/).length > 4) return [null, start];
  const end = start + found[0].length - (found[0].startsWith(before) && before.trim() !== '' ? 2 : 0);
  return [name, end];
}

function cellsOf(text: string): readonly (readonly [number, number])[] | null {
  const sign = text.includes('|') ? '|' : text.includes('\t') ? '\t' : null;
  if (sign === null || (sign === '\t' && text.trimStart().length < text.length)) return null;
  const cells: [number, number][] = [];
  let begin = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && text[at] !== sign) continue;
    let [from, to] = [begin, at];
    while (from < to && /[\s*_]/.test(text[from] ?? '')) from += 1;
    while (to > from && /[\s*_]/.test(text[to - 1] ?? '')) to -= 1;
    if (to > from) cells.push([from, to]);
    begin = at + 1;
  }
  return cells.length >= 2 || (cells.length === 1 && text.trimStart().startsWith('|')) ? cells : null;
}

/** Whether nothing but the label stands in the line. */
export const isLabelAlone = ({ text, label }: NoteRow): boolean =>
  label !== null && afterSigns(text, label.rest) >= text.length;
