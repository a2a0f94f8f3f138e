import type { Instant } from './time';

/** What time it is in the world: either standing still, or going on in real time from where it was put. */
export interface WorldClock {
  now: () => Instant;
  ticking: () => boolean;
  put: (now: Instant, ticking: boolean) => void;
  /** A clock put before anybody looked starts to tick with the first look. */
  wake: () => void;
}

export function createWorldClock(start: Instant, ticks: boolean): WorldClock {
  let base = start;
  let since: number | null = null;
  let ticking = ticks;
  const now = () => (ticking && since !== null ? base + Date.now() - since : base);
  return {
    now,
    ticking: () => ticking,
    put: (instant, goesOn) => {
      base = instant;
      ticking = goesOn;
      since = goesOn ? Date.now() : null;
    },
    wake: () => {
      if (ticking) since ??= Date.now();
    },
  };
}
