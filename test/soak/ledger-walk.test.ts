import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { walk } from './walk';

/** `SEED=17` repeats one walk; `WALKS=500` makes that many. */
const ONE = process.env.SEED;
const WALKS = Number(process.env.WALKS ?? 10);
const STEPS = 25;

const unhandled: unknown[] = [];
const hear = (cause: unknown) => void unhandled.push(cause);
beforeAll(() => void process.on('unhandledRejection', hear));
afterAll(() => void process.off('unhandledRejection', hear));

const seeds = ONE === undefined ? Array.from({ length: WALKS }, (_, seed) => seed) : [Number(ONE)];

describe('Whatever a person, a second pane, a crash or a clock does to the log', () => {
  test.each(seeds)(
    'it holds what was acknowledged, and its views what the facts say: walk %i',
    async (seed) => {
      const again = `SEED=${seed} npx vitest run --project rules test/soak/ledger-walk.test.ts`;
      expect(await walk(seed, STEPS), again).toEqual([]);
      expect(unhandled, again).toEqual([]);
    },
    180_000,
  );
});
