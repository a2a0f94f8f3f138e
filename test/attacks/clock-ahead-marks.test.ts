import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionHistories } from '../../src/domain/agree/decision-history';
import { datingOf, lastKnownOf } from '../../src/domain/facts/log/dating';
import type { Fact } from '../../src/domain/facts/log/fact';
import { mergeFacts, nextStamp } from '../../src/domain/facts/log/log';
import { standingFacts } from '../../src/domain/facts/log/standing';
import { judging, rejudge } from '../../src/domain/judge/verdict/judge';
import { knownFrom } from '../../src/domain/observe/known';
import { DAY, HOUR, type Instant } from '../../src/domain/time/time';
import { openMemoryLedger } from '../../src/ledger/ledger';
import { noteOpening } from '../../src/tasks/log/note-opening';
import type { Ports } from '../../src/tasks/ports';
import { reasonWords } from '../../src/ui/words/reasons';
import { timeWords } from '../../src/ui/words/times';
import { judgeLineage } from '../at-once';
import { checkIn, decision, keeping, key, MONDAY, mail, OWNER, sighting } from '../contracts/sample-facts';

const YEAR = 365 * DAY;
const NOW = MONDAY + 20 * DAY;

/** A machine that stamps as the seal does, with a clock that can be wrong. */
function device(name: string) {
  let last: string | null = null;
  return (clock: Instant) => {
    last = nextStamp(last, clock, name);
    return last;
  };
}

const correction = (id: string, recordedAt: Instant, outcome: 'held' | 'cancelled-short-notice'): Fact => ({
  ...{ kind: 'correction', id, recordedAt, occurrence: key('a'), reason: 'Because', outcome },
});
const marked = (fact: Fact, lastKnown: Instant): Fact => Object.assign({ ...fact }, { lastKnown });

const GROUND = [keeping('k', 'a', 'start', MONDAY - YEAR), sighting('a')];
const judged = (facts: readonly Fact[], now = NOW) => {
  const lineage = judgeLineage({ owner: OWNER, facts: [...GROUND, ...facts] }, 'a', now);
  const row = lineage?.occurrences.find((one) => one.key === key('a'));
  if (row === undefined) throw new Error('no row');
  return row;
};
const stamps = (id: string, clock: Instant, at: Instant) => ({ id, clock, at });

describe('9 What a clock ahead of all else has dated', () => {
  async function machine() {
    const world = { clock: MONDAY + DAY };
    const clock = () => world.clock;
    const ledger = await openMemoryLedger({ clock, judge: judging, rejudge, owner: () => OWNER });
    await ledger.append([...GROUND, mail('m', 'a', { at: MONDAY + DAY - HOUR, recordedAt: MONDAY + DAY })]);
    const ports = { ledger, clock } as unknown as Ports;
    await noteOpening(ports, true);
    const enter = (id: string, what: Partial<Extract<Fact, { kind: 'check-in' }>> = {}) =>
      ledger.append([checkIn(id, 'a', 0, { recordedAt: world.clock, ...what })]);
    const fact = async (id: string) => (await ledger.allFacts()).find((one) => one.id === id) as Fact;
    return { world, ledger, ports, enter, fact };
  }

  test('carries what was known then, and says so among the reasons until the time has come', async () => {
    const { world, ledger, enter, fact } = await machine();
    await enter('right');
    world.clock += YEAR;
    await enter('ahead', { said: 'nobody-joined' });
    expect(lastKnownOf(await fact('right'))).toBeNull();
    expect(lastKnownOf(await fact('ahead'))).toBe(MONDAY + DAY);
    const row = (await ledger.view('a'))?.occurrences.find((one) => one.key === key('a'));
    const said = row?.reasons.map((reason) => reasonWords(reason, timeWords('UTC')));
    expect(said?.filter((words) => words.includes('a clock that was days ahead'))).toHaveLength(1);
  });

  test('does not carry it where Graph has stamped something since, or another machine entered something', async () => {
    const { world, ledger, enter, fact } = await machine();
    world.clock += 10 * DAY;
    await ledger.merge([checkIn('elsewhere', 'a', 0, { recordedAt: world.clock - DAY })]);
    await enter('after a holiday');
    expect(lastKnownOf(await fact('after a holiday'))).toBeNull();
    world.clock += 10 * DAY;
    await ledger.append([mail('n', 'a', { at: world.clock - HOUR, recordedAt: world.clock })]);
    expect(lastKnownOf(await fact('n'))).toBeNull();
  });

  test('is no more than said of somebody who was away so long: the days between stay empty', () => {
    const late = marked(checkIn('x', 'a', 0, { recordedAt: MONDAY + 10 * DAY }), MONDAY);
    const isAhead = (facts: readonly Fact[]) =>
      datingOf(standingFacts(facts).find(({ id }) => id === 'x') as Fact)?.clockAhead === true;
    expect(isAhead([late])).toBe(true);
    expect(isAhead([late, checkIn('y', 'a', 0, { recordedAt: MONDAY + 11 * DAY })])).toBe(false);
    expect(isAhead([late, checkIn('y', 'a', 0, { recordedAt: MONDAY + 3 * DAY })])).toBe(true);
  });
});

describe('2 The latest word', () => {
  test('is not that of a clock a year ahead, once somebody on any machine has said another', () => {
    const ahead = marked(
      checkIn('ahead', 'a', 0, { said: 'nobody-joined', recordedAt: MONDAY + YEAR }),
      MONDAY + HOUR,
    );
    const later = checkIn('later', 'a', 0, { said: 'we-met', recordedAt: MONDAY + 2 * DAY });
    expect(judged([ahead]).outcome).toBe('not-held-no-message');
    expect(judged([ahead, later]).outcome).toBe('held');
    expect(judged([ahead, later], MONDAY + 3 * YEAR).outcome).toBe('held');
    const wrong = marked(correction('c1', MONDAY + YEAR, 'cancelled-short-notice'), MONDAY + HOUR);
    const right = correction('c2', MONDAY + 2 * DAY, 'held');
    expect(judged([right, wrong]).outcome).toBe('held');
  });

  test('is not that of a clock a year ahead where its own machine stamped another one after it', () => {
    const stamp = device('one');
    const at = [MONDAY + HOUR, MONDAY + YEAR, MONDAY + 2 * DAY, MONDAY + 3 * DAY] as const;
    const ids = at.map((clock) => stamp(clock));
    const said = ['we-met', 'nobody-joined', 'agreed-to-skip', 'we-met'] as const;
    const facts = ids.map((id, n) => checkIn(id, 'a', 0, { recordedAt: at[n] ?? 0, said: said[n] ?? null }));
    expect(judged(facts.slice(0, 2)).outcome).toBe('not-held-no-message');
    expect(judged(facts.slice(0, 3)).outcome).toBe('excluded-agreed-skip');
    const other = checkIn(device('two')(at[2] + HOUR), 'a', 0, { recordedAt: at[2] + HOUR, said: 'we-met' });
    expect(judged([...facts.slice(0, 3), other]).outcome).toBe('held');
    expect(judged(facts).reasons.filter(({ clockAhead }) => clockAhead)).toHaveLength(1);
  });

  test('is not taken from those before it by one opening with a clock in 1970', () => {
    const stamp = device('one');
    const at = [MONDAY + HOUR, MONDAY + 2 * HOUR, DAY, MONDAY + DAY];
    const facts = at.map((clock, n) => checkIn(stamp(clock), 'a', 0, { recordedAt: clock, minutes: n + 1 }));
    expect(standingFacts(facts).map((fact) => datingOf(fact))).toEqual([null, null, null, null]);
    expect(judged(facts).minutesTogether).toBe(4);
  });

  test('of the calendar is what it shows now, whatever a clock ahead has seen', () => {
    const seenAt = MONDAY + YEAR;
    const moved = { start: MONDAY + 5 * HOUR, end: MONDAY + 6 * HOUR };
    const ahead = marked(sighting('a', 0, { seenAt, recordedAt: seenAt, span: moved }), MONDAY + HOUR);
    const now = sighting('a', 0, { seenAt: MONDAY + 2 * DAY, recordedAt: MONDAY + 2 * DAY });
    expect(judged([ahead]).effective).toEqual(moved);
    expect(knownFrom([ahead, now]).occurrences.get(key('a'))?.sighting).toBe(now);
    expect(judged([ahead, now]).effective.start).toBe(MONDAY);
  });

  test('about a decision is the later step', () => {
    const step = (id: string, is: 'held' | 'decided', at: Instant): Fact => ({
      ...{ kind: 'decision-step', id, recordedAt: at, series: 'a', decision: 'd', step: is, at, reason: '' },
    });
    const facts = [
      decision('d', 'a', 1),
      marked(step('s1', 'held', MONDAY + YEAR), MONDAY + 2 * HOUR),
      step('s2', 'decided', MONDAY + 2 * DAY),
    ];
    expect(decisionHistories(facts, NOW)[0]?.standing).toBe('decided');
  });

  test('is the same on every machine, in whatever order the facts have come, and never one that a wrong clock made earlier', () => {
    const said = fc.constantFrom('we-met', 'agreed-to-skip', 'i-was-not-there' as const);
    const step = fc.record({
      machine: fc.constantFrom(0, 1),
      wait: fc.integer({ min: 1, max: 9 * 24 }),
      ahead: fc.option(fc.integer({ min: 3, max: 170 * 365 }), { freq: 2 }),
      said,
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 2, maxLength: 14 }),
        fc.infiniteStream(fc.nat()),
        (steps, chance) => {
          const seals = [device('one'), device('two')];
          let [now, known] = [MONDAY + HOUR, MONDAY + HOUR];
          const made: (ReturnType<typeof stamps> & { readonly fact: Fact; readonly wrong: boolean })[] = [];
          for (const { machine, wait, ahead, said: saying } of steps) {
            now += wait * HOUR;
            const clock = now + (ahead ?? 0) * DAY;
            const id = seals[machine]?.(clock) ?? '';
            const plain = checkIn(id, 'a', 0, { recordedAt: clock, said: saying as 'we-met' });
            made.push({
              id,
              clock,
              at: now,
              wrong: ahead !== null,
              fact: ahead === null ? plain : marked(plain, known),
            });
            if (ahead === null) known = now;
          }
          const facts = made.map(({ fact }) => fact);
          const mixed = [...facts].sort(() => ((chance.next().value ?? 0) % 3) - 1);
          expect(judged(mixed)).toEqual(judged(facts));
          expect(judged(mergeFacts(facts.slice(0, 3), mixed))).toEqual(judged(facts));
          // What was said of another meeting says nothing of the times of this one: each is judged by itself as well.
          const elsewhere = made.map(({ clock }, at) => checkIn(`b${at}`, 'b', 0, { recordedAt: clock }));
          expect(judged([...facts, keeping('kb', 'b', 'start', MONDAY), ...elsewhere])).toEqual(
            judged(facts),
          );
          const last = made.at(-1);
          if (last?.wrong === false) expect(judged(facts, NOW + 200 * YEAR).checkIn?.id).toBe(last.id);
        },
      ),
      { numRuns: 200 },
    );
  });
});
