import type { AgreedTopic, Agreement, Level } from '../facts/decided/agreement';
import { topicKey } from '../facts/decided/agreement';
import type { ConsultFact } from '../facts/decided/consulting';
import { type Answer, sentRequests } from '../facts/decided/consulting';
import type { Decision } from '../facts/decided/decision';
import type { AgreementFact } from '../facts/decided/topic-step';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedLineage } from '../judge/judged/judged';
import { grouped } from '../sorting';
import { DAY, type Instant } from '../time/time';
import { agreedWith, agreementViews } from './agreed';
import type { DecisionHistory } from './decision-history';
import { decidedAt, decidedWithoutAsking } from './own-asking';

/** What was asked of one person about one agreed topic, and what came of it (15). */
export interface Earned {
  readonly agreement: Agreement;
  readonly topic: AgreedTopic;
  readonly asked: number;
  readonly answered: number;
  /** A problem was seen, or somebody wanted to talk. */
  readonly objected: number;
  /** Of the owner: decided without asking. */
  readonly unasked: number;
  /** One level freer for a month, or to keep the level as the owner did not ask; null: nothing. */
  readonly suggests: Level | 'keep' | null;
}

/** What is known of one person over all meetings. */
export interface TrustKnown {
  readonly lineages: readonly JudgedLineage[];
  readonly decisions: readonly Decision[];
  readonly histories: readonly DecisionHistory[];
  readonly consulting: readonly ConsultFact[];
  readonly agreements: readonly AgreementFact[];
}

const DAYS = 90 * DAY;
const FEWEST = 5;
const UNASKED = 2;

/** Whoever is told afterwards, or not at all, is not asked. */
const FREER: Readonly<Record<Level, Level | null>> = {
  leaf: null,
  branch: null,
  trunk: 'branch',
  root: 'trunk',
};

/**
 * Of each agreed topic with at least five askings of the last 90 days that were answered (15); asking again is the same
 * asking, and silence is no answer. Nothing is said of a topic whose level is being tried for a month.
 */
export function earnedTrust(known: TrustKnown, person: Person, now: Instant): readonly Earned[] {
  const views = agreementViews(known.agreements, now);
  const agreement = agreedWith(views, person);
  const namesOf = views.find((view) => view.agreement === agreement)?.namesOf;
  if (agreement === null || namesOf === undefined) return [];
  const isProposed = views.some(
    ({ standing, agreement: one }) => standing === 'proposed' && isSamePerson(one.person, person),
  );
  const theirs = known.agreements.filter(
    (fact) => fact.kind !== 'agreement' || isSamePerson(fact.person, person),
  );
  const occurrences = known.lineages.flatMap((lineage) => lineage.occurrences);
  const courses = grouped(known.consulting, ({ decision }) => [decision]);
  const lately = known.decisions.filter(
    (one) => (decidedAt(one, courses.get(one.id) ?? []) ?? now) > now - DAYS,
  );
  const unasked = decidedWithoutAsking(lately, known.consulting, theirs, occurrences);
  return agreement.topics.flatMap((topic): readonly Earned[] => {
    const names = new Set(namesOf(topic.topic).map(topicKey));
    const isAbout = ({ touched }: DecisionHistory): boolean =>
      touched.some((one) => names.has(topicKey(one)));
    const about = known.histories.filter(isAbout);
    const ids = new Set(about.map(({ decision }) => decision.id));
    const askings = about.flatMap((history) => askedOf(history, person, now));
    const answered = askings.filter((answers) => answers.length > 0);
    if (answered.length < FEWEST || topic.before !== undefined) return [];
    const objected = answered.filter((answers) => answers.some(({ said }) => said !== 'ok')).length;
    const own = unasked.filter(({ id }) => ids.has(id)).length;
    const freer = objected > 0 || isProposed ? null : FREER[topic.level];
    return [
      {
        ...{ agreement, topic, asked: askings.length, answered: answered.length, objected, unasked: own },
        suggests: own >= UNASKED ? 'keep' : freer,
      },
    ];
  });
}

/** The asking about one decision, as what they answered to it; none where it was not asked in these days. */
function askedOf({ events }: DecisionHistory, person: Person, now: Instant): readonly (readonly Answer[])[] {
  const isTheirs = (one: { readonly person: Person }): boolean => isSamePerson(one.person, person);
  const requests = sentRequests(events.filter((one) => one.kind === 'input-request')).filter(
    (one) => isTheirs(one) && one.askedAt > now - DAYS && one.askedAt <= now,
  );
  const first = Math.min(...requests.map(({ askedAt }) => askedAt));
  if (requests.length === 0) return [];
  return [events.filter((one) => one.kind === 'answer').filter((one) => isTheirs(one) && one.at >= first)];
}

/** The agreement with that topic one level freer for a month (15); everything else in it stays. */
export const freerForAMonth = ({ agreement, topic }: Earned, level: Level): readonly AgreedTopic[] =>
  agreement.topics.map((one) => (one === topic ? { ...one, level, before: one.level } : one));
