import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/facts/log/fact';
import { isEntry } from '../../src/domain/facts/log/kinds';
import { type Dice, dice } from '../simulator/dice';
import { plannedDates } from '../simulator/graph/calendar/recurrence';
import { addDays, dateIn } from '../simulator/time';
import type { Happening, World } from '../simulator/world';
import { generatedWorld } from '../simulator/worlds/generated';
import { faultsOfALook, faultsOfASending } from './fault-plan';
import {
  type Adversity,
  atNoon,
  type CalendarHistory,
  type LifeEnd,
  live,
  NEXT_LOOK,
  NO_ADVERSITY,
} from './life';

/** `SEED=17` repeats one run; `SOAK=2000` makes that many; else as many of them as there is time for. */
const ONE = process.env.SEED;
const RUNS = Number(process.env.SOAK ?? 200);
/** So many runs share a world, so that the life without faults is lived once for all of them. */
const RUNS_A_WORLD = 20;
/** Unless a number was asked for: so long, and so many all the same. */
const TIME_A_WORLD = process.env.SOAK === undefined ? 1000 : Number.POSITIVE_INFINITY;
const FEWEST = 4;

const FIRST_DAY = '2025-02-03';
/** Without these the calendar alone is read; they are given at a later look. */
const LATER_SCOPES = [
  'Mail.Read',
  'OnlineMeetingArtifact.Read.All',
  'MailboxSettings.Read',
  'OnlineMeetings.Read',
];

function calendarHistoryOf(number: number): CalendarHistory {
  const luck = dice(7919 * (number + 1));
  const world = generatedWorld({
    seed: 1000 + number,
    series: 2,
    years: 0.2,
    people: 3,
    from: addDays(FIRST_DAY, -25),
  });
  const looks: number[] = [];
  for (let day = 0; looks.length < 2; day += 1 + luck.upTo(9)) looks.push(atNoon(addDays(FIRST_DAY, day)));
  return {
    world: {
      ...world,
      happenings: [...world.happenings, ...looks.flatMap((at) => newsAfter(at, world, luck))],
    },
    kept: ['series-0', 'series-1'],
    looks,
    grantedAt: Object.fromEntries(LATER_SCOPES.flatMap((scope) => (luck.next() < 0.2 ? [[scope, 1]] : []))),
    habits: {
      deliveryTime: luck.pick([0, 0, 45_000, 4 * 60_000]),
      goneEvent: luck.pick(['empty', 'null', 'error-500'] as const),
      deltaSelect: luck.pick(['ignored', 'honoured', 'refused'] as const),
      derivedSelect: luck.pick(['ignored', 'honoured', 'refused'] as const),
      tentativeSpelling: luck.pick(['meetingTenativelyAccepted', 'meetingTentativelyAccepted'] as const),
      honoursTimeZone: luck.next() < 0.8,
      emptyRecurrenceZone: luck.next() < 0.2,
    },
  };
}

/** Between a look and the next one, a few minutes later, something may happen to an occurrence to come. */
function newsAfter(look: number, world: World, luck: Dice): Happening[] {
  const meeting = luck.pick(world.meetings);
  const from = addDays(dateIn(meeting.zone, look), 3);
  const { recurrence, firstDate } = meeting;
  const [date] = recurrence === null ? [] : plannedDates(recurrence, firstDate, from, addDays(from, 40));
  if (date === undefined || luck.next() < 0.4) return [];
  const about = { at: look + NEXT_LOOK / 2, meeting: meeting.id };
  if (luck.next() < 0.5) return [{ kind: 'cancelled', ...about, date }];
  return [{ kind: 'renamed', ...about, subject: `${meeting.subject}, anew` }];
}

function adversityOf(seed: number, { looks }: CalendarHistory): Adversity {
  const luck = dice(104_729 * (seed + 1));
  const plans = looks.map((at) => ({
    look: faultsOfALook(luck, at),
    nextLook: luck.next() < 0.5 ? faultsOfALook(luck, at) : [],
    sending: faultsOfASending(luck, at),
    forgets: luck.next() < 0.2,
    shifts: Array.from({ length: luck.upTo(4) }, () => luck.pick(['comes', 'goes'] as const)),
  }));
  return {
    atLook: (number) => plans[number]?.look ?? [],
    atNextLook: (number) => plans[number]?.nextLook ?? [],
    atSending: (number) => plans[number]?.sending ?? [],
    shifts: (number) => plans[number]?.shifts ?? [],
    forgets: (number) => plans[number]?.forgets ?? false,
    thorough: false,
  };
}

/**
 * The log without the recaps' journal, and without the moment at which something was written down. Where one request
 * vouched for the calendar, the look before it counts as the last one: a range is wider then, and never wrong.
 */
const logOf = (facts: readonly Fact[], looks: readonly number[]): readonly unknown[] =>
  facts
    .filter(({ kind }) => kind !== 'recap')
    .map((fact) => {
      if (isEntry(fact)) return fact;
      const before = 'lookedBefore' in fact ? fact.lookedBefore : null;
      const vouched = looks.find((look) => before === look + NEXT_LOOK);
      return { ...fact, recordedAt: null, ...(vouched === undefined ? {} : { lookedBefore: vouched }) };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const unhandled: unknown[] = [];
const hear = (cause: unknown) => void unhandled.push(cause);
beforeAll(() => void process.on('unhandledRejection', hear));
afterAll(() => void process.off('unhandledRejection', hear));

const seeds = ONE === undefined ? Array.from({ length: RUNS }, (_, seed) => seed) : [Number(ONE)];
const worlds = [...new Set(seeds.map((seed) => Math.floor(seed / RUNS_A_WORLD)))];

describe('Whatever goes wrong on the way to Graph', () => {
  test.each(worlds)(
    'the log of world %i ends as it does when nothing goes wrong',
    async (number) => {
      const begun = performance.now();
      const history = calendarHistoryOf(number);
      const plain = await live(history, NO_ADVERSITY);
      expect(plain.sent.map(({ copies }) => copies)).toEqual(history.looks.map(() => 1));
      const own = seeds.filter((one) => Math.floor(one / RUNS_A_WORLD) === number);
      for (const [at, seed] of own.entries()) {
        if (at >= FEWEST && performance.now() - begun > TIME_A_WORLD) break;
        const again = `SEED=${seed} npx vitest run --project rules test/soak/soak.test.ts`;
        const end: LifeEnd = await live(history, adversityOf(seed, history)).catch((cause: Error) => {
          throw new Error(`${cause.message}; again: ${again}`, { cause });
        });
        expect(logOf(end.facts, history.looks), again).toEqual(logOf(plain.facts, history.looks));
        expect(end.sent, again).toEqual(plain.sent);
        expect(end.busiest, again).toBeLessThanOrEqual(4);
        expect(unhandled, again).toEqual([]);
      }
    },
    120_000,
  );
});
