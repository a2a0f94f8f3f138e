import type { DecisionHistory } from '../agree/decision-history';
import type { Telling } from '../facts/decided/catch-up-entry';
import type { InputRequest } from '../facts/decided/consulting';
import type { Decision, DecisionCalled } from '../facts/decided/decision';
import { sentRecaps } from '../facts/decided/sending';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { isOfLineage } from '../judge/judged/of-lineage';
import { absenteesOf } from '../judge/questions/missed';
import type { Instant } from '../time/time';
import { stretchOf } from './recap-content';

/** A decision that is still open, as a recap tells of it. */
export interface OpenQuestion {
  readonly decision: Decision & DecisionCalled;
  /** What the reader was asked and has not answered; null: it concerns them, and their view is not asked for. */
  readonly request: InputRequest | null;
}

/**
 * The open questions that go along with the decisions in a recap: what its one reader was asked and has not answered,
 * and what is not decided yet and concerns all of its readers, since they were last there. Nothing is told twice,
 * unless it was asked again.
 */
export function questionsFor(
  occurrence: JudgedOccurrence,
  lineage: JudgedLineage,
  histories: readonly DecisionHistory[],
  recaps: readonly Telling[],
  readers: readonly Person[],
): readonly OpenQuestion[] {
  if (readers.length === 0) return [];
  const absentees = absenteesOf(occurrence).map(({ person }) => person.key);
  const absent = absentees.filter((key) => readers.some((reader) => reader.key === key));
  const { since, until } = stretchOf(occurrence, lineage, absent);
  const toldSince = (id: string, at: Instant): boolean =>
    readers.every((reader) =>
      sentRecaps(recaps).some(
        (recap) =>
          recap.occurrence !== occurrence.key &&
          recap.questions?.includes(id) === true &&
          (recap.sentAt ?? recap.recordedAt) >= at &&
          recap.to.some((one) => isSamePerson(one, reader)),
      ),
    );
  return histories
    .filter(({ decision, standing }) => isOfLineage(lineage, decision) && isOpen(standing))
    .flatMap((history): readonly OpenQuestion[] => {
      const { decision } = history;
      const request = readers.length === 1 ? unansweredBy(history, readers[0]) : null;
      if (request !== null) {
        const isNews = request.askedAt < until && !toldSince(decision.id, request.askedAt);
        return isNews ? [{ decision, request }] : [];
      }
      const at = Math.max(decision.decidedAt, openedAgain(history));
      const isNews = at >= since && at < until && !toldSince(decision.id, at);
      return isNews && readers.every((reader) => concerns(decision, reader))
        ? [{ decision, request: null }]
        : [];
    });
}

const isOpen = (standing: DecisionHistory['standing']): boolean =>
  standing !== 'decided' && standing !== 'superseded';

/** What they wrote back is no silence, even before somebody noted what it says. */
function unansweredBy({ asked }: DecisionHistory, reader: Person | undefined): InputRequest | null {
  const last = asked.findLast(({ request }) => reader !== undefined && isSamePerson(request.person, reader));
  if (last === undefined) return null;
  return last.standing === 'waiting' || last.standing === 'no-reply' ? last.request : null;
}

const openedAgain = ({ reopenedBy }: DecisionHistory): Instant => reopenedBy?.at ?? Number.NEGATIVE_INFINITY;

const concerns = (
  { accountable, informed, responsible = [], consulted = [] }: Decision,
  reader: Person,
): boolean =>
  [accountable, ...informed, ...responsible, ...consulted].some((one) => isSamePerson(one, reader));
