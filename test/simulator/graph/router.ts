import { noSuchSegment, type Reply } from './answers';
import type { Actions, Call } from './desk';
import { attendanceRecords, attendanceReport, attendanceReports } from './resources/attendance';
import { calendarView, instances } from './resources/calendar-view';
import { delta } from './resources/delta';
import {
  attach,
  attachments,
  changeDraft,
  createDraft,
  deleteMail,
  replyTo,
  sendDraft,
  sendMail,
} from './resources/drafts';
import { appFile, appRoot, appRootChildren } from './resources/drive';
import { answerEvent, cancelEvent, event, events } from './resources/events';
import { calendar, calendars, knownCalendar, mailboxSettings, me } from './resources/me';
import { mailFolder, mailFolders, message, messages } from './resources/messages';
import { lookUp, onlineMeeting } from './resources/online-meetings';
import { getSchedule } from './resources/schedule';
import { translateIds } from './resources/translate-ids';
import { partsOf } from './wire';

type Handler = (desk: Actions, call: Call) => Reply;

export interface Route {
  method: string;
  /** The path behind `/me`; `*` stands for one part, `**` for all the rest. */
  path: string;
  /** Any one of these scopes will do. */
  scopes: string[];
  handle: Handler;
}

const CALENDAR = ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'];
const CALENDAR_IN_FULL = ['Calendars.Read', 'Calendars.ReadWrite'];
const CALENDAR_WRITING = ['Calendars.ReadWrite'];
const MAIL = ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'];
const MAIL_WRITING = ['Mail.ReadWrite'];
const SENDING = ['Mail.Send'];
const MEETINGS = ['OnlineMeetings.Read', 'OnlineMeetings.ReadWrite'];
const ARTIFACTS = ['OnlineMeetingArtifact.Read.All'];
const FILES = ['Files.ReadWrite.AppFolder', 'Files.ReadWrite'];

const route = (line: string, scopes: string[], handle: Handler): Route => {
  const [method = '', path = ''] = line.split(' ');
  return { method, path, scopes, handle };
};

/** There is one calendar, so whatever names it ends in the same place. */
const throughCalendar =
  (handle: Handler): Handler =>
  (desk, call) => {
    knownCalendar(desk, call.parts[1] ?? '');
    return handle(desk, { ...call, parts: call.parts.slice(2) });
  };

export const ROUTES: Route[] = [
  route('GET /', ['User.Read'], me),
  route('GET /mailboxSettings', ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'], mailboxSettings),
  route('GET /mailboxSettings/*', ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'], mailboxSettings),
  route('GET /calendars', CALENDAR, calendars),
  route('GET /calendar', CALENDAR, calendar),
  route('GET /calendars/*/calendarView', CALENDAR, throughCalendar(calendarView)),
  route('GET /calendarView', CALENDAR, calendarView),
  route('GET /calendar/calendarView', CALENDAR, calendarView),
  route('GET /calendarView/delta', CALENDAR_IN_FULL, delta),
  route('GET /calendarView/delta()', CALENDAR_IN_FULL, delta),
  route('GET /events', CALENDAR, events),
  route('GET /calendar/events', CALENDAR, events),
  route('GET /events/*', CALENDAR, event),
  route('GET /events/*/instances', CALENDAR, instances),
  route('POST /events/*/cancel', CALENDAR_WRITING, cancelEvent),
  route('POST /events/*/accept', CALENDAR_WRITING, answerEvent),
  route('POST /events/*/tentativelyAccept', CALENDAR_WRITING, answerEvent),
  route('POST /events/*/decline', CALENDAR_WRITING, answerEvent),
  route('POST /calendar/getSchedule', CALENDAR, getSchedule),
  route('GET /messages', MAIL, messages),
  route('GET /messages/*', MAIL, message),
  route('POST /messages', MAIL_WRITING, createDraft),
  route('PATCH /messages/*', MAIL_WRITING, changeDraft),
  route('DELETE /messages/*', MAIL_WRITING, deleteMail),
  route('POST /messages/*/send', SENDING, sendDraft),
  route('POST /messages/*/reply', SENDING, replyTo),
  route('GET /messages/*/attachments', MAIL, attachments),
  route('POST /messages/*/attachments', MAIL_WRITING, attach),
  route('POST /sendMail', SENDING, sendMail),
  route('GET /mailFolders', MAIL, mailFolders),
  route('GET /mailFolders/*', MAIL, mailFolder),
  route('GET /mailFolders/*/messages', MAIL, messages),
  route('GET /onlineMeetings', MEETINGS, lookUp),
  route('GET /onlineMeetings/*', MEETINGS, onlineMeeting),
  route('GET /onlineMeetings/*/attendanceReports', ARTIFACTS, attendanceReports),
  route('GET /onlineMeetings/*/attendanceReports/*', ARTIFACTS, attendanceReport),
  route('GET /onlineMeetings/*/attendanceReports/*/attendanceRecords', ARTIFACTS, attendanceRecords),
  route('POST /translateExchangeIds', ['User.Read', 'User.ReadBasic', 'User.ReadBasic.All'], translateIds),
  route('GET /drive/special/approot', FILES, appRoot),
  route('GET /drive/special/approot/children', FILES, appRootChildren),
  route('GET /drive/special/**', FILES, appFile),
  route('PUT /drive/special/**', FILES, appFile),
  route('DELETE /drive/special/**', FILES, appFile),
];

function fits(path: string, parts: readonly string[]): boolean {
  const wanted = path.split('/').filter((part) => part !== '');
  if (wanted.at(-1) === '**') return wanted.slice(0, -1).every((part, place) => same(part, parts[place]));
  return wanted.length === parts.length && wanted.every((part, place) => same(part, parts[place]));
}

const same = (wanted: string, given: string | undefined) =>
  given !== undefined && (wanted === '*' || wanted.toLowerCase() === given.toLowerCase());

/** The route of a request. Scopes are read off it, so that a missing one can be refused before anything is done. */
export function routeOf(method: string, parts: readonly string[]): Route {
  const found = ROUTES.find((one) => one.method === method && fits(one.path, parts));
  if (found === undefined) throw noSuchSegment(parts.at(-1) ?? '');
  return found;
}

/** Every scope the simulated Graph knows, for worlds where nothing is refused. */
export const ALL_SCOPES: string[] = [...new Set(ROUTES.flatMap((one) => one.scopes))];

/** The scopes of which any one will do for a request; none where there is no such path. */
export function scopesFor(method: string, url: URL): readonly string[] {
  const parts = partsOf(url).slice(1);
  return ROUTES.find((one) => one.method === method && fits(one.path, parts))?.scopes ?? [];
}
