import { rhythmOf } from '../../domain/facts/entered/rhythm';
import { isSamePerson, type Person } from '../../domain/facts/things/person';
import type { WholeRecord } from '../../domain/tell/whole-record';
import { WEEKDAY_NAMES } from '../text/weekday-names';

/** Said of a person; `meeting` is empty where it belongs to none. */
interface KnownLine {
  readonly meeting: string;
  readonly said: string;
}

/** By what somebody is known, and what was chosen for them. */
export function knownLines(
  person: Person,
  { lineages, rhythms }: Pick<WholeRecord, 'lineages' | 'rhythms'>,
): readonly KnownLine[] {
  const addresses = [person.address, ...(person.otherAddresses ?? [])].filter((one) => one !== '');
  const chosen = lineages.flatMap(({ title, rules }) => {
    const { [person.key]: country = '' } = rules.countries ?? {};
    const { [person.key]: language } = rules.languages ?? {};
    const leftOut = rules.leftOut?.includes(person.key) ?? false;
    return [
      ...(country === '' ? [] : [`Public holidays are counted as in ${nameOfCountry(country)}.`]),
      ...(language === undefined ? [] : [`Mails are written in ${LANGUAGE_NAMES.of(language) ?? language}.`]),
      ...(leftOut ? ['Left out of this record.'] : []),
    ].map((said) => ({ meeting: title, said }));
  });
  return [
    { meeting: '', said: `Name and addresses: ${[person.name, ...addresses].join(', ')}.` },
    ...chosen,
    ...rhythmWords(rhythms, person).map((said) => ({ meeting: '', said })),
  ];
}

/** How often they hear what they missed, where it was chosen (13.5). */
function rhythmWords(rhythms: WholeRecord['rhythms'], person: Person): readonly string[] {
  if (!rhythms.some((one) => isSamePerson(one.person, person))) return [];
  const { often, weekday = 'monday' } = rhythmOf(rhythms, person);
  const when = {
    'each-miss': 'after each miss',
    daily: 'daily',
    weekly: `weekly on ${WEEKDAY_NAMES[weekday]}`,
  };
  return [`What was missed is told ${when[often]}.`];
}

const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language' });
const COUNTRY_NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** `United States`; `Germany (BY)` of a country with the holidays of a region. A file may bring any text. */
function nameOfCountry(country: string): string {
  const [code = '', ...region] = country.split('-');
  const name = /^[A-Z]{2}$/.test(code) ? COUNTRY_NAMES.of(code) : code;
  return region.length === 0 ? `${name}` : `${name} (${region.join('-')})`;
}
