import { decisionName } from '../../domain/facts/decided/decision';
import type { Person } from '../../domain/facts/things/person';
import type { OwnTowards } from '../../domain/tell/own-towards';
import { DAY } from '../../domain/time/time';
import { calledName, type Wording } from '../text/wording';

/** The owner's own side towards one person, a sentence each, in the words that are used of anybody (8). */
export function ownLines(
  { withoutAsking, toldLate }: OwnTowards,
  person: Person,
  wording: Pick<Wording, 'day'>,
): readonly string[] {
  return [
    ...withoutAsking.map(
      ({ decision, decidedAt }) =>
        `${decisionName(decision)} was decided on ${wording.day(decidedAt)} without asking ${calledName(person)} first.`,
    ),
    ...toldLate.map(({ decision, decidedAt, toldAt }) =>
      toldAt === null
        ? `${decisionName(decision)}, decided on ${wording.day(decidedAt)}, was not told by message so far.`
        : `${decisionName(decision)} was told ${daysAfter(toldAt - decidedAt)} after it was decided.`,
    ),
  ];
}

const daysAfter = (time: number): string => {
  const days = Math.floor(time / DAY);
  return days === 1 ? '1 day' : `${days} days`;
};
