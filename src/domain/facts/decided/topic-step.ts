import { fail, ok, type Result } from '../../result';
import type { Instant } from '../../time/time';
import { nobody, type RowsOf, WITH_LOG } from '../things/kind-row';
import { type Agreement, type AgreementReply, topicKey } from './agreement';
import { TOPIC_MAX } from './decision';

export const TOPIC_STEPS = ['renamed', 'joined', 'closed'] as const;

/** What became of a topic (10.1), said of it by any of its names. Nothing that carries it is rewritten. */
export interface TopicStep {
  readonly kind: 'topic-step';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly topic: string;
  readonly step: (typeof TOPIC_STEPS)[number];
  /** Its new name, or the topic it was joined with; absent where it was closed. */
  readonly to?: string;
}

/** What tells what was agreed: a topic is meant by any of its names. */
export type AgreementFact = Agreement | AgreementReply | TopicStep;

const TELLS_AGREED: Readonly<Record<AgreementFact['kind'], true>> = {
  ...{ agreement: true, 'agreement-reply': true, 'topic-step': true },
};
export const isAgreementFact = (fact: { readonly kind: string }): fact is AgreementFact =>
  Object.hasOwn(TELLS_AGREED, fact.kind);

/** Topics stay with decisions when months are reduced (9). */
export const TOPIC_ROWS = {
  'topic-step': {
    by: 'owner',
    ...WITH_LOG,
    reach: 'nothing',
    people: nobody,
    sane: 'as-it-is',
    written: ['topic', 'to'],
    belongsTo: 'nobody',
    leftAlone: 'all',
    withoutName: 'nothing-else',
    reducedWith: 'never',
    deletes: false,
  },
} as const satisfies RowsOf<TopicStep>;

export const TOPIC_FAULTS = ['topic-missing', 'topic-too-long', 'topic-same', 'topic-taken'] as const;
export type TopicFault = (typeof TOPIC_FAULTS)[number];

/** The door of a new name. `taken`: the names of all other topics. */
export function checkTopicName(
  typed: string,
  now: string,
  taken: readonly string[],
): Result<string, readonly TopicFault[]> {
  const name = typed.trim();
  const key = topicKey(name);
  if (key === '') return fail(['topic-missing']);
  if (name.length > TOPIC_MAX) return fail(['topic-too-long']);
  if (name === now) return fail(['topic-same']);
  if (taken.some((one) => topicKey(one) === key)) return fail(['topic-taken']);
  return ok(name);
}
