import type { Fact } from '../../../src/domain/facts/log/fact';
import type { Report, ReportRow } from '../../../src/domain/facts/observed/report';
import type { JudgedOccurrence, JudgedPerson } from '../../../src/domain/judge/judged/judged';
import { type Instant, MINUTE, type Span } from '../../../src/domain/time/time';
import {
  about,
  at,
  attendee,
  judge,
  type MeetingTold,
  occurrenceOn,
  person,
  phone,
  priya,
  refinement,
  rowOf,
} from './facts';

/** One mark of a drawing is this many minutes, unless told otherwise. */
const MARK = 5;
const DAY = '2026-10-27';
const START = '14:00';

export interface DrawOptions {
  /** Minutes of one mark. */
  readonly mark?: number;
  /** Optional people; everybody else but Priya is required. */
  readonly optional?: readonly string[];
  /** Participants that Teams counted; the drawn ones by default. */
  readonly total?: number;
  /** What else the log knows. */
  readonly also?: (meeting: ReturnType<typeof about>) => readonly Fact[];
  readonly now?: Instant;
  /** Who is asked to come, beside those drawn. */
  readonly invited?: readonly string[];
}

interface Drawing {
  readonly planned: Span;
  readonly people: readonly { readonly name: string; readonly stays: readonly Span[] }[];
}

/**
 * Presence as one sees it. The line `planned` shows the occurrence, every other line a participant; `+` before a name
 * is a phone, and who has an empty line was invited and is in no report. What stands left of the planned start is
 * before it.
 *
 *     planned |============|
 *     priya   |============|
 *     marcus  |    ========|
 */
export function draw(text: string, mark = MARK): Drawing {
  const lines = text.split('\n').flatMap((line) => {
    const found = /^\s*(\S+)\s*\|(.*)\|\s*$/.exec(line);
    return found ? [{ name: found[1] ?? '', marks: found[2] ?? '' }] : [];
  });
  const planned = lines.find(({ name }) => name === 'planned')?.marks ?? '';
  const zero = at(`${DAY} ${START}`) - planned.indexOf('=') * mark * MINUTE;
  const spansOf = (marks: string): Span[] =>
    [...marks.matchAll(/=+/g)].map(({ index, 0: run }) => ({
      start: zero + index * mark * MINUTE,
      end: zero + (index + run.length) * mark * MINUTE,
    }));
  const [span = { start: zero, end: zero }] = spansOf(planned);
  const people = lines.filter(({ name }) => name !== 'planned');
  return { planned: span, people: people.map(({ name, marks }) => ({ name, stays: spansOf(marks) })) };
}

const named = (name: string) => (name === 'priya' ? priya : person(name[0]?.toUpperCase() + name.slice(1)));

/** The occurrence as drawn: Priya organizes it and Teams reported one session. */
export function drawn(text: string, options: DrawOptions = {}): JudgedOccurrence {
  const { planned, people } = draw(text, options.mark);
  const there = people.filter(({ stays }) => stays.length > 0);
  const rows = there.map(
    ({ name, stays }): ReportRow =>
      name.startsWith('+') ? phone(name, ...stays) : rowOf(named(name), ...stays),
  );
  const meeting = meetingOf(planned, people, options);
  const told = about(meeting);
  const session = hullOf([planned, ...people.flatMap(({ stays }) => stays)]);
  const report: Report = told.report(session, rows, { totalParticipants: options.total ?? rows.length });
  const facts = [
    told.seen(),
    told.sighted(DAY),
    ...(rows.length > 0 ? [report] : []),
    ...(options.also?.(told) ?? []),
  ];
  return occurrenceOn(judge(facts, meeting.series, options.now), DAY);
}

function meetingOf(planned: Span, people: Drawing['people'], options: DrawOptions): MeetingTold {
  const names = new Set([
    ...people.map(({ name }) => name),
    ...(options.invited ?? []),
    ...(options.optional ?? []),
  ]);
  const invited = [...names].filter((name) => name !== 'priya' && !name.startsWith('+'));
  const attendees = invited.map((name) =>
    attendee(named(name), options.optional?.includes(name) ? 'optional' : 'required'),
  );
  return { ...refinement, attendees, minutes: (planned.end - planned.start) / MINUTE };
}

const hullOf = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

export function personIn(occurrence: JudgedOccurrence, name: string): JudgedPerson {
  const found = occurrence.people.find((one) => one.person.name.toLowerCase() === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}`);
  return found;
}

/** Everybody's outcome by name, in one look. */
export const peopleOf = (occurrence: JudgedOccurrence): Record<string, string | null> =>
  Object.fromEntries(occurrence.people.map((one) => [one.person.name.toLowerCase(), one.outcome]));
