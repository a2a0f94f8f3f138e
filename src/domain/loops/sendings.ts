import type { Telling } from '../facts/decided/catch-up-entry';
import { type InputRequest, lastRequests } from '../facts/decided/consulting';
import type { PointMail } from '../facts/decided/point';
import { isOnItsWay, lastSteps, recapState } from '../facts/decided/sending';
import { takenBack } from '../facts/log/standing';
import { amongPeople } from '../facts/things/people';
import { isSamePerson, type Person } from '../facts/things/person';
import { DAY, type Span } from '../time/time';
import { holding, type Matter, telling } from './loop';
import { type LoopSource, saidThere } from './loop-source';

/** A mail that did not go so long ago is no news; what it was to tell is owed by itself. */
const REFUSED_FOR = 14 * DAY;

/** 14.1 (1), as far as the log tells: a mail of which it is not known that it went, or that did not go. */
export function sendings(known: LoopSource): readonly Matter[] {
  const { recaps, facts } = known;
  const back = takenBack(facts);
  const standing = facts.filter(({ id }) => !back.has(id));
  const states = recapState(recaps);
  const last = lastSteps(recaps);
  const before = lastSteps(standing.filter((fact) => fact.kind === 'point-mail'));
  const isToldSince = createToldSince(known, [...before, ...last]);
  const mails = saidThere<Telling>(known, last)
    .filter(
      (one) =>
        one.step === 'sending' ||
        (one.step === 'came-back' && !isToldSince(one)) ||
        (one.step === 'refused' && (one.kind === 'catch-up' || states.get(one.occurrence) === one)),
    )
    .flatMap((one) => ofMail(known, one, one.to, [...one.decisions, ...(one.questions ?? [])]));
  const asked = lastRequests(
    saidThere<InputRequest>(
      known,
      standing.filter((fact) => fact.kind === 'input-request'),
    ),
  );
  const askings = asked.flatMap((one, at) =>
    asked.slice(at + 1).some((later) => isAgain(one, later))
      ? []
      : ofMail(known, one, [one.person], [one.decision]),
  );
  const raised = saidThere<PointMail>(known, before)
    .filter((one) => one.step !== 'came-back' || !isToldSince(one))
    // With the sync before which it went: after that nothing is sent there any more.
    .flatMap((one) =>
      ofMail(known, one, one.to, []).map((matter) => ({ ...matter, span: spanOf(known, one) })),
    );
  return [...mails, ...askings, ...raised];
}

/**
 * Of a mail that came back: what it held of this meeting went to its reader since, was told them by hand, or is on its way
 * (14.1). What it held besides is owed where it belongs. Of one that held nothing, another mail of the same occurrence went.
 */
function createToldSince({ histories, points }: LoopSource, all: readonly (Telling | PointMail)[]) {
  const here = new Set([
    ...histories.map(({ decision }) => decision.id),
    ...points.map(({ point }) => point.id),
  ]);
  return (one: Telling | PointMail): boolean => {
    const isTheirs = amongPeople(one.to);
    const since = all.filter(({ id, to, ...later }) => isOnItsWay(later) && id > one.id && to.some(isTheirs));
    const ids = heldIn(one);
    if (ids.length === 0) return since.some((later) => isOfSameOccurrence(one, later));
    const ofHere = ids.filter((id) => here.has(id));
    const held = new Set(since.flatMap(heldIn));
    return (ofHere.length === 0 ? ids : ofHere).every((id) => held.has(id));
  };
}

/** Whether a mail only asked. What it held of other meetings is their part of it; of points that are gone nobody can tell. */
function tellsNothing({ points }: LoopSource, mail: Telling | PointMail | InputRequest): boolean {
  if (mail.kind === 'input-request' || (mail.kind === 'catch-up' && mail.again)) return true;
  if (mail.kind !== 'point-mail' && mail.decisions.length > 0) return false;
  const held = heldIn(mail);
  const news = points.filter(({ point }) => held.includes(point.id) && point.sort === 'news');
  const asked = [
    ...(mail.kind === 'point-mail' ? [] : (mail.questions ?? [])),
    ...points.filter(({ point }) => held.includes(point.id) && point.sort === 'question'),
  ];
  return news.length === 0 && asked.length > 0;
}

const isOfSameOccurrence = (one: Telling | PointMail, later: Telling | PointMail): boolean =>
  one.occurrence !== null && one.occurrence === later.occurrence;

const spanOf = ({ lineage }: LoopSource, { occurrence }: PointMail): Span | null =>
  lineage?.occurrences.find(({ key }) => key === occurrence)?.effective ?? null;

const heldIn = (mail: Telling | PointMail): readonly string[] => [
  ...(mail.kind === 'point-mail' ? [] : [...mail.decisions, ...(mail.questions ?? [])]),
  ...(mail.points ?? []),
];

const isAgain = (one: InputRequest, later: InputRequest): boolean =>
  one.decision === later.decision && isSamePerson(one.person, later.person);

function ofMail(
  known: LoopSource,
  entry: Telling | PointMail | InputRequest,
  people: readonly Person[],
  ids: readonly string[],
): readonly Matter[] {
  const { histories, lineage } = known;
  const { step, mailKey, recordedAt, series } = entry;
  if (step !== 'sending' && step !== 'refused' && step !== 'came-back') return [];
  const decisions = histories.flatMap(({ decision: { id, number, text } }) =>
    ids.includes(id) ? [{ id, number, text }] : [],
  );
  return [
    {
      ...{ kind: 'sending', series, title: lineage?.title ?? '', span: null, people, decisions },
      occurrence: entry.kind === 'input-request' ? null : entry.occurrence,
      ...{ at: recordedAt, from: recordedAt },
      ...(step === 'refused' ? { until: recordedAt + REFUSED_FOR, said: step } : { until: null }),
      ...(step === 'came-back' ? { said: step } : {}),
      ...(entry.kind === 'input-request' ? { asks: true } : {}),
      ...(tellsNothing(known, entry) ? { tellsNothing: true } : {}),
      holds: [holding(mailKey, ...ids.flatMap((id) => people.map((person) => telling(id, person))))],
    },
  ];
}
