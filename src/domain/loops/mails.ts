import { agreementViews } from '../agree/agreed';
import { decidedAmong, type Standing } from '../agree/decided-in';
import { standingAmong } from '../agree/decision-history';
import type { Telling } from '../facts/decided/catch-up-entry';
import type { Decision } from '../facts/decided/decision';
import { lastSteps } from '../facts/decided/sending';
import { isHeld, wasPresent } from '../facts/things/outcomes';
import { amongPeople } from '../facts/things/people';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedOccurrence, JudgedPerson } from '../judge/judged/judged';
import { absenteesOf } from '../judge/questions/missed';
import { recapTime } from '../judge/questions/recap-time';
import { NEWS } from '../tell/catch-up/caught-up';
import { type RecapKnown, type RecapPlan, type RecapPlanner, recapPlanner } from '../tell/recap-readers';
import { canBeTicked } from '../tell/recipients';
import { viewsAsked } from '../tell/view-asked';
import { ALWAYS, aboutDecision, type Held, type Matter, telling } from './loop';
import type { LoopSource } from './loop-source';
import { toTellOutside } from './outside-meetings';

/** 14.1 (6): people with something to be told now, by what a recap that ticks them and was not sent can hold. */
export function toTell(known: LoopSource): readonly Matter[] {
  const { owner, now, lineage, recaps, histories, oneToOnes, elsewhere } = known;
  if (lineage === null) return toTellOutside(known);
  const decisions = standingAmong(histories);
  const agreements = agreementViews(known.facts, now);
  const planner = recapPlanner(
    { owner, lineage, decisions, recaps, histories, agreements, oneToOnes, elsewhere },
    now,
  );
  const owed = owedOf(
    decisions.filter(({ decidedAt }) => decidedAt > now - NEWS),
    planner,
    recaps,
  );
  if (owed.size === 0) return [];
  const toHear = createToHear(viewNeeded({ ...known, agreements }, planner.homes));
  const startOf = (decision: Standing) =>
    decidedAmong(decision, planner.homes)?.effective.start ?? decision.decidedAt;
  // Who was there before anything that is owed changes nothing of it.
  const first = Math.min(...[...owed.keys()].map(startOf));
  const since = lineage.occurrences.filter(({ effective }) => effective.end >= first);
  const toldAlike = createToldAlike(since, recaps, [...owed.values()]);
  const offered = lineage.occurrences.flatMap((occurrence) => {
    const { key, series, effective } = occurrence;
    const time = effective.end > now - NEWS ? recapTime(occurrence, now) : null;
    if (time === null) return [];
    const plan = planner.plan(occurrence);
    const toldHere = toldAlike(occurrence, plan);
    return plan
      .readers()
      .filter(({ ticked, person }) => ticked && [...owed.values()].some((isOwed) => isOwed(person)))
      .flatMap(({ person }): readonly Matter[] => {
        const told = toldHere(person).filter((one) => owed.get(one)?.(person));
        if (told.length === 0) return [];
        return [
          {
            ...{ kind: 'to-tell', series, occurrence: key, title: lineage.title, span: effective },
            at: Math.max(...told.map(({ decidedAt }) => decidedAt)),
            ...{ from: time.notBefore ?? ALWAYS, until: null, people: [person] },
            decisions: told.map(({ id, number, text }) => ({ id, number, text })),
            holds: told.map((one) => toHear(one, person)),
          },
        ];
      });
  });
  return [...offered, ...besides(known, owed, planner, offered, toHear)];
}

const createToHear =
  (needs: (decision: Decision, person: Person) => boolean) =>
  (decision: Decision, person: Person): Held => {
    const { id, decidedAt: at } = decision;
    const one = telling(id, person);
    const held = { id, takes: [one], yields: [one, aboutDecision(id)], at };
    return needs(decision, person) ? { ...held, needsThem: true } : held;
  };

/** Whether a mail with it asks for their view (11.4). Of most people nothing says that it could. */
function viewNeeded(
  { owner, agreements, oneToOnes, histories, now }: LoopSource & Pick<RecapKnown, 'agreements'>,
  homes: RecapPlanner['homes'],
) {
  const courses = new Map(histories.map((one) => [one.decision.id, one]));
  const basis = {
    ...{ owner, oneToOnes, agreements: agreements ?? [] },
    historyOf: ({ id }: Decision) => courses.get(id),
    homes,
  };
  return (decision: Decision, person: Person): boolean => {
    const isTheirs = (one: Person): boolean => isSamePerson(one, person);
    const mayBe =
      basis.agreements.some(({ agreement }) => isTheirs(agreement.person)) ||
      courses.get(decision.id)?.asked.some(({ request }) => isTheirs(request.person)) === true ||
      (decision.reach === 'large' && oneToOnes.some(isTheirs));
    return mayBe && viewsAsked([decision], [person], basis, now).size > 0;
  };
}

/** 13.5: what no recap can hold for somebody is owed at once; a meeting that has not ended may still have one. */
function besides(
  { owner, lineage }: LoopSource,
  owed: ReadonlyMap<Standing, (person: Person) => boolean>,
  { homes, untold }: RecapPlanner,
  offered: readonly Matter[],
  toHear: ReturnType<typeof createToHear>,
): readonly Matter[] {
  const held = new Set(offered.flatMap(({ holds }) => holds.flatMap(({ takes }) => takes)));
  return [...owed].flatMap(([decision, isOwed]) => {
    const { id, number, text, series, decidedAt: at } = decision;
    const home = decidedAmong(decision, homes);
    return untold(decision)
      .people.filter((person) => isOwed(person) && canBeTicked(person, owner))
      .filter((person) => !held.has(telling(id, person)))
      .map(
        (person): Matter => ({
          ...{ kind: 'to-tell', series, occurrence: null, title: lineage?.title ?? '', span: null, at },
          ...{ from: Math.max(at, home?.effective.end ?? at), until: at + NEWS, people: [person] },
          decisions: [{ id, number, text }],
          holds: [toHear(decision, person)],
        }),
      );
  });
}

/** Of each decision that somebody should still hear: who. A mail whose end is not known lets no other follow (13.1). */
function owedOf(
  decisions: readonly Standing[],
  { untold }: RecapPlanner,
  recaps: readonly Telling[],
): ReadonlyMap<Standing, (person: Person) => boolean> {
  const underWay = lastSteps(recaps).filter(({ step }) => step === 'sending');
  return new Map(
    decisions.flatMap((decision) => {
      const { people, has } = untold(decision);
      if (people.length === 0) return [];
      const mails = underWay.filter((one) => one.decisions.includes(decision.id));
      const isUnderWay = amongPeople(mails.flatMap(({ to }) => to));
      return [[decision, (person: Person) => has(person) && !isUnderWay(person)] as const];
    }),
  );
}

/**
 * What a recap tells one reader. Whoever was at the same meetings, had the same mails and is owed the same is told the
 * same: it is found once for all of them, however many were invited.
 */
function createToldAlike(
  occurrences: readonly JudgedOccurrence[],
  recaps: readonly Telling[],
  owed: readonly ((person: Person) => boolean)[],
) {
  const wereThere = occurrences
    .filter(({ outcome }) => isHeld(outcome))
    .map(({ people }) => amongPeople(people.filter((one) => wasPresent(one.outcome)).map(personOf)));
  const wereMailed = recaps.map(({ to }) => amongPeople(to));
  const asked = [...wereThere, ...wereMailed, ...owed];
  return (occurrence: JudgedOccurrence, plan: RecapPlan) => {
    const questions = [...asked, amongPeople(absenteesOf(occurrence).map(personOf))];
    const found = new Map<string, readonly Decision[]>();
    return (person: Person): readonly Decision[] => {
      const alike = questions.map((isSo) => Number(isSo(person))).join('');
      const told = found.get(alike) ?? plan.toldTo([person]).told;
      found.set(alike, told);
      return told;
    };
  };
}

const personOf = ({ person }: JudgedPerson): Person => person;
