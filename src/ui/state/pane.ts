import { computed, signal } from '@preact/signals';
import type { OccurrenceKey, SeriesId } from '../../domain/facts/things/occurrence';
import type { Person } from '../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { Actions } from '../port/actions';
import { EMPTY_VIEW } from '../port/empty-view';
import type { PaneView } from '../port/view';
import { timeWords } from '../words/times';

export const TABS = ['Today', 'Meeting', 'Decisions', 'Log'] as const;
export type Tab = (typeof TABS)[number];

/** Of one meeting. */
export const MEETING_VIEWS = ['Now', 'Trend'] as const;

/** What has no log of its own. */
const BESIDE_NO_MEETING: readonly PaneView['situation']['kind'][] = [
  'nothing-open',
  'several-selected',
  'not-a-meeting',
  'not-recurring',
  'unsaved',
];

/** Has a page of its own; `key` tells it from others. */
export type Regarded = Person | { readonly key: string; readonly topic: string };

/** How often "2 min ago" is said anew. */
const MINUTE_TICK = 30_000;

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the whole pane shares: the view, which tab is open and which occurrence is chosen. */
export function createPaneState(actions: Actions) {
  const view = signal<PaneView>(EMPTY_VIEW);
  const openedTab = signal<Tab | null>(null);
  const meetingView = signal<(typeof MEETING_VIEWS)[number]>('Now');
  const settingsOpen = signal(false);
  const picked = signal<OccurrenceKey | null>(null);
  const now = signal(actions.clock());
  /** What just went wrong with something the person did, or looks at; told once, until they go on. */
  const complaint = signal<{ readonly thrown: unknown; readonly asked: boolean } | null>(null);
  /** The form that is open below the chosen occurrence; only one at a time. */
  const deciding = signal<boolean | 'from-notes'>(false);
  /** Whose page is open, over what was on screen: a person's, or a topic's. */
  const regarded = signal<Regarded | null>(null);
  /** The decision to be shown in full when the tab of decisions opens. */
  const wanted = signal<string | null>(null);
  /** Recaps on their way from this pane, until it is known what became of them. */
  const onTheirWay = signal<readonly OccurrenceKey[]>([]);
  /** What stands around the occurrence in hand has come once; from then on it changes by taps. */
  const settledIn = signal(false);
  /** Mails that are told of in the line from which they were sent. */
  const sentInLine = signal<readonly string[]>([]);

  /** Until somebody opens one: the meeting that is open in Outlook, and what is owed where none is. */
  const tab = computed<Tab>(
    () => openedTab.value ?? (BESIDE_NO_MEETING.includes(view.value.situation.kind) ? 'Today' : 'Meeting'),
  );
  /** How many loops are open. */
  const owed = computed(() => (view.value.loops?.length ?? 0) + (view.value.outgoing?.length ?? 0));
  /** Of how many decisions somebody sees a problem or wants to talk. */
  const objections = computed(() => view.value.loops?.filter(({ kind }) => kind === 'objection').length);
  const lineage = computed(() => view.value.lineage);
  /** One occurrence adds up to nothing. */
  const isTrend = computed(() => meetingView.value === 'Trend' && lineage.value?.single !== true);
  const occurrences = computed(() => lineage.value?.occurrences ?? []);
  const chosen = computed(() => {
    const byHand = occurrences.value.find(({ key }) => key === picked.value);
    return byHand ?? firstChosen(view.value);
  });
  const zone = computed(() => view.value.owner?.zone ?? lineage.value?.zone ?? browserZone());
  const time = computed(() => timeWords(zone.value));

  const run = async <Value>(act: () => Promise<Value>, asked: boolean): Promise<Value | null> => {
    if (asked || complaint.peek()?.asked === false) complaint.value = null;
    try {
      return await act();
    } catch (thrown) {
      complaint.value = { thrown, asked };
      return null;
    } finally {
      now.value = actions.clock();
    }
  };

  const show = (name: Tab) => {
    settingsOpen.value = false;
    regarded.value = null;
    openedTab.value = name;
  };

  const stopWatching = actions.watch((next) => {
    const other = next.lineage?.id !== view.peek().lineage?.id;
    // Another message is about another occurrence, even where it is the same meeting's.
    if (other || next.message?.id !== view.peek().message?.id) picked.value = null;
    now.value = actions.clock();
    view.value = next;
  });
  const tick = setInterval(() => {
    now.value = actions.clock();
  }, MINUTE_TICK);

  return {
    actions,
    view,
    tab,
    meetingView,
    isTrend,
    settingsOpen,
    now,
    complaint,
    deciding,
    regarded,
    wanted,
    onTheirWay,
    sentInLine,
    settledIn,
    lineage,
    owed,
    objections,
    occurrences,
    chosen,
    zone,
    time,
    /** Opens or closes a decision about the chosen occurrence, which stays chosen whatever begins meanwhile. */
    toggleDeciding: (how: 'from-notes' | true = true) => {
      if (!deciding.peek()) picked.value = chosen.peek()?.key ?? null;
      deciding.value = !deciding.peek() && how;
    },
    /** Opens a decision where there is no occurrence to write it under. */
    writeDecision: () => {
      picked.value = chosen.peek()?.key ?? null;
      deciding.value = true;
      settingsOpen.value = false;
      openedTab.value = 'Decisions';
    },
    /** True once the person chose an occurrence by hand. */
    isPicked: () => picked.peek() !== null,
    openTab: show,
    /** A log that is kept, by its name; there it can be read, exported and gone through. */
    openLog: async (series: SeriesId): Promise<void> => {
      const opened = await run(async () => {
        await actions.openLog(series);
        return true;
      }, true);
      if (opened !== null) show('Log');
    },
    choose: (key: OccurrenceKey) => {
      picked.value = key;
      show('Meeting');
      meetingView.value = 'Now';
    },
    /** Runs what the person asked for; trouble becomes words, and the answer is null. */
    attempt: <Value>(act: () => Promise<Value>) => run(act, true),
    /** The same for what a part on screen reads by itself: what was said of something the person did stays. */
    lookUp: <Value>(act: () => Promise<Value>) => run(act, false),
    dispose: () => {
      stopWatching();
      clearInterval(tick);
    },
  };
}
export type PaneState = ReturnType<typeof createPaneState>;

/**
 * The one that is open in Outlook, whatever else asks: the questions of others are listed below it. Without one the last
 * that needs an answer; else the one whose recap has not gone; else the last that is over.
 */
export function firstChosen({ lineage, situation, untold }: PaneView): JudgedOccurrence | null {
  if (lineage === null) return null;
  const { occurrences } = lineage;
  const open = situation.kind === 'kept' ? situation.open : null;
  return (
    occurrences.find(({ key }) => key === open) ??
    occurrences.findLast(asksWhatHappened) ??
    occurrences.find(({ key }) => key === untold) ??
    occurrences.findLast(({ outcome }) => outcome !== 'upcoming') ??
    occurrences[0] ??
    null
  );
}

export const asksWhatHappened = ({ questions }: JudgedOccurrence): boolean =>
  questions.includes('what-happened') || questions.includes('missing');
