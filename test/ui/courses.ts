import type { Entry } from '../../src/domain/facts/log/fact';
import { answer, request, step } from '../domain/builders/consult-facts';
import { DECISIONS, MARCUS, NOW, SERIES, utc } from './fixture';

const HOUR = 3_600_000;
const [like] = DECISIONS;

const decision = (number: number, text: string): Entry => {
  if (like === undefined) throw new Error('There is a decision to copy');
  return { ...like, id: `d${number}`, number, text, series: SERIES, occurrence: null, decidedAt: NOW - HOUR };
};
const of = (number: number) => ({ decision: `d${number}`, series: SERIES, person: MARCUS });

/** The objection that is owed an answer, as the log has it. */
export const OBJECTION: readonly Entry[] = [
  decision(14, '2027 path, one release a quarter, mobile first.'),
  answer('problem', '2026-11-20T15:20', { ...of(14), id: 'a', words: 'The release in March is too early.' }),
];

/** Decisions, each with another course, as the log has them. */
export const COURSES: readonly Entry[] = [
  decision(1, 'Freeze the prices until March'),
  step('held', '2026-11-20T15:00', of(1)),
  decision(2, 'Sign with vendor A'),
  step('superseded', '2026-11-20T15:00', { ...of(2), by: 'd3' }),
  decision(3, 'Sign with vendor B'),
  { ...decision(4, 'Move the sync to Mondays'), proposed: true } as Entry,
  request({ ...of(4), id: 'r4', mailKey: 'k4', askedAt: NOW - HOUR, deadline: utc('2026-11-25T22:00') }),
  decision(5, 'One release a quarter, mobile first'),
  answer('problem', '2026-11-20T15:20', of(5)),
  decision(6, 'Ship on Thursday'),
  answer('talk', '2026-11-20T15:20', { ...of(6), id: 'a6' }),
];
