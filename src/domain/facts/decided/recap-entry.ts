import type { Instant } from '../../time/time';
import type { OccurrenceKey, SeriesId } from '../things/occurrence';
import type { Person } from '../things/person';

/**
 * `came-back`: it went, and did not reach its reader (13.8). `by-hand`: the owner told them, by another way than a mail from
 * here.
 */
export const RECAP_STEPS = [
  'sending',
  'sent',
  'unverified',
  'taken-back',
  'refused',
  'came-back',
  'by-hand',
] as const;

/**
 * The journal of a sending, so that no recap goes twice: `sending` is written before Graph is
 * asked, `sent` after. A `sending` without partner is looked up by its `mailKey`, never repeated blindly.
 */
export interface RecapEntry {
  readonly kind: 'recap';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId;
  readonly occurrence: OccurrenceKey;
  /** One key per recap sending; carried by the draft as an extended property. */
  readonly mailKey: string;
  readonly step: (typeof RECAP_STEPS)[number];
  readonly to: readonly Person[];
  readonly subject: string;
  /** SHA-256 of the body, hex: what was said, without keeping it twice. */
  readonly bodyHash: string;
  readonly decisions: readonly string[];
  /** What it called them, in the same order, where one of them shares its number with another (`D-014b`). */
  readonly called?: readonly string[];
  /** Decisions that were still open in it: told as questions, not as decided. */
  readonly questions?: readonly string[];
  /** Points in it (12), and what it called them, in the same order: a number that was mailed never changes (12.1). */
  readonly points?: readonly string[];
  readonly pointsCalled?: readonly string[];
  /** When it went, for `sent`. */
  readonly sentAt: Instant | null;
  readonly messageId: string | null;
  /** When a `sending` is to go: until then it can be taken back. */
  readonly goesAt?: Instant;
  /** What the mail and the replies to it have in common in the owner's mailbox, where it is known. */
  readonly conversation?: string;
  /** By which both sides find the very mail in their own mailbox (13.8), where it is known. */
  readonly internetMessageId?: string;
}
