import type { Notice } from '../calendar/notices';
import { recurrenceJson } from '../calendar/recurrence';
import type { Actions, Call, Habits } from '../desk';
import { itemHash, mintId } from '../ids';
import type { Json } from '../odata';
import { graphTime, offsetTime, slotJson, windowsZone } from '../wire-time';
import type { Mail } from './mail-room';

export const mailId = (mail: Mail, immutable: boolean): string =>
  mintId({ box: mail.box, item: mail.key, folder: mail.folder, immutable });

/** Folder ids never change, whatever kind of id is asked for. */
export const folderId = (box: string, folder: string): string =>
  mintId({ box, item: `folder ${folder}`, folder: 'root', immutable: false });

/** The same for all mails of a conversation in one mailbox, and another one in another mailbox. */
export const conversationOf = ({ box, talk }: Mail): string =>
  mintId({ box, item: `talk ${talk}`, folder: 'root', immutable: false });

/** The same on a draft, on the copy in Sent Items, and in the mailbox of each reader. */
export const internetIdOf = ({ key }: Mail): string =>
  `<${itemHash(key.replace(/( (in|for) \S+)+$/, '')).toUpperCase()}@northwind.example>`;

const plain = (html: string): string =>
  html
    .replace(/<(style|head)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Exchange wraps every HTML body; what comes back is never byte for byte what went in. */
const wrapped = (html: string): string =>
  /<html/i.test(html)
    ? html
    : `<html>\r\n<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n</head>\r\n<body>\r\n${html}\r\n</body>\r\n</html>\r\n`;

export function mailJson(desk: Actions, mail: Mail, call: Call): Json {
  const id = mailId(mail, call.manner.immutable);
  const changeKey = btoa(
    itemHash(
      `${mail.key} ${mail.folder} ${mail.draft} ${mail.modifiedAt} ${mail.subject} ${mail.html.length} ${mail.to.length}`,
    ).slice(0, 18),
  );
  const text = plain(mail.html);
  const kind = mail.notice === null ? null : noticeKind(mail.notice, desk.habits);
  return {
    ...(kind === null ? {} : { '@odata.type': `#microsoft.graph.${kind}` }),
    '@odata.etag': `W/"${changeKey}"`,
    id,
    createdDateTime: offsetTime(mail.createdAt),
    lastModifiedDateTime: offsetTime(Math.max(mail.arrivedAt, mail.modifiedAt)),
    changeKey,
    categories: mail.categories,
    receivedDateTime: offsetTime(mail.arrivedAt),
    sentDateTime: offsetTime(mail.sentAt),
    hasAttachments: mail.attachments.length > 0,
    internetMessageId: internetIdOf(mail),
    subject: mail.subject,
    bodyPreview: text.slice(0, 255),
    importance: mail.importance,
    parentFolderId: folderId(mail.box, mail.folder),
    conversationId: conversationOf(mail),
    conversationIndex: btoa(itemHash(mail.key).slice(0, 22)),
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    isRead: mail.draft || mail.folder !== 'inbox',
    isDraft: mail.draft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: 'focused',
    body: call.manner.bodyAsText
      ? { contentType: 'text', content: text }
      : { contentType: 'html', content: wrapped(mail.html) },
    sender: mail.sender ?? mail.from,
    internetMessageHeaders: mail.headers,
    from: mail.from,
    toRecipients: mail.to,
    ccRecipients: mail.cc,
    bccRecipients: mail.bcc,
    replyTo: mail.replyTo,
    flag: { flagStatus: 'notFlagged' },
    ...(mail.notice === null ? {} : noticeJson(desk, mail.notice, call)),
  };
}

function noticeKind(notice: Notice, habits: Habits): string {
  if (notice.kind === 'response') return 'eventMessageResponse';
  return notice.kind === 'cancellation' ? habits.cancellationIs : 'eventMessageRequest';
}

function meetingMessageType(desk: Actions, notice: Notice): string {
  if (notice.kind === 'cancellation') return 'meetingCancelled';
  if (notice.answer === null) return 'meetingRequest';
  if (notice.answer === 'tentative') return desk.habits.tentativeSpelling;
  return notice.answer === 'accepted' ? 'meetingAccepted' : 'meetingDeclined';
}

const RESPONSE = { accepted: 'accepted', tentative: 'tentativelyAccepted', declined: 'declined' } as const;

/** What a meeting message has beyond a message: derived members, which come when nothing was selected. */
function noticeJson(desk: Actions, notice: Notice, call: Call): Json {
  const { zoneName } = call.manner;
  const story = desk.story.meetings.get(notice.meeting);
  const single = story?.meeting.recurrence === null;
  const newer = (story?.moved.get(notice.date ?? '') ?? []).some(
    (move) => move.at > notice.at && move.at <= desk.now && move.unsent !== true,
  );
  const zone = windowsZone(story?.meeting.zone ?? 'UTC');
  const common = {
    meetingMessageType: meetingMessageType(desk, notice),
    type: notice.date === null ? 'seriesMaster' : single ? 'singleInstance' : partOf(notice, desk.habits),
    isOutOfDate: newer,
    isAllDay: story?.meeting.allDay === true,
    isDelegated: false,
    recurrence:
      notice.recurrence === null
        ? null
        : recurrenceJson(notice.recurrence, story?.meeting.firstDate ?? '', zone),
    startDateTime: graphTime(notice.span.start, zoneName),
    endDateTime: graphTime(notice.span.end, zoneName),
    location: { displayName: story?.meeting.place ?? '', locationType: 'default', uniqueIdType: 'unknown' },
  };
  if (notice.kind === 'response') {
    return {
      ...common,
      responseType: notice.answer === null ? 'none' : RESPONSE[notice.answer],
      proposedNewTime: notice.proposed === null ? null : slotJson(notice.proposed, zoneName),
    };
  }
  if (notice.kind === 'cancellation') return common;
  const { previous } = notice;
  return {
    ...common,
    meetingRequestType: notice.requestKind,
    allowNewTimeProposals: true,
    responseRequested: true,
    previousLocation: null,
    previousStartDateTime: previous === null ? null : graphTime(previous.start, zoneName),
    previousEndDateTime: previous === null ? null : graphTime(previous.end, zoneName),
  };
}

const partOf = (notice: Notice, habits: Habits): string =>
  notice.kind === 'cancellation' ? habits.cancellationIsOf : 'exception';

export const DERIVED = [
  'meetingMessageType',
  'startDateTime',
  'endDateTime',
  'location',
  'type',
  'recurrence',
  'isOutOfDate',
  'isAllDay',
  'isDelegated',
  'previousStartDateTime',
  'previousEndDateTime',
  'previousLocation',
  'meetingRequestType',
  'allowNewTimeProposals',
  'responseRequested',
  'responseType',
  'proposedNewTime',
];
