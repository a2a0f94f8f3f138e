import type { ReportReading } from '../../domain/facts/observed/reading';
import type { ReportRow } from '../../domain/facts/observed/report';
import { fingerprint } from '../../domain/facts/things/fingerprint';
import { fail, ok, type Result } from '../../domain/result';
import { type Instant, SECOND, type Span } from '../../domain/time/time';
import { cutsSeconds, saysDuration } from './duration';
import type { AttendanceFault } from './faults';
import type { Line, Tables } from './tables';
import { whoseStays } from './whose-stay';
import { timesIn } from './written-time';

type Reader = (cell: string) => Instant | null;

interface One {
  readonly line: Line;
  readonly whole: Span | null;
  readonly stays: Span[];
}

/** The people of the file with their stays; its own durations are the checksum of what was read. */
export function reportOf(
  tables: Tables,
  session: Span,
  read: Reader,
): Result<ReportReading, AttendanceFault> {
  const check = checkOf(tables);
  const people: One[] = tables.participants.map((line) => ({ line, whole: spanOf(line, read), stays: [] }));
  const stays = tables.stays.map((line) => ({ line, stay: spanOf(line, read) }));
  const holders = holdersOf(people, stays);
  const alone = new Map<string, One>();
  for (const [at, { line, stay }] of stays.entries()) {
    const held = holders[at] ?? alone.get(nameOf(line));
    // In the form of 2021 a line of somebody who came back can count from their first coming.
    const since = Math.min(stay?.start ?? 0, ...(held?.stays ?? []).slice(0, 1).map(({ start }) => start));
    const counted =
      stay === null ? [] : [stay, { start: since, end: stay.end }].slice(0, held?.whole === null ? 2 : 1);
    if (stay !== null && !counted.some((one) => check(line, [one]))) return fail('durations-disagree');
    if (held !== undefined) {
      if (stay !== null) held.stays.push(stay);
      continue;
    }
    const found: One = { line, whole: null, stays: stay === null ? [] : [stay] };
    people.push(found);
    alone.set(nameOf(line), found);
  }
  for (const person of people) {
    if (person.whole === null) continue;
    const known = person.stays.length > 0;
    if (!known) person.stays.push(person.whole);
    if (!check(person.line, person.stays)) return fail(known ? 'durations-disagree' : 'stays-missing');
  }
  return ok(
    readingOf(tables, session, [
      ...people,
      ...tables.lengths.map((line): One => ({ line, whole: null, stays: [] })),
    ]),
  );
}

function readingOf(tables: Tables, session: Span, people: readonly One[]): ReportReading {
  const isLength = tables.lengths.length > 0;
  const rows = people.map(({ line, stays }, index) => rowOf(line, stays, index, isLength));
  return {
    id: `csv:${session.start}:${session.end}:${fingerprint(JSON.stringify(rows))}`,
    session,
    totalParticipants: tables.total,
    rows,
  };
}

/** null while somebody was still there, or had no time at all: no data, not absence (3.2). */
function spanOf({ from, to }: Line, read: Reader): Span | null {
  const [start, end] = [read(from), read(to)];
  return start === null || end === null ? null : { start, end };
}

const nameOf = ({ email, name }: Line): string => (email === '' ? `name ${name}` : `address ${email}`);

interface Told {
  readonly line: Line;
  readonly stay: Span | null;
}

/** Several guests can have one name: a stay is of the one whose whole time holds it. None where nobody has that name. */
function holdersOf(people: readonly One[], stays: readonly Told[]): readonly (One | undefined)[] {
  const namesakes = grouped(people);
  const holders = new Map<Told, One | undefined>();
  for (const [name, told] of grouped(stays)) {
    const same = namesakes.get(name) ?? [];
    const found = whoseStays(
      same.map(({ whole }) => whole),
      told.map(({ stay }) => stay),
    );
    for (const [at, one] of told.entries()) holders.set(one, same[found[at] ?? 0]);
  }
  return stays.map((one) => holders.get(one));
}

/** By name, each list in the order of the file. */
function grouped<Of extends { readonly line: Line }>(all: readonly Of[]): ReadonlyMap<string, readonly Of[]> {
  const groups = new Map<string, Of[]>();
  for (const one of all) {
    const others = groups.get(nameOf(one.line));
    if (others === undefined) groups.set(nameOf(one.line), [one]);
    else others.push(one);
  }
  return groups;
}

type Check = (line: Line, stays: readonly Span[]) => boolean;

/** Of two devices at once a duration may count either way. */
function checkOf(tables: Tables): Check {
  const cut = cutsSeconds([...tables.participants, ...tables.stays].map(({ duration }) => duration));
  return (line, stays) => {
    if (stays.some(({ start, end }) => end < start)) return false;
    // Teams rounds each end by itself; what is not told to the second is checked to the minute (3.1).
    const exact = [line.from, line.to].every((cell) => timesIn(cell)[0]?.hasSeconds !== false);
    const tolerance = (exact ? 1 : 60) * stays.length;
    return [stays, union(stays)].some((spans) => {
      const seconds = spans.reduce((all, { start, end }) => all + (end - start) / SECOND, 0);
      if (line.minutes !== undefined) return Math.abs(line.minutes * 60 - seconds) <= 60 + tolerance;
      return line.duration === '' || saysDuration(line.duration, seconds, tolerance, cut);
    });
  };
}

function union(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}

/** Digits with what stands between them, some of them hidden: somebody who dialled in. */
const isPhone = (name: string): boolean =>
  name.length <= 40 && /^\+?[\d*x•… ().\-/]+$/iu.test(name) && /\d/.test(name);

function rowOf(
  { name, email, signIn, minutes }: Line,
  stays: readonly Span[],
  index: number,
  isLength: boolean,
): ReportRow {
  const address = [email, signIn].find((one) => one.includes('@')) ?? '';
  return {
    row: address === '' ? String(index + 1) : address,
    name,
    address,
    directoryId: null,
    identified: address !== '',
    phone: address === '' && isPhone(name),
    intervals: [...stays].sort((a, b) => a.start - b.start),
    ...(isLength && minutes !== undefined ? { minutes } : {}),
  };
}
