import { isTrouble, Trouble } from '../domain/trouble';
import type { ViewStore } from '../session/view-store';

/** Of a failure that nobody foresaw, too: nothing is worse than a pane that goes on saying that it begins. */
export function sayNotOpened(viewStore: ViewStore, thrown: unknown): void {
  const trouble = isTrouble(thrown) ? thrown : new Trouble('not-opened', 'opening', { cause: thrown });
  viewStore.freshness({ trouble, reading: false });
}
