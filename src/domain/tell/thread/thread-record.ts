import { type DecisionHistory, decisionHistories } from '../../agree/decision-history';
import { topicNames } from '../../agree/topic-names';
import { carriedBy, meetingTopics, type Topic, topicsIn } from '../../agree/topics';
import type { TopicStep } from '../../facts/decided/topic-step';
import type { Fact } from '../../facts/log/fact';
import type { SeriesId } from '../../facts/things/occurrence';
import type { Instant } from '../../time/time';
import type { WholeRecord } from '../whole-record';

/** A topic of the log, by any of its names. */
interface FoundTopic {
  readonly topic: Topic;
  /** What became of the topic itself, oldest first. */
  readonly steps: readonly TopicStep[];
  /** All other topics that are open. */
  readonly others: readonly Topic[];
  /** Decisions that are about it or touch it, with their course. */
  readonly histories: readonly DecisionHistory[];
  /** Single meetings that are about it. */
  readonly meetings: readonly SeriesId[];
  readonly isIt: (name: string) => boolean;
}

/** What the log holds about one topic, with the meetings in which it came up. */
export interface ThreadRecord extends WholeRecord, FoundTopic {}

/** `facts`: every own entry of the log. null: nothing carries it any more. */
export function findTopic(facts: readonly Fact[], name: string, now: Instant): FoundTopic | null {
  const names = topicNames(facts);
  const histories = decisionHistories(facts, now);
  const key = names.keyOf(name);
  const topics = topicsIn(facts, histories, names);
  const topic = topics.find((one) => one.key === key);
  if (topic === undefined) return null;
  const isIt = (one: string): boolean => names.keyOf(one) === key;
  return {
    ...{ topic, isIt },
    steps: names.stepsOf(topic.name),
    others: topics.filter((one) => one.key !== key && one.closed === null),
    meetings: [...meetingTopics(facts)].flatMap(([series, { rules }]) =>
      isIt(rules.topic ?? '') ? [series] : [],
    ),
    histories: histories.filter((one) => carriedBy(one).some(isIt)),
  };
}
