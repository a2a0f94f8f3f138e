import { isAnswer, type MailKind } from '../../domain/facts/observed/notice-mail';
import type { MailReading, ReadingFault } from '../../domain/facts/observed/reading';
import { fail, ok, type Result } from '../../domain/result';
import type { Instant, Span } from '../../domain/time/time';
import { fieldsOf, type Json, textOf } from '../client/json';
import { instantOf, spanOf } from '../shapes/graph-times';
import { offerOf, peopleOf, personOf, type Reader } from '../shapes/person-json';
import { zoneOf } from '../shapes/zone-names';
import { cameFromOutside } from './mail-trust';

/** Graph's word for what a meeting message is, in lower case. The metadata misspells one; both are on the wire. */
const BY_TYPE: Readonly<Record<string, MailKind>> = {
  meetingrequest: 'request',
  meetingcancelled: 'cancellation',
  meetingaccepted: 'accepted',
  meetingtenativelyaccepted: 'tentative',
  meetingtentativelyaccepted: 'tentative',
  meetingdeclined: 'declined',
};

const UPDATES = ['fullupdate', 'informationalupdate', 'silentupdate'];

export interface MessageContext extends Reader {
  /** What the message's class says, where its members were not given. */
  readonly kind: MailKind | null;
  /** Folder of sent mail; null where it could not be asked for. */
  readonly sentItems: string | null;
}

/**
 * A meeting message as the domain knows it. `null` for a message that is none, and for drafts. The OData type tells
 * nothing: cancellations come as requests, too; `meetingMessageType` decides.
 */
export function readMessage(
  json: unknown,
  context: MessageContext,
): Result<MailReading | null, ReadingFault> {
  const message = fieldsOf(json);
  if (message === null) return fail('not-an-object');
  const id = textOf(message.id);
  if (id === null) return fail('id-missing');
  const kind = mailKind(message, context.kind);
  if (kind === null || message.isDraft === true) return ok(null);
  const sender = personOf(message.sender);
  const from = personOf(message.from) ?? sender;
  if (from === null) return ok(null);
  const isSent = context.sentItems !== null && message.parentFolderId === context.sentItems;
  // Whoever writes the owner's address as theirs is not the owner: the copy of what was sent is in Sent Items.
  if (!isSent && context.owner.has(from.address) && cameFromOutside(message)) return ok(null);
  const sentByOwner = isSent || context.owner.has(from.address);
  const at = timeOf(message, sentByOwner);
  if (at === null) return fail('time-missing');
  const zone = zoneOf(fieldsOf(message.startDateTime)?.timeZone) ?? context.zone;
  const meeting = meetingOf(message.event);
  const proposed = isAnswer(kind) ? offerOf(message.proposedNewTime) : null;
  return ok({
    id,
    mail: kind,
    at,
    sentByOwner,
    from,
    sender: sender === null || sender.key === from.key ? null : sender,
    to: [
      ...new Map(
        [...peopleOf(message.toRecipients), ...peopleOf(message.ccRecipients)].map((one) => [one.key, one]),
      ).values(),
    ],
    title: textOf(message.subject) ?? '',
    span: spanOrNull(message.startDateTime, message.endDateTime, zone, message.isAllDay === true),
    previous: spanOrNull(message.previousStartDateTime, message.previousEndDateTime, zone, false),
    wholeSeries: meeting === null ? same(message.type, 'seriesmaster') : meeting.whole,
    meeting: meeting === null ? null : meeting.link,
    ...(proposed && { proposed }),
  });
}

function mailKind(message: Json, byClass: MailKind | null): MailKind | null {
  const said = textOf(message.meetingMessageType)?.toLowerCase();
  const kind = said === undefined || said === 'none' ? byClass : (BY_TYPE[said] ?? null);
  if (kind !== 'request') return kind;
  const moved = instantMissing(message.previousStartDateTime) === false;
  return moved || UPDATES.includes(textOf(message.meetingRequestType)?.toLowerCase() ?? '') ? 'update' : kind;
}

const instantMissing = (value: unknown): boolean => fieldsOf(value) === null;

const timeOf = (message: Json, sentByOwner: boolean): Instant | null => {
  const [received, sent] = [instantOf(message.receivedDateTime), instantOf(message.sentDateTime)];
  return sentByOwner ? (sent ?? received) : (received ?? sent);
};

function spanOrNull(start: unknown, end: unknown, zone: string, allDay: boolean): Span | null {
  const span = spanOf(start, end, zone, allDay);
  return span.ok ? span.value : null;
}

/** The linked event; null for `{}`, which Graph gives when the event was declined or removed. */
function meetingOf(json: unknown): { link: NonNullable<MailReading['meeting']>; whole: boolean } | null {
  const event = fieldsOf(json);
  const id = textOf(event?.id);
  if (event === null || id === null) return null;
  const whole = same(event.type, 'seriesmaster');
  return {
    whole,
    link: {
      id,
      series: whole ? id : textOf(event.seriesMasterId),
      originalStart: whole ? null : instantOf(event.originalStart),
      single: same(event.type, 'singleinstance'),
    },
  };
}

const same = (value: unknown, name: string): boolean => textOf(value)?.toLowerCase() === name;
