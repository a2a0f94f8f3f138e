import type { Holiday } from '../../domain/facts/observed/away';
import type { PersonKey } from '../../domain/facts/things/person';
import { DAY, type Zone } from '../../domain/time/time';
import type { Ports } from '../ports';

/**
 * The public holidays of each chosen country as facts about that person, for the years the log can touch:
 * a holiday is judged like any other evidence, and a changed choice adds facts without removing any (4.3).
 */
export async function keepHolidays(
  ports: Ports,
  countries: Readonly<Record<PersonKey, string>>,
  ownerZone: Zone,
): Promise<void> {
  const now = ports.clock();
  const years = [
    ...new Set([now - 400 * DAY, now, now + 70 * DAY].map((at) => new Date(at).getUTCFullYear())),
  ];
  const facts: Holiday[] = [];
  for (const [person, country] of Object.entries(countries)) {
    if (country === '') continue;
    const zone = (await ports.almanac.zoneOf(country)) ?? ownerZone;
    for (const { date, name } of await ports.almanac.holidays(country, years)) {
      const id = `holiday:${person}:${country}:${date}`;
      facts.push({
        kind: 'holiday',
        id,
        recordedAt: now,
        person,
        date,
        zone,
        name,
        source: 'country',
        country,
      });
    }
  }
  await ports.ledger.append(facts);
}
