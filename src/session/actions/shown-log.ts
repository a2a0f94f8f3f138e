import { decisionHistories } from '../../domain/agree/decision-history';
import { topicNames } from '../../domain/agree/topic-names';
import { topicsIn } from '../../domain/agree/topics';
import { eachOnce } from '../../domain/facts/things/people';
import { wholeDaysIn } from '../../domain/judge/judged/whole-days';
import { inTurns, orStopped, stoppable, type Watched } from '../../domain/pace';
import type { LogScope } from '../../domain/tell/log-scope';
import { occurrencesToTell } from '../../formats/table/log-rows';
import { isForgotten, judgedLog } from '../../tasks/log/judged-log';
import type { ShownLog, ShownLogActions } from '../../ui/port/shown-log-actions';
import type { Session } from '../session';

/** The log beyond the meeting on screen, read when somebody looks at it. */
export function createShownLogActions(session: Session): ShownLogActions {
  const { ledger, clock } = session.ports;
  return {
    choices: async () => {
      const [{ kept }, entries] = await Promise.all([ledger.people(), ledger.ownEntries()]);
      const topics = topicsIn(entries, decisionHistories(entries, clock()), topicNames(entries));
      const people = eachOnce(kept.flatMap((one) => one.people)).filter(({ name }) => name !== '');
      return {
        people: people.toSorted((a, b) => a.name.localeCompare(b.name)),
        topics: topics.filter(({ decisions }) => decisions > 0).map(({ name }) => name),
      };
    },
    read: (scope, watched) => orStopped(readShown(session, scope, watched)),
  };
}

async function readShown(session: Session, scope: LogScope, watched: Watched): Promise<ShownLog | null> {
  const { owner } = session.viewStore.view();
  // Before anybody signed in there is no log to be read.
  if (owner === null) return { rows: [], recaps: [] };
  const { lineages, told } = await judgedLog(session.ports, watched, scope);
  if (await isForgotten(session.ports, scope)) return null;
  const shown = lineages.map((one) => wholeDaysIn(one, owner.zone));
  const found = await inTurns(occurrencesToTell(shown), stoppable(session.ports.turns, watched));
  return {
    rows: found.map(({ lineage, occurrence }) => ({
      occurrence,
      meeting: { series: lineage.id, title: lineage.title },
    })),
    recaps: told.recaps,
  };
}
