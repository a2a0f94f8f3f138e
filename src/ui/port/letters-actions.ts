import type { GestureKind } from '../../domain/facts/entered/gesture';
import type { LookBack, LookBackFault, LookBackNotes, Month } from '../../domain/facts/entered/look-back';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { Person, PersonKey } from '../../domain/facts/things/person';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import type { Result } from '../../domain/result';
import type { PersonRecord, WholeRecord } from '../../domain/tell/whole-record';
import type { Span, Zone } from '../../domain/time/time';
import type { TalkWanted } from '../../domain/time/time-that-holds';
import type { Trouble } from '../../domain/trouble';
import type { Letter } from './letter';

/**
 * What both calendars say now. `hidden`: whose does not show when they are free. Of `times` there are two, one, or none that
 * would hold; `zone` is where the other works, as far as it is known.
 */
export type TimesAnswer =
  | { readonly found: 'times'; readonly times: readonly Span[]; readonly zone: Zone | null }
  | { readonly found: 'hidden'; readonly whose: 'own' | 'theirs' }
  | { readonly found: 'failed'; readonly trouble: Trouble };

/** Letters and sheets from the log: none of them is ever sent from here. */
export interface LettersActions {
  /** Notes a step towards somebody, or that it is not wanted now; gives the id of the entry. */
  readonly note: (
    series: SeriesId,
    does: GestureKind,
    people: readonly Person[],
    done: boolean,
  ) => Promise<string>;
  readonly openInOutlook: (letter: Letter) => Promise<void>;
  /** The letter as the file of a mail, with its text and its HTML. */
  readonly asFile: (letter: Letter) => Promise<string>;
  /** Where the people of a meeting live, as far as anybody said so. */
  readonly zones: (of: Pick<JudgedLineage, 'id' | 'rules'>) => Promise<Readonly<Record<PersonKey, Zone>>>;
  /** Times that would hold with somebody, by both calendars at this moment; nothing of them is kept. */
  readonly freeTimes: (person: Person, wanted: TalkWanted) => Promise<TimesAnswer>;
  /** A draft to oneself, where a page cannot be printed. */
  readonly openToMyself: (letter: Omit<Letter, 'to'>) => Promise<void>;
  /** Freezes the numbers of a month as they are now. */
  readonly lookBack: (
    month: Month,
    notes: LookBackNotes,
  ) => Promise<Result<LookBack, readonly LookBackFault[]>>;
  /** False where somebody changed what was frozen. */
  readonly isIntact: (one: LookBack) => Promise<boolean>;
  /** What the owner said and did, with the lineage on screen; or with every kept one, which takes its time. */
  readonly record: (reach: 'here' | 'all') => Promise<WholeRecord>;
  /** What the log holds about somebody, over the meetings shared with them; null: they were erased, and that is said. */
  readonly recordWith: (person: Person) => Promise<PersonRecord | null>;
}
