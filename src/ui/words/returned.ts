import type { Loop } from '../../domain/loops/loop';
import type { Instant } from '../../domain/time/time';
import { firstNameOf } from './names';
import { listWords, type TimeWords } from './times';

/** What is known of a mail that came back: that Outlook reported so, and when that was found. Whose fault it was nobody knows. */
export const returnedWords = ({ people, at }: Loop, time: TimeWords, now: Instant): string => {
  const who = listWords(people.map(firstNameOf));
  return `Outlook reported that this mail could not be delivered to ${who}; found ${time.relativeDay(at, now)} at ${time.time(at)}. The log does not count it as told.`;
};
