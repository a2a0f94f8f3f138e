import { isTrouble, Trouble } from '../domain/trouble';
import type { Stage } from '../session/stage';

/** Of a failure that nobody foresaw, too: nothing is worse than a pane that goes on saying that it begins. */
export function sayNotOpened(stage: Stage, thrown: unknown): void {
  const trouble = isTrouble(thrown) ? thrown : new Trouble('not-opened', 'opening', { cause: thrown });
  stage.freshness({ trouble, reading: false });
}
