import { createSimulatedGraph } from './graph/simulated-graph';
import { createReplay, type SentRecap, stepsOf } from './replay';
import type { Instant } from './time';
import type { World } from './world';

/** What the owner has done in a world until an instant, of which others learn: the recaps sent, and the log kept. */
export interface Past {
  readonly sent: readonly SentRecap[];
  /** As an export the pane can import. */
  readonly log: string;
}

const histories = new Map<string, ReturnType<typeof begin>>();

/**
 * Played in a copy of the world of its own, and only once in a process, for it takes a second: every simulated
 * Outlook of the same world begins with the same past.
 */
export function pastOf(world: World, until: Instant): Promise<Past> {
  const known = JSON.stringify(world);
  const history = histories.get(known) ?? begin(world);
  histories.set(known, history);
  return history.until(until);
}

function begin(world: World) {
  const anew = () => createReplay(world, createSimulatedGraph(world, { now: world.taps[0]?.at ?? 0 }));
  const steps = stepsOf(world);
  const pasts = new Map<Instant, Promise<Past>>();
  const furthest = anew();
  let reached = -Infinity;
  let last: Promise<unknown> = Promise.resolve();

  const play = async (replay: ReturnType<typeof anew>, step: Instant): Promise<Past> => {
    await replay.advance(step);
    return { sent: replay.sent(), log: await replay.json() };
  };
  const goOn = (step: Instant): Promise<Past> => {
    reached = step;
    const past = last.then(() => play(furthest, step));
    last = past;
    return past;
  };

  return {
    /** Nothing is different between one step of the owner's and the next. */
    until: (until: Instant): Promise<Past> => {
      const step = steps.findLast(({ at }) => at <= until)?.at ?? -Infinity;
      const past = pasts.get(step) ?? (step > reached ? goOn(step) : play(anew(), step));
      pasts.set(step, past);
      return past;
    },
  };
}
