import { badRequest, Refusal, unsupportedFilter } from '../answers';
import { type Json, splitOutside } from '../odata';
import { queryTime } from '../wire-time';

type Test = (event: Json) => boolean;

const read = (event: Json, path: string): unknown =>
  path.split('/').reduce<unknown>((value, name) => (value as Json | null)?.[name], event);

function literal(text: string): string | boolean | null {
  if (/^'.*'$/s.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (text === 'true' || text === 'false') return text === 'true';
  return text;
}

const COMPARISON = /^([\w/]+)\s+(eq|ne|ge|gt|le|lt)\s+(.+)$/s;

/** The few comparisons that Exchange computes for events; everything else is refused in its own words. */
function testOf(part: string): Test {
  if (/^attendees\/any/i.test(part))
    throw unsupportedFilter('i => i.Attendees.Any(a => (a.EmailAddress == ""))');
  if (/^organizer\//i.test(part))
    throw unsupportedFilter('i => (i.Organizer.EmailAddress == "WHATEVEREMAIL")');
  if (/^isof\(/i.test(part)) {
    throw new Refusal(400, 'Request_BadRequest', 'Cast or IsOf Function must have a type in its arguments.');
  }
  const [, path, sign, right] = COMPARISON.exec(part) ?? [];
  if (path === undefined || sign === undefined || right === undefined) {
    throw badRequest(`Invalid filter clause: ${part}`);
  }
  // Asked for by when they changed, events are not found: an empty answer, not an error.
  if (/^lastModifiedDateTime$/i.test(path)) return () => false;
  const wanted = literal(right.trim());
  return (event) => compare(read(event, path), sign, wanted);
}

function compare(found: unknown, sign: string, wanted: unknown): boolean {
  if (sign === 'eq') return found === wanted;
  if (sign === 'ne') return found !== wanted;
  const [left, right] = [found, wanted].map((side) => (typeof side === 'string' ? queryTime(side) : null));
  if (left === null || right === null || left === undefined || right === undefined) return false;
  if (sign === 'ge') return left >= right;
  if (sign === 'gt') return left > right;
  return sign === 'le' ? left <= right : left < right;
}

export function eventFilter(text: string | null): Test {
  if (text === null) return () => true;
  const tests = splitOutside(text, ' and ').map(testOf);
  return (event) => tests.every((test) => test(event));
}
