import type { Fact } from '../../domain/facts/log/fact';
import type { Owner } from '../../domain/facts/things/person';
import type { Steps } from '../../domain/pace';
import { fail, ok, type Result } from '../../domain/result';
import { sorting } from '../../domain/sorting';
import type { Instant } from '../../domain/time/time';
import { DEFINITIONS_VERSION, PURPOSE } from '../../domain/version';
import { findingElement, findingFault, lineAt } from '../shapes/json-position';
import { ownerShape } from '../shapes/part-shape';
import { misfit } from '../shapes/shape';
import { CHAIN_LINE, chaining } from './chain';
import { factFault, inWords } from './fact-check';
import { readingLines } from './log-json-lines';

/** Facts written or checked between two steps, and facts only looked at. */
const FACTS = 50;
const LOOKS = 5000;

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
  'out-of-bounds',
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

type Exported = LogFile & { readonly app: string };

/**
 * Everything, lossless: one fact a line, sorted by id, so that two files can be compared line by line and the same
 * log gives the same bytes, step by step and in pieces.
 */
export function* writingJson(
  log: Exported,
  onFacts: (written: number) => void = () => {},
): Steps<readonly string[]> {
  const top = {
    format: LOG_FORMAT,
    version: LOG_FORMAT_VERSION,
    purpose: PURPOSE,
    definitionsVersion: DEFINITIONS_VERSION,
    app: log.app,
    exportedAt: new Date(log.exportedAt).toISOString(),
    period: yield* periodOf(log),
    owner: log.owner,
  };
  const lines = Object.entries(top).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  const facts = yield* sorting(log.facts, inOrder);
  const pieces: string[] = [];
  for (let from = 0; from < facts.length; from += FACTS) {
    const to = Math.min(from + FACTS, facts.length);
    const piece = facts.slice(from, to).map((fact) => JSON.stringify(fact));
    pieces.push(piece.join(',\n') + (to < facts.length ? ',\n' : '\n'));
    onFacts(to);
    yield;
  }
  const head = `{\n${lines.join('\n')}\n`;
  // Without facts their two brackets are one line.
  const body = [`${head}"facts": [${facts.length === 0 ? ']\n' : '\n'}`, ...pieces];
  if (facts.length > 0) body.push(']\n');
  const end = '}\n';
  const chain = yield* chaining([...body, end]);
  return [...body, `${CHAIN_LINE}${JSON.stringify(chain)}\n`, end];
}

/** What the facts speak of, from the first occurrence sighted to the export. */
function* periodOf({ facts, exportedAt }: LogFile): Steps<{ readonly from: string; readonly until: string }> {
  let from = exportedAt;
  for (const [at, fact] of facts.entries()) {
    if (fact.kind === 'sighting') from = Math.min(from, fact.original.start);
    if (at % LOOKS === 0) yield;
  }
  return { from: new Date(from).toISOString(), until: new Date(exportedAt).toISOString() };
}

/** Why a fact of a file is not to be taken in, though it has its shape; null where nothing speaks against it. */
export type Objection = (fact: Fact) => string | null;

/**
 * Reads an export back, step by step. A file that is broken anywhere is refused whole, with the line. A file that somebody laid out anew is read whole in one of them. `objecting` looks at all of it
 * first.
 */
export function* readingJson(
  text: string,
  onRead: (share: number) => void = () => {},
  objecting: (facts: readonly Fact[]) => Objection = () => () => null,
): Steps<Result<LogFile, JsonFault>> {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trim() === '') return fail(about('empty', 'it is empty'));
  const lined = yield* readingLines(plain, (signs) => onRead(signs / plain.length / 2));
  let file = lined?.file;
  try {
    file ??= JSON.parse(plain);
  } catch {
    const offset = (yield* findingFault(plain)) ?? plain.length;
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
  const known = yield* checking(facts, (at) => onRead((1 + at / facts.length) / 2));
  const bad = known.ok ? objection(facts as readonly Fact[], objecting) : known.fault;
  if (bad !== null) {
    const { at, fault } = bad;
    const line =
      lined == null ? lineAt(plain, (yield* findingElement(plain, 'facts', at)) ?? 0) : lined.firstLine + at;
    return fail({ ...fault, line });
  }
  const read = known.ok ? [...known.value.values()] : [];
  return ok({ facts: read, owner, exportedAt: Date.parse(exportedAt) });
}

interface FaultAt {
  readonly at: number;
  readonly fault: Omit<JsonFault, 'line'>;
}

function objection(facts: readonly Fact[], objecting: (facts: readonly Fact[]) => Objection): FaultAt | null {
  const object = objecting(facts);
  for (const [at, fact] of facts.entries()) {
    const why = object(fact);
    if (why !== null) return { at, fault: { kind: 'out-of-bounds', path: `facts[${at}]`, why } };
  }
  return null;
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

/** The facts by id, or what is wrong with which of them. */
function* checking(
  facts: readonly unknown[],
  onChecked: (count: number) => void,
): Steps<Result<ReadonlyMap<string, Fact>, FaultAt>> {
  const seen = new Map<string, Fact>();
  for (const [at, fact] of facts.entries()) {
    const path = `facts[${at}]`;
    const fault = factFault(fact, path);
    if (fault !== null) return fail({ at, fault });
    const sound = fact as Fact;
    const other = seen.get(sound.id);
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(sound)) {
      const why = 'two different facts have the same id';
      return fail({ at, fault: { kind: 'id-twice', path: `${path}.id`, why } });
    }
    seen.set(sound.id, sound);
    if (at % FACTS === 0) {
      onChecked(at);
      yield;
    }
  }
  return ok(seen);
}
