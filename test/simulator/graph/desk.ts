import type { Instant } from '../time';
import type { Person } from '../world';
import type { FileShelf } from './file-shelf';
import type { MailRoom } from './mail-room';
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
  /** Whether a mutable id is refused with Prefer ImmutableId, and the other way round. */
  idsAsPreferred: boolean;
  /** The moment the organizer sent his last change, as an extended property of the event. */
  ownerCriticalChange: boolean;
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
  idsAsPreferred: true,
  ownerCriticalChange: false,
  appFolder: 'there',
};

/** How one request wants to be answered: its Prefer header, read. */
export interface Manner {
  zoneName: string;
  immutable: boolean;
  pageSize: number | null;
  bodyAsText: boolean;
  emptyRecurrenceZone: boolean;
}

/** All that a resource needs to answer: the world, whose mailbox, and the moment. */
export interface Desk {
  story: Story;
  owner: Person;
  now: Instant;
  habits: Habits;
  mail: MailRoom;
  files: FileShelf;
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
