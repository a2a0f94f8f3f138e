import type { TheirRhythm } from '../facts/entered/rhythm';
import { isSamePerson, type Person } from '../facts/things/person';
import { dueMoment } from '../tell/catch-up/due-moment';
import type { WeekOfWork } from '../time/working-days';
import type { Matter } from './loop';

/** Somebody who hears in a rhythm of their own, and when they work. */
export interface Paced {
  readonly person: Person;
  readonly pace: TheirRhythm;
  readonly week: WeekOfWork;
}

/**
 * 13.5: what such a person is to be told is owed from the moment in their rhythm that follows it, each by itself, and dealt
 * with on their page: no recap ticks them. Of everybody else nothing changes.
 */
export function inRhythm(matters: readonly Matter[], paced: readonly Paced[]): readonly Matter[] {
  if (paced.length === 0) return matters;
  return matters.flatMap((matter): readonly Matter[] => {
    const [person] = matter.people;
    const theirs =
      matter.kind === 'to-tell' && person !== undefined
        ? paced.find((one) => isSamePerson(one.person, person))
        : undefined;
    if (theirs === undefined) return [matter];
    return matter.holds.map((held) => {
      const at = held.at ?? matter.at;
      const due = held.needsThem === true ? at : dueMoment(theirs.pace, at, theirs.week);
      const decisions = matter.decisions.filter(({ id }) => id === held.id);
      return {
        ...matter,
        ...{ occurrence: null, at, from: Math.max(matter.from, due), decisions, holds: [held] },
      };
    });
  });
}
