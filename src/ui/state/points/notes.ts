import { computed, signal } from '@preact/signals';
import type { QuoteCandidate } from '../../../domain/candidates/candidate';
import type { Found } from '../../../domain/candidates/candidates-of';
import { dateOf, type OccurrenceKey } from '../../../domain/facts/things/occurrence';
import type { Person } from '../../../domain/facts/things/person';
import type { SourceQuote } from '../../../domain/facts/things/source-quote';
import type { LocalDate } from '../../../domain/time/time';
import { localDate } from '../../../domain/time/zone';
import {
  NOTHING_FOUND,
  ONE_AT_A_TIME,
  otherDayWords,
  SOURCE_FAULT_WORDS,
  TYPED_ALREADY,
  UNKNOWN_LANGUAGE,
} from '../../words/decide/candidates';
import type { DecisionState } from '../decide/decisions';
import { createLongWork } from '../long-work';
import type { PaneState } from '../pane';
import type { PromisePlace } from './promising';
import type { PointTyped } from './raising';

/** So many likely ones are shown beside all that are marked; the others are behind *More*. */
const LIKELY = 3;
/** So many at once, of what a long text marks as well. */
const AT_ONCE = 20;

/** A quote with the form that is open below it. */
interface Opened {
  readonly one: QuoteCandidate;
  readonly as: 'promise' | 'question';
}

/** What may be decisions in notes that somebody gave; they are gone with the form. */
export function createNotesState(pane: PaneState, form: DecisionState) {
  const work = createLongWork();
  const found = signal<Found | null>(null);
  const fault = signal<string | undefined>(undefined);
  const said = signal<string | null>(null);
  const more = signal(0);
  /** Quotes that were taken over; the last one is in the form. */
  const taken = signal<readonly QuoteCandidate[]>([]);
  /** Those below which a form is open: what is typed in one stays, whatever is opened beside it. */
  const opened = signal<readonly Opened[]>([]);
  /** What was made of one just now, and can be taken back. */
  const made = signal<(Opened & { readonly entry: string }) | null>(null);
  let latest = 0;

  /** Also where it was moved: notes can be headed with the day it was planned for. None: of no meeting on screen. */
  const daysOfMeeting = (): readonly LocalDate[] => {
    const key = form.draft.peek().occurrence;
    const one = pane.occurrences.peek().find((other) => other.key === key);
    return one === undefined ? [] : [dateOf(one.key), localDate(one.effective.start, pane.zone.peek())];
  };

  const look = async (given: string | Blob): Promise<void> => {
    const own = ++latest;
    work.stop();
    found.value = null;
    fault.value = undefined;
    said.value = null;
    more.value = 0;
    const answer = await pane.attempt(async () =>
      work.follow({ doing: 'Looking' }, async (watch) =>
        (await pane.actions.consult()).findInNotes(given, watch).then((result) => ({ result })),
      ),
    );
    if (own !== latest || answer === null) return;
    const { result } = answer;
    if (result === null) said.value = 'Stopped.';
    else if (!result.ok) fault.value = SOURCE_FAULT_WORDS[result.fault];
    else {
      found.value = result.value;
      const words = result.value.candidates.length === 0 ? [NOTHING_FOUND] : [];
      if (!result.value.languageKnown) words.push(UNKNOWN_LANGUAGE);
      const { headedWith } = result.value;
      const days = daysOfMeeting();
      if (headedWith !== null && days.length > 0 && !days.includes(headedWith))
        words.push(otherDayWords(headedWith));
      said.value = words.length > 0 ? words.join(' ') : null;
    }
  };

  const ordered = computed(() => {
    const all = found.value?.candidates ?? [];
    const marked = all.filter(({ grade }) => grade === 'marked').sort((a, b) => a.from - b.from);
    const likely = all.filter(({ grade }) => grade === 'likely').slice(0, LIKELY);
    const first = [...marked.slice(0, AT_ONCE), ...likely];
    return {
      first,
      rest: [
        ...marked.slice(AT_ONCE),
        ...all.filter((one) => one.grade !== 'marked' && !likely.includes(one)),
      ],
    };
  });

  const close = (one: QuoteCandidate) => {
    opened.value = opened.peek().filter((other) => other.one !== one);
  };
  const noteTaken = (one: QuoteCandidate) => {
    taken.value = [...taken.peek().filter((other) => other !== one), one];
  };

  return {
    work,
    fault,
    said,
    taken,
    shown: computed(() => {
      const all = [...ordered.value.first, ...ordered.value.rest.slice(0, more.value)];
      // Other notes do not take away a form in which somebody types.
      return [...opened.value.map(({ one }) => one).filter((one) => !all.includes(one)), ...all];
    }),
    hidden: computed(() => Math.max(0, ordered.value.rest.length - more.value)),
    isRead: computed(() => found.value !== null),
    showMore: () => {
      more.value += AT_ONCE;
    },
    paste: (text: string) => {
      if (text.trim() !== '') return look(text);
      latest += 1;
      found.value = null;
      fault.value = undefined;
      said.value = null;
      return undefined;
    },
    choose: (files: readonly Blob[]) => {
      const [file, ...others] = files;
      if (file === undefined) return undefined;
      if (others.length === 0) return look(file);
      fault.value = ONE_AT_A_TIME;
      return undefined;
    },
    /** Fills the form in with the quote; false where something else is being written in it. */
    take: (one: QuoteCandidate): boolean => {
      const { text } = form.draft.peek();
      const isOwn = text.trim() === '' || taken.peek().some(({ quote }) => quote === text);
      said.value = isOwn ? null : TYPED_ALREADY;
      if (!isOwn) return false;
      form.again();
      const owner = ownerAmong(form.people.peek(), one.owner);
      form.change({
        ...{ text: one.quote, quoted: quotedOf(one) },
        ...(owner === null ? {} : { accountable: owner }),
      });
      noteTaken(one);
      return true;
    },
    opened,
    made,
    /** Opens the form of a promise or a point below the quote; the decision's own form stays as it is. */
    open: (one: QuoteCandidate, as: Opened['as']): boolean => {
      opened.value = [...opened.peek(), { one, as }];
      return false;
    },
    close,
    saved: ({ one, as }: Opened, entry: string) => {
      close(one);
      made.value = { one, as, entry };
      noteTaken(one);
    },
    takeBack: async () => {
      const was = made.peek();
      if (was === null || (await pane.attempt(() => pane.actions.undo(was.entry))) === null) return;
      made.value = null;
      taken.value = taken.peek().filter((one) => one !== was.one);
    },
    /** Whose it is, and by when, only where the quote itself says so. */
    promiseOf: (one: QuoteCandidate): PromisePlace => {
      const whose = ownerAmong(form.people.peek(), one.owner);
      const { zone } = pane.view.peek().owner ?? { zone: 'UTC' };
      const isToCome = one.date !== null && one.date >= localDate(pane.now.peek(), zone);
      return {
        ...{ name: 'notes', people: form.others, quoted: quotedOf(one) },
        typed: { text: one.quote, whoseKey: whose?.key ?? '', by: isToCome ? (one.date ?? '') : '' },
      };
    },
    pointOf: (one: QuoteCandidate, occurrence: OccurrenceKey): PointTyped => ({
      ...{ text: one.quote, occurrence, quoted: quotedOf(one) },
      sort: one.kind === 'question' ? 'question' : 'news',
    }),
  };
}
export type NotesState = ReturnType<typeof createNotesState>;

const quotedOf = ({ quote, place }: QuoteCandidate): SourceQuote => ({ quote, ...place });

/** Whom a name means, where it means one of these people and no other. */
function ownerAmong(people: readonly Person[], name: string | null): Person | null {
  const wanted = name?.toLowerCase() ?? '';
  const meant = people.filter((one) => {
    const full = one.name.toLowerCase();
    return full === wanted || full.split(' ')[0] === wanted;
  });
  return meant.length === 1 ? (meant[0] ?? null) : null;
}
