import type { Instant, Zone } from '../../domain/time/time';
import { city } from '../../formats/mail/recap-times';
import type { Wording } from '../../formats/text/wording';
import { longCalendarDay } from './calendar-days';
import { MEASURE_MEANINGS, measureWords } from './measures';
import { noticeWords } from './notice';
import { outcomeWords } from './outcomes';
import { personOutcomeWords } from './people';
import { PERSON_MEANINGS } from './person-view';
import { reasonWords } from './reasons';
import { listWords, timeWords } from './times';

/**
 * The words of the screen, for letters and sheets. On screen "you" is the owner; where somebody else reads it, the
 * owner is named.
 */
export function wordingOf(zone: Zone, now: Instant, owner?: string): Wording {
  const time = timeWords(zone);
  const said = (words: string): string =>
    owner === undefined
      ? words
      : words
          .replace(/^You noted/, `${owner} noted`)
          .replace(/^you were not there/, `${owner} was not there`)
          .replace(/^you will not/, `${owner} will not`);
  return {
    day: time.day,
    longDay: time.longDay,
    longDate: longCalendarDay,
    time: time.time,
    timeIn: (at, there) => {
      const other = timeWords(there);
      return `${other.day(at)} ${other.time(at)} ${city(there)}`;
    },
    outcome: (occurrence) => said(outcomeWords(occurrence, time, now)),
    notice: noticeWords,
    person: personOutcomeWords,
    reason: (reason) => said(reasonWords(reason, time)),
    measure: measureWords,
    meaning: (name) => PERSON_MEANINGS[name] ?? MEASURE_MEANINGS[name],
    list: listWords,
  };
}
