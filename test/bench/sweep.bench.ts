import type { Owner } from '../../src/domain/facts/things/person';
import { judging } from '../../src/domain/judge/verdict/judge';
import { openMemoryLedger } from '../../src/ledger/ledger';
import { keepLog } from '../../src/tasks/enter/own-entries';
import { sweep } from '../../src/tasks/read/sweep';
import { watchCalendar } from '../../src/tasks/read/watch-calendar';
import { masterId } from '../simulator/graph/calendar/event-json';
import { BY_HAND } from '../simulator/graph/conformance/offences';
import {
  createSimulatedGraph,
  type SeenRequest,
  type SimulatedGraph,
} from '../simulator/graph/simulated-graph';
import { openPorts } from '../simulator/own-ports';
import { HOUR, MINUTE } from '../simulator/time';
import { generatedWorld } from '../simulator/worlds/generated';
import type { Ratio } from './ratio';

const SERIES = 14;
const AT_ONCE = 4;
const NOW = Date.UTC(2025, 4, 20, 12);

interface Cost {
  readonly requests: readonly SeenRequest[];
  /** Of computing: nothing waits here for a network, and other work on the machine does not count. */
  readonly milliseconds: number;
}

async function costOf(graph: SimulatedGraph, work: () => Promise<unknown>): Promise<Cost> {
  const before = graph.requests.length;
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return { milliseconds: (user + system) / 1000, requests: graph.requests.slice(before) };
}

/** The same requests without a client: four at once, each answer parsed, nothing made of it. */
async function bareLoop(graph: SimulatedGraph, requests: readonly SeenRequest[]): Promise<void> {
  const left = [...requests];
  const ask = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const { method, url, headers, body } = next;
      const init = {
        method,
        headers: { ...headers, [BY_HAND]: 'bench' },
        ...(method === 'GET' ? {} : { body }),
      };
      await (await graph.answer(new Request(url, init))).json();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
}

const isPage = ({ url }: SeenRequest): boolean => url.includes('/calendarView?');

/** A first look at a calendar with logs for all its series, and those that follow it. */
export async function measure(): Promise<Ratio[]> {
  const world = generatedWorld({ seed: 11, series: SERIES, years: 0.6, people: 12, from: '2024-12-01' });
  let now = NOW;
  const graph = createSimulatedGraph(world, { now: () => now });
  let owner: Owner | null = null;
  const ledger = await openMemoryLedger({ clock: () => now, judge: judging, owner: () => owner });
  const own = await openPorts(graph, { clock: () => now, ledger });
  owner = own.owner;
  const series = world.meetings.map(({ id }) => masterId(world.owner, id));
  for (const id of series) await keepLog(own.ports, id);
  const look = () => sweep(own.ports, own.owner, series);

  const first = await costOf(graph, look);
  const occurrences = (await ledger.allFacts()).filter(({ kind }) => kind === 'sighting').length;
  now += 20 * MINUTE;
  const again = await costOf(graph, look);
  now += HOUR;
  const hourLater = await costOf(graph, look);
  await watchCalendar(own.ports);
  now += 5 * MINUTE;
  const onItsHeels = await costOf(graph, look);
  const pages = again.requests.filter(isPage).length;
  const perThousand = (value: number) => (value * 1000) / occurrences;

  const rows: Ratio[] = [];
  for (const [name, { requests, milliseconds }] of [
    ['first', first] as const,
    ['20 minutes later: a repeated', again] as const,
    ['an hour later: a repeated', hourLater] as const,
    ['5 minutes later, nothing changed: a repeated', onItsHeels] as const,
  ]) {
    const what = `${name} sweep of ${occurrences} occurrences in ${SERIES} series, per 1,000`;
    const bare = await costOf(graph, () => bareLoop(graph, requests));
    rows.push(
      {
        what: `${what}: requests`,
        value: perThousand(requests.length),
        unit: 'requests',
        peer: 'the pages of the calendar alone',
        peerValue: perThousand(pages),
      },
      {
        what: `${what}: computing, with the rules and a log in memory`,
        value: perThousand(milliseconds),
        unit: 'ms',
        peer: 'a bare loop over the same requests',
        peerValue: perThousand(bare.milliseconds),
      },
    );
  }
  return rows;
}
