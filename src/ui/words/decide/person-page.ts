import type { Person } from '../../../domain/facts/things/person';
import type { CaughtUp } from '../../../domain/tell/catch-up/caught-up';
import type { OpenWith } from '../../../domain/tell/catch-up/open-with';
import { firstNameOf } from '../names';
import type { TimeWords } from '../times';
import { noReplyWords, placeTime } from './decisions';

export const ERASED_WORDS = 'This person was erased from the log, so their page is closed.';

/** How it stands with what is open with somebody; the decision itself stands above. */
export function openWords(one: OpenWith, person: Person, time: TimeWords): string {
  const name = firstNameOf(person);
  switch (one.what) {
    case 'objection': {
      const { said, at, words } = one.answer;
      const does = said === 'problem' ? 'sees a problem' : 'wants to talk';
      return `${name} ${does}, since ${time.day(at)}${words === '' ? '.' : `: “${words}”`}`;
    }
    case 'reply':
      return `${name} wrote back on ${time.day(one.reply.at)}. What it says is not noted yet.`;
    case 'no-reply': {
      const words = noReplyWords(one.request);
      return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
    }
    case 'asked':
      return `Asked on ${time.day(one.request.askedAt)}, answer by ${placeTime(one.request.deadline, one.request.zone)}.`;
    case 'to-be-asked':
      return `You agreed that ${name} hears of it before you act. Nothing is recorded of an asking.`;
  }
}

/** What it is that they have not heard. */
export function caughtUpWords(one: CaughtUp, time: TimeWords): string {
  switch (one.kind) {
    case 'question':
      return one.deadline === null
        ? 'Not decided yet: it waits for their view.'
        : `Not decided yet: it waits for their view, asked for by ${time.day(one.deadline)} ${time.time(one.deadline)}.`;
    case 'decided':
      return `Decided on ${time.day(one.at)}.`;
  }
}

/** Above the list of it. */
export function notHeardWords(count: number, person: Person): string {
  const name = firstNameOf(person);
  if (count === 0) return `There is nothing to tell ${name} now.`;
  return `${name} should hear of ${count === 1 ? 'this' : 'these'}, and was not told so far.`;
}
