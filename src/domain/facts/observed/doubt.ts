import type { Identity } from '../things/identity';
import { dateOf, type OccurrenceKey } from '../things/occurrence';
import type { PersonKey } from '../things/person';
import type { SeriesSeen } from '../things/series';
import { CLOCK_SKEW, isAnswer, type NoticeMail } from './notice-mail';
import type { Missing, Sighting } from './sighting';

/** Why a meeting message is a question and no evidence (2, 5.5). */
export const DOUBTS = ['not-the-organizer', 'sent-by-another', 'calendar-says-otherwise'] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface DoubtedMail {
  readonly mail: NoticeMail;
  readonly doubt: Doubt;
}

interface Mails {
  readonly mails: NoticeMail[];
  readonly doubted: DoubtedMail[];
}

interface Page extends Mails {
  readonly key: OccurrenceKey;
  readonly sightings: readonly Sighting[];
  readonly missings: readonly Missing[];
}

interface Series extends Mails {
  readonly seen: readonly SeriesSeen[];
  readonly occurrences: ReadonlyMap<OccurrenceKey, Page>;
}

/**
 * Takes the mails out of a series that are no evidence yet, and keeps each with what speaks against it. The name that a
 * mail shows is whatever its sender wrote there, so only addresses count: of a change the organizer's (2). One that
 * somebody else sent for them counts once the calendar says the same, and one that the calendar contradicts does not.
 */
export function doubtMails(file: Series, identity: Identity): void {
  const organizers = organizersOf(file, identity);
  sortOut(file, (mail) => doubtOf(mail, organizers, identity, ofSeries(file, mail)));
  for (const page of file.occurrences.values()) {
    sortOut(page, (mail) => doubtOf(mail, organizers, identity, ofOccurrence(file, page, mail, identity)));
  }
}

function sortOut(file: Mails, doubt: (mail: NoticeMail) => Doubt | null): void {
  // All are looked at before any is taken out: one of them can explain another.
  const told = file.mails.map((mail) => ({ mail, doubt: doubt(mail) }));
  const doubted = told.flatMap(({ mail, doubt: why }) => (why === null ? [] : [{ mail, doubt: why }]));
  if (doubted.length === 0) return;
  const believed = told.filter((one) => one.doubt === null).map(({ mail }) => mail);
  file.mails.splice(0, file.mails.length, ...believed);
  file.doubted.push(...doubted);
}

/** What the calendar has to say to one mail. */
interface Calendar {
  readonly agrees: boolean;
  readonly contradicts: boolean;
}

function doubtOf(
  mail: NoticeMail,
  organizers: ReadonlySet<PersonKey>,
  identity: Identity,
  calendar: Calendar,
): Doubt | null {
  if (mail.sentByOwner) return null;
  const from = identity.keyOf(mail.from.key);
  // Where nobody ever saw who organizes it, nothing speaks against the mail.
  if (!isAnswer(mail.mail) && organizers.size > 0 && !organizers.has(from)) return 'not-the-organizer';
  if (calendar.agrees) return null;
  if (mail.sender !== null && identity.keyOf(mail.sender.key) !== from) return 'sent-by-another';
  return calendar.contradicts ? 'calendar-says-otherwise' : null;
}

function organizersOf(file: Series, { owner, keyOf }: Identity): ReadonlySet<PersonKey> {
  const found = new Set<PersonKey>();
  const add = ({ ownerOrganizes, organizer }: Pick<Sighting, 'ownerOrganizes' | 'organizer'>) => {
    if (ownerOrganizes) found.add(owner.key);
    else if (organizer !== null) found.add(keyOf(organizer.key));
  };
  file.seen.forEach(add);
  for (const { sightings } of file.occurrences.values()) sightings.forEach(add);
  return found;
}

function ofSeries({ seen, mails }: Series, mail: NoticeMail): Calendar {
  if (isAnswer(mail.mail)) return { agrees: false, contradicts: false };
  const alive = seen.filter(({ there, cancelled }) => there && !cancelled);
  if (mail.mail !== 'cancellation') return { agrees: alive.length > 0, contradicts: false };
  return {
    agrees: seen.some((one) => (!one.there || one.cancelled) && one.seenAt >= mail.at - CLOCK_SKEW),
    contradicts: alive.some(({ seenAt }) => isAgainst(mail, seenAt, mails)),
  };
}

function ofOccurrence(file: Series, page: Page, mail: NoticeMail, identity: Identity): Calendar {
  const { sightings, missings, mails } = page;
  const { at } = mail;
  const isAfter = ({ seenAt }: { readonly seenAt: number }) => seenAt >= at - CLOCK_SKEW;
  const alive = sightings.filter(({ cancelled }) => !cancelled);
  const before = sightings.findLast(({ seenAt }) => seenAt < at);
  if (isAnswer(mail.mail)) {
    const from = identity.keyOf(mail.from.key);
    const agrees = sightings.some(
      (seen) =>
        isAfter(seen) &&
        seen.attendees.some((one) => identity.keyOf(one.person.key) === from && one.response === mail.mail),
    );
    return { agrees, contradicts: false };
  }
  if (mail.mail === 'cancellation') {
    const date = dateOf(page.key);
    const agrees =
      sightings.some((seen) => seen.cancelled && isAfter(seen)) ||
      missings.some(isAfter) ||
      file.seen.some(
        (seen) => isAfter(seen) && (!seen.there || seen.cancelled || seen.cancelledDates.includes(date)),
      );
    return { agrees, contradicts: alive.some(({ seenAt }) => isAgainst(mail, seenAt, mails)) };
  }
  const start = mail.span?.start;
  const stands = (seen: Sighting) => start === undefined || seen.span.start === start;
  const agrees = alive.some((seen) => stands(seen) && (isAfter(seen) || seen === before));
  const stayed = (seen: Sighting) => seen.span.start === before?.span.start && !stands(seen);
  return {
    agrees,
    contradicts: alive.some((seen) => stayed(seen) && isAgainst(mail, seen.seenAt, mails)),
  };
}

/** A look well after the mail, with no other mail about it in between that would explain what it saw. */
const isAgainst = (mail: NoticeMail, seenAt: number, mails: readonly NoticeMail[]): boolean =>
  seenAt > mail.at + CLOCK_SKEW &&
  !mails.some((other) => !isAnswer(other.mail) && other.at > mail.at && other.at <= seenAt + CLOCK_SKEW);
