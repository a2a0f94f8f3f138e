import type { Fact } from '../facts/log/fact';
import type { CalendarItem, CalendarReading } from '../facts/observed/reading';
import type { SeriesId } from '../facts/things/occurrence';
import type { Attendee, Owner, Person, PersonKey } from '../facts/things/person';
import { normalizedTitle, titleLikeness } from '../facts/things/title';
import { DAY } from '../time/time';
import { type Known, knownFrom } from './known';
import { wantedIn } from './wanted';

/** By what two meetings are told to be the same one (5.3, 5.6). */
export interface MeetingFeatures {
  /** Null: nobody knows who organizes it, and then it is like no other. */
  readonly organizer: PersonKey | null;
  /** Needed people, in an order of their own. */
  readonly needed: string;
  readonly title: string;
  readonly joinUrl: string | null;
}

interface Featured {
  readonly title: string;
  readonly organizer: Person | null;
  readonly ownerOrganizes: boolean;
  readonly attendees: readonly Attendee[];
  readonly joinUrl: string | null;
}

/** `owner` folds the owner's other addresses into one. */
export function featuresOf(meeting: Featured, owner: Owner): MeetingFeatures {
  const own = new Set([owner.key, owner.address, ...(owner.otherAddresses ?? [])]);
  const keyOf = ({ key }: Person): PersonKey => (own.has(key) ? owner.key : key);
  const organizer = meeting.ownerOrganizes ? owner : meeting.organizer;
  const required = meeting.attendees.filter(({ role }) => role === 'required' || role === 'organizer');
  const needed = [...required.map(({ person }) => person), ...(organizer === null ? [] : [organizer])];
  return {
    organizer: organizer === null ? null : keyOf(organizer),
    needed: [...new Set(needed.map(keyOf))].sort().join('\n'),
    title: meeting.title,
    joinUrl: meeting.joinUrl,
  };
}

const samePeople = (a: MeetingFeatures, b: MeetingFeatures): boolean =>
  a.organizer !== null && a.organizer === b.organizer && a.needed === b.needed;
const sameLink = (a: MeetingFeatures, b: MeetingFeatures): boolean =>
  a.joinUrl !== null && a.joinUrl === b.joinUrl;

/** 5.3: an invitation that can replace a cancelled occurrence. */
export const couldReplace = (a: MeetingFeatures, b: MeetingFeatures): boolean =>
  samePeople(a, b) && (sameLink(a, b) || normalizedTitle(a.title) === normalizedTitle(b.title));

/** 5.6: a series that can continue another one. */
export const couldContinue = (a: MeetingFeatures, b: MeetingFeatures): boolean =>
  samePeople(a, b) && (sameLink(a, b) || titleLikeness(a.title, b.title) >= 0.8);

/** All features these series are known by, now and before: people come and go. */
export function allFeaturesOf(
  known: Known,
  kept: readonly SeriesId[],
  reading: CalendarReading,
  owner: Owner,
): readonly MeetingFeatures[] {
  const faces = new Map<string, MeetingFeatures>();
  const add = (meeting: Featured) => {
    const face = featuresOf(meeting, owner);
    faces.set(JSON.stringify(face), face);
  };
  for (const id of kept) {
    const seen = known.series.get(id);
    if (seen !== undefined) add(seen);
    for (const { sighting } of known.occurrencesOf.get(id) ?? []) if (sighting !== null) add(sighting);
  }
  const ours = new Set(kept);
  for (const item of reading.items) if (ours.has(item.series ?? item.id) && !item.draft) add(item);
  return [...faces.values()];
}

/**
 * Series and single meetings in the reading that may belong to a kept series and are not kept themselves: its
 * continuation after a split (5.6), what it continues, or the new invitation for a cancelled occurrence (5.3). They
 * are worth a look, no more: whether they are the same is judged, and asked.
 */
export function candidateSeries(
  facts: readonly Fact[],
  kept: readonly SeriesId[],
  reading: CalendarReading,
  owner: Owner,
): readonly SeriesId[] {
  const known = knownFrom(facts);
  const ours = new Set(kept);
  const refused = refusedIn(facts);
  const { wantsAll } = wantedIn(facts);
  const whole = kept.filter(wantsAll);
  const faces = allFeaturesOf(known, kept, reading, owner);
  const wholeFaces = whole.length === kept.length ? faces : allFeaturesOf(known, whole, reading, owner);
  const found = new Set<SeriesId>();
  const others = new Map<SeriesId, CalendarItem[]>();
  for (const item of reading.items) {
    const id = item.series ?? item.id;
    if (ours.has(id) || refused.has(id) || item.draft) continue;
    if (item.series !== null) others.set(id, [...(others.get(id) ?? []), item]);
    else if (faces.some((face) => couldReplace(face, featuresOf(item, owner)))) found.add(id);
  }
  for (const [id, items] of others) {
    const own = items.map((item) => featuresOf(item, owner));
    if (!own.some((face) => wholeFaces.some((other) => couldContinue(face, other)))) continue;
    if (whole.some((series) => takesTurns(reading, series, items))) found.add(id);
  }
  return [...found];
}

/** A month's rhythm and the 7 days of 5.6: series further apart are not one after the other. */
const LONGEST_GAP = 40 * DAY;

/** One of them ends before the other starts, as far as the reading shows. Two that run side by side are two. */
function takesTurns(reading: CalendarReading, series: SeriesId, items: readonly CalendarItem[]): boolean {
  const ours = startsOf(reading.items.filter((item) => item.series === series));
  const theirs = startsOf(items);
  if (ours === null || theirs === null) return true;
  const gap = Math.max(theirs.first - ours.last, ours.first - theirs.last);
  return gap > 0 && gap <= LONGEST_GAP;
}

function startsOf(items: readonly CalendarItem[]): { first: number; last: number } | null {
  const live = items.filter(({ cancelled, draft }) => !cancelled && !draft).map(({ span }) => span.start);
  return live.length === 0 ? null : { first: Math.min(...live), last: Math.max(...live) };
}

/** "No, these are two meetings" was the answer; it is not asked again, and the other one is not looked at. */
function refusedIn(facts: readonly Fact[]): ReadonlySet<SeriesId> {
  const undone = new Set(facts.flatMap((fact) => (fact.kind === 'undo' ? [fact.of] : [])));
  const refused = facts.flatMap((fact) =>
    fact.kind === 'lineage' && !fact.same && !undone.has(fact.id) ? [fact.earlier, fact.later] : [],
  );
  return new Set(refused);
}
