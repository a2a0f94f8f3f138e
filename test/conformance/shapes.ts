import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '../simulator/graph/odata';

const EXAMPLES = path.resolve(import.meta.dirname, '../../../shared/graph/examples');
/** An answer of Graph as it was recorded or documented. */
export const example = (name: string): Json => {
  const text = readFileSync(path.join(EXAMPLES, name), 'utf8');
  // Some are printed with a comma too many, or a quote.
  return JSON.parse(text.replace(/,(\s*[}\]])/g, '$1').replace('skip=4""', 'skip=4"')) as Json;
};

/** Every member that occurs, by its path, with the kind of what stands there; null is any kind. */
function shapeOf(value: unknown, at = '', shape = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) {
    for (const one of value) shapeOf(one, `${at}[]`, shape);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value))
      shapeOf(each, at === '' ? name : `${at}.${name}`, shape);
  }
  const kind = Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
  if (at !== '' && (!shape.has(at) || shape.get(at) === 'null')) shape.set(at, kind);
  return shape;
}

/** What the captured or documented answer has and the simulated one has not, or has otherwise. */
export function missingIn(simulated: unknown, told: unknown): string[] {
  const ours = shapeOf(simulated);
  return [...shapeOf(told)].flatMap(([at, kind]) => {
    const own = ours.get(at);
    if (own === undefined) return [at];
    return own === kind || own === 'null' || kind === 'null' ? [] : [`${at}: ${own}, not ${kind}`];
  });
}

/** The days that the sample month is asked about. */
export const WINDOW = 'startDateTime=2026-10-20T00:00:00Z&endDateTime=2026-11-30T00:00:00Z';

/** A mail to somebody. */
export const letter = {
  toRecipients: [{ emailAddress: { name: 'Dana', address: 'dana.ortiz@northwind.example' } }],
};
