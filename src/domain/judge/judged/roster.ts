import { isErasedKey } from '../../facts/entered/erasure';
import type { Sighting } from '../../facts/observed/sighting';
import type { Identity } from '../../facts/things/identity';
import type { Attendee, Person, PersonKey, Response, Role } from '../../facts/things/person';
import type { SeriesSeen } from '../../facts/things/series';
import type { Instant } from '../../time/time';

/** Somebody on the list of an occurrence. */
export interface Invited {
  readonly person: Person;
  readonly role: Role;
  readonly response: Response;
  /** A distribution list, whose members nobody can see (4.2). */
  readonly group: boolean;
  /** False: listed only after the start (1, needed). */
  readonly listedInTime: boolean;
  readonly needed: boolean;
  readonly isOwner: boolean;
}

/** Who was asked to come, and who of them the occurrence cannot do without. */
export interface Roster {
  readonly everybody: readonly Invited[];
  readonly needed: ReadonlySet<PersonKey>;
  /** Exactly two needed people and nobody optional. */
  readonly oneToOne: boolean;
  readonly organizer: Person | null;
  readonly ownerOrganizes: boolean;
}

type Listed = Pick<Sighting, 'organizer' | 'ownerOrganizes' | 'attendees'> & {
  readonly seenAt: Instant;
  readonly lookedBefore: Instant | null;
  readonly ownResponse?: Response;
};

/**
 * 1: the list as sighted last before the start; where nobody looked before it, as sighted first. Who was put on it
 * between two looks of which one was before the start was asked in time if a request mail says so. Without a mail
 * nobody can say that it was too late (4.2), but nobody makes a group of what was seen as a one-to-one either.
 * `requests`: when such mails came.
 */
export function rosterOf(
  identity: Identity,
  states: readonly (Sighting | SeriesSeen)[],
  start: Instant,
  requests: readonly Instant[],
): Roster {
  const inTime = states.findLast(({ seenAt }) => seenAt <= start) ?? states[0];
  const base = inTime === undefined ? [] : listOf(identity, inTime);
  const list = new Map(base.map((one) => [one.person.key, one]));
  const rest = inTime === undefined ? [] : states.slice(states.indexOf(inTime) + 1);
  for (const [at, state] of rest.entries()) {
    const before = Math.max(state.lookedBefore ?? -Infinity, (rest[at - 1] ?? inTime)?.seenAt ?? -Infinity);
    const request = requests.find((one) => one > before && one <= state.seenAt);
    const askedInTime = before <= start && (request === undefined ? !isOneToOne(base) : request <= start);
    for (const later of listOf(identity, state)) {
      const known = list.get(later.person.key);
      const response = later.response === 'not-visible' ? (known?.response ?? 'not-visible') : later.response;
      if (known !== undefined) list.set(later.person.key, { ...known, response });
      else if (askedInTime) list.set(later.person.key, later);
      else list.set(later.person.key, { ...later, listedInTime: false, needed: false });
    }
  }
  const everybody = [...list.values()];
  const needed = new Set(everybody.filter((one) => one.needed).map(({ person }) => person.key));
  return {
    everybody,
    needed,
    oneToOne: isOneToOne(everybody.filter(({ listedInTime }) => listedInTime)),
    organizer: organizerOf(identity, inTime),
    ownerOrganizes: inTime?.ownerOrganizes ?? false,
  };
}

/** 1: exactly two needed people and nobody optional, whether by the invitation or by the owner's word. */
export function isOneToOne(list: readonly Invited[]): boolean {
  const needed = list.filter((one) => one.needed);
  return needed.length === 2 && !list.some((one) => one.group || (!one.needed && one.role !== 'resource'));
}

function organizerOf(identity: Identity, state: Listed | undefined): Person | null {
  if (state?.ownerOrganizes) return identity.personOf(identity.owner);
  return state?.organizer ? identity.personOf(state.organizer) : null;
}

/** On an attendee's copy the organizer can stand among the attendees, on the organizer's own copy he does not. */
function listOf(identity: Identity, state: Listed): readonly Invited[] {
  const list = new Map<PersonKey, Invited>();
  const add = (person: Person, role: Role, response: Response, group: boolean) => {
    const known = identity.personOf(person);
    const isOwner = known.key === identity.owner.key;
    if (list.has(known.key) || known.key === '' || isErasedKey(known.key)) return;
    const needed = role === 'organizer' || role === 'required';
    list.set(known.key, { person: known, role, response, group, needed, isOwner, listedInTime: true });
  };
  const organizer = organizerOf(identity, state);
  if (organizer !== null) add(organizer, 'organizer', 'organizer', false);
  for (const { person, role, response, group } of state.attendees as readonly Attendee[]) {
    const isOwner = identity.keyOf(person.key) === identity.owner.key;
    const own = isOwner ? (state.ownResponse ?? response) : response;
    add(person, role === 'organizer' ? 'required' : role, own, group === true);
  }
  // It stands in the owner's calendar: invited through a list, or the list is hidden.
  add(identity.owner, 'required', state.ownResponse ?? 'none', false);
  return [...list.values()];
}
