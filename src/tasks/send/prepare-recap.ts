import type { AgreementView } from '../../domain/agree/agreed';
import { type DecisionHistory, decisionHistory } from '../../domain/agree/decision-history';
import { type Decision, decisionName } from '../../domain/facts/decided/decision';
import type { RecapEntry } from '../../domain/facts/decided/recap-entry';
import { isTold, mailedAt, sentRecaps } from '../../domain/facts/decided/sending';
import { languageFor } from '../../domain/facts/entered/recap-language';
import type { Message } from '../../domain/facts/things/message';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import { amongPeople } from '../../domain/facts/things/people';
import type { Owner, Person, PersonKey } from '../../domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { Language } from '../../domain/language';
import { stillToHear } from '../../domain/measure/hearing';
import { decisionsFor, nextOccurrence } from '../../domain/tell/recap-content';
import { questionsFor } from '../../domain/tell/recap-questions';
import { OWN_MAILS_MAX, type Recipient, recipientsOf } from '../../domain/tell/recipients';
import type { Instant, Zone } from '../../domain/time/time';
import { Trouble } from '../../domain/trouble';
import { plainTextToHtml } from '../../formats/mail/recap-html';
import { composeRecap, recapText } from '../../formats/mail/recap-text';
import { oneLine } from '../../formats/text/one-line';

/** What is known when a recap is drafted. */
export interface RecapBasis {
  readonly owner: Owner;
  readonly lineage: JudgedLineage;
  readonly decisions: readonly Decision[];
  readonly recaps: readonly RecapEntry[];
  /** Every decision with what became of it: those that are still open are told as questions. */
  readonly histories?: readonly DecisionHistory[];
  /** Whose word says on which topics they hear. */
  readonly agreements?: readonly AgreementView[];
  /** Where people live, as far as anybody said so. */
  readonly zones?: Readonly<Record<PersonKey, Zone>>;
}

/** What the person chose; what is absent is as offered. */
export interface RecapChoice {
  readonly ticks?: Readonly<Record<PersonKey, boolean>>;
  /** One mail to all, in which everybody reads who else gets it. */
  readonly together?: boolean;
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
}

export interface PreparedRecap {
  /** Those who got none yet, ticked as chosen. */
  readonly recipients: readonly Recipient[];
  /** One for each who is ticked, or one for all; one to nobody where nobody is. */
  readonly letters: readonly PreparedLetter[];
}

/** The recap of an occurrence as it would go now. Throws `not-found` for an occurrence that is not in the lineage. */
export function prepareRecap(
  basis: RecapBasis,
  key: OccurrenceKey,
  now: Instant,
  { ticks = {}, together = false }: RecapChoice = {},
): PreparedRecap {
  const { owner, lineage, decisions, recaps } = basis;
  const occurrence = lineage.occurrences.find((one) => one.key === key);
  if (occurrence === undefined) throw new Trouble('not-found', 'occurrence of the recap');
  const offered = decisionsFor(occurrence, lineage, decisions, recaps);
  const untold = untoldOf(basis, now);
  const owed = offered.map((one) => ({ decision: one, isOwed: amongPeople(untold(one)) }));
  const known = { homes: homesIn(lineage), owed };
  // What went to everybody who missed it may still be owed to somebody who should hear (13.2).
  const own = decisions.filter((one) => one.occurrence === key && !offered.includes(one));
  const recipients = recipientsOf(occurrence, owner, [...offered, ...own].flatMap(untold))
    .filter(({ person }) => !isTold(recaps, key, person))
    .map((one) => ({ ...one, ticked: one.reachable && (ticks[one.person.key] ?? one.ticked) }));
  const ticked = recipients.filter((one) => one.ticked).map((one) => one.person);
  const isEach = !together && ticked.length > 0;
  const readers = isEach ? ticked.slice(0, OWN_MAILS_MAX).map((one) => [one]) : [ticked];
  return { recipients, letters: readers.map((to) => letterTo(to, basis, occurrence, known, now)) };
}

/** Who should hear of a decision and was not told. */
function untoldOf(basis: RecapBasis, now: Instant): (decision: Decision) => readonly Person[] {
  const { lineage, recaps, owner, histories = [], agreements = [] } = basis;
  const courses = new Map(histories.map((one) => [one.decision.id, one]));
  const homes = homesIn(lineage);
  return (decision) =>
    stillToHear(courses.get(decision.id) ?? decisionHistory(decision, [], now), {
      home: (decision.occurrence === null ? undefined : homes.get(decision.occurrence)) ?? null,
      ...{ needed: lineage.people, views: agreements, recaps, owner },
    });
}

/** The same for every mail of a recap. */
interface Known {
  readonly homes: ReadonlyMap<OccurrenceKey, JudgedOccurrence>;
  /** What somebody of these who miss it was not told, and whether somebody else should hear of it as well. */
  readonly owed: readonly { readonly decision: Decision; readonly isOwed: (person: Person) => boolean }[];
}

const homesIn = ({ occurrences }: JudgedLineage): ReadonlyMap<OccurrenceKey, JudgedOccurrence> =>
  new Map(occurrences.map((one) => [one.key, one]));

function letterTo(
  to: readonly Person[],
  basis: RecapBasis,
  occurrence: JudgedOccurrence,
  { homes, owed }: Known,
  now: Instant,
): PreparedLetter {
  const { owner, lineage, decisions, recaps, histories = [], zones = {} } = basis;
  const [first] = to;
  const only = to.length === 1 && first !== undefined ? first : null;
  const zone = only === null ? undefined : zones[only.key];
  const offered = decisionsFor(occurrence, lineage, decisions, recaps, only?.key);
  // "It went to you before" is said only of what went to everybody who reads it.
  const sent = sentRecaps(recaps);
  const wentBefore = (one: Decision): boolean =>
    to.every((reader) => mailedAt(sent, one.id, reader) !== null);
  const own = decisions.filter((one) => one.occurrence === occurrence.key && !offered.includes(one));
  const toldBefore = own.filter(wentBefore);
  // Who should hear of an earlier one, and did not miss this meeting, is told it as well.
  const earlier = owed.flatMap(({ decision, isOwed }) =>
    to.length > 0 && to.every(isOwed) ? [decision] : [],
  );
  const told = [...new Set([...offered, ...own.filter((one) => !toldBefore.includes(one)), ...earlier])].sort(
    (a, b) => a.number - b.number,
  );
  const body = composeRecap({
    occurrence,
    title: lineage.title,
    recipients: to,
    decisions: told,
    toldBefore,
    homes,
    questions: questionsFor(occurrence, lineage, histories, recaps, to),
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
    // Of a mail that only asks, the answers are to its questions.
    names: (body.told.length > 0 ? body.told : body.asked).map(decisionName),
  };
}

/** What a person sends: as edited. */
export type EditedLetter = Pick<PreparedLetter, 'to' | 'subject' | 'text'> & Partial<PreparedLetter>;

/** The letter as the person saw it, with the HTML made from exactly that text; `owner` gets the answers. */
export function messageOf(letter: EditedLetter, owner: Person | null = null): Message {
  const { to, text, language = 'en', names } = letter;
  const answers =
    owner === null || names === undefined ? null : { language, to: { address: owner.address, names } };
  return { to, text, subject: oneLine(letter.subject), html: plainTextToHtml(text, language, answers) };
}
