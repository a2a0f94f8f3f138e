import { FACT_SHAPES } from '../../../src/formats/log/fact-check';
import { LOG_FORMAT, LOG_FORMAT_VERSION } from '../../../src/formats/log/log-json';
import {
  attendees,
  date,
  instant,
  key,
  ownerShape,
  person,
  quoted,
  recurrence,
  span,
} from '../../../src/formats/shapes/part-shape';
import type { AnyShape } from '../../../src/formats/shapes/shape';

type Schema = Readonly<Record<string, unknown>>;

const NAMED = new Map<AnyShape, string>(
  Object.entries({ person, quoted, span, attendees, recurrence, instant, date, occurrence: key }).map(
    ([name, shape]) => [shape, name],
  ),
);

/**
 * The published schema of the file, made from the table of shapes that reads it. To publish a change:
 * `npx tsx -e "import('./test/formats/log/schema-of.ts').then((it) => console.log(JSON.stringify(it.logSchema())))"`,
 * then `npx biome format --write schema`.
 */
export function logSchema(): Schema {
  const kinds = Object.entries(FACT_SHAPES);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `loopkeeper-log-${LOG_FORMAT_VERSION}.schema.json`,
    title: 'Loopkeeper log',
    description:
      'Everything a log knows, as facts that are added and never edited. Instants are milliseconds since 1970-01-01T00:00:00Z. A reader keeps properties it does not know. Importing merges by id: a fact already known is left as it is.',
    type: 'object',
    required: ['format', 'version', 'exportedAt', 'owner', 'facts'],
    properties: {
      format: { const: LOG_FORMAT },
      version: { const: LOG_FORMAT_VERSION },
      purpose: { type: 'string' },
      definitionsVersion: { type: 'string' },
      app: { type: 'string' },
      exportedAt: { type: 'string', pattern: '^[+-]?\\d{4,6}-\\d\\d-\\d\\dT[\\d:.]+Z$' },
      period: {
        type: 'object',
        properties: { from: { type: 'string' }, until: { type: 'string' } },
      },
      owner: schemaOf(ownerShape),
      digests: {
        type: 'object',
        description:
          'Of each other line of the file, without its line end and a comma behind it, the first 16 signs of its SHA-256 (hex), and the SHA-256 of all of these, one a line. Shows a line that was changed, left out or moved by somebody who did not compute it anew; no more.',
        properties: { lines: { type: 'array', items: { type: 'string' } }, end: { type: 'string' } },
      },
      facts: {
        type: 'array',
        description: 'One a line, sorted by id.',
        items: { anyOf: kinds.map(([kind]) => ({ $ref: `#/$defs/fact-${kind}` })) },
      },
    },
    $defs: {
      ...Object.fromEntries([...NAMED].map(([shape, name]) => [name, schemaOf(shape, true)])),
      ...Object.fromEntries(kinds.map(([kind, shape]) => [`fact-${kind}`, schemaOf(shape)])),
    },
  };
}

function schemaOf(shape: AnyShape, itself = false): Schema {
  const name = NAMED.get(shape);
  if (name !== undefined && !itself) return { $ref: `#/$defs/${name}` };
  switch (shape.is) {
    case 'text':
      return { type: 'string', ...(shape.pattern !== undefined && { pattern: shape.pattern }) };
    case 'number':
      return {
        type: shape.whole === true ? 'integer' : 'number',
        ...(shape.from !== undefined && { minimum: shape.from }),
        ...(shape.to !== undefined && { maximum: shape.to }),
      };
    case 'truth':
      return { type: 'boolean' };
    case 'nothing':
      return { type: 'null' };
    case 'one-of':
      return shape.values.length === 1 ? { const: shape.values[0] } : { enum: shape.values };
    case 'list':
      return { type: 'array', items: schemaOf(shape.each) };
    case 'book':
      return { type: 'object', additionalProperties: schemaOf(shape.each) };
    case 'either':
      return { anyOf: shape.shapes.map((one) => schemaOf(one)) };
    case 'object': {
      const fields = Object.entries(shape.fields);
      return {
        type: 'object',
        required: fields.filter(([, field]) => !field.optional).map(([name]) => name),
        properties: Object.fromEntries(fields.map(([name, field]) => [name, schemaOf(field.shape)])),
      };
    }
  }
}
