import { agreementViews } from '../../agree/agreed';
import { decidedWithoutAsking } from '../../agree/own-asking';
import type { OccurrenceKey } from '../../facts/things/occurrence';
import { isHeld, wasPresent } from '../../facts/things/outcomes';
import { amongPeople, eachOnce } from '../../facts/things/people';
import type { Person } from '../../facts/things/person';
import type { JudgedOccurrence } from '../../judge/judged/judged';
import { type Hearer, hearersOf, oneToOnesOf } from '../../measure/hearing';
import { DAY, type Instant } from '../../time/time';
import { occasionsIn, type ThreadLine } from './thread';
import type { ThreadRecord } from './thread-record';

/** The owner's own side, which stands first: of how many decisions. */
interface OwnThread {
  readonly decided: number;
  readonly withoutAsking: number;
  /** *Nobody* was the answer to whether somebody should be heard first (11.3). */
  readonly nobodyFirst: number;
  /** More than a day after its time, to somebody who should hear (10.6). */
  readonly toldLate: number;
  readonly untold: number;
}

/** What is counted of one person; nothing is added up over several. */
export interface ThreadPerson {
  readonly person: Person;
  /** To conversations that were held, or are not recorded; whoever organizes is not invited (10.5). */
  readonly invited: number;
  readonly organized: number;
  readonly there: number;
  readonly notRecorded: number;
  /** Mails that asked, and mails that told. */
  readonly asked: number;
  readonly told: number;
  readonly answered: number;
}

export interface ThreadSummary {
  readonly own: OwnThread;
  /** Occasions that were held. */
  readonly held: number;
  readonly people: readonly ThreadPerson[];
}

/** So few that each of those invited is counted, where nobody is concerned otherwise. */
const FEW = 4;

export function threadSummary(
  record: ThreadRecord,
  lines: readonly ThreadLine[],
  owner: Person,
  now: Instant,
): ThreadSummary {
  const occasions = occasionsIn(record, now);
  const isOwner = amongPeople([owner]);
  const invited = eachOnce(
    occasions.flatMap(({ people }) =>
      people
        .filter(({ role, invited: was }) => role !== 'resource' && was !== false)
        .map(({ person }) => person),
    ),
  ).filter((one) => !isOwner(one));
  const concerned = concernedIn(record, lines).filter((one) => !isOwner(one));
  const all = concerned.length === 0 && invited.length <= FEW ? invited : concerned;
  return {
    own: ownThread(record, owner),
    held: occasions.filter(({ outcome }) => isHeld(outcome)).length,
    people: all.map((person) => countedOf(person, occasions, lines)),
  };
}

/** Whoever was asked or told, answered, agreed about it or is named. */
function concernedIn({ points }: ThreadRecord, lines: readonly ThreadLine[]): readonly Person[] {
  return eachOnce([
    ...lines.flatMap(namedIn),
    ...points.flatMap(({ point }) => (point.person === null ? [] : [point.person])),
  ]);
}

function namedIn(line: ThreadLine): readonly Person[] {
  switch (line.what) {
    case 'asked':
      return [line.request.person];
    case 'answered':
      return [line.answer.person];
    case 'wrote':
      return [line.reply.person];
    case 'told':
      return line.recap.to;
    case 'mailed':
      return line.mail.to;
    case 'proposed':
    case 'replied':
      return [line.agreement.person];
    case 'decided':
    case 'written':
      return line.history.decision.informed;
    case 'occasion':
    case 'raised':
    case 'became':
    case 'said':
    case 'promised':
    case 'promise-step':
      return [];
  }
}

function countedOf(
  person: Person,
  occasions: readonly JudgedOccurrence[],
  lines: readonly ThreadLine[],
): ThreadPerson {
  const isThey = amongPeople([person]);
  // What was called off stands against nobody (5.5).
  const parts = occasions
    .filter(({ outcome }) => isHeld(outcome) || outcome === 'not-recorded')
    .flatMap((occurrence) =>
      occurrence.people
        .filter((one) => one.invited !== false && one.role !== 'resource' && isThey(one.person))
        .map((one) => ({ one, isHeld: isHeld(occurrence.outcome) })),
    );
  const count = (isMeant: (line: ThreadLine) => boolean): number => lines.filter(isMeant).length;
  return {
    person,
    invited: parts.filter(({ one }) => one.role !== 'organizer').length,
    organized: parts.filter(({ one }) => one.role === 'organizer').length,
    there: parts.filter((part) => part.isHeld && wasPresent(part.one.outcome)).length,
    notRecorded: parts.filter((part) => !part.isHeld || part.one.outcome === 'not-recorded').length,
    asked: count((line) => isMail(line, 'asks') && mailedTo(line).some(isThey)),
    told: count((line) => isMail(line, 'tells') && mailedTo(line).some(isThey)),
    answered: count((line) => line.what === 'answered' && isThey(line.answer.person)),
  };
}

function mailedTo(line: ThreadLine): readonly Person[] {
  if (line.what === 'asked') return [line.request.person];
  if (line.what === 'told') return line.recap.to;
  return line.what === 'mailed' ? line.mail.to : [];
}

/** What a mail does with this topic: where it tells something of it, it tells; else it asks. */
function isMail(line: ThreadLine, does: 'tells' | 'asks'): boolean {
  if (line.what === 'asked') return does === 'asks';
  if (line.what === 'mailed')
    return line.points.some(({ point }) => point.sort === 'question') === (does === 'asks');
  if (line.what !== 'told') return false;
  const tells = line.told.length > 0 || line.points.some(({ point }) => point.sort === 'news');
  return tells === (does === 'tells');
}

function ownThread(record: ThreadRecord, owner: Person): OwnThread {
  const { histories, lineages, consulting, agreements, recaps } = record;
  const { oneToOnes = lineages.flatMap(oneToOnesOf) } = record;
  const homes = new Map<OccurrenceKey, JudgedOccurrence>(
    lineages.flatMap(({ occurrences }) => occurrences.map((one) => [one.key, one] as const)),
  );
  const views = agreementViews(agreements);
  const decisions = histories.map(({ decision }) => decision);
  const standing = histories.filter((one) => one.standing === 'decided' && one.decidedAt !== null);
  const heard = standing.map((history) => {
    const { series } = history.decision;
    const lineage = lineages.find((one) => series !== null && one.series.includes(series));
    const hearers = hearersOf(history, {
      ...{ homes, needed: lineage?.people ?? [], oneToOnes, views, recaps, owner },
    });
    return { at: history.decidedAt ?? history.decision.decidedAt, hearers };
  });
  const isLate = ({ told }: Hearer, at: Instant): boolean => typeof told === 'number' && told - at > DAY;
  return {
    decided: histories.filter(({ decidedAt }) => decidedAt !== null).length,
    withoutAsking: decidedWithoutAsking(decisions, consulting, agreements, [...homes.values()]).length,
    nobodyFirst: decisions.filter(({ nobodyFirst }) => nobodyFirst === true).length,
    toldLate: heard.filter(({ at, hearers }) => hearers.some((one) => isLate(one, at))).length,
    untold: heard.filter(({ hearers }) => hearers.some(({ told }) => told === null)).length,
  };
}
