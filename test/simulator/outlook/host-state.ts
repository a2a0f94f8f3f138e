import type { Told } from '../happenings';

/** What the server tells the host page about the world as of now. Times are milliseconds since 1970. */
export interface HostState {
  /** Another number after every start of the server, and after every turn back of the clock. */
  run: number;
  now: number;
  ticking: boolean;
  online: boolean;
  owner: MailboxOwner;
  mailbox: MailboxOwner;
  people: MailboxOwner[];
  told: Told[];
  calendar: CalendarItem[];
  inbox: MailItem[];
  sent: MailItem[];
  drafts: MailItem[];
}

export interface MailboxOwner {
  id: string;
  name: string;
  address: string;
  zone: string;
}

export interface Attendee {
  name: string;
  address: string;
  part: 'required' | 'optional' | 'resource';
  answer: 'none' | 'organizer' | 'tentative' | 'accepted' | 'declined';
  /** When the time begins that they proposed; the organizer's copy alone tells. */
  proposed: number | null;
}

export interface CalendarItem {
  id: string;
  seriesId: string | null;
  subject: string;
  start: number;
  end: number;
  createdAt: number;
  allDay: boolean;
  cancelled: boolean;
  organizedByMe: boolean;
  organizer: { name: string; address: string };
  attendees: Attendee[];
  myAnswer: Attendee['answer'];
  place: string;
  joinUrl: string | null;
  text: string;
}

export interface MailItem {
  id: string;
  immutableId: string;
  subject: string;
  from: { name: string; address: string };
  to: { name: string; address: string }[];
  cc: { name: string; address: string }[];
  at: number;
  preview: string;
  html: string;
  /** What kind of meeting message it is; null for an ordinary mail. */
  meeting: { itemClass: string; start: number; end: number } | null;
}
