import { guid, TENANT } from '../../telling';
import type { Person, Session, Stay } from '../../world';
import { ok, Refusal, type Reply } from '../answers';
import type { Actions, Call } from '../desk';
import { expansions, type Json } from '../odata';
import { personOf } from '../story';
import { teamsTime } from '../wire-time';
import { type Online, onlineGiven } from './online-meetings';

/** Only so many of the latest reports can be had. */
const MOST_REPORTS = 50;

interface Report {
  id: string;
  session: Session;
}

/** Reports of sessions that have ended, newest first. One report is one session, not one occurrence. */
function reportsOf(desk: Actions, online: Online): Report[] {
  const sessions = online.meetings.flatMap((story) => story.sessions);
  return sessions
    .filter((session) => session.at <= desk.now)
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST_REPORTS)
    .map((session) => ({ id: guid(`report ${session.meeting} ${session.at}`), session }));
}

/** Attendance is the organizer's; everybody else gets an error, never an empty list. */
function reportsGiven(desk: Actions, call: Call): Report[] {
  const online = onlineGiven(desk, call);
  const { owner, habits } = desk;
  const co = online.meetings.some((story) => story.meeting.coOrganizers?.includes(owner.id));
  if (online.organizer.id !== owner.id && !(co && habits.coOrganizersReadReports)) {
    throw new Refusal(
      403,
      'General',
      `User ID in token(${owner.objectId}) is not the organizer of the queried meeting.`,
    );
  }
  return habits.reportsOff ? [] : reportsOf(desk, online);
}

const identityKey = (stay: Stay) => `${stay.as} ${stay.as === 'signed-in' ? stay.who : stay.shown}`;

/** Everybody a report can tell apart, in order of joining, each with all the stays. */
function identities(session: Session): Stay[][] {
  const all = new Map<string, Stay[]>();
  for (const stay of session.stays) {
    if (session.hidden.includes(stay.who)) continue;
    all.set(identityKey(stay), [...(all.get(identityKey(stay)) ?? []), stay]);
  }
  return [...all.values()];
}

function reportJson({ id, session }: Report): Json {
  const joins = session.stays.map((stay) => stay.span.start);
  const leaves = session.stays.map((stay) => stay.span.end);
  const unseen = session.hidden.filter((who) => session.stays.some((stay) => stay.who === who));
  return {
    id,
    totalParticipantCount: identities(session).length + unseen.length,
    meetingStartDateTime: teamsTime(Math.min(...joins)),
    meetingEndDateTime: teamsTime(Math.max(...leaves)),
  };
}

function identityJson(stay: Stay, person: Person): Json {
  const shown = stay.shown === '' ? person.name : stay.shown;
  if (stay.as === 'phone') {
    return {
      '@odata.type': '#microsoft.graph.communicationsPhoneIdentity',
      id: guid(`phone ${shown}`),
      displayName: shown,
    };
  }
  if (stay.as === 'anonymous') {
    const id = guid(`guest ${shown}`);
    return {
      '@odata.type': '#microsoft.graph.communicationsGuestIdentity',
      id,
      displayName: shown,
      email: null,
    };
  }
  const tenantId = person.kind === 'guest' ? guid(`tenant of ${person.address.split('@')[1]}`) : TENANT;
  return { id: person.objectId, displayName: shown, tenantId };
}

function recordJson(desk: Actions, stays: Stay[], organizer: string): Json {
  const [first] = stays as [Stay];
  const person = personOf(desk.story, first.who);
  const seconds = (stay: Stay) => Math.round((stay.span.end - stay.span.start) / 1000);
  const identity = identityJson(first, person);
  return {
    id: identity.id,
    emailAddress: first.as === 'signed-in' ? (person.upn ?? person.address) : null,
    totalAttendanceInSeconds: stays.reduce((sum, stay) => sum + seconds(stay), 0),
    role: first.who === organizer && first.as === 'signed-in' ? 'Organizer' : 'Presenter',
    identity,
    attendanceIntervals: stays.map((stay) => ({
      joinDateTime: teamsTime(stay.span.start),
      leaveDateTime: teamsTime(stay.span.end),
      durationInSeconds: seconds(stay),
    })),
  };
}

const records = (desk: Actions, report: Report): Json[] => {
  const organizer = desk.story.meetings.get(report.session.meeting)?.meeting.organizer ?? '';
  const named = identities(report.session).map((stays) => recordJson(desk, stays, organizer));
  return desk.habits.optOut === 'absent' ? named : [...named, ...nameless(report.session)];
};

/** People who do not let reports identify them, one line each: an identity of zeroes, and no times. */
function nameless({ stays, hidden }: Session): Json[] {
  const there = hidden.filter((who) => stays.some((stay) => stay.who === who));
  const id = '00000000-0000-0000-0000-000000000000';
  return there.map(() => ({
    id,
    emailAddress: '',
    totalAttendanceInSeconds: 0,
    role: 'Presenter',
    identity: { id, displayName: null, tenantId: TENANT },
    attendanceIntervals: [],
  }));
}

const contextOf = (desk: Actions, call: Call) =>
  `https://graph.microsoft.com/v1.0/$metadata#users('${desk.owner.objectId}')/onlineMeetings('${call.parts[1]}')/attendanceReports`;

/** GET …/attendanceReports: without records, not even an empty list of them. */
export const attendanceReports = (desk: Actions, call: Call): Reply =>
  ok({ '@odata.context': contextOf(desk, call), value: reportsGiven(desk, call).map(reportJson) });

function reportGiven(desk: Actions, call: Call): Report {
  const found = reportsGiven(desk, call).find((report) => report.id === call.parts[3]);
  if (found === undefined) throw new Refusal(404, 'NotFound', 'Attendance report does not exist.');
  return found;
}

export function attendanceReport(desk: Actions, call: Call): Reply {
  const report = reportGiven(desk, call);
  const wanted = expansions(call.query).has('attendanceRecords');
  return ok({
    '@odata.context': `${contextOf(desk, call)}('${report.id}')`,
    ...reportJson(report),
    ...(wanted
      ? {
          'attendanceRecords@odata.context': `${contextOf(desk, call)}('${report.id}')/attendanceRecords`,
          attendanceRecords: records(desk, report),
        }
      : {}),
  });
}

export const attendanceRecords = (desk: Actions, call: Call): Reply =>
  ok({
    '@odata.context': `${contextOf(desk, call)}('${call.parts[3]}')/attendanceRecords`,
    value: records(desk, reportGiven(desk, call)),
  });
