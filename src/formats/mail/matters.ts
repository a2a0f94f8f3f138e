import type { Standing } from '../../domain/agree/decided-in';
import type { InputRequest } from '../../domain/facts/decided/consulting';
import { type DecisionCalled, decisionName } from '../../domain/facts/decided/decision';
import { REACHES } from '../../domain/facts/decided/decision-detail';
import type { PointHistory } from '../../domain/points/point-history';
import type { OpenQuestion } from '../../domain/tell/recap-questions';
import type { LocalDate } from '../../domain/time/time';
import type { RecapInput } from './recap-body';

/** A decision that is told, or a question that is asked: what somebody answers to. */
export interface MailMatter {
  readonly decision: Standing & DecisionCalled;
  readonly name: string;
  /** What the reader was asked and has not answered; null: it was decided. */
  readonly request: InputRequest | null;
  /** It is not decided yet, and their view was not asked for by a mail of its own. */
  readonly open?: true;
  /** Their view is asked for, until that day; null: the day is past. Absent: nothing is needed. */
  readonly viewUntil?: LocalDate | null;
}

/** More decisions than these would not be read in one mail, nor more questions. */
export const DIGEST_MAX = 5;
const QUESTIONS_MAX = 3;

/** What a mail is about, as far as it finds room: what matters most comes first. */
export interface InOrder {
  readonly matters: readonly MailMatter[];
  /** Not decided, and nobody asks the reader. */
  readonly undecided: readonly OpenQuestion[];
  /** Decisions that come with the next mail. */
  readonly left: number;
  /** What is open with the reader beside decisions; a question comes first. */
  readonly points: readonly PointHistory[];
  /** It matters most: nothing else needs the reader, or there is nothing else. */
  readonly leading: PointHistory | null;
}

export function mattersIn({ decisions, questions = [], views, points = [], now }: RecapInput): InOrder {
  const told = decisions
    .map((decision): MailMatter => {
      const until = views?.get(decision.id);
      const matter = { decision, name: decisionName(decision), request: null };
      return until === undefined ? matter : { ...matter, viewUntil: until };
    })
    .sort(byWeight(now));
  const asked = questions
    .flatMap(({ decision, request }) =>
      request === null ? [] : [{ decision, name: decisionName(decision), request }],
    )
    .sort((a, b) => a.request.deadline - b.request.deadline);
  const others = questions.filter(({ request }) => request === null);
  const matters = [...asked.slice(0, QUESTIONS_MAX), ...told.slice(0, DIGEST_MAX)].sort(byWeight(now));
  const inOrder = [...points]
    .sort((a, b) => Number(a.point.sort === 'news') - Number(b.point.sort === 'news'))
    .slice(0, QUESTIONS_MAX);
  const [[first], [point]] = [matters, inOrder];
  const leads = first === undefined || (point?.point.sort === 'question' && weightOf(first, now) === 0);
  return {
    ...{ matters, points: inOrder, leading: (leads ? point : undefined) ?? null },
    undecided: others.slice(0, QUESTIONS_MAX),
    left: Math.max(0, told.length - DIGEST_MAX),
  };
}

/** 13.6: what needs the reader; within that the widest reach; within that the newest. */
const byWeight =
  (now: RecapInput['now']) =>
  (a: MailMatter, b: MailMatter): number =>
    weightOf(b, now) - weightOf(a, now) ||
    REACHES.indexOf(b.decision.reach ?? 'ours') - REACHES.indexOf(a.decision.reach ?? 'ours') ||
    b.decision.decidedAt - a.decision.decidedAt ||
    b.decision.number - a.decision.number;

/** By a day that is to come it needs them more than by one that is over, and that more than not at all. */
export function weightOf({ request, viewUntil, open }: MailMatter, now: RecapInput['now']): number {
  if (open === true) return 2;
  if (request !== null) return now === undefined || request.deadline > now ? 2 : 1;
  if (viewUntil === undefined) return 0;
  return viewUntil === null ? 1 : 2;
}
