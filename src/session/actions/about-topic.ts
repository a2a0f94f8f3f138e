import { seriesOf } from '../../domain/facts/things/occurrence';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { wholeDaysIn } from '../../domain/judge/judged/whole-days';
import { occasionKeys } from '../../domain/tell/thread/thread';
import { findTopic, type ThreadRecord } from '../../domain/tell/thread/thread-record';
import { ownerOf, type Session } from '../session';
import { standingIn } from './standing-in';

/** What the log holds about a topic, by any of its names; null: nothing carries it any more. */
export async function threadAbout(session: Session, name: string): Promise<ThreadRecord | null> {
  const { ledger, clock } = session.ports;
  const entries = await ledger.ownEntries();
  const found = findTopic(entries, name, clock());
  if (found === null) return null;
  const record = standingIn(entries);
  const points = record.points.filter(({ point }) => found.isIt(point.topic ?? ''));
  const { zone } = ownerOf(session);
  const { histories } = found;
  const cameUpIn = new Set([
    ...found.meetings,
    ...histories.map(({ decision }) => decision.series),
    ...occasionKeys({ histories, points }).map(seriesOf),
  ]);
  const { kept } = await ledger.people();
  const lineages: JudgedLineage[] = [];
  for (const { lineage, series } of kept) {
    if (!series.some((one) => cameUpIn.has(one))) continue;
    const read = await ledger.around(lineage);
    if (read.lineage !== null) lineages.push(wholeDaysIn(read.lineage, zone));
  }
  const { oneToOnes } = session.viewStore.view();
  return { ...record, ...found, points, lineages, ...(oneToOnes === undefined ? {} : { oneToOnes }) };
}
