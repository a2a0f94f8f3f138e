import type { Fact } from '../domain/facts/fact';
import type { Owner } from '../domain/facts/person';
import { fail, ok, type Result } from '../domain/result';
import type { Instant } from '../domain/time/time';
import { DEFINITIONS_VERSION, PURPOSE } from '../domain/version';
import { FACT_SHAPES, factFault, inWords } from './fact-check';
import { firstFault, lineAt, offsetOfElement } from './json-position';
import { ownerShape } from './part-shape';
import { misfit } from './shape';

export { FACT_SHAPES };

export const LOG_FORMAT = 'loopkeeper-log';
/** Of the file's shape, schema/loopkeeper-log-1.schema.json. Raised when an older pane could misread a file. */
export const LOG_FORMAT_VERSION = 1;

export const JSON_FAULTS = [
  'empty',
  'not-json',
  'not-a-log',
  'newer-version',
  'unknown-kind',
  'wrong-value',
  'id-twice',
  'unsafe',
] as const;
export type JsonFaultKind = (typeof JSON_FAULTS)[number];

/** Why a file was refused, whole. */
export interface JsonFault {
  readonly kind: JsonFaultKind;
  /** 1 for the first; null where it is about the file. */
  readonly line: number | null;
  /** `facts[12].span.start`; empty where it is about the file. */
  readonly path: string;
  /** English, without a full stop: what is wrong. */
  readonly why: string;
}

export interface LogFile {
  readonly facts: readonly Fact[];
  readonly owner: Owner;
  readonly exportedAt: Instant;
}

const inOrder = (a: Fact, b: Fact): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Everything, lossless: one fact a line, sorted by id, so that two files can be compared line by line and the same
 * log gives the same bytes.
 */
export function logJson(log: LogFile & { readonly app: string }): string {
  const head = {
    format: LOG_FORMAT,
    version: LOG_FORMAT_VERSION,
    purpose: PURPOSE,
    definitionsVersion: DEFINITIONS_VERSION,
    app: log.app,
    exportedAt: new Date(log.exportedAt).toISOString(),
    period: periodOf(log),
    owner: log.owner,
  };
  const lines = Object.entries(head).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  const facts = [...log.facts].sort(inOrder).map((fact) => JSON.stringify(fact));
  return `{\n${lines.join('\n')}\n"facts": [${facts.length === 0 ? '' : `\n${facts.join(',\n')}\n`}]\n}\n`;
}

/** What the facts speak of, from the first occurrence sighted to the export. */
function periodOf({ facts, exportedAt }: LogFile): { readonly from: string; readonly until: string } {
  let from = exportedAt;
  for (const fact of facts) {
    if (fact.kind === 'sighting') from = Math.min(from, fact.original.start);
  }
  return { from: new Date(from).toISOString(), until: new Date(exportedAt).toISOString() };
}

/** Reads an export back. A file that is broken anywhere is refused whole, with the line. */
export function parseLogJson(text: string): Result<LogFile, JsonFault> {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trim() === '') return fail(about('empty', 'it is empty'));
  let file: unknown;
  try {
    file = JSON.parse(plain);
  } catch {
    const offset = firstFault(plain) ?? plain.length;
    const end = offset >= plain.trimEnd().length;
    return fail({
      kind: 'not-json',
      line: lineAt(plain, offset),
      path: '',
      why: end ? 'the file ends too early' : `unexpected ${JSON.stringify(excerpt(plain, offset))}`,
    });
  }
  const head = headFault(file);
  if (head !== null) return fail(head);
  const { facts, owner, exportedAt } = file as {
    facts: readonly unknown[];
    owner: Owner;
    exportedAt: string;
  };
  const fault = factsFault(facts, (index) => lineAt(plain, offsetOfElement(plain, 'facts', index) ?? 0));
  if (fault !== null) return fail(fault);
  const byId = new Map((facts as readonly Fact[]).map((fact) => [fact.id, fact]));
  return ok({ facts: [...byId.values()], owner, exportedAt: Date.parse(exportedAt) });
}

const about = (kind: JsonFaultKind, why: string, path = ''): JsonFault => ({ kind, line: null, path, why });

const excerpt = (text: string, offset: number): string =>
  Array.from(text.slice(offset, offset + 24))
    .slice(0, 12)
    .join('');

function headFault(file: unknown): JsonFault | null {
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== LOG_FORMAT) {
    return about('not-a-log', 'it is no exported log');
  }
  const version = 'version' in file ? file.version : null;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return about('wrong-value', 'its version must be a whole number from 1', 'version');
  }
  if (version > LOG_FORMAT_VERSION) {
    return about('newer-version', `it was written by a newer Loopkeeper (form ${version})`, 'version');
  }
  const owner =
    'owner' in file ? misfit(file.owner, ownerShape, 'owner') : { path: 'owner', wanted: 'there' };
  if (owner !== null) return about('wrong-value', inWords(owner), owner.path);
  if (!('exportedAt' in file) || !isTime(file.exportedAt)) {
    return about('wrong-value', 'exportedAt must be a time like 2026-11-20T15:40:00.000Z', 'exportedAt');
  }
  if (!('facts' in file) || !Array.isArray(file.facts))
    return about('wrong-value', 'facts must be a list', 'facts');
  return null;
}

const isTime = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^[+-]?\d{4,6}-\d\d-\d\dT[\d:.]+Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));

function factsFault(facts: readonly unknown[], lineOf: (index: number) => number): JsonFault | null {
  const seen = new Map<string, unknown>();
  for (const [index, fact] of facts.entries()) {
    const path = `facts[${index}]`;
    const found = factFault(fact, path);
    if (found !== null) return { ...found, line: lineOf(index) };
    const { id } = fact as Fact;
    if (seen.has(id) && JSON.stringify(seen.get(id)) !== JSON.stringify(fact)) {
      return {
        kind: 'id-twice',
        line: lineOf(index),
        path: `${path}.id`,
        why: 'two different facts have the same id',
      };
    }
    seen.set(id, fact);
  }
  return null;
}
