import type { Fact } from '../../src/domain/facts/log/fact';
import type { History } from '../../src/domain/facts/log/history';
import { seriesOfFact } from '../../src/domain/facts/log/kinds';
import { dateOf, type SeriesId, seriesOf } from '../../src/domain/facts/things/occurrence';
import type { JudgedLineage, JudgedOccurrence } from '../../src/domain/judge/judged/judged';
import type { Steps } from '../../src/domain/pace';
import type { Instant } from '../../src/domain/time/time';
import { judgedLineage, judgedOccurrence } from '../domain/builders/judged';

/**
 * A stand-in for the rules, in which every fact leaves a trace: the title lists the ids of all facts the
 * judgement was given, so that a view which was not made anew when it should have been differs from a rebuilt one.
 */
export function plainJudge(history: History, series: SeriesId, now: Instant): JudgedLineage | null {
  const own = ownSeries(history.facts, series);
  const keepings = history.facts.filter((fact) => fact.kind === 'keeping' && own.includes(fact.series));
  const sightings = history.facts
    .filter((fact) => fact.kind === 'sighting' && own.includes(seriesOf(fact.occurrence)))
    .filter((fact) => fact.kind === 'sighting');
  const last = keepings.sort((a, b) => a.recordedAt - b.recordedAt).at(-1);
  const keys = [...new Set(sightings.map((sighting) => sighting.occurrence))];
  const occurrences = keys
    .sort((a, b) => (dateOf(a) + a < dateOf(b) + b ? -1 : 1))
    .map((key) => judged(key, history.facts, now));
  return judgedLineage(own[0] ?? series, [], occurrences, {
    series: own,
    title: `${history.owner.key}: ${history.facts
      .map(({ id }) => id)
      .sort()
      .join(' ')}`,
    zone: history.owner.zone,
    keptSince: keepings.length > 0 ? (keepings[0]?.recordedAt ?? null) : null,
    paused: last?.kind === 'keeping' && last.does === 'pause',
    stopped: last?.kind === 'keeping' && last.does === 'stop',
    oneToOne: false,
    judgedAt: now,
  });
}

function ownSeries(facts: readonly Fact[], series: SeriesId): SeriesId[] {
  const back = (id: string): boolean =>
    facts.some((fact) => fact.kind === 'undo' && fact.of === id && !back(fact.id));
  const own = new Set([series]);
  for (let size = 0; size !== own.size; ) {
    size = own.size;
    for (const fact of facts) {
      if (fact.kind !== 'lineage' || !fact.same || back(fact.id)) continue;
      if (own.has(fact.earlier) || own.has(fact.later)) own.add(fact.earlier).add(fact.later);
    }
  }
  return [...own].sort();
}

function judged(key: string, facts: readonly Fact[], now: Instant): JudgedOccurrence {
  const about = facts.filter((fact) => 'occurrence' in fact && fact.occurrence === key);
  const sighting = about.find((fact) => fact.kind === 'sighting');
  const span = sighting?.kind === 'sighting' ? sighting.span : { start: 0, end: 0 };
  const said = about.some((fact) => fact.kind === 'check-in');
  return judgedOccurrence(
    { series: seriesOf(key), date: dateOf(key), organizer: null },
    said ? 'held' : span.end > now ? 'upcoming' : 'not-recorded',
    {
      key,
      title: `${about.filter((fact) => seriesOfFact(fact) === seriesOf(key)).length} facts`,
      zone: 'UTC',
      original: span,
      effective: span,
      oneToOne: false,
      nobodyJoinedFrom: span.start,
    },
  );
}

/** A judge as the ledger asks for it, all in one step. */
export const stepwise = (judge: typeof plainJudge) =>
  // biome-ignore lint/correctness/useYield: there is nothing to rest between.
  function* (...given: Parameters<typeof plainJudge>): Steps<JudgedLineage | null> {
    return judge(...given);
  };
