import { addDays } from '../../time/days';
import type { LocalDate } from '../../time/time';
import type { Person } from '../things/person';
import type { SourceQuote } from '../things/source-quote';

/** Something else that could have been done. */
export interface DecisionOption {
  readonly option: string;
  /** Why it was not chosen; may be empty. */
  readonly notChosen: string;
}

/** What it means for people, money and dates, in words; each may be empty. */
export interface Impact {
  readonly people: string;
  readonly money: string;
  readonly dates: string;
}

/** How far a decision reaches (11.1); `large`: next year, money or people, hard to undo. */
export const REACHES = ['ours', 'other-teams', 'large'] as const;
export type DecisionReach = (typeof REACHES)[number];

/** What can be said beyond what, why and who. Decisions written down before there was more are without it. */
export interface DecisionDetail {
  readonly options?: readonly DecisionOption[];
  readonly impact?: Impact;
  /** Who does it: any number, beside the one who is accountable. */
  readonly responsible?: readonly Person[];
  /** Who was heard before, as the owner says. */
  readonly consulted?: readonly Person[];
  readonly revisitOn?: LocalDate;
  /** Easy to undo until that day. */
  readonly undoUntil?: LocalDate;
  /** Not decided yet: somebody is to be asked first. Decided by a step of its own (consulting.ts). */
  readonly proposed?: boolean;
  /** Without a choice `ours`; decisions of before there was one say nothing of it. */
  readonly reach?: DecisionReach;
  /** Agreed topics that its words touch, and that it is not about, as the owner says. */
  readonly takenOff?: readonly string[];
  /** Out of which words of notes or a transcript it was made (16). */
  readonly quoted?: SourceQuote;
  /** *Nobody* was the answer to *Should somebody be heard first?* (11.3). */
  readonly nobodyFirst?: boolean;
}

export const OPTIONS_MAX = 10;
export const OPTION_MAX = 300;

export const DETAIL_FAULTS = [
  'too-many-options',
  'option-missing',
  'option-too-long',
  'impact-too-long',
  'revisit-unknown',
  'revisit-past',
  'undo-unknown',
  'undo-past',
] as const;
export type DetailFault = (typeof DETAIL_FAULTS)[number];

const isEmpty = ({ option, notChosen }: DecisionOption): boolean => `${option}${notChosen}`.trim() === '';

/** A day that the calendar has: `2026-02-30` is none. */
export const isDay = (date: LocalDate): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(date) && addDays(date, 0) === date;

function dayFaults(date: LocalDate | undefined, today: LocalDate, name: 'revisit' | 'undo'): DetailFault[] {
  if (date === undefined || date === '') return [];
  if (!isDay(date)) return [`${name}-unknown`];
  return date < today ? [`${name}-past`] : [];
}

export function detailFaults(detail: DecisionDetail, today: LocalDate): readonly DetailFault[] {
  const options = (detail.options ?? []).filter((one) => !isEmpty(one));
  const { people, money, dates } = detail.impact ?? { people: '', money: '', dates: '' };
  const faults: DetailFault[] = [];
  if (options.length > OPTIONS_MAX) faults.push('too-many-options');
  if (options.some(({ option }) => option.trim() === '')) faults.push('option-missing');
  if (options.some((one) => [one.option, one.notChosen].some((text) => text.trim().length > OPTION_MAX))) {
    faults.push('option-too-long');
  }
  if ([people, money, dates].some((text) => text.trim().length > OPTION_MAX)) faults.push('impact-too-long');
  faults.push(
    ...dayFaults(detail.revisitOn, today, 'revisit'),
    ...dayFaults(detail.undoUntil, today, 'undo'),
  );
  return faults;
}

/** Without what was left empty, so that a decision says no more than its writer did. */
export function checkedDetail(detail: DecisionDetail): DecisionDetail {
  const options = (detail.options ?? [])
    .filter((one) => !isEmpty(one))
    .map(({ option, notChosen }) => ({ option: option.trim(), notChosen: notChosen.trim() }));
  const { people = '', money = '', dates = '' } = detail.impact ?? {};
  const impact = { people: people.trim(), money: money.trim(), dates: dates.trim() };
  const { responsible = [], consulted = [], takenOff = [], revisitOn = '', undoUntil = '' } = detail;
  const { reach = 'ours' } = detail;
  return {
    ...(options.length > 0 ? { options } : {}),
    ...(Object.values(impact).some((text) => text !== '') ? { impact } : {}),
    ...(responsible.length > 0 ? { responsible } : {}),
    ...(consulted.length > 0 ? { consulted } : {}),
    ...(revisitOn === '' ? {} : { revisitOn }),
    ...(undoUntil === '' ? {} : { undoUntil }),
    ...(detail.proposed === true ? { proposed: true } : {}),
    reach,
    ...(takenOff.length > 0 ? { takenOff } : {}),
    ...(detail.quoted === undefined ? {} : { quoted: detail.quoted }),
    ...(detail.nobodyFirst === true && reach !== 'ours' ? { nobodyFirst: true } : {}),
  };
}
