import { guid, TENANT } from '../../telling';
import { DAY, type Instant } from '../../time';
import type { Person } from '../../world';
import { ok, Refusal, type Reply } from '../answers';
import type { Actions, Call } from '../desk';
import { isMember } from '../mail/mail-room';
import type { Json } from '../odata';
import { type MeetingStory, personOf, plannedSpan, ruleAt } from '../story';
import { teamsTime } from '../wire-time';

/** One online meeting per join link: a series, its split-off part and a re-invitation can share it. */
export interface Online {
  id: string;
  joinUrl: string;
  organizer: Person;
  meetings: MeetingStory[];
}

/** Links stop working about sixty days after the last occurrence. */
const EXPIRY = 60 * DAY;

const onlineId = (organizer: Person, joinUrl: string): string => {
  const thread = /19%3ameeting_\w+/i.exec(joinUrl)?.[0].replace('%3a', ':') ?? `19:meeting_${guid(joinUrl)}`;
  return btoa(`1*${organizer.objectId}*0**${thread}@thread.v2`);
};

export function onlineMeetings(desk: Actions): Online[] {
  const all = new Map<string, Online>();
  for (const story of desk.story.meetings.values()) {
    const { joinUrl, organizer, createdAt } = story.meeting;
    if (joinUrl === null || createdAt > desk.now) continue;
    const person = personOf(desk.story, organizer);
    const known = all.get(joinUrl) ?? {
      id: onlineId(person, joinUrl),
      joinUrl,
      organizer: person,
      meetings: [],
    };
    known.meetings.push(story);
    all.set(joinUrl, known);
  }
  return [...all.values()];
}

function expiresAt(one: Online, now: Instant): Instant {
  const ends = one.meetings.map((story) => {
    const { recurrence } = ruleAt(story, now);
    if (recurrence !== null && recurrence.until === undefined) return Infinity;
    return plannedSpan(story, recurrence?.until ?? story.meeting.firstDate, now).end;
  });
  return Math.max(...ends) + EXPIRY;
}

export const noAccess = () =>
  new Refusal(403, 'Forbidden', '3003: User does not have access to lookup meeting');

function onlineJson(desk: Actions, one: Online): Json {
  const [first] = one.meetings;
  const { meeting } = first as MeetingStory;
  const span = plannedSpan(first as MeetingStory, meeting.firstDate, desk.now);
  const end = expiresAt(one, desk.now);
  const info = (person: Person, role: string): Json => ({
    upn: person.upn ?? person.address,
    role,
    identity: {
      application: null,
      device: null,
      user: { id: person.objectId, displayName: null, tenantId: TENANT },
    },
  });
  const others = meeting.invitees.filter(({ part }) => part !== 'resource');
  return {
    id: one.id,
    creationDateTime: teamsTime(meeting.createdAt),
    startDateTime: teamsTime(span.start),
    endDateTime: teamsTime(span.end),
    ...(Number.isFinite(end) ? { expiryDateTime: teamsTime(end) } : {}),
    joinWebUrl: one.joinUrl,
    subject: meeting.subject,
    isEntryExitAnnounced: false,
    allowedPresenters: 'everyone',
    videoTeleconferenceId: null,
    participants: {
      organizer: info(one.organizer, 'presenter'),
      attendees: others.map(({ who }) => info(personOf(desk.story, who), 'attendee')),
    },
    lobbyBypassSettings: { scope: 'organization', isDialInBypassEnabled: false },
  };
}

/** GET /me/onlineMeetings?$filter=JoinWebUrl eq '…': there is no listing without a filter. */
export function lookUp(desk: Actions, call: Call): Reply {
  const filter = call.query.text('filter');
  const wanted = /^\s*JoinWebUrl\s+eq\s+'((?:[^']|'')*)'\s*$/i.exec(filter ?? '')?.[1]?.replaceAll("''", "'");
  if (wanted === undefined) {
    throw new Refusal(
      400,
      'InvalidArgument',
      "Filter expression expected - /onlineMeetings?$filter={ParameterName} eq '{id}'.",
    );
  }
  const found = onlineMeetings(desk).find((one) => one.joinUrl === wanted);
  const context = `https://graph.microsoft.com/v1.0/$metadata#users('${desk.owner.objectId}')/onlineMeetings`;
  if (found === undefined || expiresAt(found, desk.now) <= desk.now)
    return ok({ '@odata.context': context, value: [] });
  if (!found.meetings.some((story) => isMember(desk.story, story.meeting.id, desk.owner.id)))
    throw noAccess();
  return ok({ '@odata.context': context, value: [onlineJson(desk, found)] });
}

export function onlineGiven(desk: Actions, call: Call): Online {
  const found = onlineMeetings(desk).find((one) => one.id === call.parts[1]);
  if (found === undefined) throw new Refusal(404, 'NotFound', '3004: Meeting does not exist.');
  return found;
}

export function onlineMeeting(desk: Actions, call: Call): Reply {
  const found = onlineGiven(desk, call);
  if (!found.meetings.some((story) => isMember(desk.story, story.meeting.id, desk.owner.id)))
    throw noAccess();
  return ok(onlineJson(desk, found));
}
