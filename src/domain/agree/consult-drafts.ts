import type { AgreementReply } from '../facts/decided/agreement';
import type { DecisionStep, Said } from '../facts/decided/consulting';
import type { OccurrenceKey } from '../facts/things/occurrence';
import type { Person } from '../facts/things/person';
import { isInstant } from '../facts/things/sane-time';
import { fail, ok, type Result } from '../result';
import type { Instant } from '../time/time';

export const WORDS_MAX = 2000;
export const REASON_MAX = 500;

export const WORD_FAULTS = [
  'person-missing',
  'said-missing',
  'words-missing',
  'words-too-long',
  'when-unknown',
  'when-ahead',
] as const;
export type WordFault = (typeof WORD_FAULTS)[number];

export interface AnswerDraft {
  readonly person: Person | null;
  readonly said: Said | null;
  readonly words: string;
  /** Null: what was typed is no time. */
  readonly at: Instant | null;
}

export type CheckedAnswer = AnswerDraft & {
  readonly person: Person;
  readonly said: Said;
  readonly at: Instant;
};

/** What somebody answered, as the owner writes it down. Their words may be missing, a time may not. */
export function checkAnswer(draft: AnswerDraft, now: Instant): Result<CheckedAnswer, readonly WordFault[]> {
  const { person, said, at } = draft;
  const words = draft.words.trim();
  const faults: WordFault[] = [...whenFaults(at, now)];
  if (person === null) faults.push('person-missing');
  if (said === null) faults.push('said-missing');
  if (words.length > WORDS_MAX) faults.push('words-too-long');
  if (faults.length > 0 || person === null || said === null || at === null) return fail(faults);
  return ok({ person, said, words, at });
}

export interface ReplyDraft {
  readonly said: AgreementReply['said'];
  readonly words: string;
  readonly at: Instant | null;
}

/** An agreement rests on their words: without them nobody could show that it is one. */
export function checkReply(
  draft: ReplyDraft,
  now: Instant,
): Result<ReplyDraft & { readonly at: Instant }, readonly WordFault[]> {
  const words = draft.words.trim();
  const faults: WordFault[] = [...whenFaults(draft.at, now)];
  if (words === '') faults.push('words-missing');
  if (words.length > WORDS_MAX) faults.push('words-too-long');
  if (faults.length > 0 || draft.at === null) return fail(faults);
  return ok({ said: draft.said, words, at: draft.at });
}

function whenFaults(at: Instant | null, now: Instant): readonly WordFault[] {
  if (at === null || !isInstant(at)) return ['when-unknown'];
  return at > now ? ['when-ahead'] : [];
}

export const STEP_FAULTS = ['reason-missing', 'reason-too-long', 'by-missing'] as const;
export type StepFault = (typeof STEP_FAULTS)[number];

export interface StepDraft {
  readonly step: DecisionStep['step'];
  readonly reason: string;
  /** In which occasion (10.2); null: outside of meetings. */
  readonly occurrence?: OccurrenceKey | null;
  /** The decision in its place, for `superseded`. */
  readonly by?: string;
  readonly noReply?: readonly string[];
  /** Somebody wanted to be asked and was not heard: going on all the same needs a reason. */
  readonly unheard?: boolean;
}

/** Whoever reopens, replaces or goes on without being heard says why; what stands by itself needs no words. */
export function checkStep(draft: StepDraft): Result<Omit<StepDraft, 'unheard'>, readonly StepFault[]> {
  const { step, by, noReply, occurrence, unheard = false } = draft;
  const reason = draft.reason.trim();
  const faults: StepFault[] = [];
  const wantsReason = step === 'reopened' || step === 'superseded' || unheard;
  if (reason === '' && wantsReason) faults.push('reason-missing');
  if (reason.length > REASON_MAX) faults.push('reason-too-long');
  if (step === 'superseded' && (by === undefined || by === '')) faults.push('by-missing');
  if (faults.length > 0) return fail(faults);
  return ok({
    step,
    reason,
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(step === 'superseded' && by !== undefined ? { by } : {}),
    ...(noReply !== undefined && noReply.length > 0 ? { noReply } : {}),
  });
}
