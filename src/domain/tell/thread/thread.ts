import { occasionsOfStates } from '../../agree/decided-in';
import type { DecisionHistory } from '../../agree/decision-history';
import type { Agreement, AgreementReply } from '../../facts/decided/agreement';
import type { Telling } from '../../facts/decided/catch-up-entry';
import {
  type Answer,
  type DecisionStep,
  type InputRequest,
  type MailReply,
  sentRequests,
} from '../../facts/decided/consulting';
import type { PointMail, PointStep } from '../../facts/decided/point';
import type { PromiseStep } from '../../facts/decided/promise';
import { sentRecaps } from '../../facts/decided/sending';
import type { OccurrenceKey } from '../../facts/things/occurrence';
import type { JudgedOccurrence } from '../../judge/judged/judged';
import type { PointHistory } from '../../points/point-history';
import type { PromiseHistory } from '../../promises/promise-history';
import { grouped } from '../../sorting';
import type { Instant } from '../../time/time';
import type { ThreadRecord } from './thread-record';

/** One thing that happened with a topic (10.6); nothing in it judges. */
export type ThreadLine = { readonly at: Instant } & (
  | { readonly what: 'occasion'; readonly occurrence: JudgedOccurrence }
  | { readonly what: 'proposed'; readonly agreement: Agreement }
  | { readonly what: 'replied'; readonly reply: AgreementReply; readonly agreement: Agreement }
  | { readonly what: 'raised'; readonly point: PointHistory }
  /** `written`: somebody was asked first. */
  | { readonly what: 'written' | 'decided'; readonly history: DecisionHistory }
  | { readonly what: 'asked'; readonly request: InputRequest; readonly history: DecisionHistory }
  | { readonly what: 'mailed'; readonly mail: PointMail; readonly points: readonly PointHistory[] }
  /** They wrote back, and what it says is not noted yet. */
  | {
      readonly what: 'wrote';
      readonly reply: MailReply;
      readonly histories: readonly DecisionHistory[];
      readonly points: readonly PointHistory[];
    }
  | { readonly what: 'answered'; readonly answer: Answer; readonly history: DecisionHistory }
  | { readonly what: 'became'; readonly step: DecisionStep; readonly history: DecisionHistory }
  | { readonly what: 'promised'; readonly promise: PromiseHistory }
  | { readonly what: 'promise-step'; readonly promise: PromiseHistory; readonly step: PromiseStep }
  | { readonly what: 'said'; readonly step: PointStep; readonly point: PointHistory }
  | ToldLine
);

/** A mail, or a word by hand: what of this topic it told, what it asked about, and the points in it. */
interface ToldLine {
  readonly what: 'told';
  readonly recap: Telling;
  readonly told: readonly DecisionHistory[];
  readonly asked: readonly DecisionHistory[];
  readonly points: readonly PointHistory[];
}

/** What happens at one moment: first the meeting, then what came up in it, then what was told of it. */
const ORDER: readonly ThreadLine['what'][] = [
  'occasion',
  'proposed',
  'replied',
  'raised',
  'written',
  'decided',
  'asked',
  'mailed',
  'wrote',
  'answered',
  'became',
  'said',
  'promised',
  'promise-step',
  'told',
];

type Source = Pick<
  ThreadRecord,
  | 'meetings'
  | 'histories'
  | 'points'
  | 'promises'
  | 'lineages'
  | 'recaps'
  | 'consulting'
  | 'agreements'
  | 'isIt'
>;

/** Everything with the topic, each once, in order of time. */
export function threadOf(record: Source, now: Instant): readonly ThreadLine[] {
  const { histories, points, recaps } = record;
  const of = new Map(histories.map((history) => [history.decision.id, history]));
  const among = (ids: readonly string[]): readonly DecisionHistory[] =>
    [...new Set(ids)].flatMap((id) => of.get(id) ?? []);
  const lines: ThreadLine[] = [
    ...occasionsIn(record, now).map((occurrence) => ({
      ...({ what: 'occasion', occurrence } as const),
      at: occurrence.effective.start,
    })),
    ...agreementLines(record),
    ...histories.flatMap(decisionLines),
    ...repliesIn([...histories, ...points]).map((reply) => ({
      ...({ what: 'wrote', reply, histories: among(reply.decisions) } as const),
      points: points.filter(({ point }) => reply.points?.includes(point.id)),
      at: reply.at,
    })),
    ...points.flatMap(pointLines),
    ...mailsIn(points),
    ...promisesFrom(record).flatMap(promiseLines),
    ...toldLines(sentRecaps(recaps), among, points),
  ];
  return lines.sort((a, b) => a.at - b.at || ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
}

/** A catch-up is written down with each meeting of which it tells, and is one mail. */
function toldLines(
  sent: readonly Telling[],
  among: (ids: readonly string[]) => readonly DecisionHistory[],
  all: readonly PointHistory[],
): readonly ThreadLine[] {
  const mails = grouped(sent, ({ kind, mailKey, occurrence }) => [
    kind === 'recap' ? `${occurrence}\n${mailKey}` : mailKey,
  ]);
  return [...mails.values()].flatMap((parts): readonly ThreadLine[] => {
    const told = among(parts.flatMap(({ decisions }) => decisions));
    const asked = among(parts.flatMap(({ questions = [] }) => questions));
    const ids = parts.flatMap(({ points = [] }) => points);
    const points = all.filter(({ point }) => ids.includes(point.id));
    const [recap] = parts;
    if (recap === undefined || told.length + asked.length + points.length === 0) return [];
    return [{ what: 'told', recap, told, asked, points, at: recap.sentAt ?? recap.recordedAt }];
  });
}

/** The meetings in which it was decided, on hold or opened again, raised or talked about. */
export const occasionKeys = ({
  histories,
  points,
}: Pick<Source, 'histories' | 'points'>): readonly OccurrenceKey[] => [
  ...new Set([
    ...histories.flatMap((one) => occasionsOfStates(one)),
    ...points
      .flatMap(({ point, steps }) => [point, ...steps])
      .flatMap(({ occurrence }) => (occurrence === null ? [] : [occurrence])),
  ]),
];

/** Those that have begun, and single meetings that are about it; what was put in another's place says nothing by itself. */
export function occasionsIn(
  record: Pick<Source, 'meetings' | 'histories' | 'points' | 'lineages'>,
  now: Instant,
): readonly JudgedOccurrence[] {
  const keys = new Set(occasionKeys(record));
  const found = record.lineages
    .flatMap(({ occurrences, single }) =>
      occurrences.filter(
        ({ key, series }) => keys.has(key) || (single === true && record.meetings.includes(series)),
      ),
    )
    .filter(({ outcome, effective }) => outcome !== 'superseded' && effective.start <= now);
  return [...new Map(found.map((one) => [one.key, one])).values()];
}

const decisionLines = (history: DecisionHistory): readonly ThreadLine[] => {
  const { decision, events } = history;
  const isProposed = decision.proposed === true;
  return [
    // What waits was written down then, whenever the meeting began of which it is.
    {
      what: isProposed ? 'written' : 'decided',
      history,
      at: isProposed ? decision.recordedAt : decision.decidedAt,
    },
    ...sentRequests(events.filter((one) => one.kind === 'input-request')).map(
      (request): ThreadLine => ({ what: 'asked', request, history, at: request.askedAt }),
    ),
    ...events.flatMap((event) => (event.kind === 'input-request' ? [] : [saidOf(event, history)])),
  ];
};

const saidOf = (event: Answer | DecisionStep, history: DecisionHistory): ThreadLine =>
  event.kind === 'answer'
    ? { what: 'answered', answer: event, history, at: event.at }
    : { what: 'became', step: event, history, at: event.at };

/** One reply can be about several of them. */
const repliesIn = (histories: readonly Pick<DecisionHistory, 'replies'>[]): readonly MailReply[] => [
  ...new Map(histories.flatMap(({ replies }) => replies).map((one) => [one.id, one])).values(),
];

const pointLines = (point: PointHistory): readonly ThreadLine[] => [
  { what: 'raised', point, at: point.point.raisedAt },
  ...point.steps.map((step): ThreadLine => ({ what: 'said', step, point, at: step.at })),
];

/** Of decisions and points with the topic (14.3). */
function promisesFrom({ promises, histories, points }: Source): readonly PromiseHistory[] {
  const from = new Set([
    ...histories.map(({ decision }) => decision.id),
    ...points.map(({ point }) => point.id),
  ]);
  return promises.filter(
    ({ promise: { decision = '', point = '' } }) => from.has(decision) || from.has(point),
  );
}

const promiseLines = (promise: PromiseHistory): readonly ThreadLine[] => [
  { what: 'promised', promise, at: promise.promise.saidAt },
  ...promise.steps.map((step): ThreadLine => ({ what: 'promise-step', promise, step, at: step.at })),
];

/** Mails before a sync that went, each once whatever else was in it. */
const mailsIn = (points: readonly PointHistory[]): readonly ThreadLine[] =>
  [...grouped(points, ({ mails }) => mails.filter(({ step }) => step !== 'sending'))].map(
    ([mail, told]): ThreadLine => ({
      ...{ what: 'mailed', mail, points: told },
      at: mail.sentAt ?? mail.recordedAt,
    }),
  );

function agreementLines({ agreements, isIt }: Pick<Source, 'agreements' | 'isIt'>): readonly ThreadLine[] {
  const about = new Map(
    agreements.flatMap((fact) =>
      fact.kind === 'agreement' && fact.topics.some(({ topic }) => isIt(topic))
        ? [[fact.id, fact] as const]
        : [],
    ),
  );
  return agreements.flatMap((fact): readonly ThreadLine[] => {
    if (fact.kind === 'topic-step') return [];
    const agreement = about.get(fact.kind === 'agreement' ? fact.id : fact.agreement);
    if (agreement === undefined) return [];
    return fact.kind === 'agreement'
      ? [{ what: 'proposed', agreement, at: fact.recordedAt }]
      : [{ what: 'replied', reply: fact, agreement, at: fact.at }];
  });
}
