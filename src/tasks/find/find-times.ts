import { agreedWith, agreementViews } from '../../domain/agree/agreed';
import { whereaboutsOf } from '../../domain/agree/whereabouts';
import type { Fact } from '../../domain/facts/log/fact';
import type { FreeBusyReading, HoursReading } from '../../domain/facts/observed/reading';
import type { Owner, Person } from '../../domain/facts/things/person';
import type { Span, Zone } from '../../domain/time/time';
import {
  type CalendarShown,
  type TalkWanted,
  timesThatHold,
  weeksAround,
} from '../../domain/time/time-that-holds';
import { isKnownZone } from '../../domain/time/zone';
import type { Ports } from '../ports';

/**
 * `hidden`: whose calendar does not show when they are free. Of `times` there are two, one, or none that would hold; `zone` is
 * where the other works, as far as it is known.
 */
export type TimesFound =
  | { readonly found: 'times'; readonly times: readonly Span[]; readonly zone: Zone | null }
  | { readonly found: 'hidden'; readonly whose: 'own' | 'theirs' };

/**
 * Times at which the owner and somebody could meet each week, by both calendars as they are at this moment. Nothing of what
 * they show is kept. Throws `Trouble`.
 */
export async function findTimes(
  { clock, graph, ledger }: Ports,
  owner: Owner,
  person: Person,
  wanted: TalkWanted,
): Promise<TimesFound> {
  // Of an address that is none nobody has to ask.
  if (!person.address.includes('@')) return { found: 'hidden', whose: 'theirs' };
  const now = clock();
  const { zone } = owner;
  const [[own, theirs], facts] = await Promise.all([
    graph.readFreeBusy([owner.address, person.address], weeksAround(now, zone)),
    ledger.allFacts(),
  ]);
  const calendars: CalendarShown[] = [];
  let zoneOfTheirs: Zone | null = null;
  for (const { who, read, whose } of [
    { who: owner, read: own, whose: 'own' } as const,
    { who: person, read: theirs, whose: 'theirs' } as const,
  ]) {
    if (read === undefined || read.taken === null) return { found: 'hidden', whose };
    const { week, isZoneKnown } = weekOf(who, facts, owner, read);
    if (whose === 'theirs' && isZoneKnown) zoneOfTheirs = week.zone;
    calendars.push({ taken: read.taken, week });
  }
  return { found: 'times', times: timesThatHold({ now, zone, ...wanted }, calendars), zone: zoneOfTheirs };
}

/** As the log counts their working days, with the hours that their calendar tells now. */
function weekOf(who: Person, facts: readonly Fact[], owner: Owner, { hours }: FreeBusyReading) {
  const agreed = agreedWith(agreementViews(facts), who)?.zone ?? null;
  const zone = who === owner ? owner.zone : agreed;
  const { week, assumed } = whereaboutsOf(who, facts, { zone, ownerZone: owner.zone });
  const isAssumed = assumed.includes('zone');
  const told = hours === null || !isAssumed ? null : zoneOf(hours);
  return {
    week: { ...week, ...(hours === null ? {} : hoursOf(hours)), ...(told === null ? {} : { zone: told }) },
    isZoneKnown: !isAssumed || told !== null,
  };
}

const zoneOf = ({ zone }: HoursReading) => (zone !== null && isKnownZone(zone) ? zone : null);

/** Hours over midnight end on another day: then those that the log counts with are taken. */
const hoursOf = ({ days, startMinute, endMinute }: HoursReading) =>
  endMinute > startMinute ? { days, startMinute, endMinute } : { days };
