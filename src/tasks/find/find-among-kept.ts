import type { MeetingReading } from '../../domain/facts/observed/reading';
import { normalizedTitle } from '../../domain/facts/things/title';
import type { ItemPlace } from '../ledger-port';
import type { Ports } from '../ports';

/**
 * A single meeting can be the new invitation for an occurrence of a kept series (5.3): then it is that occurrence's
 * record one wants to see. Null where no kept meeting of this title stands at this time.
 */
export async function findAmongKept(ports: Ports, meeting: MeetingReading): Promise<ItemPlace | null> {
  const title = normalizedTitle(meeting.title);
  for (const { lineage } of await ports.ledger.keptSeries()) {
    const view = await ports.ledger.view(lineage);
    if (view === null || normalizedTitle(view.title) !== title) continue;
    const there = view.occurrences.find(({ effective }) => effective.start === meeting.first.start);
    if (there !== undefined) return { series: lineage, occurrence: there.key };
  }
  return null;
}
