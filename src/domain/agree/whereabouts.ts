import type { Assumption } from '../facts/decided/consulting';
import type { Fact } from '../facts/log/fact';
import { standingFacts } from '../facts/log/standing';
import type { Away, Holiday } from '../facts/observed/away';
import { isSamePerson, type Person } from '../facts/things/person';
import type { WorkingHours } from '../facts/things/working-time';
import type { LocalDate, Zone } from '../time/time';
import { USUAL_WEEK, type WeekOfWork } from '../time/working-days';
import { isKnownZone } from '../time/zone';

export interface Whereabouts {
  readonly week: WeekOfWork;
  /** What nobody knows of them, and was taken as usual. */
  readonly assumed: readonly Assumption[];
}

/**
 * Where somebody works and when, as far as the log knows: the zone they agreed on or the owner typed, else that of
 * their working hours, else that of their country's holidays, else the owner's own. Their holidays are those of the
 * country chosen for them in any series, and those marked by hand; they are away as free/busy said or as noted by hand.
 */
export function whereaboutsOf(
  person: Person,
  facts: readonly Fact[],
  { zone, ownerZone }: { readonly zone: Zone | null; readonly ownerZone: Zone },
): Whereabouts {
  const standing = standingFacts(facts);
  const country = countryOf(person, standing);
  const holidays = standing.filter(
    (fact): fact is Holiday =>
      fact.kind === 'holiday' &&
      isSamePerson(bare(fact.person), person) &&
      (fact.source !== 'country' || fact.country === country),
  );
  const away = standing.filter(
    (fact): fact is Away => fact.kind === 'away' && isSamePerson(bare(fact.person), person),
  );
  const hours = standing.findLast(
    (fact) => fact.kind === 'working-hours' && isSamePerson(bare(fact.person), person),
  ) as WorkingHours | undefined;
  const theirs = holidays.find(({ source }) => source === 'country')?.zone ?? null;
  const known = [zone, hours?.zone ?? null, theirs].find((one) => one !== null && isKnownZone(one)) ?? null;
  const days: ReadonlySet<LocalDate> = new Set(holidays.map(({ date }) => date));
  return {
    week: {
      ...(hours === undefined ? USUAL_WEEK : daysOf(hours)),
      zone: known ?? ownerZone,
      holidays: days,
      away: away.map(({ span }) => span),
    },
    assumed: [
      ...(known === null ? (['zone'] as const) : []),
      ...(country === null && days.size === 0 ? (['holidays'] as const) : []),
      ...(hours === undefined ? (['hours'] as const) : []),
    ],
  };
}

/** Hours that reach over midnight end on another day; then the day is taken to begin and end as it usually does. */
const daysOf = ({
  days,
  startMinute,
  endMinute,
}: WorkingHours): Pick<WeekOfWork, 'days' | 'startMinute' | 'endMinute'> =>
  endMinute > startMinute ? { days, startMinute, endMinute } : { ...USUAL_WEEK, days };

const bare = (key: string): Person => ({ key, name: '', address: key });

/** The country chosen last, in whichever series; null where none is. */
function countryOf(person: Person, facts: readonly Fact[]): string | null {
  let country: string | null = null;
  for (const fact of facts) {
    if (fact.kind !== 'rules') continue;
    for (const [key, chosen] of Object.entries(fact.rules.countries ?? {})) {
      if (isSamePerson(bare(key), person)) country = chosen === '' ? null : chosen;
    }
  }
  return country;
}
