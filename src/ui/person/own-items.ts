import type { JudgedLineage } from '../../domain/judged';
import type { OwnSide } from '../../domain/measures-of-person';
import type { OccurrenceKey } from '../../domain/occurrence';
import type { Instant } from '../../domain/time';
import { type CountedItem, itemOf } from '../state/counted';
import { OWN_SIDE_WORDS, type OwnCount, ownApologyWords } from '../words/person-view';
import type { TimeWords } from '../words/times';

/** The owner's side as a list of numbers that explain themselves. */
export function ownItems(
  side: OwnSide,
  { occurrences }: JudgedLineage,
  now: Instant,
  time: TimeWords,
): readonly CountedItem[] {
  const ahead = new Set(occurrences.filter(({ effective }) => effective.start > now).map(({ key }) => key));
  const notices = new Map(side.apologies.map(({ occurrence, notice }) => [occurrence, notice]));
  return [
    // Leave that is still to come is no absence yet.
    plain(
      'absences',
      side.absences.filter((key) => !ahead.has(key)),
    ),
    plain('apologies', [...notices.keys()], {
      words: (occurrence) => ownApologyWords(occurrence, notices.get(occurrence.key) ?? null, time),
    }),
    plain('joined-later', side.joinedLater),
    plain('recaps-not-sent', side.recapsNotSent),
    itemOf(side.decisionsTold),
  ];
}

function plain(
  id: OwnCount,
  counted: readonly OccurrenceKey[],
  more: Pick<CountedItem, 'words'> = {},
): CountedItem {
  return {
    ...OWN_SIDE_WORDS[id],
    id,
    count: `${counted.length}`,
    share: '',
    range: null,
    tooFew: false,
    counted,
    others: [],
    ...more,
  };
}
