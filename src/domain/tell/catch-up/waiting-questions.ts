import { concernsOf } from '../../agree/concerns';
import type { DecisionHistory } from '../../agree/decision-history';
import { lastRequests } from '../../facts/decided/consulting';
import { isOnItsWay, lastSteps } from '../../facts/decided/sending';
import { isSamePerson, type Person } from '../../facts/things/person';
import { presentAt } from '../../judge/questions/there';
import { DAY, type Instant } from '../../time/time';
import type { CatchUpKnown, CaughtUp } from './caught-up';
import { meetingsWith } from './meetings-with';

type Question = Extract<CaughtUp, { kind: 'question' }>;

/**
 * Decisions that wait for this person (12.1): not while a meeting with them comes first (13.3), and none that had its mail
 * after the asking (12.4), or has it on its way (13.1).
 */
export function waitingQuestions(known: CatchUpKnown, person: Person, now: Instant): readonly Question[] {
  const { missed, isSoon } = meetingsWith(known.lineages, person, now);
  return known.histories
    .filter(({ standing }) => standing !== 'decided' && standing !== 'held' && standing !== 'superseded')
    .flatMap((history): readonly Question[] => {
      const mail = waitsFor(known, history, person);
      if (mail === null || mail === 'under-way') return [];
      const since = mail === 'none' ? openSince(history) : mail.askedAt;
      if (wasMailedSince(known, history, person, since)) return [];
      const wasNotReached = missed.some((at) => at >= since);
      const stands = wasNotReached || (mail === 'none' && !isSoon(DAY));
      return stands ? [{ kind: 'question', history, deadline: mail === 'none' ? null : mail.deadline }] : [];
    });
}

interface Asked {
  readonly askedAt: Instant;
  readonly deadline: Instant;
}

/** How they were asked, where it waits for them; null where it does not, or where they answered. */
function waitsFor(
  { owner, agreements, lineages, requests }: CatchUpKnown,
  history: DecisionHistory,
  person: Person,
): Asked | 'none' | 'under-way' | null {
  const isTheirs = (one: { readonly person: Person }): boolean => isSamePerson(one.person, person);
  const { decision, asked, answers, replies } = history;
  const home = lineages
    .flatMap(({ occurrences }) => occurrences)
    .find(({ key }) => key === decision.occurrence);
  const there = home === undefined ? [] : presentAt(home);
  const concern = concernsOf({ decision, history, there }, agreements, owner).find(isTheirs);
  const last = asked.findLast(({ request }) => isTheirs(request));
  if (concern === undefined && last === undefined) return null;
  // Who opened it again has said what they think: it is the owner's turn.
  const { reopenedBy } = history;
  if (reopenedBy?.kind === 'answer' && isTheirs(reopenedBy) && last === undefined) return null;
  if (concern?.ahead === 'clear' || concern?.ahead === 'on-silence' || replies.some(isTheirs)) return null;
  const answer = answers.findLast(isTheirs);
  // *Let's talk* leaves it open; any other word is an answer, unless they were asked again after it.
  const isAnswered = answer !== undefined && answer.said !== 'talk';
  if (isAnswered && (last === undefined || last.standing === 'answered')) return null;
  const isUnderWay = lastRequests(requests).some(
    (one) => one.step === 'sending' && one.decision === decision.id && isTheirs(one),
  );
  return isUnderWay ? 'under-way' : (last?.request ?? 'none');
}

/** Since it was written down, or opened again. */
const openSince = ({ decision, reopenedBy }: DecisionHistory): Instant =>
  Math.max(decision.recordedAt, reopenedBy?.at ?? decision.recordedAt);

const wasMailedSince = (
  { recaps }: CatchUpKnown,
  { decision }: DecisionHistory,
  person: Person,
  since: Instant,
): boolean =>
  lastSteps(recaps).some(
    ({ step, questions = [], to, sentAt, recordedAt }) =>
      questions.includes(decision.id) &&
      isOnItsWay({ step }) &&
      (step === 'sending' || (sentAt ?? recordedAt) >= since) &&
      to.some((one) => isSamePerson(one, person)),
  );
