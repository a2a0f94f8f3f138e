import type { AgreedTopic, Agreement, AgreementReply } from '../facts/decided/agreement';
import { LEVELS, topicKey } from '../facts/decided/agreement';
import type { Fact } from '../facts/log/fact';
import { saneFact } from '../facts/log/sane';
import { takenBack } from '../facts/log/standing';
import { isSamePerson, type Person } from '../facts/things/person';
import type { Instant } from '../time/time';
import { monthFrom, termsAt } from './for-a-month';
import { itsName, type NamesOf, topicNames } from './topic-names';

/**
 * `proposed` until their reply is recorded. `replaced`: a later version was agreed, or stands as the latest proposal
 * where none ever was.
 */
export const AGREEMENT_STANDINGS = ['proposed', 'agreed', 'declined', 'ended', 'replaced'] as const;
export type AgreementStanding = (typeof AGREEMENT_STANDINGS)[number];

export interface AgreementView {
  readonly agreement: Agreement;
  readonly standing: AgreementStanding;
  /** The latest reply; null while there is none. */
  readonly reply: AgreementReply | null;
  /** Until when a level in it holds that was agreed for a month (15); null: none is, or the month is over. */
  readonly until: Instant | null;
  /** All names of each of its topics: renaming and joining hold for agreed topics, too (10.1). */
  readonly namesOf: NamesOf;
}

/**
 * Every version with its standing, the newest first; of all people together, without what was taken back. What was agreed for a
 * month counts where the moment is known; without it the level that it suspends does, which asks more. Only who looks at
 * nothing but topics, days and zones can leave it out.
 */
export function agreementViews(
  facts: readonly Fact[],
  now: Instant = Number.POSITIVE_INFINITY,
): readonly AgreementView[] {
  const back = takenBack(facts);
  const standing = facts.filter((fact) => !back.has(fact.id) && saneFact(fact) !== null);
  const replies = new Map<string, AgreementReply>();
  for (const fact of standing) {
    if (fact.kind !== 'agreement-reply') continue;
    const other = replies.get(fact.agreement);
    if (other === undefined || isLater(fact, other)) replies.set(fact.agreement, fact);
  }
  const { namesOf } = topicNames(facts);
  const versions = standing.filter((fact) => fact.kind === 'agreement').sort(newestFirst);
  const views: AgreementView[] = [];
  for (const agreement of versions) {
    const reply = replies.get(agreement.id) ?? null;
    const later = views.filter((view) => isSamePerson(view.agreement.person, agreement.person));
    const terms = reply?.said === 'agreed' ? termsAt(agreement, reply.at, now) : agreement;
    const isForMonth = terms.topics.some(({ before }) => before !== undefined);
    const until = reply?.said === 'agreed' && isForMonth ? monthFrom(reply.at) : null;
    views.push({ agreement: terms, reply, standing: standingOf(reply, later), until, namesOf });
  }
  return views;
}

function standingOf(reply: AgreementReply | null, later: readonly AgreementView[]): AgreementStanding {
  const took = later.some(({ reply: theirs }) => theirs?.said === 'agreed' || theirs?.said === 'ended');
  if (reply?.said === 'declined' || reply?.said === 'ended') return reply.said;
  if (took) return 'replaced';
  if (reply?.said === 'agreed') return 'agreed';
  return later.length > 0 ? 'replaced' : 'proposed';
}

const isLater = (one: AgreementReply, other: AgreementReply): boolean =>
  one.at > other.at || (one.at === other.at && one.id > other.id);

const newestFirst = (a: Agreement, b: Agreement): number =>
  b.version - a.version || b.recordedAt - a.recordedAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** What a person agreed to, and nothing that was only proposed to them. */
export const agreedWith = (views: readonly AgreementView[], person: Person): Agreement | null =>
  views.find(({ standing, agreement }) => standing === 'agreed' && isSamePerson(agreement.person, person))
    ?.agreement ?? null;

/** A topic of an agreement in force. */
export interface AgreedOn extends AgreedTopic {
  readonly agreement: Agreement;
  readonly names: readonly string[];
}

/** Everything that people agreed to and that holds now (11.2). */
export const inForce = (views: readonly AgreementView[]): readonly AgreedOn[] =>
  views
    .filter(
      ({ standing, agreement }) => standing === 'agreed' && agreedWith(views, agreement.person) === agreement,
    )
    .flatMap(({ agreement, namesOf }) =>
      agreement.topics.map((topic) => ({ ...topic, agreement, names: namesOf(topic.topic) })),
    );

/** What an agreement says of these topics: of several levels the strictest (10.1). */
export function topicIn(
  { topics }: Pick<Agreement, 'topics'>,
  named: readonly string[],
  namesOf: NamesOf = itsName,
): AgreedTopic | null {
  const keys = new Set(named.map(topicKey).filter((key) => key !== ''));
  const meant = topics.filter(({ topic }) => namesOf(topic).some((name) => keys.has(topicKey(name))));
  return meant.reduce<AgreedTopic | null>(
    (strictest, one) =>
      strictest === null || LEVELS.indexOf(one.level) > LEVELS.indexOf(strictest.level) ? one : strictest,
    null,
  );
}

/** One more than the highest version with this person. */
export const nextVersion = (views: readonly AgreementView[], person: Person): number =>
  1 +
  views
    .filter(({ agreement }) => isSamePerson(agreement.person, person))
    .reduce((highest, { agreement }) => Math.max(highest, agreement.version), 0);
