import { computed, signal } from '@preact/signals';
import type { OccurrenceKey } from '../../../domain/facts/things/occurrence';
import type { Person } from '../../../domain/facts/things/person';
import type { Instant } from '../../../domain/time/time';
import type { PaneState } from '../pane';
import { createAtHand, type Placed } from './at-hand';

/** Where a later state of a decision comes about (10.2): the open item is proposed, where it began no earlier than the one before. */
export function createLaterOccasion(pane: PaneState, since: Instant) {
  const open = pane.chosen.peek()?.key ?? null;
  const atHand = createAtHand(pane, open);
  const picked = signal<string | null>(null);
  const choices = computed((): readonly Placed[] => atHand.occasionsSince(since));
  const value = computed(() => {
    const wanted = picked.value ?? open ?? '';
    return choices.value.some(([key]) => key === wanted) ? wanted : '';
  });
  const occurrence = computed((): OccurrenceKey | null => (value.value === '' ? null : value.value));
  return {
    choices,
    /** Empty: in no meeting. */
    value,
    occurrence,
    /** Who was there, as far as that is recorded. */
    there: computed((): readonly Person[] => atHand.thereIn(occurrence.value)),
    choose: (key: string) => {
      picked.value = key;
    },
  };
}
export type LaterOccasion = ReturnType<typeof createLaterOccasion>;
