import * as aq from 'arquero';
import crossfilter from 'crossfilter';
import { OUTCOMES } from '../../src/domain/facts/things/outcomes';
import { columnsOf, joined, yearsOf } from '../../src/domain/measure/columns';
import { trendOf } from '../../src/domain/measure/trend';
import { best, largeLog, owner } from './large-log';
import type { Ratio } from './ratio';

const WEEK = 7 * 86_400_000;

/** The trend of everything: each series by weeks, and the share that went ahead over the last ones. */
export function measure(): Ratio[] {
  const lineages = largeLog();
  const rows = lineages.flatMap(({ occurrences }) =>
    occurrences.flatMap(({ effective, outcome, people }) =>
      people.map(() => ({ week: Math.floor(effective.start / WEEK), outcome: OUTCOMES.indexOf(outcome) })),
    ),
  );
  const weeks = Int32Array.from(rows, ({ week }) => week);
  const outcomes = Uint8Array.from(rows, ({ outcome }) => outcome);
  const first = weeks.reduce((a, b) => Math.min(a, b));
  const last = weeks.reduce((a, b) => Math.max(a, b));
  const loop = () => {
    const counts = new Uint32Array((last - first + 1) * OUTCOMES.length);
    for (let at = 0; at < weeks.length; at++) {
      const place = ((weeks[at] ?? 0) - first) * OUTCOMES.length + (outcomes[at] ?? 0);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return counts;
  };
  const table = aq.table({ week: weeks, outcome: outcomes });
  // As they lie in memory when they have been read: the calendar years of each series.
  const kept = lineages.map((lineage) => ({
    years: [...yearsOf(columnsOf(lineage)).values()],
    perWeek: lineage.perWeek,
  }));
  const trendOfKept = ({ years, perWeek }: (typeof kept)[number]) =>
    trendOf(joined(years), perWeek, owner.zone);
  const ours = best(() => kept.map(trendOfKept), 5);
  const [one] = lineages;
  const what = `trends of all ${lineages.length} series, ${rows.length} rows`;
  const peers: readonly (readonly [string, () => unknown])[] = [
    ['bare loop over typed arrays', loop],
    ['arquero', () => table.groupby('week', 'outcome').count().objects()],
    [
      'crossfilter, built and asked',
      () => {
        const filter = crossfilter(rows);
        return [
          filter
            .dimension((row) => row.week)
            .group()
            .all(),
          filter
            .dimension((row) => row.outcome)
            .group()
            .all(),
        ];
      },
    ],
  ];
  return [
    ...peers.map(([peer, work]) => ({ what, value: ours, unit: 'ms', peer, peerValue: best(work, 5) })),
    {
      what: 'trend of the series on screen, 1,250 occurrences',
      value: best(() => one && trendOf(columnsOf(one), one.perWeek, owner.zone), 5),
      unit: 'ms',
      peer: 'the same loop over all rows',
      peerValue: best(loop, 5),
    },
  ];
}
