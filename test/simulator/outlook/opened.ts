/** What the host page and the stand-in for Office.js in the pane's frame say to each other: plain shapes. */

export const ANSWERS = ['none', 'organizer', 'tentative', 'accepted', 'declined'] as const;
export type Answer = (typeof ANSWERS)[number];

export interface Guest {
  name: string;
  address: string;
  answer: Answer;
}

/** The item that lies open in Outlook, with ids as Graph's REST writes them. */
export interface OpenedItem {
  kind: 'appointment-read' | 'appointment-compose' | 'message-read';
  itemClass: string;
  id: string;
  seriesId: string | null;
  subject: string;
  /** Milliseconds since 1970; null for a message about no meeting. */
  start: number | null;
  end: number | null;
  createdAt: number;
  place: string;
  text: string;
  from: Guest;
  required: Guest[];
  optional: Guest[];
}

export interface Opening {
  item: OpenedItem | null;
  owner: { name: string; address: string; zone: string };
  theme: 'light' | 'dark';
  online: boolean;
  roaming: Record<string, unknown>;
}

export type ToFrame =
  | ({ simulated: 'opening' } & Opening)
  | { simulated: 'item'; item: OpenedItem | null }
  | { simulated: 'theme'; theme: 'light' | 'dark' }
  | { simulated: 'network'; online: boolean };

export interface NewMessage {
  to: string[];
  cc: string[];
  subject: string;
  html: string;
}

export type ToHost =
  | { simulated: 'hello' }
  | { simulated: 'new-message'; message: NewMessage }
  | { simulated: 'show-message'; id: string }
  | { simulated: 'roaming'; settings: Record<string, unknown> };

/** Exchange's own ids differ from those of REST in two signs only. */
export const ewsId = (rest: string): string => rest.replaceAll('-', '/').replaceAll('_', '+');
export const restId = (ews: string): string => ews.replaceAll('/', '-').replaceAll('+', '_');
