import type { MemberStanding } from '../../../domain/judge/judged/members';

export const STANDING_NAMES: Readonly<Record<MemberStanding, string>> = {
  'as-invited': 'As invited',
  needed: 'Needed',
  'not-needed': 'Not needed',
  'left-out': 'Left out',
};

/** What it means that a person has another standing than the invitation gives them. */
export const STANDING_HINTS: Readonly<Record<MemberStanding, string | undefined>> = {
  'as-invited': undefined,
  needed: 'Counts as needed, also where the invitation says optional.',
  'not-needed': 'Is not expected, and counts as an optional person does.',
  'left-out': 'Is not in the record: no row, no number, no line in exported tables.',
};

export interface NumberRuleWords {
  readonly label: string;
  readonly hint: string;
  readonly fault: string;
}

export const ON_TIME_WORDS: NumberRuleWords = {
  label: 'On time until',
  hint: 'Minutes after the start in which joining is still on time, and before the end in which leaving is not yet early.',
  fault: 'Minutes are a whole number from 0 to 60.',
};

export const THERE_FROM_WORDS: NumberRuleWords = {
  label: 'Counts as there from',
  hint: 'Percent of the meeting. With less of it, somebody was there for part of it, and a meeting was held in part.',
  fault: 'The share is a whole number from 1 to 100.',
};
