import { addDays, dateIn, type Instant, type LocalDate } from '../../time';
import type { Person } from '../../world';
import type { Manner } from '../desk';
import { itemHash, mintId } from '../ids';
import type { Json } from '../odata';
import { lastBy, personOf, plannedSpan, type Story } from '../story';
import { graphTime, NEVER, offsetTime, slotJson, windowsZone } from '../wire-time';
import {
  type AnswerShown,
  answerOf,
  type Copy,
  datesGone,
  listed,
  type Standing,
  standing,
} from './calendar-copy';
import { recurrenceJson } from './recurrence';

const RESPONSES = { accepted: 'accepted', tentative: 'tentativelyAccepted', declined: 'declined' } as const;

export const meetingItem = (id: string): string => `meeting ${id}`;

export const eventId = (
  copy: Copy,
  date: LocalDate | null,
  immutable: boolean,
  folder = 'calendar',
): string =>
  mintId({ box: copy.whose.id, item: meetingItem(copy.story.meeting.id), date, folder, immutable });

/** The id of an item; that of an occurrence may change with its cancellation, and need not be immutable. */
function itemId(
  copy: Copy,
  date: LocalDate | null,
  one: Standing | null,
  { immutable, habits }: Manner,
): string {
  if (date === null || copy.story.meeting.recurrence === null) return eventId(copy, null, immutable);
  const isMoved = one !== null && one.cancelled > 0 && !habits.cancelledKeepsId;
  const lasts = immutable && habits.occurrenceIdsLast;
  return eventId(copy, date, lasts && !isMoved, isMoved ? 'cancelled' : 'calendar');
}

/** The immutable id of a series master, as its owner's Graph gives it. */
export const masterId = (box: string, meeting: string): string =>
  mintId({ box, item: meetingItem(meeting), folder: 'calendar', immutable: true });

export const emailJson = (person: Person): Json => ({
  emailAddress: { name: person.name, address: person.shownAddress ?? person.address },
});

const responseJson = (shown: AnswerShown, unanswered: string): Json => ({
  response: shown.answer === null ? unanswered : RESPONSES[shown.answer],
  time: shown.time === null ? NEVER : offsetTime(shown.time),
});

/** Only the organizer's copy knows what the others answered; everywhere else it reads "none". */
function attendeesJson(story: Story, copy: Copy, date: LocalDate | null): Json[] {
  const { organizer, invitees } = listed(copy, date);
  const none = { response: 'none', time: NEVER };
  const chair =
    organizer === null ? [] : [{ type: 'required', status: none, ...emailJson(personOf(story, organizer)) }];
  const others = invitees.map((invitee): Json => {
    const given = answerOf(copy.story, invitee.who, date, copy.now, false);
    const shown = copy.organizing ? responseJson(given, 'none') : none;
    const offer = copy.organizing && given.proposed ? { proposedNewTime: slotJson(given.proposed) } : {};
    return { type: invitee.part, status: shown, ...offer, ...emailJson(personOf(story, invitee.who)) };
  });
  return [...chair, ...others];
}

function touchedAt(copy: Copy, date: LocalDate | null): Instant {
  const { story, now } = copy;
  const about = (one: { date: LocalDate | null }) => date === null || one.date === null || one.date === date;
  const all = [
    ...(date === null ? [...story.cancelled.values()].flat() : (story.cancelled.get(date) ?? [])),
    ...(date === null ? [...story.moved.values()].flat() : (story.moved.get(date) ?? [])),
    ...story.seriesCancelled,
    ...story.splits,
    ...story.renamed,
    ...story.rescheduled,
    ...story.answers.filter(about),
  ];
  return Math.max(story.meeting.createdAt, ...all.filter((one) => one.at <= now).map((one) => one.at));
}

function showAs(copy: Copy, own: AnswerShown, cancelled: boolean): string {
  if (cancelled) return 'free';
  if (copy.organizing) return copy.story.meeting.showAs ?? 'busy';
  if (own.answer === 'accepted') return 'busy';
  return own.answer === 'declined' ? 'free' : 'tentative';
}

/** Everything that master, occurrence and single event have in common. */
function itemJson(
  story: Story,
  copy: Copy,
  date: LocalDate | null,
  one: Standing | null,
  manner: Manner,
): Json {
  const { meeting } = copy.story;
  const alone = meeting.recurrence === null || copy.only !== null;
  const id = itemId(copy, date, one, manner);
  const own = answerOf(copy.story, copy.whose.id, date, copy.now, true);
  const cancelled = one !== null && one.cancelled > 0;
  const touched = touchedAt(copy, date);
  const changeKey = btoa(itemHash(`${meeting.id} ${date} ${touched}`).slice(0, 18));
  const span = one?.span ?? plannedSpan(copy.story, meeting.firstDate, copy.now);
  const place = { displayName: meeting.place ?? (meeting.joinUrl === null ? '' : 'Microsoft Teams Meeting') };
  const subject = lastBy(copy.story.renamed, copy.now)?.subject ?? meeting.subject;
  const zoneName = meeting.zoneName ?? windowsZone(meeting.zone);
  const text = meeting.body ?? '';
  return {
    '@odata.etag': `W/"${changeKey}"`,
    id,
    createdDateTime: offsetTime(meeting.createdAt),
    lastModifiedDateTime: offsetTime(touched),
    changeKey,
    categories: meeting.categories ?? [],
    transactionId: null,
    // Of days without a time Graph says nothing else (microsoft-graph-docs#2804).
    originalStartTimeZone: meeting.allDay === true ? 'UTC' : zoneName,
    originalEndTimeZone: meeting.allDay === true ? 'UTC' : zoneName,
    iCalUId: `040000008200E00074C5B7101A82E008${itemHash(meeting.id).toUpperCase()}`,
    reminderMinutesBeforeStart: 15,
    isReminderOn: !cancelled,
    hasAttachments: false,
    subject: `${'Canceled: '.repeat(one?.cancelled ?? 0)}${subject}`,
    bodyPreview: text,
    importance: 'normal',
    sensitivity: meeting.sensitivity ?? 'normal',
    isAllDay: meeting.allDay === true,
    isCancelled: cancelled,
    isOrganizer: copy.organizing,
    responseRequested: true,
    seriesMasterId: alone || one === null ? null : eventId(copy, null, manner.immutable),
    showAs: showAs(copy, own, cancelled),
    type: alone
      ? 'singleInstance'
      : one === null
        ? 'seriesMaster'
        : !one.exception || (cancelled && manner.habits.cancelledStaysAs === 'occurrence')
          ? 'occurrence'
          : 'exception',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: meeting.joinUrl !== null,
    onlineMeetingProvider: meeting.joinUrl === null ? 'unknown' : 'teamsForBusiness',
    allowNewTimeProposals: true,
    isDraft: one?.unsent ?? false,
    hideAttendees: meeting.hideAttendees === true,
    recurrence: null,
    responseStatus: copy.organizing
      ? { response: 'organizer', time: NEVER }
      : responseJson(own, 'notResponded'),
    body: {
      contentType: 'html',
      content: `<html>\r\n<head>\r\n</head>\r\n<body>\r\n${text}\r\n</body>\r\n</html>\r\n`,
    },
    ...timesJson(copy, one, span, manner),
    location: { ...place, locationType: 'default', uniqueIdType: 'unknown' },
    locations:
      place.displayName === '' ? [] : [{ ...place, locationType: 'default', uniqueIdType: 'unknown' }],
    attendees: attendeesJson(story, copy, date),
    organizer: emailJson(personOf(story, meeting.organizer)),
    onlineMeeting: meeting.joinUrl === null ? null : { joinUrl: meeting.joinUrl },
  };
}

/** All-day items float: midnight to midnight under whatever zone was asked for. */
function timesJson(copy: Copy, one: Standing | null, span: Standing['span'], manner: Manner): Json {
  const { meeting } = copy.story;
  if (meeting.allDay !== true) {
    return { start: graphTime(span.start, manner.zoneName), end: graphTime(span.end, manner.zoneName) };
  }
  const date = one === null ? meeting.firstDate : dateIn(meeting.zone, span.start);
  const midnight = (day: LocalDate) => ({ dateTime: `${day}T00:00:00.0000000`, timeZone: manner.zoneName });
  return { start: midnight(date), end: midnight(addDays(date, meeting.minutes / (24 * 60))) };
}

/** What free/busy says of an item, the same as the item itself says. */
export function busyJson(one: Standing, manner: Manner): { showAs: string; start: unknown; end: unknown } {
  const { copy, date, span } = one;
  const own = answerOf(copy.story, copy.whose.id, date, copy.now, true);
  const { start, end } = timesJson(copy, one, span, manner);
  return { showAs: showAs(copy, own, one.cancelled > 0), start, end };
}

/** An occurrence, an exception or a single event, in full. */
export function eventJson(story: Story, one: Standing, manner: Manner): Json {
  const json = itemJson(story, one.copy, one.date, one, manner);
  if (json.type === 'singleInstance') return json;
  return { ...json, originalStart: offsetTime(one.original.start) };
}

export function masterJson(story: Story, copy: Copy, manner: Manner): Json {
  const { meeting } = copy.story;
  const { recurrence } = copy.rule;
  if (recurrence === null) {
    const single = standing(copy, meeting.firstDate);
    return single === null ? {} : eventJson(story, single, manner);
  }
  const zone =
    copy.organizing || !manner.habits.emptyRecurrenceZone
      ? (meeting.zoneName ?? windowsZone(meeting.zone))
      : '';
  return {
    ...itemJson(story, copy, null, null, manner),
    recurrence: recurrenceJson(recurrence, meeting.firstDate, zone),
  };
}

/** Of a master only, and only where asked for by name. */
export function cancelledOccurrences(copy: Copy, { immutable, habits }: Manner): string[] {
  const listed = copy.organizing ? habits.cancelledIsListed : habits.removedIsListed;
  if (!listed) return [];
  return datesGone(copy).map((date) => `OID.${eventId(copy, null, immutable)}.${date}`);
}

/** What delta says about an occurrence: a stub, with neither subject nor attendees nor isCancelled. */
export function stubJson(one: Standing, manner: Manner): Json {
  const { copy } = one;
  return {
    '@odata.type': '#microsoft.graph.event',
    '@odata.etag': `W/"${btoa(itemHash(`${one.date} ${touchedAt(copy, one.date)}`).slice(0, 18))}"`,
    seriesMasterId: eventId(copy, null, manner.immutable),
    type: 'occurrence',
    id: itemId(copy, one.date, one, manner),
    start: graphTime(one.span.start, manner.zoneName),
    end: graphTime(one.span.end, manner.zoneName),
  };
}
