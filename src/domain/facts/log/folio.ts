import { atOnce, type Steps } from '../../pace';
import type { CheckIn } from '../entered/check-in';
import type { Annotation, Correction, Dispute } from '../entered/correction';
import type { Reduced } from '../entered/reduced';
import type {
  Assigned,
  Identified,
  Keeping,
  LineageAnswer,
  RulesSet,
  VanishedAnswer,
} from '../entered/rules';
import type { Away, Holiday } from '../observed/away';
import { type DoubtedMail, doubtMails } from '../observed/doubt';
import type { NoticeMail } from '../observed/notice-mail';
import type { Report } from '../observed/report';
import type { Missing, Sighting } from '../observed/sighting';
import { type Identity, identityOf } from '../things/identity';
import { type OccurrenceKey, type SeriesId, seriesOf } from '../things/occurrence';
import type { PersonKey } from '../things/person';
import type { SeriesSeen } from '../things/series';
import type { WorkingHours } from '../things/working-time';
import { asRecognized, recognizedIn } from './as-recognized';
import type { Fact } from './fact';
import type { History } from './history';
import { standingFacts } from './standing';

/** Everything said about one occurrence, oldest first. Drafts are no evidence (1) and not in it. */
export interface OccurrenceFile {
  readonly key: OccurrenceKey;
  readonly sightings: Sighting[];
  readonly missings: Missing[];
  readonly mails: NoticeMail[];
  /** Those of its mails that are a question, and no evidence. */
  readonly doubted: DoubtedMail[];
  readonly checkIns: CheckIn[];
  readonly corrections: Correction[];
  readonly disputes: Dispute[];
  readonly notes: Annotation[];
}

/** Everything said about one series or single meeting, oldest first. */
export interface SeriesFile {
  readonly id: SeriesId;
  readonly seen: SeriesSeen[];
  /** About the series as a whole. */
  readonly mails: NoticeMail[];
  readonly doubted: DoubtedMail[];
  readonly reports: Report[];
  readonly rules: RulesSet[];
  readonly keeping: Keeping[];
  readonly vanished: VanishedAnswer[];
  /** Months of which only counts are left (9). */
  readonly reduced: Reduced[];
  readonly occurrences: Map<OccurrenceKey, OccurrenceFile>;
}

/** All facts, each where it belongs: made once, so that judging stays a walk. */
export interface Folio {
  readonly identity: Identity;
  /** The name under which a series is judged. */
  readonly nameOf: (series: SeriesId) => SeriesId;
  readonly series: ReadonlyMap<SeriesId, SeriesFile>;
  readonly away: ReadonlyMap<PersonKey, readonly Away[]>;
  readonly holidays: ReadonlyMap<PersonKey, readonly Holiday[]>;
  /** Oldest first. */
  readonly hours: ReadonlyMap<PersonKey, readonly WorkingHours[]>;
  readonly answers: readonly LineageAnswer[];
  /** By report. */
  readonly identified: ReadonlyMap<string, readonly Identified[]>;
  readonly assigned: ReadonlyMap<string, Assigned>;
}

const emptySeries = (id: SeriesId): SeriesFile => ({
  ...{ id, seen: [], mails: [], doubted: [], reports: [], rules: [], keeping: [], vanished: [], reduced: [] },
  occurrences: new Map(),
});

export const emptyOccurrence = (key: OccurrenceKey): OccurrenceFile => ({
  ...{
    key,
    sightings: [],
    missings: [],
    mails: [],
    doubted: [],
    checkIns: [],
    corrections: [],
    disputes: [],
    notes: [],
  },
});

interface Kept {
  readonly length: number;
  readonly owner: History['owner'];
  readonly folio: Folio;
}

/** Facts between two steps. */
const FACTS = 200;

/** Every lineage of a log is judged from the same list of facts; it is read once. */
const kept = new WeakMap<readonly Fact[], Kept>();

export const folioOf = (history: History): Folio => atOnce(filing(history));

/** The same step by step. */
export function* filing({ owner, facts }: History): Steps<Folio> {
  const before = kept.get(facts);
  if (before !== undefined && before.owner === owner && before.length === facts.length) return before.folio;
  const folio = yield* readFolio(owner, facts);
  kept.set(facts, { length: facts.length, owner, folio });
  return folio;
}

function* readFolio(owner: History['owner'], facts: readonly Fact[]): Steps<Folio> {
  const identity = identityOf(owner);
  const series = new Map<SeriesId, SeriesFile>();
  const away = new Map<PersonKey, Away[]>();
  const holidays = new Map<PersonKey, Holiday[]>();
  const hours = new Map<PersonKey, WorkingHours[]>();
  const answers: LineageAnswer[] = [];
  const identified = new Map<string, Identified[]>();
  const assigned = new Map<string, Assigned>();

  const fileOf = (id: SeriesId): SeriesFile => getOr(series, id, () => emptySeries(id));
  const pageOf = (key: OccurrenceKey): OccurrenceFile =>
    getOr(fileOf(seriesOf(key)).occurrences, key, () => emptyOccurrence(key));

  const put = (fact: Fact): unknown => {
    switch (fact.kind) {
      case 'series-seen':
        return fileOf(fact.series).seen.push(fact);
      case 'sighting':
        return fact.draft || pageOf(fact.occurrence).sightings.push(fact);
      case 'missing':
        return pageOf(fact.occurrence).missings.push(fact);
      case 'mail':
        if (fact.occurrence !== null && !fact.wholeSeries) return pageOf(fact.occurrence).mails.push(fact);
        return fact.wholeSeries && fact.series !== null && fileOf(fact.series).mails.push(fact);
      case 'report':
        return fileOf(fact.series).reports.push(fact);
      case 'away':
        return getOr(away, identity.keyOf(fact.person), () => []).push(fact);
      case 'holiday':
        return getOr(holidays, identity.keyOf(fact.person), () => []).push(fact);
      case 'working-hours':
        return getOr(hours, identity.keyOf(fact.person), () => []).push(fact);
      case 'check-in':
        return pageOf(fact.occurrence).checkIns.push(fact);
      case 'correction':
        return pageOf(fact.occurrence).corrections.push(fact);
      case 'dispute':
        return pageOf(fact.occurrence).disputes.push(fact);
      case 'annotation':
        return pageOf(fact.occurrence).notes.push(fact);
      case 'rules':
        return fileOf(fact.series).rules.push(fact);
      case 'keeping':
        return fileOf(fact.series).keeping.push(fact);
      case 'vanished':
        return fileOf(fact.series).vanished.push(fact);
      case 'reduced':
        return fileOf(fact.series).reduced.push(fact);
      case 'lineage':
        return answers.push(fact);
      case 'identified':
        return getOr(identified, fact.report, () => []).push(fact);
      case 'assigned':
        return assigned.set(fact.report, fact);
      default:
        return null;
    }
  };
  const standing = standingFacts(facts);
  yield;
  const names = recognizedIn(standing);
  const nameOf = (id: SeriesId): SeriesId => names.get(id)?.is ?? id;
  let count = 0;
  for (const fact of asRecognized(standing)) {
    put(fact);
    if (++count % FACTS === 0) yield;
  }
  for (const file of series.values()) {
    file.seen.sort(bySight);
    file.mails.sort(byArrival);
    for (const page of file.occurrences.values()) {
      if (++count % FACTS === 0) yield;
      page.sightings.sort(bySight);
      page.missings.sort(bySight);
      page.mails.sort(byArrival);
    }
    doubtMails(file, identity);
  }
  for (const spans of away.values()) spans.sort((a, b) => a.span.start - b.span.start || byId(a, b));
  return { identity, nameOf, series, away, holidays, hours, answers, identified, assigned };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const bySight = <Seen extends { readonly seenAt: number; readonly id: string }>(a: Seen, b: Seen): number =>
  a.seenAt - b.seenAt || byId(a, b);

const byArrival = (a: NoticeMail, b: NoticeMail): number => a.at - b.at || byId(a, b);

export function getOr<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
