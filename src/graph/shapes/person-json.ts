import {
  type Attendee,
  addressKey,
  isAddress,
  type Person,
  type Response,
  type Role,
} from '../../domain/facts/things/person';
import type { Instant, Span } from '../../domain/time/time';
import { fieldsOf, listOf, textOf, within } from '../client/json';
import { instantOf, wallInstantOf } from './graph-times';

/** An address anybody could write to, in lower case; empty for X500 paths and other things Exchange shows. */
export function addressOf(value: unknown): string {
  const text = (textOf(value) ?? '').trim().replace(/^(smtp|mailto):/i, '');
  return isAddress(text) ? addressKey(text) : '';
}

/**
 * What stands for a person whose address is none. An X500 path ends in the name of one mailbox
 * (`…/cn=Recipients/cn=3f1c-ada`): stable, but nothing to show, so it becomes an id.
 */
function keyWithoutAddress(raw: unknown, name: string): string | null {
  const path = textOf(raw) ?? '';
  const organisation = path.search(/\/o=/i);
  const last = path.slice(Math.max(organisation + '/o='.length, path.lastIndexOf('/') + 1));
  if (organisation !== -1 && last !== '') return `id:${last.toLowerCase().replace(/^cn=/, '')}`;
  return name === '' ? null : `row:${name.toLowerCase()}`;
}

/** A `recipient` (`{emailAddress: {name, address}}`); null where it names nobody. */
export function personOf(recipient: unknown): Person | null {
  const mail = within(recipient, 'emailAddress');
  const address = addressOf(mail.address);
  const given = (textOf(mail.name) ?? '').trim();
  const name = /^\/o=/i.test(given) ? '' : given;
  const key = address === '' ? keyWithoutAddress(mail.address, name) : address;
  return key === null ? null : { key, name: name === '' ? address : name, address };
}

export const peopleOf = (recipients: unknown): readonly Person[] => {
  const all = new Map<string, Person>();
  for (const recipient of listOf(recipients)) {
    const person = personOf(recipient);
    if (person !== null && !all.has(person.key)) all.set(person.key, person);
  }
  return [...all.values()];
};

const RESPONSES: Readonly<Record<string, Response>> = {
  none: 'none',
  notresponded: 'none',
  organizer: 'organizer',
  accepted: 'accepted',
  tentativelyaccepted: 'tentative',
  tentative: 'tentative',
  declined: 'declined',
};

export interface CalendarAnswer {
  readonly response: Response;
  readonly respondedAt: Instant | null;
}

/** A `responseStatus`; its time is null where Graph writes `0001-01-01`. */
export function answerOf(value: unknown): CalendarAnswer {
  const fields = fieldsOf(value);
  const response = RESPONSES[(textOf(fields?.response) ?? '').toLowerCase()] ?? 'none';
  const answered = response !== 'none' && response !== 'organizer';
  return { response, respondedAt: answered ? instantOf(fields?.time) : null };
}

const ROLE: Readonly<Record<string, Role>> = { optional: 'optional', resource: 'resource' };

export interface Reader {
  /** Addresses of the owner of the log, lower case. */
  readonly owner: ReadonlySet<string>;
  /** The mailbox's zone, IANA. */
  readonly zone: string;
}

/**
 * The attendees of an event, each once, without its organizer. Graph shows answers on the organizer's copy only:
 * on any other copy everybody else's is `not-visible` (4.4), and the owner's is the event's own `responseStatus`.
 */
export function attendeesOf(
  value: unknown,
  organizer: Person | null,
  ownerOrganizes: boolean,
  own: CalendarAnswer,
  { owner }: Reader,
): readonly Attendee[] {
  const all = new Map<string, Attendee>();
  for (const entry of listOf(value)) {
    const person = personOf(entry);
    if (person === null || person.key === organizer?.key) continue;
    const fields = fieldsOf(entry) ?? {};
    const role = ROLE[(textOf(fields.type) ?? '').toLowerCase()] ?? 'required';
    const isOwner = owner.has(person.address);
    if (ownerOrganizes && isOwner) continue;
    const answer = ownerOrganizes ? answerOf(fields.status) : isOwner ? own : NOT_VISIBLE;
    const before = all.get(person.key);
    if (before === undefined || (before.response === 'none' && answer.response !== 'none')) {
      const proposed = ownerOrganizes ? offerOf(fields.proposedNewTime) : null;
      all.set(person.key, { person, role: before?.role ?? role, ...answer, ...(proposed && { proposed }) });
    }
  }
  return [...all.values()];
}

/** A time slot that an attendee proposed; null where there is none, or one that ends before it begins. */
export function offerOf(value: unknown): Span | null {
  const slot = fieldsOf(value);
  const [start, end] = [wallInstantOf(slot?.start, 'UTC'), wallInstantOf(slot?.end, 'UTC')];
  return start === null || end === null || end < start ? null : { start, end };
}

const NOT_VISIBLE: CalendarAnswer = { response: 'not-visible', respondedAt: null };
