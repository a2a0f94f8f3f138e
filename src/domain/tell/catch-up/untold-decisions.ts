import { occasionsOfStates } from '../../agree/decided-in';
import type { DecisionHistory } from '../../agree/decision-history';
import type { Telling } from '../../facts/decided/catch-up-entry';
import { lastSteps, sentRecaps } from '../../facts/decided/sending';
import type { OccurrenceKey } from '../../facts/things/occurrence';
import { isSamePerson, type Person } from '../../facts/things/person';
import type { JudgedOccurrence } from '../../judge/judged/judged';
import { thereAt } from '../../judge/questions/there';
import { hearersOf, oneToOnesOf } from '../../measure/hearing';
import type { Instant } from '../../time/time';
import { type CatchUpKnown, type CaughtUp, NEWS } from './caught-up';

type Decided = Extract<CaughtUp, { kind: 'decided' }>;

/** Decisions that this person should hear of and was not told (13.2 − 13.1). */
export function untoldDecisions(known: CatchUpKnown, person: Person, now: Instant): readonly Decided[] {
  const isTheirs = (one: Person): boolean => isSamePerson(one, person);
  const { owner, lineages, histories, agreements } = known;
  // What went to one of their addresses, or came from it, is theirs under all of them (10.4).
  const mails = known.recaps.filter(({ to }) => to.some(isTheirs)).map((one) => ({ ...one, to: [person] }));
  const asTheirs = <One extends { readonly person: Person }>(one: One): One =>
    isTheirs(one.person) ? { ...one, person } : one;
  const homes = new Map(lineages.flatMap(({ occurrences }) => occurrences.map((one) => [one.key, one])));
  const oneToOnes = lineages.flatMap(oneToOnesOf);
  // Of a mail whose end is not known nobody is told the same again (13.1).
  const underWay = new Set(
    lastSteps(mails).flatMap(({ step, decisions }) => (step === 'sending' ? decisions : [])),
  );
  const knewOf = createKnewOf(person, sentRecaps(mails), homes);
  const isUntold = (history: DecisionHistory): boolean => {
    const { decision } = history;
    const knewReplaced = replacedBy(history, histories).some(knewOf);
    const answers = history.answers.map(asTheirs);
    const asked = history.asked.map((one) => ({ ...one, request: asTheirs(one.request) }));
    return hearersOf(
      { ...history, answers, asked },
      {
        homes,
        needed: lineages.find(({ series }) => series.some((one) => one === decision.series))?.people ?? [],
        ...{ oneToOnes, views: agreements, recaps: mails, owner, besides: knewReplaced ? [person] : [] },
      },
    ).some((one) => isTheirs(one.person) && one.told === null);
  };
  return histories.flatMap((history): readonly Decided[] => {
    const { standing, decidedAt: at, decision } = history;
    if (standing !== 'decided' || at === null || at <= now - NEWS) return [];
    return !underWay.has(decision.id) && isUntold(history) ? [{ kind: 'decided', history, at }] : [];
  });
}

/** What it took the place of, and what that had taken the place of. */
function replacedBy(
  { decision }: DecisionHistory,
  histories: readonly DecisionHistory[],
): readonly DecisionHistory[] {
  const found = new Set<DecisionHistory>();
  const follow = (id: string): void => {
    for (const one of histories) {
      if (one.supersededBy !== id || found.has(one)) continue;
      found.add(one);
      follow(one.decision.id);
    }
  };
  follow(decision.id);
  return [...found];
}

/** They were there in one of its states, had a mail with it, or answered: so they hear of what replaces it. */
const createKnewOf =
  (person: Person, mails: readonly Telling[], homes: ReadonlyMap<OccurrenceKey, JudgedOccurrence>) =>
  (history: DecisionHistory): boolean => {
    const { decision, events } = history;
    const { id } = decision;
    const there = occasionsOfStates(history)
      .flatMap((key) => homes.get(key) ?? [])
      .flatMap(thereAt);
    return (
      there.some((one) => isSamePerson(one.person, person)) ||
      mails.some(({ decisions }) => decisions.includes(id)) ||
      events.some((event) => event.kind === 'answer' && isSamePerson(event.person, person))
    );
  };
