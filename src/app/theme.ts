import type { Stage } from '../session/stage';
import type { Shelf } from '../session/storage/shelf';
import type { Scene } from '../ui/desk/scene';
import { THEMES } from '../ui/desk/scene';
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
export function recallWorn(): Pick<Scene, 'outlookDark'> {
  const worn = recall(browserStore, WORN);
  return { outlookDark: worn === null ? null : worn === 'dark' };
}

/** Takes up what was chosen in this mailbox, and keeps what is chosen and worn, whenever it changes. */
export function keepTheme(stage: Stage, shelf: Shelf): void {
  const own = () => shelf;
  const said = recall(own, CHOSEN);
  stage.show({ theme: THEMES.find((theme) => theme === said) ?? 'outlook' });
  stage.watch((scene) => {
    keep(own, CHOSEN, scene.theme === 'outlook' ? null : scene.theme);
    keep(browserStore, WORN, wornTheme(scene));
  });
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
