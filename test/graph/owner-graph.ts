import type { Span } from '../../src/domain/time/time';
import { createClient, type Outside } from '../../src/graph/client/client';
import { createGraph } from '../../src/graph/graph';
import { createSimulatedGraph, type SimulatedGraphOptions } from '../simulator/graph/simulated-graph';
import type { World } from '../simulator/world';
import { SAMPLE_NOW, sampleMonth } from '../simulator/worlds/sample-month';

export const GRAPH = 'https://graph.microsoft.com/v1.0';
const DAY = 86_400_000;

/** The window of a sweep around an instant. */
export const around = (now: number): Span => ({ start: now - 90 * DAY, end: now + 60 * DAY });

export interface TokenAsked {
  scopes: readonly string[];
  claims?: string;
  force?: boolean;
}

/** The world outside the adapter: waits pass at once and are written down, so are the tokens asked for. */
export function outsideOf(answer: (request: Request) => Promise<Response>, clock = () => SAMPLE_NOW) {
  const waits: number[] = [];
  const tokens: TokenAsked[] = [];
  let ids = 0;
  const outside: Outside = {
    fetch: (input, init) => answer(new Request(input, init)),
    graph: GRAPH,
    token: async (scopes, asked = {}) => {
      tokens.push({ scopes, ...asked });
      const made = 1 + tokens.filter(({ force }) => force === true).length;
      return { token: `token-${made}`, account: 'priya' };
    },
    isOurs: async () => true,
    clock,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
    browserZone: 'Europe/London',
  };
  return { outside, waits, tokens };
}

/** The adapter before a simulated Microsoft 365. */
export function ownerGraph(options: Partial<SimulatedGraphOptions> & { world?: World } = {}) {
  const { world = sampleMonth(), now = SAMPLE_NOW, ...more } = options;
  const simulated = createSimulatedGraph(world, { now, ...more });
  const { outside, ...seen } = outsideOf(simulated.answer, simulated.now);
  return { graph: createGraph(outside), simulated, ...seen };
}

const ME = { id: 'me', displayName: 'Priya Nair', mail: 'a@b.example' };

/** Whose the token is, is asked before anything else; every other question is about the account itself. */
const asksWhose = ({ url }: Request): boolean => url.startsWith(`${GRAPH}/me?`);

/**
 * The client before answers written by hand, one after the other; the last one stays. Whose the token is, is answered
 * beside them.
 */
export function clientBefore(...answers: readonly (Response | (() => Response) | Error)[]) {
  const requests: Request[] = [];
  const { outside, ...seen } = outsideOf(async (request) => {
    if (asksWhose(request)) return json(ME);
    const next = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(request);
    if (next instanceof Error) throw next;
    if (next === undefined) throw new Error('no answer was written');
    return typeof next === 'function' ? next() : next.clone();
  });
  return { client: createClient(outside), graph: createGraph(outside), requests, outside, ...seen };
}

export const json = (body: unknown, code = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status: code,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
