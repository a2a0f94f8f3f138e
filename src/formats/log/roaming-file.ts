import type { Fact } from '../../domain/facts/log/fact';
import { fail, ok, type Result } from '../../domain/result';
import { factFault } from './fact-check';

const FORMAT = 'loopkeeper-roaming';
/** Raised when an older pane could misread a file: sealed ones have been of the second version since they count. */
const OPEN_VERSION = 1;
const SEALED_VERSION = 2;

/** The first line of a file: what it is, and whether its lines can be read as they stand. */
export interface RoamingHead {
  readonly device: string;
  readonly month: string;
  /** Id of the key that opens it; null: one fact a line. */
  readonly key: string | null;
  /** How often this file was written, sealed in with its name. 0: before there was a count. */
  readonly edition: number;
}

export const ROAMING_FAULTS = ['not-ours', 'newer-version'] as const;
export type RoamingFault = (typeof ROAMING_FAULTS)[number];

export interface RoamingFile {
  readonly head: RoamingHead;
  /** What follows the first line: lines of facts, or what they were sealed into. */
  readonly rest: string;
}

/** Lines that can be read as they stand keep the first version, so that older panes go on reading them. */
export function roamingFile({ head: { edition, ...head }, rest }: RoamingFile): string {
  const said =
    head.key === null
      ? { format: FORMAT, version: OPEN_VERSION, ...head }
      : { format: FORMAT, version: SEALED_VERSION, ...head, edition };
  return `${JSON.stringify(said)}\n${rest}`;
}

/**
 * What is sealed in with the lines of a file, so that no file can stand in for another one, or for a later one: its
 * name (device, month and part), its key and its count. Before there was a count it was the name alone.
 */
export const sealedInto = (name: string, { key, edition }: RoamingHead): string =>
  edition === 0 ? name : JSON.stringify([FORMAT, SEALED_VERSION, name, key, edition]);

export function readRoamingFile(text: string): Result<RoamingFile, RoamingFault> {
  const plain = text.replace(/^\uFEFF/, '');
  const end = plain.indexOf('\n');
  const said = jsonOr(end < 0 ? plain : plain.slice(0, end)) as Partial<
    RoamingHead & { format: unknown; version: unknown }
  > | null;
  if (said?.format !== FORMAT || !isCount(said.version)) return fail('not-ours');
  if (said.version > SEALED_VERSION) return fail('newer-version');
  const { device, month, key = null, edition = 0 } = said;
  if (typeof device !== 'string' || typeof month !== 'string') return fail('not-ours');
  if (key !== null && !(typeof key === 'string' && /^[0-9a-z]{1,64}$/.test(key))) return fail('not-ours');
  const isCounted = said.version === SEALED_VERSION && key !== null;
  if (isCounted && !isCount(edition)) return fail('not-ours');
  const head = { device, month, key, edition: isCounted ? edition : 0 };
  return ok({ head, rest: end < 0 ? '' : plain.slice(end + 1) });
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;

/** One fact a line, as in an export: files can be compared line by line. */
export const factLines = (facts: readonly Fact[]): string =>
  facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');

export interface ReadLines {
  readonly facts: readonly Fact[];
  /** Lines that are no fact this version knows: damaged, or of a newer one. They are left as they are. */
  readonly unread: readonly string[];
}

/** A damaged line takes nothing else with it: the file is a log, and the other lines are as good as before. */
export function readFactLines(rest: string): ReadLines {
  const facts: Fact[] = [];
  const unread: string[] = [];
  for (const line of rest.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const value = jsonOr(line);
    if (value !== null && factFault(value, '') === null) facts.push(value as Fact);
    else unread.push(line);
  }
  return { facts, unread };
}

function jsonOr(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
