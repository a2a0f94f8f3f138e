import { type Gesture, gesturesOf } from '../facts/entered/gesture';
import { isHeld } from '../facts/things/outcomes';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { missed } from '../judge/questions/missed';
import { DAY, type Instant, MINUTE, minutesOf, type Span, type Zone } from '../time/time';
import { localDate } from '../time/zone';
import { occasionsOf } from './occasions';
import { nextOccurrence } from './recap-content';

/** Two missed ones in a row, or a new month after one with a missed one (background: the standing invitation). */
export type ReinvitationReason = 'two-in-a-row' | 'new-month';

export interface Reinvitation {
  readonly person: Person;
  readonly why: ReinvitationReason;
}

/** An offer that was taken or put off is not made again for so long, whatever happens. */
const QUIET = 14 * DAY;
/** How many days of a month are its start. */
const MONTH_START = 4;

/** People worth inviting again, with a kind word and no count; nobody where it was offered not long ago. */
export function reinvitationsOf(
  lineage: JudgedLineage,
  gestures: readonly Gesture[],
  zone: Zone,
  now: Instant,
): readonly Reinvitation[] {
  if (lineage.paused || lineage.stopped || nextOccurrence(lineage, now) === null) return [];
  return lineage.people.flatMap((person): readonly Reinvitation[] => {
    const occasions = occasionsOf(lineage, person, now, ({ isOwner }) => !isOwner);
    const last = gesturesOf(gestures, 'invited-again', person).at(-1)?.recordedAt ?? null;
    if (last !== null && now - last < QUIET) return [];
    const since = occasions.filter(({ effective }) => last === null || effective.start > last);
    const two = since.slice(-2);
    if (two.length === 2 && two.every((one) => missedBy(one, person)))
      return [{ person, why: 'two-in-a-row' }];
    return isNewMonth(occasions, person, last, zone, now) ? [{ person, why: 'new-month' }] : [];
  });
}

/** What somebody else called off was missed by nobody who could be invited again for it. */
const missedBy = (occurrence: JudgedOccurrence, person: Person): boolean => {
  const { outcome, changedBy, people } = occurrence;
  if (!isHeld(outcome) && changedBy !== null && !isSamePerson(changedBy, person)) return false;
  return people.some((one) => isSamePerson(one.person, person) && missed(occurrence, one));
};

function isNewMonth(
  occasions: readonly JudgedOccurrence[],
  person: Person,
  last: Instant | null,
  zone: Zone,
  now: Instant,
): boolean {
  const today = localDate(now, zone);
  if (Number(today.slice(8)) > MONTH_START) return false;
  const month = today.slice(0, 7);
  if (last !== null && localDate(last, zone).startsWith(month)) return false;
  const before = occasions.filter(({ effective }) => !localDate(effective.start, zone).startsWith(month));
  const lastMonth = before.at(-1);
  if (lastMonth === undefined || now - lastMonth.effective.start > 40 * DAY) return false;
  const name = localDate(lastMonth.effective.start, zone).slice(0, 7);
  return before.some((one) => localDate(one.effective.start, zone).startsWith(name) && missedBy(one, person));
}

/** What could be easier: fewer minutes at the usual time, or the same few right after the meeting's end. */
export interface EasierSlots {
  readonly usual: Span;
  readonly minutes: number;
  readonly shorter: Span;
  readonly later: Span;
}

const SHORTEST = 10;
const STEP = 5;
const PAUSE = 15 * MINUTE;

export function easierSlots(lineage: JudgedLineage, now: Instant): EasierSlots | null {
  const next = nextOccurrence(lineage, now);
  if (next === null) return null;
  const usual = next.effective;
  const planned = minutesOf(usual);
  // A third, in steps of five: of half an hour ten minutes, of an hour twenty.
  const minutes = Math.min(planned, Math.max(SHORTEST, Math.round(planned / 3 / STEP) * STEP));
  const lasting = (start: Instant): Span => ({ start, end: start + minutes * MINUTE });
  return { usual, minutes, shorter: lasting(usual.start), later: lasting(usual.end + PAUSE) };
}
