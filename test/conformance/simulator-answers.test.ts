import { expect, test } from 'vitest';
import { asking, member } from '../simulator/graph/asking';
import type { Json } from '../simulator/graph/odata';
import { createSimulatedGraph } from '../simulator/graph/simulated-graph';
import { SAMPLE_NOW, sampleMonth } from '../simulator/worlds/sample-month';
import { example, letter, missingIn, WINDOW } from './shapes';

const graph = createSimulatedGraph(sampleMonth(), { now: SAMPLE_NOW });
const priya = asking(graph);
const listed = async (of: string): Promise<Json[]> => (await priya.get(of)).json.value as Json[];
const series = async () => (await listed('/me/events')).find(({ type }) => type === 'seriesMaster')?.id;
const meetingRequest = async () =>
  (await listed('/me/messages?$top=100')).find(
    (mail) => mail['@odata.type'] === '#microsoft.graph.eventMessageRequest',
  )?.id;
const ownMeeting = async (): Promise<string> => {
  const events = await listed(`/me/calendarView?${WINDOW}&$top=100`);
  const own = events.find(
    ({ isOrganizer, isOnlineMeeting }) => isOrganizer === true && isOnlineMeeting === true,
  );
  return encodeURIComponent(`JoinWebUrl eq '${member(own, 'onlineMeeting.joinUrl')}'`);
};
const reportsOf = async () => {
  const [online] = await listed(`/me/onlineMeetings?$filter=${await ownMeeting()}`);
  return `/me/onlineMeetings/${online?.id}/attendanceReports`;
};
const firstReport = async () => {
  const reports = await reportsOf();
  return `${reports}/${(await listed(reports))[0]?.id}`;
};
const deltaRound = async () => {
  const { json } = await priya.get(`/me/calendarView/delta?${WINDOW}`);
  return (await priya.get(String(json['@odata.nextLink']), 'odata.maxpagesize=20')).json;
};

/** Each recorded answer, what the simulated Graph says to the same question, and what it leaves out, why. */
const ANSWERS: readonly (readonly [string, () => Promise<unknown>, readonly string[]])[] = [
  [
    'calendarview-list-me.response.json',
    async () => (await priya.get(`/me/calendarView?${WINDOW}&$top=100`)).json,
    [],
  ],
  [
    'event-get-1.response.json',
    async () => (await priya.get(`/me/events/${await series()}`)).json,
    // Rooms of the directory, and times that attendees propose: the worlds have neither.
    ['location.uniqueId', 'attendees[].proposedNewTime'],
  ],
  [
    'events-list.response.json',
    async () => (await priya.get('/me/events')).json,
    ['value[].location.uniqueId'],
  ],
  [
    'event-instances.response.json',
    async () => (await priya.get(`/me/events/${await series()}/instances?${WINDOW}&$top=100`)).json,
    [],
  ],
  ['calendarview-delta-2.response.json', deltaRound, []],
  [
    'calendarview-delta-occurrence-stub-REAL.json',
    async () => ((await deltaRound()).value as Json[]).find(({ type }) => type === 'occurrence'),
    [],
  ],
  [
    'messages-list.response.json',
    async () => (await priya.get('/me/messages?$select=sender,subject')).json,
    [],
  ],
  [
    'eventmessage-get-request.response.json',
    async () => (await priya.get(`/me/messages/${await meetingRequest()}`)).json,
    [],
  ],
  [
    'eventmessage-get-expand-event.response.json',
    async () =>
      (await priya.get(`/me/messages/${await meetingRequest()}?$expand=microsoft.graph.eventMessage/event`))
        .json,
    [],
  ],
  ['message-create-draft-1.response.json', async () => (await priya.post('/me/messages', letter)).json, []],
  // Nobody in the worlds has a telephone at work.
  ['user-get-me.response.json', async () => (await priya.get('/me')).json, ['businessPhones[]']],
  ['mailboxsettings-get.response.json', async () => (await priya.get('/me/mailboxSettings')).json, []],
  // An annotation that the documentation of 2021 prints, and metadata=minimal does not bring.
  [
    'calendars-list.response.json',
    async () => (await priya.get('/me/calendars')).json,
    ['value[].@odata.id'],
  ],
  [
    'translate-exchange-ids.response.json',
    async () =>
      (
        await priya.post('/me/translateExchangeIds', {
          inputIds: [await series()],
          sourceIdType: 'restImmutableEntryId',
          targetIdType: 'restId',
        })
      ).json,
    [],
  ],
  ['drive-approot.response.json', async () => (await priya.get('/me/drive/special/approot')).json, []],
  [
    'onlinemeeting-get-by-joinweburl.response.json',
    async () => (await priya.get(`/me/onlineMeetings?$filter=${await ownMeeting()}`)).json,
    [
      'value[].participants.organizer.identity.user.identityProvider',
      'value[].participants.producers',
      'value[].participants.contributors',
    ],
  ],
  // Printed with an empty list of records; on the wire it is absent.
  [
    'attendancereports-list.response.json',
    async () => (await priya.get(await reportsOf())).json,
    ['value[].attendanceRecords'],
  ],
  [
    'attendancereport-get-expand.response.json',
    async () => (await priya.get(`${await firstReport()}?$expand=attendanceRecords`)).json,
    [],
  ],
  [
    'attendancereport-get-REAL-masked.json',
    async () => (await priya.get(`${await firstReport()}?$expand=attendanceRecords`)).json,
    [],
  ],
  [
    'attendancerecords-list.response.json',
    async () => (await priya.get(`${await firstReport()}/attendanceRecords`)).json,
    [],
  ],
];

test.each(ANSWERS)(
  'what was recorded of a call has nothing that the simulated one lacks: %s',
  async (name, ask, without) => {
    const lacks = missingIn(await ask(), example(name));
    expect(
      lacks.filter((at) => !without.some((known) => at === known || at.startsWith(`${known}.`))),
    ).toEqual([]);
    // What is left out is still left out: else the list says too much.
    expect(without.filter((known) => !lacks.includes(known))).toEqual([]);
  },
);
