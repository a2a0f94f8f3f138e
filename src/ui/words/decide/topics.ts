import type { Topic } from '../../../domain/agree/topics';
import type { TopicFault, TopicStep } from '../../../domain/facts/decided/topic-step';
import type { TimeWords } from '../times';

export const TOPIC_FAULT_WORDS: Readonly<Record<TopicFault, string>> = {
  'topic-missing': 'Please give it a name that can be read.',
  'topic-too-long': 'Please keep it under 80 characters.',
  'topic-same': 'It is called that already.',
  'topic-taken': 'Another topic has almost the same name. Join the two instead.',
};

/** What carries it: `3 decisions, 1 point, 1 meeting, in an agreement`. */
export function carriedWords({ decisions, points, meetings, agreed }: Topic): string {
  const counted = (count: number, one: string) =>
    count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'}`];
  return [
    ...counted(decisions, 'decision'),
    ...counted(points, 'point'),
    ...counted(meetings, 'meeting'),
    ...(agreed ? ['in an agreement'] : []),
  ].join(', ');
}

/** What became of the topic itself. */
export function topicStepWords({ step, topic, to = '', recordedAt }: TopicStep, time: TimeWords): string {
  const day = time.day(recordedAt);
  switch (step) {
    case 'renamed':
      return `“${topic}” renamed to “${to}” on ${day}`;
    case 'joined':
      return `“${topic}” joined with “${to}” on ${day}`;
    case 'closed':
      return `Closed on ${day}: no longer suggested; what was agreed about it still holds`;
  }
}
