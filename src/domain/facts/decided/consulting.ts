import type { Instant, Zone } from '../../time/time';
import type { OccurrenceKey, SeriesId } from '../things/occurrence';
import type { Person } from '../things/person';
import type { Silence } from './agreement';

/** What was not known when a deadline was counted, and was taken as usual. */
export const ASSUMPTIONS = ['zone', 'holidays', 'hours'] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

/** `by-hand`: the owner says the mail went, from Outlook or otherwise. The others are as for a recap. */
export const REQUEST_STEPS = [
  'sending',
  'sent',
  'unverified',
  'by-hand',
  'taken-back',
  'refused',
  'came-back',
] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];

/**
 * A person was asked about a decision before it was taken: the journal of one asking, a fact per step, tied together
 * by `mailKey`. Says what the mail said, so that nobody has to count again.
 */
export interface InputRequest {
  readonly kind: 'input-request';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId | null;
  readonly decision: string;
  /** What it called the decision, where that shares its number with another (`D-014b`). */
  readonly called?: string;
  readonly person: Person;
  readonly mailKey: string;
  readonly step: RequestStep;
  readonly askedAt: Instant;
  readonly deadline: Instant;
  /** Theirs: where the deadline was counted. */
  readonly zone: Zone;
  /** Null: a date of the owner's choice. */
  readonly workingDays: number | null;
  readonly assumed: readonly Assumption[];
  readonly silence: Silence;
  /** The agreement the silence rule rests on; null: nothing was agreed, and silence holds. */
  readonly agreement: string | null;
  readonly subject: string;
  readonly bodyHash: string;
  readonly messageId: string | null;
  /** As of a recap. */
  readonly goesAt?: Instant;
  readonly conversation?: string;
  readonly internetMessageId?: string;
}

export const ANSWERS = ['ok', 'talk', 'problem'] as const;
export type Said = (typeof ANSWERS)[number];

/** What somebody answered about a decision, asked or not. `problem` reopens what was decided. */
export interface Answer {
  readonly kind: 'answer';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId | null;
  readonly decision: string;
  readonly person: Person;
  readonly said: Said;
  /** Theirs; may be empty. */
  readonly words: string;
  readonly at: Instant;
  readonly source: 'by-hand' | 'mail';
  /** In which state of the decision it was told or asked, where the answer names it (13.7). */
  readonly state?: number;
  /** The mail it was read from, so that it is read once and can be found. */
  readonly mail?: string;
  readonly subject?: string;
  /** By which both sides find it (13.8). */
  readonly internetMessageId?: string;
}

/**
 * Somebody wrote back in words of their own. No text of a mail is ever read, so nobody can tell what it says before the
 * owner does: by answers that name the same mail, or by taking this back where it was about something else.
 */
export interface MailReply {
  readonly kind: 'mail-reply';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId | null;
  /** Those that were in the mail they replied to. */
  readonly decisions: readonly string[];
  /** Questions that were in it (12), as far as they were open. */
  readonly points?: readonly string[];
  readonly person: Person;
  readonly at: Instant;
  readonly mail: string;
  /** What its subject says already, of one of several decisions. Null: nothing. */
  readonly said: Said | null;
  readonly subject?: string;
  readonly internetMessageId?: string;
  /** Who sent it in their name (5.5): then the owner says whether it is their word. */
  readonly sender?: Person;
}

export const DECISION_STEPS = ['decided', 'held', 'superseded', 'reopened'] as const;

/** What became of a decision after it was written down. Nothing before it is rewritten. */
export interface DecisionStep {
  readonly kind: 'decision-step';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId | null;
  readonly decision: string;
  readonly step: (typeof DECISION_STEPS)[number];
  /** When its meeting began, where that had begun, else when it was saved (10.2). */
  readonly at: Instant;
  /** In which occasion; null: outside of meetings. Absent: nobody said, as before that was asked. */
  readonly occurrence?: OccurrenceKey | null;
  /** The owner's; may be empty. */
  readonly reason: string;
  /** The agreed topics that it touches, found anew (11.2). */
  readonly touched?: readonly string[];
  /** The decision that takes its place, for `superseded`. */
  readonly by?: string;
  /** The requests (their `mailKey`) to which no reply was recorded in time, where it went ahead as agreed or was held. */
  readonly noReply?: readonly string[];
}

/** A decision is in the state saved last (10.2), whenever the meeting began in which it got that. */
export const savedAt = ({ at, occurrence, recordedAt }: DecisionStep): Instant =>
  typeof occurrence === 'string' ? Math.max(at, recordedAt) : at;

export type ConsultFact = InputRequest | Answer | DecisionStep;

const WENT: readonly RequestStep[] = ['sent', 'unverified', 'by-hand'];

/** Each asking at its last step, in the order asked. */
export function lastRequests(requests: readonly InputRequest[]): readonly InputRequest[] {
  const last = new Map<string, InputRequest>();
  for (const request of requests) {
    const before = last.get(request.mailKey);
    if (before === undefined || before.id < request.id) last.set(request.mailKey, request);
  }
  return [...last.values()].sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));
}

/** Those whose mail went, as far as anybody can know. */
export const sentRequests = (requests: readonly InputRequest[]): readonly InputRequest[] =>
  lastRequests(requests).filter(({ step }) => WENT.includes(step));
