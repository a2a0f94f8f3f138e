import type { Span } from '../../time/time';

/**
 * How the log knows a person: by a lower-cased address, else by a directory id (`id:…`) or, for
 * somebody a report could not name, by the report's own row (`row:…`). Never by display name.
 */
export type PersonKey = string;

export interface Person {
  readonly key: PersonKey;
  readonly name: string;
  /** Empty when nobody knows it. Lower case. */
  readonly address: string;
  /** All addresses known for the same person, lower case, `address` included. */
  readonly otherAddresses?: readonly string[];
  /** Entra object id, where a report or the directory gave it. */
  readonly directoryId?: string;
}

/** The owner of the log: always the signed-in person. */
export interface Owner extends Person {
  /** The mailbox's zone, else Outlook's, else the browser's. */
  readonly zone: string;
}

export const ROLES = ['organizer', 'required', 'optional', 'resource'] as const;
export type Role = (typeof ROLES)[number];

/** Answers as people know them; `not-visible` where the copy does not show it (4.4). */
export const RESPONSES = ['organizer', 'accepted', 'tentative', 'declined', 'none', 'not-visible'] as const;
export type Response = (typeof RESPONSES)[number];

export interface Attendee {
  readonly person: Person;
  readonly role: Role;
  readonly response: Response;
  /** When they answered, null when the calendar does not say. */
  readonly respondedAt: number | null;
  /** True for a distribution list: one line whose members nobody can see. */
  readonly group?: boolean;
  /** Another time that they offered instead (13.7); the organizer's copy alone tells it. */
  readonly proposed?: Span;
}

/** Somebody could be written to by it; the paths by which Exchange knows some people are none. */
export const isAddress = (text: string): boolean => /^[^\s/@][^\s@]*@[^\s@]+$/.test(text);

export const addressKey = (address: string): PersonKey => address.trim().toLowerCase();

/** Whatever they are known by. */
export const namesOf = ({ key, address, otherAddresses = [] }: Person): readonly string[] =>
  [key, address, ...otherAddresses].filter((one) => one !== '');

/** By key or any address; never by display name. */
export function isSamePerson(a: Person, b: Person): boolean {
  if (a.key === b.key) return true;
  const names = namesOf(b);
  return namesOf(a).some((name) => names.includes(name));
}

/** Whether this is the owner, under whichever of their addresses. */
export const isOwn = (owner: Owner, person: PersonKey): boolean => namesOf(owner).includes(person);
