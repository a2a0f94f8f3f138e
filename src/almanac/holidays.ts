import Holidays from 'date-holidays';

/**
 * Public holidays of countries and regions, from date-holidays. Over a megabyte of rules: imported on demand,
 * when somebody chooses a country. Only days off count, not observances.
 */
export function createAlmanac() {
  const openCountry = (code: string) => {
    const [country = '', ...region] = code.split('-');
    return region.length === 0 ? new Holidays(country) : new Holidays(country, region.join('-'));
  };
  return {
    /** Days off of a country (`GB`) or region (`GB-SCT`), in the years given. Empty for an unknown code. */
    holidays: async (code: string, years: readonly number[]) => {
      const country = openCountry(code);
      return years.flatMap((year) =>
        (country.getHolidays(year) ?? [])
          .filter((day) => day.type === 'public')
          .flatMap((day) => daysOf(day.date, day.start, day.end).map((date) => ({ date, name: day.name }))),
      );
    },
    /** Countries by the names people use; date-holidays has official ones. */
    countries: async (language: string) => {
      const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
      return Object.entries(new Holidays().getCountries(language) ?? {})
        .map(([code, name]) => ({ code, name: names.of(code) ?? name }))
        .sort((a, b) => a.name.localeCompare(b.name, language));
    },
    zoneOf: async (code: string): Promise<string | null> => openCountry(code).getTimezones()?.[0] ?? null,
  };
}

/** A holiday can last several days: every local day it covers at noon. */
function daysOf(first: string, start: Date, end: Date): readonly string[] {
  const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  const day = Date.parse(`${first.slice(0, 10)}T00:00:00Z`);
  return Array.from({ length }, (_, at) => new Date(day + at * 86_400_000).toISOString().slice(0, 10));
}
