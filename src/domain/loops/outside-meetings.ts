import { agreementViews } from '../agree/agreed';
import { standingAmong } from '../agree/decision-history';
import { lastSteps } from '../facts/decided/sending';
import { amongPeople } from '../facts/things/people';
import { stillToHear } from '../measure/hearing';
import { NEWS } from '../tell/catch-up/caught-up';
import { canBeTicked } from '../tell/recipients';
import { ALWAYS, aboutDecision, type Matter, telling } from './loop';
import type { LoopSource } from './loop-source';

/**
 * 14.1 (6) of what was decided outside of meetings (10.2): no recap waits for it, so it is owed at once to whoever should
 * hear of it and was not told (13.5), as long as it is news (13.3).
 */
export function toTellOutside({
  owner,
  recaps,
  facts,
  histories,
  oneToOnes,
  elsewhere,
}: LoopSource): readonly Matter[] {
  const homes = new Map(elsewhere.map((one) => [one.key, one]));
  const standing = new Set(standingAmong(histories).map(({ id }) => id));
  const views = agreementViews(facts);
  const underWay = lastSteps(recaps).filter(({ step }) => step === 'sending');
  return histories
    .filter(({ decision }) => standing.has(decision.id))
    .flatMap((history) => {
      const { id, number, text } = history.decision;
      const at = history.decidedAt ?? history.decision.decidedAt;
      const mails = underWay.filter(({ decisions }) => decisions.includes(id));
      const isUnderWay = amongPeople(mails.flatMap(({ to }) => to));
      return stillToHear(history, {
        ...{ homes, needed: [], oneToOnes, views, recaps, owner },
      })
        .filter((person) => canBeTicked(person, owner) && !isUnderWay(person))
        .map((person): Matter => {
          const theirs = telling(id, person);
          return {
            ...{ kind: 'to-tell', series: null, occurrence: null, title: '', span: null, people: [person] },
            ...{ at, from: ALWAYS, until: at + NEWS },
            decisions: [{ id, number, text }],
            holds: [{ id, takes: [theirs], yields: [theirs, aboutDecision(id)], at }],
          };
        });
    });
}
