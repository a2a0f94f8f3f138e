import type { Report, ReportRow, ReportSource } from '../../facts/observed/report';
import type { Person, PersonKey } from '../../facts/things/person';
import { type Instant, MINUTE, type Span } from '../../time/time';
import type { Roster } from '../judged/roster';
import type { Directory } from './directory';
import { couldBe } from './namesake';
import { clip, lengthOf, timeTogether, unionOf } from './together';

/** 4.1: less counts as not present everywhere. */
export const BRIEFLY = 2 * MINUTE;

/** One person in all reports of an occurrence. */
export interface Stay {
  /** Raw, not clipped (3.3); null where the reports have no times of them: no data, not absence (3.2). */
  readonly firstJoin: Instant | null;
  readonly lastLeave: Instant | null;
  /** Clipped to the occurrence; each instant once. */
  readonly spans: readonly Span[];
  /** Milliseconds, clipped. */
  readonly time: number;
  /** They count as present: two minutes or more. */
  readonly present: boolean;
  /** Matched by a person, not by the report. */
  readonly noted: boolean;
  /** A list says how long and not when: `spans` has the length alone, as if from the start. */
  readonly lengthOnly: boolean;
}

/** What the rows of one person say. */
interface Told {
  readonly spans: Span[];
  minutes: number;
  noted: boolean;
}

export interface Unmatched {
  readonly report: string;
  readonly row: string;
  readonly name: string;
  readonly minutes: number;
}

/** What the reports of an occurrence show. */
export interface Presence {
  readonly reports: readonly Report[];
  readonly source: ReportSource | null;
  readonly recordedAt: Instant | null;
  readonly stays: ReadonlyMap<PersonKey, Stay>;
  /** 3.5: somebody was there whom nobody could name, so that nobody can be said to have been absent. */
  readonly unproven: boolean;
  /** That is so because of participants whom nobody could name. */
  readonly nameless: boolean;
  readonly unmatched: readonly Unmatched[];
  /** 3.4, milliseconds in which two needed people were there. */
  readonly together: number;
  /** End of the meeting as others experienced it (3.3). */
  readonly end: Instant;
}

export function presenceOf(
  reports: readonly Report[],
  directory: Directory,
  roster: Roster,
  effective: Span,
): Presence {
  const rows = new Map<PersonKey, Told>();
  const add = (key: PersonKey, { intervals, minutes = 0 }: ReportRow, noted: boolean) => {
    const there = rows.get(key) ?? { spans: [], minutes: 0, noted: false };
    for (const span of intervals) there.spans.push(span);
    there.minutes = Math.max(there.minutes, minutes);
    there.noted ||= noted;
    rows.set(key, there);
  };
  const strangers: { readonly report: Report; readonly row: ReportRow }[] = [];
  for (const report of reports) {
    for (const row of report.rows) {
      const person = directory.personOf(report, row);
      if (person === undefined) strangers.push({ report, row });
      else add(person.key, row, person.noted);
    }
  }
  const staysOf = () => new Map([...rows].map(([key, told]) => [key, stayOf(told, effective)]));
  const unmatched: Unmatched[] = [];
  if (strangers.length > 0) {
    const absent = absentees(roster, staysOf());
    for (const { report, row } of strangers) {
      if (isPlainlySomebodyElse(row, absent)) {
        // Somebody who is on no list is still one of those whose leaving says when the meeting ended (3.3).
        add(`row:${row.directoryId ?? row.address}`, row, false);
        continue;
      }
      const minutes = row.minutes ?? lengthOf(clip(unionOf(row.intervals), effective)) / MINUTE;
      unmatched.push({ report: report.id, row: row.row, name: row.name, minutes });
    }
  }
  const stays = staysOf();
  const there = [...stays].filter(([, { present }]) => present);
  const nameless =
    unmatched.length > 0 ||
    reports.some(({ rows: all, totalParticipants }) => all.length < (totalParticipants ?? 0));
  const latest = [...reports].sort((a, b) => b.recordedAt - a.recordedAt)[0];
  return {
    reports,
    source: latest?.source ?? null,
    recordedAt: latest?.recordedAt ?? null,
    stays,
    // What a list without times leaves out it may leave out because it is of another day (4.5).
    unproven: nameless || reports.some(({ rows: all }) => all.some(({ minutes }) => minutes !== undefined)),
    nameless,
    unmatched,
    together: timeTogether(there.filter(([key]) => roster.needed.has(key)).map(([, { spans }]) => spans)),
    end: endOf(
      there.map(([, { spans, lengthOnly }]) =>
        lengthOnly ? effective.end : (spans.at(-1)?.end ?? effective.start),
      ),
      effective,
    ),
  };
}

/** Who was asked to come, and whom no report shows as present. Nobody can be one of a list that was not expanded. */
const absentees = (roster: Roster, stays: ReadonlyMap<PersonKey, Stay>): readonly Person[] =>
  roster.everybody
    .filter(
      ({ role, group, person }) => role !== 'resource' && !group && stays.get(person.key)?.present !== true,
    )
    .map(({ person }) => person);

/** 3.5: an address or id of its own, and a name that is no absent attendee's. What the file says of it is not asked. */
const isPlainlySomebodyElse = (row: ReportRow, absent: readonly Person[]): boolean =>
  !row.phone &&
  (row.address !== '' || row.directoryId !== null) &&
  row.name.trim() !== '' &&
  !absent.some((person) => couldBe(row, person));

function stayOf({ spans: intervals, minutes, noted }: Told, effective: Span): Stay {
  const raw = unionOf(intervals);
  const lengthOnly = raw.length === 0 && minutes > 0;
  const length = { start: effective.start, end: effective.start + minutes * MINUTE };
  const spans = clip(lengthOnly ? [length] : raw, effective);
  const time = lengthOf(spans);
  return {
    firstJoin: raw[0]?.start ?? null,
    lastLeave: raw.at(-1)?.end ?? null,
    spans,
    time,
    present: time >= BRIEFLY,
    noted,
    lengthOnly,
  };
}

/** 3.3: the planned end, or the second-latest last leave, where that was earlier. */
function endOf(leaves: readonly Instant[], effective: Span): Instant {
  const second = [...leaves].sort((a, b) => b - a)[1];
  return second === undefined ? effective.end : Math.min(effective.end, second);
}
