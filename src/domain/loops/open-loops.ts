import { LOOP_KINDS, type LoopKind, type PutOff } from '../facts/entered/put-off';
import type { Fact } from '../facts/log/fact';
import { saneFact } from '../facts/log/sane';
import { takenBack } from '../facts/log/standing';
import type { Owner, Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import { addDays } from '../time/days';
import { DAY, type Instant, type Zone } from '../time/time';
import { instantAt, localDate } from '../time/zone';
import { objections, replies, toLookAtAgain, unanswered } from './asked';
import type { Loop, Matter } from './loop';
import { type LoopSource, loopSourceOf, saidThere } from './loop-source';
import { toTell } from './mails';
import { promisesDue } from './promises';
import { unrecorded } from './recorded';
import { sendings } from './sendings';
import { syncs, toSettle } from './syncs';

interface LoopRow {
  readonly find: (known: LoopSource) => readonly Matter[];
  readonly first: 'newest' | 'soonest';
  /** What comes of putting it off for the second time. */
  readonly again: 'comes-back' | 'for-good';
}

/** What is owed, in the order of 14.1: what else can be owed one day is a row more. */
const LOOP_ROWS = {
  sending: { find: sendings, first: 'newest', again: 'comes-back' },
  objection: { find: objections, first: 'newest', again: 'comes-back' },
  reply: { find: replies, first: 'newest', again: 'comes-back' },
  unrecorded: { find: unrecorded, first: 'newest', again: 'for-good' },
  'no-answer': { find: unanswered, first: 'newest', again: 'for-good' },
  'to-tell': { find: toTell, first: 'newest', again: 'for-good' },
  sync: { find: syncs, first: 'soonest', again: 'for-good' },
  'talked-about': { find: toSettle, first: 'newest', again: 'for-good' },
  'look-again': { find: toLookAtAgain, first: 'soonest', again: 'for-good' },
  promise: { find: promisesDue, first: 'soonest', again: 'for-good' },
} as const satisfies Readonly<Record<LoopKind, LoopRow>>;

/** What is owed of one meeting, at some time or other, and what of it was put off. */
export interface LoopMatters {
  readonly matters: readonly Matter[];
  readonly putOffs: readonly PutOff[];
}

/**
 * Of a judged lineage with what was decided, asked, told and put off in it; without one, of what was decided outside of
 * meetings, with every entry of the log.
 */
export function mattersOf(
  lineage: JudgedLineage | null,
  facts: readonly Fact[],
  owner: Owner,
  now: Instant,
  oneToOnes?: readonly Person[],
  elsewhere?: readonly JudgedOccurrence[],
): LoopMatters {
  const known = loopSourceOf(owner, lineage, facts, now, oneToOnes, elsewhere);
  const back = takenBack(facts);
  return {
    matters: LOOP_KINDS.flatMap((kind) => LOOP_ROWS[kind].find(known)),
    putOffs: saidThere<PutOff>(
      known,
      facts.filter((fact) => fact.kind === 'put-off'),
    ).filter((fact) => !back.has(fact.id) && saneFact(fact) !== null),
  };
}

/** The open loops at a moment: each matter is one line, in its first place. */
export function openLoops({ matters, putOffs }: LoopMatters, now: Instant): readonly Loop[] {
  const taken = new Set<string>();
  const lines = LOOP_KINDS.flatMap((kind) => {
    const row: LoopRow = LOOP_ROWS[kind];
    const due = matters.filter(
      (one) => one.kind === kind && one.from <= now && (one.until === null || now < one.until),
    );
    const lines = inOneLine(due).sort(row.first === 'newest' ? byNewest : bySoonest);
    const open = lines.flatMap((line) => {
      const holds = line.holds.filter(({ yields }) => !yields.some((name) => taken.has(name)));
      if (holds.length === 0) return [];
      const isPutOff = holds.every(({ id }) => putsOff(putOffs, line, id, row.again, now));
      return [{ line: { ...line, holds }, isPutOff }];
    });
    for (const { line } of open)
      for (const { takes } of line.holds) for (const name of takes) taken.add(name);
    return open.filter(({ isPutOff }) => !isPutOff).map(({ line }) => line);
  });
  return [
    ...lines.filter(({ kind }) => !isLast(kind)),
    ...lines.filter(({ kind }) => isLast(kind)).sort(bySoonest),
  ];
}

/** 14.1 (8): what is due, of both kinds among each other. */
const isLast = (kind: LoopKind): boolean => kind === 'look-again' || kind === 'promise';

/** When time alone changes the list next; null: not by what is known. */
export function loopsUntil({ matters, putOffs }: LoopMatters, now: Instant): Instant | null {
  const turns = [
    ...matters.flatMap(({ from, until }) => (until === null ? [from] : [from, until])),
    ...putOffs.map(({ until }) => until),
  ].filter((at) => at > now);
  return turns.length === 0 ? null : Math.min(...turns);
}

/** Until when *Not now* holds. */
export const nextMidnight = (now: Instant, zone: Zone): Instant =>
  instantAt(addDays(localDate(now, zone), 1), 0, zone);

/** Which lines are one: a person's, wherever they are to be told something; else what two meetings both know of. */
const nameOf = ({ kind, people: [person], holds: [first] }: Matter): string =>
  (kind === 'to-tell' ? person?.key : first?.id) ?? '';

/** The newest of them says where it is dealt with. */
function inOneLine(matters: readonly Matter[]): Matter[] {
  const lines = new Map<string, Matter[]>();
  for (const matter of [...matters].sort(byNewest)) {
    const name = nameOf(matter);
    const line = lines.get(name);
    if (line === undefined) lines.set(name, [matter]);
    else line.push(matter);
  }
  return [...lines.values()].flatMap((line) => {
    const [newest] = line;
    if (newest === undefined || line.length === 1) return line;
    // What it tells in one meeting, it tells.
    const { tellsNothing, ...one } = newest;
    const asksOnly = tellsNothing && line.every((part) => part.tellsNothing);
    return [
      {
        ...one,
        ...(asksOnly ? { tellsNothing } : {}),
        holds: eachOnce(line.flatMap(({ holds }) => holds)),
        decisions: eachOnce(line.flatMap(({ decisions }) => decisions)),
      },
    ];
  });
}

/** The first of each. */
const eachOnce = <One extends { readonly id: string }>(all: readonly One[]): readonly One[] =>
  [...new Map([...all].reverse().map((one) => [one.id, one])).values()].reverse();

const bySoonest = (a: Matter, b: Matter): number => a.at - b.at || (nameOf(a) < nameOf(b) ? -1 : 1);
const byNewest = (a: Matter, b: Matter): number => b.at - a.at || (nameOf(a) < nameOf(b) ? -1 : 1);

/** Nobody puts off for longer than until the next midnight: a fact that says so was not made here. */
const LONGEST = 2 * DAY;

function putsOff(
  putOffs: readonly PutOff[],
  { kind, people }: Loop,
  id: string,
  again: LoopRow['again'],
  now: Instant,
): boolean {
  const nights = putOffs
    .filter(
      (one) =>
        one.loop === kind &&
        one.held.includes(id) &&
        one.person === (kind === 'to-tell' ? people[0]?.key : one.person) &&
        one.until - one.recordedAt <= LONGEST &&
        one.recordedAt <= now + DAY,
    )
    .map(({ until }) => until);
  if (nights.some((until) => until > now)) return true;
  return again === 'for-good' && new Set(nights).size > 1;
}
