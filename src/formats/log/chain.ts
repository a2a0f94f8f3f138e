import { digesting, digestOf } from '../../domain/facts/things/digest';
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
/** So many faults are told one by one. */
const TOLD = 20;

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
  return { lines, end: yield* endOf(lines) };
}

/** Over all of them, a line each. */
const endOf = (lines: readonly string[]): Steps<string> => digesting(inPieces(lines));

function* inPieces(lines: readonly string[]): Generator<string> {
  for (let from = 0; from < lines.length; from += LINES) {
    const piece = lines.slice(from, from + LINES).join('\n');
    yield from === 0 ? piece : `\n${piece}`;
  }
}

/** Lines are counted as an editor does, from 1; `from`: where it was written. */
export type LineFault =
  | { readonly what: 'changed' | 'added'; readonly line: number }
  | { readonly what: 'moved'; readonly line: number; readonly from: number }
  | { readonly what: 'left-out'; readonly from: number };

export interface FileCheck {
  readonly lines: number;
  /** The first of them. */
  readonly faults: readonly LineFault[];
  /** How many there are in all. */
  readonly faulty: number;
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
  const { told, faulty } = yield* faultsOf(chain.lines, found);
  const faults = told.map(
    (fault): LineFault => ({
      ...fault,
      ...('line' in fault ? { line: numbered(fault.line, own) } : {}),
      ...('from' in fault ? { from: numbered(fault.from, before) } : {}),
    }),
  );
  return { lines: found.length, faults, faulty, sealed: (yield* endOf(chain.lines)) === chain.end };
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

interface Faults {
  readonly told: readonly LineFault[];
  readonly faulty: number;
}

/** Counted from 0, of both without the line of the chain. */
function* faultsOf(written: readonly string[], found: readonly string[]): Steps<Faults> {
  const isDue = everySoOften();
  const places = yield* placesOf(written, found);
  const kept = yield* longestRising(places);
  const taken = new Uint8Array(written.length);
  for (const place of places) {
    if (place >= 0) taken[place] = 1;
    if (isDue()) yield;
  }
  const told: LineFault[] = [];
  let faulty = 0;
  const tell = (fault: LineFault): void => {
    faulty += 1;
    if (told.length < TOLD) told.push(fault);
  };
  let [line, from] = [0, 0];
  for (let next = 0; next <= kept.length; next += 1) {
    const at = kept[next] ?? found.length;
    const place = places[at] ?? written.length;
    if (isDue()) yield;
    // Lines that nobody wrote, of which the first `used` stand for lines that are not there.
    const news: number[] = [];
    for (; line < at; line += 1) {
      const was = places[line] ?? -1;
      if (was < 0) news.push(line);
      else tell({ what: 'moved', line, from: was });
      if (isDue()) yield;
    }
    let used = 0;
    for (; from < place; from += 1) {
      if (isDue()) yield;
      if (taken[from] === 1) continue;
      const changed = news[used];
      used += 1;
      tell(changed === undefined ? { what: 'left-out', from } : { what: 'changed', line: changed });
    }
    for (; used < news.length; used += 1) {
      if (isDue()) yield;
      tell({ what: 'added', line: news[used] ?? 0 });
    }
    [line, from] = [at + 1, place + 1];
  }
  return { told, faulty };
}

/** A step each hundred times that it is asked. */
function everySoOften(): () => boolean {
  let asked = 0;
  return () => {
    asked += 1;
    return asked % LINES === 0;
  };
}

/** Where each line was written; -1: nowhere. Of lines that are the same the first stands for the first. */
function* placesOf(written: readonly string[], found: readonly string[]): Steps<readonly number[]> {
  const isDue = everySoOften();
  const free = new Map<string, number[]>();
  for (let at = written.length - 1; at >= 0; at -= 1) {
    const digest = written[at] ?? '';
    const places = free.get(digest);
    if (places === undefined) free.set(digest, [at]);
    else places.push(at);
    if (isDue()) yield;
  }
  const places: number[] = [];
  for (const digest of found) {
    places.push(free.get(digest)?.pop() ?? -1);
    if (isDue()) yield;
  }
  return places;
}

/** The most lines that stand in the order in which they were written: every other one was moved. */
function* longestRising(places: readonly number[]): Steps<readonly number[]> {
  const isDue = everySoOften();
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, place] of places.entries()) {
    if (isDue()) yield;
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
