import { told } from './ask-outlook';

/** `light` or `dark` by Outlook's own background; null when Outlook does not say. */
export function outlookTheme(): 'light' | 'dark' | null {
  try {
    return byBackground(Office.context.officeTheme?.bodyBackgroundColor);
  } catch {
    return null;
  }
}

/** The event carries the new theme; the context stays stale (office-js#6348). */
export function onOutlookTheme(changed: (theme: 'light' | 'dark') => void): void {
  // Requirement set 1.14; older clients keep the theme they started with.
  told(Office.EventType.OfficeThemeChanged, (args: { officeTheme?: { bodyBackgroundColor?: string } }) => {
    const theme = byBackground(args.officeTheme?.bodyBackgroundColor);
    if (theme !== null) changed(theme);
  });
}

/** `isDarkTheme` does not exist in Outlook: the background's luminance tells. */
export function byBackground(colour: string | undefined): 'light' | 'dark' | null {
  const hex = /^#?([0-9a-f]{6})$/i.exec(colour?.trim() ?? '')?.[1];
  if (hex === undefined) return null;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? 'dark' : 'light';
}
