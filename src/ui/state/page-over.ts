import type { Person } from '../../domain/facts/things/person';
import type { PaneState, Regarded } from './pane';

/** The button that opened a page, and how far the screen below it was scrolled. */
interface CameFrom {
  readonly opener: HTMLElement;
  readonly top: number;
}

const cameFrom = new WeakMap<PaneState, CameFrom>();

/** From a name to the page of that person or topic; what was on screen stays as it is below it. */
function openPage(pane: PaneState, regarded: Regarded, opener: HTMLElement): void {
  // From one page to another the way back stays the first one.
  if (pane.regarded.peek() === null) cameFrom.set(pane, { opener, top: scrollY });
  pane.settingsOpen.value = false;
  pane.regarded.value = regarded;
}

export const openPerson = (pane: PaneState, person: Person, opener: HTMLElement): void =>
  openPage(pane, person, opener);

export const openTopic = (pane: PaneState, topic: string, opener: HTMLElement): void =>
  openPage(pane, { topic, key: `topic ${topic}` }, opener);

/** Back to where it was opened: the screen as it was, the focus on the same name. */
export function leavePage(pane: PaneState): void {
  const regarded = pane.regarded.peek();
  const from = cameFrom.get(pane);
  pane.regarded.value = null;
  if (regarded === null || from === undefined) return;
  // Once it is drawn: what is still hidden takes no focus.
  queueMicrotask(() => {
    openerOf(from, regarded)?.focus({ preventScroll: true });
    scrollTo({ top: from.top });
  });
}

/** What was drawn anew meanwhile has the same name in it; where that has gone, the tab itself is the place. */
const openerOf = ({ opener }: CameFrom, { key }: Regarded): HTMLElement | null =>
  opener.isConnected
    ? opener
    : (document.querySelector<HTMLElement>(`[data-page="${CSS.escape(key)}"]`) ??
      document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'));
