import { type Decision, decisionName } from '../../domain/facts/decided/decision';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { OwnSide } from '../../domain/measure/measures-of-person';
import { occurrencesIn } from '../../domain/measure/told';
import { type CountedItem, itemOf } from '../state/counted';
import { OWN_SIDE_WORDS, type OwnCount, ownApologyWords } from '../words/person-view';
import { listWords, type TimeWords } from '../words/times';

/** The owner's side as a list of numbers that explain themselves. */
export function ownItems(side: OwnSide, time: TimeWords): readonly CountedItem[] {
  const notices = new Map(side.apologies.map(({ occurrence, notice }) => [occurrence, notice]));
  return [
    plain('absences', side.absences),
    plain('apologies', [...notices.keys()], {
      words: (occurrence) => ownApologyWords(occurrence, notices.get(occurrence.key) ?? null, time),
    }),
    plain('joined-later', side.joinedLater),
    plain('recaps-not-sent', side.recapsNotSent),
    itemOf(side.decisionsTold),
    ...decided('told-late', side.toldLate),
    ...decided('decided-without-asking', side.decidedWithoutAsking),
  ];
}

/** Decisions are counted; the occurrences they were made in are where one can look. Nothing to say is not said. */
const decided = (id: OwnCount, decisions: readonly Decision[]): readonly CountedItem[] =>
  decisions.length === 0
    ? []
    : [
        {
          ...plain(id, occurrencesIn(decisions)),
          count: `${decisions.length}`,
          meaning: `${OWN_SIDE_WORDS[id].meaning} ${listWords(decisions.map(decisionName))}.`,
        },
      ];

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
