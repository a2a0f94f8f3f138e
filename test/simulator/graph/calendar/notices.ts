import type { Instant, LocalDate, Span } from '../../time';
import type { Answer, NoticeKind, Recurrence } from '../../world';
import { lastBy, listedAt, type MeetingStory, ruleAt, type Story, spanAt } from '../story';

/** A meeting message: who sent what to whom, when, about which occurrence (null: the series). */
export interface Notice {
  key: string;
  kind: NoticeKind;
  at: Instant;
  from: string;
  to: string[];
  meeting: string;
  date: LocalDate | null;
  subject: string;
  /** Where the meeting stands, or stood when it was cancelled. */
  span: Span;
  /** Where it stood before an update. */
  previous: Span | null;
  answer: Answer | null;
  /** The time that was proposed with the answer. */
  proposed: Span | null;
  requestKind: 'newMeetingRequest' | 'fullUpdate' | 'informationalUpdate';
  recurrence: Recurrence | null;
}

type Told = Pick<Notice, 'kind' | 'at' | 'from' | 'to' | 'date'> & Partial<Notice>;

const PREFIX = { accepted: 'Accepted: ', tentative: 'Tentative: ', declined: 'Declined: ' } as const;

function notice(story: MeetingStory, told: Told): Notice {
  const { meeting } = story;
  const { at, date, kind } = told;
  const title = lastBy(story.renamed, at)?.subject ?? meeting.subject;
  const answer = told.answer ?? null;
  const proposed = told.proposed ?? null;
  const answered = answer === null ? '' : proposed === null ? PREFIX[answer] : 'New Time Proposed: ';
  const prefix = kind === 'cancellation' ? 'Canceled: ' : answered;
  return {
    key: `notice ${meeting.id} ${kind} ${date ?? 'series'} ${at} ${told.from} ${told.to.join(' ')}`,
    meeting: meeting.id,
    subject: `${prefix}${title}`,
    span: spanAt(story, date ?? meeting.firstDate, at),
    previous: null,
    answer,
    proposed,
    requestKind: 'fullUpdate',
    recurrence: date === null ? ruleAt(story, at).recurrence : null,
    ...told,
  };
}

/** Every meeting message that a world brings about, in order of time. */
export function noticesOf(story: Story): Notice[] {
  return [...story.meetings.values()]
    .flatMap((one) => [...fromOrganizer(one), ...responses(one)])
    .sort((a, b) => a.at - b.at);
}

function fromOrganizer(story: MeetingStory): Notice[] {
  const { meeting } = story;
  const from = meeting.organizer;
  const single = meeting.recurrence === null ? meeting.firstDate : null;
  const everybody = (date: LocalDate | null, at: Instant) =>
    listedAt(meeting, date, at).map((one) => one.who);
  const told: Told[] = invitations(story, single);
  for (const one of [...story.cancelled.values()].flat()) {
    if (one.silently === true) continue;
    const { at, date } = one;
    told.push({
      kind: 'cancellation',
      at,
      from,
      to: everybody(date, at),
      date,
      span: spanAt(story, date, at),
    });
  }
  for (const { at } of story.seriesCancelled) {
    told.push({ kind: 'cancellation', at, from, to: everybody(null, at), date: single });
  }
  for (const one of [...story.moved.values()].flat()) {
    if (one.unsent === true) continue;
    const { at, date } = one;
    told.push({
      kind: 'update',
      at,
      from,
      to: everybody(date, at),
      date,
      previous: spanAt(story, date, at - 1),
    });
  }
  for (const { at } of story.splits)
    told.push({ kind: 'update', at, from, to: everybody(null, at), date: null });
  for (const { at } of story.rescheduled) {
    const previous = spanAt(story, meeting.firstDate, at - 1);
    told.push({ kind: 'update', at, from, to: everybody(null, at), date: single, previous });
  }
  for (const { at } of story.renamed) {
    const to = everybody(null, at);
    told.push({ kind: 'update', at, from, to, date: single, requestKind: 'informationalUpdate' });
  }
  return told.filter((one) => one.to.length > 0).map((one) => notice(story, one));
}

/** The first invitation goes to all at once, later ones to the person alone; who is taken off gets a cancellation. */
function invitations(story: MeetingStory, single: LocalDate | null): Told[] {
  const { meeting } = story;
  const from = meeting.organizer;
  const told: Told[] = [];
  const together = meeting.invitees.filter(
    (one) => (one.invitedAt ?? meeting.createdAt) <= meeting.createdAt,
  );
  const request = { kind: 'request', from, date: single, requestKind: 'newMeetingRequest' } as const;
  const members = together.filter((one) => one.only === undefined).map((one) => one.who);
  told.push({ ...request, at: meeting.createdAt, to: members });
  for (const invitee of meeting.invitees) {
    const { who, only, removedAt } = invitee;
    const at = invitee.invitedAt ?? meeting.createdAt;
    if (only !== undefined) for (const date of only) told.push({ ...request, at, to: [who], date });
    else if (at > meeting.createdAt) told.push({ ...request, at, to: [who] });
    if (removedAt !== undefined)
      told.push({ kind: 'cancellation', at: removedAt, from, to: [who], date: single });
  }
  return told;
}

function responses(story: MeetingStory): Notice[] {
  const { organizer, firstDate, recurrence } = story.meeting;
  return story.answers
    .filter((one) => one.silently !== true)
    .map(({ at, who, answer, date, proposed = null }) =>
      notice(story, {
        kind: 'response',
        at,
        from: who,
        to: [organizer],
        date: date ?? (recurrence === null ? firstDate : null),
        answer,
        proposed,
      }),
    );
}
