import type { Fact } from '../../domain/facts/log/fact';
import { fail, ok, type Result } from '../../domain/result';
import { factFault } from './fact-check';

const FORMAT = 'loopkeeper-roaming';
/** Raised when an older pane could misread a file. */
const VERSION = 1;

/** The first line of a file: what it is, and whether its lines can be read as they stand. */
export interface RoamingHead {
  readonly device: string;
  readonly month: string;
  /** Id of the key that opens it; null: one fact a line. */
  readonly key: string | null;
}

export const ROAMING_FAULTS = ['not-ours', 'newer-version'] as const;
export type RoamingFault = (typeof ROAMING_FAULTS)[number];

export interface RoamingFile {
  readonly head: RoamingHead;
  /** What follows the first line: lines of facts, or what they were sealed into. */
  readonly rest: string;
}

export const roamingFile = ({ head, rest }: RoamingFile): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, ...head })}\n${rest}`;

export function readRoamingFile(text: string): Result<RoamingFile, RoamingFault> {
  const plain = text.replace(/^\uFEFF/, '');
  const end = plain.indexOf('\n');
  const said = jsonOr(end < 0 ? plain : plain.slice(0, end)) as Partial<
    RoamingHead & { format: unknown; version: unknown }
  > | null;
  if (said?.format !== FORMAT || typeof said.version !== 'number') return fail('not-ours');
  if (said.version > VERSION) return fail('newer-version');
  const { device, month, key } = said;
  if (typeof device !== 'string' || typeof month !== 'string') return fail('not-ours');
  const head = { device, month, key: typeof key === 'string' ? key : null };
  return ok({ head, rest: end < 0 ? '' : plain.slice(end + 1) });
}

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
