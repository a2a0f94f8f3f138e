import { agreementViews } from '../agree/agreed';
import { type DecisionHistory, standingAmong } from '../agree/decision-history';
import { lastSteps } from '../facts/decided/sending';
import { amongPeople } from '../facts/things/people';
import { stillToHear } from '../measure/hearing';
import { canBeTicked } from '../tell/recipients';
import { ALWAYS, aboutDecision, type Matter, telling } from './loop';
import type { LoopSource } from './loop-source';

/**
 * 14.1 (6) of what was decided outside of meetings (10.2): no recap waits for it, so whoever should hear of it and was
 * not told has it told at once (13.5).
 */
export function toTellOutside(
  { owner, recaps, facts, histories, oneToOnes }: LoopSource,
  isNews: (history: DecisionHistory) => boolean,
): readonly Matter[] {
  const standing = new Set(standingAmong(histories).map(({ id }) => id));
  const views = agreementViews(facts);
  const underWay = lastSteps(recaps).filter(({ step }) => step === 'sending');
  return histories
    .filter((one) => standing.has(one.decision.id) && isNews(one))
    .flatMap((history) => {
      const { id, number, text, decidedAt } = history.decision;
      const mails = underWay.filter(({ decisions }) => decisions.includes(id));
      const isUnderWay = amongPeople(mails.flatMap(({ to }) => to));
      return stillToHear(history, {
        ...{ home: null, needed: [], oneToOnes, views, recaps, owner },
      })
        .filter((person) => canBeTicked(person, owner) && !isUnderWay(person))
        .map((person): Matter => {
          const theirs = telling(id, person);
          return {
            ...{ kind: 'to-tell', series: null, occurrence: null, title: '', span: null, people: [person] },
            ...{ at: history.decidedAt ?? decidedAt, from: ALWAYS, until: null },
            decisions: [{ id, number, text }],
            holds: [{ id, takes: [theirs], yields: [theirs, aboutDecision(id)] }],
          };
        });
    });
}
