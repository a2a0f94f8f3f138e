import { agreedWith, agreementViews } from '../agree/agreed';
import { lookAgainFrom } from '../agree/badges';
import type { DecisionHistory } from '../agree/decision-history';
import { openReplies } from '../agree/mail-replies';
import { openObjections } from '../agree/objections';
import { whereaboutsOf } from '../agree/whereabouts';
import { amongPeople } from '../facts/things/people';
import { isSamePerson } from '../facts/things/person';
import { askedAgainFrom, couldBeAskedAgain } from '../points/once-more';
import { openPoints } from '../points/point-history';
import { askedAfter } from '../points/talked-about';
import { canBeTicked } from '../tell/recipients';
import { ALWAYS, aboutDecision, aboutPoint, holding, type Matter } from './loop';
import { type LoopSource, saidThere } from './loop-source';

/** What a line about one decision says of it. */
const ofDecision = (
  { decision: { id, number, text, series } }: DecisionHistory,
  { lineage }: LoopSource,
) => ({
  ...{ series, occurrence: null, title: lineage?.title ?? '', span: null, until: null },
  decisions: [{ id, number, text }],
});

/** 14.1 (2): somebody sees a problem or wants to talk. */
export const objections = (known: LoopSource): readonly Matter[] =>
  known.histories.flatMap((history): readonly Matter[] => {
    const open = openObjections(history);
    if (open.length === 0) return [];
    const { id } = history.decision;
    return [
      {
        ...{ kind: 'objection', ...ofDecision(history, known), from: ALWAYS },
        at: Math.max(...open.map(({ at }) => at)),
        people: open.map(({ person }) => person),
        said: open.some(({ said }) => said === 'problem') ? 'problem' : 'talk',
        holds: open.map((one) => holding(one.id, aboutDecision(id))),
      },
    ];
  });

/** 14.1 (3): a reply to be read. */
export const replies = (known: LoopSource): readonly Matter[] => {
  const { facts, histories, lineage, points: raised } = known;
  return saidThere(known, openReplies(facts)).map(({ series, person, at, mail, decisions, points }) => ({
    ...{ kind: 'reply', series, occurrence: null, title: lineage?.title ?? '', span: null, at },
    ...{ from: ALWAYS, until: null, people: [person], holds: [holding(mail)] },
    decisions: histories.flatMap(({ decision: { id, number, text } }) =>
      decisions.includes(id) ? [{ id, number, text }] : [],
    ),
    ...(points === undefined
      ? {}
      : { points: raised.flatMap(({ point, name }) => (points.includes(point.id) ? [name] : [])) }),
  }));
};

/** 14.1 (5): a question whose deadline has passed; of one that was asked again, the last time. */
export const unanswered = (known: LoopSource): readonly Matter[] => [...askedOf(known), ...raisedOf(known)];

/**
 * A question that went by mail, from when it can be asked once more (12.4); not once they wrote back, nor where it is asked
 * whether it was talked about (12.3).
 */
function raisedOf({ points, facts, owner, lineage }: LoopSource): readonly Matter[] {
  const met = new Set(
    lineage === null ? [] : lineage.occurrences.flatMap((one) => askedAfter(lineage, one, points)),
  );
  const asked = openPoints(points).filter((one) => !met.has(one));
  if (asked.length === 0) return [];
  const agreed = agreementViews(facts);
  return asked.flatMap((history): readonly Matter[] => {
    const { point, name, replies, steps } = history;
    const wrote = amongPeople([...replies.map((one) => one.person), ...steps.flatMap(({ by }) => by ?? [])]);
    return couldBeAskedAgain(history).flatMap((person): readonly Matter[] => {
      if (!canBeTicked(person, owner) || wrote(person)) return [];
      const zone = agreedWith(agreed, person)?.zone ?? null;
      const { week } = whereaboutsOf(person, facts, { zone, ownerZone: owner.zone });
      const from = askedAgainFrom(history, person, week);
      if (from === null) return [];
      return [
        {
          ...{ kind: 'no-answer', series: point.series, occurrence: null, title: lineage?.title ?? '' },
          ...{ span: null, from, at: from, until: null, people: [person], decisions: [], points: [name] },
          holds: [holding(`${point.id} ${person.key}`, aboutPoint(point.id))],
        },
      ];
    });
  });
}

const askedOf = (known: LoopSource): readonly Matter[] =>
  known.histories
    .filter(({ standing }) => standing !== 'decided' && standing !== 'held' && standing !== 'superseded')
    .flatMap((history) => {
      const { asked } = history;
      const last = asked.filter(
        ({ request }, at) =>
          !asked.slice(at + 1).some((later) => isSamePerson(later.request.person, request.person)),
      );
      return last
        .filter(({ standing }) => standing === 'no-reply')
        .map(
          ({ request: { mailKey, deadline, person } }): Matter => ({
            ...{ kind: 'no-answer', ...ofDecision(history, known), people: [person] },
            ...{ from: deadline, at: deadline, holds: [holding(mailKey)] },
          }),
        );
    });

/** 14.1 (8): a decision to look at again, from that day on, until it was decided anew. */
export const toLookAtAgain = (known: LoopSource): readonly Matter[] =>
  known.histories.flatMap((history): readonly Matter[] => {
    const { decision } = history;
    const from = lookAgainFrom(history, known.owner.zone);
    if (from === null) return [];
    return [
      {
        ...{ kind: 'look-again', ...ofDecision(history, known), people: [] },
        ...{ from, at: from, holds: [{ id: decision.id, takes: [], yields: [aboutDecision(decision.id)] }] },
      },
    ];
  });
