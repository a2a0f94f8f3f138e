import { decisionHistories } from '../agree/decision-history';
import type { Journalled } from '../facts/decided/pressed';
import type { Fact } from '../facts/log/fact';
import { isHeld } from '../facts/things/outcomes';
import type { JudgedLineage } from '../judge/judged/judged';
import type { Instant } from '../time/time';

/**
 * What a mail rests on: whether the meeting that it is about took place, and which of its decisions were decided, put on
 * hold, replaced or opened again. While that is as it was when Send was pressed, the mail may go by itself (17). Answers,
 * and a deadline that goes by, change nothing of it.
 */
export function claimOf(
  entry: Journalled,
  lineage: JudgedLineage | null,
  facts: readonly Fact[],
  now: Instant,
): string {
  const histories = new Map(decisionHistories(facts, now).map((history) => [history.decision.id, history]));
  const state = (id: string): string => {
    const history = histories.get(id);
    if (history === undefined) return 'gone';
    const { standing, decidedAt, supersededBy, reopenedBy } = history;
    const closed = standing === 'held' || standing === 'superseded' ? standing : '';
    return [closed, decidedAt ?? '', supersededBy ?? '', reopenedBy?.id ?? ''].join('/');
  };
  switch (entry.kind) {
    case 'recap': {
      const { occurrence, decisions, questions = [] } = entry;
      const there = lineage?.occurrences.find(({ key }) => key === occurrence);
      const met = there === undefined ? 'gone' : isHeld(there.outcome) ? 'met' : 'not met';
      return [met, ...[...decisions, ...questions].map(state)].join(' ');
    }
    case 'input-request':
      return state(entry.decision);
  }
}
