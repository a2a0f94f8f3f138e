import { decidedMark } from '../agree/decided-in';
import { decisionHistories } from '../agree/decision-history';
import type { PointMail } from '../facts/decided/point';
import type { Journalled } from '../facts/decided/pressed';
import type { Fact } from '../facts/log/fact';
import { isHeld } from '../facts/things/outcomes';
import type { JudgedLineage } from '../judge/judged/judged';
import { pointHistories } from '../points/point-history';
import { type Instant, MINUTE } from '../time/time';

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
    const { standing, supersededBy, reopenedBy } = history;
    const closed = standing === 'held' || standing === 'superseded' ? standing : '';
    return [closed, decidedMark(history), supersededBy ?? '', reopenedBy?.id ?? ''].join('/');
  };
  const standing = new Map(pointHistories(facts).map((one) => [one.point.id, one.standing]));
  const standingOf = (id: string): string => standing.get(id) ?? 'gone';
  switch (entry.kind) {
    case 'recap': {
      const { occurrence, decisions, questions = [], points = [] } = entry;
      const there = lineage?.occurrences.find(({ key }) => key === occurrence);
      const met = there === undefined ? 'gone' : isHeld(there.outcome) ? 'met' : 'not met';
      return [met, ...[...decisions, ...questions].map(state), ...points.map(standingOf)].join(' ');
    }
    case 'catch-up': {
      const { decisions, questions = [], points = [] } = entry;
      return [...[...decisions, ...questions].map(state), ...points.map(standingOf)].join(' ');
    }
    case 'input-request':
      return state(entry.decision);
    case 'point-mail':
      return pointClaim(entry, lineage, facts, now);
  }
}

/** A sync has begun when people may sit in it: a mail that was pressed in its last seconds still goes. */
const BEGUN = MINUTE;

/** Before the sync: that it stands, when it is, that it has not begun, and that its points are open. */
function pointClaim(
  { occurrence, points }: PointMail,
  lineage: JudgedLineage | null,
  facts: readonly Fact[],
  now: Instant,
): string {
  const there = lineage?.occurrences.find(({ key }) => key === occurrence);
  const isAhead = there?.outcome === 'upcoming' && now < there.effective.start + BEGUN;
  const standing = new Map(pointHistories(facts).map((one) => [one.point.id, one.standing]));
  const isOpen = points.every((id) => standing.get(id) === 'open');
  return [isAhead ? there.effective.start : 'gone', isOpen ? 'open' : 'settled'].join(' ');
}
