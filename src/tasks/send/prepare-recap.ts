import type { DecisionHistory } from '../../domain/agree/decision-history';
import {
  type Decision,
  type DecisionCalled,
  decisionName,
  decisionToken,
} from '../../domain/facts/decided/decision';
import { languageFor } from '../../domain/facts/entered/recap-language';
import type { Message } from '../../domain/facts/things/message';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { Person, PersonKey } from '../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { Language } from '../../domain/language';
import { oneToOnesOf } from '../../domain/measure/hearing';
import type { PointHistory } from '../../domain/points/point-history';
import { nextOccurrence } from '../../domain/tell/recap-content';
import { pointsForRecap } from '../../domain/tell/recap-points';
import { questionsFor } from '../../domain/tell/recap-questions';
import {
  type RecapKnown,
  type RecapPlan,
  type RecapPlanner,
  recapPlanner,
} from '../../domain/tell/recap-readers';
import { OWN_MAILS_MAX, type Recipient } from '../../domain/tell/recipients';
import { type ViewBasis, viewsAsked } from '../../domain/tell/view-asked';
import type { Instant, Zone } from '../../domain/time/time';
import type { WeekOfWork } from '../../domain/time/working-days';
import { Trouble } from '../../domain/trouble';
import { plainTextToHtml } from '../../formats/mail/recap-html';
import { composeRecap, recapText } from '../../formats/mail/recap-text';
import { oneLine } from '../../formats/text/one-line';

/** What is known when a recap is drafted. */
export interface RecapBasis extends RecapKnown {
  /** Of the whole log (12). */
  readonly points?: readonly PointHistory[];
  /** Where people live, as far as anybody said so. */
  readonly zones?: Readonly<Record<PersonKey, Zone>>;
  /** When somebody works, as far as it is known. */
  readonly weekOf?: (person: Person) => WeekOfWork;
}

/** What the person chose; what is absent is as offered. */
export interface RecapChoice {
  readonly ticks?: Readonly<Record<PersonKey, boolean>>;
  /** One mail to all, in which everybody reads who else gets it. */
  readonly together?: boolean;
  /** To this person alone. */
  readonly only?: PersonKey;
}

/** One mail as it would go now. */
export interface PreparedLetter {
  readonly to: readonly Person[];
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  /** Ids of the decisions it tells, and what they are called, for the answers. */
  readonly decisions: readonly string[];
  /** Ids of those that are still open in it. */
  readonly questions: readonly string[];
  readonly names: readonly string[];
  /** Ids of the points in it, and what it calls them; absent: none. */
  readonly points?: readonly string[];
  readonly pointsCalled?: readonly string[];
}

export interface PreparedRecap {
  /** Those who got none yet, ticked as chosen. */
  readonly recipients: readonly Recipient[];
  /** One for each who is ticked, or one for all; one to nobody where nobody is. */
  readonly letters: readonly PreparedLetter[];
}

/** More of them are not read beside the rest; the others come with the next mail. */
const POINTS_MAX = 3;

/** The recap of an occurrence as it would go now. Throws `not-found` for an occurrence that is not in the lineage. */
export function prepareRecap(
  basis: RecapBasis,
  key: OccurrenceKey,
  now: Instant,
  { ticks = {}, together = false, only }: RecapChoice = {},
): PreparedRecap {
  const occurrence = basis.lineage.occurrences.find((one) => one.key === key);
  if (occurrence === undefined) throw new Trouble('not-found', 'occurrence of the recap');
  const planner = recapPlanner(basis, now);
  const plan = planner.plan(occurrence);
  const recipients = plan.readers().map((one) => ({
    ...one,
    ticked:
      one.reachable && (only === undefined ? (ticks[one.person.key] ?? one.ticked) : one.person.key === only),
  }));
  const ticked = recipients.filter((one) => one.ticked).map((one) => one.person);
  const isEach = !together && ticked.length > 0;
  const readers = isEach ? ticked.slice(0, OWN_MAILS_MAX).map((one) => [one]) : [ticked];
  const letters = readers.map((to) =>
    letterTo(to, { ...basis, ...planner }, plan.toldTo(to), occurrence, now),
  );
  return { recipients, letters };
}

function viewBasisOf(
  { owner, lineage, agreements = [], histories = [], weekOf, ...basis }: RecapBasis,
  homes: RecapPlanner['homes'],
): ViewBasis {
  const courses = new Map(histories.map((one) => [one.decision.id, one]));
  return {
    ...{ owner, agreements, weekOf, oneToOnes: basis.oneToOnes ?? oneToOnesOf(lineage) },
    historyOf: ({ id }) => courses.get(id),
    homes,
  };
}

function letterTo(
  to: readonly Person[],
  basis: RecapBasis & Pick<RecapPlanner, 'homes'>,
  { told, toldBefore }: ReturnType<RecapPlan['toldTo']>,
  occurrence: JudgedOccurrence,
  now: Instant,
): PreparedLetter {
  const { owner, lineage, recaps, homes, histories = [], zones = {} } = basis;
  const [first] = to;
  const only = to.length === 1 && first !== undefined ? first : null;
  const zone = only === null ? undefined : zones[only.key];
  const open = pointsForRecap(occurrence, lineage, basis.points ?? [], to).slice(0, POINTS_MAX);
  const body = composeRecap({
    occurrence,
    title: lineage.title,
    recipients: to,
    decisions: told,
    toldBefore,
    homes,
    views: viewsAsked(told, to, viewBasisOf(basis, homes), now),
    questions: questionsFor(occurrence, lineage, histories, recaps, to),
    points: open,
    owner,
    ownerZone: owner.zone,
    ...(zone === undefined ? {} : { recipientZone: zone }),
    next: nextOccurrence(lineage, now),
    now,
    language: languageFor(only, owner, lineage.rules),
  });
  return {
    to,
    subject: body.subject,
    text: recapText(body),
    language: body.language,
    decisions: body.told.map(({ id }) => id),
    questions: [...body.asked, ...body.undecided].map(({ id }) => id),
    names: [...body.told, ...body.asked].map((one) => tokenIn(histories, one)),
    ...(open.length === 0
      ? {}
      : { points: open.map(({ point }) => point.id), pointsCalled: open.map(({ name }) => name) }),
  };
}

/** With its state, where its course is known. */
const tokenIn = (histories: readonly DecisionHistory[], decision: Decision & DecisionCalled): string => {
  const state = histories.find((one) => one.decision.id === decision.id)?.state;
  const name = decisionName(decision);
  return state === undefined ? name : decisionToken(name, state);
};

/** What a person sends: as edited. */
export type EditedLetter = Pick<PreparedLetter, 'to' | 'subject' | 'text'> & Partial<PreparedLetter>;

/** The letter as the person saw it, with the HTML made from exactly that text; `owner` gets the answers. */
export function messageOf(letter: EditedLetter, owner: Person | null = null): Message {
  const { to, text, language = 'en', names } = letter;
  const answers =
    owner === null || names === undefined ? null : { language, to: { address: owner.address, names } };
  return { to, text, subject: oneLine(letter.subject), html: plainTextToHtml(text, language, answers) };
}
