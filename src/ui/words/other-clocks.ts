import type { OtherClock } from '../../domain/judge/questions/other-clocks';
import { firstNameOf } from './names';
import { listWords, timeWords } from './times';

/** `This week the sync is at 11:00 for Marcus.` One sentence for each hour. */
export function otherClockWords(title: string, clocks: readonly OtherClock[]): readonly string[] {
  const what = /sync/i.test(title) ? 'sync' : 'meeting';
  const hours = new Map<string, string[]>();
  for (const { person, zone, isOwner, occurrence, week } of clocks) {
    const time = timeWords(zone).time(occurrence.effective.start);
    const begin = `${week === 'this' ? 'This' : 'Next'} week the ${what} is at ${time} for`;
    const name = isOwner ? 'you' : firstNameOf(person);
    hours.set(begin, [...(hours.get(begin) ?? []), name]);
  }
  return [...hours].map(([begin, names]) => `${begin} ${listWords(names)}.`);
}
