import type { Fact } from '../../src/domain/facts/log/fact';
import { histories } from './large-log';

/** What a sweep brings of one occurrence. */
export interface Bundle {
  readonly key: string;
  readonly series: string;
  readonly facts: readonly Fact[];
}

/** Where the server of the measurement has a page. */
export const pageAt = (at: number | ''): string => `/pages/${at}`;

/** A large log as Graph would hand it out: pages of 50, as text. */
export function largePages(total: number): readonly string[] {
  const bundles = histories(total).flatMap(({ series, facts }) => {
    const byDay = new Map<string, Fact[]>();
    for (const fact of facts) {
      const key =
        'occurrence' in fact && fact.occurrence !== null ? `${fact.occurrence}` : `${series}/${fact.id}`;
      const there = byDay.get(key);
      if (there === undefined) byDay.set(key, [fact]);
      else there.push(fact);
    }
    return [...byDay].map(([key, of]): Bundle => ({ key, series, facts: of }));
  });
  return Array.from({ length: Math.ceil(bundles.length / 50) }, (_, at) =>
    JSON.stringify(bundles.slice(at * 50, at * 50 + 50)),
  );
}
