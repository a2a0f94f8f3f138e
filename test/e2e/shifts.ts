import type { BrowserContext, ConsoleMessage } from 'playwright-core';
import { expect } from 'vitest';

const MOVED = 'moved: ';

/**
 * In every pane of this browser: what moved on screen by itself, and what moved under the finger. It is told through the
 * console, for a pane that is loaded anew forgets. The browser's own `hadRecentInput` is half a second long; what a tap
 * brings about takes a slow machine longer, so a few seconds more are the tap's, and in them what was tapped stays where
 * it is. Another width, text size or theme is the person's doing as well.
 */
export async function watchShifts(context: BrowserContext): Promise<Watched> {
  const shifts: string[] = [];
  const hear = (said: ConsoleMessage) => {
    if (said.text().startsWith(MOVED)) shifts.push(said.text().slice(MOVED.length));
  };
  context.on('console', hear);
  const script = await context.addInitScript(watchIn, MOVED);
  return {
    shifts,
    end: async () => {
      context.off('console', hear);
      await script.dispose();
    },
  };
}

interface Watched {
  readonly shifts: readonly string[];
  readonly end: () => Promise<void>;
}

export const expectNothingMoved = (shifts: readonly string[]): void =>
  expect([...new Set(shifts)]).toEqual([]);

function watchIn(before: string): void {
  if (!location.pathname.endsWith('/taskpane.html')) return;
  interface Shift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
  }
  /** In ms: what comes so long after a tap is still its answer, on a machine that does other things as well. */
  const ANSWER = 5_000;
  /** Less is a word that became longer, or small print at the end. */
  const SEEN = 0.004;
  const FRAMES = 3;
  /** In px. */
  const SLIGHT = 2;
  let doneAt = Number.NEGATIVE_INFINITY;
  let tapped: { readonly what: Element; readonly at: DOMRect; readonly scrolled: number } | null = null;
  const done = () => {
    // In real time, as shifts are told, whatever a test lets go by: of this clock Playwright knows nothing.
    doneAt = Number(document.timeline.currentTime);
    tapped = null;
  };
  const called = (node: Node | null): string => {
    const element = node instanceof Element ? node : (node?.parentElement ?? null);
    if (element === null) return 'what is gone';
    const words = element.textContent?.trim().slice(0, 40) ?? '';
    return `<${element.tagName.toLowerCase()} class="${element.className}"> ${words}`;
  };
  const placed = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(' ');
  for (const kind of ['keydown', 'wheel', 'touchstart', 'input', 'resize'])
    addEventListener(kind, done, { capture: true, passive: true });
  for (const query of ['(forced-colors: active)', '(prefers-color-scheme: dark)', 'print'])
    matchMedia(query).addEventListener('change', done);
  // Whoever scrolls means to; scrolled to stay under the finger, it is where it was.
  addEventListener('scroll', () => {
    const top = tapped?.what.getBoundingClientRect().y ?? 0;
    if (tapped !== null && Math.abs(top - tapped.at.y) > SLIGHT) tapped = null;
  });
  addEventListener(
    'click',
    (click) => {
      done();
      const what = click.target instanceof Element ? click.target.closest('button, summary, label') : null;
      // A key presses what has the focus; nothing is under a finger then. A second click is the first one's.
      if (what !== null && click.detail === 1)
        tapped = { what, at: what.getBoundingClientRect(), scrolled: scrollY };
    },
    { capture: true },
  );
  // Within a frame, what is to be held is seen before it is held: only what stays away was ever on screen.
  const lookUnderFinger = (times: number) => {
    if (tapped?.what.isConnected !== true) return;
    const now = tapped.what.getBoundingClientRect();
    const moved = now.y - tapped.at.y;
    const onPage = moved + scrollY - tapped.scrolled;
    const end = document.documentElement.scrollHeight - innerHeight;
    // A page that is scrolled has moved nothing; above its beginning and below its end it cannot be.
    const isAtEdge = moved < 0 ? scrollY === 0 : scrollY >= end;
    const isHeld = Math.abs(moved) <= SLIGHT || Math.abs(onPage) <= SLIGHT || isAtEdge;
    if (now.height === 0 || isHeld) return;
    if (times > 1) requestAnimationFrame(() => lookUnderFinger(times - 1));
    else {
      console.debug(
        `${before}under the finger: ${called(tapped.what)}: ${placed(tapped.at)} → ${placed(now)}`,
      );
      tapped = null;
    }
  };
  new PerformanceObserver((seen) => {
    // Whoever scrolled meanwhile is heard of with the next frame.
    requestAnimationFrame(() => lookUnderFinger(FRAMES));
    for (const entry of seen.getEntries() as Shift[]) {
      if (entry.hadRecentInput || entry.value < SEEN || entry.startTime - doneAt < ANSWER) continue;
      const moved = entry.sources.map(
        ({ node, previousRect, currentRect }) =>
          `${called(node)}: ${placed(previousRect)} → ${placed(currentRect)}`,
      );
      console.debug(`${before}${entry.value.toFixed(4)}; ${moved.join(' | ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
