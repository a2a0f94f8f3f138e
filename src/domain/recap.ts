import type { Person } from './person';

export { decisionsFor, nextOccurrence } from './recap-content';
export type { RecapEntry } from './recap-entry';
export {
  ONE_MAIL_MAX,
  OWN_MAILS_MAX,
  type Recipient,
  type RecipientReason,
  recipientsOf,
} from './recipients';

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
