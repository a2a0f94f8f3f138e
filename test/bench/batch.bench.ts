import { masterId } from '../simulator/graph/calendar/event-json';
import { BY_HAND } from '../simulator/graph/conformance/offences';
import { createSimulatedGraph } from '../simulator/graph/simulated-graph';
import { generatedWorld } from '../simulator/worlds/generated';
import type { Ratio } from './ratio';

const SERIES = 40;
const AT_ONCE = 4;
const IN_A_BATCH = 20;
const NOW = Date.UTC(2025, 4, 20, 12);
const GRAPH = 'https://graph.microsoft.com/v1.0';

/** The way there and back, and the work of the server, in ms: from a good line to a bad one. */
const LINES = [
  { way: 20, work: 130 },
  { way: 60, work: 90 },
  { way: 120, work: 90 },
] as const;

const after = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** What a sweep asks once for each of 40 series: four at a time, and by $batch, one batch after the other. */
async function costs(way: number, work: number): Promise<{ apart: number; batched: number; held: number }> {
  const world = generatedWorld({ seed: 11, series: SERIES, years: 0.1, people: 5, from: '2025-03-01' });
  const graph = createSimulatedGraph(world, {
    now: NOW,
    wait: after,
    faults: [{ path: '/events/', answer: { kind: 'slow', ms: work } }],
  });
  const paths = world.meetings.map(
    ({ id }) => `/me/events/${masterId(world.owner, id)}?$select=id,subject,recurrence,cancelledOccurrences`,
  );
  const Prefer = 'IdType="ImmutableId"';
  const headers = { Authorization: 'Bearer token', Prefer, [BY_HAND]: 'bench' };
  const ask = async (path: string, body?: unknown): Promise<number> => {
    const begun = performance.now();
    await after(way);
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await graph.answer(new Request(`${GRAPH}${path}`, { ...init, headers }));
    const told = (await answer.json()) as { responses?: { status: number }[] };
    if ((told.responses ?? [answer]).some(({ status }) => status !== 200))
      throw new Error(`Refused: ${path}`);
    return performance.now() - begun;
  };
  const timed = async (does: () => Promise<unknown>) => {
    const begun = performance.now();
    await does();
    return performance.now() - begun;
  };

  const apart = await timed(async () => {
    const left = [...paths];
    const lane = async () => {
      for (let path = left.shift(); path !== undefined; path = left.shift()) await ask(path);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  });
  let held = 0;
  const batched = await timed(async () => {
    for (let at = 0; at < paths.length; at += IN_A_BATCH) {
      const requests = paths
        .slice(at, at + IN_A_BATCH)
        .map((url, place) => ({ id: String(place), method: 'GET', url, headers: { Prefer } }));
      held = Math.max(held, await ask('/$batch', { requests }));
    }
  });
  return { apart, batched, held };
}

/** Whether `$batch` would help, and what it would cost whoever clicks meanwhile. */
export async function measure(): Promise<Ratio[]> {
  const rows: Ratio[] = [];
  for (const { way, work } of LINES) {
    const { apart, batched, held } = await costs(way, work);
    const line = `${SERIES} series read, ${way} ms there and back and ${work} ms of work`;
    rows.push(
      { what: `${line}: $batch`, value: batched, unit: 'ms', peer: 'four at a time', peerValue: apart },
      {
        what: `${line}: a click waits at most for one $batch`,
        value: held,
        unit: 'ms',
        peer: 'one request',
        peerValue: way + work,
      },
    );
  }
  return rows;
}
