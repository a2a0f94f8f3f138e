import { dayOr, nobody, type RowsOf, WITH_SERIES } from '../things/kind-row';
import { dateOf } from '../things/occurrence';
import type { PersonKey } from '../things/person';
import { isInstant } from '../things/sane-time';
import { withoutTheirQuote } from '../things/source-quote';
import type { Point, PointFact, PointStep } from './point';

const theirs = ({ person }: Point | PointStep): PersonKey | null => person?.key ?? null;

/** No outcome rests on them. Open ones stay until they are closed, however old they are (9). */
const OF_POINTS = {
  by: 'owner',
  ...WITH_SERIES,
  reach: 'nothing',
  people: nobody,
  leftAlone: 'nothing',
  withoutName: 'nothing-else',
  reducedWith: 'never',
  deletes: false,
} as const;

/** Points, what became of them, and the mails before a sync. */
export const POINT_ROWS = {
  point: {
    ...OF_POINTS,
    dayOf: ({ occurrence, raisedAt }) => dayOr(occurrence, raisedAt),
    sane: (fact) => (isInstant(fact.raisedAt) ? fact : null),
    written: ['text', 'topic', 'name', 'quote', 'speaker'],
    belongsTo: theirs,
    withoutName: withoutTheirQuote,
  },
  'point-step': {
    ...OF_POINTS,
    sane: (fact) => (isInstant(fact.at) ? fact : null),
    written: ['words', 'name'],
    belongsTo: theirs,
  },
  'point-mail': {
    ...OF_POINTS,
    dayOf: ({ occurrence }) => dateOf(occurrence),
    sane: 'as-it-is',
    written: ['subject', 'name'],
    // It goes to one person alone.
    belongsTo: ({ to: [person] }) => person?.key ?? null,
  },
} as const satisfies RowsOf<PointFact>;
