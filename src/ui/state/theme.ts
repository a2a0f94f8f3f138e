import type { PaneView } from '../port/view';

/** What the pane wears: the person's choice, else what Outlook wears; null: what the system prefers. */
export const wornTheme = ({
  theme,
  outlookDark,
}: Pick<PaneView, 'theme' | 'outlookDark'>): 'light' | 'dark' | null =>
  theme !== 'outlook' ? theme : outlookDark === null ? null : outlookDark ? 'dark' : 'light';
