import type { JudgedOccurrence } from '../domain/judged';
import type { Owner } from '../domain/person';
import { fail, ok, type Result } from '../domain/result';
import { parseTeamsCsv } from '../formats/teams-csv';
import type { Ports } from './ports';

/**
 * Adds the attendance file that Teams lets a person download, as a report of the occurrence they chose. Its times
 * have no zone and no date order of their own: the occurrence settles both. Refused files change nothing.
 */
export async function importTeamsCsv(
  ports: Ports,
  occurrence: JudgedOccurrence,
  owner: Owner,
  file: Uint8Array,
): Promise<Result<null, string>> {
  const parsed = parseTeamsCsv(file, { occurrenceSpan: occurrence.effective, zone: owner.zone });
  if (!parsed.ok) return fail(String(parsed.fault));
  const { session, totalParticipants, rows } = parsed.value;
  await ports.ledger.append([
    {
      kind: 'report',
      id: `report:${parsed.value.id}`,
      recordedAt: ports.clock(),
      source: 'teams-csv',
      series: occurrence.series,
      occurrence: occurrence.key,
      session,
      totalParticipants,
      rows,
    },
  ]);
  return ok(null);
}
