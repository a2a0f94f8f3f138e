import type { Point, PointMail, PointStep } from '../../../src/domain/facts/decided/point';
import type { Fact } from '../../../src/domain/facts/log/fact';

/**
 * 12.1 in plain steps: what each point is called, and how it stands, as `P-001b open`. Of undos of entries that were not
 * undone themselves, and of clocks that were right.
 */
export function naivePoints(facts: readonly Fact[]): Readonly<Record<string, string>> {
  const undone = facts.flatMap((fact) => (fact.kind === 'undo' ? [fact.of] : []));
  const points = facts
    .filter((fact): fact is Point => fact.kind === 'point')
    .sort((a, b) => a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1));
  const mails = lastOfEach(
    facts
      .filter((fact) => !undone.includes(fact.id))
      .flatMap((fact): readonly Mail[] => {
        if (fact.kind === 'point-mail') return [fact];
        if (fact.kind !== 'recap' && fact.kind !== 'catch-up') return [];
        const { points: told = [], pointsCalled = [] } = fact;
        return [{ ...fact, points: told, called: pointsCalled, occurrence: fact.occurrence ?? fact.series }];
      }),
  ).filter(({ step }) => step !== 'taken-back' && step !== 'refused');
  const names: Record<string, string> = {};
  for (const mail of mails)
    mail.points.forEach((id, at) => {
      const one = points.find((candidate) => candidate.id === id);
      const name = mail.called[at];
      const isIts =
        name !== undefined && one !== undefined && new RegExp(`^P-00${one.number}[a-z]*$`).test(name);
      if (isIts && names[id] === undefined) names[id] = name;
    });
  for (const one of points) {
    if (names[one.id] !== undefined) continue;
    const alike = points.filter(({ number }) => number === one.number);
    const isTaken = (name: string) => alike.some(({ id }) => names[id] === name);
    names[one.id] = ['', ...'bcdefghijklmnopqrstuvwxyz']
      .map((letter) => `P-00${one.number}${letter}`)
      .find((name) => !isTaken(name)) as string;
  }
  const standing: Record<string, string> = {};
  for (const one of points) {
    if (undone.includes(one.id)) continue;
    const steps = facts
      .filter((fact): fact is PointStep => fact.kind === 'point-step' && fact.point === one.id)
      .filter(({ id }) => !undone.includes(id))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    let state = 'open';
    const went = mails.filter(
      ({ step, points: told }) => step !== 'sending' && step !== 'came-back' && told.includes(one.id),
    );
    const theirs = one.person?.key;
    if (
      one.sort === 'news' &&
      theirs !== undefined &&
      went.some(({ to }) => to.some(({ key }) => key === theirs))
    )
      state = 'told';
    for (const step of steps) {
      if (step.step === 'not-yet') continue;
      if (step.step === 'talked-about') {
        const ofThere = steps.filter(
          (other) =>
            other.occurrence === step.occurrence &&
            (other.step === 'talked-about' || other.step === 'not-yet'),
        );
        if (ofThere[ofThere.length - 1] !== step) continue;
      }
      state = step.step;
    }
    standing[one.id] = `${names[one.id]} ${state}`;
  }
  return standing;
}

interface Mail extends Pick<PointMail, 'id' | 'mailKey' | 'points' | 'called' | 'to'> {
  readonly occurrence: string | null;
  readonly step: PointMail['step'] | 'by-hand';
}

function lastOfEach(mails: readonly Mail[]): readonly Mail[] {
  const sorted = [...mails].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.filter(
    (mail, at) =>
      !sorted
        .slice(at + 1)
        .some((later) => later.mailKey === mail.mailKey && later.occurrence === mail.occurrence),
  );
}
