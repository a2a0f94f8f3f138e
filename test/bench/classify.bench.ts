import { MINUTE } from '../../src/domain/time/time';
import { judgeLineage } from '../at-once';
import { best, histories, LARGE, owner, PEOPLE, SMALL } from './large-log';
import type { Ratio } from './ratio';

function classify(all: ReturnType<typeof histories>): number {
  let judged = 0;
  for (const { series, facts, end } of all) {
    judged += judgeLineage({ owner, facts }, series, end)?.occurrences.length ?? 0;
  }
  return judged;
}

/** The same arithmetic on bare numbers: when each person came, for how long, and whether it was half of it. */
function bareLoop(total: number): () => number {
  const joins = Float64Array.from({ length: total * PEOPLE }, (_, at) => (at % PEOPLE) * MINUTE);
  const leaves = Float64Array.from({ length: total * PEOPLE }, () => 30 * MINUTE);
  return () => {
    let present = 0;
    for (let at = 0; at < joins.length; at++) {
      const [join = 0, leave = 0] = [joins[at], leaves[at]];
      const minutes = Math.max(0, Math.min(leave, 30 * MINUTE) - Math.max(join, 0));
      if (minutes >= 15 * MINUTE) present += join <= 5 * MINUTE ? 1 : 2;
    }
    return present;
  };
}

/** Classifying everything from facts, and how that grows. */
export function measure(): Ratio[] {
  const [small, large] = [histories(SMALL), histories(LARGE)];
  if (classify(small) !== SMALL) throw new Error('Not every occurrence was judged');
  const [smallTime, largeTime] = [best(() => classify(small)), best(() => classify(large))];
  return [
    {
      what: `classify ${LARGE} occurrences × ${PEOPLE} people from facts`,
      value: largeTime,
      unit: 'ms',
      peer: 'bare loop over typed arrays',
      peerValue: best(bareLoop(LARGE)),
    },
    {
      what: `the same: growth from ${SMALL} to ${LARGE}, per occurrence`,
      value: (largeTime / LARGE) * 1000,
      unit: 'µs',
      peer: `${SMALL} occurrences`,
      peerValue: (smallTime / SMALL) * 1000,
    },
  ];
}
