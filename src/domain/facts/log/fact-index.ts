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
import { heedOccurrences } from '../observed/cancelled-whole';
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
import { type Sight, sightAt, tellsOfClock } from './dating';
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
export interface FactIndex {
  readonly identity: Identity;
  /** Some of them were dated by a clock ahead of the time, as others tell. */
  readonly clocksDiffer: boolean;
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
  readonly factIndex: FactIndex;
}

/** Facts between two steps. */
const FACTS = 200;

/** Every lineage of a log is judged from the same list of facts; it is read once. */
const kept = new WeakMap<readonly Fact[], Kept>();

export const factIndexOf = (history: History): FactIndex => atOnce(filing(history));

/** The same step by step. */
export function* filing({ owner, facts }: History): Steps<FactIndex> {
  const before = kept.get(facts);
  if (before !== undefined && before.owner === owner && before.length === facts.length)
    return before.factIndex;
  const factIndex = yield* readFactIndex(owner, facts);
  kept.set(facts, { length: facts.length, owner, factIndex });
  return factIndex;
}

/** The lists that an index of facts is made of, while facts are put into them. */
interface Filing {
  readonly pageOf: (of: { readonly occurrence: OccurrenceKey }) => OccurrenceFile;
  readonly fileOf: (of: { readonly series: SeriesId }) => SeriesFile;
  readonly keyOf: Identity['keyOf'];
  readonly away: Map<PersonKey, Away[]>;
  readonly holidays: Map<PersonKey, Holiday[]>;
  readonly hours: Map<PersonKey, WorkingHours[]>;
  readonly answers: LineageAnswer[];
  readonly identified: Map<string, Identified[]>;
  readonly assigned: Map<string, Assigned>;
}

type Filer<One extends Fact> = (fact: One, to: Filing) => unknown;

function fileMail(fact: NoticeMail, { pageOf, fileOf }: Filing): void {
  const { occurrence, series, wholeSeries } = fact;
  if (occurrence !== null && !wholeSeries) pageOf({ occurrence }).mails.push(fact);
  else if (wholeSeries && series !== null) fileOf({ series }).mails.push(fact);
}

/** Where each kind of fact is filed for the judgement; null: no outcome rests on it. */
const FILERS: { readonly [Kind in Fact['kind']]: Filer<Extract<Fact, { kind: Kind }>> | null } = {
  'series-seen': (fact, { fileOf }) => fileOf(fact).seen.push(fact),
  sighting: (fact, { pageOf }) => fact.draft || pageOf(fact).sightings.push(fact),
  missing: (fact, { pageOf }) => pageOf(fact).missings.push(fact),
  mail: fileMail,
  report: (fact, { fileOf }) => fileOf(fact).reports.push(fact),
  away: (fact, { away, keyOf }) => getOr(away, keyOf(fact.person), () => []).push(fact),
  holiday: (fact, { holidays, keyOf }) => getOr(holidays, keyOf(fact.person), () => []).push(fact),
  'working-hours': (fact, { hours, keyOf }) => getOr(hours, keyOf(fact.person), () => []).push(fact),
  'check-in': (fact, { pageOf }) => pageOf(fact).checkIns.push(fact),
  correction: (fact, { pageOf }) => pageOf(fact).corrections.push(fact),
  dispute: (fact, { pageOf }) => pageOf(fact).disputes.push(fact),
  annotation: (fact, { pageOf }) => pageOf(fact).notes.push(fact),
  rules: (fact, { fileOf }) => fileOf(fact).rules.push(fact),
  keeping: (fact, { fileOf }) => fileOf(fact).keeping.push(fact),
  vanished: (fact, { fileOf }) => fileOf(fact).vanished.push(fact),
  reduced: (fact, { fileOf }) => fileOf(fact).reduced.push(fact),
  lineage: (fact, { answers }) => answers.push(fact),
  identified: (fact, { identified }) => getOr(identified, fact.report, () => []).push(fact),
  assigned: (fact, { assigned }) => assigned.set(fact.report, fact),
  // Heeded before anything is filed.
  undo: null,
  recognized: null,
  erasure: null,
  // What was agreed, decided and told.
  decision: null,
  'decision-step': null,
  agreement: null,
  'agreement-reply': null,
  'input-request': null,
  answer: null,
  'mail-reply': null,
  point: null,
  'point-step': null,
  'point-mail': null,
  promise: null,
  'promise-step': null,
  'topic-step': null,
  recap: null,
  'catch-up': null,
  gesture: null,
  'look-back': null,
  'put-off': null,
  rhythm: null,
  retention: null,
};

/** A fact and the filer of its kind belong together, which the compiler cannot follow through a union. */
const put = (fact: Fact, to: Filing): unknown => (FILERS[fact.kind] as Filer<Fact> | null)?.(fact, to);

function* readFactIndex(owner: History['owner'], facts: readonly Fact[]): Steps<FactIndex> {
  const identity = identityOf(owner);
  const series = new Map<SeriesId, SeriesFile>();
  const fileOf = (id: SeriesId): SeriesFile => getOr(series, id, () => emptySeries(id));
  const lists: Filing = {
    fileOf: (of) => fileOf(of.series),
    pageOf: ({ occurrence: key }) =>
      getOr(fileOf(seriesOf(key)).occurrences, key, () => emptyOccurrence(key)),
    keyOf: identity.keyOf,
    ...{ away: new Map(), holidays: new Map(), hours: new Map() },
    ...{ answers: [], identified: new Map(), assigned: new Map() },
  };
  const standing = standingFacts(facts);
  yield;
  const names = recognizedIn(standing);
  const nameOf = (id: SeriesId): SeriesId => names.get(id)?.is ?? id;
  let count = 0;
  for (const fact of asRecognized(standing)) {
    put(fact, lists);
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
    heedOccurrences(file);
    doubtMails(file, identity);
  }
  const { away, holidays, hours, answers, identified, assigned } = lists;
  for (const spans of away.values()) spans.sort((a, b) => a.span.start - b.span.start || byId(a, b));
  const clocksDiffer = standing.some(tellsOfClock);
  return { identity, clocksDiffer, nameOf, series, away, holidays, hours, answers, identified, assigned };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const bySight = <Seen extends Sight>(a: Seen, b: Seen): number => sightAt(a) - sightAt(b) || byId(a, b);

const byArrival = (a: NoticeMail, b: NoticeMail): number => a.at - b.at || byId(a, b);

export function getOr<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
