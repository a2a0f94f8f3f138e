import { describe, expect, test } from 'vitest';
import { createAlmanac } from '../../src/almanac/holidays';

describe('The countries of the almanac', () => {
  test.each([
    ['US', 'United States'],
    ['GB', 'United Kingdom'],
    ['DE', 'Germany'],
    ['CZ', 'Czechia'],
  ])('%s has the name people use: %s', async (code, name) => {
    const countries = await createAlmanac().countries('en');
    expect(countries.find((one) => one.code === code)?.name).toBe(name);
  });

  test('come in the order of their names, each with a name', async () => {
    const names = (await createAlmanac().countries('en')).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(150);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    expect(names.every((name) => name.length > 2)).toBe(true);
  });

  test('have their public holidays', async () => {
    const days = await createAlmanac().holidays('US', [2026]);
    expect(days).toContainEqual({ date: '2026-11-11', name: 'Veterans Day' });
  });
});
