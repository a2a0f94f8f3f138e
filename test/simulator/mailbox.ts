import { BY_HAND } from './graph/conformance/offences';
import type { Mail } from './graph/mail/mail-room';
import { mailId } from './graph/mail/message-json';
import type { Mailbox } from './graph/simulated-graph';
import type { CalendarItem, MailItem } from './outlook/host-state';
import { DAY, type Instant } from './time';

/** A mailbox asked over Graph, as its owner's Outlook would. */
export type Ask = (request: Request) => Promise<Response>;

type Json = Record<string, unknown>;

const GRAPH = 'https://graph.microsoft.com/v1.0/me/';

async function readAll(ask: Ask, path: string): Promise<Json[]> {
  const found: Json[] = [];
  let next: string | undefined = GRAPH + path;
  while (next !== undefined) {
    const response = await ask(
      new Request(next, { headers: { Authorization: 'Bearer simulated-outlook', [BY_HAND]: 'Outlook' } }),
    );
    if (!response.ok) throw new Error(`${next}: ${response.status} ${await response.text()}`);
    const page = (await response.json()) as { value: Json[]; '@odata.nextLink'?: string };
    found.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return found;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const part = (value: unknown, name: string): unknown => (value as Json | null | undefined)?.[name];
const utc = (value: unknown): Instant => Date.parse(`${text(part(value, 'dateTime')).slice(0, 19)}Z`);

const person = (value: unknown) => {
  const mail = part(value, 'emailAddress');
  return { name: text(part(mail, 'name')), address: text(part(mail, 'address')) };
};
const people = (value: unknown) => (Array.isArray(value) ? value.map(person) : []);

const ANSWERS = {
  organizer: 'organizer',
  accepted: 'accepted',
  declined: 'declined',
  tentativelyAccepted: 'tentative',
} as const;
const answerOf = (value: unknown) => ANSWERS[text(part(value, 'response')) as keyof typeof ANSWERS] ?? 'none';

const PARTS = ['required', 'optional', 'resource'] as const;

function calendarItem(event: Json): CalendarItem {
  const attendees = Array.isArray(event.attendees) ? event.attendees : [];
  return {
    id: text(event.id),
    seriesId: text(event.seriesMasterId) || null,
    subject: text(event.subject),
    start: utc(event.start),
    end: utc(event.end),
    createdAt: Date.parse(text(event.createdDateTime)),
    allDay: event.isAllDay === true,
    cancelled: event.isCancelled === true,
    organizedByMe: event.isOrganizer === true,
    organizer: person(event.organizer),
    attendees: attendees.map((one: Json) => ({
      ...person(one),
      part: PARTS.find((name) => name === one.type) ?? 'required',
      answer: answerOf(one.status),
      proposed: one.proposedNewTime ? utc(part(one.proposedNewTime, 'start')) : null,
    })),
    myAnswer: event.isOrganizer === true ? 'organizer' : answerOf(event.responseStatus),
    place: text(part(event.location, 'displayName')),
    joinUrl: text(part(event.onlineMeeting, 'joinUrl')) || null,
    text: text(event.bodyPreview),
  };
}

const NOTICE_FREE = 'IPM.Note';

/** A mail as it lies in a mailbox; the id is the one Graph gives for it. */
function mailItem(mail: Mail): MailItem {
  const plain = mail.html.replace(/<(style|head)[\s\S]*?<\/\1>/gi, '').replace(/<[^>]+>/g, ' ');
  return {
    id: mailId(mail, false),
    immutableId: mailId(mail, true),
    subject: mail.subject,
    from: person(mail.from),
    to: people(mail.to),
    cc: people(mail.cc),
    at: mail.arrivedAt,
    preview: plain.replace(/\s+/g, ' ').trim().slice(0, 255),
    html: mail.html,
    meeting:
      mail.messageClass === NOTICE_FREE || mail.notice === null
        ? null
        : { itemClass: mail.messageClass, start: mail.notice.span.start, end: mail.notice.span.end },
  };
}

/** Everything a person sees in Outlook now: the calendar around a time, and the mail folders. */
export async function readMailbox(ask: Ask, folders: Mailbox, from: Instant, to: Instant) {
  const day = (instant: Instant) => new Date(instant).toISOString().slice(0, 19);
  const window = `startDateTime=${day(from - 7 * DAY)}Z&endDateTime=${day(to + 14 * DAY)}Z`;
  const events = await readAll(ask, `calendarView?${window}&$top=100`);
  return {
    calendar: events.map(calendarItem).sort((a, b) => a.start - b.start),
    inbox: folders.inbox.map(mailItem),
    sent: folders.sent.map(mailItem),
    drafts: folders.drafts.map(mailItem),
  };
}
