import type { Steps } from '../../domain/pace';
import { lineAt } from '../shapes/json-position';
import { withoutAtEnd } from '../text/text-end';

/** A log with one fact a line. */
export interface LinedLog {
  /** As JSON would have given it. */
  readonly file: unknown;
  /** The line of the first fact. */
  readonly firstLine: number;
}

/** What the facts begin with, and end with. */
const OPENING = '\n"facts": [';
const END = ']';
/** Lines between two steps. */
const LINES = 50;

/**
 * Reads a log line by line, as exports are written: a hundred megabytes read at once would keep a tap waiting for
 * seconds. Null where it is anything else, sound or not: then it has to be read whole. No line break can lie inside a
 * text of JSON, so a head and an end that fit together, and lines that are JSON each, are JSON together.
 */
export function* readingLines(text: string, onRead: (signs: number) => void): Steps<LinedLog | null> {
  const opening = text.indexOf(OPENING);
  const begin = text.indexOf('\n', opening + OPENING.length) + 1;
  const isLined = text.slice(opening + OPENING.length, begin).trim() === '';
  if (opening === -1 || begin === 0 || !isLined) return null;
  const facts: unknown[] = [];
  let more = true;
  for (let from = begin; ; ) {
    const to = text.indexOf('\n', from);
    if (to === -1) return null;
    const line = withoutAtEnd(text.slice(from, to), /[ \t\r]/);
    if (line === END) {
      if (more) return null;
      const file = parsed(text.slice(0, begin) + text.slice(from));
      if (typeof file !== 'object' || file === null || !('facts' in file)) return null;
      return { file: { ...file, facts }, firstLine: lineAt(text, begin) };
    }
    // After a fact without a comma only the end may come.
    if (!more) return null;
    more = line.endsWith(',');
    const fact = parsed(more ? line.slice(0, -1) : line);
    if (fact === undefined) return null;
    facts.push(fact);
    from = to + 1;
    if (facts.length % LINES === 0) {
      onRead(from);
      yield;
    }
  }
}

/** `undefined` is what no JSON says. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
