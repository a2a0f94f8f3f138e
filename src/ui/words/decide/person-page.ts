import type { CatchUpEntry } from '../../../domain/facts/decided/catch-up-entry';
import type { Person } from '../../../domain/facts/things/person';
import type { CaughtUp } from '../../../domain/tell/catch-up/caught-up';
import type { OfferedFrom } from '../../../domain/tell/catch-up/offered-from';
import type { OpenWith } from '../../../domain/tell/catch-up/open-with';
import type { Instant, Weekday } from '../../../domain/time/time';
import { WEEKDAY_NAMES } from '../../../formats/text/weekday-names';
import { calendarDay } from '../calendar-days';
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
      return `You agreed that ${name} hears of it before you act. No question is recorded yet.`;
  }
}

/** What it is that they have not heard. */
export function caughtUpWords(one: CaughtUp, time: TimeWords): string {
  switch (one.kind) {
    case 'question':
      return one.deadline === null
        ? 'Not decided yet: it waits for their view.'
        : `Not decided yet: it waits for their view, asked for by ${time.day(one.deadline)} ${time.time(one.deadline)}.`;
    case 'point': {
      const { sort, deadline, raisedAt } = one.history.point;
      const by = deadline === undefined ? '' : `, by ${calendarDay(deadline)}`;
      return `${sort === 'question' ? 'Question' : 'News'}${by}, raised on ${time.day(raisedAt)}.`;
    }
    case 'decided':
      return `Decided on ${time.day(one.at)}.`;
  }
}

/** Above the list of it. */
export function notHeardWords(count: number, person: Person): string {
  const name = firstNameOf(person);
  if (count === 0) return `There is nothing to tell ${name} now.`;
  return `${name} should hear of ${count === 1 ? 'this' : 'these'}, and was not told yet.`;
}

/** Why no mail goes to them from here (13.3); empty where one can. */
export function notMailedWords(person: Person, outside: boolean): string {
  const name = firstNameOf(person);
  if (outside) return `${name} is outside your organization, so no mail goes to them from here.`;
  return person.address.includes('@') ? '' : `No address is known for ${name}, so a mail cannot go.`;
}

/** In its place once it was noted. */
export const toldNowWords = (person: Person): string => `Noted: you told ${firstNameOf(person)}.`;

export const CHANGED_MEANWHILE =
  'It did not go: something in it was told or changed meanwhile. This is how it stands now.';

export const MORE_SINCE = 'There is more to tell since you changed it. Start over takes it in.';

/** Of a mail that another machine was to send. */
export const unsureWords = (person: Person, { again }: Pick<CatchUpEntry, 'again'>): string =>
  again === true
    ? `A question to ${firstNameOf(person)} may not have gone.`
    : `A catch-up to ${firstNameOf(person)} may not have gone.`;

export const EACH_MISS = 'After each miss';
export const DAILY = 'Daily';
export const weeklyWords = (weekday: Weekday): string => `Weekly on ${WEEKDAY_NAMES[weekday]}`;

/** From when a catch-up is offered in their rhythm; null: at once, as something in it needs them. */
export function offeredWords(offered: OfferedFrom | null, person: Person, now: Instant): string {
  const name = firstNameOf(person);
  if (offered === null) return `Something here needs ${name}, so you can send it now, whatever the rhythm.`;
  const when = placeTime(offered.at, offered.zone);
  return offered.at <= now ? `Due since ${when}.` : `Comes up on ${when}. You can send it sooner.`;
}

export const RHYTHM_NOTED = 'Noted.';
