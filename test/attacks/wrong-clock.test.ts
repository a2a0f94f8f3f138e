import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Fact } from '../../src/domain/facts/log/fact';
import { aheadBy, NOTHING_AGREED, opened, provenTime, saidAhead } from '../../src/domain/forget/agreed-time';
import { judging, rejudge } from '../../src/domain/judge/verdict/judge';
import { UNTIMED } from '../../src/domain/pace';
import { DAY, HOUR, type Instant } from '../../src/domain/time/time';
import { openMemoryLedger } from '../../src/ledger/ledger';
import { recallTime } from '../../src/tasks/log/note-opening';
import { reduceOld } from '../../src/tasks/log/reduce';
import { recallWaiting, undoWaiting } from '../../src/tasks/log/waiting-deletion';
import type { Ports } from '../../src/tasks/ports';
import { checkIn, keeping, MONDAY, mail, OWNER, sighting } from '../contracts/sample-facts';
import { point, pointStep } from '../domain/builders/point-facts';

const YEAR = 365 * DAY;

/** A machine whose clock can be set, and a mailbox that stamps mails with the true time. */
async function machine(days = 40) {
  const world = { now: MONDAY, off: 0 };
  const clock = () => world.now + world.off;
  let stamps = 0;
  const ledger = await openMemoryLedger({ clock, judge: judging, rejudge, owner: () => OWNER });
  await ledger.append([
    keeping('k', 'a', 'start', MONDAY - YEAR),
    ...Array.from({ length: days }, (_, day) => [sighting('a', -day), checkIn(`c${day}`, 'a', -day)]).flat(),
  ]);
  const ports = {
    ...{ ledger, clock, turns: UNTIMED },
    seal: {
      stamp: () => `stamp${++stamps}`,
      alone: (_: string, __: boolean, work: () => Promise<unknown>) => work(),
    },
  } as unknown as Ports;
  return {
    ...{ world, ledger, ports },
    held: async () => (await ledger.allFacts()).map(({ id }) => id).sort(),
    open: () => reduceOld(ports, OWNER),
    hearsGraph: () => ledger.append([mail(`m${world.now}`, 'a', { at: world.now, recordedAt: clock() })]),
  };
}

describe('9 A wrong clock', () => {
  test('a year ahead deletes nothing at one opening, and is noticed', async () => {
    const { world, ports, held, open } = await machine();
    await open();
    const before = await held();
    world.off = YEAR;
    expect(await open()).toBe(false);
    expect(await held()).toEqual(before);
    expect(aheadBy(await recallTime(ports), ports.clock())).toBeGreaterThan(300 * DAY);
    world.off = 0;
    await open();
    expect(aheadBy(await recallTime(ports), ports.clock())).toBeNull();
    expect(await recallWaiting(ports.ledger)).toBeNull();
    expect(await held()).toEqual(before);
  });

  test('is not spoken of at a first opening, when nobody wrote for some days; a jump since the last one is', () => {
    const first = opened(NOTHING_AGREED, MONDAY, MONDAY - 3 * DAY);
    expect(aheadBy(first, MONDAY)).toBe(3 * DAY);
    expect(saidAhead(first, MONDAY)).toBeNull();
    const jumped = opened(first, MONDAY + YEAR, null);
    expect(saidAhead(jumped, MONDAY + YEAR)).toBe(YEAR);
  });

  test('that stays a year ahead deletes nothing as long as Graph stamps something new', async () => {
    const { world, ledger, open, hearsGraph } = await machine();
    await hearsGraph();
    await open();
    world.off = YEAR;
    for (let day = 0; day < 30; day++) {
      world.now += 26 * HOUR;
      await hearsGraph();
      await open();
    }
    expect((await ledger.allFacts()).filter(({ id }) => id.startsWith('c'))).toHaveLength(40);
  });

  test('is told from a right one by two openings a day apart, or by what Graph has stamped', () => {
    const first = opened(NOTHING_AGREED, MONDAY, null);
    expect(provenTime(first, MONDAY)).toBeNull();
    expect(provenTime(opened(first, MONDAY + 23 * HOUR, null), MONDAY + 23 * HOUR)).toBeNull();
    const second = opened(first, MONDAY + 25 * HOUR, null);
    expect(provenTime(second, MONDAY + 25 * HOUR)).toBe(MONDAY);
    const stamped = opened(NOTHING_AGREED, MONDAY, MONDAY - HOUR);
    expect(provenTime(stamped, MONDAY)).toBe(MONDAY - HOUR);
  });

  test('from 1970 to 2199 never proves a time that has not come, where a right opening or a stamp of Graph follows each wrong one', () => {
    const wrong = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2199, 11, 31) });
    const step = fc.record({
      wait: fc.integer({ min: HOUR, max: 40 * DAY }),
      wrong: fc.option(wrong),
      stamps: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now: Instant = MONDAY;
        let [time, server]: [typeof NOTHING_AGREED, Instant | null] = [NOTHING_AGREED, now];
        for (const { wait, wrong: said, stamps } of steps) {
          now += wait;
          if (stamps) server = now;
          for (const clock of [...(said === null ? [] : [said]), now]) {
            time = opened(time, clock, server);
            expect(provenTime(time, clock) ?? 0).toBeLessThanOrEqual(now + 2 * DAY);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('in histories of openings, notes and mails takes no row that the true time would have kept, and leaves nothing behind', {
    timeout: 60_000,
  }, async () => {
    const clocks = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2199, 11, 31) });
    const step = fc.record({
      wait: fc.integer({ min: 1, max: 20 }),
      wrong: fc.option(clocks, { freq: 2 }),
      mails: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
        const { world, ledger, ports, open, hearsGraph } = await machine(100);
        for (const { wait, wrong, mails } of steps) {
          world.now += wait * DAY;
          if (wrong !== null) {
            world.off = wrong - world.now;
            await open();
            world.off = 0;
          }
          if (mails) await hearsGraph();
          await open();
          // 180 days stand, and the retention takes whole months: whatever is younger is here.
          const young = (fact: Fact) =>
            fact.kind === 'check-in' && fact.recordedAt - HOUR > world.now - 180 * DAY;
          const all = Array.from({ length: 100 }, (_, day) => checkIn(`c${day}`, 'a', -day)).filter(young);
          const here = new Set((await ledger.allFacts()).map(({ id }) => id));
          expect(all.filter(({ id }) => !here.has(id))).toEqual([]);
        }
        const waiting = await recallWaiting(ports.ledger);
        expect(waiting === null || waiting.until < new Date(world.now - 180 * DAY).toISOString()).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('9 Rows that become counts', () => {
  const LATER = 250;
  const due = async () => {
    const one = await machine(60);
    await one.open();
    one.world.now += LATER * DAY;
    await one.open();
    one.world.now += DAY;
    await one.open();
    return one;
  };

  test('wait for a week where more than a month would go at once, and go then', async () => {
    const { world, ledger, held, open } = await due();
    expect(await recallWaiting(ledger)).toMatchObject({ elsewhere: false, wouldGo: { days: 60 } });
    expect(await held()).toContain('c50');
    world.now += 6 * DAY;
    expect(await open()).toBe(false);
    expect(await held()).toContain('c50');
    world.now += 3 * DAY;
    await open();
    world.now += 2 * DAY;
    expect(await open()).toBe(true);
    expect(await held()).not.toContain('c50');
    expect(await recallWaiting(ledger)).toBeNull();
  });

  test('stay where somebody says Undo, until the next month is due', async () => {
    const { world, ports, ledger, held, open } = await due();
    await undoWaiting(ports);
    for (let day = 0; day < 4; day++) {
      world.now += DAY;
      await open();
    }
    expect(await held()).toContain('c50');
    expect(await recallWaiting(ledger)).toBeNull();
    world.now += 31 * DAY;
    await open();
    world.now += DAY;
    await open();
    expect(await recallWaiting(ledger)).not.toBeNull();
    expect(await held()).toContain('c50');
  });

  test('wait as well where more than a month of what was closed would go at once, and go when the week is over', async () => {
    const { world, ledger, ports, held, open } = await machine(1);
    const closed = [2, 3].flatMap((month): Fact[] => {
      const at = `2026-0${month}-10T09:00`;
      const more = { series: 'a', raisedAt: Date.parse(`${at}Z`), recordedAt: Date.parse(`${at}Z`) };
      return [point(month, more), pointStep(`p${month}`, 'answered', at, { series: 'a' })];
    });
    await ledger.append(closed);
    await open();
    world.now += DAY;
    await open();
    expect(await recallWaiting(ledger)).toMatchObject({ elsewhere: false, wouldGo: { reduces: true } });
    expect(await held()).toEqual(expect.arrayContaining(['p2', 'p3']));
    await undoWaiting(ports);
    for (let day = 0; day < 10; day++) {
      world.now += DAY;
      await open();
    }
    expect(await held()).toEqual(expect.arrayContaining(['p2', 'p3']));
    // The next month asks anew.
    world.now += 31 * DAY;
    for (let day = 0; day < 11; day++) {
      world.now += DAY;
      await open();
    }
    expect((await held()).filter((id) => /^p\d$|answered/.test(id))).toEqual([]);
  });

  const choice: Fact = { kind: 'retention', id: 'a', recordedAt: MONDAY, days: 30 };
  const reduced: Fact = {
    ...{ kind: 'reduced', id: 'x', recordedAt: MONDAY, series: 'a', until: '2026-09', months: [] },
  };

  test.each(['merge', 'bring'] as const)(
    'wait as well where another machine or a file has reduced them (%s)',
    async (way) => {
      const { world, ledger, ports, held, open } = await machine(60);
      await open();
      await ledger[way]([choice, reduced]);
      world.now += DAY;
      await open();
      expect(await recallWaiting(ledger)).toMatchObject({ elsewhere: true, until: '2026-09' });
      expect(await held()).toContain('c50');
      await undoWaiting(ports);
      await ledger[way]([reduced]);
      for (let day = 0; day < 10; day++) {
        world.now += DAY;
        await open();
      }
      expect(await held()).toContain('c50');
      expect(await held()).not.toContain('x');
    },
  );

  test('of another machine go when the week is over', async () => {
    const { world, ledger, held, open } = await machine(60);
    await open();
    await ledger.merge([choice, reduced]);
    for (let day = 0; day < 11; day++) {
      world.now += DAY;
      await open();
    }
    expect(await held()).not.toContain('c50');
    expect(await held()).toContain('x');
  });
});
