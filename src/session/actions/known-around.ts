import { occasionsBeyond } from '../../domain/agree/decided-in';
import { decisionHistories, standingAmong } from '../../domain/agree/decision-history';
import { tellingsIn } from '../../domain/facts/log/tellings';
import { type OccurrenceKey, seriesOf } from '../../domain/facts/things/occurrence';
import { wholeDaysIn } from '../../domain/judge/judged/whole-days';
import type { RecapKnown } from '../../domain/tell/recap-readers';
import { Trouble } from '../../domain/trouble';
import { ownerOf, type Session } from '../session';

/** What a mail about an occurrence is made of: as it is on screen, or as the log has it, where another meeting is open. */
export async function knownAround(
  session: Session,
  occurrence: OccurrenceKey,
): Promise<Pick<RecapKnown, 'owner' | 'lineage' | 'oneToOnes' | 'elsewhere' | 'decisions' | 'recaps'>> {
  const { ports, viewStore } = session;
  const owner = ownerOf(session);
  const { lineage, oneToOnes, elsewhere = [], decisions, recaps } = viewStore.view();
  if (lineage?.occurrences.some(({ key }) => key === occurrence) === true)
    return {
      owner,
      lineage,
      decisions,
      recaps,
      elsewhere,
      ...(oneToOnes === undefined ? {} : { oneToOnes }),
    };
  const {
    facts,
    lineage: judged,
    numbers,
    oneToOnes: others,
  } = await ports.ledger.onScreen(seriesOf(occurrence));
  if (judged === null) throw new Trouble('not-found', 'meeting of the recap');
  return {
    owner,
    ...{ lineage: wholeDaysIn(judged, owner.zone), oneToOnes: others },
    decisions: standingAmong(decisionHistories(facts, ports.clock(), numbers)),
    recaps: tellingsIn(facts),
    elsewhere: await ports.ledger.occasions(occasionsBeyond(facts, judged.series)),
  };
}
