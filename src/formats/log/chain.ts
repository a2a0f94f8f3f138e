import { digestOf } from '../../domain/facts/things/digest';
import type { Steps } from '../../domain/pace';

/**
 * A chain of digests over the lines of a file (13.8): of each line a digest, and one over all of these in their order. It
 * shows a line that was changed, left out or moved by somebody who did not compute it anew; no more.
 */
export interface Chain {
  readonly lines: readonly string[];
  readonly end: string;
}

/** The last line but one of a file in which the digests of all its other lines stand. */
export const CHAIN_LINE = ',"digests": ';

/** Signs kept of the digest of a line: enough to tell another one. */
const SIGNS = 16;
/** Lines between two steps. */
const LINES = 100;

/** The comma behind an element, and how lines end, are the file's and not the line's. */
const digestOfLine = (line: string): string =>
  digestOf(withoutEnd(withoutEnd(line, '\r'), ',')).slice(0, SIGNS);

const withoutEnd = (line: string, end: string): string => (line.endsWith(end) ? line.slice(0, -1) : line);

const linesOf = (text: string): readonly string[] => {
  // A browser reads a file without the mark at its beginning.
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

/** Of whole lines, in pieces. */
export function* chaining(pieces: readonly string[]): Steps<Chain> {
  const lines: string[] = [];
  for (const piece of pieces) {
    for (const line of linesOf(piece)) lines.push(digestOfLine(line));
    yield;
  }
  return { lines, end: endOf(lines) };
}

const endOf = (lines: readonly string[]): string => digestOf(lines.join('\n'));

/** Lines are counted as an editor does, from 1; `from`: where it was written. */
export type LineFault =
  | { readonly what: 'changed' | 'added'; readonly line: number }
  | { readonly what: 'moved'; readonly line: number; readonly from: number }
  | { readonly what: 'left-out'; readonly from: number };

export interface FileCheck {
  readonly lines: number;
  readonly faults: readonly LineFault[];
  /** The digests are those that were written, as far as they tell of each other. */
  readonly sealed: boolean;
}

/** Holds the lines of a file against its chain. `own`: the line in which the chain stands itself, from 0; null: beside it. */
export function* checkingLines(
  text: string,
  chain: Chain,
  own: number | null,
  onChecked: (share: number) => void = () => {},
): Steps<FileCheck> {
  const all = linesOf(text);
  const found: string[] = [];
  for (const [at, line] of all.entries()) {
    if (at !== own) found.push(digestOfLine(line));
    if (at % LINES === 0) {
      onChecked(at / all.length);
      yield;
    }
  }
  const numbered = (at: number, chained: number | null): number =>
    at + 1 + Number(chained !== null && at >= chained);
  const before = own === null ? null : chain.lines.length - 1;
  const faults = faultsOf(chain.lines, found).map(
    (fault): LineFault => ({
      ...fault,
      ...('line' in fault ? { line: numbered(fault.line, own) } : {}),
      ...('from' in fault ? { from: numbered(fault.from, before) } : {}),
    }),
  );
  return { lines: found.length, faults, sealed: endOf(chain.lines) === chain.end };
}

/** Where a file has its chain in a line of its own, as an export in JSON has; null: it has none that can be read. */
export function chainIn(text: string): { readonly chain: Chain; readonly own: number } | null {
  const from = text.startsWith(CHAIN_LINE) ? 0 : text.indexOf(`\n${CHAIN_LINE}`) + 1;
  const to = text.indexOf('\n', from);
  if ((from === 0 && !text.startsWith(CHAIN_LINE)) || to < 0) return null;
  const chain = chainFrom(withoutEnd(withoutEnd(text.slice(from + CHAIN_LINE.length, to), '\r'), ','));
  return chain === null ? null : { chain, own: linesOf(text.slice(0, from)).length };
}

/** A chain as it was written; null: it is none. */
export function chainFrom(text: string): Chain | null {
  try {
    const { lines, end } = JSON.parse(text) as Partial<Chain>;
    const isDigest = (one: unknown): boolean => typeof one === 'string' && /^[0-9a-f]{1,64}$/.test(one);
    return Array.isArray(lines) && lines.every(isDigest) && typeof end === 'string' ? { lines, end } : null;
  } catch {
    return null;
  }
}

/** Counted from 0, of both without the line of the chain. */
function faultsOf(written: readonly string[], found: readonly string[]): readonly LineFault[] {
  const places = placesOf(written, found);
  const kept = longestRising(places);
  const faults: LineFault[] = [];
  const taken = new Set(places.filter((place) => place >= 0));
  let [line, from] = [0, 0];
  const until = (nextLine: number, nextFrom: number): void => {
    const news: number[] = [];
    for (; line < nextLine; line += 1) {
      const place = places[line] ?? -1;
      if (place < 0) news.push(line);
      else faults.push({ what: 'moved', line, from: place });
    }
    for (; from < nextFrom; from += 1) {
      if (taken.has(from)) continue;
      const changed = news.shift();
      faults.push(changed === undefined ? { what: 'left-out', from } : { what: 'changed', line: changed });
    }
    for (const added of news) faults.push({ what: 'added', line: added });
  };
  for (const at of kept) {
    const place = places[at] ?? 0;
    until(at, place);
    [line, from] = [at + 1, place + 1];
  }
  until(found.length, written.length);
  return faults;
}

/** Where each line was written; -1: nowhere. Of lines that are the same the first stands for the first. */
function placesOf(written: readonly string[], found: readonly string[]): readonly number[] {
  const free = new Map<string, number[]>();
  for (let at = written.length - 1; at >= 0; at -= 1) {
    const digest = written[at] ?? '';
    const places = free.get(digest);
    if (places === undefined) free.set(digest, [at]);
    else places.push(at);
  }
  return found.map((digest) => free.get(digest)?.pop() ?? -1);
}

/** The most lines that stand in the order in which they were written: every other one was moved. */
function longestRising(places: readonly number[]): readonly number[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, place] of places.entries()) {
    before.push(-1);
    if (place < 0) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[at] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = at;
  }
  const kept: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.push(at);
  return kept.reverse();
}
