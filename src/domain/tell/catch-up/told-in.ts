import { decisionName, hasTwin } from '../../facts/decided/decision';
import type { SeriesId } from '../../facts/things/occurrence';
import type { CatchUp } from './catch-up';
import type { CaughtUp } from './caught-up';

/** What a catch-up tells of one meeting, or of what was decided in none: as it is written down. */
export interface ToldIn {
  readonly series: SeriesId | null;
  readonly decisions: readonly string[];
  readonly questions: readonly string[];
  /** What it calls them, the decisions first, where that says more than their numbers. */
  readonly called?: readonly string[];
  readonly points: readonly string[];
  readonly pointsCalled: readonly string[];
}

/** All that one mail tells, by the meeting with which it lies. */
export function toldIn({ whole, lines }: Pick<CatchUp, 'whole' | 'lines'>): readonly ToldIn[] {
  const all = [...whole, ...lines];
  const homes = new Set(all.map(seriesOf));
  return [...homes].map((series) => {
    const mine = all.filter((one) => seriesOf(one) === series);
    const decided = mine.flatMap((one) => (one.kind === 'decided' ? [one.history.decision] : []));
    const asked = mine.flatMap((one) => (one.kind === 'question' ? [one.history.decision] : []));
    const points = mine.flatMap((one) => (one.kind === 'point' ? [one.history] : []));
    const names = [...decided, ...asked].map(decisionName);
    return {
      series,
      decisions: decided.map(({ id }) => id),
      questions: asked.map(({ id }) => id),
      ...(names.some(hasTwin) ? { called: names } : {}),
      points: points.map(({ point }) => point.id),
      pointsCalled: points.map(({ name }) => name),
    };
  });
}

const seriesOf = (one: CaughtUp): SeriesId | null =>
  one.kind === 'point' ? one.history.point.series : one.history.decision.series;
