import { DECIDED_ROWS } from '../decided/decided-rows';
import { POINT_ROWS } from '../decided/point-rows';
import { PROMISE_ROWS } from '../decided/promise-rows';
import { TOPIC_ROWS } from '../decided/topic-step';
import { ENTERED_ROWS } from '../entered/entered-rows';
import { OBSERVED_ROWS } from '../observed/observed-rows';
import type { KindRow, RowsOf } from '../things/kind-row';
import type { SeriesId } from '../things/occurrence';
import type { Entry, Fact, Observation } from './fact';

/** Who said it: an observation is never the owner's alone, an entry always. */
type SaidBy = { readonly [Kind in Entry['kind']]: { readonly by: 'owner' } } & {
  readonly [Kind in Observation['kind']]: { readonly by: Exclude<KindRow<never>['by'], 'owner'> };
};

/** Every kind of fact with all that has to be known of it: the one list that others are read from. */
export const KINDS = {
  ...OBSERVED_ROWS,
  ...DECIDED_ROWS,
  ...POINT_ROWS,
  ...PROMISE_ROWS,
  ...TOPIC_ROWS,
  ...ENTERED_ROWS,
} as const satisfies RowsOf<Fact> & SaidBy;
type Kinds = typeof KINDS;

/** A fact and the row of its kind belong together, which the compiler cannot follow through a union. */
export const kindOf = <Of extends Fact>(fact: Of): KindRow<Of> => KINDS[fact.kind] as unknown as KindRow<Of>;

export const isEntry = (fact: Fact): fact is Entry => KINDS[fact.kind].by === 'owner';

/** Whether a person put it in: an entry, a mark, a file of who was there. It exists nowhere else, and can be taken back. */
export function isByHand(fact: Fact): boolean {
  const { by } = kindOf(fact);
  return (typeof by === 'function' ? by(fact) : by) === 'owner';
}

/**
 * Which series a fact belongs to: null for facts about a person (away, holiday, working hours), for an `undo`, which
 * belongs where the fact it names belongs, and for an erasure or a retention, which are about the whole log.
 */
export const seriesOfFact = (fact: Fact): SeriesId | null => kindOf(fact).seriesOf(fact);

type DeletingKind = {
  [Kind in Fact['kind']]: Kinds[Kind]['deletes'] extends true ? Kind : never;
}[Fact['kind']];
export type Deleting = Extract<Fact, { readonly kind: DeletingKind }>;

/** Takes others out of the log, or is the choice that makes such a fact. */
export const isDeleting = (fact: Fact): fact is Deleting => KINDS[fact.kind].deletes;

/** Fields with words that somebody wrote, or a name; everything else is a key, an id or one of a closed list. */
export const WRITTEN_FIELDS: ReadonlySet<string> = new Set(
  Object.values(KINDS).flatMap(({ written }) => written),
);
