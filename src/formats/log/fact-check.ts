import type { Fact } from '../../domain/facts/log/fact';
import { ENTRY_SHAPES } from '../shapes/entry-shape';
import { OBSERVATION_SHAPES } from '../shapes/observation-shape';
import { instant } from '../shapes/part-shape';
import { type AnyShape, type Misfit, misfit, optional } from '../shapes/shape';

const KIND_SHAPES: Readonly<Record<Fact['kind'], AnyShape>> = { ...OBSERVATION_SHAPES, ...ENTRY_SHAPES };

/** Whatever it is, a clock that was ahead may have dated it. */
const MARK = { lastKnown: optional(instant) };

export const FACT_SHAPES = Object.fromEntries(
  Object.entries(KIND_SHAPES).map(([kind, shape]) => [
    kind,
    shape.is === 'object' ? { ...shape, fields: { ...shape.fields, ...MARK } } : shape,
  ]),
) as Readonly<Record<Fact['kind'], AnyShape>>;

/** Why something read from outside is no fact. */
export interface FactFault {
  readonly kind: 'unknown-kind' | 'wrong-value' | 'unsafe';
  /** `facts[12].span.start`. */
  readonly path: string;
  /** English, without a full stop: what is wrong. */
  readonly why: string;
}

/** null for a fact as this version knows it. */
export function factFault(fact: unknown, path: string): FactFault | null {
  const kind = typeof fact === 'object' && fact !== null && 'kind' in fact ? fact.kind : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(FACT_SHAPES, kind)) {
    const named = Array.from(`${kind}`).slice(0, 12).join('');
    const why = typeof kind === 'string' ? `«${named}» is no kind of fact` : 'a fact must say its kind';
    return { kind: 'unknown-kind', path: `${path}.kind`, why };
  }
  const found = misfit(fact, FACT_SHAPES[kind as Fact['kind']], path);
  if (found !== null) return { kind: 'wrong-value', path: found.path, why: inWords(found) };
  if (isSafe(fact)) return null;
  return { kind: 'unsafe', path, why: 'a fact is nested too deeply, or names __proto__' };
}

export const inWords = ({ path, wanted }: Misfit): string => `${path} must be ${wanted}`;

/** Deeper than any fact of ours; what is read back, stored and written again must not exhaust the stack. */
const DEEPEST = 32;

/** Properties that no shape names are kept as they are, so they are looked at here. */
const isSafe = (value: unknown, depth = 0): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth < DEEPEST &&
    !Object.hasOwn(value, '__proto__') &&
    Object.values(value).every((inside) => isSafe(inside, depth + 1)));
