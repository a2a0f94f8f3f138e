import { vi } from 'vitest';
import type { Fact } from '../../src/domain/facts/log/fact';
import type { SweepMark } from '../../src/domain/facts/log/history';
import type { MeasureName } from '../../src/domain/facts/things/measure-name';
import type { Person } from '../../src/domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson } from '../../src/domain/judge/judged/judged';
import { type Measure, measuresOf } from '../../src/domain/measure/measures';
import { keepLog } from '../../src/tasks/enter/own-entries';
import type { Ports } from '../../src/tasks/ports';
import { judgeLineage } from '../at-once';
import { masterId } from '../simulator/graph/calendar/event-json';
import {
  createSimulatedGraph,
  type SimulatedGraph,
  type SimulatedGraphOptions,
} from '../simulator/graph/simulated-graph';
import { openPorts } from '../simulator/own-ports';
import { look, stepsOf, tap as tapOfWorld } from '../simulator/replay';
import { at, type Instant } from '../simulator/time';
import type { World } from '../simulator/world';
import type { Hand, Tap } from './hand';

// A story is many looks; a machine that does other things as well takes its time.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

/**
 * Tells how the owner of a mailbox lived through a world, on the owner's own clock:
 * `tell(world).keeps('daily', '2026-10-23 09:00').looks('2026-10-29 11:00', '2026-10-29 16:00').until('2026-10-30')`.
 * What is told is done in the order of its times, by the real tasks on the real Graph client.
 */
export interface Teller {
  /** Opts a meeting in, and looks. */
  readonly keeps: (meeting: string, when: string) => Teller;
  readonly looks: (...when: readonly string[]) => Teller;
  readonly taps: (when: string, ...taps: readonly Tap[]) => Teller;
  /** As the world tells it: its own taps, and a look every working day's morning, unless the story looks by itself. */
  readonly lives: (looks?: 'every morning' | 'as told') => Teller;
  /** Lets it come to pass, and judges. */
  readonly until: (when: string) => Promise<Tale>;
}

/** What came of it. */
export interface Tale {
  /** The lineage of the meeting that was kept first, else of the first one there is. */
  readonly lineage: JudgedLineage;
  readonly of: (meeting: string) => Promise<JudgedLineage>;
  /** Outcomes of what has started, by date, each with its exact notice: `cancelled-short-notice 10 min`. */
  readonly outcomes: () => Readonly<Record<string, string>>;
  readonly on: (date: string) => JudgedOccurrence;
  readonly who: (date: string, person: string) => JudgedPerson;
  readonly measure: (name: MeasureName) => string;
  readonly hand: Hand;
  readonly graph: SimulatedGraph;
  /** Tells on from here, if need be in a world that turned out otherwise; another time it can be told differently. */
  readonly goesOn: (world?: World) => Teller;
}

interface Step {
  readonly at: Instant;
  readonly does: (hand: Hand) => Promise<unknown>;
}

/** How Graph behaves, what of it the pane was granted, what goes wrong: everything, and nothing, unless given. */
type Manner = Pick<SimulatedGraphOptions, 'habits' | 'scopes' | 'faults'>;

export const tell = (world: World, manner: Manner = {}): Teller =>
  telling({ world, manner, kept: [], steps: [], facts: [], marks: [] });

/** What there is before a word is told. */
interface Before {
  readonly world: World;
  readonly manner: Manner;
  readonly kept: readonly string[];
  readonly steps: readonly Step[];
  readonly facts: readonly Fact[];
  readonly marks: readonly SweepMark[];
}

function telling(before: Before): Teller {
  const { world, manner, kept, steps } = before;
  const zone = world.people.find(({ id }) => id === world.owner)?.zone ?? 'UTC';
  const clock = (text: string) => at(text, zone);
  const and = (more: readonly Step[], opened: readonly string[] = []) =>
    telling({ ...before, kept: [...kept, ...opened], steps: [...steps, ...more] });
  return {
    keeps: (meeting, when) => {
      const does = async ({ ports, seriesOf }: Hand) => {
        await keepLog(ports, seriesOf(meeting));
        await look(ports);
      };
      return and([{ at: clock(when), does }], [meeting]);
    },
    looks: (...times) => and(times.map((when) => ({ at: clock(when), does: ({ ports }) => look(ports) }))),
    taps: (when, ...taps) => and(taps.map((does) => ({ at: clock(when), does }))),
    lives: (mornings = 'every morning') => {
      const all = stepsOf(world).filter(({ tap }) => tap !== null || mornings === 'every morning');
      const lived = all.map(({ at: when, tap, looks }) => {
        const does = async ({ ports, pass }: Hand) => {
          if (looks) await look(ports);
          if (tap !== null) await tapOfWorld(world, ports, tap, pass);
        };
        return { at: when, does };
      });
      return and(
        lived,
        world.taps.flatMap((tap) => (tap.kind === 'log-kept' ? [tap.meeting] : [])),
      );
    },
    until: async (when) => {
      const ending = clock(when);
      const sorted = steps.filter((step) => step.at <= ending).sort((a, b) => a.at - b.at);
      let now = sorted[0]?.at ?? ending;
      const graph = createSimulatedGraph(world, { now: () => now, ...manner });
      const { ports } = await openPorts(graph, { clock: () => now });
      await ports.ledger.append(before.facts, before.marks);
      const pass = (ms: number) => {
        now += ms;
      };
      const hand = { ...handOf(world, ports, clock), graph, pass };
      for (const step of sorted) {
        now = step.at;
        await step.does(hand);
      }
      now = ending;
      const lineage = await hand.lineageOf(kept[0] ?? world.meetings[0]?.id ?? '');
      const [facts, marks] = [await ports.ledger.allFacts(), await ports.ledger.marks()];
      const goesOn = (other = world) => telling({ ...before, world: other, steps: [], facts, marks });
      return { ...readingOf(hand, lineage), lineage, of: hand.lineageOf, hand, graph, goesOn };
    },
  };
}

function readingOf(
  { ports, personOf }: Hand,
  lineage: JudgedLineage,
): Pick<Tale, 'outcomes' | 'on' | 'who' | 'measure'> {
  const on = (date: string): JudgedOccurrence => {
    const found = lineage.occurrences.find((one) => one.date === date);
    if (found === undefined) throw new Error(`There is no row of ${date}`);
    return found;
  };
  return {
    outcomes: () =>
      Object.fromEntries(
        lineage.occurrences
          .filter(({ effective }) => effective.start <= ports.clock())
          .map(({ date, outcome, notice }) => [
            date,
            notice?.minutes == null ? outcome : `${outcome} ${notice.minutes} min`,
          ]),
      ),
    on,
    who: (date, person) => {
      const { address } = personOf(person);
      const found = on(date).people.find((one) => one.person.address === address);
      if (found === undefined) throw new Error(`${person} is not on the row of ${date}`);
      return found;
    },
    measure: (name) => measureIn(lineage, name),
  };
}

function handOf(world: World, ports: Ports, clock: Hand['clock']): Omit<Hand, 'graph' | 'pass'> {
  const seriesOf = (meeting: string) => masterId(world.owner, meeting);
  return {
    ports,
    seriesOf,
    clock,
    personOf: personIn(world),
    lineageOf: (meeting) => judged(ports, seriesOf(meeting)),
  };
}

const personIn =
  (world: World) =>
  (id: string): Person => {
    const found = world.people.find((one) => one.id === id);
    if (found === undefined) throw new Error(`Nobody is called ${id}`);
    const address = found.address.toLowerCase();
    return { key: address, name: found.name, address };
  };

/** The judgement of the lineage now. It is the same whatever the order in which the facts arrive, and however often. */
async function judged(ports: Ports, series: string): Promise<JudgedLineage> {
  const facts = await ports.ledger.historyOf(series);
  const owner = await ports.graph.owner();
  const lineage = judgeLineage({ owner, facts }, series, ports.clock());
  if (lineage === null) throw new Error('Nothing is known about the series');
  const turned = judgeLineage({ owner, facts: [...facts].reverse().concat(facts) }, series, ports.clock());
  if (JSON.stringify(turned) !== JSON.stringify(lineage)) {
    throw new Error('The judgement depends on the order of the facts');
  }
  return lineage;
}

/** A measure as a person says it: `8 of 15 (53 %, 30–75)`. */
export function measureIn(lineage: JudgedLineage, name: MeasureName): string {
  const measure = measuresOf(lineage, [], []).find((one) => one.name === name);
  if (measure === undefined) throw new Error(`Nobody measures ${name}`);
  return inWords(measure);
}

export function inWords({ count, of, percent, range }: Measure): string {
  if (of === null) return String(count);
  if (percent === null) return `${count} of ${of}`;
  return `${count} of ${of} (${percent} %${range === null ? '' : `, ${range.low}–${range.high}`})`;
}
