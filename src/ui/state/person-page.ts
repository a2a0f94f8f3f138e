import type { Person } from '../../domain/facts/things/person';
import type { PaneState } from './pane';

/** The button that opened a page, and how far the screen below it was scrolled. */
interface CameFrom {
  readonly opener: HTMLElement;
  readonly top: number;
}

const cameFrom = new WeakMap<PaneState, CameFrom>();

/** From a name to the page of that person; what was on screen stays as it is below it. */
export function openPerson(pane: PaneState, person: Person, opener: HTMLElement): void {
  // From one page to another the way back stays the first one.
  if (pane.regarded.peek() === null) cameFrom.set(pane, { opener, top: scrollY });
  pane.settingsOpen.value = false;
  pane.regarded.value = person;
}

/** Back to where it was opened: the screen as it was, the focus on the same name. */
export function leavePerson(pane: PaneState): void {
  const person = pane.regarded.peek();
  const from = cameFrom.get(pane);
  pane.regarded.value = null;
  if (person === null || from === undefined) return;
  // Once it is drawn: what is still hidden takes no focus.
  queueMicrotask(() => {
    openerOf(from, person)?.focus({ preventScroll: true });
    scrollTo({ top: from.top });
  });
}

/** What was drawn anew meanwhile has the same name in it; where that has gone, the tab itself is the place. */
const openerOf = ({ opener }: CameFrom, { key }: Person): HTMLElement | null =>
  opener.isConnected
    ? opener
    : (document.querySelector<HTMLElement>(`[data-person="${CSS.escape(key)}"]`) ??
      document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'));
