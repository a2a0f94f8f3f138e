import { fail, ok, type Result } from '../../result';
import type { Instant, Zone } from '../../time/time';
import { isKnownZone } from '../../time/zone';
import { folded } from '../things/folded';
import type { SeriesId } from '../things/occurrence';
import type { Person } from '../things/person';

/**
 * How far somebody wants to be asked, after the tree of Susan Scott's "Fierce Conversations": leaf: just do it;
 * branch: do it, tell me; trunk: tell me before you act; root: we decide together.
 */
export const LEVELS = ['leaf', 'branch', 'trunk', 'root'] as const;
export type Level = (typeof LEVELS)[number];

/** What it means when no reply came in time. It never counts for `root`. */
export const SILENCES = ['go-ahead', 'hold'] as const;
export type Silence = (typeof SILENCES)[number];

export interface AgreedTopic {
  readonly topic: string;
  readonly level: Level;
  /** What falls under it, in the writer's words; may be empty. */
  readonly examples: string;
  /** The level is for a month from their yes on; then this one, which it suspends, holds again (15). */
  readonly before?: Level;
}

/** As somebody changes it while they write: another topic or level is for good, not for a month (15). */
export function changedTopic(one: AgreedTopic, part: Partial<AgreedTopic>): AgreedTopic {
  if (part.topic === undefined && part.level === undefined) return { ...one, ...part };
  const { before: _, ...others } = one;
  return { ...others, ...part };
}

interface Terms {
  readonly topics: readonly AgreedTopic[];
  /** Working days within which they promise to answer; null: nothing was said. */
  readonly answerDays: number | null;
  readonly silence: Silence;
  /** Where to reach them: words, may be empty. */
  readonly reachAt: string;
  /** Where their working days are counted; null: nothing was said. */
  readonly zone: Zone | null;
}

/** A proposal to a person about being asked. It says nothing of what they think until their reply is recorded. */
export interface Agreement extends Terms {
  readonly kind: 'agreement';
  readonly id: string;
  readonly recordedAt: Instant;
  /** The series in which it was written down; it counts in all. */
  readonly series: SeriesId;
  readonly person: Person;
  /** 1 for the first with this person. */
  readonly version: number;
}

export const AGREEMENT_REPLIES = ['agreed', 'declined', 'ended'] as const;

/** What the person said to a proposal, in their words. */
export interface AgreementReply {
  readonly kind: 'agreement-reply';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId;
  readonly agreement: string;
  readonly said: (typeof AGREEMENT_REPLIES)[number];
  readonly words: string;
  /** When they said so. */
  readonly at: Instant;
  readonly source: 'by-hand' | 'mail';
}

/** What was typed so far; kept as typed. */
export interface AgreementDraft extends Omit<Terms, 'answerDays' | 'zone'> {
  readonly person: Person | null;
  readonly answerDays: string;
  readonly zone: string;
}

export const AGREEMENT_FAULTS = [
  'person-missing',
  'topics-missing',
  'too-many-topics',
  'topic-missing',
  'topic-twice',
  'topic-too-long',
  'examples-too-long',
  'days-out-of-range',
  'reach-too-long',
  'zone-unknown',
] as const;

export interface AgreementFault {
  readonly kind: (typeof AGREEMENT_FAULTS)[number];
  /** The row of the table it is about; null where it is about another field. */
  readonly row: number | null;
}

export const TOPICS_MAX = 40;
export const EXAMPLES_MAX = 300;
export const REACH_MAX = 200;
export const ANSWER_DAYS_MAX = 30;
const TOPIC_MAX = 80;

export type CheckedAgreement = Terms & { readonly person: Person };

/** Topics are one where only case, width, accents and white space differ (10.1). */
export const topicKey = (topic: string): string => folded(topic).trim().replace(/\s+/g, ' ');

const isBlank = ({ topic, examples }: AgreedTopic): boolean => topic.trim() === '' && examples.trim() === '';

/** The one door from what was typed to a proposal. Empty rows are left out; every fault at once. */
export function checkAgreement(draft: AgreementDraft): Result<CheckedAgreement, readonly AgreementFault[]> {
  const faults: AgreementFault[] = [];
  const add = (kind: AgreementFault['kind'], row: number | null = null) => faults.push({ kind, row });
  const seen = new Set<string>();
  for (const [row, one] of draft.topics.entries()) {
    if (isBlank(one)) continue;
    const key = topicKey(one.topic);
    if (key === '') add('topic-missing', row);
    else if (seen.has(key)) add('topic-twice', row);
    if (one.topic.trim().length > TOPIC_MAX) add('topic-too-long', row);
    if (one.examples.trim().length > EXAMPLES_MAX) add('examples-too-long', row);
    seen.add(key);
  }
  const topics = draft.topics.filter((one) => !isBlank(one));
  if (topics.length === 0) add('topics-missing');
  if (topics.length > TOPICS_MAX) add('too-many-topics');
  const days = draft.answerDays.trim() === '' ? null : Number(draft.answerDays);
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= ANSWER_DAYS_MAX)) {
    add('days-out-of-range');
  }
  const zone = draft.zone.trim() === '' ? null : draft.zone.trim();
  if (zone !== null && !isKnownZone(zone)) add('zone-unknown');
  if (draft.reachAt.trim().length > REACH_MAX) add('reach-too-long');
  if (draft.person === null) add('person-missing');
  if (faults.length > 0 || draft.person === null) return fail(faults);
  return ok({
    person: draft.person,
    topics: topics.map(({ topic, level, examples, before }) => ({
      topic: topic.trim(),
      level,
      examples: examples.trim(),
      ...(before === undefined || before === level ? {} : { before }),
    })),
    answerDays: days,
    silence: draft.silence,
    reachAt: draft.reachAt.trim(),
    zone,
  });
}
