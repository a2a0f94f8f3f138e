import fc from 'fast-check';

import type { Fact } from '../../src/domain/facts/log/fact';
import { FACT_SHAPES } from '../../src/formats/log/fact-check';
import type { AnyShape } from '../../src/formats/shapes/shape';

/** Any value a shape allows; texts of every kind, lone surrogates and line breaks among them. */
export function anyValue(shape: AnyShape): fc.Arbitrary<unknown> {
  switch (shape.is) {
    case 'text':
      return shape.pattern === undefined ? anyText : likePattern(shape.pattern);
    case 'number':
      return shape.whole === true
        ? fc.integer({ min: shape.from ?? 0 })
        : fc
            .double({ noNaN: true, noDefaultInfinity: true, min: shape.from ?? -1e12, max: shape.to ?? 1e12 })
            // JSON writes -0 as 0.
            .map((number) => number + 0);
    case 'truth':
      return fc.boolean();
    case 'nothing':
      return fc.constant(null);
    case 'one-of':
      return fc.constantFrom(...shape.values);
    case 'list':
      return fc.array(anyValue(shape.each), { maxLength: 3 });
    case 'book':
      return fc.dictionary(
        fc.string().filter((key) => key !== '__proto__'),
        anyValue(shape.each),
        { maxKeys: 3, noNullPrototype: true },
      );
    case 'either':
      return fc.oneof(...shape.shapes.map(anyValue));
    case 'object': {
      const fields = Object.entries(shape.fields);
      return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, anyValue(field.shape)])), {
        requiredKeys: fields.filter(([, field]) => !field.optional).map(([name]) => name),
        noNullPrototype: true,
      });
    }
  }
}

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\ud800', '\u2028', '"\\\n\r\0', '</script>', '\uFEFF', ''),
);
const anyDate = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const MONTHS = ['^[0-9]{4}-[0-9]{2}$', '^[0-9]{4}-(0[1-9]|1[0-2])$'];

function likePattern(pattern: string): fc.Arbitrary<string> {
  if (MONTHS.includes(pattern)) return anyDate.map((date) => date.slice(0, 7));
  return pattern.startsWith('/')
    ? fc.tuple(anyText, anyDate).map(([series, date]) => `${series}/${date}`)
    : anyDate;
}

export const anyFact = (kind: Fact['kind']): fc.Arbitrary<Fact> =>
  anyValue(FACT_SHAPES[kind]) as fc.Arbitrary<Fact>;

export const anyFacts: fc.Arbitrary<readonly Fact[]> = fc.uniqueArray(
  fc.oneof(...(Object.keys(FACT_SHAPES) as Fact['kind'][]).map(anyFact)),
  { selector: (fact) => fact.id, maxLength: 12 },
);
