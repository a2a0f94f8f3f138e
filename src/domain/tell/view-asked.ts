import type { AgreementView } from '../agree/agreed';
import { concernsOf } from '../agree/concerns';
import { decidedAmong, type Standing } from '../agree/decided-in';
import type { DecisionHistory } from '../agree/decision-history';
import type { Decision } from '../facts/decided/decision';
import type { OccurrenceKey } from '../facts/things/occurrence';
import { isSamePerson, type Owner, type Person } from '../facts/things/person';
import type { JudgedOccurrence } from '../judge/judged/judged';
import { presentAt } from '../judge/questions/there';
import type { Instant, LocalDate } from '../time/time';
import { USUAL_WEEK, type WeekOfWork, workingDeadline } from '../time/working-days';
import { localDate } from '../time/zone';

/** Until when something can still be changed, where nobody said so: three of their working days (11.4). */
const USUAL_DAYS = 3;

/** What is known of who was to be heard, when a mail is written that tells decisions. */
export interface ViewBasis {
  readonly owner: Owner;
  readonly agreements: readonly AgreementView[];
  readonly historyOf: (decision: Decision) => DecisionHistory | undefined;
  /** The occurrences in which they got their states, as far as they are known. */
  readonly homes: ReadonlyMap<OccurrenceKey, JudgedOccurrence>;
  /** With whom the owner keeps a one-to-one: their view is asked for of what is `large`. */
  readonly oneToOnes: readonly Person[];
  /** When somebody works; without it as is usual, on the owner's clock. */
  readonly weekOf?: ((person: Person) => WeekOfWork) | undefined;
}

/**
 * Of the decisions that a mail tells to these readers, those on which one of them was to be heard and was not, with the day
 * until which it can still be changed: of several readers the latest; null: it is past. Of these no mail says that nothing
 * is needed (11.4).
 */
export function viewsAsked(
  decisions: readonly Standing[],
  readers: readonly Person[],
  basis: ViewBasis,
  now: Instant,
): ReadonlyMap<string, LocalDate | null> {
  return new Map(
    decisions.flatMap((decision) => {
      const unheard = readers.filter((reader) => isUnheard(decision, reader, basis));
      return unheard.length === 0 ? [] : [[decision.id, untilOf(decision, unheard, basis, now)] as const];
    }),
  );
}

/** Silence lets a decision go ahead where that was agreed; it is no word of theirs, so they were not heard. */
function isUnheard(decision: Standing, reader: Person, basis: ViewBasis): boolean {
  const history = basis.historyOf(decision) ?? null;
  const presentIn = (home: JudgedOccurrence | undefined) => (home === undefined ? [] : presentAt(home));
  const isReader = (one: Person): boolean => isSamePerson(one, reader);
  const decidedWith = decision.decidedBy === undefined ? [] : presentIn(decidedAmong(decision, basis.homes));
  const { occurrence } = decision;
  const there = presentIn(occurrence === null ? undefined : basis.homes.get(occurrence));
  const isTheirs = ({ person }: { readonly person: Person }) => isSamePerson(person, reader);
  const concern = concernsOf({ decision, history, there, decidedWith }, basis.agreements, basis.owner).find(
    isTheirs,
  );
  if (concern !== undefined) return concern.ahead !== 'clear';
  const wasAsked = history?.asked.some(({ request }) => isTheirs(request)) ?? false;
  const isLarge = decision.reach === 'large' && basis.oneToOnes.some((one) => isSamePerson(one, reader));
  if (!wasAsked && !isLarge) return false;
  const last = history?.answers.findLast(isTheirs);
  if (last !== undefined) return last.said !== 'ok';
  const noted = history?.heardAnew === true ? [] : [...(decision.consulted ?? []), ...there];
  return ![...noted, ...decidedWith].some(isReader);
}

function untilOf(
  { undoUntil }: Decision,
  unheard: readonly Person[],
  { owner, weekOf }: ViewBasis,
  now: Instant,
): LocalDate | null {
  if (undoUntil !== undefined) return undoUntil < localDate(now, owner.zone) ? null : undoUntil;
  const days = unheard.flatMap((reader) => {
    const week = weekOf?.(reader) ?? { ...USUAL_WEEK, zone: owner.zone, holidays: new Set<LocalDate>() };
    const by = workingDeadline(now, USUAL_DAYS, week);
    return by === null ? [] : [localDate(by.at, week.zone)];
  });
  return days.sort().at(-1) ?? null;
}
