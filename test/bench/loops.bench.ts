import type { Fact } from '../../src/domain/facts/log/fact';
import type { JudgedLineage } from '../../src/domain/judge/judged/judged';
import { peopleOwed, syncsAhead } from '../../src/domain/loops/beside';
import { type LoopMatters, loopsUntil, mattersOf, openLoops } from '../../src/domain/loops/open-loops';
import { decision } from '../domain/builders/judged-month';
import { best, LARGE, largeLog, owner, SERIES } from './large-log';
import type { Ratio } from './ratio';

/** Of each meeting, over its ten years. */
const DECISIONS = 5;

/** What was decided in a meeting that fell out, and is to be told. */
const decided = ({ id, occurrences }: JudgedLineage): readonly Fact[] => {
  const fellOut = occurrences.filter(({ outcome }) => outcome === 'cancelled-short-notice').slice(-DECISIONS);
  return fellOut.map(({ key, effective }, at) =>
    decision(at, {
      ...{ id: `${id} ${at}`, series: id, occurrence: key },
      ...{ recordedAt: effective.start, decidedAt: effective.start },
    }),
  );
};

/** What is owed over 50,000 occurrences: how it is found when a meeting is judged, and how it is read with a look. */
export function measure(): Ratio[] {
  const log = largeLog();
  const now = Math.max(...log.flatMap(({ occurrences }) => occurrences.at(-1)?.effective.end ?? 0));
  const told = log.map(decided);
  let matters: LoopMatters = { matters: [], putOffs: [] };
  const found = best(() => {
    const each = log.map((lineage, at) => mattersOf(lineage, told[at] ?? [], owner, now));
    matters = { matters: each.flatMap((one) => one.matters), putOffs: [] };
  });
  let last = 0;
  const walked = best(() => {
    for (const { occurrences } of log)
      for (const { effective, people } of occurrences) last = Math.max(last, effective.end, people.length);
  });
  let lines = 0;
  const read = best(() => {
    lines = openLoops(matters, now).length;
    loopsUntil(matters, now);
    syncsAhead(matters, now, owner.zone);
    peopleOwed(matters, now);
  });
  if (lines === 0 || last === 0) throw new Error('Nothing is owed');
  const copied = best(() => structuredClone(matters));
  const of = `${LARGE.toLocaleString('en')} occurrences in ${SERIES} series`;
  return [
    {
      ...{ what: `open loops of ${of}, found`, value: found, unit: 'ms' },
      ...{ peer: 'every occurrence looked at once', peerValue: walked },
    },
    {
      ...{ what: `${lines} open loops of ${of}, read and put in order`, value: read, unit: 'ms' },
      ...{ peer: 'their records copied as the database hands them over', peerValue: copied },
    },
  ];
}
