import type { Telling } from '../facts/decided/catch-up-entry';
import { lettersOf } from '../facts/decided/decision';
import type { Point, PointMail } from '../facts/decided/point';
import { isOnItsWay, lastSteps } from '../facts/decided/sending';
import { grouped } from '../sorting';

/** P-001, or P-001b of another one with that number. */
const nameWith = (number: number, twin: string): string => `P-${String(number).padStart(3, '0')}${twin}`;

/** Mails that went, or may have gone: somebody may know the point by what they called it. */
export const mailsOnTheirWay = <Mail extends PointMail | Telling>(mails: readonly Mail[]): readonly Mail[] =>
  lastSteps(mails).filter(isOnItsWay);

/** A mail that may have told somebody what a point is called. */
export type NamingMail = Pick<PointMail, 'id' | 'points' | 'called'>;

/** One that came back keeps the name that it gave. */
const naming = <Mail extends PointMail | Telling>(mails: readonly Mail[]): readonly Mail[] =>
  lastSteps(mails).filter((one) => isOnItsWay(one) || one.step === 'came-back');

export const namingMails = (mails: readonly PointMail[], told: readonly Telling[]): readonly NamingMail[] => [
  ...naming(mails),
  ...naming(told).map(({ id, points = [], pointsCalled = [] }) => ({
    ...{ id, points, called: pointsCalled },
  })),
];

/**
 * What each point is called (12.1). Machines that cannot hear of each other give one number twice: the later one, by time,
 * then id, has a letter behind it. A name that was mailed never changes: where both were mailed as one, both keep it.
 * `points`: all of the log, those that were taken back too, so that a name never goes over to another one.
 */
export function pointNames(
  points: readonly Point[],
  mails: readonly NamingMail[],
): ReadonlyMap<string, string> {
  const mailed = mailedNames(points, mails);
  const names = new Map<string, string>();
  const byNumber = grouped([...points].sort(byTime), ({ number }) => [number]);
  for (const [number, alike] of byNumber) {
    const taken = new Set(alike.flatMap(({ id }) => mailed.get(id) ?? []));
    let at = 0;
    // A file can hold any number of them: one after the other, and none deeper than another.
    const free = (): string => {
      for (;;) {
        const name = nameWith(number, at === 0 ? '' : lettersOf(at));
        at += 1;
        if (!taken.has(name)) return name;
      }
    };
    for (const { id } of alike) names.set(id, mailed.get(id) ?? free());
  }
  return names;
}

const byTime = (a: Point, b: Point): number => a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1);

/** As the first mail called them. A name of another number is none of ours. */
function mailedNames(points: readonly Point[], mails: readonly NamingMail[]): ReadonlyMap<string, string> {
  const numbers = new Map(points.map(({ id, number }) => [id, number]));
  const names = new Map<string, string>();
  for (const { points: told, called } of [...mails].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const [at, id] of told.entries()) {
      const name = called[at];
      const number = numbers.get(id);
      if (name === undefined || number === undefined || names.has(id)) continue;
      const plain = nameWith(number, '');
      if (name.slice(0, plain.length) === plain && /^[a-z]*$/.test(name.slice(plain.length)))
        names.set(id, name);
    }
  }
  return names;
}
