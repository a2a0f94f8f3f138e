import { getOr, type OccurrenceFile } from '../../facts/log/fact-index';
import { CLOCK_SKEW, type NoticeMail } from '../../facts/observed/notice-mail';
import type { Sighting } from '../../facts/observed/sighting';
import type { Identity } from '../../facts/things/identity';
import type { PersonKey } from '../../facts/things/person';
import type { SeriesSeen } from '../../facts/things/series';
import { exactly, HOUR, type Instant, isExact, type Moment } from '../../time/time';
import type { Invited, Roster } from '../judged/roster';
import { rangeOf } from './notice';
import { OFTEN } from './window';

export interface InvitationsGiven {
  readonly identity: Identity;
  readonly file: OccurrenceFile;
  /** States of the series up to the start: they list people before the occurrence was ever sighted. */
  readonly seen: readonly SeriesSeen[];
  readonly seriesMails: readonly NoticeMail[];
  readonly perWeek: number;
  /** It takes place once (10.3). */
  readonly single: boolean;
  /** Effective start. */
  readonly start: Instant;
}

/** 4.2: whose own first invitation to this occurrence arrived too late to expect them. */
export function invitedShortly(given: InvitationsGiven, roster: Roster): ReadonlySet<PersonKey> {
  const limit = (given.single || given.perWeek >= OFTEN ? 4 : 24) * HOUR;
  const states = statesOf(given);
  // Whoever was seen on the list before that needs no closer look; nearly everybody was.
  const early = states.filter(({ seenAt }) => seenAt <= given.start - limit).reverse();
  const lists = listsIn(given.identity);
  const isEarly = (person: PersonKey) => early.some((state) => lists(state).has(person));
  const late = new Set<PersonKey>();
  for (const { person, role } of roster.everybody) {
    if (role === 'organizer' || isEarly(person.key)) continue;
    const moment = firstInvitation(person.key, states, lists, given);
    if (moment !== null && isLess(moment, given.start, limit)) late.add(person.key);
  }
  return late;
}

/** Unknown or straddling: expected. Exactly the limit is in time. */
function isLess(moment: Moment, start: Instant, limit: number): boolean {
  if (isExact(moment)) return start - moment.until < limit;
  return moment.after !== null && start - (moment.after + 1) < limit;
}

const statesOf = ({ file, seen }: InvitationsGiven): readonly State[] =>
  [...seen, ...file.sightings].sort((a, b) => a.seenAt - b.seenAt);

type State = Sighting | SeriesSeen;

/** Whom a state lists. Read once for all people: of thousands, each would be looked for among thousands. */
function listsIn({ owner, keyOf }: Identity): (state: State) => ReadonlySet<PersonKey> {
  const known = new Map<State, ReadonlySet<PersonKey>>();
  return (state) =>
    getOr(known, state, () => {
      const listed = new Set(state.attendees.map(({ person }) => keyOf(person.key)));
      return 'ownResponse' in state ? listed.add(owner.key) : listed;
    });
}

/** The request mail, else the range between two looks at the list. A move or a new invitation does not renew it. */
function firstInvitation(
  person: PersonKey,
  states: readonly State[],
  lists: (state: State) => ReadonlySet<PersonKey>,
  given: InvitationsGiven,
): Moment | null {
  const at = states.findIndex((state) => lists(state).has(person));
  const first = states[at];
  if (first === undefined) return null;
  const before = states[at - 1]?.seenAt ?? null;
  const after = before === null ? first.lookedBefore : Math.max(before, first.lookedBefore ?? before);
  const request = [...given.file.mails, ...given.seriesMails]
    .filter(({ mail, previous }) => mail === 'request' && previous === null)
    .filter((mail) => (after === null || mail.at > after) && mail.at <= first.seenAt + CLOCK_SKEW)
    .sort((a, b) => a.at - b.at)[0];
  return request === undefined ? rangeOf(after, first.seenAt) : exactly(request.at);
}

/** 4.2, but for presence, which is decided before it. */
export const isExpected = (one: Invited, late: ReadonlySet<PersonKey>): boolean =>
  one.needed && !one.group && !late.has(one.person.key);

/** 2.5: there are required attendees, and the time of their invitation lets nobody expect any of them. */
export function allInvitedShortly(roster: Roster, late: ReadonlySet<PersonKey>): boolean {
  const required = roster.everybody.filter(({ role, needed }) => role !== 'organizer' && needed);
  return required.length > 0 && required.every(({ person }) => late.has(person.key));
}
