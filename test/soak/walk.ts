import type { Fact } from '../../src/domain/facts/fact';
import type { SeriesId } from '../../src/domain/facts/occurrence';
import { judgeLineage } from '../../src/domain/judge/judge';
import { isTrouble } from '../../src/domain/trouble';
import { parseLogJson } from '../../src/formats/log-json';
import { openMemoryLedger } from '../../src/ledger/ledger';
import { keepLog } from '../../src/tasks/own-entries';
import { dice } from '../simulator/dice';
import { masterId } from '../simulator/graph/event-json';
import { createSimulatedGraph } from '../simulator/graph/simulated-graph';
import { addDays, DAY, HOUR, instantOf, MINUTE } from '../simulator/time';
import { generatedWorld } from '../simulator/worlds/generated';
import { faultsOfALook, faultsOfASending } from './fault-plan';
import { HANDS, type Table } from './hands';
import { createMachine, type Machine, type Pane, textOf } from './machine';

const FIRST_DAY = '2025-02-03';
const MACHINES = ['laptop01', 'office01'] as const;

/** Walks one seed and says what is not as it should be, with the steps that led there. */
export async function walk(seed: number, steps: number): Promise<string[]> {
  const luck = dice(15_485_863 * (seed + 1));
  const world = generatedWorld({
    seed: 5000 + seed,
    series: 2,
    years: 0.06,
    people: 3,
    from: addDays(FIRST_DAY, -6),
  });
  // Time goes on for the world; a machine's clock may be set forward and back.
  let now = instantOf(FIRST_DAY, '12:00', 'UTC');
  const skew = new Map<string, number>();
  const graph = createSimulatedGraph(world, {
    now: () => now,
    habits: { deliveryTime: luck.pick([0, MINUTE]) },
    wait: () => new Promise((done) => setImmediate(done)),
  });
  const series = ['series-0', 'series-1'].map((id) => masterId(world.owner, id));
  const exports: string[] = [];
  const machines = MACHINES.map((name) => {
    const machine = createMachine(graph, name, () => now + (skew.get(name) ?? 0), luck);
    return { name, machine, panes: [] as Pane[] };
  });
  const told: string[] = [];
  const fault = (what: string) => [what, ...told];

  for (const { machine, panes } of machines) {
    const pane = await machine.open();
    panes.push(pane);
    for (const id of series) await keepLog(pane.ports, id);
  }
  for (let step = 0; step < steps; step += 1) {
    now += luck.pick([2 * MINUTE, 20 * MINUTE, HOUR, 5 * HOUR, DAY]);
    const { name, machine, panes } = luck.pick(machines);
    if (luck.next() < 0.08) skew.set(name, luck.pick([0, -DAY, -HOUR, 90 * MINUTE, 3 * DAY]));
    if (panes.length < 2 && luck.next() < 0.3) panes.push(await machine.open());
    graph.faults.splice(0);
    if (luck.next() < 0.3) graph.faults.push(...faultsOfALook(luck, now), ...faultsOfASending(luck, now));

    const acting = luck.next() < 0.25 ? [...panes] : [luck.pick(panes)];
    const hands = acting.map((pane) => ({ pane, hand: luck.pick(Object.keys(HANDS)) }));
    const dying = luck.next() < 0.15 ? luck.pick(acting) : null;
    if (dying !== null) dying.dieAfter(1 + luck.upTo(25));
    told.push(
      `${step} ${name} ${hands.map(({ pane, hand }) => `${hand} (${pane.number}${pane === dying ? ', dying' : ''})`).join(' and ')}`,
    );
    const ends = await Promise.all(
      hands.map(({ pane, hand }) => act(pane, hand, { luck: dice(luck.upTo(1e9)), series, exports })),
    );
    const wrong = ends.filter((end) => end !== null);
    if (wrong.length > 0) return fault(wrong.join('\n'));
    if (dying !== null) {
      dying.close();
      panes.splice(panes.indexOf(dying), 1);
      if (panes.length === 0) panes.push(await machine.open());
    }
    graph.faults.splice(0);
    const [pane] = panes;
    if (pane === undefined) return fault('no pane is left');
    const found = await differences(pane, machine, series, dying !== null);
    if (found.length > 0) return fault(found.join('\n'));
    const twice = mailsTwice(graph.mailbox(world.owner).sent.map(({ subject }) => subject));
    if (twice.length > 0) return fault(`sent twice: ${twice.join()}`);
  }
  for (const {
    machine,
    panes: [pane],
  } of machines) {
    if (pane === undefined) continue;
    const found = await endDifferences(pane, machine, series);
    if (found.length > 0) return fault(found.join('\n'));
  }
  return [];
}

/** What went wrong with one action; a Trouble is told to the person and nothing more. */
async function act(pane: Pane, hand: string, table: Table): Promise<string | null> {
  try {
    await Promise.race([HANDS[hand]?.(pane, table), pane.gone]);
    return null;
  } catch (thrown) {
    return isTrouble(thrown) ? null : `${hand}: ${thrown instanceof Error ? thrown.stack : String(thrown)}`;
  }
}

const mailsTwice = (subjects: readonly string[]): readonly string[] =>
  subjects.filter((subject, at) => /^Recap of/.test(subject) && subjects.indexOf(subject) !== at);

/** After each step: the facts are those of the model, and each view is what the rules say of them. */
async function differences(
  { ledger, owner, ports }: Pane,
  { model, reckon }: Machine,
  series: readonly SeriesId[],
  someoneDied: boolean,
): Promise<readonly string[]> {
  const facts = await ledger.allFacts();
  const torn = someoneDied ? reckon(facts) : [];
  const found = new Map(facts.map((fact) => [fact.id, textOf(fact)]));
  const wrong = [...new Set([...found.keys(), ...model.keys()])].filter(
    (id) => found.get(id) !== model.get(id),
  );
  // As kept, by what was known when it was judged; and then anew, as of now.
  const asKept = await ledger.rebuild();
  const views = await Promise.all(series.map((id) => ledger.view(id)));
  const now = ports.clock();
  const stale = views.filter(
    (view, at) => textOf(view) !== textOf(judgeLineage({ owner, facts }, series[at] ?? '', now)),
  );
  return [
    ...torn,
    ...wrong.slice(0, 5).map((id) => `${id}: in the ledger ${found.get(id)}, in the model ${model.get(id)}`),
    ...(asKept ? [] : ['the kept views were not what a rebuild makes']),
    ...stale.map((view) => `the view of ${view?.title} is not what its facts say`),
  ];
}

/** At the end: counted right, rebuilt the same, and an export into an empty log gives the same log. */
async function endDifferences(
  pane: Pane,
  { model }: Machine,
  series: readonly SeriesId[],
): Promise<readonly string[]> {
  const { ledger, owner } = pane;
  const exports: string[] = [];
  await HANDS.export?.(pane, { luck: dice(1), series, exports });
  const parsed = parseLogJson(exports[0] ?? '');
  const back: readonly Fact[] = parsed.ok ? parsed.value.facts : [];
  const clock = pane.ports.clock;
  const fresh = await openMemoryLedger({ clock, judge: judgeLineage, owner: () => owner });
  await fresh.append(back);
  const rebuilt = await ledger.rebuild();
  const views = await Promise.all(series.map(async (id) => [await ledger.view(id), await fresh.view(id)]));
  return [
    ...((await ledger.check()) ? [] : ['the counts are not those of what is there']),
    ...(rebuilt ? [] : ['the kept views were not what a rebuild makes']),
    ...(back.length === model.size && back.every((fact) => model.get(fact.id) === textOf(fact))
      ? []
      : ['the export is not the log']),
    ...views
      .filter(([mine, other]) => textOf(mine) !== textOf(other))
      .map(([mine]) => `the view of ${mine?.title} differs from that of the same facts in a new log`),
  ];
}
