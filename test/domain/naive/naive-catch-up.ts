import type { Fact } from '../../../src/domain/facts/log/fact';
import { isCancelled, isHeld, isNotHeld } from '../../../src/domain/facts/things/outcomes';
import { isSamePerson, type Person } from '../../../src/domain/facts/things/person';
import type { JudgedOccurrence } from '../../../src/domain/judge/judged/judged';
import { DAY, type Instant } from '../../../src/domain/time/time';
import { naivePoints } from './naive-points';

type Of<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;

const of = <Kind extends Fact['kind']>(facts: readonly Fact[], kind: Kind) =>
  facts.filter((fact): fact is Of<Kind> => fact.kind === kind);

/** How this person was in it: there, there for a part, missed, or nothing that can be said. */
function was(one: JudgedOccurrence, person: Person): 'there' | 'in part' | 'missed' | 'unknown' {
  const outcome = one.people.find((other) => isSamePerson(other.person, person))?.outcome ?? null;
  if (isHeld(one.outcome)) {
    if (outcome === 'present-part') return one.oneToOne ? 'there' : 'in part';
    if (outcome === 'present') return 'there';
    return outcome === 'not-present-no-message' ? 'missed' : 'unknown';
  }
  return isCancelled(one.outcome) || isNotHeld(one.outcome) ? 'missed' : 'unknown';
}

/** The last step of each mail to them. */
function mailsTo(facts: readonly Fact[], person: Person) {
  const last = new Map<string, Of<'recap'> | Of<'catch-up'>>();
  for (const mail of facts)
    if (
      (mail.kind === 'recap' || mail.kind === 'catch-up') &&
      mail.to.some((one) => isSamePerson(one, person))
    )
      last.set(`${mail.mailKey} ${mail.series}`, mail);
  return [...last.values()];
}

/** A decision at the end of what happened to it, one thing after the other. */
function walk(decision: Of<'decision'>, facts: readonly Fact[], person: Person) {
  // In the order saved, whenever the meeting began in which it was (10.2).
  const events = [...of(facts, 'answer'), ...of(facts, 'decision-step'), ...of(facts, 'input-request')]
    .filter((one) => one.decision === decision.id)
    .sort((a, b) => a.recordedAt - b.recordedAt);
  let state: 'open' | 'decided' | 'held' | 'superseded' = decision.proposed === true ? 'open' : 'decided';
  let [decidedAt, since] = [decision.decidedAt, null as Instant | null];
  let place: string | null = decision.occurrence;
  const places: (string | null)[] = [decision.occurrence];
  let by: string | null = null;
  let openSince = decision.recordedAt;
  let isTheirDoing = false;
  let wasOpened = false;
  let round: (Of<'answer'> | Of<'input-request'>)[] = [];
  const reopen = (at: Instant, theirs: boolean) => {
    [state, round, isTheirDoing, by, wasOpened] = ['open', [], theirs, null, true];
    openSince = Math.max(decision.recordedAt, at);
  };
  for (const one of events) {
    if (one.kind === 'decision-step') {
      places.push(one.occurrence ?? null);
      if (one.step === 'reopened') reopen(one.at, false);
      else {
        state = one.step;
        if (one.step === 'decided')
          [decidedAt, since, place] = [one.at, one.recordedAt, one.occurrence ?? null];
        if (one.step === 'superseded') by = one.by ?? null;
      }
    } else if (one.kind === 'input-request' && one.step === 'sending') continue;
    else if (one.kind === 'answer' && one.said === 'problem' && state === 'decided')
      reopen(one.at, isSamePerson(one.person, person));
    else {
      round.push(one);
      if (state === 'held') state = 'open';
    }
  }
  const theirs = round.filter((one) => isSamePerson(one.person, person));
  return { state, decidedAt, since, place, places, by, openSince, wasOpened, isTheirDoing, theirs };
}

export interface NaiveWorld {
  readonly facts: readonly Fact[];
  /** Each with its series; `daily` is a one-to-one, and this person is needed everywhere. */
  readonly occurrences: readonly JudgedOccurrence[];
  /** What is agreed with them, by topic. */
  readonly levels: Readonly<Record<string, 'leaf' | 'branch' | 'trunk' | 'root'>>;
}

/** The points among it: of this person, and of the one-to-one, however they were raised. */
function pointLines(
  facts: readonly Fact[],
  occurrences: readonly JudgedOccurrence[],
  mails: ReturnType<typeof mailsTo>,
  person: Person,
  now: Instant,
) {
  const standing = naivePoints(facts);
  return of(facts, 'point').flatMap((point) => {
    const isTheirs = point.person === null ? point.series === 'daily' : isSamePerson(point.person, person);
    if (!isTheirs || !standing[point.id]?.endsWith(' open')) return [];
    const reached = mails.filter(({ step }) => step !== 'taken-back' && step !== 'refused');
    if (reached.some(({ points = [] }) => points.includes(point.id))) return [];
    const before = new Map<string, Of<'point-mail'>>();
    for (const mail of of(facts, 'point-mail'))
      if (mail.points.includes(point.id)) before.set(mail.mailKey, mail);
    const last = [...before.values()].filter(({ step }) => step === 'sending' || step === 'sent').at(-1);
    if (last?.step === 'sending') return [];
    const since = last?.sentAt ?? point.raisedAt;
    const notYet =
      of(facts, 'point-step')
        .filter((one) => one.point === point.id)
        .sort((a, b) => a.at - b.at)
        .at(-1)?.step === 'not-yet';
    const next = (days: number, inSeries: string | null) =>
      occurrences.some(
        ({ outcome, effective, series }) =>
          outcome === 'upcoming' &&
          effective.start > now &&
          effective.start - now <= days * DAY &&
          (inSeries === null || series === inSeries),
      );
    const waits = next(1, null) || (notYet ? next(8, null) : point.person === null && next(8, 'daily'));
    const missedOne = occurrences.some(
      (one) => one.effective.end <= now && one.effective.start >= since && was(one, person) === 'missed',
    );
    if (!missedOne && (last !== undefined || waits)) return [];
    const say = `point ${point.id}`;
    const order =
      point.sort === 'question'
        ? [0, Number.POSITIVE_INFINITY, point.number, 1]
        : [1, -point.raisedAt, point.number, 1];
    return [{ say, order }];
  });
}

/** 13.1: a mail that came back told nobody, and asked nobody: as if it had never been written. */
function withoutReturned(facts: readonly Fact[]): readonly Fact[] {
  const back = facts.flatMap((fact) => ('step' in fact && fact.step === 'came-back' ? [fact.mailKey] : []));
  return facts.filter((fact) => !('mailKey' in fact && back.includes(fact.mailKey)));
}

/** 13.3 in plain steps: questions by deadline, then what was decided, the newest first. */
export function naiveCatchUp(
  { facts: all, occurrences, levels }: NaiveWorld,
  person: Person,
  now: Instant,
): readonly string[] {
  const facts = withoutReturned(all);
  const mails = mailsTo(facts, person);
  const went = mails.filter(({ step }) => step === 'sent' || step === 'unverified' || step === 'by-hand');
  const courses = of(facts, 'decision').map((decision) => ({ decision, ...walk(decision, facts, person) }));
  const wasIn = (place: string | null) => {
    const home = occurrences.find(({ key }) => key === place);
    return home === undefined ? 'unknown' : was(home, person);
  };
  const knew = ({ decision, places }: (typeof courses)[number]): boolean =>
    places.some((place) => ['there', 'in part'].includes(wasIn(place))) ||
    went.some(({ decisions }) => decisions.includes(decision.id)) ||
    of(facts, 'answer').some((one) => one.decision === decision.id && isSamePerson(one.person, person));
  const replaces = (id: string, seen: readonly string[] = []): boolean =>
    courses.some(
      (one) =>
        one.by === id &&
        !seen.includes(one.decision.id) &&
        (knew(one) || replaces(one.decision.id, [...seen, id])),
    );
  const lines: { readonly say: string; readonly order: readonly number[] }[] = [];
  for (const { decision, state, decidedAt, since, place, places, ...course } of courses) {
    const { openSince, wasOpened, isTheirDoing, theirs } = course;
    const askings = theirs.filter((one) => one.kind === 'input-request');
    const answers = theirs.filter((one) => one.kind === 'answer');
    const last = askings.at(-1);
    const level = levels[decision.topic];
    if (state === 'decided') {
      if (decidedAt <= now - 90 * DAY) continue;
      if (mails.some((one) => one.step === 'sending' && one.decisions.includes(decision.id))) continue;
      // Being there tells of the state that it got there; having missed any of them makes it news (13.1, 13.2).
      const wasThere = wasIn(place) === 'there';
      const earlier = places.map(wasIn);
      const before = went.filter((one) => one.decisions.includes(decision.id));
      const isNow = (one: (typeof went)[number]) =>
        since === null || Math.max(one.sentAt ?? 0, one.recordedAt) >= since;
      const should =
        [...decision.informed, decision.accountable].some((one) => isSamePerson(one, person)) ||
        (level !== undefined && level !== 'leaf') ||
        askings.length > 0 ||
        earlier.includes('missed') ||
        earlier.includes('in part') ||
        decision.occurrence === null ||
        (since !== null && (earlier.includes('there') || before.some((one) => !isNow(one)))) ||
        decision.reach === 'large' ||
        replaces(decision.id);
      const told =
        wasThere ||
        before.some(isNow) ||
        answers.some(({ at, said }) => {
          if (since === null) return true;
          if (at <= since) return said === 'ok';
          const mailed = [
            ...askings.map(({ askedAt }) => askedAt),
            ...before.map((one) => one.sentAt ?? one.recordedAt),
          ].filter((when) => when <= at);
          return mailed.length === 0 || Math.max(...mailed) >= since;
        });
      if (should && !told)
        lines.push({ say: `decided ${decision.id}`, order: [1, -decidedAt, decision.number, 0] });
      continue;
    }
    if (state !== 'open') continue;
    const isToBeHeard = level === 'trunk' || level === 'root';
    if (!isToBeHeard && last === undefined) continue;
    if (isTheirDoing && last === undefined) continue;
    const answer = answers.at(-1);
    const isAnswered = answer !== undefined && (last === undefined || answer.at >= last.askedAt);
    if (isAnswered && answer.said !== 'talk') continue;
    // They were there, where it is written down: that is having heard it, until it is opened again or asked about.
    if (last === undefined && answer === undefined && wasIn(decision.occurrence) === 'there' && !wasOpened)
      continue;
    const isSilent = last !== undefined && last.deadline <= now && !isAnswered;
    if (isToBeHeard && isSilent && last.silence === 'go-ahead' && level !== 'root') continue;
    const under = of(facts, 'input-request').filter(
      (one) => one.decision === decision.id && isSamePerson(one.person, person) && one.step === 'sending',
    );
    if (under.length > 0) continue;
    const from = last?.askedAt ?? openSince;
    const isAsked = (one: (typeof mails)[number]) => one.questions?.includes(decision.id) === true;
    if (mails.some((one) => one.step === 'sending' && isAsked(one))) continue;
    if (went.some((one) => isAsked(one) && (one.sentAt ?? one.recordedAt) >= from)) continue;
    const missedOne = occurrences.some(
      (one) => one.effective.end <= now && one.effective.start >= from && was(one, person) === 'missed',
    );
    const isSoon = occurrences.some(
      ({ outcome, effective }) =>
        outcome === 'upcoming' && effective.start > now && effective.start - now <= DAY,
    );
    if (missedOne || (last === undefined && !isSoon))
      lines.push({
        say: `question ${decision.id}`,
        order: [0, last?.deadline ?? Number.POSITIVE_INFINITY, decision.number, 0],
      });
  }
  lines.push(...pointLines(facts, occurrences, mails, person, now));
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((one, index) => one !== b[index]);
    return at === -1 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
  };
  return lines.sort((a, b) => compare(a.order, b.order)).map(({ say }) => say);
}
