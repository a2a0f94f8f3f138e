import type { Person } from '../../../domain/facts/things/person';
import type { TimesAnswer } from '../../port/letters-actions';
import { troubleWords } from '../keep/trouble';
import { firstNameOf } from '../names';
import type { TimeWords } from '../times';

/** What both calendars said, above the letter that says it. `else`: what the letter does without. */
export function timesFoundWords(
  answer: TimesAnswer,
  person: Person,
  time: TimeWords,
  without: string,
): string {
  switch (answer.found) {
    case 'times':
      return answer.times.length === 0
        ? `No time of the week was free in both calendars for the last three weeks and is for the next three. ${without}`
        : answer.times.length === 1
          ? 'Both calendars were free at this time in the last three weeks, and are in the next three.'
          : 'Both calendars were free at these times in the last three weeks, and are in the next three.';
    case 'hidden':
      return answer.whose === 'own'
        ? `Your own calendar does not show when you are free. ${without}`
        : `The calendar of ${firstNameOf(person)} does not show you when they are free. ${without}`;
    case 'failed':
      return `${troubleWords(answer.trouble, (at) => time.time(at))} ${without}`;
  }
}
