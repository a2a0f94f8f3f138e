import type { TopicStep } from '../facts/decided/topic-step';
import type { RulesSet } from '../facts/entered/rules';
import { asSaid } from '../facts/log/dating';
import type { Fact } from '../facts/log/fact';
import { saneFact } from '../facts/log/sane';
import { takenBack } from '../facts/log/standing';
import type { SeriesId } from '../facts/things/occurrence';
import { grouped } from '../sorting';
import { DAY, type Instant } from '../time/time';
import type { DecisionHistory } from './decision-history';
import { type TopicNames, topicNames } from './topic-names';

/** A topic of the log, under whatever names it is carried (10.1). */
export interface Topic {
  /** The same for every name of it. */
  readonly key: string;
  /** What it is called now. */
  readonly name: string;
  /** All names it had by renaming and joining. */
  readonly names: readonly string[];
  readonly closed: TopicStep | null;
  readonly decisions: number;
  readonly points: number;
  /** Single meetings. */
  readonly meetings: number;
  /** Somebody agreed, or was asked to agree, about being asked. */
  readonly agreed: boolean;
}

interface Mention {
  readonly name: string;
  readonly at: readonly [number, string];
  readonly of: 'decision' | 'point' | 'agreement' | 'meeting';
}

/** What a decision is about, and the agreed topics that it touches as its last save found them. */
export const carriedBy = ({
  decision,
  touched,
}: Pick<DecisionHistory, 'decision' | 'touched'>): readonly string[] => [decision.topic, ...touched];

/** Everything that decisions, points and agreements are about, open ones first, by name. */
export function topicsIn(
  facts: readonly Fact[],
  histories: readonly DecisionHistory[],
  names: TopicNames,
): readonly Topic[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of [...mentionsIn(facts), ...meetingMentions(facts), ...histories.flatMap(mentionsOf)]) {
    const key = names.keyOf(mention.name);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  return [...groups]
    .map(([key, mentions]) => topicOf(key, mentions, names))
    .sort(
      (a, b) =>
        Number(a.closed !== null) - Number(b.closed !== null) ||
        a.name.localeCompare(b.name) ||
        (a.key < b.key ? -1 : 1),
    );
}

function topicOf(key: string, mentions: readonly Mention[], names: TopicNames): Topic {
  const last = mentions.reduce((latest, one) => (isLater(one, latest) ? one : latest));
  const count = (of: Mention['of']) =>
    new Set(mentions.filter((one) => one.of === of).map(({ at: [, id] }) => id)).size;
  return {
    key,
    // Where nobody renamed it, as it was written last.
    name: names.calledNow(last.name) ?? last.name,
    names: names.namesOf(last.name),
    closed: names.closedBy(last.name),
    decisions: count('decision'),
    points: count('point'),
    meetings: count('meeting'),
    agreed: count('agreement') > 0,
  };
}

const isLater = ({ at: [at, id] }: Mention, { at: [otherAt, otherId] }: Mention): boolean =>
  at > otherAt || (at === otherAt && id > otherId);

function mentionsIn(facts: readonly Fact[]): readonly Mention[] {
  const back = takenBack(facts);
  return facts
    .filter((fact) => !back.has(fact.id) && saneFact(fact) !== null)
    .flatMap((fact): readonly Mention[] => {
      const at = [fact.recordedAt, fact.id] as const;
      if (fact.kind === 'point') return [{ name: fact.topic ?? '', at, of: 'point' }];
      if (fact.kind !== 'agreement') return [];
      return fact.topics.map(({ topic }) => ({ name: topic, at, of: 'agreement' }));
    });
}

/** What each single meeting is about, as it was last said. */
export function meetingTopics(facts: readonly Fact[]): ReadonlyMap<SeriesId, RulesSet> {
  const back = takenBack(facts);
  const latest = new Map<SeriesId, RulesSet>();
  for (const fact of facts) {
    if (fact.kind !== 'rules' || fact.rules.topic === undefined || back.has(fact.id)) continue;
    const other = latest.get(fact.series);
    if (other === undefined || asSaid(other, fact) < 0) latest.set(fact.series, fact);
  }
  return latest;
}

const meetingMentions = (facts: readonly Fact[]): readonly Mention[] =>
  [...meetingTopics(facts).values()].map(({ rules, recordedAt, id }) => ({
    ...{ name: rules.topic ?? '', at: [recordedAt, id] },
    of: 'meeting',
  }));

const mentionsOf = (history: DecisionHistory): readonly Mention[] =>
  carriedBy(history).map((name) => ({
    name,
    at: [history.decision.recordedAt, history.decision.id],
    of: 'decision',
  }));

/** What somebody could want to be asked about: so long ago it still says something of what is coming. */
const LATELY = 90 * DAY;
/** As many as one looks through. */
const MOST = 20;

/** The topics of decisions of the last 90 days, as they are called now, the most frequent first; a closed one is none (10.1). */
export function topicsOfLate(
  facts: readonly Fact[],
  histories: readonly DecisionHistory[],
  now: Instant,
  names: TopicNames = topicNames(facts),
): readonly string[] {
  const late = histories.filter(
    ({ decision: { topic, decidedAt } }) =>
      decidedAt > now - LATELY && names.keyOf(topic) !== '' && names.closedBy(topic) === null,
  );
  return [...grouped(late, ({ decision }) => [names.keyOf(decision.topic)]).values()]
    .sort((a, b) => b.length - a.length || newestOf(b) - newestOf(a))
    .slice(0, MOST)
    .flatMap((some) => {
      const topic = some.at(-1)?.decision.topic;
      return topic === undefined ? [] : [names.calledNow(topic) ?? topic];
    });
}

const newestOf = (some: readonly DecisionHistory[]): Instant =>
  Math.max(...some.map(({ decision }) => decision.decidedAt));
