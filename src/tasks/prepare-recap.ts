import type { Decision } from '../domain/decision';
import type { JudgedLineage } from '../domain/judged';
import type { OccurrenceKey } from '../domain/occurrence';
import type { Owner, Person } from '../domain/person';
import {
  decisionsFor,
  type Message,
  nextOccurrence,
  type RecapEntry,
  type Recipient,
  recipientsOf,
} from '../domain/recap';
import type { Instant } from '../domain/time';
import { Trouble } from '../domain/trouble';
import { unkindWords } from '../domain/words';
import { oneLine } from '../formats/one-line';
import { plainTextToHtml } from '../formats/recap-html';
import { composeRecap, recapText, wordCount } from '../formats/recap-text';

/** What is known when a recap is drafted. */
export interface RecapBasis {
  readonly owner: Owner;
  readonly lineage: JudgedLineage;
  readonly decisions: readonly Decision[];
  readonly recaps: readonly RecapEntry[];
}

export interface PreparedRecap {
  readonly subject: string;
  readonly text: string;
  readonly recipients: readonly Recipient[];
  readonly words: number;
  /** Ids of the decisions it tells. */
  readonly decisions: readonly string[];
  /** Words to point out to the writer (definitions, section 8). */
  readonly unkind: readonly string[];
}

/** The recap of an occurrence as it would go now. Throws `not-found` for an occurrence that is not in the lineage. */
export function prepareRecap(basis: RecapBasis, key: OccurrenceKey, now: Instant): PreparedRecap {
  const { owner, lineage, decisions, recaps } = basis;
  const occurrence = lineage.occurrences.find((one) => one.key === key);
  if (occurrence === undefined) throw new Trouble('not-found', 'occurrence of the recap');
  const told = decisionsFor(occurrence, lineage, decisions, recaps);
  const recipients = recipientsOf(
    occurrence,
    owner,
    told.flatMap((decision) => decision.informed),
  );
  const body = composeRecap({
    occurrence,
    title: lineage.title,
    recipients: recipients.filter((one) => one.ticked).map((one) => one.person),
    decisions: told,
    owner,
    ownerZone: owner.zone,
    next: nextOccurrence(lineage, now),
    now,
    language: 'en',
  });
  const text = recapText(body);
  return {
    subject: body.subject,
    text,
    recipients,
    words: wordCount(text),
    decisions: told.map((decision) => decision.id),
    unkind: unkindWords(`${body.subject}\n${text}`),
  };
}

/** The letter as the person saw it, with the HTML made from exactly that text. */
export const messageOf = (letter: {
  readonly to: readonly Person[];
  readonly subject: string;
  readonly text: string;
}): Message => ({ ...letter, subject: oneLine(letter.subject), html: plainTextToHtml(letter.text) });
