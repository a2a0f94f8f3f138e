import type { Owner, Person } from '../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import { fail, ok, type Result } from '../../domain/result';
import { parseTeamsCsv, type TeamsCsvFault } from '../../formats/teams/teams-csv';
import { LARGEST_TEAMS_CSV } from '../../formats/teams/teams-csv-text';
import type { Ports } from '../ports';

/**
 * Adds the attendance file that Teams lets a person download, as a report of the occurrence they chose. Its times
 * have no zone and no date order of their own: the occurrence settles both. Refused files change nothing.
 */
export async function importTeamsCsv(
  ports: Ports,
  occurrence: JudgedOccurrence,
  owner: Owner,
  file: Pick<Blob, 'size' | 'arrayBuffer'>,
): Promise<Result<null, TeamsCsvFault>> {
  // A file of hundreds of megabytes is refused by its size, before a byte of it is read.
  if (file.size > LARGEST_TEAMS_CSV) return fail('too-large');
  const parsed = parseTeamsCsv(new Uint8Array(await file.arrayBuffer()), {
    occurrenceSpan: occurrence.effective,
    zone: owner.zone,
    invited: new Set([owner, ...occurrence.people.map(({ person }) => person)].flatMap(addressesOf)),
  });
  if (!parsed.ok) return fail(parsed.fault);
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

const addressesOf = ({ key, address, otherAddresses = [] }: Person): readonly string[] =>
  [key, address, ...otherAddresses].map((one) => one.toLowerCase());
