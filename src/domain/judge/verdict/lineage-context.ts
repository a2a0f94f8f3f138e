import type { FactIndex } from '../../facts/log/fact-index';
import type { Person, PersonKey } from '../../facts/things/person';
import type { Instant } from '../../time/time';
import { absencesOf } from '../evidence/absence';
import { directoryOf } from '../evidence/directory';
import { type Assignment, assignReports } from '../evidence/sessions';
import type { JudgedLineage } from '../judged/judged';
import { leftOutOf, standingsOf } from '../judged/members';
import type { Invited } from '../judged/roster';
import { splitQuestions } from '../rows/lineage';
import type { LineageInput } from '../rows/lineage-input';
import type { ListedOccurrence, OccurrenceContext } from '../rows/listed-occurrence';
import { neededEver, standIns } from '../rows/listed-occurrences';
import { type Judgement, judgeOccurrence } from './judge-occurrence';

/** What an occurrence is judged with; nothing in it comes from a word about one of them. */
export interface LineageContext {
  readonly around: Omit<OccurrenceContext, 'reports' | 'now'>;
  readonly reportsOf: Assignment['reportsOf'];
  readonly unscheduled: JudgedLineage['unscheduled'];
  readonly splitQuestions: JudgedLineage['splitQuestions'];
  readonly members: readonly Invited[];
  readonly leftOut: ReadonlySet<PersonKey>;
}

/** Looked up once for all occurrences of a lineage. */
export function lineageContextOf(
  factIndex: FactIndex,
  input: LineageInput,
  entries: readonly ListedOccurrence[],
): LineageContext {
  const { kept, rules, neighbours } = input;
  const reports = [...input.reports, ...neighbours.reports];
  const places = [
    ...entries.map(({ row, history, supersededBy }) => ({
      key: row.key,
      effective: history.effective,
      superseded: supersededBy !== null,
    })),
    ...neighbours.rows.map(({ key, history }) => ({
      key,
      effective: history.effective,
      superseded: history.cancelled,
    })),
  ];
  const { reportsOf, unscheduled } = assignReports(reports, places, factIndex.assigned, standIns(input));
  const directory = directoryOf(factIndex.identity, peopleIn(entries), reports, factIndex.identified);
  const own = new Set(input.reports);
  return {
    around: { factIndex, kept, absences: absencesOf(factIndex, rules), directory },
    reportsOf,
    unscheduled: unscheduled
      .filter((report) => own.has(report))
      .map(({ id: report, session, rows }) => ({
        report,
        session,
        names: rows.map(({ name }) => name).filter((name) => name !== ''),
      })),
    splitQuestions: splitQuestions(factIndex, input.files),
    members: neededEver(entries),
    leftOut: leftOutOf(standingsOf(rules, factIndex.identity)),
  };
}

/** One occurrence, with those of the lineage who were not asked to it. */
export function judgeEntry(
  { around, reportsOf, members, leftOut }: LineageContext,
  entry: ListedOccurrence,
  now: Instant,
): Judgement {
  const own = new Set(entry.roster.everybody.map(({ person }) => person.key));
  const outsiders = members.filter(({ person }) => !own.has(person.key));
  const reports = reportsOf.get(entry.row.key) ?? [];
  return judgeOccurrence(entry, { ...around, now, reports }, outsiders, leftOut);
}

function peopleIn(entries: readonly ListedOccurrence[]): Iterable<Person> {
  const people = new Map<string, Person>();
  for (const { roster } of entries) for (const { person } of roster.everybody) people.set(person.key, person);
  return people.values();
}
