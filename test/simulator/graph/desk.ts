import type { Instant } from '../time';
import type { Happening, Person } from '../world';
import type { FileShelf } from './file-shelf';
import type { MailRoom } from './mail/mail-room';
import type { Json, Query } from './odata';
import type { Story } from './story';

/** Switches between ways in which Graph has been seen to behave. */
export interface Habits {
  /** How a tentative response is spelt: as in the metadata, or as it should be. */
  tentativeSpelling: 'meetingTenativelyAccepted' | 'meetingTentativelyAccepted';
  /** What expanding the event of a meeting message gives when the event is gone. */
  goneEvent: 'empty' | 'null' | 'error-500';
  /** Selecting members of eventMessage by their bare names on /me/messages. */
  derivedSelect: 'ignored' | 'honoured' | 'refused';
  deltaSelect: 'ignored' | 'honoured' | 'refused';
  /** The owner's copies of other people's masters come without a recurrence zone. */
  emptyRecurrenceZone: boolean;
  /** Co-organizers may read attendance. */
  coOrganizersReadReports: boolean;
  /** Attendance reports are switched off. */
  reportsOff: boolean;
  /** `Prefer: outlook.timezone` is honoured; now and then a server does not. */
  honoursTimeZone: boolean;
  /** Milliseconds, on the world's clock, until a sent mail is in Sent Items and in other people's inboxes. */
  deliveryTime: number;
  /** What a mail that was sent for later says of itself while it waits, and whether it keeps its lasting id. */
  waitingIs: 'draft' | 'no-draft';
  waitingKeepsId: boolean;
  /** Milliseconds that such a mail goes later than it was meant to. */
  waitsLonger: number;
  /** What a DELETE in its last second does: it is taken back, or it goes all the same, with either answer. */
  lastSecond: 'taken-back' | 'gone-204' | 'gone-404';
  /** Whether this mailbox takes the time to send at, on a draft that is there. */
  deferring: 'works' | 'refused';
  /** Whether a mutable id is refused with Prefer ImmutableId, and the other way round. */
  idsAsPreferred: boolean;
  /** The moment the organizer sent his last change, as an extended property of the event. */
  ownerCriticalChange: boolean;
  /** As what a cancelled occurrence stands in an attendee's calendar, and whether it keeps its id. */
  cancelledStaysAs: 'exception' | 'occurrence';
  cancelledKeepsId: boolean;
  /** What an attendee removed is among the cancelled dates of the attendee's own master. */
  removedIsListed: boolean;
  /** What the organizer cancelled is among the cancelled dates of the master. */
  cancelledIsListed: boolean;
  /** With immutable ids asked for, occurrences have them, too. */
  occurrenceIdsLast: boolean;
  /** The type of a mail that cancels one occurrence, and what it says of that occurrence. */
  cancellationIs: 'eventMessage' | 'eventMessageRequest';
  cancellationIsOf: 'exception' | 'occurrence' | 'singleInstance';
  /** A filter by the message classes of meetings. */
  classFilter: 'works' | 'finds-nothing' | 'refused';
  /** Whoever does not let reports identify them is not in one, or stands there without a name. */
  optOut: 'absent' | 'placeholder';
  /** `If-Match` when a whole file is put into the app's folder. */
  ifMatchOnPut: 'checked' | 'ignored';
  /** And when a message is deleted. */
  ifMatchOnDelete: 'checked' | 'ignored';
  /** What the calendars of others show of when they are taken. */
  freeBusyOfOthers: 'items' | 'view-only' | 'refused';
  /** The code that says a permission is missing. */
  deniedAs: 'ErrorAccessDenied' | 'Authorization_RequestDenied';
  /** The app's folder in OneDrive; a fresh one is not listed before it was looked at, and some people have no drive. */
  appFolder: 'there' | 'fresh' | 'no-drive';
}

export const USUAL_HABITS: Habits = {
  tentativeSpelling: 'meetingTenativelyAccepted',
  goneEvent: 'empty',
  derivedSelect: 'ignored',
  deltaSelect: 'ignored',
  emptyRecurrenceZone: false,
  coOrganizersReadReports: false,
  reportsOff: false,
  honoursTimeZone: true,
  deliveryTime: 0,
  waitingIs: 'draft',
  waitingKeepsId: true,
  waitsLonger: 0,
  lastSecond: 'taken-back',
  deferring: 'works',
  idsAsPreferred: true,
  ownerCriticalChange: false,
  cancelledStaysAs: 'exception',
  cancelledKeepsId: true,
  removedIsListed: true,
  cancelledIsListed: true,
  occurrenceIdsLast: true,
  cancellationIs: 'eventMessage',
  cancellationIsOf: 'exception',
  classFilter: 'works',
  optOut: 'absent',
  ifMatchOnPut: 'checked',
  ifMatchOnDelete: 'checked',
  freeBusyOfOthers: 'items',
  deniedAs: 'ErrorAccessDenied',
  appFolder: 'there',
};

/** How one request wants to be answered: its Prefer header, read. */
export interface Manner {
  zoneName: string;
  immutable: boolean;
  pageSize: number | null;
  bodyAsText: boolean;
  habits: Habits;
}

/** All that a resource needs to answer: the world, whose mailbox, and the moment. */
export interface Actions {
  story: Story;
  owner: Person;
  now: Instant;
  habits: Habits;
  mail: MailRoom;
  files: FileShelf;
  /** What is done through Graph happens in the world. */
  happen: (happening: Happening) => void;
  /** Forget delta tokens issued before this number: they answer 410. */
  deltaGeneration: number;
}

export interface Call {
  method: string;
  /** Decoded parts of the path behind `/me/`. */
  parts: string[];
  query: Query;
  manner: Manner;
  headers: Headers;
  /** The request body as JSON, or an empty object. */
  body: Json;
  /** The request body as bytes, for files. */
  bytes: Uint8Array;
}
