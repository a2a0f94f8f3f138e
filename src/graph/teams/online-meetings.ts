import type { ReportReading } from '../../domain/facts/observed/reading';
import type { Span } from '../../domain/time/time';
import { Trouble } from '../../domain/trouble';
import type { GraphClient } from '../client/client';
import { refusalOf } from '../client/errors';
import { fieldsOf, type Json, listOf, textOf } from '../client/json';
import { readAll } from '../client/paging';
import { CALLS } from '../client/permissions';
import { readReport } from './attendance';

/** Online meetings already looked up in this pane, by join link. */
export type OnlineMeetingIds = Map<string, string>;

/**
 * Sessions of the owner's own meeting whose reports are not yet known. Null where this owner may not read them: not
 * the organizer, forwarded one occurrence only, or a link that has expired. A permission the app lacks is a
 * `not-permitted` instead. What could be read is given even where another report failed: the rest is asked for
 * again next time. `around`: no others are asked for.
 */
export async function readReports(
  client: GraphClient,
  joinUrl: string,
  known: readonly string[],
  ids: OnlineMeetingIds,
  around: readonly Span[] | null = null,
): Promise<readonly ReportReading[] | null> {
  try {
    const meeting = ids.get(joinUrl) ?? (await lookUp(client, joinUrl));
    if (meeting === null) return null;
    ids.set(joinUrl, meeting);
    const reports = `/me/onlineMeetings/${encodeURIComponent(meeting)}/attendanceReports`;
    const listed = await readAll(client, { call: CALLS.reports, path: reports });
    const missing = listed
      .filter((report) => isAround(report, around))
      .map((report) => textOf(fieldsOf(report)?.id))
      .filter((id) => id !== null && !known.includes(id))
      .filter((id) => id !== null);
    return await everyReadable(missing.map((id) => reportOf(client, reports, id)));
  } catch (thrown) {
    if (isNotForOwner(thrown)) return null;
    throw thrown;
  }
}

/** One that does not say when it was may be of any time. */
function isAround(report: unknown, spans: readonly Span[] | null): boolean {
  const began = Date.parse(textOf(fieldsOf(report)?.meetingStartDateTime) ?? '');
  return (
    spans === null || Number.isNaN(began) || spans.some(({ start, end }) => began >= start && began < end)
  );
}

/** The name in the filter is spelt so; the link is taken as the event has it and encoded as any value is. */
async function lookUp(client: GraphClient, joinUrl: string): Promise<string | null> {
  const answer = await client({
    call: CALLS.onlineMeeting,
    query: { $filter: `JoinWebUrl eq '${joinUrl.replaceAll("'", "''")}'` },
  });
  return textOf(fieldsOf(listOf(answer.value)[0])?.id);
}

async function reportOf(client: GraphClient, reports: string, id: string): Promise<ReportReading | null> {
  const path = `${reports}/${encodeURIComponent(id)}`;
  const report = await client({ call: CALLS.report, path, query: { $expand: 'attendanceRecords' } });
  return readReport({ ...report, attendanceRecords: await recordsOf(client, path, report) });
}

/** Expanded records can end in a page of their own, or be left out: then they are asked for by their address. */
async function recordsOf(client: GraphClient, path: string, report: Json): Promise<readonly unknown[]> {
  const whole =
    Array.isArray(report.attendanceRecords) && report['attendanceRecords@odata.nextLink'] === undefined;
  if (whole) return listOf(report.attendanceRecords);
  return readAll(client, { call: CALLS.records, path: `${path}/attendanceRecords` });
}

async function everyReadable(
  reports: readonly Promise<ReportReading | null>[],
): Promise<readonly ReportReading[]> {
  const ends = await Promise.allSettled(reports);
  const read = ends.flatMap((end) => (end.status === 'fulfilled' && end.value !== null ? [end.value] : []));
  const failed = ends.find((end) => end.status === 'rejected');
  if (read.length === 0 && failed !== undefined) throw failed.reason;
  return read;
}

const LACKS_PERMISSION = ['erroraccessdenied', 'accessdenied', 'authorization_requestdenied'];

/** Teams refuses whoever is not the organizer with a code that says nothing, and with any of several statuses. */
function isNotForOwner(thrown: unknown): boolean {
  const refusal = refusalOf(thrown);
  if (refusal === null) return false;
  if (refusal.code === 'general' || /not the organizer/i.test(refusal.message)) return true;
  if (thrown instanceof Trouble && thrown.kind === 'not-found') return true;
  const scopeless =
    LACKS_PERMISSION.includes(refusal.code) ||
    /\bscopes?\b|permissions? on the request/i.test(refusal.message);
  return refusal.http === 403 && !scopeless;
}
