import { decisionHistories } from '../../domain/agree/decision-history';
import { topicNames } from '../../domain/agree/topic-names';
import { topicsIn } from '../../domain/agree/topics';
import { checkTopicName, type TopicFault } from '../../domain/facts/decided/topic-step';
import { ok, type Result } from '../../domain/result';
import type { Ports } from '../ports';
import { enter } from './own-entries';

/** What a topic is called from now on, unless another one is called so. Gives the id of the entry, to be taken back. */
export async function renameTopic(
  ports: Ports,
  topic: string,
  typed: string,
): Promise<Result<string, readonly TopicFault[]>> {
  const entries = await ports.ledger.ownEntries();
  const names = topicNames(entries);
  const others = topicsIn(entries, decisionHistories(entries, ports.clock()), names).filter(
    ({ key }) => key !== names.keyOf(topic),
  );
  const checked = checkTopicName(
    typed,
    topic,
    others.flatMap((one) => [one.name, ...one.names]),
  );
  if (!checked.ok) return checked;
  return ok(await enter(ports, { kind: 'topic-step', topic, step: 'renamed', to: checked.value }));
}

/** One topic from now on, called as the other one. */
export const joinTopics = (ports: Ports, topic: string, to: string): Promise<string> =>
  enter(ports, { kind: 'topic-step', topic, step: 'joined', to });

/** It is suggested no more; what was agreed about it holds (10.1). */
export const closeTopic = (ports: Ports, topic: string): Promise<string> =>
  enter(ports, { kind: 'topic-step', topic, step: 'closed' });
