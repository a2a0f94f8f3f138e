import type { Correction } from '../../facts/entered/correction';
import { getOr, type OccurrenceFile } from '../../facts/log/fact-index';
import { isAnswer } from '../../facts/observed/notice-mail';
import { isApologies, isHeld, type Outcome } from '../../facts/things/outcomes';
import type { PersonKey } from '../../facts/things/person';
import { MINUTE } from '../../time/time';
import type { Doing } from '../evidence/cancelling';
import { waitFor } from '../evidence/check-ins';
import { noticeOf } from '../evidence/notice';
import type { Presence } from '../evidence/presence';
import type { JudgedOccurrence, JudgedPerson, Move, Notice, Question } from '../judged/judged';
import type { Invited } from '../judged/roster';
import { type Case, plannedTime, timeTogetherOf, wasHeld, wordsLeavingFewer } from '../rows/case';
import {
  gather,
  type ListedOccurrence,
  type OccurrenceContext,
  pagesOf,
  tellingMoment,
} from '../rows/listed-occurrence';
import type { OccurrenceRow } from '../rows/rows';
import { decidingEvidenceOf } from './deciding-evidence';
import { withoutThem } from './left-out';
import { verdictOf } from './outcome';
import { personVerdictOf } from './person-outcome';
import { reasonsOf } from './reasons';

export interface Judgement {
  readonly occurrence: JudgedOccurrence;
  readonly presence: Presence;
}

/** One occurrence with its outcome, its people and what speaks for it. `leftOut`: who shall not be in the record. */
export function judgeOccurrence(
  entry: ListedOccurrence,
  around: OccurrenceContext,
  outsiders: readonly Invited[],
  leftOut: ReadonlySet<PersonKey>,
): Judgement {
  const { row, history, roster } = entry;
  const page = pagesOf(entry);
  const it = gather(entry, page, around);
  const verdict = verdictOf(it);
  const correction = page.corrections.findLast((one) => one.outcome !== undefined);
  const outcome = correction?.outcome ?? verdict.outcome;
  const deciding = decidingEvidenceOf(it, entry, verdict.outcome);
  const change = changeOf(it, entry, verdict.outcome);
  const reasons = reasonsOf(it, entry, page, verdict.rule);
  const everybody = [...roster.everybody, ...outsiders].filter(({ role }) => role !== 'resource');
  const invited = new Set(roster.everybody);
  const reasonsFor = new Map<PersonKey | undefined, JudgedOccurrence['reasons'][number][]>();
  for (const reason of reasons) getOr(reasonsFor, reason.person?.key, () => []).push(reason);
  const isLeftOut = (person: PersonKey) => leftOut.has(around.factIndex.identity.keyOf(person));
  const others = page.notes.filter(({ by }) => by !== null && by !== it.owner && !isLeftOut(by));
  const changedByOwner = page.corrections.some((one) => one.changedByOwner === true);
  const owner = roster.everybody.find(({ isOwner }) => isOwner)?.person ?? null;
  const occurrence: JudgedOccurrence = {
    key: row.key,
    series: row.series,
    date: row.date,
    title: row.title,
    zone: row.zone,
    allDay: row.allDay,
    original: history.original,
    effective: history.effective,
    outcome,
    supersededBy: outcome === 'superseded' ? it.supersededBy : null,
    changedBy: change !== null && changedByOwner ? owner : (change?.by ?? null),
    onBehalfOf: change !== null && changedByOwner ? null : (change?.onBehalfOf ?? null),
    notice: change?.notice ?? null,
    moves: movesOf(entry),
    minutesTogether: minutesTogether(it, outcome),
    windowRule: entry.yardstick.rule,
    oneToOne: roster.oneToOne,
    ownerOrganizes: roster.ownerOrganizes,
    organizer: roster.organizer,
    people: everybody.map((one) => {
      const theirs = reasonsFor.get(one.person.key) ?? [];
      return judgePerson(
        it,
        one,
        { outcome, corrections: page.corrections, reasons: theirs, invited: invited.has(one) },
        entry,
      );
    }),
    reasons,
    evidence: others.length > 0 ? [...deciding.evidence, 'other-person-note'] : deciding.evidence,
    grade: correction === undefined ? deciding.grade : 'noted',
    recordedAt: correction?.recordedAt ?? deciding.recordedAt,
    corrected: page.corrections.length > 0,
    correctionReason: page.corrections.at(-1)?.reason ?? null,
    disputed: page.disputes.length > 0,
    otherPersonNote: others.length === 0 ? null : others.map(({ words }) => words).join('; '),
    questions: questionsOf(it, outcome, row),
    checkIn: it.said.latest && { id: it.said.latest.id, at: it.said.latest.recordedAt },
    nobodyJoinedFrom: history.effective.start + waitFor(history.effective),
  };
  return {
    occurrence: leftOut.size === 0 ? occurrence : withoutThem(occurrence, isLeftOut),
    presence: it.presence,
  };
}

interface RowChange extends Doing {
  readonly notice: Notice;
}

/** 5.5: the cancellation, else the last move, else the deciding apology, else the owner's own decline. */
function changeOf(
  it: Case,
  { row, renewedBy, yardstick }: ListedOccurrence,
  outcome: Outcome,
): RowChange | null {
  const { cancellation, cancelled, shifts } = it.history;
  const { start } = it.effective;
  if (cancellation !== null) {
    // One that was followed by a new invitation is measured to where the occurrence stood then.
    const stood = renewedBy !== null && !cancelled ? row.history.effective.start : start;
    const moment = cancelled ? tellingMoment(it, cancellation) : cancellation.moment;
    return { ...cancellation, notice: noticeOf(moment, stood, yardstick) };
  }
  const move = shifts.at(-1);
  if (move !== undefined) {
    return { ...move, notice: noticeOf(move.moment, Math.min(move.from.start, move.to.start), yardstick) };
  }
  const deciding = isApologies(outcome) ? wordsLeavingFewer(it)?.at(-1) : undefined;
  const own = it.words.get(it.owner);
  const word = deciding ?? (own?.how === 'declined' ? own : undefined);
  if (word === undefined) return null;
  return { by: word.person, onBehalfOf: null, notice: noticeOf(word.moment, start, yardstick) };
}

const movesOf = ({ history, yardstick }: ListedOccurrence): readonly Move[] =>
  history.shifts.map(({ from, to, moment, by }) => ({
    from,
    to,
    notice: noticeOf(moment, Math.min(from.start, to.start), yardstick),
    by,
  }));

/** 3.4; a correction to "held" says that they met, as a *we met* without minutes does. */
function minutesTogether(it: Case, outcome: Outcome): number | null {
  if (outcome === 'not-held-no-message') return 0;
  if (!isHeld(outcome)) return null;
  if (wasHeld(it)) return timeTogetherOf(it) / MINUTE;
  return outcome === 'held-part' ? null : plannedTime(it) / MINUTE;
}

interface AboutThem {
  readonly outcome: Outcome;
  readonly corrections: readonly Correction[];
  readonly reasons: JudgedOccurrence['reasons'];
  /** To this occurrence; others are judged with it who were not. */
  readonly invited: boolean;
}

function judgePerson(
  it: Case,
  one: Invited,
  { outcome, corrections, reasons, invited }: AboutThem,
  { yardstick }: ListedOccurrence,
): JudgedPerson {
  const { person, role, response, needed, isOwner } = one;
  const correction = corrections.findLast(
    (each) => each.person === person.key && each.personOutcome !== undefined,
  );
  const verdict = personVerdictOf(it, one, outcome);
  const stay = it.presence.stays.get(person.key);
  const word = it.words.get(person.key);
  return {
    person,
    role,
    response,
    outcome: correction?.personOutcome ?? verdict.outcome,
    needed,
    ...(invited ? {} : { invited: false as const }),
    isOwner,
    firstJoin: stay?.firstJoin ?? null,
    lastLeave: stay?.lastLeave ?? null,
    minutes: stay === undefined || (stay.firstJoin === null && !stay.lengthOnly) ? null : stay.time / MINUTE,
    grade: correction === undefined ? verdict.grade : 'noted',
    reasons,
    notice: word === undefined ? null : noticeOf(word.moment, it.effective.start, yardstick),
  };
}

/** 2: a change that is no evidence is asked about, until somebody has said after it what became of the meeting. */
const asksAboutMail = ({ said }: Case, { doubted, corrections }: OccurrenceFile): boolean => {
  const answered = Math.max(
    said.latest?.recordedAt ?? -Infinity,
    corrections.at(-1)?.recordedAt ?? -Infinity,
  );
  return doubted.some(({ mail }) => !isAnswer(mail.mail) && mail.recordedAt > answered);
};

/** Most pressing first. A series that vanished asks one question of its own for all its open rows (1). */
function questionsOf(
  it: Case,
  outcome: Outcome,
  { vanished, seriesGone, file }: OccurrenceRow,
): readonly Question[] {
  const questions: Question[] = [];
  const open = outcome === 'upcoming' || outcome === 'not-recorded';
  const started = it.effective.start <= it.now;
  if (open && started && it.said.saying === null && !vanished) questions.push('what-happened');
  if (open && it.history.missing !== null && !seriesGone) questions.push('missing');
  if (open && asksAboutMail(it, file)) questions.push('mail-doubted');
  if (it.presence.unmatched.length > 0) questions.push('match-participant');
  return questions;
}
