import type { Stage } from '../session/stage';
import { type Scene, THEMES } from '../ui/desk/desk';
import { wornTheme } from '../ui/state/theme';

const CHOSEN = 'loopkeeper.theme';
/** Read by pages/wear-theme.js, before anything is painted. */
const WORN = 'loopkeeper.worn';

/** The person's choice, and what Outlook wore last, until it says what it wears now; kept for this browser. */
export function recallTheme(): Pick<Scene, 'theme' | 'outlookDark'> {
  const said = recall(CHOSEN);
  const worn = recall(WORN);
  return {
    theme: THEMES.find((theme) => theme === said) ?? 'outlook',
    outlookDark: worn === null ? null : worn === 'dark',
  };
}

/** Keeps what is chosen and worn, whenever it changes. */
export function keepTheme(stage: Stage): void {
  stage.watch((scene) => {
    keep(CHOSEN, scene.theme === 'outlook' ? null : scene.theme);
    keep(WORN, wornTheme(scene));
  });
}

function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, value: string | null): void {
  if (recall(name) === value) return;
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Storage denied: it lasts until the pane closes.
  }
}
