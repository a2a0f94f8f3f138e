import type { Person } from './person';

/** A message ready to be shown, edited and sent. */
export interface Message {
  readonly to: readonly Person[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly Attachment[];
}

export interface Attachment {
  readonly name: string;
  readonly mime: string;
  /** At most 3 MB: more needs an upload session of Graph. */
  readonly bytes: Uint8Array;
}
