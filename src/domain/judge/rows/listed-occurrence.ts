import { isWithin, type Kept } from '../../facts/entered/keeping';
import type { Thresholds } from '../../facts/entered/thresholds';
import { asSaid } from '../../facts/log/dating';
import type { FactIndex, OccurrenceFile } from '../../facts/log/fact-index';
import type { Report } from '../../facts/observed/report';
import type { Instant, Moment } from '../../time/time';
import type { Absences } from '../evidence/absence';
import { wordsOf } from '../evidence/apologies';
import type { CalendarHistory } from '../evidence/calendar-history';
import type { Cancellation } from '../evidence/cancelling';
import { checkInReadingOf } from '../evidence/check-ins';
import { contradictedIn } from '../evidence/contradicted';
import type { Directory } from '../evidence/directory';
import { allInvitedShortly, invitedShortly } from '../evidence/expected';
import { noticeOf } from '../evidence/notice';
import { presenceOf } from '../evidence/presence';
import { classOfMoment, type Yardstick } from '../evidence/window';
import type { Roster } from '../judged/roster';
import { rosterOf } from '../judged/roster';
import { type Case, wordsLeavingFewer } from './case';
import { createdAt, type Replacement } from './replacement';
import type { OccurrenceRow } from './rows';

/** A row with what took its place (5.3), and what it is measured against. */
export interface ListedOccurrence {
  readonly row: OccurrenceRow;
  /** Evaluated at the time of this new invitation of the same day. */
  readonly renewedBy: Replacement | null;
  readonly supersededBy: Replacement | null;
  /** What was said under keys that stand for this occurrence: invitations merged into it, days of an ended series. */
  readonly guests: readonly OccurrenceFile[];
  readonly history: CalendarHistory;
  readonly roster: Roster;
  readonly yardstick: Yardstick;
  readonly thresholds: Thresholds;
  readonly perWeek: number;
  readonly single: boolean;
}

/** The course of a row that was invited anew for the same day: as before, and then as the new invitation's. */
export function calendarHistoryWith(row: OccurrenceRow, renewal: Replacement | null): CalendarHistory {
  if (renewal === null) return row.history;
  const { history } = renewal.invitation;
  return {
    ...history,
    original: row.history.original,
    shifts: [...row.history.shifts, ...history.shifts],
    cancellation: history.cancelled ? history.cancellation : row.history.cancellation,
  };
}

export function rosterWith(
  { identity }: FactIndex,
  row: OccurrenceRow,
  renewal: Replacement | null,
  history: CalendarHistory,
): Roster {
  const { states: renewed, file } = renewal === null ? row : renewal.invitation;
  const requests = [...file.mails, ...row.seriesFile.mails].filter(({ mail }) => mail === 'request');
  const times = requests.map(({ at }) => at).sort((a, b) => a - b);
  return rosterOf(identity, renewed.length > 0 ? renewed : row.states, history.effective.start, times);
}

/** What was entered about the row, under whichever of its keys. */
export function pagesOf({ row, renewedBy, guests }: ListedOccurrence): OccurrenceFile {
  const others = [...(renewedBy === null ? [] : [renewedBy.invitation.file]), ...guests];
  if (others.length === 0) return row.file;
  const files = [row.file, ...others];
  return {
    ...row.file,
    checkIns: files.flatMap(({ checkIns }) => checkIns).sort(asSaid),
    corrections: files.flatMap(({ corrections }) => corrections).sort(asSaid),
    disputes: files.flatMap(({ disputes }) => disputes).sort(asSaid),
    notes: files.flatMap(({ notes }) => notes).sort(asSaid),
    mails: (renewedBy === null ? row.file : renewedMails(row, renewedBy)).mails,
  };
}

const renewedMails = (row: OccurrenceRow, { invitation }: Replacement): Pick<OccurrenceFile, 'mails'> => ({
  mails: [...row.file.mails, ...invitation.file.mails].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
});

export interface OccurrenceContext {
  readonly factIndex: FactIndex;
  readonly kept: Kept;
  readonly absences: Absences;
  readonly directory: Directory;
  readonly reports: readonly Report[];
  readonly now: Instant;
}

/** Everything the rules ask about one occurrence. */
export function gather(entry: ListedOccurrence, page: OccurrenceFile, around: OccurrenceContext): Case {
  const { row, renewedBy, history, roster, yardstick, thresholds } = entry;
  const { factIndex, absences, now } = around;
  const { identity } = factIndex;
  const { effective } = history;
  const said = checkInReadingOf(page.checkIns, effective, identity);
  const words = wordsOf({
    identity,
    roster,
    states: renewedBy === null ? row.states : [...row.states, ...renewedBy.invitation.states],
    mails: page.mails,
    seriesMails: row.seriesFile.mails,
    said,
    shifts: history.shifts,
    reinvitedAt: renewedBy === null ? null : createdAt(renewedBy.invitation),
    effective,
  });
  const late = invitedShortly(
    {
      identity,
      file: row.file,
      seen: row.seriesFile.seen,
      seriesMails: row.seriesFile.mails,
      ...{ perWeek: entry.perWeek, single: entry.single },
      start: effective.start,
    },
    roster,
  );
  const away: Map<string, ReturnType<Absences['awayOf']>> = new Map();
  const holidays = new Map<string, NonNullable<ReturnType<Absences['holidayOf']>>>();
  for (const { person } of roster.everybody) {
    const cause = absences.awayOf(person.key, effective);
    if (cause !== null || said.people.get(person.key)?.said === 'away') away.set(person.key, cause);
    const holiday = absences.holidayOf(person.key, effective);
    if (holiday !== null) holidays.set(person.key, holiday);
  }
  const classOf = (moment: Moment) => classOfMoment(moment, effective.start, yardstick);
  const presence = presenceOf(around.reports, around.directory, roster, effective);
  const { unmatched } = presence;
  const it: Case = {
    now,
    owner: identity.owner.key,
    effective,
    thresholds,
    roster,
    presence,
    contradicted: contradictedIn(around.reports, around.directory, roster.needed, { effective, unmatched }),
    said,
    history,
    supersededBy: entry.supersededBy?.at ?? null,
    reinstated: (renewedBy !== null && !history.cancelled) || history.revived,
    cancelled: null,
    words,
    classOf: ({ moment }) => classOf(moment),
    paused: isWithin(around.kept.pauses, effective.start),
    away,
    holidays,
    late,
    shortInvitation: allInvitedShortly(roster, late),
  };
  if (!history.cancelled || history.cancellation === null) return it;
  const moment = tellingMoment(it, history.cancellation);
  return { ...it, cancelled: noticeOf(moment, history.effective.start, yardstick).class };
}

/**
 * 5.5: if people had declined so that fewer than two were left, and the organizer then cancelled, the word that
 * left fewer than two sets the notice.
 */
export function tellingMoment(it: Case, { moment }: Cancellation): Moment {
  const words = wordsLeavingFewer(it)?.filter((word) => word.moment.until <= moment.until) ?? [];
  const enough = Math.max(1, it.roster.needed.size - 1);
  return words[enough - 1]?.moment ?? moment;
}
