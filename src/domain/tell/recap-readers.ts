import type { AgreementView } from '../agree/agreed';
import { decidedIn, type Standing } from '../agree/decided-in';
import { type DecisionHistory, decisionHistory } from '../agree/decision-history';
import type { Telling } from '../facts/decided/catch-up-entry';
import { mailedAt, sentRecaps, toldBy } from '../facts/decided/sending';
import { type Rhythm, rhythmOf } from '../facts/entered/rhythm';
import type { OccurrenceKey } from '../facts/things/occurrence';
import { amongPeople } from '../facts/things/people';
import type { Owner, Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { asToldNow, oneToOnesOf, stillToHear } from '../measure/hearing';
import type { Instant } from '../time/time';
import { decisionsFor, stretchOf } from './recap-content';
import { type Recipient, recipientsOf } from './recipients';

/** What a recap is made of, as it stands now. */
export interface RecapKnown {
  readonly owner: Owner;
  readonly lineage: JudgedLineage;
  readonly decisions: readonly Standing[];
  readonly recaps: readonly Telling[];
  /** Every decision with what became of it. */
  readonly histories?: readonly DecisionHistory[];
  /** Whose word says on which topics they hear. */
  readonly agreements?: readonly AgreementView[];
  /** With whom the owner keeps a one-to-one; without it, as far as this meeting tells. */
  readonly oneToOnes?: readonly Person[];
  /** Occurrences of other meetings in which decisions of this one got a later state (10.2). */
  readonly elsewhere?: readonly JudgedOccurrence[];
  /** Who hears in a rhythm of their own is not ticked (13.5). */
  readonly rhythms?: readonly Rhythm[];
}

/** The recap of one occurrence, before anybody chose who gets it. */
export interface RecapPlan {
  /** Everybody it could go to and has not gone to yet, absentees ticked. */
  readonly readers: () => readonly Recipient[];
  /** What one mail to these readers tells, by number, and what of its own went to all of them before. */
  readonly toldTo: (readers: readonly Person[]) => {
    readonly told: readonly Standing[];
    readonly toldBefore: readonly Standing[];
  };
}

/** What recaps ask about the log, found once for all of them. */
export interface RecapPlanner {
  readonly homes: ReadonlyMap<OccurrenceKey, JudgedOccurrence>;
  /** Who should hear of a decision and was not told (13.1, 13.2). */
  readonly untold: (decision: Standing) => Untold;
  readonly plan: (occurrence: JudgedOccurrence) => RecapPlan;
}

interface Untold {
  readonly people: readonly Person[];
  readonly has: (person: Person) => boolean;
}

export function recapPlanner(known: RecapKnown, now: Instant): RecapPlanner {
  const { owner, lineage, decisions, recaps, histories = [], agreements = [], rhythms = [] } = known;
  const isPaced = (person: Person): boolean => rhythmOf(rhythms, person).often !== 'each-miss';
  const { oneToOnes = oneToOnesOf(lineage), elsewhere = [] } = known;
  const courses = new Map(histories.map((one) => [one.decision.id, one]));
  const homes = new Map([...elsewhere, ...lineage.occurrences].map((one) => [one.key, one]));
  const toldNow = asToldNow(recaps, courses);
  const sent = sentRecaps(toldNow);
  const found = new Map<Standing, Untold>();
  const untold = (decision: Standing): Untold => {
    const before = found.get(decision);
    if (before !== undefined) return before;
    const people = stillToHear(courses.get(decision.id) ?? decisionHistory(decision, [], now), {
      ...{ homes, needed: decision.series === null ? [] : lineage.people },
      ...{ oneToOnes, views: agreements, recaps, owner },
    });
    const one: Untold = { people, has: amongPeople(people) };
    found.set(decision, one);
    return one;
  };
  const outside = decisions.filter(({ series }) => series === null);
  /** 13.4: made outside of meetings since the readers were last there, and before the next occurrence. */
  const meanwhile = (occurrence: JudgedOccurrence, readers: readonly Person[]): readonly Standing[] => {
    if (readers.length === 0 || outside.length === 0) return [];
    const keys = readers.map(({ key }) => key);
    const { since, until } = stretchOf(occurrence, lineage, keys);
    return outside.filter((one) => {
      const at = courses.get(one.id)?.decidedAt ?? one.decidedAt;
      return at >= since && at < until && readers.every(untold(one).has);
    });
  };
  const plan = (occurrence: JudgedOccurrence): RecapPlan => {
    const offered = decisionsFor(occurrence, lineage, decisions, toldNow);
    const own = decisions.filter(
      (one) => one.occurrence === occurrence.key || decidedIn(one) === occurrence.key,
    );
    return {
      readers: () => {
        // What went to everybody who missed it may still be owed to somebody who should hear (13.2).
        const offeredOrOwn = [...new Set([...offered, ...own])];
        const informed = offeredOrOwn.flatMap((one) => untold(one).people);
        const hasIt = toldBy(recaps, occurrence.key);
        return recipientsOf(occurrence, owner, informed, isPaced).filter(({ person }) => !hasIt(person));
      },
      toldTo: (readers) => {
        const only = readers.length === 1 ? readers[0] : undefined;
        const theirs = decisionsFor(occurrence, lineage, decisions, toldNow, only?.key);
        // "It went to you before" is said only of what went to everybody who reads it.
        const wentBefore = (one: Standing): boolean =>
          readers.every((reader) => mailedAt(sent, one.id, reader) !== null);
        const others = own.filter((one) => !theirs.includes(one));
        const toldBefore = others.filter(wentBefore);
        // Who should hear of an earlier one, and did not miss this meeting, is told it as well.
        const earlier = offered.filter((one) => readers.length > 0 && readers.every(untold(one).has));
        const told = new Set([
          ...theirs,
          ...others.filter((one) => !toldBefore.includes(one)),
          ...earlier,
          ...meanwhile(occurrence, readers),
        ]);
        return { told: [...told].sort((a, b) => a.number - b.number), toldBefore };
      },
    };
  };
  return { homes, untold, plan };
}
