import { computed, signal } from '@preact/signals';
import { dateOf, type OccurrenceKey } from '../../../domain/facts/things/occurrence';
import { eachOnce } from '../../../domain/facts/things/people';
import type { Person } from '../../../domain/facts/things/person';
import { presentAt } from '../../../domain/judge/questions/there';
import { type AtHand, type Occasion, occasionsSince } from '../../../domain/tell/at-hand';
import type { Instant } from '../../../domain/time/time';
import type { PaneState } from '../pane';

const NOTHING: AtHand = { occasions: [], people: [] };
/** `Made in`: what is decided in no meeting (10.2). */
const NO_MEETING = '';

/** The key of an occurrence, or none, with its words. */
export type Placed = readonly [string, string];

/** Where a decision can be made, and who can be named in it; `open`: the occurrence that is proposed. */
export function createAtHand(pane: PaneState, open: OccurrenceKey | null) {
  const found = signal(NOTHING);
  void pane.actions
    .consult()
    .then((consult) => consult.atHand())
    // What is on screen is there all the same.
    .catch(() => NOTHING)
    .then((atHand) => {
      found.value = atHand;
    });
  const near = peopleOf(pane, open);
  const onScreen = (key: OccurrenceKey) => pane.occurrences.peek().find((one) => one.key === key);

  const meetings = computed((): readonly Pick<Occasion, 'key' | 'title' | 'start'>[] => {
    const proposed = open === null ? undefined : onScreen(open);
    const title = pane.lineage.peek()?.title ?? '';
    return [
      ...(open === null || proposed === undefined
        ? []
        : [{ key: open, title, start: proposed.effective.start }]),
      ...found.value.occasions.filter(({ key }) => key !== open),
    ];
  });
  const placed = (some: typeof meetings.value): readonly Placed[] => {
    const time = pane.time.value;
    return [
      ...some.map(({ key, title, start }): Placed => {
        const named = title === '' ? 'a meeting without a title' : title;
        return [key, `${time.day(start)} ${time.time(start)}, ${named}`];
      }),
      [NO_MEETING, 'Not in a meeting'],
    ];
  };
  const occasions = computed(() => placed(meetings.value));
  return {
    /** Whoever the open item names, the owner first. */
    near,
    people: computed(() => eachOnce([...near, ...found.value.people])),
    /** What is chosen stays, also where it is long ago, or its log is kept no more. */
    occasionsWith: (chosen: OccurrenceKey | null): readonly Placed[] =>
      chosen === null || occasions.value.some(([key]) => key === chosen)
        ? occasions.value
        : [[chosen, `A meeting on ${dateOf(chosen)}`], ...occasions.value],
    /** Where it can have got a later state (10.2). */
    occasionsSince: (since: Instant): readonly Placed[] => placed(occasionsSince(meetings.value, since)),
    /** Who was there where it is decided, as far as that is recorded. */
    thereIn: (key: OccurrenceKey | null): readonly Person[] => {
      if (key === null) return [];
      const home = onScreen(key);
      if (home === undefined) return found.value.occasions.find((one) => one.key === key)?.there ?? [];
      return presentAt(home);
    },
  };
}

/** Everybody of the meeting, each once, the owner of the log first. */
export function peopleOf(pane: PaneState, occurrence: OccurrenceKey | null): readonly Person[] {
  const { owner } = pane.view.peek();
  const here = pane.occurrences.peek().find(({ key }) => key === occurrence);
  const people = here?.people.filter(({ role }) => role !== 'resource') ?? [];
  return eachOnce([
    ...(owner === null ? [] : [owner]),
    ...(pane.lineage.peek()?.people ?? []),
    ...people.map(({ person }) => person),
  ]);
}
