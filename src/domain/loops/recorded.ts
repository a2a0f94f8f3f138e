import { sentApologies } from '../facts/things/outcomes';
import type { JudgedOccurrence } from '../judge/judged/judged';
import { DAY } from '../time/time';
import { holding, type Matter } from './loop';
import type { LoopSource } from './loop-source';

/** So long ago nobody is asked any more what happened. */
const ASKED_FOR = 14 * DAY;

/**
 * 14.1 (4): occurrences of the last 14 days that are over and not recorded; and those to come, which are so from their end
 * on unless something is said of them: then they are judged anew.
 */
export function unrecorded({ lineage, now }: LoopSource): readonly Matter[] {
  if (lineage === null) return [];
  const { keptSince, stopped, occurrences, title } = lineage;
  if (keptSince === null || stopped) return [];
  return occurrences.filter(willBeUnrecorded).flatMap((one) => {
    const until = one.effective.end + ASKED_FOR;
    if (until <= now) return [];
    return [
      {
        ...{ kind: 'unrecorded', series: one.series, occurrence: one.key, title, span: one.effective },
        ...{ at: one.effective.start, from: one.effective.end, until },
        ...{ people: [], decisions: [], holds: [holding(one.key)] },
      } satisfies Matter,
    ];
  });
}

const willBeUnrecorded = (one: JudgedOccurrence): boolean =>
  one.outcome === 'not-recorded' || (one.outcome === 'upcoming' && !fallsOut(one));

/** 2.10: once it is over, apologies say what became of it. */
const fallsOut = ({ people }: JudgedOccurrence): boolean => {
  const needed = people.filter((one) => one.needed);
  return needed.length > 0 && needed.filter(({ outcome }) => !sentApologies(outcome)).length < 2;
};
