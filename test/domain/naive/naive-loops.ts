import type { Fact } from '../../../src/domain/facts/log/fact';
import { isCancelled, isHeld, isNotHeld } from '../../../src/domain/facts/things/outcomes';
import type { JudgedOccurrence } from '../../../src/domain/judge/judged/judged';
import { DAY, type Instant } from '../../../src/domain/time/time';
import { naivePoints } from './naive-points';
import { naivePromises } from './naive-promises';

type Of<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;

const of = <Kind extends Fact['kind']>(facts: readonly Fact[], kind: Kind) =>
  facts.filter((fact): fact is Of<Kind> => fact.kind === kind);

/** How a decision stands, by one walk over what happened to it. */
function walk(decision: Of<'decision'>, facts: readonly Fact[]) {
  const events = [...of(facts, 'answer'), ...of(facts, 'decision-step'), ...of(facts, 'input-request')]
    .filter((one) => one.decision === decision.id)
    .map((one) => ({ one, at: one.kind === 'input-request' ? one.askedAt : one.at }))
    .sort((a, b) => a.at - b.at || (a.one.id < b.one.id ? -1 : 1));
  let state: 'open' | 'decided' | 'held' | 'superseded' = decision.proposed ? 'open' : 'decided';
  let decidedAt = decision.decidedAt;
  let against: Of<'answer'> | null = null;
  let asked: Of<'input-request'> | null = null;
  let since: Instant | null = null;
  let round: (Of<'answer'> | Of<'input-request'>)[] = [];
  for (const { one, at } of events) {
    if (one.kind === 'decision-step') {
      if (one.step === 'reopened') [state, asked, round] = ['open', null, []];
      else {
        state = one.step;
        against = null;
        if (one.step === 'decided') [decidedAt, since] = [at, at];
      }
    } else if (one.kind === 'input-request') {
      asked = one;
      round.push(one);
      if (state === 'held') state = 'open';
    } else {
      against = one.said === 'ok' ? null : one;
      if (one.said === 'problem' && state === 'decided') [state, asked, round] = ['open', null, []];
      else {
        round.push(one);
        asked = null;
      }
      if (state === 'held') state = 'open';
    }
  }
  return { state, decidedAt, against, asked, since, round };
}

/**
 * 14.1 in plain steps, of one-to-ones with one person, one mail for each occurrence, and nothing taken back: every
 * line as its kind with what it holds, in its order.
 */
export function naiveLoops(
  facts: readonly Fact[],
  occurrences: readonly JudgedOccurrence[],
  now: Instant,
): readonly string[] {
  const lines: { kind: string; at: number; held: string[] }[] = [];
  const line = (kind: string, at: number, ...held: string[]) => lines.push({ kind, at, held });
  const decisions = of(facts, 'decision').map((decision) => ({ decision, ...walk(decision, facts) }));
  const mails = new Map<string, Of<'recap'>>();
  for (const mail of of(facts, 'recap')) mails.set(mail.occurrence, mail);
  const covered = new Set<string>();
  for (const mail of mails.values()) {
    const refused = mail.step === 'refused' && mail.recordedAt + 14 * DAY > now;
    if (mail.step !== 'sending' && !refused) continue;
    line('sending', mail.recordedAt, mail.mailKey);
    for (const id of mail.decisions) covered.add(id);
  }
  const objected = new Set<string>();
  for (const { decision, against } of decisions) {
    if (against === null) continue;
    line('objection', against.at, against.id);
    objected.add(decision.id);
  }
  for (const one of occurrences) {
    const { end, start } = one.effective;
    const isOpen = one.outcome === 'not-recorded' || one.outcome === 'upcoming';
    if (isOpen && end <= now && end > now - 14 * DAY) line('unrecorded', start, one.key);
  }
  for (const { state, asked } of decisions)
    if (state === 'open' && asked !== null && asked.deadline <= now)
      line('no-answer', asked.deadline, asked.mailKey);
  const untold = decisions.filter(({ decision, state, since, round }) => {
    if (state !== 'decided' || objected.has(decision.id) || covered.has(decision.id)) return false;
    const told = [...mails.values()].filter((mail) => mail.decisions.includes(decision.id));
    const isNow = (at: Instant) => since === null || at >= since;
    const arrived = told.filter(({ step }) => step === 'sent');
    if (told.some(({ step }) => step === 'sending')) return false;
    if (arrived.some(({ recordedAt }) => isNow(recordedAt))) return false;
    const askings = round.filter((one) => one.kind === 'input-request');
    const answers = round.filter((one) => one.kind === 'answer');
    const isAboutNow = ({ at, said }: Of<'answer'>) => {
      if (since === null) return true;
      if (at <= since) return said === 'ok';
      const mailed = [
        ...askings.map(({ askedAt }) => askedAt),
        ...arrived.map(({ recordedAt }) => recordedAt),
      ].filter((when) => when <= at);
      return mailed.length === 0 || Math.max(...mailed) >= since;
    };
    if (answers.some(isAboutNow)) return false;
    const home = occurrences.findIndex(({ key }) => key === decision.occurrence);
    const isMissed = ({ outcome }: JudgedOccurrence) => isCancelled(outcome) || isNotHeld(outcome);
    // 13.2: who missed it, was asked, or knew an earlier state of it. What no recap can hold is owed at once (13.5).
    const [place] = occurrences.slice(home, home + 1);
    if (since === null && place !== undefined && isHeld(place.outcome)) return false;
    const knew = since !== null && place !== undefined && isHeld(place.outcome);
    return (place !== undefined && isMissed(place)) || askings.length > 0 || arrived.length > 0 || knew;
  });
  if (untold.length > 0)
    line(
      'to-tell',
      Math.max(...untold.map(({ decidedAt }) => decidedAt)),
      ...untold.map(({ decision }) => decision.id),
    );
  const standing = naivePoints(facts);
  const raised = of(facts, 'point').filter(({ id }) => standing[id]?.endsWith(' open'));
  const inSync = new Set<string>();
  for (const one of occurrences) {
    const isToday = Math.floor(one.effective.start / DAY) === Math.floor(now / DAY);
    if (one.outcome !== 'upcoming' || !isToday || one.effective.end <= now || raised.length === 0) continue;
    line('sync', -one.effective.start, ...raised.map(({ id }) => `${one.key} ${id}`));
    for (const { id } of raised) inSync.add(id);
  }
  // The last that was held asks, of what was raised before it was over.
  const met = occurrences.filter(({ outcome }) => isHeld(outcome)).pop();
  if (met !== undefined && met.effective.end <= now) {
    const asked = raised.filter(
      ({ id, raisedAt }) =>
        raisedAt <= met.effective.end &&
        !inSync.has(id) &&
        !of(facts, 'point-step').some((one) => one.point === id && one.occurrence === met.key),
    );
    if (asked.length > 0)
      line('talked-about', met.effective.start, ...asked.map(({ id }) => `${met.key} ${id}`));
  }
  for (const { decision, state, decidedAt } of decisions) {
    const day = Date.parse(`${decision.revisitOn ?? '9999-01-01'}T00:00Z`);
    if (state === 'decided' && day <= now && decidedAt < day && !objected.has(decision.id))
      line('look-again', -day, decision.id);
  }
  for (const [id, standing] of Object.entries(naivePromises(facts))) {
    const [state, by = ''] = standing.split(' ');
    const day = Date.parse(`${by}T00:00Z`);
    if (state === 'open' && day <= now) line('promise', -day, `${id} ${by}`);
  }
  const order = [
    'sending',
    'objection',
    'unrecorded',
    'no-answer',
    'to-tell',
    'sync',
    'talked-about',
    'look-again',
  ];
  // Decisions to look at again and promises stand among each other, the soonest first.
  const placeOf = (kind: string) => order.indexOf(kind === 'promise' ? 'look-again' : kind);
  return lines
    .filter(({ kind, held }) => {
      const returns = kind === 'sending' || kind === 'objection';
      return !held.every((id) => {
        const nights = of(facts, 'put-off').filter((one) => one.loop === kind && one.held.includes(id));
        const ends = new Set(nights.map(({ until }) => until));
        return [...ends].some((until) => until > now) || (!returns && ends.size >= 2);
      });
    })
    .sort((a, b) => placeOf(a.kind) - placeOf(b.kind) || b.at - a.at)
    .map(({ kind, held }) => `${kind} ${[...held].sort().join('+')}`);
}
