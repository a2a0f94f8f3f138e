import { computed, signal } from '@preact/signals';

import type { Mark, MarkFault, MarkKind } from '../../domain/facts/log/mark';
import type { PersonKey } from '../../domain/facts/things/person';
import { localDate } from '../../domain/time/zone';
import type { PaneState } from './pane';

/** Marking by hand when somebody is away: the owner, or anybody of this meeting. */
export function createMarksState(pane: PaneState) {
  const { actions } = pane;
  const start = pane.chosen.peek()?.effective.start ?? actions.clock();
  const day = localDate(start, pane.zone.peek());
  const people = computed(() => {
    const { owner } = pane.view.value;
    const { people: needed = [], members = [] } = pane.lineage.value ?? {};
    const others = members.filter(({ standing }) => standing !== 'left-out').map(({ person }) => person);
    const all = new Map(
      [...(owner === null ? [] : [owner]), ...needed, ...others].map((one) => [one.key, one.name]),
    );
    return [...all].map(([key, name]) => ({ key, name: key === owner?.key ? `${name} (you)` : name }));
  });
  const who = signal<PersonKey>(
    people.peek().find(({ key }) => key !== pane.view.peek().owner?.key)?.key ?? '',
  );
  const kind = signal<MarkKind>('away');
  const from = signal(day);
  const until = signal(day);
  const fault = signal<MarkFault | null>(null);
  const busy = signal(false);

  const alone = async (act: () => Promise<void>) => {
    if (busy.peek()) return;
    busy.value = true;
    await pane.attempt(act);
    busy.value = false;
  };
  return {
    ...{ people, who, kind, from, until, fault, busy },
    /** Those of people who are in this meeting, oldest first. */
    marks: computed((): readonly Mark[] => {
      const known = new Set(people.value.map(({ key }) => key));
      const marks = (pane.view.value.marks ?? []).filter(({ person }) => known.has(person));
      return marks.toSorted((a, b) => (firstDay(a, pane.zone.value) < firstDay(b, pane.zone.value) ? -1 : 1));
    }),
    /** The last day follows the first one, which is chosen first. */
    setFrom: (date: string) => {
      from.value = date;
      if (until.value < date) until.value = date;
    },
    save: () =>
      alone(async () => {
        const draft = { person: who.value, kind: kind.value, from: from.value, until: until.value };
        const made = await actions.markAway(draft);
        fault.value = made.ok ? null : made.fault;
      }),
    takeBack: (mark: Mark) => alone(() => actions.unmark(mark)),
  };
}
export type MarksState = ReturnType<typeof createMarksState>;

const firstDay = (mark: Mark, zone: string): string =>
  mark.kind === 'holiday' ? mark.date : localDate(mark.span.start, zone);
