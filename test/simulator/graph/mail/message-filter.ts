import { badRequest, Refusal } from '../answers';
import { splitOutside } from '../odata';
import { queryTime } from '../wire-time';
import type { Mail, Property } from './mail-room';
import { conversationOf } from './message-json';

type Test = (mail: Mail) => boolean;

/** `String 0x001A` is the message class; numbers may be written with or without leading zeroes. */
export const normalId = (id: string) =>
  id
    .toLowerCase()
    .replace(/0x0+(?=[0-9a-f])/g, '0x')
    .replace(/\s+/g, ' ')
    .trim();

const MESSAGE_CLASS = normalId('String 0x001A');

const ONE_PROPERTY =
  /^singleValueExtendedProperties\/any\(\s*(\w+)\s*:\s*\1\/id\s+eq\s+'((?:[^']|'')*)'\s+and\s+(.+)\)$/is;

export const propertiesOf = (mail: Mail): Property[] => [
  { id: 'String 0x1a', value: mail.messageClass },
  ...mail.properties,
];

const unquoted = (text: string) => text.replaceAll("''", "'");

/** Exactly one id with one restriction of its value, or Exchange refuses. */
function propertyTest(part: string): Test {
  const [, , id, restriction = ''] = ONE_PROPERTY.exec(part) ?? [];
  const equal = /^\w+\/value\s+eq\s+'((?:[^']|'')*)'$/s.exec(restriction.trim())?.[1];
  const contained = /^contains\(\s*\w+\/value\s*,\s*'((?:[^']|'')*)'\s*\)$/is.exec(restriction.trim())?.[1];
  if (id === undefined || (equal === undefined && contained === undefined)) {
    throw badRequest(
      'The filter expression for $filter does not match to a single extended property and a value restriction',
    );
  }
  const wanted = normalId(unquoted(id));
  return (mail) =>
    propertiesOf(mail)
      .filter((property) => normalId(property.id) === wanted)
      .some(({ value }) => {
        // Exchange compares message classes without regard to case, other values exactly.
        const [left, right] =
          wanted === MESSAGE_CLASS
            ? [value.toLowerCase(), (equal ?? contained ?? '').toLowerCase()]
            : [value, unquoted(equal ?? contained ?? '')];
        return equal === undefined ? left.includes(right) : left === right;
      });
}

/** The parts of a conjunction; brackets around one part, or around all of it, change nothing. */
function conjunction(text: string): string[] {
  const parts = splitOutside(text, ' and ');
  const [only] = parts;
  if (parts.length > 1) return parts.flatMap(conjunction);
  return only?.startsWith('(') === true && only.endsWith(')') ? conjunction(only.slice(1, -1)) : parts;
}

/** `a or b`, in brackets of its own. */
function disjunction(part: string): string[] {
  const bare = part.startsWith('(') && part.endsWith(')') ? part.slice(1, -1) : part;
  return splitOutside(bare, ' or ');
}

function testOf(part: string): Test {
  const any = disjunction(part);
  if (any.length > 1) {
    const tests = any.map(testOf);
    return (mail) => tests.some((test) => test(mail));
  }
  const talk = /^conversationId\s+eq\s+'((?:[^']|'')*)'$/s.exec(part)?.[1];
  if (talk !== undefined) return (mail) => conversationOf(mail) === unquoted(talk);
  if (/^singleValueExtendedProperties\/any/i.test(part)) return propertyTest(part);
  if (/isof\(|cast\(/i.test(part)) {
    throw new Refusal(400, 'Request_BadRequest', 'Cast or IsOf Function must have a type in its arguments.');
  }
  const contained = /^contains\(subject,\s*'((?:[^']|'')*)'\)$/is.exec(part)?.[1];
  if (contained !== undefined) {
    return (mail) => mail.subject.toLowerCase().includes(unquoted(contained).toLowerCase());
  }
  const [, name, sign, right] = /^([\w/]+)\s+(eq|ne|ge|gt|le|lt)\s+(.+)$/s.exec(part) ?? [];
  if (name === 'receivedDateTime' || name === 'sentDateTime' || name === 'createdDateTime') {
    const time = queryTime(right ?? '');
    if (time === null) throw badRequest(`Invalid filter clause: ${part}`);
    return (mail) => compare(timeOf(mail, name), sign ?? '', time);
  }
  if (name === 'isDraft') return (mail) => (String(mail.draft) === right) === (sign === 'eq');
  if (name === 'subject')
    return (mail) => (`'${mail.subject.replaceAll("'", "''")}'` === right) === (sign === 'eq');
  throw badRequest(`Could not find a property named '${name ?? part}' on type 'microsoft.graph.message'.`);
}

const timeOf = (mail: Mail, name: string) =>
  name === 'receivedDateTime' ? mail.arrivedAt : name === 'sentDateTime' ? mail.sentAt : mail.createdAt;

function compare(left: number, sign: string, right: number): boolean {
  if (sign === 'ge') return left >= right;
  if (sign === 'gt') return left > right;
  if (sign === 'le') return left <= right;
  if (sign === 'lt') return left < right;
  return (left === right) === (sign === 'eq');
}

/**
 * What `$filter` and `$orderby` let through. Whatever is ordered by must be filtered by first, or Exchange finds
 * the request too complex.
 */
export function messageFilter(filter: string | null, order: string | null): (mails: Mail[]) => Mail[] {
  const parts = filter === null ? [] : conjunction(filter);
  const tests = parts.map(testOf);
  const [, by, direction] = /^(\w+)(?:\s+(asc|desc))?$/i.exec(order?.trim() ?? '') ?? [];
  if (order !== null && (by === undefined || !/^(receivedDateTime|sentDateTime|createdDateTime)$/.test(by))) {
    throw badRequest(`The property '${order}' cannot be sorted by.`);
  }
  if (by !== undefined && parts.length > 0 && parts[0]?.startsWith(by) !== true) {
    throw new Refusal(
      400,
      'InefficientFilter',
      'The restriction or sort order is too complex for this operation.',
    );
  }
  return (mails) => {
    const kept = mails.filter((mail) => tests.every((test) => test(mail)));
    if (by === undefined) return kept;
    const sign = direction?.toLowerCase() === 'desc' ? -1 : 1;
    return kept.sort((a, b) => sign * (timeOf(a, by) - timeOf(b, by)));
  };
}
