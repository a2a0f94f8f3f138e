import type { MailKind } from '../../domain/facts/observed/notice-mail';
import type { MailReading } from '../../domain/facts/observed/reading';
import type { Instant } from '../../domain/time/time';
import { isPrivate } from '../calendar/event-json';
import type { GraphClient } from '../client/client';
import { refusalOf } from '../client/errors';
import { graphId } from '../client/item-id';
import { fieldsOf, type Json, textOf } from '../client/json';
import { isAbsent, lastingId } from '../client/lasting-id';
import { readAll } from '../client/paging';
import { CALLS } from '../client/permissions';
import { isoOf } from '../shapes/graph-times';
import type { Reader } from '../shapes/person-json';
import { type MailFolders, sourcesAmong } from './mail-trust';
import { type MessageContext, readMessage } from './message-json';

/** Message class by kind: neither `isof` nor a filter on `meetingMessageType` exists, and one filter takes one class. */
const CLASSES: readonly (readonly [string, MailKind])[] = [
  ['IPM.Schedule.Meeting.Canceled', 'cancellation'],
  ['IPM.Schedule.Meeting.Request', 'request'],
  ['IPM.Schedule.Meeting.Resp.Pos', 'accepted'],
  ['IPM.Schedule.Meeting.Resp.Tent', 'tentative'],
  ['IPM.Schedule.Meeting.Resp.Neg', 'declined'],
];

const PLAIN = [
  'id',
  'subject',
  'receivedDateTime',
  'sentDateTime',
  'from',
  'sender',
  'toRecipients',
  'ccRecipients',
  'parentFolderId',
  'isDraft',
];

/** Members of derived types need their cast in `$select`, or Graph refuses the request. Bodies are never asked for. */
const WITH_MEETING = [
  ...PLAIN,
  'internetMessageHeaders',
  ...['meetingMessageType', 'type', 'startDateTime', 'endDateTime', 'isAllDay'].map(
    (name) => `microsoft.graph.eventMessage/${name}`,
  ),
  ...['previousStartDateTime', 'previousEndDateTime', 'meetingRequestType'].map(
    (name) => `microsoft.graph.eventMessageRequest/${name}`,
  ),
  'microsoft.graph.eventMessageResponse/proposedNewTime',
];

const EVENT =
  'microsoft.graph.eventMessage/event($select=id,type,seriesMasterId,originalStart,start,isCancelled,sensitivity)';

/** From the most to the least that a server may understand. */
const MANNERS = [
  { fields: WITH_MEETING, links: true },
  { fields: WITH_MEETING, links: false },
  { fields: PLAIN, links: false },
] as const;

/** When messages came; `until` itself is not in it. */
interface MailSpan {
  readonly since: Instant;
  readonly until: Instant | undefined;
}

/**
 * Meeting messages received or sent in this time, of all folders but Junk. Messages about private meetings, those that
 * are forged, and those that cannot be read, are left out. A link to its meeting that Graph cannot follow leaves the message unlinked.
 */
export async function readNoticeMails(
  client: GraphClient,
  span: MailSpan,
  reader: Reader,
  { sentItems, junk }: MailFolders,
): Promise<readonly MailReading[]> {
  const lists = await Promise.all(
    CLASSES.map(async ([name, kind]) => {
      const messages = await messagesOf(client, name, span);
      const sources = await sourcesAmong(messages, junk);
      return sources.flatMap((message) => readingOf(message, { ...reader, kind, sentItems }));
    }),
  );
  const all = new Map(lists.flat().map((mail) => [mail.id, mail]));
  return [...all.values()].sort((a, b) => a.at - b.at);
}

/**
 * The one message that is open in Outlook, by the id Outlook gave. Null when Graph does not find it, when it is no
 * meeting message, and when it is about a private meeting.
 */
export async function readMail(
  client: GraphClient,
  outlookId: string,
  reader: Reader,
  { sentItems, junk }: MailFolders,
): Promise<MailReading | null> {
  const id = graphId(outlookId);
  if (id === '') return null;
  const message = (await messageOf(client, id)) ?? (await messageOf(client, await lastingId(client, id)));
  if (message === null) return null;
  const [source] = await sourcesAmong([message], junk);
  return readingOf(source, { ...reader, kind: null, sentItems })[0] ?? null;
}

async function messageOf(client: GraphClient, id: string | null): Promise<Json | null> {
  if (id === null) return null;
  const path = `/me/messages/${encodeURIComponent(id)}`;
  let last: unknown;
  for (const { fields, links } of MANNERS) {
    const query = { $select: fields.join(), ...(links ? { $expand: EVENT } : {}) };
    try {
      const message = await client({ call: CALLS.message, path, query });
      return links ? message : fieldsOf(await linked(client, message));
    } catch (thrown) {
      // "Not found" may be said of its event alone.
      if (!isAboutTheQuery(thrown) && !isAbsent(thrown)) throw thrown;
      last = thrown;
    }
  }
  if (isAbsent(last)) return null;
  throw last;
}

function readingOf(message: unknown, context: MessageContext): readonly MailReading[] {
  if (isPrivate(fieldsOf(message)?.event)) return [];
  const read = readMessage(message, context);
  return read.ok && read.value !== null ? [read.value] : [];
}

async function messagesOf(
  client: GraphClient,
  name: string,
  { since, until }: MailSpan,
): Promise<readonly unknown[]> {
  const before = until === undefined ? '' : `receivedDateTime lt ${isoOf(until)} and `;
  const filter =
    `receivedDateTime ge ${isoOf(since)} and ${before}singleValueExtendedProperties/any(ep: ` +
    `ep/id eq 'String 0x001A' and ep/value eq '${name}')`;
  let last: unknown;
  for (const { fields, links } of MANNERS) {
    const query = {
      $filter: filter,
      $select: fields.join(),
      $top: '100',
      ...(links ? { $expand: EVENT } : {}),
    };
    try {
      const messages = await readAll(client, { call: CALLS.messages, query });
      return links ? messages : await Promise.all(messages.map((message) => linked(client, message)));
    } catch (thrown) {
      if (!isAboutTheQuery(thrown)) throw thrown;
      last = thrown;
    }
  }
  throw last;
}

/** One message whose event is gone fails a whole page (500 or 404); a server may not know a cast (400). */
const isAboutTheQuery = (thrown: unknown): boolean =>
  [400, 404, 500, 501].includes(refusalOf(thrown)?.http ?? 0);

/** The message with its event, asked for alone so that a failure stays its own. */
async function linked(client: GraphClient, message: unknown): Promise<unknown> {
  const fields = fieldsOf(message);
  const id = textOf(fields?.id);
  if (fields === null || id === null || fields.isDraft === true) return message;
  try {
    const path = `/me/messages/${encodeURIComponent(id)}`;
    const answer = await client({
      call: CALLS.message,
      path,
      query: { $select: 'id', $expand: EVENT },
    });
    return { ...fields, event: answer.event };
  } catch (thrown) {
    if (isAboutTheQuery(thrown)) return message;
    throw thrown;
  }
}
