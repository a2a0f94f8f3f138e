import type { Loop } from '../../domain/loops/loop';
import type { Instant } from '../../domain/time/time';
import { firstNameOf } from './names';
import { listWords, type TimeWords } from './times';

type Asking = Pick<Loop, 'asks' | 'tellsNothing'>;

const asked = ({ asks, tellsNothing }: Asking): boolean => asks === true || tellsNothing === true;

/** What is known of a mail that came back: that Outlook reported so, and when that was found. Whose fault it was nobody knows. */
export const returnedWords = ({ people, at, ...mail }: Loop, time: TimeWords, now: Instant): string => {
  const who = listWords(people.map(firstNameOf));
  const counts = asked(mail) ? 'They do not count as asked.' : 'It does not count as told.';
  return `Outlook reports that this mail could not be delivered to ${who} (seen ${time.relativeDay(at, now)} at ${time.time(at)}). ${counts}`;
};

/** What the owner did instead. */
export const doneOtherwise = (mail: Asking): string => (asked(mail) ? 'I asked them' : 'I told them');
