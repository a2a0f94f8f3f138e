import { decidedAt, decidedWithoutAsking } from '../agree/own-asking';
import type { Decision } from '../facts/decided/decision';
import { sentRecaps } from '../facts/decided/sending';
import { isSamePerson, type Person } from '../facts/things/person';
import { missed } from '../judge/questions/missed';
import { heardThere } from '../measure/told';
import { DAY, type Instant } from '../time/time';
import type { ChronicleBasis } from './chronology';

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

/** Of the decisions of one meeting: which they had asked to hear of before and did not, and which they heard of late. */
export function ownTowards(basis: ChronicleBasis, person: Person, now: Instant): OwnTowards {
  const { lineage, decisions, recaps, consulting = [], agreements = [] } = basis;
  const own = decisions.filter(({ series }) => lineage.series.includes(series));
  const theirs = agreements.filter(
    (fact) => fact.kind === 'agreement-reply' || isSamePerson(fact.person, person),
  );
  const homes = new Map(lineage.occurrences.map((one) => [one.key, one]));
  const missedOnes = new Set(
    lineage.occurrences
      .filter((occurrence) =>
        occurrence.people.some((one) => isSamePerson(one.person, person) && missed(occurrence, one)),
      )
      .map(({ key }) => key),
  );
  const sent = sentRecaps(recaps).filter(({ to }) => to.some((one) => isSamePerson(one, person)));
  return {
    withoutAsking: decidedWithoutAsking(own, consulting, theirs).flatMap((decision) => {
      const at = decidedAt(decision, consulting);
      return at === null ? [] : [{ decision, decidedAt: at }];
    }),
    toldLate: own
      .filter(
        ({ informed, occurrence }) =>
          informed.some((one) => isSamePerson(one, person)) ||
          (occurrence !== null && missedOnes.has(occurrence)),
      )
      // 13.1: who was there where it was decided was told there.
      .filter(({ occurrence }) => occurrence === null || !heardThere(homes.get(occurrence) ?? null, person))
      .flatMap((decision): readonly ToldLate[] => {
        const at = decidedAt(decision, consulting);
        const times = sent
          .filter((recap) => recap.decisions.includes(decision.id))
          .map((recap) => recap.sentAt ?? recap.recordedAt);
        const toldAt = times.length === 0 ? null : Math.min(...times);
        return at === null || (toldAt ?? now) - at <= DAY ? [] : [{ decision, decidedAt: at, toldAt }];
      }),
  };
}
