import type { AskFault } from '../../../domain/agree/asking';
import type { StepFault, WordFault } from '../../../domain/agree/consult-drafts';
import type { AgreementFault } from '../../../domain/facts/decided/agreement';
import type { DecisionFault } from '../../../domain/facts/decided/decision';

/** Looks up what to say beside a field: the words for the first of its faults that was found. */
export const faultWords =
  <Fault extends string>(found: readonly Fault[], words: Readonly<Record<Fault, string>>) =>
  (...kinds: readonly Fault[]): string | undefined => {
    const fault = found.find((one) => kinds.includes(one));
    return fault === undefined ? undefined : words[fault];
  };

export const DECISION_FAULT_WORDS: Readonly<Record<DecisionFault, string>> = {
  'text-missing': 'Please say what was decided.',
  'text-too-long': 'Please keep it under 500 characters; the reasons go below.',
  'why-too-long': 'Please keep it under 2,000 characters.',
  'accountable-missing': 'Please choose one owner.',
  'topic-too-long': 'Please keep the topic under 80 characters.',
  'topic-empty': 'Please give the topic a name that can be read.',
  'too-many-options': 'Please keep it to 10 options.',
  'option-missing': 'Please name the option, or clear its reason.',
  'option-too-long': 'Please keep each under 300 characters.',
  'impact-too-long': 'Please keep each under 300 characters.',
  'revisit-unknown': 'There is no such day.',
  'revisit-past': 'That day is over. Please choose today or later.',
  'undo-unknown': 'There is no such day.',
  'undo-past': 'That day is over. Please choose today or later.',
};

export const ASK_FAULT_WORDS: Readonly<Record<AskFault, string>> = {
  'days-out-of-range': 'Please give 1 to 30 whole days.',
  'zone-unknown': 'This time zone is not known. Try one like America/New_York.',
  'deadline-unknown': 'Please give a day and a time.',
  'deadline-past': 'That time is over. Please choose a later one.',
  'no-address': 'No address is known, so a mail cannot go. Ask in another way and record the answer.',
  'asked-twice': 'This was asked twice. It can be talked about when you meet, or decided.',
};

export const WORD_FAULT_WORDS: Readonly<Record<WordFault, string>> = {
  'person-missing': 'Please choose who answered.',
  'said-missing': 'Please choose what they said.',
  'words-missing': 'Please copy their words: an agreement rests on them.',
  'words-too-long': 'Please keep it under 2,000 characters.',
  'when-unknown': 'Please give a day and a time.',
  'when-ahead': 'That time has not come yet.',
};

export const STEP_FAULT_WORDS: Readonly<Record<StepFault, string>> = {
  'reason-missing': 'Please give a reason.',
  'reason-too-long': 'Please keep it under 500 characters.',
  'by-missing': 'Please choose the decision that takes its place.',
};

export const AGREEMENT_FAULT_WORDS: Readonly<Record<AgreementFault['kind'], string>> = {
  'person-missing': 'Please choose a person.',
  'topics-missing': 'Please name at least one topic.',
  'too-many-topics': 'Please keep it to 40 topics.',
  'topic-missing': 'Please name the topic.',
  'topic-twice': 'This topic is already in the table.',
  'topic-too-long': 'Please keep the topic under 80 characters.',
  'examples-too-long': 'Please keep the examples under 300 characters.',
  'days-out-of-range': 'Please give 1 to 30 whole days, or leave it empty.',
  'reach-too-long': 'Please keep it under 200 characters.',
  'zone-unknown': 'This time zone is not known. Try one like America/New_York.',
};
