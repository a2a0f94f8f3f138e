import type { OpenReading } from '../domain/facts/observed/reading';
import type { Attendee, Owner, Person, Response } from '../domain/facts/things/person';
import type { Recurrence } from '../domain/facts/things/series';
import { DAY, type Instant, MINUTE, type Span, type Zone } from '../domain/time/time';
import { localMinute } from '../domain/time/zone';
import { dateInId } from '../formats/text/date-in-id';
import { asked } from './ask-outlook';
import { graphId } from './open-item';
import { personOf } from './outlook-person';
import { patternOf } from './outlook-recurrence';

/** What the item itself cannot say. */
export interface MeetingAround {
  readonly owner: Owner;
  readonly now: Instant;
  /** The IANA name of a zone as Outlook writes it; null for one that nobody knows. */
  readonly zoneOf: (name: unknown) => Zone | null;
}

/** A meeting as Outlook shows it, before anybody asked what of it can be believed. */
interface Shown {
  readonly id: string | null;
  readonly title: string;
  readonly start: Date | null;
  readonly end: Date | null;
  readonly allDay: boolean;
  readonly organizer: Office.EmailAddressDetails | null;
  readonly required: readonly Office.EmailAddressDetails[];
  readonly optional: readonly Office.EmailAddressDetails[];
  readonly recurrence: Office.Recurrence | null;
  /** In its own form: only who organizes a meeting edits it. */
  readonly editing: boolean;
}

/** The open appointment with its people, for a log that has to do without Graph; null where there is none. */
export async function readOpenMeeting(series: string, around: MeetingAround): Promise<OpenReading | null> {
  const item = Office.context.mailbox.item;
  if (item?.itemType !== Office.MailboxEnums.ItemType.Appointment) return null;
  const reads = typeof (item as { subject: unknown }).subject === 'string';
  const shown = reads
    ? shownRead(item as unknown as Office.AppointmentRead)
    : await shownEdited(item as unknown as Office.AppointmentCompose);
  const span = spanOf(shown);
  if (span === null) return null;
  const zone = around.zoneOf(shown.recurrence?.recurrenceTimeZone?.name) ?? around.owner.zone;
  const organizer = personOf(shown.organizer);
  const ownerOrganizes = shown.editing || (organizer !== null && isOwner(around.owner, organizer));
  const attendees = attendeesOf(shown, organizer, ownerOrganizes, around.owner);
  const own = attendees.find(({ person }) => isOwner(around.owner, person));
  return {
    series,
    title: shown.title,
    span,
    originalDate: shown.id === null ? null : dateInId(shown.id),
    zone,
    allDay: shown.allDay,
    ownerOrganizes,
    organizer: organizer ?? (ownerOrganizes ? withoutZone(around.owner) : null),
    attendees,
    ownResponse: ownerOrganizes ? 'organizer' : (own?.response ?? 'not-visible'),
    recurrence: recurrenceOf(shown, span, zone),
    readAt: around.now,
  };
}

function shownRead(item: Office.AppointmentRead): Shown {
  return {
    id: graphId(item.itemId),
    title: item.subject ?? '',
    start: item.start ?? null,
    end: item.end ?? null,
    allDay: allDayOf(item),
    organizer: item.organizer ?? null,
    required: item.requiredAttendees ?? [],
    optional: item.optionalAttendees ?? [],
    recurrence: item.recurrence ?? null,
    editing: false,
  };
}

/** Two calls at a time: Outlook on the web refuses more than three (limits-for-activation). */
async function shownEdited(item: Office.AppointmentCompose): Promise<Shown> {
  const [title, start] = await Promise.all([
    asked<string>((done) => item.subject.getAsync(done)),
    asked<Date>((done) => item.start.getAsync(done)),
  ]);
  const [end, organizer] = await Promise.all([
    asked<Date>((done) => item.end.getAsync(done)),
    asked<Office.EmailAddressDetails>((done) => item.organizer.getAsync(done)),
  ]);
  const [required, optional] = await Promise.all([
    asked<Office.EmailAddressDetails[]>((done) => item.requiredAttendees.getAsync(done)),
    asked<Office.EmailAddressDetails[]>((done) => item.optionalAttendees.getAsync(done)),
  ]);
  const [recurrence, id] = await Promise.all([
    asked<Office.Recurrence>((done) => item.recurrence.getAsync(done)),
    asked<string>((done) => item.getItemIdAsync(done)),
  ]);
  return {
    id: graphId(id),
    title: title ?? '',
    start,
    end,
    allDay: false,
    organizer,
    required: required ?? [],
    optional: optional ?? [],
    recurrence,
    editing: true,
  };
}

/** Younger than the declared requirement set (Mailbox 1.14), and absent in older clients. */
const allDayOf = (item: object): boolean =>
  (item as { readonly isAllDayEvent?: unknown }).isAllDayEvent === true;

function spanOf({ start, end }: Shown): Span | null {
  const [from, to] = [start?.getTime() ?? Number.NaN, end?.getTime() ?? Number.NaN];
  return from <= to ? { start: from, end: to } : null;
}

const withoutZone = ({ zone: _, ...person }: Owner): Person => person;

const isOwner = (owner: Owner, { address }: Person): boolean =>
  address !== '' && [owner.address, ...(owner.otherAddresses ?? [])].includes(address);

const ANSWERS: Readonly<Record<string, Response>> = {
  accepted: 'accepted',
  tentative: 'tentative',
  declined: 'declined',
};

/**
 * Each once, without the organizer, whom Outlook lists among the required. On a copy that is not the organizer's own
 * nobody says what the answers of others shown there mean (4.4), and what is not told is not "no answer".
 */
function attendeesOf(
  { required, optional }: Shown,
  organizer: Person | null,
  ownerOrganizes: boolean,
  owner: Owner,
): readonly Attendee[] {
  const all = new Map<string, Attendee>();
  const add = (details: Office.EmailAddressDetails, role: Attendee['role']) => {
    const person = personOf(details);
    if (person === null || person.key === organizer?.key || all.has(person.key)) return;
    const own = isOwner(owner, person);
    if (own && ownerOrganizes) return;
    const answered = ANSWERS[String(details.appointmentResponse ?? '').toLowerCase()];
    const isSilent = ownerOrganizes && String(details.appointmentResponse ?? '').toLowerCase() === 'none';
    const isList = details.recipientType === Office.MailboxEnums.RecipientType.DistributionList;
    all.set(person.key, {
      person,
      role,
      response: (ownerOrganizes || own ? answered : undefined) ?? (isSilent ? 'none' : 'not-visible'),
      respondedAt: null,
      ...(isList ? { group: true } : {}),
    });
  };
  for (const one of required) add(one, 'required');
  for (const one of optional) add(one, 'optional');
  return [...all.values()];
}

/** The rule as Outlook tells it, with the times of the series' first day. */
function recurrenceOf({ recurrence, allDay }: Shown, span: Span, zone: Zone): Recurrence | null {
  const pattern = recurrence === null ? null : patternOf(recurrence);
  const firstDate = recurrence?.seriesTime?.getStartDate?.() ?? '';
  if (recurrence === null || pattern === null || !/^\d{4}-\d\d-\d\d$/.test(firstDate)) return null;
  const lastDate = recurrence.seriesTime.getEndDate?.() ?? null;
  const told = recurrence.seriesTime.getDuration?.() ?? 0;
  const length = told > 0 ? told : Math.round((span.end - span.start) / MINUTE);
  return {
    pattern,
    zone,
    firstDate,
    lastDate: typeof lastDate === 'string' && /^\d{4}-\d\d-\d\d$/.test(lastDate) ? lastDate : null,
    count: null,
    startMinute: allDay
      ? 0
      : (minuteOf(recurrence.seriesTime.getStartTime?.()) ?? localMinute(span.start, zone)),
    lengthMinutes: allDay ? Math.max(1, Math.round((length * MINUTE) / DAY)) * (DAY / MINUTE) : length,
    allDay,
  };
}

/** `T15:00:00.000`. */
function minuteOf(clock: string | undefined): number | null {
  const found = /^T?(\d\d):(\d\d)/.exec(clock ?? '');
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}

/** Whose mailbox it is, as Outlook says. */
export function ownProfile(): { readonly name: string; readonly address: string; readonly zone: string } {
  const { displayName, emailAddress, timeZone } = Office.context.mailbox.userProfile;
  return { name: displayName ?? '', address: emailAddress, zone: timeZone ?? '' };
}
