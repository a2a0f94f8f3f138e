import type { Thresholds } from '../../facts/entered/thresholds';
import { standsAt } from '../../facts/log/dating';
import type { Away, Holiday } from '../../facts/observed/away';
import type { OccurrenceKey } from '../../facts/things/occurrence';
import type { PersonKey } from '../../facts/things/person';
import { type Instant, MINUTE, type Span } from '../../time/time';
import type { Word } from '../evidence/apologies';
import type { CalendarHistory } from '../evidence/calendar-history';
import { type CheckInReading, waitFor } from '../evidence/check-ins';
import type { Presence } from '../evidence/presence';
import type { NoticeClass } from '../judged/judged';
import type { Roster } from '../judged/roster';

/** Everything the rules of sections 2 and 4 ask about one occurrence. Gathered once, judged without looking further. */
export interface Case {
  readonly now: Instant;
  readonly owner: PersonKey;
  readonly effective: Span;
  readonly thresholds: Thresholds;
  readonly roster: Roster;
  readonly presence: Presence;
  /** Whom two reports of the same minutes tell differently. */
  readonly contradicted: ReadonlySet<PersonKey>;
  readonly said: CheckInReading;
  readonly history: CalendarHistory;
  /** 5.3: counted there, once. */
  readonly supersededBy: OccurrenceKey | null;
  /** Cancelled, and then invited anew or shown alive again. */
  readonly reinstated: boolean;
  /** Class of the cancellation that stands; null: it is not cancelled. */
  readonly cancelled: NoticeClass | null;
  readonly words: ReadonlyMap<PersonKey, Word>;
  readonly classOf: (word: Word) => NoticeClass;
  readonly paused: boolean;
  readonly away: ReadonlyMap<PersonKey, Away | null>;
  readonly holidays: ReadonlyMap<PersonKey, Holiday>;
  readonly late: ReadonlySet<PersonKey>;
  readonly shortInvitation: boolean;
}

export const plannedTime = ({ effective }: Case): number => effective.end - effective.start;

/** Needed people other than the owner. */
export const othersOf = ({ roster, owner }: Case): readonly PersonKey[] =>
  [...roster.needed].filter((key) => key !== owner);

/** Named as there by the check-ins, or the other one of a one-to-one that met. */
export function isNotedThere(it: Case, person: PersonKey): boolean {
  if (it.said.people.get(person)?.said === 'was-there') return true;
  if (person === it.owner) return it.said.saying === 'we-met' || it.said.saying === 'nobody-joined';
  return it.roster.oneToOne && it.roster.needed.has(person) && hasMet(it) && !isSaidSince(it, person);
}

/** 4.1: who was together with the owner by the latest check-in was there, whatever was noted of them before it. */
function isSaidSince({ said: { people, checkIn } }: Case, person: PersonKey): boolean {
  const quoted = people.get(person);
  if (quoted === undefined || checkIn === null) return false;
  const since = standsAt(checkIn);
  if (quoted.stands !== since) return quoted.stands > since;
  return quoted.fact >= checkIn.id;
}

export const wasThere = (it: Case, person: PersonKey): boolean =>
  it.presence.stays.get(person)?.present === true || isNotedThere(it, person);

/** A *we met* with 0 minutes is no meeting (3.4). */
export const hasMet = ({ said }: Case): boolean => said.saying === 'we-met' && said.minutes !== 0;

/**
 * Where nothing was said about the meeting as a whole: somebody needed was named as there, and with them two needed
 * people were. Two whom only a report shows, one after the other, were not together.
 */
function areNamedTogether(it: Case): boolean {
  if (it.said.saying !== null && it.said.saying !== 'i-was-not-there') return false;
  const there = [...it.roster.needed].filter((key) => wasThere(it, key));
  return there.length >= 2 && there.some((key) => isNotedThere(it, key));
}

/** 3.4: milliseconds together; 0 where nothing says that two needed people were. Reports win over a check-in. */
export function timeTogetherOf(it: Case): number {
  if (it.presence.together > 0) return it.presence.together;
  if (hasMet(it)) return it.said.minutes === null ? plannedTime(it) : it.said.minutes * MINUTE;
  return areNamedTogether(it) ? plannedTime(it) : 0;
}

/** 2.4: at least two needed people were together. A meeting planned for no time can be held all the same. */
export const wasHeld = (it: Case): boolean => it.presence.together > 0 || hasMet(it) || areNamedTogether(it);

/**
 * 3.6: a *nobody joined* that came late enough, or a report of one who waited and whom nobody joined. Neither is one
 * where somebody was there whom nobody could name (3.5).
 */
export function hasPositiveAbsence(it: Case): boolean {
  if (it.presence.unproven) return false;
  if (it.said.saying === 'nobody-joined') {
    return !othersOf(it).some((key) => it.said.people.get(key)?.said === 'was-there');
  }
  return waitedAlone(it) !== null;
}

/** The needed person whom a report shows waiting; null where 3.5 forbids to say who is absent. */
export function waitedAlone(it: Case): PersonKey | null {
  const { stays, unproven } = it.presence;
  if (unproven) return null;
  // Somebody whose times the report does not tell was there, for all we know (3.2).
  const appeared = [...it.roster.needed].filter((key) => {
    const stay = stays.get(key);
    return stay !== undefined && (stay.present || stay.firstJoin === null);
  });
  const alone = appeared.length === 1 ? appeared[0] : undefined;
  return alone !== undefined && (stays.get(alone)?.time ?? 0) >= waitFor(it.effective) ? alone : null;
}

/** 2.10: the words that left fewer than two needed people, oldest first; null where two or more are left. */
export function wordsLeavingFewer(it: Case): readonly Word[] | null {
  const words = [...it.words.values()]
    .filter(({ person }) => it.roster.needed.has(person.key))
    .sort((a, b) => a.moment.until - b.moment.until || (a.fact < b.fact ? -1 : 1));
  return words.length > 0 && it.roster.needed.size - words.length < 2 ? words : null;
}
