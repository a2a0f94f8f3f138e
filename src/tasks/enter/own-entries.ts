import type { PersonSaid, Saying } from '../../domain/facts/entered/check-in';
import type { SeriesRules } from '../../domain/facts/entered/rules';
import type { Entry } from '../../domain/facts/log/fact';
import { dateOf, type OccurrenceKey, type SeriesId, seriesOf } from '../../domain/facts/things/occurrence';
import type { Outcome, PersonOutcome } from '../../domain/facts/things/outcomes';
import type { PersonKey } from '../../domain/facts/things/person';
import { isReached, reachOf } from '../../domain/observe/reach';
import { dayNumber } from '../../domain/time/days';
import { DAY, type Instant } from '../../domain/time/time';
import type { Ports } from '../ports';
import { marksNow } from '../read/marks-now';
import { LOOK_BACK } from '../read/sweep';

/** Adds one entry of the owner's hand: stamped, strict, never changed afterwards. Gives its id. */
export async function enter(ports: Ports, entry: Unstamped<Entry>): Promise<string> {
  const id = ports.seal.stamp();
  await ports.ledger.append([{ ...entry, id, recordedAt: ports.clock() }]);
  return id;
}

/** Several at once: all of them are in the log, or none is. */
export async function enterAll(
  ports: Ports,
  entries: readonly Unstamped<Entry>[],
): Promise<readonly string[]> {
  const recordedAt = ports.clock();
  const stamped = entries.map((entry) => ({ ...entry, id: ports.seal.stamp(), recordedAt }));
  await ports.ledger.append(stamped);
  return stamped.map(({ id }) => id);
}

/** Each kind of entry without its stamp (a plain Omit would forget what is particular to a kind). */
type Unstamped<Kind> = Kind extends Entry ? Omit<Kind, 'id' | 'recordedAt'> : never;

export const checkIn = (
  ports: Ports,
  occurrence: OccurrenceKey,
  note: {
    readonly said: Saying | null;
    readonly minutes: number | null;
    readonly people: readonly PersonSaid[];
  },
): Promise<string> => enter(ports, { kind: 'check-in', occurrence, ...note });

/** The same said of several: each has its own fact. */
export const weMetAll = (ports: Ports, days: readonly OccurrenceKey[]): Promise<readonly string[]> =>
  enterAll(
    ports,
    days.map((occurrence) => ({ kind: 'check-in', occurrence, said: 'we-met', minutes: null, people: [] })),
  );

/** Takes an entry back by a new one; what was said stays visible. */
export const undo = (ports: Ports, of: string): Promise<string> => enter(ports, { kind: 'undo', of });

export const undoAll = (ports: Ports, of: readonly string[]): Promise<readonly string[]> =>
  enterAll(
    ports,
    of.map((one) => ({ kind: 'undo', of: one })),
  );

export const correct = (
  ports: Ports,
  occurrence: OccurrenceKey,
  note: {
    readonly reason: string;
    readonly outcome?: Outcome;
    readonly person?: PersonKey;
    readonly personOutcome?: PersonOutcome;
    readonly changedByOwner?: boolean;
  },
): Promise<string> => enter(ports, { kind: 'correction', occurrence, ...note });

export const dispute = (ports: Ports, occurrence: OccurrenceKey, reason: string): Promise<string> =>
  enter(ports, { kind: 'dispute', occurrence, reason });

export const annotate = (
  ports: Ports,
  occurrence: OccurrenceKey,
  words: string,
  by: PersonKey | null,
): Promise<string> => enter(ports, { kind: 'annotation', occurrence, words, by });

export const identify = (
  ports: Ports,
  series: SeriesId,
  report: string,
  row: string,
  person: PersonKey,
): Promise<string> => enter(ports, { kind: 'identified', series, report, row, person });

export const assign = (ports: Ports, report: string, occurrence: OccurrenceKey): Promise<string> =>
  enter(ports, { kind: 'assigned', report, occurrence });

/** One history, or two logs: kept apart, the series that had no log of its own gets one. */
export async function answerSameMeeting(
  ports: Ports,
  earlier: SeriesId,
  later: SeriesId,
  same: boolean,
): Promise<string> {
  const answer = await enter(ports, { kind: 'lineage', earlier, later, same });
  if (same) return answer;
  const kept = new Set((await ports.ledger.keptSeries()).flatMap(({ series }) => series));
  for (const series of [earlier, later]) if (!kept.has(series)) await keepLog(ports, series);
  return answer;
}

export const answerVanished = (
  ports: Ports,
  series: SeriesId,
  said: 'ended' | 'removed-by-me' | 'still-alive',
): Promise<string> => enter(ports, { kind: 'vanished', series, said });

export const setRules = (ports: Ports, series: SeriesId, rules: SeriesRules): Promise<string> =>
  enter(ports, { kind: 'rules', series, rules });

/** A log reaches 90 days back from the day it is opted in, or more by choice (definitions, section 1). */
export const keepLog = (
  ports: Ports,
  series: SeriesId,
  from: Instant = ports.clock() - LOOK_BACK,
): Promise<string> => enter(ports, { kind: 'keeping', series, does: 'start', from });

/** 10.3: of a series that is not kept this occurrence alone, under its usual key. */
export const keepOne = (ports: Ports, only: OccurrenceKey): Promise<string> => {
  // The day before the date in its own zone is before it in every zone.
  const from = Math.min(ports.clock() - LOOK_BACK, (dayNumber(dateOf(only)) - 1) * DAY);
  return enter(ports, { kind: 'keeping', series: seriesOf(only), does: 'start', from, only });
};

const YEAR = 365 * DAY;

/** The choice of more: a year to begin with, then a year more each time. What is still to be read comes first. */
export async function reachFurther(ports: Ports, series: SeriesId): Promise<void> {
  const reach = reachOf(await ports.ledger.factsOf([series]), series, await marksNow(ports));
  if (reach !== null && !isReached(reach)) return;
  const lastYear = ports.clock() - YEAR;
  const goal = reach?.goal ?? ports.clock() - LOOK_BACK;
  await keepLog(ports, series, goal - DAY > lastYear ? lastYear : goal - YEAR);
}

export const setKeeping = (
  ports: Ports,
  series: SeriesId,
  does: 'pause' | 'resume' | 'stop',
): Promise<string> => enter(ports, { kind: 'keeping', series, does });
