import { earliestOf, isKeptInParts, type Kept, keptOf } from '../../facts/entered/keeping';
import type { SeriesRules } from '../../facts/entered/rules';
import { asSaid } from '../../facts/log/dating';
import { type FactIndex, getOr, type SeriesFile } from '../../facts/log/fact-index';
import type { Report } from '../../facts/observed/report';
import type { Sighting } from '../../facts/observed/sighting';
import { isOutlookSeries, type SeriesId } from '../../facts/things/occurrence';
import type { SeriesSeen } from '../../facts/things/series';
import { perWeek } from '../../observe/recurrence';
import { couldReplace, featuresOf } from '../../observe/same-meeting';
import type { Steps } from '../../pace';
import { DAY, type Instant, type Span } from '../../time/time';
import { plannedRows, planOf } from '../evidence/plan';
import { inOrder, lastSeen, membersOf } from './lineage';
import { type Replacement, replacementsOf } from './replacement';
import { drawingRows, type OccurrenceRow } from './rows';
import { withSeriesDoubts } from './series-doubts';
import { sharingLink } from './shared-link';

/** 1: a sweep looks 60 days ahead; what is planned beyond is not yet a row. */
export const AHEAD = 60 * DAY;
/** Where nobody opted in, the log would reach this far back. */
const BACK = 90 * DAY;

/** A lineage before it is judged: its series, its rules, and everything that could be a row. */
export interface LineageInput {
  /** Oldest first, single meetings last. */
  readonly files: readonly SeriesFile[];
  /** Single meetings that took the place of an occurrence (5.3). */
  readonly guests: readonly SeriesFile[];
  readonly rules: SeriesRules;
  readonly kept: Kept;
  /** Of the latest series. */
  readonly perWeek: number;
  /** A single meeting, or occurrences that are kept by themselves (10.3). */
  readonly single: boolean;
  /** Those: their series is not kept. */
  readonly inParts: boolean;
  /** The latest series, as last seen. */
  readonly face: SeriesSeen | null;
  readonly rows: readonly OccurrenceRow[];
  readonly replacements: readonly Replacement[];
  readonly reports: readonly Report[];
  /** Every series whose rows were looked at, this lineage's and others'. */
  readonly looked: readonly SeriesFile[];
  /** Of other lineages that share a join link with this one: what a session could belong to instead. */
  readonly neighbours: { readonly rows: readonly OccurrenceRow[]; readonly reports: readonly Report[] };
}

/** Null where nothing is known about the series. */
export function* gatheringInput(
  factIndex: FactIndex,
  series: SeriesId,
  now: Instant,
): Steps<LineageInput | null> {
  if (!factIndex.series.has(series)) return null;
  return (yield* findingHost(factIndex, series, now)) ?? (yield* inputOf(factIndex, series, now));
}

/** The kept lineage in which a single meeting, of which nobody keeps a log, took the place of an occurrence. */
function* findingHost(factIndex: FactIndex, series: SeriesId, now: Instant): Steps<LineageInput | null> {
  const file = factIndex.series.get(series);
  if (file === undefined || !isSingle(file) || membersOf(factIndex, series).length > 1) return null;
  if (file.keeping.some(({ does }) => does === 'start')) return null;
  const asked = new Set<SeriesId>();
  for (const other of factIndex.series.values()) {
    if (isSingle(other) || asked.has(other.id)) continue;
    if (organizerOf(factIndex, other) !== organizerOf(factIndex, file)) continue;
    const host = yield* inputOf(factIndex, other.id, now);
    for (const member of host.files) asked.add(member.id);
    if (host.kept.since !== null && host.guests.some((guest) => guest.id === series)) return host;
  }
  return null;
}

function* inputOf(factIndex: FactIndex, series: SeriesId, now: Instant): Steps<LineageInput> {
  const members = membersOf(factIndex, series).flatMap((id) => factIndex.series.get(id) ?? []);
  const files = inOrder(members);
  const kept = keptOf(files.flatMap(({ keeping }) => keeping));
  const inParts = isKeptInParts(kept);
  const from = earliestOf(kept);
  const horizon = { start: Number.isFinite(from) ? from : now - BACK, end: now + AHEAD };
  const drawing = (of: readonly SeriesFile[]) => drawingAll(factIndex, of, horizon);
  const drawn = yield* drawing(files);
  const rows = inParts ? drawn.filter(({ key }) => kept.alone.has(key)).map(byItself) : drawn;
  const singles = singlesLike(factIndex, files);
  const invitations = yield* drawing(singles);
  const rivals = rivalsOf(factIndex, files, singles);
  const foreign = yield* drawing(rivals);
  const replacements = replacementsOf(rows, invitations, foreign, factIndex.identity.owner);
  const taken = new Set(replacements.map(({ invitation }) => invitation.series));
  const guests = singles.filter(({ id }) => taken.has(id));
  const sharing = sharingLink(factIndex, [...files, ...guests]);
  const rules = rulesOf(files);
  const latest = files.findLast((file) => !isSingle(file)) ?? files.at(-1);
  const rule = latest === undefined ? null : planOf(latest).recurrence;
  const face = (latest && lastSeen(latest)) ?? null;
  const single = inParts || (face !== null && files.every(isSingle));
  return {
    files,
    guests,
    rules: single ? rules : withoutTopic(rules),
    kept,
    perWeek: rule === null || inParts ? 0 : perWeek(rule),
    single,
    inParts,
    face,
    rows,
    replacements,
    reports: [...files, ...guests].flatMap(({ reports }) => reports),
    looked: [...files, ...singles, ...rivals, ...sharing],
    neighbours: {
      rows: yield* drawing(sharing),
      reports: sharing.flatMap(({ reports }) => reports),
    },
  };
}

/** Kept by itself it is judged as what takes place once is (10.3): how often its series does is nothing to it. */
const byItself = (row: OccurrenceRow): OccurrenceRow => ({ ...row, perWeek: null });

function* drawingAll(
  factIndex: FactIndex,
  files: readonly SeriesFile[],
  horizon: Span,
): Steps<readonly OccurrenceRow[]> {
  const rows: OccurrenceRow[] = [];
  for (const file of files) {
    const drawn = yield* drawingRows(factIndex, file, horizon);
    for (const row of withSeriesDoubts(drawn, file)) rows.push(row);
    yield;
  }
  return rows;
}

/** Whether a look at `now` reaches an occurrence that a look at `then` did not reach yet. */
export function plansBetween({ looked }: LineageInput, then: Instant, now: Instant): boolean {
  const added = { start: then + AHEAD, end: now + AHEAD };
  return looked.some((file) => plannedRows(file.id, planOf(file), added).size > 0);
}

/** Outlook often keeps the rule of a series to itself. */
const isSingle = (file: SeriesFile): boolean =>
  !isOutlookSeries(file.id) && !file.seen.some(({ recurrence }) => recurrence !== null);

/** Series of other lineages that one of these single meetings could belong to as well. */
function rivalsOf(
  factIndex: FactIndex,
  files: readonly SeriesFile[],
  singles: readonly SeriesFile[],
): readonly SeriesFile[] {
  const { owner } = factIndex.identity;
  const faces = singles.flatMap((file) => stateOf(file) ?? []).map((state) => featuresOf(state, owner));
  if (faces.length === 0) return [];
  const ours = new Set(files.map(({ id }) => id));
  return [...factIndex.series.values()].filter((file) => {
    const seen = file.seen.at(-1);
    if (ours.has(file.id) || !seen?.recurrence) return false;
    const own = featuresOf(seen, owner);
    return faces.some((face) => couldReplace(own, face));
  });
}

/** By organizer: looking at every single meeting for every lineage would not stay a walk. */
const singlesByOrganizer = new WeakMap<FactIndex, ReadonlyMap<string, readonly SeriesFile[]>>();

function singlesLike(factIndex: FactIndex, files: readonly SeriesFile[]): readonly SeriesFile[] {
  let all = singlesByOrganizer.get(factIndex);
  if (all === undefined) {
    const made = new Map<string, SeriesFile[]>();
    for (const file of factIndex.series.values()) {
      const organizer = organizerOf(factIndex, file);
      if (organizer !== null && isSingle(file)) getOr(made, organizer, () => []).push(file);
    }
    singlesByOrganizer.set(factIndex, made);
    all = made;
  }
  const ours = new Set(files.map(({ id }) => id));
  const organizers = new Set(files.map((file) => organizerOf(factIndex, file)));
  return [...organizers]
    .flatMap((organizer) => (organizer === null ? [] : (all.get(organizer) ?? [])))
    .filter(({ id }) => !ours.has(id));
}

function organizerOf({ identity }: FactIndex, file: SeriesFile): string | null {
  const state = stateOf(file);
  if (state === undefined) return null;
  return state.ownerOrganizes ? identity.owner.key : state.organizer && identity.keyOf(state.organizer.key);
}

/** The series as last seen, else one of its occurrences. */
function stateOf({ seen, occurrences }: SeriesFile): SeriesSeen | Sighting | undefined {
  const last = seen.at(-1);
  if (last !== undefined) return last;
  for (const { sightings } of occurrences.values()) if (sightings.length > 0) return sightings.at(-1);
  return undefined;
}

/** The latest of each field counts, on whichever series of the lineage it was set. */
/** Only a single meeting has a topic (10.1); joined to a series it has none any more. */
const withoutTopic = ({ topic: _, ...rules }: SeriesRules): SeriesRules => rules;

function rulesOf(files: readonly SeriesFile[]): SeriesRules {
  const sets = files.flatMap(({ rules }) => rules);
  sets.sort(asSaid);
  return Object.assign({}, ...sets.map(({ rules }) => rules)) as SeriesRules;
}
