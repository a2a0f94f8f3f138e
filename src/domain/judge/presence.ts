import type { Identity } from '../facts/identity';
import type { Person, PersonKey } from '../facts/person';
import type { Report, ReportRow, ReportSource } from '../facts/report';
import type { Identified } from '../facts/rules';
import { type Instant, MINUTE, type Span } from '../time/time';
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
  readonly unmatched: readonly Unmatched[];
  /** 3.4, milliseconds in which two needed people were there. */
  readonly together: number;
  /** End of the meeting as others experienced it (3.3). */
  readonly end: Instant;
}

/** How the rows of reports are told to be people, learned over the whole lineage (3.5). */
export interface Directory {
  /** `undefined`: nobody on any list, or nobody knows. */
  readonly personOf: (report: Report, row: ReportRow) => { key: PersonKey; noted: boolean } | undefined;
}

/** By directory id, then by any known address, then by a person's confirmation; never by name. */
export function directoryOf(
  identity: Identity,
  people: Iterable<Person>,
  reports: readonly Report[],
  identified: ReadonlyMap<string, readonly Identified[]>,
): Directory {
  const ids = new Map<string, PersonKey>();
  const addresses = new Map<string, PersonKey>();
  const learn = (into: Map<string, PersonKey>, name: string | null | undefined, key: PersonKey) => {
    if (name && !into.has(name.toLowerCase())) into.set(name.toLowerCase(), key);
  };
  for (const person of [identity.owner, ...people]) {
    const key = identity.keyOf(person.key);
    learn(ids, person.directoryId, key);
    if (person.key.startsWith('id:')) learn(ids, person.key.slice(3), key);
    for (const address of [person.key, person.address, ...(person.otherAddresses ?? [])]) {
      learn(addresses, address, key);
    }
  }
  const confirmed = new Map<string, PersonKey>();
  for (const [report, answers] of identified) {
    for (const { row, person } of answers) confirmed.set(`${report}\n${row}`, identity.keyOf(person));
  }
  // An id seen once beside a known address is known from then on, in every report.
  for (const { id, rows } of reports) {
    for (const row of rows) {
      const key = addresses.get(row.address.toLowerCase()) ?? confirmed.get(`${id}\n${row.row}`);
      if (key !== undefined) learn(ids, row.directoryId, key);
    }
  }
  return {
    personOf: ({ id }, row) => {
      const key = ids.get(row.directoryId?.toLowerCase() ?? '') ?? addresses.get(row.address.toLowerCase());
      if (key !== undefined) return { key, noted: false };
      const noted = confirmed.get(`${id}\n${row.row}`);
      return noted === undefined ? undefined : { key: noted, noted: true };
    },
  };
}

export function presenceOf(
  reports: readonly Report[],
  directory: Directory,
  needed: ReadonlySet<PersonKey>,
  effective: Span,
): Presence {
  const rows = new Map<PersonKey, { spans: Span[]; noted: boolean }>();
  const unmatched: Unmatched[] = [];
  let unproven = false;
  for (const report of reports) {
    let identified = 0;
    for (const row of report.rows) {
      const person = directory.personOf(report, row);
      if (person === undefined && !row.identified) {
        const minutes = lengthOf(clip(unionOf(row.intervals), effective)) / MINUTE;
        unmatched.push({ report: report.id, row: row.row, name: row.name, minutes });
        continue;
      }
      identified += 1;
      // Somebody who is on no list is still one of those whose leaving says when the meeting ended (3.3).
      const key = person?.key ?? `row:${row.directoryId ?? (row.address || `${report.id}:${row.row}`)}`;
      const stay = rows.get(key) ?? { spans: [], noted: false };
      rows.set(key, {
        spans: [...stay.spans, ...row.intervals],
        noted: stay.noted || person?.noted === true,
      });
    }
    unproven ||= Math.max(report.totalParticipants ?? 0, report.rows.length) > identified;
  }
  const stays = new Map([...rows].map(([key, { spans, noted }]) => [key, stayOf(spans, noted, effective)]));
  const there = [...stays].filter(([, { present }]) => present);
  const latest = [...reports].sort((a, b) => b.recordedAt - a.recordedAt)[0];
  return {
    reports,
    source: latest?.source ?? null,
    recordedAt: latest?.recordedAt ?? null,
    stays,
    unproven,
    unmatched,
    together: timeTogether(there.filter(([key]) => needed.has(key)).map(([, { spans }]) => spans)),
    end: endOf(
      there.map(([, { spans }]) => spans.at(-1)?.end ?? effective.start),
      effective,
    ),
  };
}

function stayOf(intervals: readonly Span[], noted: boolean, effective: Span): Stay {
  const raw = unionOf(intervals);
  const spans = clip(raw, effective);
  const time = lengthOf(spans);
  return {
    firstJoin: raw[0]?.start ?? null,
    lastLeave: raw.at(-1)?.end ?? null,
    spans,
    time,
    present: time >= BRIEFLY,
    noted,
  };
}

/** 3.3: the planned end, or the second-latest last leave, where that was earlier. */
function endOf(leaves: readonly Instant[], effective: Span): Instant {
  const second = [...leaves].sort((a, b) => b - a)[1];
  return second === undefined ? effective.end : Math.min(effective.end, second);
}
