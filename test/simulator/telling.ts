import { at, type Instant, instantOf, type LocalDate, MINUTE } from './time';
import type { AnswerGiven, Happening, Invitee, Meeting, Person, Session, Stay, Weekday } from './world';

export const WORKDAYS: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** Four small numbers out of a text, always the same: enough to mint ids that look like the real ones. */
export function scatter(text: string): [number, number, number, number] {
  const seeds = [0x811c9dc5, 0x01234567, 0x89abcdef, 0x5bd1e995];
  return seeds.map((seed) => {
    let sum = seed;
    for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0;
    sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
    return (sum ^ (sum >>> 13)) >>> 0;
  }) as [number, number, number, number];
}

const hex = (text: string) =>
  scatter(text)
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('');

export function guid(text: string): string {
  const all = hex(text);
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-4${all.slice(13, 16)}-a${all.slice(17, 20)}-${all.slice(20, 32)}`;
}

export const TENANT = guid('tenant of the simulated Microsoft 365');

type PersonGiven = Pick<Person, 'id' | 'name' | 'address' | 'zone'> & Partial<Person>;

export const person = (given: PersonGiven): Person => ({
  objectId: guid(`person ${given.id}`),
  country: null,
  kind: 'colleague',
  ...given,
});

/** A join link in the form Teams writes it. One link, one online meeting. */
export function teamsLink(name: string, organizer: Person): string {
  const context = `{"Tid":"${TENANT}","Oid":"${organizer.objectId}"}`;
  const thread = `19%3ameeting_${hex(`thread ${name}`)}%40thread.v2`;
  const encoded = encodeURIComponent(context).replace(/%../g, (code) => code.toLowerCase());
  return `https://teams.microsoft.com/l/meetup-join/${thread}/0?context=${encoded}`;
}

export const required = (who: string, more: Partial<Invitee> = {}): Invitee => ({
  who,
  part: 'required',
  ...more,
});
export const optional = (who: string, more: Partial<Invitee> = {}): Invitee => ({
  who,
  part: 'optional',
  ...more,
});
export const resource = (who: string): Invitee => ({ who, part: 'resource' });

type MeetingGiven = Omit<Meeting, 'recurrence' | 'joinUrl' | 'createdAt'> & {
  createdAt: string | Instant;
} & Partial<Pick<Meeting, 'recurrence' | 'joinUrl'>>;

/** A meeting; `createdAt` may be a wall clock in the meeting's zone. Without `recurrence` it is a single event. */
export const meeting = (given: MeetingGiven): Meeting => ({
  recurrence: null,
  joinUrl: null,
  ...given,
  createdAt: typeof given.createdAt === 'string' ? at(given.createdAt, given.zone) : given.createdAt,
});

/**
 * Verbs about one meeting, on the clock of its zone, so that a month can be written down as it is told:
 * `daily.cancelled('2026-10-29', '2026-10-29 14:50')`.
 */
export function about(one: Meeting) {
  const clock = (text: string) => at(text, one.zone);
  const span = (date: LocalDate, from: string, to: string) => ({
    start: instantOf(date, from, one.zone),
    end: instantOf(date, to, one.zone),
  });
  return {
    cancelled: (date: LocalDate, when: string): Happening => ({
      kind: 'cancelled',
      at: clock(when),
      meeting: one.id,
      date,
    }),
    moved: (date: LocalDate, when: string, to: string): Happening => {
      const start = clock(to);
      return {
        kind: 'moved',
        at: clock(when),
        meeting: one.id,
        date,
        to: { start, end: start + one.minutes * MINUTE },
      };
    },
    split: (lastDate: LocalDate, when: string, into: string): Happening => ({
      kind: 'split',
      at: clock(when),
      meeting: one.id,
      lastDate,
      into,
    }),
    answered: (
      who: string,
      answer: AnswerGiven['answer'],
      when: string,
      date: LocalDate | null = null,
    ): AnswerGiven => ({
      kind: 'answered',
      at: clock(when),
      who,
      meeting: one.id,
      date,
      answer,
    }),
    /** `session('2026-10-27', [['dana', '14:00', '14:58'], …])`, times on that day in the meeting's zone. */
    session: (date: LocalDate, stays: StayTold[], hidden: string[] = []): Session => {
      const told = stays.map(
        ([who, from, to, shown, as]): Stay => ({
          who,
          as: as ?? (shown === undefined ? 'signed-in' : 'phone'),
          shown: shown ?? '',
          span: span(date, from, to),
        }),
      );
      const end = Math.max(...told.map((stay) => stay.span.end));
      return { kind: 'session', at: end, meeting: one.id, stays: told, hidden };
    },
  };
}

/** Who, from, to; then, for a phone or an anonymous guest, the name the report shows. */
export type StayTold = [who: string, from: string, to: string, shown?: string, as?: Stay['as']];
