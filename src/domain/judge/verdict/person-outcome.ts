import { fallsShort } from '../../facts/entered/thresholds';
import { type Grade, isHeld, type Outcome, type PersonOutcome, wasDue } from '../../facts/things/outcomes';
import { isExpected } from '../evidence/expected';
import type { Stay } from '../evidence/presence';
import type { NoticeClass } from '../judged/judged';
import type { Invited } from '../judged/roster';
import { type Case, isNotedThere, plannedTime, timeTogetherOf } from '../rows/case';

export interface PersonVerdict {
  /** null: the cell is empty (4.1). */
  readonly outcome: PersonOutcome | null;
  readonly grade: Grade | null;
}

type Found = { readonly outcome: PersonOutcome; readonly grade: Grade };
type Rule = (it: Case, one: Invited, outcome: Outcome) => Found | null;

/** 4.1 in the order in which its rules go before each other; whatever matches none is not recorded. */
const RULES: readonly Rule[] = [
  byReport,
  byCheckIn,
  (it, one) => (isExpected(one, it.late) ? null : { outcome: 'not-expected', grade: 'documented' }),
  byWord,
  (it, { person }) =>
    it.said.people.get(person.key)?.said === 'sent-somebody'
      ? { outcome: 'delegate-attended', grade: 'noted' }
      : null,
  byAway,
  withoutMessage,
];

export function personVerdictOf(it: Case, one: Invited, outcome: Outcome): PersonVerdict {
  // In an occurrence that was not due the cell is empty, except for apologies and away.
  const rules = wasDue(outcome) ? RULES : isExpected(one, it.late) ? [byWord, byAway] : [];
  for (const rule of rules) {
    const found = rule(it, one, outcome);
    if (found !== null) return found;
  }
  return { outcome: wasDue(outcome) ? 'not-recorded' : null, grade: null };
}

function byReport(it: Case, { person }: Invited): Found | null {
  const stay = it.presence.stays.get(person.key);
  if (stay === undefined || (stay.firstJoin === null && !stay.lengthOnly)) return null;
  const grade = stay.noted ? 'noted' : 'documented';
  return { outcome: stay.present ? presentAs(it, stay) : 'connected-briefly', grade };
}

/** Exactly 5:00 is on time, exactly half is present; or what the series asks for instead. */
function presentAs(
  { effective, presence, thresholds }: Case,
  { spans, time, lengthOnly }: Stay,
): PersonOutcome {
  const firstJoin = spans[0]?.start ?? effective.start;
  const lastLeave = spans.at(-1)?.end ?? effective.end;
  if (fallsShort(time, presence.end - effective.start, thresholds)) return 'present-part';
  if (lengthOnly) return 'present';
  if (firstJoin - effective.start > thresholds.grace) return 'present-joined-later';
  return presence.end - lastLeave > thresholds.grace ? 'present-left-earlier' : 'present';
}

function byCheckIn(it: Case, { person, isOwner }: Invited): Found | null {
  if (!isNotedThere(it, person.key)) return null;
  const together = timeTogetherOf(it);
  const isEnough = isOwner || together === 0 || !fallsShort(together, plannedTime(it), it.thresholds);
  return { outcome: isEnough ? 'present' : 'present-part', grade: 'noted' };
}

/** Word after the start is short notice. */
const APOLOGIES: Readonly<Record<NoticeClass, PersonOutcome>> = {
  'with-notice': 'apologies-with-notice',
  'short-notice': 'apologies-short-notice',
  'after-start': 'apologies-short-notice',
  unknown: 'apologies-notice-unknown',
};

function byWord(it: Case, { person }: Invited): Found | null {
  const word = it.words.get(person.key);
  return word === undefined ? null : { outcome: APOLOGIES[it.classOf(word)], grade: word.grade };
}

function byAway(it: Case, { person }: Invited): Found | null {
  if (it.said.people.get(person.key)?.said === 'away') return { outcome: 'away', grade: 'noted' };
  const cause = it.away.get(person.key) ?? it.holidays.get(person.key);
  if (cause === undefined) return null;
  return { outcome: 'away', grade: cause === null || cause.source === 'by-hand' ? 'noted' : 'documented' };
}

/** Needed, the start was reached, and there is positive evidence about this person (4.5: never without it). */
function withoutMessage(it: Case, { person, needed, isOwner }: Invited, outcome: Outcome): Found | null {
  if (!needed || it.effective.start > it.now) return null;
  const { stays, unproven, together } = it.presence;
  // 3.5 goes before a note that names somebody as missing.
  if (unproven) return null;
  if (it.said.people.get(person.key)?.said === 'missing') {
    return { outcome: 'not-present-no-message', grade: 'noted' };
  }
  // The report itself has to show that they met; beside a note, it says only who was there.
  if (isHeld(outcome) && together > 0 && !stays.has(person.key)) {
    return { outcome: 'not-present-no-message', grade: 'documented' };
  }
  if (it.roster.oneToOne && !isOwner && outcome === 'not-held-no-message') {
    const grade = it.said.saying === 'nobody-joined' ? 'noted' : 'documented';
    return { outcome: 'not-present-no-message', grade };
  }
  return null;
}
