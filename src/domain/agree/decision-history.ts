import {
  type Answer,
  type ConsultFact,
  type DecisionStep,
  type InputRequest,
  type MailReply,
  savedAt,
  sentRequests,
} from '../facts/decided/consulting';
import { type Decision, type DecisionCalled, twinsAmong } from '../facts/decided/decision';
import { dated, datingOf } from '../facts/log/dating';
import type { Fact } from '../facts/log/fact';
import { saneFact } from '../facts/log/sane';
import { takenBack } from '../facts/log/standing';
import { isSamePerson } from '../facts/things/person';
import type { Instant } from '../time/time';
import { asItStands, type Standing } from './decided-in';
import { openReplies } from './mail-replies';
import { touchedAsSaved } from './touched';

/**
 * How a decision stands. `open`: written down, and nobody was asked yet. `reopened`: decided once, and open again until
 * somebody is asked or answers.
 */
export const DECISION_STANDINGS = [
  'open',
  'asked',
  'replied',
  'answered',
  'no-reply',
  'decided',
  'held',
  'superseded',
  'reopened',
] as const;
export type DecisionStanding = (typeof DECISION_STANDINGS)[number];

/** One asking, with the first answer of that person that came after it. */
export interface Asked {
  readonly request: InputRequest;
  readonly answer: Answer | null;
  /**
   * `no-reply`: none was recorded by the time. An answer that came late counts, and does not undo that. `replied`: they
   * wrote, and what it says is not noted yet; it is neither an answer nor silence.
   */
  readonly standing: 'waiting' | 'replied' | 'answered' | 'no-reply';
}

export interface DecisionHistory {
  readonly decision: Decision & DecisionCalled;
  readonly standing: DecisionStanding;
  /** The last time it was decided; null while it never was, or since it was reopened. */
  readonly decidedAt: Instant | null;
  /** Askings since it was last reopened, in the order asked. */
  readonly asked: readonly Asked[];
  /** Answers since it was last reopened, the one that reopened it not among them. */
  readonly answers: readonly Answer[];
  /** Mails about it of which nobody noted yet what they say. */
  readonly replies: readonly MailReply[];
  /** What reopened it last; null where nothing did, or where it was decided again since. */
  readonly reopenedBy: Answer | DecisionStep | null;
  /** The how many-th state it is in: decided, on hold, replaced, opened again. */
  readonly state: number;
  /** Since when it is in that state. */
  readonly since: Instant;
  /** It was reopened at some time: who was heard when it was written down is heard anew (11.4). */
  readonly heardAnew: boolean;
  /** Id of the decision in its place. */
  readonly supersededBy: string | null;
  /** The agreed topics that it touches, as its last save found them. */
  readonly touched: readonly string[];
  /** Everything that happened to it, in the order it happened. */
  readonly events: readonly DecisionEvent[];
}

export type DecisionEvent = InputRequest | Answer | DecisionStep;

export const eventAt = (event: DecisionEvent): Instant =>
  event.kind === 'input-request' ? event.askedAt : event.at;

/** In the order saved (10.2); where a clock ahead of the time has dated it, by when it was surely made. */
function comesAt(event: DecisionEvent): Instant {
  const at = event.kind === 'decision-step' ? savedAt(event) : eventAt(event);
  return Math.min(at, datingOf(event)?.stands ?? at);
}

const inTime = (a: DecisionEvent, b: DecisionEvent): number =>
  comesAt(a) - comesAt(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export function decisionHistory(
  decision: Decision & DecisionCalled,
  facts: readonly ConsultFact[],
  now: Instant,
  replies: readonly MailReply[] = [],
): DecisionHistory {
  const mine = facts.filter((fact) => fact.decision === decision.id);
  const requests = sentRequests(mine.filter((fact) => fact.kind === 'input-request'));
  const events = [...requests, ...mine.filter((fact) => fact.kind !== 'input-request')].sort(inTime);
  let closed: 'decided' | 'held' | 'superseded' | null = decision.proposed === true ? null : 'decided';
  let decidedAt: Instant | null = closed === null ? null : decision.decidedAt;
  let reopenedBy: Answer | DecisionStep | null = null;
  let supersededBy: string | null = null;
  let heardAnew = false;
  let state = 1;
  let since = decision.decidedAt;
  let round: DecisionEvent[] = [];
  const reopen = (by: Answer | DecisionStep) => {
    [closed, decidedAt, reopenedBy, supersededBy, round] = [null, null, by, null, []];
    heardAnew = true;
    [state, since] = [state + 1, by.at];
  };
  for (const event of events) {
    if (event.kind === 'decision-step') {
      if (event.step === 'reopened') reopen(event);
      else {
        closed = event.step;
        [state, since] = [state + 1, event.at];
        if (event.step === 'decided') [decidedAt, reopenedBy] = [event.at, null];
        if (event.step === 'superseded') supersededBy = event.by ?? null;
      }
      continue;
    }
    // Their word opens what was decided without it; what another decision took the place of stays where it is.
    if (event.kind === 'answer' && event.said === 'problem' && closed === 'decided') reopen(event);
    else {
      round.push(event);
      // What was held waits for exactly this.
      if (closed === 'held') [closed, state, since] = [null, state + 1, eventAt(event)];
    }
  }
  const answers = round.filter((event) => event.kind === 'answer');
  const asked = round
    .filter((event) => event.kind === 'input-request')
    .map((request) => askedOf(request, answers, replies, now));
  return {
    decision,
    standing: closed ?? openStanding(asked, answers, reopenedBy !== null),
    ...{ decidedAt, asked, answers, replies, reopenedBy, supersededBy, events },
    ...{ heardAnew, state, since, touched: touchedAsSaved(decision, events) },
  };
}

function askedOf(
  request: InputRequest,
  answers: readonly Answer[],
  replies: readonly MailReply[],
  now: Instant,
): Asked {
  const isTheirs = ({ person, at }: Answer | MailReply) =>
    isSamePerson(person, request.person) && at >= request.askedAt;
  const answer = answers.find(isTheirs) ?? null;
  if (answer !== null) return { request, answer, standing: 'answered' };
  if (replies.some(isTheirs)) return { request, answer, standing: 'replied' };
  return { request, answer, standing: now < request.deadline ? 'waiting' : 'no-reply' };
}

function openStanding(
  asked: readonly Asked[],
  answers: readonly Answer[],
  reopened: boolean,
): DecisionStanding {
  // Whoever was asked again is judged by the last asking.
  const last = asked.filter(
    ({ request }, at) =>
      !asked.slice(at + 1).some((later) => isSamePerson(later.request.person, request.person)),
  );
  if (last.some(({ standing }) => standing === 'replied')) return 'replied';
  if (last.some(({ standing }) => standing === 'waiting')) return 'asked';
  if (last.some(({ standing }) => standing === 'no-reply')) return 'no-reply';
  if (answers.length > 0) return 'answered';
  return reopened ? 'reopened' : 'open';
}

const isConsultFact = (fact: Fact): fact is ConsultFact =>
  fact.kind === 'input-request' || fact.kind === 'answer' || fact.kind === 'decision-step';

const numbersIn = (facts: readonly Fact[]): Readonly<Record<string, number>> =>
  Object.fromEntries(facts.flatMap((fact) => (fact.kind === 'decision' ? [[fact.id, fact.number]] : [])));

/**
 * All decisions the facts speak of with their course, without what was taken back, by number. `numbers`: of all
 * decisions of the log, where the facts are only a part of it.
 */
export function decisionHistories(
  facts: readonly Fact[],
  now: Instant,
  numbers: Readonly<Record<string, number>> = numbersIn(facts),
): readonly DecisionHistory[] {
  const back = takenBack(facts);
  const standing = dated(facts.filter((fact) => !back.has(fact.id) && saneFact(fact) !== null));
  const consulting = new Map<string, ConsultFact[]>();
  for (const fact of standing.filter(isConsultFact)) {
    const others = consulting.get(fact.decision);
    if (others === undefined) consulting.set(fact.decision, [fact]);
    else others.push(fact);
  }
  const twins = twinsAmong(numbers);
  const called = (decision: Decision): Decision & DecisionCalled => {
    const twin = twins.get(decision.id);
    return twin === undefined ? decision : { ...decision, twin };
  };
  const replies = openReplies(facts.filter((fact) => saneFact(fact) !== null));
  return standing
    .filter((fact) => fact.kind === 'decision')
    .map((decision) => {
      const unread = replies.filter(({ decisions }) => decisions.includes(decision.id));
      return decisionHistory(called(decision), consulting.get(decision.id) ?? [], now, unread);
    })
    .sort((a, b) => a.decision.number - b.decision.number || (a.decision.id < b.decision.id ? -1 : 1));
}

/**
 * The decisions that stand, as somebody should hear them: taken, and neither reopened, held nor replaced since.
 * `decidedAt` is when they were last decided.
 */
export const standingAmong = (
  histories: readonly DecisionHistory[],
): readonly (Standing & DecisionCalled)[] =>
  histories.flatMap((history) => {
    const { standing, decidedAt } = history;
    return standing === 'decided' && decidedAt !== null ? [{ ...asItStands(history), decidedAt }] : [];
  });
