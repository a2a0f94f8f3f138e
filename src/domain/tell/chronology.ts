import { occasionsOfStates } from '../agree/decided-in';
import type { Agreement, AgreementReply } from '../facts/decided/agreement';
import type { Telling } from '../facts/decided/catch-up-entry';
import {
  type Answer,
  type ConsultFact,
  type DecisionStep,
  type InputRequest,
  sentRequests,
} from '../facts/decided/consulting';
import type { Decision } from '../facts/decided/decision';
import { sentRecaps } from '../facts/decided/sending';
import type { AgreementFact } from '../facts/decided/topic-step';
import type { Gesture } from '../facts/entered/gesture';
import type { SeriesId } from '../facts/things/occurrence';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson } from '../judge/judged/judged';
import { isOfLineage } from '../judge/judged/of-lineage';
import type { PointHistory } from '../points/point-history';
import type { Instant } from '../time/time';

/**
 * One line of "who was told what": a thing that happened, with its time. Nothing in it judges; an `occasion` is an
 * occurrence somebody was invited to, with what became of it.
 */
export type ChronicleStep =
  | {
      readonly what: 'occasion';
      readonly at: Instant;
      readonly occurrence: JudgedOccurrence;
      readonly one: JudgedPerson;
    }
  | { readonly what: 'decided'; readonly at: Instant; readonly decision: Decision }
  | {
      readonly what: 'told';
      readonly at: Instant;
      readonly recap: Telling;
      /** What it told, asked about, and raised, as far as that is still in the log; by number. */
      readonly decisions: readonly Decision[];
      readonly asked: readonly Decision[];
      readonly points: readonly PointHistory[];
      /** False: it went without a trace that could be looked up. */
      readonly verified: boolean;
    }
  /** Asked before a decision, with the time until which an answer was asked for. */
  | { readonly what: 'asked'; readonly at: Instant; readonly request: InputRequest }
  | { readonly what: 'answered'; readonly at: Instant; readonly answer: Answer }
  | { readonly what: 'became'; readonly at: Instant; readonly step: DecisionStep }
  | { readonly what: 'proposed'; readonly at: Instant; readonly agreement: Agreement }
  | {
      readonly what: 'replied';
      readonly at: Instant;
      readonly reply: AgreementReply;
      readonly agreement: Agreement;
    }
  | { readonly what: 'gesture'; readonly at: Instant; readonly gesture: Gesture };

/** What a chronology is told of: a lineage, or nothing but what was decided outside of meetings. */
export type ToldOf = Pick<
  JudgedLineage,
  'series' | 'occurrences' | 'people' | 'oneToOne' | 'keptSince' | 'stopped' | 'single'
>;

export const OUTSIDE: ToldOf = {
  ...{ series: [], occurrences: [], people: [] },
  ...{ oneToOne: false, keptSince: null, stopped: false },
};

/** Everything the log holds about one lineage, and what was agreed with the people in it. */
export interface ChronicleBasis {
  readonly lineage: ToldOf;
  readonly decisions: readonly Decision[];
  readonly recaps: readonly Telling[];
  readonly consulting?: readonly ConsultFact[];
  readonly agreements?: readonly AgreementFact[];
  /** With whom the owner keeps a one-to-one, in whichever meeting. */
  readonly oneToOnes?: readonly Person[];
  /** Occurrences of other meetings in which decisions of this one got a later state (10.2). */
  readonly elsewhere?: readonly JudgedOccurrence[];
  readonly gestures?: readonly Gesture[];
  readonly points?: readonly PointHistory[];
  /** What was decided outside of meetings is told elsewhere. */
  readonly withoutOutside?: boolean;
}

/** What one person was invited to, what was decided there or for them, and what they were told; oldest first. */
export function chronologyOfPerson(
  basis: ChronicleBasis,
  person: Person,
  now: Instant,
): readonly ChronicleStep[] {
  const { lineage, decisions, agreements = [] } = basis;
  // What belongs to another meeting is told there; an agreement, and what belongs to none, counts in all of them.
  const isTold = isToldIn(basis);
  const recaps = basis.recaps.filter(isTold);
  const consulting = (basis.consulting ?? []).filter(isTold);
  const gestures = (basis.gestures ?? []).filter(isTold);
  const occasions = lineage.occurrences.flatMap((occurrence) => occasionOf(occurrence, person, now));
  const isAbout = (one: { readonly person: Person }): boolean => isSamePerson(one.person, person);
  const invitedTo = new Set(occasions.map(({ occurrence }) => occurrence.key));
  const requests = sentRequests(consulting.filter((fact) => fact.kind === 'input-request')).filter(isAbout);
  const answers = consulting.filter((fact) => fact.kind === 'answer').filter(isAbout);
  const consulted = new Set([...requests, ...answers].map(({ decision }) => decision));
  const steps = consulting.filter((fact) => fact.kind === 'decision-step');
  const concerns = (decision: Decision): boolean =>
    occasionsOfStates({ decision, events: steps.filter((one) => one.decision === decision.id) }).some((key) =>
      invitedTo.has(key),
    ) ||
    consulted.has(decision.id) ||
    namedIn(decision).some((one) => isSamePerson(one, person));
  const concerned = decisions.filter((one) => isTold(one) && concerns(one));
  const ids = new Set(concerned.map(({ id }) => id));
  return inOrder([
    ...occasions,
    ...concerned.map(decided),
    ...requests.map(asked),
    ...answers.map(answered),
    ...becameOf(consulting, (decision) => ids.has(decision)),
    ...agreementSteps(agreements, isAbout),
    ...gestures
      .filter(({ people, done }) => done && people.some((one) => isSamePerson(one, person)))
      .map((gesture): ChronicleStep => ({ what: 'gesture', at: gesture.recordedAt, gesture })),
    ...sentRecaps(recaps)
      .filter(({ to }) => to.some((one) => isSamePerson(one, person)))
      .map((recap) => told(recap, basis)),
  ]);
}

/** Who was invited where it was decided, when it was decided, and who was told when; oldest first. */
export function chronologyOfDecision(
  {
    lineage,
    decisions,
    recaps,
    consulting = [],
  }: Omit<ChronicleBasis, 'lineage'> & {
    readonly lineage: Pick<JudgedLineage, 'occurrences'>;
  },
  decision: Decision,
): readonly ChronicleStep[] {
  const isOfIt = (one: { readonly decision: string }): boolean => one.decision === decision.id;
  const keys = occasionsOfStates({ decision, events: consulting.filter(isOfIt) });
  const homes = lineage.occurrences.filter(({ key }) => keys.includes(key));
  return inOrder([
    ...homes.flatMap((home) =>
      home.people
        .filter(({ isOwner, role }) => !isOwner && role !== 'resource')
        .flatMap(({ person }) => occasionOf(home, person, Infinity)),
    ),
    decided(decision),
    ...sentRequests(consulting.filter((fact) => fact.kind === 'input-request'))
      .filter(isOfIt)
      .map(asked),
    ...consulting
      .filter((fact) => fact.kind === 'answer')
      .filter(isOfIt)
      .map(answered),
    ...becameOf(consulting, (id) => id === decision.id),
    ...sentRecaps(recaps)
      .filter(({ decisions: told, questions = [] }) => [...told, ...questions].includes(decision.id))
      .map((recap) => told(recap, { decisions })),
  ]);
}

type Occasion = Extract<ChronicleStep, { what: 'occasion' }>;

/** Only what somebody was asked to and what has begun: the rest is no news about them. */
function occasionOf(occurrence: JudgedOccurrence, person: Person, now: Instant): readonly Occasion[] {
  const { outcome, effective, people } = occurrence;
  if (outcome === 'superseded' || outcome === 'upcoming' || effective.start > now) return [];
  const one = people.find((other) => other.invited !== false && isSamePerson(other.person, person));
  return one === undefined ? [] : [{ what: 'occasion', at: effective.start, occurrence, one }];
}

/** Whether something is told there. */
export const isToldIn =
  ({ lineage, withoutOutside = false }: Pick<ChronicleBasis, 'lineage' | 'withoutOutside'>) =>
  (one: { readonly series: SeriesId | null }): boolean =>
    isOfLineage(lineage, one) || (one.series === null && !withoutOutside);

const namedIn = ({
  accountable,
  informed,
  responsible = [],
  consulted = [],
}: Decision): readonly Person[] => [...[accountable, ...informed, ...responsible, ...consulted]];

const decided = (decision: Decision): ChronicleStep => ({
  what: 'decided',
  // What waits was written down then, whenever the meeting began of which it is.
  at: decision.proposed === true ? decision.recordedAt : decision.decidedAt,
  decision,
});

type Named = Pick<ChronicleBasis, 'decisions' | 'points'>;
const told = (recap: Telling, { decisions, points = [] }: Named): ChronicleStep => {
  const among = (ids: readonly string[] = []): readonly Decision[] =>
    decisions.filter(({ id }) => ids.includes(id)).sort((a, b) => a.number - b.number);
  return {
    ...{ what: 'told', at: recap.sentAt ?? recap.recordedAt, recap },
    ...{ decisions: among(recap.decisions), asked: among(recap.questions) },
    points: points.filter(({ point }) => recap.points?.includes(point.id)),
    verified: recap.step !== 'unverified',
  };
};

const asked = (request: InputRequest): ChronicleStep => ({ what: 'asked', at: request.askedAt, request });

const answered = (answer: Answer): ChronicleStep => ({ what: 'answered', at: answer.at, answer });

const becameOf = (
  consulting: readonly ConsultFact[],
  isMeant: (decision: string) => boolean,
): readonly ChronicleStep[] =>
  consulting
    .filter((fact) => fact.kind === 'decision-step')
    .filter(({ decision }) => isMeant(decision))
    .map((step): ChronicleStep => ({ what: 'became', at: step.at, step }));

function agreementSteps(
  facts: readonly AgreementFact[],
  isAbout: (agreement: Agreement) => boolean,
): readonly ChronicleStep[] {
  const own = facts.filter((fact) => fact.kind === 'agreement').filter(isAbout);
  const byId = new Map(own.map((one) => [one.id, one]));
  return facts.flatMap((fact): readonly ChronicleStep[] => {
    if (fact.kind === 'topic-step') return [];
    const agreement = byId.get(fact.kind === 'agreement' ? fact.id : fact.agreement);
    if (agreement === undefined) return [];
    return fact.kind === 'agreement'
      ? [{ what: 'proposed', at: fact.recordedAt, agreement }]
      : [{ what: 'replied', at: fact.at, reply: fact, agreement }];
  });
}

/** What happens at one moment: first the meeting, then what was decided in it, then what was told of it. */
const ORDER: readonly ChronicleStep['what'][] = [
  'occasion',
  'proposed',
  'replied',
  'decided',
  'asked',
  'answered',
  'became',
  'told',
  'gesture',
];

export const inOrder = (steps: readonly ChronicleStep[]): readonly ChronicleStep[] =>
  [...steps].sort((a, b) => a.at - b.at || ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
