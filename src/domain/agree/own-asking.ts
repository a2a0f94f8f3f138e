import type { Agreement } from '../facts/decided/agreement';
import { type ConsultFact, type DecisionStep, savedAt, sentRequests } from '../facts/decided/consulting';
import type { Decision } from '../facts/decided/decision';
import type { AgreementFact } from '../facts/decided/topic-step';
import { isSamePerson, type Person } from '../facts/things/person';
import type { JudgedOccurrence } from '../judge/judged/judged';
import { presentAt } from '../judge/questions/there';
import { grouped } from '../sorting';
import type { Instant } from '../time/time';
import { topicIn } from './agreed';
import { termsAt } from './for-a-month';
import { touchedAsSaved } from './touched';

/** When a decision was taken; null while it is only proposed. */
export function decidedAt(decision: Decision, facts: readonly ConsultFact[]): Instant | null {
  return decision.proposed === true ? (firstDecidedBy(decision, facts)?.at ?? null) : decision.decidedAt;
}

/** The step by which it was first decided; null where it was so when it was written down, or is not yet. */
function firstDecidedBy({ id, proposed }: Decision, facts: readonly ConsultFact[]): DecisionStep | null {
  if (proposed !== true) return null;
  const steps = facts
    .filter((fact) => fact.kind === 'decision-step')
    .filter(({ decision, step }) => decision === id && step === 'decided');
  return steps.sort((a, b) => savedAt(a) - savedAt(b))[0] ?? null;
}

/** What a person had agreed to at a moment: the latest version they said yes to and had not ended. */
function agreedAt(facts: readonly AgreementFact[], person: Person, at: Instant): Agreement | null {
  const own = facts.filter((fact) => fact.kind === 'agreement' && isSamePerson(fact.person, person));
  const replies = facts
    .filter((fact) => fact.kind === 'agreement-reply')
    .filter((reply) => reply.at <= at && own.some(({ id }) => id === reply.agreement))
    .sort((a, b) => a.at - b.at);
  const last = replies.findLast(({ said }) => said !== 'declined');
  if (last === undefined || last.said === 'ended') return null;
  const agreement = own.find(({ id }) => id === last.agreement);
  return agreement?.kind === 'agreement' ? termsAt(agreement, last.at, at) : null;
}

/**
 * Decisions on a topic of which somebody had said "tell me before you act" or "we decide together", taken with
 * nothing recorded of their having been asked or heard before, and without them. What was agreed later binds nobody
 * backwards; who was there where it was decided was heard (11.4).
 */
export function decidedWithoutAsking(
  decisions: readonly Decision[],
  consulting: readonly ConsultFact[],
  agreements: readonly AgreementFact[],
  occurrences: readonly JudgedOccurrence[],
): readonly Decision[] {
  const homes = new Map(occurrences.map((one) => [one.key, one]));
  const people = new Map(
    agreements.flatMap((fact) =>
      fact.kind === 'agreement' ? [[fact.person.key, fact.person] as const] : [],
    ),
  );
  const courses = grouped(consulting, ({ decision }) => [decision]);
  return decisions.filter((decision) => {
    const course = courses.get(decision.id) ?? [];
    const at = decidedAt(decision, course);
    if (at === null) return false;
    const requests = sentRequests(course.filter((fact) => fact.kind === 'input-request'));
    const answers = course.filter((fact) => fact.kind === 'answer');
    const by = firstDecidedBy(decision, course);
    const saved = by === null ? at : savedAt(by);
    // Said in the meeting in which it was decided, it was said before (10.2); said after it, it was not.
    const ended = by?.occurrence == null ? undefined : homes.get(by.occurrence)?.effective.end;
    const before = Math.min(saved, ended ?? saved);
    const touched = touchedAsSaved(
      decision,
      course.filter((fact) => fact.recordedAt <= saved),
    );
    const places = [decision.occurrence, by?.occurrence].flatMap((key) =>
      key ? (homes.get(key) ?? []) : [],
    );
    return [...people.values()].some((person) => {
      const agreement = agreedAt(agreements, person, at);
      const level = agreement === null ? null : topicIn(agreement, touched)?.level;
      if (level !== 'trunk' && level !== 'root') return false;
      const isTheirs = (one: { readonly person: Person }) => isSamePerson(one.person, person);
      const wasAsked = requests.some((one) => isTheirs(one) && one.askedAt <= before);
      const wasHeard =
        answers.some((one) => isTheirs(one) && one.at <= before) ||
        (decision.consulted ?? []).some((one) => isSamePerson(one, person)) ||
        places.some((home) => wasThere(home, person));
      return !wasAsked && !wasHeard;
    });
  });
}

const wasThere = (home: JudgedOccurrence, person: Person): boolean =>
  presentAt(home).some((one) => isSamePerson(one, person));
