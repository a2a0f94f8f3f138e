import { fail, ok, type Result } from '../../result';
import type { Instant, LocalDate } from '../../time/time';
import type { OccurrenceKey, SeriesId } from '../things/occurrence';
import type { Person } from '../things/person';
import { topicKey } from './agreement';
import { checkedDetail, DETAIL_FAULTS, type DecisionDetail, detailFaults } from './decision-detail';

/** What the person typed so far; kept as typed. */
export interface DecisionDraft extends DecisionDetail {
  readonly text: string;
  readonly why: string;
  /** Exactly one accountable person, shown as "Owner". */
  readonly accountable: Person | null;
  readonly topic: string;
  /** Who should hear. */
  readonly informed: readonly Person[];
  readonly occurrence: OccurrenceKey | null;
}

/** A decision, as an own entry of the log: numbered once, never edited. */
export interface Decision extends DecisionDetail {
  readonly kind: 'decision';
  readonly id: string;
  readonly recordedAt: Instant;
  readonly series: SeriesId | null;
  readonly occurrence: OccurrenceKey | null;
  /** Shown as D-014. */
  readonly number: number;
  readonly text: string;
  readonly why: string;
  readonly accountable: Person;
  readonly topic: string;
  readonly informed: readonly Person[];
  /** The agreed topics that it touched when it was saved (11.2); decisions of before touch by their topic alone. */
  readonly touched?: readonly string[];
  /** When it was decided; while `proposed`, when it was written down. */
  readonly decidedAt: Instant;
}

export const DECISION_FAULTS = [
  'text-missing',
  'text-too-long',
  'why-too-long',
  'accountable-missing',
  'topic-too-long',
  'topic-empty',
  ...DETAIL_FAULTS,
] as const;
export type DecisionFault = (typeof DECISION_FAULTS)[number];

export const DECISION_TEXT_MAX = 500;
export const DECISION_WHY_MAX = 2000;
export const TOPIC_MAX = 80;

export interface CheckedDecision extends Omit<DecisionDraft, 'accountable'> {
  readonly accountable: Person;
}

/**
 * The one door from a draft to a decision. Gives every fault at once, so that each stands beside its field. `today`:
 * before it nothing can be undone or looked at again.
 */
export function checkDecision(
  draft: DecisionDraft,
  today: LocalDate = '',
): Result<CheckedDecision, readonly DecisionFault[]> {
  const text = draft.text.trim();
  const why = draft.why.trim();
  const topic = draft.topic.trim();
  const faults: DecisionFault[] = [];
  if (text === '') faults.push('text-missing');
  if (text.length > DECISION_TEXT_MAX) faults.push('text-too-long');
  if (why.length > DECISION_WHY_MAX) faults.push('why-too-long');
  if (topic.length > TOPIC_MAX) faults.push('topic-too-long');
  // Nothing but marks: no name that could be found again.
  if (topic !== '' && topicKey(topic) === '') faults.push('topic-empty');
  if (draft.accountable === null) faults.push('accountable-missing');
  faults.push(...detailFaults(draft, today));
  if (faults.length > 0 || draft.accountable === null) return fail(faults);
  const { text: _, why: __, accountable, topic: ___, informed, occurrence, ...detail } = draft;
  return ok({ text, why, accountable, topic, informed, occurrence, ...checkedDetail(detail) });
}

/** What a decision is called by; `twin` tells it from others with its number. */
export interface DecisionCalled {
  readonly number: number;
  readonly twin?: string;
}

/** D-014, or D-014b where two machines gave the number before they heard of each other. */
export const decisionName = ({ number, twin = '' }: DecisionCalled): string =>
  `D-${String(number).padStart(3, '0')}${twin}`;

/**
 * Machines that cannot hear of each other give the same number. The one logged first keeps it; the others have a letter
 * behind it, by the order of their ids. `numbers`: of each decision by its id, those that were taken back too, so that a
 * name never goes over to another one.
 */
export function twinsAmong(numbers: Readonly<Record<string, number>>): ReadonlyMap<string, string> {
  const byNumber = new Map<number, Set<string>>();
  for (const [id, number] of Object.entries(numbers)) {
    byNumber.set(number, (byNumber.get(number) ?? new Set()).add(id));
  }
  const shared = [...byNumber.values()].filter(({ size }) => size > 1);
  return new Map(
    shared.flatMap((ids) =>
      [...ids].sort().flatMap((id, at) => (at === 0 ? [] : [[id, lettersOf(at)] as const])),
    ),
  );
}

/** `D-014.2`: what an answer is about, with the state in which it was told or asked (13.7). */
export const decisionToken = (name: string, state: number): string => `${name}.${state}`;

/** What a token calls its decision. */
export const nameInToken = (token: string): string => token.split('.')[0] ?? '';

/** Whether a name has a letter behind its number. */
export const hasTwin = (name: string): boolean => /[a-z]$/.test(name);

/** b, c, … z, ba, … */
export const lettersOf = (at: number): string =>
  (at < LETTERS ? '' : lettersOf(Math.floor(at / LETTERS))) + String.fromCharCode(97 + (at % LETTERS));
const LETTERS = 26;

/** One more than the highest so far; numbers are never used again. */
export const nextDecisionNumber = (decisions: readonly Pick<Decision, 'number'>[]): number =>
  decisions.reduce((highest, { number }) => Math.max(highest, number), 0) + 1;
