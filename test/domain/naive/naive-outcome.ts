import type { CheckIn } from '../../../src/domain/facts/entered/check-in';
import type { WindowRule } from '../../../src/domain/facts/entered/window-rule';
import type { Fact } from '../../../src/domain/facts/log/fact';
import type { Away, Holiday } from '../../../src/domain/facts/observed/away';
import type { NoticeMail } from '../../../src/domain/facts/observed/notice-mail';
import type { Report } from '../../../src/domain/facts/observed/report';
import type { Missing, Sighting } from '../../../src/domain/facts/observed/sighting';
import type { Outcome } from '../../../src/domain/facts/things/outcomes';
import type { Person } from '../../../src/domain/facts/things/person';
import type { SeriesSeen } from '../../../src/domain/facts/things/series';

/**
 * Section 2 a second time, read from the text alone and written as slowly as it reads: no index, no spans, every
 * second looked at by itself. It knows one occurrence of one series, without new invitations and without splits, in
 * whole seconds and in London's winter. Shares no code with the product.
 */

const MINUTE = 60_000;
const SECOND = 1000;

interface Known {
  readonly facts: readonly Fact[];
  readonly occurrence: string;
  readonly owner: string;
  readonly now: number;
}

const ofKind = <Kind extends Fact['kind']>({ facts }: Known, kind: Kind) =>
  facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);

export function naiveOutcome(known: Known): Outcome {
  const sightings = ofKind(known, 'sighting').sort((a, b) => a.seenAt - b.seenAt);
  const mails = ofKind(known, 'mail').sort((a, b) => a.at - b.at);
  const series = ofKind(known, 'series-seen').sort((a, b) => a.seenAt - b.seenAt);
  const first = sightings[0] as Sighting;
  const { start, end, moved } = whereItStands(sightings, mails);
  const { needed, oneToOne } = whoIsNeeded(first);
  const others = needed.filter((one) => one !== known.owner);
  const planned = (end - start) / SECOND;

  const grace = Math.min(600, Math.max(300, planned / 3));
  const checkIns = ofKind(known, 'check-in')
    .sort(inTime)
    .filter(({ said, recordedAt }) => said !== 'nobody-joined' || recordedAt >= start + grace * SECOND);
  const about = checkIns.filter(({ said }) => said !== null).at(-1);
  const quoted = new Map<string, { said: string; wordAt: number | null; at: number; in: CheckIn }>();
  const words = [
    about,
    checkIns.filter(({ said }) => said === null).at(-1),
    wordsTooEarly(known, start + grace * SECOND),
  ];
  for (const one of words.filter((each): each is CheckIn => !!each).sort(inTime)) {
    for (const { person, said, wordAt } of one.people) {
      quoted.set(person, { said, wordAt, at: one.recordedAt, in: one });
    }
  }

  const reports = ofKind(known, 'report').filter(
    ({ session }) => session.start < end + 30 * MINUTE && session.end > start - 15 * MINUTE,
  );
  const counted = new Map<string, number[]>();
  const secondsOf = (person: string): number[] => {
    const seconds = counted.get(person) ?? secondsThere(reports, person, start, end);
    counted.set(person, seconds);
    return seconds;
  };
  const isPresent = (person: string) => secondsOf(person).length >= 120;
  const here = needed.filter(isPresent).map((person) => new Set(secondsOf(person)));
  let together = 0;
  for (let second = 0; second < planned; second++) {
    if (here.filter((seconds) => seconds.has(second)).length >= 2) together += 1;
  }
  const met = about?.said === 'we-met' && about.minutes !== 0;
  const noted = (person: string): boolean => {
    if (quoted.get(person)?.said === 'was-there') return true;
    if (person === known.owner) return about?.said === 'we-met' || about?.said === 'nobody-joined';
    const word = quoted.get(person);
    const before =
      word === undefined || (word.in !== about && [word.in, about as CheckIn].sort(inTime)[0] === word.in);
    return oneToOne && needed.includes(person) && met && before;
  };
  const there = (person: string) => isPresent(person) || noted(person);
  const aboutNobody = about === undefined || about.said === 'i-was-not-there';
  const named = aboutNobody && needed.filter(there).length >= 2 && needed.some(noted);
  const held = together > 0 || met || named;
  const heldFor = together > 0 ? together : met ? (about?.minutes ?? planned / 60) * 60 : planned;

  const cancelled = whenCancelled(sightings, mails, series, ofKind(known, 'missing'), known);
  const declined = declines(known, sightings, mails, end);
  for (const [person, { said, wordAt, at }] of quoted) {
    const before = declined.get(person);
    if (said !== 'sent-word' || (before && (before[0] === before[1] || wordAt === null))) continue;
    declined.set(person, wordAt === null ? [null, at] : [wordAt, wordAt]);
  }
  const apologized = needed.flatMap((person) => {
    const range = declined.get(person);
    return range ? [{ person, range }] : [];
  });
  apologized.sort((a, b) => a.range[1] - b.range[1]);
  const fewerThanTwo = apologized.length > 0 && needed.length - apologized.length < 2;

  const isAway = (person: string) =>
    quoted.get(person)?.said === 'away' || covers(ofKind(known, 'away'), person, start, end);
  const hasHoliday = (person: string) => holidayCovers(ofKind(known, 'holiday'), person, start, end);
  const rule = windowOf(known);
  const classify = (range: Range) => classOf(range, start, rule);

  // 2.2 does not occur. 2.3 and 2.4:
  if (held) {
    if (heldFor * 2 < planned) return 'held-part';
    return moved ? 'held-moved' : 'held';
  }
  // 2.5
  if (isPaused(known, start)) return 'excluded-paused';
  if (about?.said === 'agreed-to-skip') return 'excluded-agreed-skip';
  const own = declined.get(known.owner);
  const ownAway = isAway(known.owner) || hasHoliday(known.owner);
  if (((own || ownAway) && !noted(known.owner)) || about?.said === 'i-was-not-there')
    return 'excluded-own-absence';
  if (oneToOne && others.some(hasHoliday)) return 'excluded-holiday';
  if (oneToOne && others.some(isAway)) return 'excluded-away';
  // 2.6 to 2.9
  if (cancelled) {
    const before = apologized.filter(({ range }) => range[1] <= cancelled[1]);
    const left = fewerThanTwo ? before[needed.length - 2] : undefined;
    const kind = classify(left ? left.range : cancelled);
    if (kind === 'with') return 'cancelled-with-notice';
    if (kind === 'short') return 'cancelled-short-notice';
    return kind === 'after' ? 'cancelled-after-start' : 'cancelled-notice-unknown';
  }
  // 2.10
  const latest = apologized.at(-1);
  if (end <= known.now && fewerThanTwo && latest) {
    const kind = classify(latest.range);
    if (kind === 'unknown') return 'not-held-apologies-notice-unknown';
    return kind === 'with' ? 'not-held-apologies-with-notice' : 'not-held-apologies-short-notice';
  }
  // 2.11
  const appears = (person: string) => isPresent(person) || hasNoTimes(reports, person);
  const waited = needed.filter(appears);
  const waitedAlone =
    waited.length === 1 && secondsOf(waited[0] ?? '').length >= grace && isPresent(waited[0] ?? '');
  const nobody = about?.said === 'nobody-joined';
  const absent = first.attendees.map(({ person }) => person).filter(({ key }) => !isPresent(key));
  if (first.organizer && !isPresent(first.organizer.key)) absent.push(first.organizer);
  const proven = !somebodyUnknown(
    reports,
    [...first.attendees.map(({ person }) => person.key), known.owner, first.organizer?.key ?? ''],
    absent,
  );
  const evidence =
    proven && (nobody ? !others.some((person) => quoted.get(person)?.said === 'was-there') : waitedAlone);
  const missing = others.some((person) => !there(person) && !declined.has(person));
  if (start <= known.now && evidence && missing) return 'not-held-no-message';
  // 2.1 and 2.12
  return end > known.now ? 'upcoming' : 'not-recorded';
}

/** Where mails and looks say it stands, the later one last. */
function whereItStands(sightings: readonly Sighting[], mails: readonly NoticeMail[]) {
  const told = [
    ...sightings.map(({ seenAt, span }) => ({ at: seenAt, span, order: 1 })),
    ...mails.flatMap(({ mail, at, span }) => (mail === 'update' && span ? [{ at, span, order: 0 }] : [])),
  ].sort((a, b) => a.at - b.at || a.order - b.order);
  const spans = told.map(({ span }) => span);
  const last = spans.at(-1) as { start: number; end: number };
  return { ...last, moved: spans.some(({ start }) => start !== spans[0]?.start) };
}

function whoIsNeeded(sighting: Sighting): { needed: string[]; oneToOne: boolean } {
  const required = sighting.attendees
    .filter(({ role }) => role === 'required')
    .map(({ person }) => person.key);
  const needed = [...new Set([...(sighting.organizer ? [sighting.organizer.key] : []), ...required])];
  const optional = sighting.attendees.some(({ role }) => role === 'optional');
  return { needed, oneToOne: needed.length === 2 && !optional };
}

/** The seconds of the occurrence in which a report shows somebody, each counted once. */
function secondsThere(reports: readonly Report[], person: string, start: number, end: number): number[] {
  const seconds: number[] = [];
  for (let second = 0; start + second * SECOND < end; second++) {
    const at = start + second * SECOND;
    const isThere = reports.some(({ rows }) =>
      rows.some(
        (row) => row.address === person && row.intervals.some((one) => one.start <= at && at < one.end),
      ),
    );
    if (isThere) seconds.push(second);
  }
  return seconds;
}

const rowsOf = (reports: readonly Report[], person: string) =>
  reports.flatMap(({ rows }) => rows.filter(({ address }) => address === person));

const hasNoTimes = (reports: readonly Report[], person: string): boolean => {
  const rows = rowsOf(reports, person);
  return rows.length > 0 && rows.every(({ intervals }) => intervals.length === 0);
};

/** A row that is neither on the list nor plainly somebody else, or a count with more in it than rows that are. */
const somebodyUnknown = (reports: readonly Report[], list: string[], absent: readonly Person[]): boolean =>
  reports.some(({ rows, totalParticipants }) => {
    const identified = rows.filter(({ address, name }) => {
      if (list.includes(address)) return true;
      return address !== '' && !absent.some((one) => name.split(' ').includes(one.name));
    });
    return Math.max(totalParticipants ?? 0, rows.length) > identified.length;
  });

const inTime = (a: CheckIn, b: CheckIn): number => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1);

/** The last *nobody joined* that came too early and says of somebody that they sent word or are away: only that counts. */
function wordsTooEarly(known: Known, from: number): CheckIn | undefined {
  const early = ofKind(known, 'check-in')
    .sort(inTime)
    .filter(({ said, recordedAt }) => said === 'nobody-joined' && recordedAt < from)
    .map((one) => ({
      ...one,
      people: one.people.filter(({ said }) => said === 'sent-word' || said === 'away'),
    }));
  return early.filter(({ people }) => people.length > 0).at(-1);
}

/** When something happened: at once, or after the first (null: any time) and up to the second. */
type Range = readonly [number | null, number];

function whenCancelled(
  sightings: readonly Sighting[],
  mails: readonly NoticeMail[],
  series: readonly SeriesSeen[],
  missing: readonly Missing[],
  { occurrence }: Known,
): Range | null {
  const mail = mails.find((one) => one.mail === 'cancellation');
  const seen = sightings.find(({ cancelled }) => cancelled);
  const last = series.at(-1);
  const date = occurrence.slice(-10);
  const listing =
    last?.ownerOrganizes && last.cancelledDates.includes(date)
      ? series.find(({ cancelledDates }) => cancelledDates.includes(date))
      : undefined;
  if (mail) return [mail.at, mail.at];
  if (seen) return [seen.lookedBefore, seen.seenAt];
  if (!listing) return null;
  const gone = missing.at(-1);
  return [
    gone?.lookedBefore ?? listing.lookedBefore,
    Math.min(listing.seenAt, gone?.seenAt ?? listing.seenAt),
  ];
}

/** Each person's decline that stands: their last answer, and not from before a move. */
function declines(
  { owner }: Known,
  sightings: readonly Sighting[],
  mails: readonly NoticeMail[],
  end: number,
): Map<string, Range> {
  const answers: { person: string; response: string; range: Range; mailed: boolean }[] = [];
  for (const { mail, at, from } of mails) {
    if (['accepted', 'tentative', 'declined'].includes(mail)) {
      answers.push({ person: from.key, response: mail, range: [at, at], mailed: true });
    }
  }
  sightings.forEach((now, number) => {
    const before = sightings[number - 1];
    for (const { person, response } of now.attendees) {
      const then = before?.attendees.find((one) => one.person.key === person.key)?.response;
      if (response === 'not-visible' || response === then || (response === 'none' && then === undefined))
        continue;
      if (response === 'none' && !now.ownerOrganizes && person.key !== owner) continue;
      // An answer first given after it ended may be one to the whole series.
      if (now.lookedBefore !== null && now.lookedBefore >= end) continue;
      answers.push({ person: person.key, response, range: [now.lookedBefore, now.seenAt], mailed: false });
    }
  });
  const moves = movesIn(sightings, mails);
  const standing = new Map<string, Range>();
  for (const person of new Set(answers.map((one) => one.person))) {
    const own = answers.filter((one) => one.person === person);
    own.sort((a, b) => a.range[1] - b.range[1] || Number(b.mailed) - Number(a.mailed));
    let streak: typeof own = [];
    for (const answer of own) streak = answer.response === 'declined' ? [...streak, answer] : [];
    streak = streak.filter(
      ({ range }) =>
        !moves.some(([after, until]) =>
          after === until ? range[1] < until : after !== null && range[1] <= after,
        ),
    );
    const word = streak.find(({ mailed }) => mailed) ?? streak[0];
    if (word) standing.set(person, word.range);
  }
  return standing;
}

function movesIn(sightings: readonly Sighting[], mails: readonly NoticeMail[]): Range[] {
  const told: { at: number; start: number; range: Range; order: number }[] = [];
  for (const { seenAt, lookedBefore, span } of sightings) {
    told.push({ at: seenAt, start: span.start, range: [lookedBefore, seenAt], order: 1 });
  }
  for (const { mail, at, span } of mails) {
    if (mail === 'update' && span) told.push({ at, start: span.start, range: [at, at], order: 0 });
  }
  told.sort((a, b) => a.at - b.at || a.order - b.order);
  return told
    .filter(({ start }, number) => number > 0 && told[number - 1]?.start !== start)
    .map(({ range }) => range);
}

function covers(spells: readonly Away[], person: string, start: number, end: number): boolean {
  const own = spells.filter((one) => one.person === person);
  const isIn = (at: number) => own.some(({ span }) => span.start <= at && at < span.end);
  let seconds = 0;
  for (let at = start; at < end; at += SECOND) if (isIn(at)) seconds += 1;
  return isIn(start) || seconds * SECOND * 2 >= end - start;
}

function holidayCovers(days: readonly Holiday[], person: string, start: number, end: number): boolean {
  return days
    .filter((one) => one.person === person)
    .some(({ date }) => {
      const from = Date.parse(`${date}T00:00:00Z`);
      const to = from + 1440 * MINUTE;
      if (from <= start && start < to) return true;
      return (Math.min(to, end) - Math.max(from, start)) * 2 >= end - start;
    });
}

function isPaused(known: Known, start: number): boolean {
  const keeping = ofKind(known, 'keeping').sort((a, b) => a.recordedAt - b.recordedAt);
  return (
    keeping.filter(({ recordedAt, does }) => recordedAt <= start && does !== 'start').at(-1)?.does === 'pause'
  );
}

function windowOf(known: Known): WindowRule {
  const chosen = ofKind(known, 'rules').at(-1)?.rules.window;
  return chosen ?? 'same-day-or-12h';
}

type Kind = 'with' | 'short' | 'after' | 'unknown';

/** Every minute of the range, and its ends: one class, or nobody knows. */
function classOf([after, until]: Range, start: number, rule: WindowRule): Kind {
  const at = (instant: number): Kind => {
    const minutes = (start - instant) / MINUTE;
    if (minutes <= 0) return 'after';
    if (rule !== 'same-day-or-12h') return minutes < rule.minutes ? 'short' : 'with';
    const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
    return minutes < 720 || dayOf(instant) === dayOf(start) ? 'short' : 'with';
  };
  if (after === until) return at(until);
  const from = after ?? until - 30 * 1440 * MINUTE;
  const classes = new Set([at(until), at(from + 1)]);
  for (let instant = from + 1; instant < until; instant += MINUTE) classes.add(at(instant));
  if (after === null) classes.add('with');
  const [only] = classes;
  return classes.size === 1 && only ? only : 'unknown';
}
