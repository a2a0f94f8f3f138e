import { lastKnownOf } from '../../src/domain/facts/log/dating';
import type { Fact } from '../../src/domain/facts/log/fact';
import type { SeriesId } from '../../src/domain/facts/things/occurrence';
import { judging, rejudge } from '../../src/domain/judge/verdict/judge';
import { columnsOf, isSameColumns } from '../../src/domain/measure/columns';
import { isTrouble } from '../../src/domain/trouble';
import { openMemoryLedger } from '../../src/ledger/ledger';
import { keepLog } from '../../src/tasks/enter/own-entries';
import { exchange } from '../../src/tasks/roam/exchange';
import { judgeLineage, parseLogJson } from '../at-once';
import { SAMPLES } from '../contracts/released-samples';
import { type Dice, dice } from '../simulator/dice';
import { masterId } from '../simulator/graph/calendar/event-json';
import { createSimulatedGraph } from '../simulator/graph/simulated-graph';
import { addDays, DAY, HOUR, instantOf, MINUTE } from '../simulator/time';
import { generatedWorld } from '../simulator/worlds/generated';
import { createSharedFolder, MISHAPS } from '../tasks/roam/shared-folder';
import { faultsOfALook, faultsOfASending } from './fault-plan';
import { HANDS, type Table } from './hands';
import { createMachine, type Machine, type Pane } from './machine';
import { createModel, textOf } from './model';
import { isTooFarAhead, switchOn } from './watched';

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
  const folder = createSharedFolder();
  const machines = await Promise.all(
    MACHINES.map(async (name) => {
      const clock = () => now + (skew.get(name) ?? 0);
      const sample = luck.next() < 0.4 ? luck.pick(SAMPLES) : null;
      const machine = await createMachine({ graph, folder, luck }, name, clock, sample);
      return { name, machine, panes: [] as Pane[] };
    }),
  );
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
    if (luck.next() < 0.08) skew.set(name, luck.pick([0, -DAY, -HOUR, 90 * MINUTE, 3 * DAY, 75 * DAY]));
    if (luck.next() < 0.06) {
      told.push(`${step} ${name} a newer version`);
      const wrong = await newVersion(machine, panes, luck);
      if (wrong.length > 0) return fault(wrong.join('\n'));
    }
    if (panes.length < 2 && luck.next() < 0.3) panes.push(await machine.open());
    graph.faults.splice(0);
    folder.mishaps.splice(0, Infinity, ...Array.from({ length: luck.upTo(5) }, () => luck.pick(MISHAPS)));
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
    graph.faults.splice(0);
    folder.mishaps.length = 0;
    if (dying !== null) {
      dying.close();
      panes.splice(panes.indexOf(dying), 1);
      if (panes.length === 0) panes.push(await machine.open());
    }
    const [pane] = panes;
    if (pane === undefined) return fault('no pane is left');
    const found = await differences(pane, machine, series, dying !== null);
    if (found.length > 0) return fault(found.join('\n'));
    const twice = mailsTwice(graph.mailbox(world.owner).sent.map(({ subject }) => subject));
    if (twice.length > 0) return fault(`sent twice: ${twice.join()}`);
  }
  const last = machines.flatMap(({ machine, panes: [pane] }) =>
    pane === undefined ? [] : [{ machine, pane }],
  );
  const apart = await meet(last.map(({ pane }) => pane));
  if (apart.length > 0) return fault(apart.join('\n'));
  for (const { machine, pane } of last) {
    const found = await endDifferences(pane, machine, series);
    if (found.length > 0) return fault(found.join('\n'));
  }
  return [];
}

/** A newer version is opened beside the panes that are there; now and then its first try has a mistake. */
async function newVersion(machine: Machine, panes: Pane[], luck: Dice): Promise<readonly string[]> {
  const found: string[] = [];
  const kindOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (cause: unknown) => (isTrouble(cause) ? cause.kind : String(cause)),
    );
  const note: Fact = { kind: 'undo', id: 'never-kept', recordedAt: 0, of: 'nothing' };
  if (luck.next() < 0.5) {
    // An upgrade needs the database for itself.
    for (const pane of panes.splice(0)) pane.close();
    const broken = await machine.openBroken();
    found.push(...machine.model.reckon(await broken.allFacts()));
    found.push(...machine.model.differences(await broken.allFacts()));
    const refused = await kindOf(broken.append([note]));
    if (refused !== 'storage-not-upgraded') found.push(`a failed upgrade: ${refused}`);
    broken.close();
  }
  machine.upgrade();
  const newer = await machine.open();
  for (const older of panes.splice(0)) {
    const refused = await kindOf(older.ledger.append([note]));
    if (refused !== 'storage-newer') found.push(`an older pane wrote to a newer log: ${refused}`);
    older.close();
  }
  panes.push(newer);
  return [...found, ...machine.model.differences(await newer.ledger.allFacts())];
}

/** In the end all meet, and hold the same log, but for choices of a clock that was wrong. */
async function meet(panes: readonly Pane[]): Promise<readonly string[]> {
  for (const { ledger } of panes) await switchOn(ledger);
  for (const _round of [1, 2, 3]) for (const { roaming } of panes) await exchange(roaming);
  const now = Math.min(...panes.map(({ ports }) => ports.clock()));
  const common = async ({ ledger }: Pane) =>
    (await ledger.allFacts()).filter((fact) => !isTooFarAhead(fact, now));
  const logs = await Promise.all(panes.map(async (pane) => createModel(await common(pane))));
  const [first] = panes;
  const held = first === undefined ? [] : await common(first);
  const marksOf = (facts: readonly Fact[]) => facts.map((fact) => `${fact.id}: ${lastKnownOf(fact)}`).sort();
  const marked = marksOf(held).join();
  const apart = logs.filter((log) => marksOf(log.facts()).join() !== marked);
  return [
    ...logs.flatMap((log) => log.differences(held)).map((one) => `two machines: ${one}`),
    ...apart.map(() => 'two machines disagree about which facts are dated ahead'),
  ];
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
  { model, wrong }: Machine,
  series: readonly SeriesId[],
  someoneDied: boolean,
): Promise<readonly string[]> {
  const facts = await ledger.allFacts();
  const torn = someoneDied ? model.reckon(facts) : [];
  const told = await Promise.all(series.map(async (id) => (await ledger.opening(id))?.columns ?? null));
  const untrue = told.filter((columns, at) => {
    const judged = judgeLineage({ owner, facts }, series[at] ?? '', ports.clock());
    return columns !== null && !isSameColumns(columns, columnsOf(judged ?? { occurrences: [], judgedAt: 0 }));
  });
  // As kept, by what was known when it was judged; and then anew, as of now.
  const asKept = await ledger.rebuild();
  const views = await Promise.all(series.map((id) => ledger.view(id)));
  const now = ports.clock();
  const stale = views.filter(
    (view, at) => textOf(view) !== textOf(judgeLineage({ owner, facts }, series[at] ?? '', now)),
  );
  return [
    ...torn,
    ...wrong,
    ...model.differences(facts),
    ...untrue.map(() => 'the first look told another trend than the whole'),
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
  const fresh = await openMemoryLedger({ clock, judge: judging, rejudge, owner: () => owner });
  await fresh.append(back);
  const rebuilt = await ledger.rebuild();
  const views = await Promise.all(series.map(async (id) => [await ledger.view(id), await fresh.view(id)]));
  return [
    ...((await ledger.check()) ? [] : ['the counts are not those of what is there']),
    ...(rebuilt ? [] : ['the kept views were not what a rebuild makes']),
    ...model.differences(back).map((one) => `in the export ${one}`),
    ...views
      .filter(([mine, other]) => textOf(mine) !== textOf(other))
      .map(([mine]) => `the view of ${mine?.title} differs from that of the same facts in a new log`),
  ];
}
