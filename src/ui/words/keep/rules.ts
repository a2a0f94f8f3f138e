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
  needed: 'Counts as needed, even where the invitation says optional.',
  'not-needed': 'Is not expected, just like an optional person.',
  'left-out': 'Is not in the record: no row, no number, no line in exported tables.',
};

export interface NumberRuleWords {
  readonly label: string;
  readonly hint: string;
  readonly fault: string;
}

export const ON_TIME_WORDS: NumberRuleWords = {
  label: 'On time until',
  hint: 'Joining up to so many minutes after the start is on time; leaving up to so many minutes before the end is not early.',
  fault: 'Please give whole minutes from 0 to 60.',
};

export const THERE_FROM_WORDS: NumberRuleWords = {
  label: 'Counts as there from',
  hint: 'Percent of the meeting. Somebody with less was there for part of it; a meeting with less was held in part.',
  fault: 'Please give a whole number from 1 to 100.',
};
