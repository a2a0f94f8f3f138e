import { ewsId, type Guest, type OpenedItem } from '../outlook/opened';
import type { Profile } from './profiles';
import type { Rule } from './rule';

/** The owner of the mailbox, as Outlook tells it. */
export interface MailboxOwner {
  name: string;
  address: string;
  zone: string;
}

/** An item as it lies open: `unsaved` was never stored, `client-id` is stored here and not yet on the server. */
export interface Opened {
  item: OpenedItem | null;
  saved: 'saved' | 'unsaved' | 'client-id';
  /** How its series repeats. */
  rule?: Rule | null;
}

const ITEM_TYPE = { message: 1, appointment: 2, meetingRequest: 3, appointmentCompose: 5, none: 6 } as const;
const RESPONSES = ['none', 'organizer', 'tentative', 'accepted', 'declined'] as const;
const USER = 2;
/** As Outlook on the web counts permissions, which is not as Office.js does. */
const READ_WRITE_ITEM = 3;

const details =
  (profile: Profile) =>
  ({ name, address, answer }: Guest) => ({
    name,
    address,
    appointmentResponse: RESPONSES.indexOf(answer),
    ...(profile.recipientTypes ? { recipientType: USER } : {}),
  });

/** The organizer is listed among the required attendees too, on the web and on Windows. */
const required = (item: OpenedItem) => [item.from, ...item.required];

function idOf(item: OpenedItem, profile: Profile): string | null {
  if (item.seriesId === null || profile.occurrenceId === 'own') return ewsId(item.id);
  return profile.occurrenceId === 'master' ? ewsId(item.seriesId) : null;
}

function typeOf(item: OpenedItem | null): number {
  if (item === null) return ITEM_TYPE.none;
  if (item.kind === 'appointment-read') return ITEM_TYPE.appointment;
  if (item.kind === 'appointment-compose') return ITEM_TYPE.appointmentCompose;
  return item.itemClass === 'IPM.Note' ? ITEM_TYPE.message : ITEM_TYPE.meetingRequest;
}

const seriesIdOf = (item: OpenedItem) => (item.seriesId === null ? null : ewsId(item.seriesId));

/** Everything Office.js is told of the open item when it starts, and again when another item is chosen. */
export function initialValues({ item, rule = null }: Opened, owner: MailboxOwner, profile: Profile): object {
  const mailbox = {
    itemType: typeOf(item),
    permissionLevel: READ_WRITE_ITEM,
    userDisplayName: owner.name,
    userEmailAddress: owner.address,
    userProfileType: 'enterprise',
    userTimeZone: owner.zone,
    timeZoneOffsets: [],
    hostVersion: '20261116001.10',
    owaView: 'ThreeColumns',
    isRestIdSupported: true,
    isFromSharedFolder: false,
    attachments: [],
  };
  if (item === null) return mailbox;
  // In compose only the series is told at once; the rest is asked for piece by piece.
  if (item.kind === 'appointment-compose') return { ...mailbox, seriesId: seriesIdOf(item) };
  return {
    ...mailbox,
    id: idOf(item, profile),
    subject: item.subject,
    normalizedSubject: item.subject.replace(/^(Canceled|Accepted|Declined|Tentative|Updated): /, ''),
    itemClass: item.itemClass,
    dateTimeCreated: item.createdAt,
    dateTimeModified: item.createdAt,
    ...(item.start === null ? {} : { start: item.start, end: item.end, recurrence: rule }),
    seriesId: seriesIdOf(item),
    location: item.place,
    organizer: details(profile)(item.from),
    from: details(profile)(item.from),
    sender: details(profile)(item.from),
    to: (item.kind === 'appointment-read' ? required(item) : item.required).map(details(profile)),
    cc: item.optional.map(details(profile)),
    isAllDayEvent: false,
  };
}

/** Answers of an item in its form, by the names of `METHODS`; an id only where the item has one. */
export function formValues({ item, saved, rule = null }: Opened, profile: Profile) {
  if (item?.kind !== 'appointment-compose') return null;
  return {
    subject: item.subject,
    start: item.start,
    end: item.end,
    location: item.place,
    required: item.required.map(details(profile)),
    optional: item.optional.map(details(profile)),
    organizer: details(profile)(item.from),
    recurrence: rule,
    id: saved === 'saved' ? idOf(item, profile) : saved === 'client-id' ? 'clientid:0a1b2c3d' : 'unsaved',
  };
}

export type FormValues = NonNullable<ReturnType<typeof formValues>>;
