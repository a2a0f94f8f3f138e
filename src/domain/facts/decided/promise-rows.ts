import { nobody, type RowsOf, WITH_LOG } from '../things/kind-row';
import type { PersonKey } from '../things/person';
import { isInstant } from '../things/sane-time';
import { withoutTheirQuote } from '../things/source-quote';
import { isDay } from './decision-detail';
import type { PromiseFact } from './promise';

const theirs = ({ whose }: PromiseFact): PersonKey => whose.key;

/** No outcome rests on them, and they are of no meeting alone. Open ones stay; closed ones go with retention (9). */
const OF_PROMISES = {
  by: 'owner',
  ...WITH_LOG,
  reach: 'nothing',
  people: nobody,
  belongsTo: theirs,
  leftAlone: 'nothing',
  withoutName: 'nothing-else',
  deletes: false,
} as const;

/** Promises, and what became of them (14.3). */
export const PROMISE_ROWS = {
  promise: {
    ...OF_PROMISES,
    sane: (fact) => (isInstant(fact.saidAt) && isDay(fact.by) ? fact : null),
    reducedWith: { without: (fact, isGone) => (isGone(fact.id) ? null : fact) },
    written: ['text', 'name', 'quote', 'speaker'],
    // It came out of their mail.
    withoutName: (named, before) => {
      const left = withoutTheirQuote(named, before);
      if (left.to?.key === before.to?.key) return left;
      const { mail: _, ...others } = left;
      return others;
    },
  },
  'promise-step': {
    ...OF_PROMISES,
    sane: (fact) => (isInstant(fact.at) && (fact.step !== 'moved' || isDay(fact.by ?? '')) ? fact : null),
    reducedWith: { without: (fact, isGone) => (isGone(fact.promise) ? null : fact) },
    written: ['name'],
  },
} as const satisfies RowsOf<PromiseFact>;
