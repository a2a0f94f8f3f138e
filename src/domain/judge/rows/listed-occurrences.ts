import { isKept } from '../../facts/entered/keeping';
import { reducedUntil } from '../../facts/entered/reduced';
import { thresholdsOf } from '../../facts/entered/thresholds';
import type { FactIndex, OccurrenceFile } from '../../facts/log/fact-index';
import { getOr } from '../../facts/log/fact-index';
import { monthOfDate } from '../../facts/things/month';
import { dateOf, type OccurrenceKey, type SeriesId } from '../../facts/things/occurrence';
import type { PersonKey } from '../../facts/things/person';
import { workingMinutes } from '../../facts/things/working-time';
import type { Steps } from '../../pace';
import type { Instant, LocalDate, Span } from '../../time/time';
import { localDate } from '../../time/zone';
import { absencesOf } from '../evidence/absence';
import { defaultWindow, type Yardstick } from '../evidence/window';
import { rosterBy, standingsOf } from '../judged/members';
import type { Invited } from '../judged/roster';
import type { LineageInput } from './lineage-input';
import { calendarHistoryWith, type ListedOccurrence, rosterWith } from './listed-occurrence';
import type { Replacement } from './replacement';
import type { OccurrenceRow } from './rows';

/** The rows of a lineage that belong to the log, oldest first, each with what took its place; step by step. */
export function* gatheringEntries(
  factIndex: FactIndex,
  input: LineageInput,
): Steps<readonly ListedOccurrence[]> {
  const { replacements, kept, rules } = input;
  const until = reducedUntil(input.files.flatMap(({ reduced }) => reduced));
  const renewed = new Map<OccurrenceKey, Replacement>();
  const superseded = new Map<OccurrenceKey, Replacement>();
  const guestsAt = new Map<OccurrenceKey, OccurrenceFile[]>();
  const joining: { readonly row: OccurrenceRow; readonly perWeek: number | null }[] = [];
  for (const replacement of replacements) {
    const { old, invitation, kind, at } = replacement;
    if (kind === 'same-day') renewed.set(old.key, replacement);
    else superseded.set(old.key, replacement);
    if (kind === 'merged') getOr(guestsAt, at, () => []).push(invitation.file);
    if (kind === 'other-day') joining.push({ row: invitation, perWeek: old.perWeek });
  }
  const { rows, ghosts } = withoutGhosts(input);
  const standings = standingsOf(rules, factIndex.identity);
  const thresholds = thresholdsOf(rules);
  const workedBefore = ownersWork(factIndex, input);
  for (const { page, at } of ghosts) getOr(guestsAt, at, () => []).push(page);
  // What took the place of one that is kept by itself is that one.
  const joined = new Set(input.inParts ? joining.map(({ row }) => row.key) : []);
  const isListed = (key: OccurrenceKey, at: Instant) => joined.has(key) || isKept(kept, key, at);
  const all = [...rows.map((row) => ({ row, perWeek: row.perWeek })), ...joining];
  const entries: ListedOccurrence[] = [];
  for (const { row, perWeek: own } of all) {
    const renewedBy = renewed.get(row.key) ?? null;
    const history = calendarHistoryWith(row, renewedBy);
    if (!isListed(row.key, history.effective.start) || monthOfDate(dateOf(row.key)) <= until) continue;
    const perWeek = own ?? input.perWeek;
    entries.push({
      row,
      renewedBy,
      supersededBy: superseded.get(row.key) ?? null,
      guests: guestsAt.get(row.key) ?? [],
      history,
      roster: rosterBy(rosterWith(factIndex, row, renewedBy, history), standings),
      yardstick: {
        rule: rules.window ?? defaultWindow(perWeek),
        zone: factIndex.identity.owner.zone,
        byWorkingTime: rules.byWorkingTime === true,
        ...workedBefore(history.effective.start),
      },
      thresholds,
      ...{ perWeek, single: input.single },
    });
    yield;
  }
  return entries.sort(
    (a, b) => a.history.effective.start - b.history.effective.start || (a.row.key < b.row.key ? -1 : 1),
  );
}

/**
 * 5.2: the owner's working time, by the hours they had before an occurrence, else the first that were seen. What
 * counts is when the owner could know; their holidays are no working time.
 */
function ownersWork(
  factIndex: FactIndex,
  { rules }: LineageInput,
): (start: Instant) => Pick<Yardstick, 'worked'> {
  const { key } = factIndex.identity.owner;
  const hours = factIndex.hours.get(key) ?? [];
  const { holidayOf } = absencesOf(factIndex, rules);
  const isOff = (shift: Span) => holidayOf(key, shift) !== null;
  return (start) => {
    const week = hours.findLast(({ recordedAt }) => recordedAt <= start) ?? hours[0];
    return week === undefined ? {} : { worked: (span) => workingMinutes(span, week, isOff) };
  };
}

interface Ghost {
  readonly page: OccurrenceFile;
  readonly at: OccurrenceKey;
}

/**
 * 5.6: joined, no phantom occurrences of the old series remain after the split, however late the new rule was seen.
 * What somebody entered for one goes to the occurrence of that day.
 */
function withoutGhosts({ files, rows }: LineageInput): {
  rows: readonly OccurrenceRow[];
  ghosts: readonly Ghost[];
} {
  const starts = files.flatMap(({ seen }, order) => {
    const last = seen.at(-1);
    return last?.recurrence ? [{ order, day: localDate(last.first.start, last.recurrence.zone) }] : [];
  });
  if (starts.length < 2) return { rows, ghosts: [] };
  const orders = new Map(files.map(({ id }, order) => [id, order]));
  const isTakenOver = (series: SeriesId, date: LocalDate): boolean =>
    starts.some(({ order, day }) => order > (orders.get(series) ?? 0) && date >= day);
  const isGhost = (row: OccurrenceRow): boolean =>
    (row.unplanned || row.vanished) && isTakenOver(row.series, dayOf(row));
  const real = rows.filter((row) => !isGhost(row));
  const keys = new Set(real.map(({ key }) => key));
  const days = new Map(real.map((row) => [dayOf(row), row.key]));
  const movedTo = new Map(rows.filter(isGhost).map((row) => [row.key, dayOf(row)]));
  const ghosts = files.flatMap(({ id, occurrences }) =>
    [...occurrences.values()].flatMap((page) => {
      const day = movedTo.get(page.key) ?? dateOf(page.key);
      const at = keys.has(page.key) || !isTakenOver(id, day) ? undefined : days.get(day);
      return at === undefined ? [] : [{ page, at }];
    }),
  );
  return { rows: real, ghosts };
}

const dayOf = ({ history, zone }: OccurrenceRow): string => localDate(history.effective.start, zone);

/** Under which key a key is judged: a new invitation of the same day stands for the old occurrence (5.3). */
export function standIns({ replacements }: LineageInput): (key: OccurrenceKey) => OccurrenceKey {
  const stands = new Map(replacements.map(({ invitation, at }) => [invitation.key, at]));
  return (key) => stands.get(key) ?? key;
}

/** 4.2: who was needed at any time in the lineage; before they joined and after they left they are not expected. */
export function neededEver(entries: readonly ListedOccurrence[]): readonly Invited[] {
  const members = new Map<PersonKey, Invited>();
  for (const { roster } of entries) {
    for (const one of roster.everybody) {
      if (!one.needed || one.group) continue;
      members.set(one.person.key, { ...one, response: 'none', needed: false, listedInTime: false });
    }
  }
  return [...members.values()];
}
