import { topicKey } from '../facts/decided/agreement';
import type { TopicStep } from '../facts/decided/topic-step';
import { asSaid, dated } from '../facts/log/dating';
import type { Fact } from '../facts/log/fact';
import { takenBack } from '../facts/log/standing';

/** Every name that a topic had, itself included. */
export type NamesOf = (topic: string) => readonly string[];

export const itsName: NamesOf = (topic) => [topic];

/** Which names are one topic, and what it is called now (10.1). */
export interface TopicNames {
  readonly namesOf: NamesOf;
  /** The same for every name of a topic. */
  readonly keyOf: (topic: string) => string;
  /** As it was last renamed or joined; null: it never was. */
  readonly calledNow: (topic: string) => string | null;
  /** What closed it; null: it is open. Where it was joined with another since, both go on. */
  readonly closedBy: (topic: string) => TopicStep | null;
  /** What became of it, oldest first. */
  readonly stepsOf: (topic: string) => readonly TopicStep[];
}

interface Group {
  readonly key: string;
  readonly names: readonly string[];
  readonly steps: readonly TopicStep[];
}

/**
 * Read from the steps that stand. Each ties two names together, so the order in which two logs were merged does not matter;
 * what a topic is called is said by the latest.
 */
export function topicNames(facts: readonly Fact[]): TopicNames {
  const groups = groupsOf(stepsIn(facts));
  const groupOf = (topic: string) => groups.get(topicKey(topic));
  return {
    namesOf: (topic) => groupOf(topic)?.names ?? [topic],
    keyOf: (topic) => groupOf(topic)?.key ?? topicKey(topic),
    calledNow: (topic) => groupOf(topic)?.steps.findLast(({ to }) => to !== undefined)?.to ?? null,
    closedBy: (topic) => {
      const last = groupOf(topic)?.steps.findLast(({ step }) => step !== 'renamed');
      return last?.step === 'closed' ? last : null;
    },
    stepsOf: (topic) => groupOf(topic)?.steps ?? [],
  };
}

function stepsIn(facts: readonly Fact[]): readonly TopicStep[] {
  if (!facts.some(({ kind }) => kind === 'topic-step')) return [];
  const back = takenBack(facts);
  return [...dated(facts)]
    .sort(asSaid)
    .filter((fact) => fact.kind === 'topic-step')
    .filter(({ id, topic, to = topic }) => !back.has(id) && topicKey(topic) !== '' && topicKey(to) !== '');
}

/** By the key of each name. */
function groupsOf(steps: readonly TopicStep[]): ReadonlyMap<string, Group> {
  const tied = new Map<string, Set<string>>();
  const spelled = new Map<string, string>();
  for (const { topic, to = topic } of steps) {
    const both = [topic, to].map((name) => {
      const key = topicKey(name);
      spelled.set(key, name);
      return tied.get(key) ?? new Set([key]);
    });
    const all = new Set(both.flatMap((keys) => [...keys]));
    for (const key of all) tied.set(key, all);
  }
  const groups = new Map<string, Group>();
  for (const keys of new Set(tied.values())) {
    const sorted = [...keys].sort();
    const group: Group = {
      key: sorted[0] ?? '',
      names: sorted.map((key) => spelled.get(key) ?? key),
      steps: steps.filter(({ topic }) => keys.has(topicKey(topic))),
    };
    for (const key of keys) groups.set(key, group);
  }
  return groups;
}
