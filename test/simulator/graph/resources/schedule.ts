import { DAY, type Instant, MINUTE, type Span } from '../../time';
import type { Person } from '../../world';
import { badRequest, ok, type Reply } from '../answers';
import { byStart, copiesOf } from '../calendar/calendar';
import { type Standing, standings } from '../calendar/calendar-copy';
import { busyJson } from '../calendar/event-json';
import type { Actions, Call } from '../desk';
import type { Json } from '../odata';
import { bodyTime, windowsZone } from '../wire-time';

/** Exchange answers for no longer span than this, with an error for each schedule. */
const LONGEST = 62 * DAY;

const DIGITS: Record<string, string> = {
  free: '0',
  tentative: '1',
  busy: '2',
  oof: '3',
  workingElsewhere: '4',
};

/** What a digit of several items says: the first of these. */
const MERGED = ['3', '2', '1', '4'];

function itemJson(call: Call, one: Standing): Json {
  const json = busyJson(one, call.manner);
  return { isPrivate: false, status: json.showAs, start: json.start, end: json.end };
}

function view(items: { span: Span; showAs: string }[], window: Span, minutes: number): string {
  let digits = '';
  for (let from: Instant = window.start; from < window.end; from += minutes * MINUTE) {
    const here = items.filter(({ span }) => span.start < from + minutes * MINUTE && span.end > from);
    digits += MERGED.find((digit) => here.some(({ showAs }) => DIGITS[showAs] === digit)) ?? '0';
  }
  return digits;
}

export function workingHours(person: Person): Json {
  const { start, end, days } = person.workingHours ?? {
    start: '09:00',
    end: '17:00',
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  };
  return {
    daysOfWeek: days,
    startTime: `${start}:00.0000000`,
    endTime: `${end}:00.0000000`,
    timeZone: { name: windowsZone(person.zone) },
  };
}

const failed = (scheduleId: string, responseCode: string, message: string): Json => ({
  scheduleId,
  error: { responseCode, message },
});

function scheduleOf(desk: Actions, call: Call, address: string, window: Span, minutes: number): Json {
  const person = desk.story.byAddress.get(address.toLowerCase());
  if (person === undefined || person.kind === 'guest') {
    return failed(
      address,
      'ErrorMailRecipientNotFound',
      'Unable to resolve e-mail address to an Active Directory object.',
    );
  }
  if (window.end - window.start > LONGEST) {
    const days = Math.round((window.end - window.start) / DAY);
    return failed(
      address,
      'ErrorTimeIntervalTooBig',
      `The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long. The allowed limit = 62 days; the actual limit = ${days} days.`,
    );
  }
  if (minutes < 5 || minutes > 1440) {
    return failed(
      address,
      'ErrorInvalidMergedFreeBusyInterval',
      'The MergedFreeBusyIntervalInMinutes value is outside of the valid range.',
    );
  }
  const { freeBusyOfOthers } = call.manner.habits;
  const isOwn = person.id === desk.owner.id;
  if (!isOwn && freeBusyOfOthers === 'refused') {
    return failed(address, 'ErrorNoFreeBusyAccess', 'The caller does not have free/busy access.');
  }
  const found = copiesOf(desk, person.id)
    .flatMap((copy) => standings(copy, window))
    .sort(byStart);
  const items = found.map((one) => ({ one, json: itemJson(call, one), span: one.span }));
  const taken = items.filter(({ json }) => json.status !== 'free');
  return {
    scheduleId: address,
    availabilityView: view(
      items.map(({ json, span }) => ({ span, showAs: String(json.status) })),
      window,
      minutes,
    ),
    ...(!isOwn && freeBusyOfOthers === 'view-only'
      ? {}
      : { scheduleItems: taken.map(({ json }) => json), workingHours: workingHours(person) }),
  };
}

/** POST /me/calendar/getSchedule. */
export function getSchedule(desk: Actions, call: Call): Reply {
  const { schedules, availabilityViewInterval } = call.body;
  const start = bodyTime(call.body.startTime ?? call.body.StartTime);
  const end = bodyTime(call.body.endTime ?? call.body.EndTime);
  if (!Array.isArray(schedules) || start === null || end === null || end <= start) {
    throw badRequest('Schedules, StartTime and EndTime are required.');
  }
  const minutes = typeof availabilityViewInterval === 'number' ? availabilityViewInterval : 30;
  const window = { start, end };
  return ok({
    '@odata.context':
      'https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)',
    value: schedules.map((address) => scheduleOf(desk, call, String(address), window, minutes)),
  });
}
