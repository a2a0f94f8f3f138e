import { computed } from '@preact/signals';

import type { Decision } from '../../domain/facts/decided/decision';
import type { OccurrenceKey, SeriesId } from '../../domain/facts/things/occurrence';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import type { PaneState } from './pane';

/** Has the log of that meeting on screen; false where it cannot be opened, which is said then. null: of no meeting. */
async function goToLog(pane: PaneState, series: SeriesId | null): Promise<boolean> {
  if (series === null) return true;
  const isHere = () => pane.lineage.peek()?.series.includes(series) === true;
  if (!isHere()) await pane.openLog(series);
  return isHere();
}

export async function goToOccurrence(
  pane: PaneState,
  series: SeriesId | null,
  key: OccurrenceKey,
): Promise<void> {
  if (await goToLog(pane, series)) pane.choose(key);
}

/** The meeting itself, whichever of its occurrences is in hand. */
export async function goToMeeting(pane: PaneState, series: SeriesId): Promise<void> {
  if (await goToLog(pane, series)) pane.openTab('Meeting');
}

/** The decision in full, among those of its meeting. */
export async function goToDecision(
  pane: PaneState,
  { series, id }: Pick<Decision, 'series'> & { readonly id: string | null },
): Promise<void> {
  if (!(await goToLog(pane, series))) return;
  pane.wanted.value = id;
  pane.openTab('Decisions');
}

/** The pane for a part about one meeting, on screen or not: its occurrences are listed, and each is a way to it. */
export const inMeeting = (pane: PaneState, lineage: JudgedLineage): PaneState => ({
  ...pane,
  occurrences: computed(() => lineage.occurrences),
  choose: (key) => void goToOccurrence(pane, lineage.id, key),
});
