import { plainTitle } from '../../../domain/facts/things/title';
import type { Reason } from '../../../domain/judge/judged/judged';
import type { OpenMessage } from '../../port/view';
import { doubtWords } from '../reasons';
import type { TimeWords } from '../times';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 1440;

/** What an answer says, when somebody else gave it, and when the owner did. */
const ANSWERS = {
  accepted: ['accepts', 'accept'],
  tentative: ['may come to', 'may come to'],
  declined: ['declines', 'decline'],
} as const;

/**
 * What the open message did, in one sentence:
 * `This message moves Tuesday’s daily sync (3 Nov) from 15:00 to 17:00, 20 minutes before it starts.`
 */
export function messageWords(message: OpenMessage, time: TimeWords): string {
  const what = whatWords(message, time);
  const { mail, from, sentByOwner, wholeSeries } = message;
  switch (mail) {
    case 'cancellation':
      return `This message cancels ${what}${noticeWords(message)}.`;
    case 'update':
      return `This message ${changeWords(message, what, time)}.`;
    case 'request': {
      const whom = sentByOwner ? '' : ' you';
      const at = message.span === null || wholeSeries ? '' : ` at ${time.time(message.span.start)}`;
      return `This message invites${whom} to ${what}${at}${noticeWords(message)}.`;
    }
    case 'accepted':
    case 'tentative':
    case 'declined': {
      const [theirs, own] = ANSWERS[mail];
      const says = sentByOwner ? `You ${own}` : `${from.name === '' ? from.address : from.name} ${theirs}`;
      // When somebody said that they come matters to nobody; when they said that they do not, does.
      return `${says} ${what}${mail === 'declined' ? noticeWords(message) : ''}.`;
    }
  }
}

/** Of a message that the calendar, or who sent it, speaks against: what it is, and that it changes nothing (2, 5.5). */
export const doubtedMessageWords = (reason: Reason): string =>
  `${doubtWords(reason)}. It changes nothing here unless the calendar says the same, or you do.`;

/** `Tuesday’s daily sync (3 Nov)`, `the whole series “daily sync”`. */
function whatWords({ title, span, previous, wholeSeries }: OpenMessage, time: TimeWords): string {
  const name = plainTitle(title);
  if (wholeSeries) return name === '' ? 'the whole series' : `the whole series “${name}”`;
  const start = (previous ?? span)?.start;
  if (start === undefined) return name === '' ? 'a meeting' : `“${name}”`;
  const date = `${time.number(start)} ${time.month(start)}`;
  return `${time.weekday(start)}’s ${name === '' ? 'meeting' : name} (${date})`;
}

function changeWords(message: OpenMessage, what: string, time: TimeWords): string {
  const { span, previous, wholeSeries } = message;
  const moved =
    span !== null && previous !== null && (span.start !== previous.start || span.end !== previous.end);
  if (!moved || wholeSeries) return `changes ${what}${noticeWords(message)}`;
  if (span.start === previous.start) {
    return `changes the end of ${what} from ${time.time(previous.end)} to ${time.time(span.end)}${noticeWords(message)}`;
  }
  const to = time.sameDay(previous.start, span.start)
    ? time.time(span.start)
    : `${time.day(span.start)} ${time.time(span.start)}`;
  return `moves ${what} from ${time.time(previous.start)} to ${to}${noticeWords(message)}`;
}

/** Of a move the notice runs to the earlier of the old and the new start (5.1). A series has no one start. */
function noticeWords({ at, span, previous, wholeSeries }: OpenMessage): string {
  const starts = [span, previous].filter((one) => one !== null).map(({ start }) => start);
  if (wholeSeries || starts.length === 0) return '';
  const minutes = (Math.min(...starts) - at) / 60_000;
  if (Math.abs(minutes) < 1) return ', just as it starts';
  return minutes > 0
    ? `, ${longMinutes(minutes)} before it starts`
    : `, ${longMinutes(-minutes)} after it started`;
}

/** Minutes in whole words, for a sentence: `20 minutes`, `1 hour 30 minutes`, `3 days`. */
function longMinutes(minutes: number): string {
  const many = (count: number, name: string) =>
    count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  const whole = Math.floor(minutes + 1e-9);
  const [days, hours] = [Math.floor(whole / DAY_MINUTES), Math.floor((whole % DAY_MINUTES) / HOUR_MINUTES)];
  const said = [...many(days, 'day'), ...many(hours, 'hour')];
  return days > 0
    ? said.join(' ')
    : [...said, ...many(whole % HOUR_MINUTES, 'minute')].join(' ') || 'less than a minute';
}
