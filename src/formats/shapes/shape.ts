/**
 * A shape says what a value read from a file must be. It is plain data, so that one table serves the check here,
 * the published JSON Schema and the tests. The type parameter ties it to the TypeScript type it stands for: a field
 * added to a fact and forgotten here does not compile.
 */
export type Shape<Value> = AnyShape & { readonly of?: (value: Value) => Value };

export type AnyShape =
  | { readonly is: 'text'; readonly pattern?: string }
  | { readonly is: 'number'; readonly from?: number; readonly to?: number; readonly whole?: boolean }
  | { readonly is: 'truth' }
  | { readonly is: 'nothing' }
  | { readonly is: 'one-of'; readonly values: readonly (string | number)[] }
  | { readonly is: 'list'; readonly each: AnyShape }
  | { readonly is: 'book'; readonly each: AnyShape }
  | { readonly is: 'either'; readonly shapes: readonly AnyShape[] }
  | { readonly is: 'object'; readonly fields: Readonly<Record<string, AnyField>> };

export interface AnyField {
  readonly shape: AnyShape;
  readonly optional: boolean;
}

interface Field<Value, Optional extends boolean> extends AnyField {
  readonly shape: Shape<Value>;
  readonly optional: Optional;
}

/** One field per key of the type: `optional(…)` exactly where the type says `?`. */
type FieldsOf<Value> = {
  readonly [Key in keyof Value]-?: Record<never, never> extends Pick<Value, Key>
    ? Field<Exclude<Value[Key], undefined>, true>
    : Shape<Value[Key]>;
};

export const text: Shape<string> = { is: 'text' };
export const matching = (pattern: string): Shape<string> => ({ is: 'text', pattern });
export const truth: Shape<boolean> = { is: 'truth' };
export const number: Shape<number> = { is: 'number' };
export const between = (from: number, to: number): Shape<number> => ({ is: 'number', from, to });
export const atLeast = (from: number): Shape<number> => ({ is: 'number', from });
export const wholeFrom = (from: number): Shape<number> => ({ is: 'number', from, whole: true });

export const oneOf = <Value extends string | number>(...values: readonly Value[]): Shape<Value> => ({
  is: 'one-of',
  values,
});
export const list = <Value>(each: Shape<Value>): Shape<readonly Value[]> => ({ is: 'list', each });
/** An object whose keys are free. */
export const book = <Value>(each: Shape<Value>): Shape<Readonly<Record<string, Value>>> => ({
  is: 'book',
  each,
});
export const either = <Values extends readonly unknown[]>(
  ...shapes: { readonly [Index in keyof Values]: Shape<Values[Index]> }
): Shape<Values[number]> => ({ is: 'either', shapes: shapes as readonly AnyShape[] });
export const orNull = <Value>(shape: Shape<Value>): Shape<Value | null> => ({
  is: 'either',
  shapes: [{ is: 'nothing' }, shape],
});
export const optional = <Value>(shape: Shape<Value>): Field<Value, true> => ({ shape, optional: true });
export const object = <Value extends object>(fields: FieldsOf<Value>): Shape<Value> => ({
  is: 'object',
  fields: Object.fromEntries(
    Object.entries(fields as Readonly<Record<string, AnyShape | AnyField>>).map(([name, field]) => [
      name,
      'shape' in field ? field : { shape: field, optional: false },
    ]),
  ),
});

/** Where a value is not what it must be: `attendees[2].person.name`, and what it must be. */
export interface Misfit {
  readonly path: string;
  readonly wanted: string;
}

/** null where the value fits. Properties that no shape names are left alone: a newer file may say more. */
export function misfit(value: unknown, shape: AnyShape, path = ''): Misfit | null {
  switch (shape.is) {
    case 'text':
      return typeof value === 'string' &&
        (shape.pattern === undefined || patternOf(shape.pattern).test(value))
        ? null
        : { path, wanted: shape.pattern === undefined ? 'a text' : `a text like ${shape.pattern}` };
    case 'number':
      return isNumberWithin(value, shape)
        ? null
        : { path, wanted: shape.whole ? 'a whole number' : 'a number' };
    case 'truth':
      return typeof value === 'boolean' ? null : { path, wanted: 'true or false' };
    case 'nothing':
      return value === null ? null : { path, wanted: 'null' };
    case 'one-of':
      return (shape.values as readonly unknown[]).includes(value)
        ? null
        : { path, wanted: `one of ${shape.values.join(', ')}` };
    case 'list':
      return Array.isArray(value)
        ? firstMisfit(value.map((one, index) => [one, shape.each, `${path}[${index}]`]))
        : { path, wanted: 'a list' };
    case 'book':
      return isRecord(value)
        ? firstMisfit(Object.entries(value).map(([key, one]) => [one, shape.each, `${path}.${key}`]))
        : { path, wanted: 'an object' };
    case 'either':
      return misfitOfAll(value, shape.shapes, path);
    case 'object':
      return isRecord(value) ? misfitOfFields(value, shape.fields, path) : { path, wanted: 'an object' };
  }
}

const patterns = new Map<string, RegExp>();
function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, known);
  return known;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumberWithin = (
  value: unknown,
  { from, to, whole }: { readonly from?: number; readonly to?: number; readonly whole?: boolean },
): boolean =>
  typeof value === 'number' &&
  Number.isFinite(value) &&
  (from === undefined || value >= from) &&
  (to === undefined || value <= to) &&
  (whole !== true || Number.isInteger(value));

function firstMisfit(parts: readonly (readonly [unknown, AnyShape, string])[]): Misfit | null {
  for (const [value, shape, path] of parts) {
    const found = misfit(value, shape, path);
    if (found !== null) return found;
  }
  return null;
}

/** Of several shapes the one that gets furthest into the value explains best what is wrong. */
function misfitOfAll(value: unknown, shapes: readonly AnyShape[], path: string): Misfit | null {
  const found: Misfit[] = [];
  for (const shape of shapes) {
    const one = misfit(value, shape, path);
    if (one === null) return null;
    found.push(one);
  }
  const deepest = found.reduce((a, b) => (b.path.length > a.path.length ? b : a));
  return deepest.path.length > path.length
    ? deepest
    : { path, wanted: found.map((one) => one.wanted).join(' or ') };
}

function misfitOfFields(
  value: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, AnyField>>,
  path: string,
): Misfit | null {
  for (const [name, { shape, optional }] of Object.entries(fields)) {
    const inside = path === '' ? name : `${path}.${name}`;
    if (!Object.hasOwn(value, name)) {
      if (optional) continue;
      return { path: inside, wanted: 'there' };
    }
    const found = misfit(value[name], shape, inside);
    if (found !== null) return found;
  }
  return null;
}
