import { type ConsultFact, type DecisionStep, savedAt } from '../facts/decided/consulting';
import type { Decision } from '../facts/decided/decision';
import type { Fact } from '../facts/log/fact';
import { type OccurrenceKey, type SeriesId, seriesOf } from '../facts/things/occurrence';
import type { Instant } from '../time/time';

/** A decision as it stands; `decidedBy`: the step by which it was decided, where it was in another state before. */
export type Standing = Decision & { readonly decidedBy?: DecisionStep };

/** Of the history of a decision what tells where it was decided. */
interface Course {
  readonly decision: Decision;
  readonly decidedAt: Instant | null;
  readonly events: readonly ConsultFact[];
}

/** The step by which it was decided last; undefined: it was decided when it was written down, or is not decided. */
export const decidedBy = ({ decidedAt, events }: Omit<Course, 'decision'>): DecisionStep | undefined =>
  events.findLast(
    (one): one is DecisionStep =>
      one.kind === 'decision-step' && one.step === 'decided' && one.at === decidedAt,
  );

/** With what says where it was decided. */
export const asItStands = <Made extends Decision>(
  course: Omit<Course, 'decision'> & { readonly decision: Made },
): Made & Standing => {
  const by = decidedBy(course);
  return by === undefined ? course.decision : { ...course.decision, decidedBy: by };
};

/** The occasion in which it was decided (10.2); null: outside of meetings; undefined: nobody said in which. */
export const decidedIn = ({ occurrence, decidedBy: by }: Standing): OccurrenceKey | null | undefined =>
  by === undefined ? occurrence : by.occurrence;

/** The same, where it is known here. */
export function decidedAmong<Place>(
  decision: Standing,
  places: { readonly get: (key: OccurrenceKey) => Place | undefined },
): Place | undefined {
  const key = decidedIn(decision);
  return typeof key === 'string' ? places.get(key) : undefined;
}

/** When it was saved as decided anew: what told it before told another state. Null: it is in its first. */
export function decidedAnewAt(course: Omit<Course, 'decision'>): Instant | null {
  const by = decidedBy(course);
  return by === undefined ? null : savedAt(by);
}

/** The occasions of its states, its own first, each once (10.2); `but`: without what came about by this step. */
export function occasionsOfStates(
  { decision, events }: Pick<Course, 'decision' | 'events'>,
  but?: DecisionStep,
): readonly OccurrenceKey[] {
  const later = events.flatMap((one) =>
    one.kind === 'decision-step' && one !== but ? [one.occurrence] : [],
  );
  return [...new Set([decision.occurrence, ...later].filter((one) => typeof one === 'string'))];
}

/** The occasions of later states that are of none of these meetings, each once. */
export const occasionsBeyond = (
  facts: readonly Fact[],
  series: readonly SeriesId[],
): readonly OccurrenceKey[] => [
  ...new Set(
    facts.flatMap((fact) =>
      fact.kind === 'decision-step' &&
      typeof fact.occurrence === 'string' &&
      !series.includes(seriesOf(fact.occurrence))
        ? [fact.occurrence]
        : [],
    ),
  ),
];

/** Tells being decided from having been so before, also where that began in the same meeting. */
export function decidedMark(course: Omit<Course, 'decision'>): string {
  const by = decidedBy(course);
  return `${course.decidedAt ?? ''}${typeof by?.occurrence === 'string' ? ` ${by.id}` : ''}`;
}
