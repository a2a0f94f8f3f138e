import { computed, type Signal, signal } from '@preact/signals';
import { EVERYTHING, type LogChoices, type LogScope } from '../../domain/tell/log-scope';
import type { ShownLog, ShownRow } from '../port/shown-log-actions';
import { createLongWork } from '../state/long-work';
import type { PaneState } from '../state/pane';
import { FORGOTTEN, scopeChoice } from '../words/log-scope';

const NOTHING: LogChoices = { people: [], topics: [] };

/** The choice stays while one looks at another tab. */
const picks = new WeakMap<PaneState, Signal<string | null>>();

/** By which a choice is known again. */
const nameOfScope = (scope: LogScope): string => {
  switch (scope.kind) {
    case 'meeting':
    case 'everything':
      return scope.kind;
    case 'person':
      return `person ${scope.person.key}`;
    case 'topic':
      return `topic ${scope.topic}`;
  }
};

/** Which part of the log is on screen: this meeting, one person, one topic, or everything. */
export function createShowing(pane: PaneState) {
  const picked = picks.get(pane) ?? signal<string | null>(null);
  picks.set(pane, picked);
  const choices = signal<LogChoices | null>(null);
  const read = signal<(ShownLog & { readonly of: string }) | null>(null);
  const said = signal<string | null>(null);
  /** Somebody ended the reading: nothing of it is on screen until they ask again. */
  const stopped = signal(false);
  const work = createLongWork();
  /** Reading again what is shown already: it has no bar, and what was shown stays until it is there. */
  let quiet = { aborted: false };
  let asked = 0;

  const offers = computed((): readonly LogScope[] => {
    const lineage = pane.lineage.value;
    const { people, topics } = choices.value ?? NOTHING;
    return [
      ...(lineage === null
        ? []
        : [{ kind: 'meeting', series: lineage.id, title: lineage.title } satisfies LogScope]),
      EVERYTHING,
      ...people.map((person): LogScope => ({ kind: 'person', person })),
      ...topics.map((topic): LogScope => ({ kind: 'topic', topic })),
    ];
  });
  /** What is not there any more cannot be chosen: then it is what is shown at first. */
  const scope = computed(
    (): LogScope =>
      offers.value.find((one) => nameOfScope(one) === picked.value) ?? offers.value[0] ?? EVERYTHING,
  );
  const name = computed(() => nameOfScope(scope.value));

  const here = computed((): readonly ShownRow[] =>
    pane.occurrences.value.map((occurrence) => ({ occurrence, meeting: null })),
  );
  /** null: nothing of it was read yet. */
  const shown = computed((): ShownLog | null => {
    if (scope.value.kind === 'meeting') return { rows: here.value, recaps: pane.view.value.recaps };
    return read.value?.of === name.value ? read.value : null;
  });

  /** What was asked for later is what counts, and ends what was asked before. */
  const readAgain = async (): Promise<void> => {
    const mine = ++asked;
    work.stop();
    quiet.aborted = true;
    stopped.value = false;
    const wanted = scope.peek();
    if (wanted.kind === 'meeting') return;
    const of = nameOfScope(wanted);
    quiet = { aborted: false };
    const signal = quiet;
    const isShown = read.peek()?.of === of;
    let isStopped = false;
    const found = await pane.lookUp(async () => {
      const actions = await pane.actions.shownLog();
      if (mine !== asked) return null;
      if (isShown) return { log: await actions.read(wanted, { signal }) };
      return work.follow({ doing: 'Reading', counted: 'meetings' }, async (watch) => {
        const log = await actions.read(wanted, watch);
        isStopped = watch.signal.aborted;
        return { log };
      });
    });
    if (mine !== asked || found === null) return;
    if (found.log !== null) read.value = { ...found.log, of };
    else if (isStopped) stopped.value = true;
    else {
      picked.value = null;
      said.value = FORGOTTEN;
    }
  };

  return {
    scope,
    shown,
    said,
    stopped,
    work,
    name,
    offered: computed(() => offers.value.map((one) => [nameOfScope(one), scopeChoice(one)] as const)),
    choose: (chosen: string) => {
      picked.value = chosen;
      said.value = null;
      stopped.value = false;
    },
    /** Whom and what the log can be asked for, as it is now. */
    lookAgain: async (): Promise<void> => {
      const found = await pane.lookUp(async () => (await pane.actions.shownLog()).choices());
      if (found !== null) choices.value = found;
    },
    readAgain,
    /** The same where something changed; whoever ended the reading is not read to all the same. */
    readOn: async (): Promise<void> => {
      if (!stopped.peek()) await readAgain();
    },
  };
}
export type ShowingState = ReturnType<typeof createShowing>;
