import { describe, expect, test } from 'vitest';
import { addDays } from '../simulator/time';
import type { World } from '../simulator/world';
import { generatedWorld } from '../simulator/worlds/generated';
import { type Teller, tell } from './teller';
import { witnessed } from './witness';

const FROM = '2026-02-23';

const WEEKS = 8;

/** Eight weeks over both clock changes of the spring, looked at on Mondays. */
function lived(world: World): Teller {
  const mondays = [...Array(WEEKS + 1).keys()].map((week) => `${addDays(FROM, week * 7)} 06:00`);
  const opened = world.meetings.reduce((told, { id }) => told.keeps(id, mondays[0] ?? ''), tell(world));
  return opened.looks(...mondays.slice(1));
}

describe('generated worlds, lived for eight weeks', { timeout: 120_000 }, () => {
  test.each([
    { seed: 1, series: 3, strange: false },
    { seed: 2, series: 3, strange: false },
    { seed: 3, series: 3, strange: false },
    // Days without a time, zones that nobody knows, series that are cancelled.
    { seed: 4, series: 4, strange: true },
    { seed: 5, series: 4, strange: true },
    { seed: 7, series: 4, strange: true },
  ])(
    'world $seed (strange: $strange): what the log says of every occurrence is what a witness of the world says',
    async ({ seed, series, strange }) => {
      const world = generatedWorld({ seed, series, strange, years: 0.2, people: 6, from: FROM });
      const tale = await lived(world).until(`${addDays(FROM, WEEKS * 7)} 06:00`);
      const now = tale.hand.ports.clock();
      for (const meeting of world.meetings) {
        const lineage = await tale.of(meeting.id);
        const past = lineage.occurrences.filter(({ effective }) => effective.start <= now);
        const said = past.map(({ date, outcome, notice }) => [
          date,
          notice === null ? outcome : `${outcome} ${notice.minutes} min`,
        ]);
        expect(Object.fromEntries(said), meeting.id).toEqual(witnessed(world, meeting, now));
      }
    },
  );
});
