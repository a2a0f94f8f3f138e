import { personGroupOf, sentApologies, wasPresent } from '../facts/things/outcomes';
import type { Owner, Person } from '../facts/things/person';
import type { JudgedOccurrence, JudgedPerson } from '../judge/judged/judged';
import { missed } from '../judge/questions/missed';

/** Why somebody could get it, and whether it is news to whom that is said of: then they are listed before the others. */
const REASON_ROWS = {
  'was-not-there': true,
  /** Nobody could be there, or nobody knows who waited: it was cancelled, left out, or never came about. */
  'was-to-be-there': true,
  'connected-briefly': true,
  'sent-somebody': true,
  'there-for-part': true,
  away: true,
  apologies: true,
  optional: false,
  'should-hear': true,
  'was-there': false,
  'not-recorded': false,
} as const;
export type RecipientReason = keyof typeof REASON_ROWS;

export const isNewsTo = ({ reason }: { readonly reason: RecipientReason }): boolean => REASON_ROWS[reason];

/** Mails of their own at once: Exchange takes thirty a minute, and more are not read before they go. */
export const OWN_MAILS_MAX = 30;
/** Exchange takes no more people in one mail. */
export const ONE_MAIL_MAX = 500;

/** Somebody the recap could go to; absentees are ticked (background 4.6). */
export interface Recipient {
  readonly person: Person;
  readonly reason: RecipientReason;
  readonly ticked: boolean;
  readonly outsideOrganization: boolean;
  /** False when the person has no address anybody could write to. */
  readonly reachable: boolean;
}

/**
 * Everybody the recap of an occurrence could go to, each once, absentees ticked, the owner never. Somebody of whom
 * nothing is known is not taken for absent, and nobody outside the organization is ticked for the writer.
 * `informed`: who should hear of the decisions in it. `isPaced`: they hear in a rhythm of their own, and are not ticked (13.5).
 */
export function recipientsOf(
  occurrence: JudgedOccurrence,
  owner: Owner,
  informed: readonly Person[],
  isPaced: (person: Person) => boolean = () => false,
): readonly Recipient[] {
  const own = addressesOf(owner);
  const recipients = new Map<string, Recipient>();
  const add = (person: Person, reason: RecipientReason, wanted: boolean) => {
    if ([...addressesOf(person)].some((address) => own.has(address))) return;
    const key = person.address === '' ? person.key : person.address;
    if (recipients.has(key)) return;
    const outsideOrganization = isOutside(person, owner);
    const reachable = person.address.includes('@');
    const ticked = wanted && reachable && !outsideOrganization && !isPaced(person);
    recipients.set(key, { person, reason, ticked, outsideOrganization, reachable });
  };
  const shouldHear = new Set(informed.flatMap((person) => [...addressesOf(person)]));
  for (const one of occurrence.people) {
    if (one.isOwner || one.role === 'resource') continue;
    // Who was not asked and was not there has no part in it.
    if (one.invited === false && !wasPresent(one.outcome)) continue;
    const reason = reasonOf(occurrence, one);
    const named = [...addressesOf(one.person)].some((address) => shouldHear.has(address));
    if (reason === 'optional' && named) add(one.person, 'should-hear', true);
    else add(one.person, reason, missed(occurrence, one));
  }
  for (const person of informed) add(person, 'should-hear', true);
  const first = (one: Recipient): number => Number(one.ticked) * 2 + Number(isNewsTo(one));
  return [...recipients.values()].sort((a, b) => first(b) - first(a));
}

function reasonOf(occurrence: JudgedOccurrence, one: JudgedPerson): RecipientReason {
  const { outcome, needed } = one;
  if (outcome === 'present') return 'was-there';
  // They heard a part of it; what they are offered is the rest.
  if (wasPresent(outcome)) return 'there-for-part';
  if (!needed) return 'optional';
  if (outcome === 'away') return 'away';
  if (sentApologies(outcome)) return 'apologies';
  if (occurrence.outcome === 'excluded-away' || occurrence.outcome === 'excluded-holiday') return 'away';
  if (outcome === 'connected-briefly') return outcome;
  if (outcome === 'delegate-attended') return 'sent-somebody';
  if (!missed(occurrence, one)) return 'not-recorded';
  const isSeen = outcome !== null && personGroupOf(outcome) === 'no-message';
  return isSeen ? 'was-not-there' : 'was-to-be-there';
}

const addressesOf = ({ key, address, otherAddresses = [] }: Person): ReadonlySet<string> =>
  new Set([key, address, ...otherAddresses].filter((one) => one !== ''));

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Whether a mail to them may be ticked for its writer: they can be written to, and are not outside the organization. */
export const canBeTicked = (person: Person, owner: Owner): boolean =>
  person.address.includes('@') && !isOutside(person, owner);

/** Another domain than any of the owner's. Where either is unknown, nobody can say so. */
export function isOutside({ address }: Person, owner: Owner): boolean {
  const own = [owner.address, ...(owner.otherAddresses ?? [])]
    .filter((one) => one.includes('@'))
    .map(domainOf);
  return address.includes('@') && own.length > 0 && !own.includes(domainOf(address));
}
