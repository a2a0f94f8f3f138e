import type { StorageShelf } from '../session/storage/shelf';
import type { ViewStore } from '../session/view-store';
import type { PaneView } from '../ui/port/view';
import { THEMES } from '../ui/port/view';
import { wornTheme } from '../ui/state/theme';

const CHOSEN = 'theme';
/**
 * Read by pages/wear-theme.js, before anything is painted, and before anybody knows whose mailbox it is: the one name
 * that all of them share. It says light or dark.
 */
const WORN = 'loopkeeper.worn';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const browserStore = (): Store => globalThis.localStorage;

/** What the pane wore last in this browser, until Outlook says what it wears now. */
export function recallWorn(): Pick<PaneView, 'outlookDark'> {
  const worn = recall(browserStore, WORN);
  return { outlookDark: worn === null ? null : worn === 'dark' };
}

/** Keeps what is worn whenever it changes, also where no mailbox is known. */
export const keepWorn = (viewStore: ViewStore): void =>
  void viewStore.watch((view) => keep(browserStore, WORN, wornTheme(view)));

/** Takes up what was chosen in this mailbox, and keeps what is chosen. A choice made before it was known stays. */
export function keepTheme(viewStore: ViewStore, shelf: StorageShelf): void {
  const own = () => shelf;
  const said = recall(own, CHOSEN);
  const known = THEMES.find((theme) => theme === said);
  if (known !== undefined && viewStore.view().theme === 'outlook') viewStore.show({ theme: known });
  viewStore.watch((view) => keep(own, CHOSEN, view.theme === 'outlook' ? null : view.theme));
}

function recall(store: () => Store, name: string): string | null {
  try {
    return store().getItem(name);
  } catch {
    return null;
  }
}

function keep(store: () => Store, name: string, value: string | null): void {
  if (recall(store, name) === value) return;
  try {
    if (value === null) store().removeItem(name);
    else store().setItem(name, value);
  } catch {
    // Storage denied: it lasts until the pane closes.
  }
}
