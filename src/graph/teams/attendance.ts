import type { ReportReading } from '../../domain/facts/observed/reading';
import type { ReportRow } from '../../domain/facts/observed/report';
import type { Span } from '../../domain/time/time';
import { countOf, fieldsOf, type Json, listOf, textOf } from '../client/json';
import { instantOf } from '../shapes/graph-times';
import { addressOf } from '../shapes/person-json';

/** A report with its records; null where it says no session that has ended. */
export function readReport(json: unknown): ReportReading | null {
  const report = fieldsOf(json);
  const id = textOf(report?.id);
  if (report === null || id === null) return null;
  const start = instantOf(report.meetingStartDateTime);
  const end = instantOf(report.meetingEndDateTime);
  if (start === null || end === null || end < start) return null;
  return {
    id,
    session: { start, end },
    totalParticipants: countOf(report.totalParticipantCount),
    rows: rowsOf(report.attendanceRecords),
  };
}

/** Rows by what is stable of them; two records of one person are one row. */
export function rowsOf(records: unknown): readonly ReportRow[] {
  const rows = new Map<string, ReportRow>();
  listOf(records).forEach((record, number) => {
    const row = rowOf(record, number);
    if (row === null) return;
    const before = rows.get(row.row);
    rows.set(
      row.row,
      before === undefined ? row : { ...before, intervals: [...before.intervals, ...row.intervals] },
    );
  });
  return [...rows.values()];
}

function rowOf(record: unknown, number: number): ReportRow | null {
  const fields = fieldsOf(record);
  if (fields === null) return null;
  const identity = fieldsOf(fields.identity) ?? {};
  const said = (textOf(identity['@odata.type']) ?? '').toLowerCase();
  const address = addressOf(fields.emailAddress) || addressOf(identity.email);
  const name = textOf(identity.displayName) ?? '';
  const phone = said.includes('phone') || isPhoneNumber(textOf(identity.id)) || isPhoneNumber(name);
  const directoryId = phone || said.includes('guest') ? null : directoryIdOf(identity, said, address);
  return {
    row: directoryId ?? (address === '' ? `${number + 1}` : address),
    name,
    address,
    directoryId,
    identified: directoryId !== null || address !== '',
    phone,
    intervals: listOf(fields.attendanceIntervals).flatMap(intervalOf),
  };
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A person of some directory has a GUID and a tenant, or an address of their own. Guests of a meeting have a GUID as
 * well, made for the occasion: it says nothing about who they are.
 */
function directoryIdOf(identity: Json, said: string, address: string): string | null {
  const id = textOf(identity.id);
  if (id === null || !GUID.test(id) || /^0{8}-/.test(id)) return null;
  const known =
    said.includes('user') || said.includes('application') || 'tenantId' in identity || address !== '';
  return known ? id.toLowerCase() : null;
}

const isPhoneNumber = (text: string | null): boolean => /^(4:)?\+\d[\d\s()*-]{3,}$/.test(text ?? '');

/** Null times and zero seconds are no data (3.2). */
function intervalOf(json: unknown): readonly Span[] {
  const fields = fieldsOf(json);
  const start = instantOf(fields?.joinDateTime);
  const end = instantOf(fields?.leaveDateTime);
  return start === null || end === null || end <= start ? [] : [{ start, end }];
}
