import { decidedAt, decidedWithoutAsking } from '../agree/own-asking';
import type { Decision } from '../facts/decided/decision';
import { isSamePerson, type Person } from '../facts/things/person';
import { hearingIn } from '../measure/told';
import { DAY, type Instant } from '../time/time';
import { type ChronicleBasis, isToldIn } from './chronology';

/** A decision that one person heard of more than a day after it was taken; `toldAt` null: not so far. */
export interface ToldLate {
  readonly decision: Decision;
  readonly decidedAt: Instant;
  readonly toldAt: Instant | null;
}

/** The owner's own side towards one person: it stands beside what was asked and told. */
export interface OwnTowards {
  readonly withoutAsking: readonly { readonly decision: Decision; readonly decidedAt: Instant }[];
  readonly toldLate: readonly ToldLate[];
}

/** Of the decisions of one meeting, and of those made in none: which they had asked to hear of before and did not, and which they heard of late. */
export function ownTowards(basis: ChronicleBasis, person: Person, now: Instant): OwnTowards {
  const { lineage, decisions, recaps, consulting = [], agreements = [], elsewhere = [] } = basis;
  const own = decisions.filter(isToldIn(basis));
  const theirs = agreements.filter((fact) => fact.kind !== 'agreement' || isSamePerson(fact.person, person));
  const hearing = hearingIn(lineage, recaps, basis);
  return {
    withoutAsking: decidedWithoutAsking(own, consulting, theirs, [
      ...elsewhere,
      ...lineage.occurrences,
    ]).flatMap((decision) => {
      const at = decidedAt(decision, consulting);
      return at === null ? [] : [{ decision, decidedAt: at }];
    }),
    toldLate: own.flatMap((decision): readonly ToldLate[] => {
      const told = hearing(decision).find((one) => isSamePerson(one.person, person))?.told;
      const at = decidedAt(decision, consulting);
      if (told === undefined || told === 'there' || at === null) return [];
      return (told ?? now) - at <= DAY ? [] : [{ decision, decidedAt: at, toldAt: told }];
    }),
  };
}
