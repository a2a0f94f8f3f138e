import { erasureOf } from '../at-once';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Erasure } from '../../src/domain/facts/entered/erasure';
import type { Fact } from '../../src/domain/facts/log/fact';

import { judging, rejudge } from '../../src/domain/judge/verdict/judge';
import { UNTIMED } from '../../src/domain/pace';
import { DAY } from '../../src/domain/time/time';
import type { Channel } from '../../src/ledger/browser/other-panes';
import { openLedger } from '../../src/ledger/ledger';
import { reduceOld } from '../../src/tasks/log/reduce';
import { undoWaiting } from '../../src/tasks/log/waiting-deletion';
import { recallErasing, undoErasing } from '../../src/tasks/log/waiting-erasure';
import type { Ports } from '../../src/tasks/ports';
import { away, checkIn, decision, keeping, MONDAY, OWNER, person, sighting } from '../contracts/sample-facts';

/** Marcus by name, in a list, in a text, as somebody who is away, and with an agreement of his own. */
const HELD: readonly Fact[] = [
  keeping('k', 'a', 'start', MONDAY - 300 * DAY),
  ...Array.from({ length: 5 }, (_, day) => [sighting('a', -day), checkIn(`c${day}`, 'a', -day)]).flat(),
  away('w', 'Marcus'),
  away('v', 'Dana'),
  { ...decision('d', 'a', 1), why: 'Marcus asked', accountable: person('Marcus') } as Fact,
  {
    ...{ kind: 'agreement', id: 'g', recordedAt: MONDAY, series: 'a', person: person('Marcus'), version: 1 },
    ...{ zone: null, topics: [], answerDays: null, silence: 'hold', reachAt: '' },
  },
  {
    ...{ kind: 'agreement-reply', id: 'r', recordedAt: MONDAY, series: 'a', agreement: 'g', at: MONDAY },
    ...{ said: 'agreed', words: '', source: 'by-hand' },
  },
];

const erasing = (id: string, who = 'Marcus', recordedAt = MONDAY): Erasure =>
  erasureOf(HELD, OWNER, person(who), { id, recordedAt, role: 'colleague', salt: 'salt' });

/** Channels of one browser: what one pane posts, the others hear. */
function createHub() {
  const ears = new Set<{ of: object; heard: (event: { readonly data: unknown }) => void }>();
  return (): Channel => {
    const own = {};
    return {
      postMessage: (data) => {
        for (const { of, heard } of ears) if (of !== own) heard({ data });
      },
      addEventListener: (_, heard) => void ears.add({ of: own, heard }),
      close: () => undefined,
    };
  };
}

async function machine(facts: readonly Fact[] = HELD) {
  const world = { now: MONDAY, off: 0 };
  const clock = () => world.now + world.off;
  const indexedDB = new IDBFactory();
  const channel = createHub();
  let stamps = 0;
  const pane = async () => {
    const ledger = await openLedger({
      clock,
      judge: judging,
      rejudge,
      owner: () => OWNER,
      indexedDB,
      channel,
    });
    const ports = {
      ...{ ledger, clock, turns: UNTIMED },
      seal: {
        stamp: () => `stamp${++stamps}`,
        alone: (_: string, __: boolean, work: () => Promise<unknown>) => work(),
      },
    } as unknown as Ports;
    return { ledger, ports, open: () => reduceOld(ports, OWNER) };
  };
  const first = await pane();
  await first.ledger.append(facts);
  const days = async (count: number) => {
    for (let day = 0; day < count; day++) {
      world.now += DAY;
      await first.open();
    }
  };
  return { ...first, world, pane, days };
}

type Log = Awaited<ReturnType<typeof machine>>['ledger'];

const all = async (ledger: Log, but: readonly string[] = []) =>
  (await ledger.allFacts()).filter(({ id }) => !but.includes(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Everything a screen, an export or another machine is told. */
async function told(ledger: Log): Promise<string> {
  await ledger.outbox.fill();
  const [facts, view, opening, around, entries, kept, waiting] = await Promise.all([
    ledger.allFacts(),
    ledger.view('a'),
    ledger.opening('a'),
    ledger.around('a'),
    ledger.ownEntries(),
    ledger.keptSeries(),
    ledger.outbox.take(10_000),
  ]);
  return JSON.stringify([facts, view, opening, around, entries, kept, waiting]);
}

const THEM = /marcus/i;

describe.each(['merge', 'bring'] as const)(
  '9 Somebody erased on another machine or by a file (%s)',
  (way) => {
    test('is at once on no screen, in no export and in no file that goes out, and can come back for a week', async () => {
      const { ledger, open, days } = await machine();
      expect(await told(ledger)).toMatch(THEM);
      await ledger[way]([erasing('x')]);
      expect(await told(ledger)).not.toMatch(THEM);
      await open();
      expect(await recallErasing(ledger)).toMatchObject({ ids: ['x'], wouldGo: { erases: true } });
      await days(6);
      expect(JSON.stringify(await ledger.erasedElsewhere.facts())).toMatch(THEM);
      expect(await told(ledger)).not.toMatch(THEM);
    });

    test('comes back whole with Undo, is not erased when the same is heard again, and nothing of it leaves this machine', async () => {
      const { ledger, ports, open, days } = await machine();
      const before = await all(ledger);
      const view = JSON.stringify(await ledger.view('a'));
      await ledger[way]([erasing('x')]);
      await open();
      const left = await all(ledger, ['x']);
      await undoErasing(ports);
      expect(await all(ledger)).toEqual(before);
      expect(JSON.stringify(await ledger.view('a'))).toBe(view);
      expect(await ledger.limits()).toEqual([]);
      await ledger[way]([erasing('x')]);
      // The other machine tells what it has left of them.
      const { held } = await ledger.merge(left);
      expect(JSON.stringify(held)).not.toMatch(THEM);
      await days(10);
      expect(await all(ledger)).toEqual(before);
      expect(await recallErasing(ledger)).toBeNull();
      await ledger.outbox.fill();
      const outgoing = await ledger.outbox.take(10_000);
      expect(outgoing.length).toBeGreaterThan(5);
      expect(JSON.stringify(outgoing)).not.toMatch(THEM);
      expect(await ledger.check()).toBe(true);
      expect(await ledger.rebuild()).toBe(true);
      expect(await all(ledger)).toEqual(before);
    });

    test('is gone for good when the week is over, and an Undo comes too late', async () => {
      const { ledger, ports, days } = await machine();
      await ledger[way]([erasing('x')]);
      await days(11);
      expect(await ledger.erasedElsewhere.facts()).toEqual([]);
      expect(await recallErasing(ledger)).toBeNull();
      await undoErasing(ports);
      expect(await told(ledger)).not.toMatch(THEM);
      expect((await ledger.limits()).map(({ id }) => id)).toEqual(['x']);
    });

    test('survives a reload, and another pane hears of the Undo at once', async () => {
      const { ledger, open, pane } = await machine();
      const before = await all(ledger);
      await ledger[way]([erasing('x')]);
      await open();
      const other = await pane();
      expect(await told(other.ledger)).not.toMatch(THEM);
      expect(await recallErasing(other.ledger)).not.toBeNull();
      let heard = 0;
      ledger.onOtherPane(() => {
        heard += 1;
      });
      await undoErasing(other.ports);
      expect(heard).toBeGreaterThan(0);
      expect(await recallErasing(ledger)).toBeNull();
      expect(await all(ledger)).toEqual(before);
      expect(await all((await pane()).ledger)).toEqual(before);
    });

    test('is not gone for good by a clock that is wrong', async () => {
      const { ledger, ports, open, world } = await machine();
      await open();
      const before = await all(ledger);
      await ledger[way]([erasing('x')]);
      await open();
      for (const off of [365 * DAY, 30 * DAY, -365 * DAY]) {
        world.off = off;
        await open();
      }
      world.off = 0;
      await open();
      await undoErasing(ports);
      expect(await all(ledger)).toEqual(before);
    });

    test('takes its week where the clock was ahead when it came', async () => {
      const { ledger, open, world, days } = await machine();
      await open();
      world.off = 365 * DAY;
      await ledger[way]([erasing('x')]);
      await open();
      expect(await recallErasing(ledger)).toMatchObject({ since: null });
      world.off = 0;
      await days(1);
      expect(await recallErasing(ledger)).toMatchObject({ since: world.now });
      await days(6);
      expect(await ledger.erasedElsewhere.facts()).not.toEqual([]);
    });

    test('goes at once from there, too, where somebody is erased by hand here', async () => {
      const { ledger, ports, open } = await machine();
      await ledger[way]([erasing('x', 'Dana')]);
      await ledger[way]([erasing('y')]);
      await open();
      await ledger.append([erasing('z')]);
      expect(JSON.stringify(await ledger.erasedElsewhere.facts())).not.toMatch(THEM);
      await undoErasing(ports);
      expect(await told(ledger)).not.toMatch(THEM);
      expect(await told(ledger)).toMatch(/dana/);
      expect((await ledger.limits()).map(({ id }) => id)).toEqual(['z']);
    });

    test('nothing waits, and nobody is asked, where the log knew nothing of them', async () => {
      const { ledger, open } = await machine();
      await ledger[way]([erasing('x', 'Zoe')]);
      await open();
      expect(await recallErasing(ledger)).toBeNull();
      expect((await ledger.limits()).map(({ id }) => id)).toEqual(['x']);
    });
  },
);

describe('9 Erasures from elsewhere', () => {
  test('that were undone are not carried out bit by bit by what another machine has left of each fact', async () => {
    const zed = { person: person('Zed'), role: 'required', response: 'none', respondedAt: null } as const;
    const owner = { ...zed, person: OWNER };
    // What is left sorts before it: where two machines tell one observation differently, that one would count.
    const facts = [keeping('k', 'a', 'start', 0), sighting('a', 0, { attendees: [zed, owner] })];
    const { ledger, ports } = await machine(facts);
    const before = await all(ledger);
    await ledger.merge([erasureOf(facts, OWNER, person('Zed'), { ...erasing('x'), id: 'x' })]);
    const left = await all(ledger, ['x']);
    expect(left).not.toEqual(before);
    await undoErasing(ports);
    await ledger.merge(left);
    expect(await all(ledger)).toEqual(before);
  });

  test('in any order, mixed with own notes, are undone to exactly what would be there without them', async () => {
    const who = fc.constantFrom('Marcus', 'Dana', 'Zoe');
    const step = fc.oneof(
      fc.record({ does: fc.constant('erase' as const), who, way: fc.constantFrom('merge', 'bring') }),
      fc.record({ does: fc.constant('note' as const), at: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ does: fc.constant('open' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const [one, other] = [await machine(), await machine()];
        for (const [at, does] of steps.entries()) {
          if (does.does === 'erase') {
            await one.ledger[does.way as 'merge' | 'bring']([erasing(`x${at}`, does.who)]);
          } else if (does.does === 'note') {
            for (const { ledger } of [one, other]) await ledger.append([checkIn(`n${at}`, 'a', -does.at)]);
          } else await one.open();
        }
        await undoErasing(one.ports);
        const erasures = (await one.ledger.limits()).map(({ id }) => id);
        expect(await all(one.ledger, erasures)).toEqual(await all(other.ledger));
        expect(await one.ledger.check()).toBe(true);
        expect(await one.ledger.rebuild()).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  test('an Undo of what was reduced elsewhere is heard by other panes at once', async () => {
    const { ledger, pane } = await machine();
    const other = await pane();
    let heard = 0;
    ledger.onOtherPane(() => {
      heard += 1;
    });
    await undoWaiting(other.ports);
    expect(heard).toBeGreaterThan(0);
  });
});
