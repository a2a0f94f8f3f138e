import { monthCountsOf } from '../../facts/entered/reduced';
import type { FactIndex } from '../../facts/log/fact-index';
import type { SeriesId } from '../../facts/things/occurrence';
import type { Person } from '../../facts/things/person';
import { plainTitle } from '../../facts/things/title';
import type { Instant } from '../../time/time';
import { defaultWindow } from '../evidence/window';
import type { JudgedLineage } from '../judged/judged';
import { leftOutOf, membersOf, standingsOf } from '../judged/members';
import type { LineageInput } from '../rows/lineage-input';
import type { ListedOccurrence } from '../rows/listed-occurrence';

export type Card = Omit<JudgedLineage, 'occurrences' | 'splitQuestions' | 'unscheduled' | 'unmatched'>;

/** What is true of the lineage as a whole, as it stands now. */
export function cardOf(
  factIndex: FactIndex,
  input: LineageInput,
  entries: readonly ListedOccurrence[],
  now: Instant,
): Card {
  const { files, face, kept, rules, perWeek, single, inParts } = input;
  const latest = entries.findLast(({ history }) => history.effective.start <= now) ?? entries[0];
  const standings = standingsOf(rules, factIndex.identity);
  const leftOut = leftOutOf(standings);
  const needed = latest?.roster.everybody.filter((one) => one.needed && !leftOut.has(one.person.key)) ?? [];
  return {
    id: files[0]?.id ?? '',
    series: files.map(({ id }) => id),
    title: plainTitle(face?.title || (latest?.row.title ?? '')),
    zone: face?.recurrence?.zone ?? latest?.row.zone ?? factIndex.identity.owner.zone,
    keptSince: kept.since,
    paused: kept.paused,
    stopped: kept.stopped,
    oneToOne: latest?.roster.oneToOne ?? false,
    ownerOrganizes: latest?.roster.ownerOrganizes ?? face?.ownerOrganizes ?? false,
    organizer: latest?.roster.organizer ?? face?.organizer ?? null,
    people: needed.map(({ person }) => person),
    members: membersOf(
      entries.map(({ roster }) => roster),
      standings,
    ),
    rules,
    window: rules.window ?? defaultWindow(perWeek),
    perWeek,
    ...(single ? { single } : {}),
    ...(inParts ? { inParts } : {}),
    workingHours: hoursOf(factIndex, [factIndex.identity.owner, ...needed.map(({ person }) => person)]),
    ...reducedIn(files),
    vanished: vanishedIn(input),
    judgedAt: latestOf(input),
  };
}

/** Nothing at all where nothing was reduced. */
function reducedIn(files: LineageInput['files']): Pick<Card, 'reduced'> {
  const reduced = monthCountsOf(files.flatMap((file) => file.reduced));
  return reduced.length === 0 ? {} : { reduced };
}

const hoursOf = ({ hours }: FactIndex, people: readonly Person[]) =>
  [...new Set(people.map(({ key }) => key))].flatMap((key) => hours.get(key)?.at(-1) ?? []);

/** 1: series that disappeared without a word. One that another one continues is explained. */
function vanishedIn({ files, rows }: LineageInput): readonly SeriesId[] {
  const vanished = new Set(rows.filter((row) => row.vanished).map(({ series }) => series));
  return files
    .filter(
      ({ id }, order) =>
        vanished.has(id) && !files.slice(order + 1).some(({ seen }) => seen.at(-1)?.recurrence),
    )
    .map(({ id }) => id);
}

/** The latest fact the judgement rests on. */
function latestOf({ files, guests, rows }: LineageInput): Instant {
  let latest = 0;
  const look = (facts: readonly { readonly recordedAt: Instant }[]) => {
    for (const { recordedAt } of facts) if (recordedAt > latest) latest = recordedAt;
  };
  for (const { seen, mails, reports, rules, keeping, vanished } of [...files, ...guests]) {
    for (const facts of [seen, mails, reports, rules, keeping, vanished]) look(facts);
  }
  for (const { file } of rows) {
    const { sightings, missings, mails, checkIns, corrections, disputes, notes } = file;
    for (const facts of [sightings, missings, mails, checkIns, corrections, disputes, notes]) look(facts);
  }
  return latest;
}
