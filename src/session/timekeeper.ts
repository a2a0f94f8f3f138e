import { nextInstant } from '../domain/judge/verdict/next-instant';
import type { Instant } from '../domain/time/time';
import { type Session, showAgain } from './session';

/** A machine that sleeps stops its timers: none is trusted for longer than this, in ms. */
const LONGEST = 15 * 60_000;
/** Nor is one set for less: a clock that stands still must not make it a loop. */
const SHORTEST = 1_000;

/** What the timekeeper hears of the page; nothing is reached for. */
export interface PageLife {
  readonly isShown: () => boolean;
  /** Calls back when the page is shown again, or the person comes back to it. */
  readonly onReturn: (heard: () => void) => void;
}

/**
 * A pane that is left open judges anew when a meeting begins or ends, or something comes to be owed, without a reload: at
 * the next instant that matters, and when somebody comes back to it.
 */
export function keepTime(session: Session, page: PageLife): void {
  const { viewStore, ports } = session;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next: Instant | null = null;
  const plan = () => {
    clearTimeout(timer);
    if (next === null) return;
    const wait = next - ports.clock();
    timer = setTimeout(wake, Math.max(SHORTEST, Math.min(LONGEST, wait)));
  };
  const wake = () => {
    if (next === null) return;
    if (ports.clock() < next) return plan();
    // Nobody looks: whoever comes back is heard of.
    if (!page.isShown()) return;
    // Until the view is shown again there is nothing to wait for; that plans anew.
    next = null;
    showAgain(session).catch(() => undefined);
  };
  viewStore.watch(({ lineage, loopsUntil = null }) => {
    const turns = [lineage === null ? null : nextInstant(lineage, ports.clock()), loopsUntil];
    next = turns.reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
    plan();
  });
  page.onReturn(wake);
}

/** The page itself. A pane comes back into view without a focus, and gets the focus without having been hidden. */
export const pageLife: PageLife = {
  isShown: () => document.visibilityState === 'visible',
  onReturn: (heard) => {
    document.addEventListener('visibilitychange', heard);
    window.addEventListener('focus', heard);
  },
};
