import { THEMES, type ThemeChoice } from '../ui/state/desk';
import type { Stage } from './stage';

const NAME = 'loopkeeper.theme';

/** The person's choice, which wins over Outlook's theme; kept for this browser. */
export function recallTheme(): ThemeChoice {
  try {
    const said = localStorage.getItem(NAME);
    return THEMES.find((theme) => theme === said) ?? 'outlook';
  } catch {
    return 'outlook';
  }
}

export function keepTheme(stage: Stage, theme: ThemeChoice): void {
  stage.show({ theme });
  try {
    localStorage.setItem(NAME, theme);
  } catch {
    // Storage denied: the choice lasts until the pane closes.
  }
}
