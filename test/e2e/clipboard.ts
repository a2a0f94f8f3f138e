import type { Frame } from 'playwright-core';

/** Listens to what the pane hands to the clipboard; gives the way to ask for the last of it, null for nothing yet. */
export async function hearCopies(frame: Frame): Promise<() => Promise<string | null>> {
  await frame.evaluate(() => {
    const heard = { copied: null as string | null };
    Object.assign(window, { heard });
    document.addEventListener('copy', (copy) => {
      heard.copied = copy.clipboardData?.getData('text/plain') ?? null;
    });
  });
  return () => frame.evaluate(() => (window as unknown as { heard: { copied: string | null } }).heard.copied);
}
