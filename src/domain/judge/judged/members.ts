import type { SeriesRules } from '../../facts/entered/rules';
import type { Identity } from '../../facts/things/identity';
import type { Person, PersonKey } from '../../facts/things/person';
import { type Invited, isOneToOne, type Roster } from './roster';

/** What the owner says of a person in a series: whether it can do without them, or leaves them out of the record. */
export const STANDINGS = ['as-invited', 'needed', 'not-needed', 'left-out'] as const;
export type MemberStanding = (typeof STANDINGS)[number];

export interface Member {
  readonly person: Person;
  readonly standing: MemberStanding;
}

/** Who has which standing in a series; whoever is not named is as invited. */
export type Standings = ReadonlyMap<PersonKey, MemberStanding>;

/** Somebody who is left out is left out, whatever else was said of them. */
export function standingsOf({ needed = {}, leftOut = [] }: SeriesRules, identity: Identity): Standings {
  const standings = new Map<PersonKey, MemberStanding>();
  for (const [person, choice] of Object.entries(needed)) {
    standings.set(identity.keyOf(person), choice ? 'needed' : 'not-needed');
  }
  for (const person of leftOut) standings.set(identity.keyOf(person), 'left-out');
  return standings;
}

export const leftOutOf = (standings: Standings): ReadonlySet<PersonKey> =>
  new Set([...standings].filter(([, standing]) => standing === 'left-out').map(([key]) => key));

/**
 * 1: the owner's word on who is needed goes before the invitation's. Not for the owner, whose absence has rules of its
 * own (2.5), not for rooms, and not for who was listed only after the start. Somebody whom a meeting does not need is a
 * third one in it, as an optional person is: it is no one-to-one.
 */
export function rosterBy(roster: Roster, standings: Standings): Roster {
  const standingOf = ({ person }: Invited) => standings.get(person.key);
  const isChosen = (one: Invited) =>
    (standingOf(one) === 'needed' || standingOf(one) === 'not-needed') &&
    !one.isOwner &&
    one.role !== 'resource' &&
    one.listedInTime;
  if (!roster.everybody.some(isChosen)) return roster;
  const everybody = roster.everybody.map((one) =>
    isChosen(one) ? { ...one, needed: standingOf(one) === 'needed' } : one,
  );
  const needed = new Set(everybody.filter((one) => one.needed).map(({ person }) => person.key));
  const listed = everybody.filter(({ listedInTime }) => listedInTime);
  return { ...roster, everybody, needed, oneToOne: isOneToOne(listed) };
}

/** Everybody but the owner who was on a list of the series, once each, with what the owner said of them. */
export function membersOf(rosters: readonly Roster[], standings: Standings): readonly Member[] {
  const members = new Map<PersonKey, Member>();
  for (const { everybody } of rosters) {
    for (const { person, role, isOwner } of everybody) {
      if (isOwner || role === 'resource') continue;
      members.set(person.key, { person, standing: standings.get(person.key) ?? 'as-invited' });
    }
  }
  return [...members.values()];
}

/** The rules that give a person another standing; what was said of everybody else stays. */
export function rulesGiving(
  standing: MemberStanding,
  { key, otherAddresses = [] }: Person,
  { needed = {}, leftOut = [] }: SeriesRules,
): Required<Pick<SeriesRules, 'needed' | 'leftOut'>> {
  const same = [key, ...otherAddresses];
  const choices = Object.entries(needed).filter(([person]) => !same.includes(person));
  const others = leftOut.filter((person) => !same.includes(person));
  if (standing === 'needed' || standing === 'not-needed') choices.push([key, standing === 'needed']);
  return {
    needed: Object.fromEntries(choices),
    leftOut: standing === 'left-out' ? [...others, key] : others,
  };
}
