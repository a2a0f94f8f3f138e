import type { Pace } from '../domain/pace';

/** Longest stretch of computing, in ms: less than a frame, so that no tap waits for it. */
const STRETCH = 12;

/** Lets the page go on between two stretches: what a person does comes first. */
export function createPace(now: () => number = () => performance.now()): Pace {
  let begun = now();
  return {
    isDue: () => now() - begun >= STRETCH,
    rest: async () => {
      await nextTask();
      begun = now();
    },
  };
}

/** Not a timer: those wait four milliseconds each, and a second where the pane is hidden. */
const nextTask = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
