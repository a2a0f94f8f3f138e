import { type Folio, folioOf } from '../facts/folio';
import type { History } from '../facts/history';
import type { SeriesId } from '../facts/occurrence';
import type { Person, PersonKey } from '../facts/person';
import { monthCountsOf } from '../facts/reduced';
import { plainTitle } from '../facts/title';
import type { Instant } from '../time/time';
import { absencesOf } from './absence';
import { entriesOf, neededEver, standIns } from './entries';
import type { Entry } from './gather';
import { judgeOccurrence } from './judge-occurrence';
import type { JudgedLineage } from './judged';
import { splitQuestions } from './lineage';
import { membersOf, type Standings, standingsOf } from './members';
import { directoryOf } from './presence';
import { assignReports } from './sessions';
import { type Survey, surveyOf } from './survey';
import { defaultWindow } from './window';

/**
 * Judges the lineage that contains a series: its occurrences with their outcomes, as of `now`. The facts may be in
 * any order, more than once, and about other series as well. Null when nothing is known about the series.
 */
export function judgeLineage(history: History, asked: SeriesId, now: Instant): JudgedLineage | null {
  const folio = folioOf(history);
  const survey = surveyOf(folio, folio.nameOf(asked), now);
  if (survey === null) return null;
  const entries = entriesOf(folio, survey);
  const judgements = judgeEntries(folio, survey, entries, now);
  return {
    ...cardOf(folio, survey, entries, now),
    occurrences: judgements.rows.map(({ occurrence }) => occurrence),
    splitQuestions: splitQuestions(folio, survey.files),
    unscheduled: judgements.unscheduled.map(({ id: report, session, rows }) => ({
      report,
      session,
      names: rows.map(({ name }) => name).filter((name) => name !== ''),
    })),
    unmatched: judgements.rows.flatMap(({ occurrence, presence }) =>
      presence.unmatched.map((one) => ({ ...one, occurrence: occurrence.key })),
    ),
  };
}

function judgeEntries(folio: Folio, survey: Survey, entries: readonly Entry[], now: Instant) {
  const { kept, rules, neighbours } = survey;
  const reports = [...survey.reports, ...neighbours.reports];
  const places = [
    ...entries.map(({ row, course, supersededBy }) => ({
      key: row.key,
      effective: course.effective,
      superseded: supersededBy !== null,
    })),
    ...neighbours.rows.map(({ key, course }) => ({
      key,
      effective: course.effective,
      superseded: course.cancelled,
    })),
  ];
  const { reportsOf, unscheduled } = assignReports(reports, places, folio.assigned, standIns(survey));
  const directory = directoryOf(folio.identity, peopleIn(entries), reports, folio.identified);
  const absences = absencesOf(folio, rules);
  const leftOut = leftOutOf(standingsOf(rules, folio.identity));
  const members = neededEver(entries);
  const rows = entries.map((entry) => {
    const own = new Set(entry.roster.everybody.map(({ person }) => person.key));
    const outsiders = members.filter(({ person }) => !own.has(person.key));
    const around = { folio, kept, absences, directory, now, reports: reportsOf.get(entry.row.key) ?? [] };
    return judgeOccurrence(entry, around, outsiders, leftOut);
  });
  const own = new Set(survey.reports);
  return { rows, unscheduled: unscheduled.filter((report) => own.has(report)) };
}

const leftOutOf = (standings: Standings): ReadonlySet<PersonKey> =>
  new Set([...standings].filter(([, standing]) => standing === 'left-out').map(([key]) => key));

function peopleIn(entries: readonly Entry[]): Iterable<Person> {
  const people = new Map<string, Person>();
  for (const { roster } of entries) for (const { person } of roster.everybody) people.set(person.key, person);
  return people.values();
}

type Card = Omit<JudgedLineage, 'occurrences' | 'splitQuestions' | 'unscheduled' | 'unmatched'>;

/** What is true of the lineage as a whole, as it stands now. */
function cardOf(folio: Folio, survey: Survey, entries: readonly Entry[], now: Instant): Card {
  const { files, face, kept, rules, perWeek } = survey;
  const latest = entries.findLast(({ course }) => course.effective.start <= now) ?? entries[0];
  const standings = standingsOf(rules, folio.identity);
  const leftOut = leftOutOf(standings);
  const needed = latest?.roster.everybody.filter((one) => one.needed && !leftOut.has(one.person.key)) ?? [];
  return {
    id: files[0]?.id ?? '',
    series: files.map(({ id }) => id),
    title: plainTitle(face?.title || (latest?.row.title ?? '')),
    zone: face?.recurrence?.zone ?? latest?.row.zone ?? folio.identity.owner.zone,
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
    workingHours: hoursOf(folio, [folio.identity.owner, ...needed.map(({ person }) => person)]),
    ...reducedIn(files),
    vanished: vanishedIn(survey),
    judgedAt: latestOf(survey),
  };
}

/** Nothing at all where nothing was reduced. */
function reducedIn(files: Survey['files']): Pick<Card, 'reduced'> {
  const reduced = monthCountsOf(files.flatMap((file) => file.reduced));
  return reduced.length === 0 ? {} : { reduced };
}

const hoursOf = ({ hours }: Folio, people: readonly Person[]) =>
  [...new Set(people.map(({ key }) => key))].flatMap((key) => hours.get(key)?.at(-1) ?? []);

/** 1: series that disappeared without a word. One that another one continues is explained. */
function vanishedIn({ files, rows }: Survey): readonly SeriesId[] {
  const vanished = new Set(rows.filter((row) => row.vanished).map(({ series }) => series));
  return files
    .filter(
      ({ id }, order) =>
        vanished.has(id) && !files.slice(order + 1).some(({ seen }) => seen.at(-1)?.recurrence),
    )
    .map(({ id }) => id);
}

/** The latest fact the judgement rests on. */
function latestOf({ files, guests, rows }: Survey): Instant {
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
