import type { Instant } from '../../time';
import type { AnswerGiven, Happening, Person } from '../../world';
import { type Notice, noticesOf } from '../calendar/notices';
import type { Json } from '../odata';
import { inviteeOf, personOf, type Story } from '../story';

export const FOLDERS = ['inbox', 'drafts', 'sentitems', 'deleteditems', 'junkemail'] as const;
export type Folder = (typeof FOLDERS)[number];

export interface Property {
  id: string;
  value: string;
}

/** A mail in one mailbox. */
export interface Mail {
  key: string;
  box: string;
  folder: Folder;
  /** From this instant on it is in the mailbox. */
  arrivedAt: Instant;
  sentAt: Instant;
  createdAt: Instant;
  modifiedAt: Instant;
  /** Sent with a deferred time: it waits in Drafts until then. */
  waitsUntil: Instant | null;
  draft: boolean;
  messageClass: string;
  subject: string;
  /** What a mail and the replies to it have in common in a mailbox. */
  talk: string;
  html: string;
  from: Json;
  /** Who sent it, where that is somebody else. */
  sender: Json | null;
  to: Json[];
  cc: Json[];
  bcc: Json[];
  replyTo: Json[];
  headers: Json[];
  importance: string;
  categories: string[];
  properties: Property[];
  attachments: Json[];
  notice: Notice | null;
}

export interface MailRoom {
  /** What was written through Graph, in every mailbox that got it. */
  written: Mail[];
  /** Drafts thrown away and mails deleted through Graph, by key. */
  thrownAway: Set<string>;
  /** How many mails were written so far; makes their keys. */
  minted: number;
  /** What a mailbox holds at an instant. */
  in(box: string, now: Instant): Mail[];
}

const ANSWER_CLASS = { accepted: 'Pos', tentative: 'Tent', declined: 'Neg' } as const;

function classOf(notice: Notice): string {
  if (notice.kind === 'cancellation') return 'IPM.Schedule.Meeting.Canceled';
  if (notice.kind !== 'response' || notice.answer === null) return 'IPM.Schedule.Meeting.Request';
  return `IPM.Schedule.Meeting.Resp.${ANSWER_CLASS[notice.answer]}`;
}

const recipient = (person: Person): Json => ({
  emailAddress: { name: person.name, address: person.address },
});

function blank(key: string, box: string, folder: Folder, at: Instant): Mail {
  return {
    key,
    box,
    folder,
    arrivedAt: at,
    sentAt: at,
    createdAt: at,
    modifiedAt: at,
    waitsUntil: null,
    draft: false,
    messageClass: 'IPM.Note',
    subject: '',
    talk: key,
    html: '',
    from: {},
    sender: null,
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    headers: [],
    importance: 'normal',
    categories: [],
    properties: [],
    attachments: [],
    notice: null,
  };
}

export const newMail = (
  key: string,
  box: string,
  folder: Folder,
  at: Instant,
  more: Partial<Mail>,
): Mail => ({
  ...blank(key, box, folder, at),
  ...more,
});

/** A meeting message as a mail in somebody's mailbox. */
function ofNotice(story: Story, notice: Notice, box: string, folder: Folder): Mail {
  return newMail(`${notice.key} in ${box}`, box, folder, notice.at, {
    messageClass: classOf(notice),
    subject: notice.subject,
    talk: `about ${notice.meeting}`,
    from: recipient(personOf(story, notice.from)),
    to: notice.to.map((who) => recipient(personOf(story, who))),
    notice,
  });
}

const sameMeeting = (mail: Mail, meeting: string, date: string | null) =>
  mail.notice?.meeting === meeting && (date === null || mail.notice.date === date);

/** Outlook throws a request away once it is answered; what a person deleted for good is no longer there at all. */
function standingOf(mail: Mail, deletions: Deletion[], answers: AnswerGiven[], now: Instant): Mail | null {
  const { notice } = mail;
  if (notice === null || mail.folder === 'sentitems') return mail;
  const deleted = deletions.some(
    (one) => one.at <= now && one.notice === notice.kind && sameMeeting(mail, one.meeting, one.date),
  );
  if (deleted) return null;
  const asked = notice.kind === 'request' || notice.kind === 'update';
  const answered = answers.some(
    (one) => one.at <= now && one.at >= notice.at && sameMeeting(mail, one.meeting, one.date),
  );
  return asked && answered ? { ...mail, folder: 'deleteditems' } : mail;
}

type Deletion = Extract<Happening, { kind: 'mail-deleted' }>;

/** The mail of a world; what was written through Graph before lives on in `former`. */
export function openMailRoom(story: Story, former?: MailRoom): MailRoom {
  const written = former?.written ?? [];
  const thrownAway = former?.thrownAway ?? new Set<string>();
  const notices = noticesOf(story);
  const boxes = new Map<string, Mail[]>();
  const told = (box: string): Mail[] => {
    const found = boxes.get(box) ?? derived(story, notices, box);
    boxes.set(box, found);
    return found;
  };
  // Pages of one list are asked for at one moment.
  let memo: { box: string; now: Instant; mails: Mail[] } | null = null;
  const standing = (box: string, now: Instant): Mail[] => {
    const { happenings } = story.world;
    const deletions = happenings.filter(
      (one): one is Deletion => one.kind === 'mail-deleted' && one.who === box,
    );
    return told(box)
      .filter((mail) => mail.arrivedAt <= now)
      .map((mail) => {
        const answers = story.meetings.get(mail.notice?.meeting ?? '')?.answers ?? [];
        return standingOf(
          mail,
          deletions,
          answers.filter((one) => one.who === box),
          now,
        );
      })
      .filter((mail) => mail !== null);
  };
  return {
    written,
    thrownAway,
    minted: former?.minted ?? 0,
    in: (box, now) => {
      if (memo?.box !== box || memo.now !== now) memo = { box, now, mails: standing(box, now) };
      const own = written.filter((mail) => mail.box === box && mail.arrivedAt <= now);
      return [...memo.mails, ...own]
        .filter((mail) => !thrownAway.has(mail.key))
        .sort((a, b) => b.arrivedAt - a.arrivedAt);
    },
  };
}

function derived(story: Story, notices: Notice[], box: string): Mail[] {
  const delegated = story.people.get(box)?.noticesGoToDelegate === true;
  const mails = notices.flatMap((notice): Mail[] => {
    const sent = notice.from === box ? [ofNotice(story, notice, box, 'sentitems')] : [];
    const got = notice.to.includes(box) && !delegated ? [ofNotice(story, notice, box, 'inbox')] : [];
    return [...sent, ...got];
  });
  for (const [index, one] of story.world.happenings.entries()) {
    if (one.kind !== 'mail') continue;
    const letter = {
      subject: one.subject,
      html: `<p>${one.subject}</p>`,
      from: recipient(personOf(story, one.from)),
      to: one.to.map((who) => recipient(personOf(story, who))),
    };
    if (one.from === box) mails.push(newMail(`mail ${index} sent`, box, 'sentitems', one.at, letter));
    if (one.to.includes(box)) mails.push(newMail(`mail ${index} got`, box, 'inbox', one.at, letter));
  }
  return mails;
}

/** Whether the person was ever a member of the meeting, and not only forwarded an occurrence. */
export const isMember = (story: Story, meetingId: string, who: string): boolean => {
  const meeting = story.meetings.get(meetingId)?.meeting;
  if (meeting === undefined) return false;
  const invitee = inviteeOf(meeting, who);
  return meeting.organizer === who || (invitee !== undefined && invitee.only === undefined);
};
