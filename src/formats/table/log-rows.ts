import type { Telling } from '../../domain/facts/decided/catch-up-entry';
import type { Answer } from '../../domain/facts/decided/consulting';
import { type Decision, decisionName } from '../../domain/facts/decided/decision';
import { sentRecaps } from '../../domain/facts/decided/sending';
import { windowRuleName } from '../../domain/facts/entered/window-rule';
import { getOr } from '../../domain/facts/log/fact-index';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { Person } from '../../domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson, Notice } from '../../domain/judge/judged/judged';
import type { Consulted } from '../../domain/measure/told';
import type { Steps } from '../../domain/pace';
import { sorting } from '../../domain/sorting';
import { type Instant, minutesOf } from '../../domain/time/time';
import { DEFINITIONS_VERSION } from '../../domain/version';

/** The columns of the table, in their fixed order, with what stands in each. */
export const LOG_COLUMNS = [
  ['series_id', 'text'],
  ['series_title', 'text'],
  ['occurrence_key', 'text'],
  ['original_start_utc', 'instant'],
  ['effective_start_utc', 'instant'],
  ['effective_end_utc', 'instant'],
  ['time_zone', 'text'],
  ['planned_min', 'minutes'],
  ['outcome', 'text'],
  ['changed_by', 'text'],
  ['on_behalf_of', 'text'],
  ['notice_at_utc', 'instant'],
  ['notice_min', 'minutes'],
  ['notice_min_lower', 'minutes'],
  ['notice_min_upper', 'minutes'],
  ['window_rule', 'text'],
  ['minutes_together', 'minutes'],
  ['person_name', 'text'],
  ['person_email', 'text'],
  ['person_role', 'text'],
  ['person_response', 'text'],
  ['person_outcome', 'text'],
  ['first_join_utc', 'instant'],
  ['last_leave_utc', 'instant'],
  ['present_min', 'minutes'],
  ['evidence', 'list'],
  ['evidence_grade', 'text'],
  ['recorded_at_utc', 'instant'],
  ['corrected', 'truth'],
  ['correction_reason', 'text'],
  ['other_person_note', 'text'],
  ['disputed', 'truth'],
  ['decision_ids', 'list'],
  ['recap_sent_at_utc', 'instant'],
  ['recap_reply', 'text'],
  ['definitions_version', 'text'],
  ['app_version', 'text'],
] as const;

export type ColumnKind = (typeof LOG_COLUMNS)[number][1];

/** What a cell of each kind holds. Empty text and null are unknown or not applicable, never 0. */
interface CellOf {
  readonly text: string;
  readonly instant: Instant | null;
  /** Decimal minutes. */
  readonly minutes: number | null;
  readonly truth: boolean;
  readonly list: readonly string[];
}

/** One line of the table: an occurrence and one of its people, or an occurrence that has none. */
export type LogRow = {
  readonly [Column in (typeof LOG_COLUMNS)[number] as Column[0]]: CellOf[Column[1]];
};

export interface ToldFacts extends Consulted {
  readonly decisions: readonly Decision[];
  readonly recaps: readonly Telling[];
}

/** The table of the log, newest last, step by step. */
export function* tabling(
  lineages: readonly JudgedLineage[],
  { decisions, recaps, consulting = [] }: ToldFacts,
  versions: { readonly app: string },
): Steps<readonly LogRow[]> {
  const answers = consulting.filter((fact) => fact.kind === 'answer');
  const sent = byOccurrence(sentRecaps(recaps));
  const decided = byOccurrence(decisions);
  const byId = new Map(decisions.map((one) => [one.id, one]));
  const rows: LogRow[] = [];
  for (const { lineage, occurrence } of yield* occurrencesToTell(lineages)) {
    const mails = sent.get(occurrence.key) ?? [];
    const named = mails.flatMap((mail) => mail.decisions.flatMap((id) => byId.get(id) ?? []));
    const shared = {
      ...occurrenceCells(lineage, occurrence),
      decision_ids: decisionIds([...(decided.get(occurrence.key) ?? []), ...named]),
      definitions_version: DEFINITIONS_VERSION,
      app_version: versions.app,
    };
    const people = occurrence.people.filter((one) => one.role !== 'resource');
    if (people.length === 0) {
      rows.push({ ...shared, ...NOBODY, recap_sent_at_utc: latest(mails.map((one) => one.sentAt)) });
    }
    for (const one of people) rows.push({ ...shared, ...personCells(one, mails, answers) });
    yield;
  }
  return rows;
}

/** An occurrence with the meeting it is one of. */
export interface MeetingOccurrence {
  readonly lineage: JudgedLineage;
  readonly occurrence: JudgedOccurrence;
}

/** Every occurrence that has something to tell, the newest last. */
export function* occurrencesToTell(lineages: readonly JudgedLineage[]): Steps<readonly MeetingOccurrence[]> {
  const told: MeetingOccurrence[] = [];
  for (const lineage of lineages) {
    for (const occurrence of lineage.occurrences) {
      if (tells(occurrence, lineage.judgedAt)) told.push({ lineage, occurrence });
    }
    yield;
  }
  return yield* sorting(told, (a, b) => inOrder(a.occurrence, b.occurrence));
}

/** The log tells what happened: what still lies ahead is a row only once there is something to say about it. */
const tells = (occurrence: JudgedOccurrence, now: Instant): boolean =>
  occurrence.outcome !== 'upcoming' ||
  occurrence.effective.start <= now ||
  occurrence.moves.length > 0 ||
  occurrence.people.some((one) => one.outcome !== null);

const inOrder = (a: JudgedOccurrence, b: JudgedOccurrence): number =>
  a.effective.start - b.effective.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

const occurrenceCells = (lineage: JudgedLineage, one: JudgedOccurrence) => ({
  series_id: lineage.id,
  series_title: lineage.title,
  occurrence_key: one.key,
  original_start_utc: one.original.start,
  effective_start_utc: one.effective.start,
  effective_end_utc: one.effective.end,
  time_zone: one.zone,
  planned_min: minutesOf(one.effective),
  outcome: one.outcome,
  changed_by: one.changedBy?.address ?? '',
  on_behalf_of: one.onBehalfOf?.address ?? '',
  ...noticeCells(one.notice),
  window_rule: windowRuleName(one.windowRule),
  minutes_together: one.minutesTogether,
  evidence: one.evidence,
  evidence_grade: one.grade ?? '',
  recorded_at_utc: one.recordedAt,
  corrected: one.corrected,
  correction_reason: one.correctionReason ?? '',
  other_person_note: one.otherPersonNote ?? '',
  disputed: one.disputed,
});

/** Exact or a range, never both: bounds of what is known exactly would only repeat it. */
const noticeCells = (notice: Notice | null) => {
  const exact = notice?.minutes ?? null;
  return {
    notice_at_utc: exact === null ? null : (notice?.at ?? null),
    notice_min: exact,
    notice_min_lower: exact === null ? (notice?.lower ?? null) : null,
    notice_min_upper: exact === null ? (notice?.upper ?? null) : null,
  };
};

const NOBODY = {
  person_name: '',
  person_email: '',
  person_role: '',
  person_response: '',
  person_outcome: '',
  first_join_utc: null,
  last_leave_utc: null,
  present_min: null,
  recap_reply: '',
};

const personCells = (one: JudgedPerson, mails: readonly Telling[], answers: readonly Answer[]) => {
  const theirs = mails.filter(({ to }) => to.some((person) => isSame(person, one.person)));
  return {
    person_name: one.person.name,
    person_email: one.person.address,
    person_role: one.role,
    person_response: one.response === 'not-visible' ? '' : one.response,
    person_outcome: one.outcome ?? '',
    first_join_utc: one.firstJoin,
    last_leave_utc: one.lastLeave,
    present_min: one.minutes,
    recap_sent_at_utc: latest(theirs.map(({ sentAt }) => sentAt)),
    recap_reply: theirs.length === 0 ? '' : replyOf(one.person, theirs, answers),
  };
};

/** The latest answer of somebody about what the recap told them: `ok`, `talk` or `problem`, with their words. */
function replyOf(person: Person, recaps: readonly Telling[], answers: readonly Answer[]): string {
  const theirs = answers.filter(
    (one) => isSame(one.person, person) && recaps.some(({ decisions }) => decisions.includes(one.decision)),
  );
  const last = theirs.reduce<Answer | null>((a, b) => (a === null || b.at >= a.at ? b : a), null);
  if (last === null) return '';
  return last.words === '' ? last.said : `${last.said}: ${last.words}`;
}

const isSame = (a: Person, b: Person): boolean =>
  a.key === b.key ||
  (a.address !== '' && (a.address === b.address || (b.otherAddresses ?? []).includes(a.address)));

function byOccurrence<One extends { readonly occurrence: OccurrenceKey | null }>(
  all: readonly One[],
): ReadonlyMap<OccurrenceKey | null, readonly One[]> {
  const found = new Map<OccurrenceKey | null, One[]>();
  for (const one of all) getOr(found, one.occurrence, () => []).push(one);
  return found;
}

/** D-014 of what was decided for an occurrence, or told in its recap. */
const decisionIds = (decisions: readonly Decision[]): readonly string[] =>
  [...new Set(decisions)].sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1)).map(decisionName);

const latest = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
