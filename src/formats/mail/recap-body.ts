import type { Standing } from '../../domain/agree/decided-in';
import type { Decision } from '../../domain/facts/decided/decision';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { Owner, Person } from '../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { Language } from '../../domain/language';
import type { PointHistory } from '../../domain/points/point-history';
import type { OpenQuestion } from '../../domain/tell/recap-questions';
import type { Instant, LocalDate, Zone } from '../../domain/time/time';

export interface RecapInput {
  readonly occurrence: JudgedOccurrence;
  readonly title: string;
  readonly recipients: readonly Person[];
  /** Of several the newest are told; those that find no room come with the next recap. */
  readonly decisions: readonly Standing[];
  /** What was decided there and is not told again, because it went before (10.2: it was decided all the same). */
  readonly toldBefore?: readonly Decision[];
  /** The occurrences in which they were decided, as far as they are known: whether there was a meeting, and when. */
  readonly homes?: ReadonlyMap<OccurrenceKey, JudgedOccurrence>;
  /**
   * Those on which a reader was to be heard and was not, with the day until which it can still be changed; null: that day
   * is past. Of these the mail asks for a view, and never says that nothing is needed (11.4).
   */
  readonly views?: ReadonlyMap<string, LocalDate | null>;
  /** Still open: what the reader was asked, and what else is not decided yet. */
  readonly questions?: readonly OpenQuestion[];
  /** Open with its one reader, as the meeting did not take place (12.3). */
  readonly points?: readonly PointHistory[];
  readonly owner: Owner;
  readonly ownerZone: Zone;
  /** Shown beside the owner's where they differ. */
  readonly recipientZone?: Zone;
  readonly next: Pick<JudgedOccurrence, 'effective' | 'title'> | null;
  /** For "today"; without it the day is named. */
  readonly now?: Instant;
  readonly language: Language;
}

/** What the lines of a matter are written from. */
export interface MatterInput
  extends Pick<RecapInput, 'recipients' | 'homes' | 'ownerZone' | 'now' | 'language'> {
  /** Which the mail is about; null: about none alone. */
  readonly occurrence: Pick<JudgedOccurrence, 'key'> | null;
}

export const PARTS = [
  'matter',
  'greeting',
  'need',
  'item',
  'why',
  'not-chosen',
  'impact',
  'owner',
  'reply',
  'undecided',
  'next',
  'footer',
] as const;
export type RecapPart = (typeof PARTS)[number];

/** A paragraph of plain values: nothing in it is markup. */
export interface Paragraph {
  readonly part: RecapPart;
  /** Said first, in bold where there is bold: `Why:`. */
  readonly lead: string;
  readonly lines: readonly string[];
}

/** A recap in its fixed order; parts with nothing to say are not there. */
export interface RecapBody {
  readonly language: Language;
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
  /** The decisions in it, as they stand in it. */
  readonly told: readonly Decision[];
  /** The open ones in it: those the reader was asked about, and the others. */
  readonly asked: readonly Decision[];
  readonly undecided: readonly Decision[];
}
