import { Client } from '@microsoft/microsoft-graph-client/lib/es/src/Client';
import { ResponseType } from '@microsoft/microsoft-graph-client/lib/es/src/ResponseType';
import type { Instant } from '../../domain/time/time';
import { authorize, type TokenSource } from './authorize';
import { deliver } from './deliver';
import { type Errand, step } from './errand';
import { traceOf, troubleOfAnswer, troubleOfSilence, unreadable } from './errors';
import { createGate, type Gate } from './gate';
import { fieldsOf, type Json, parsed } from './json';
import type { GraphCall } from './permissions';
import { longPause, repeat } from './repeat';

/** What the adapter needs of the world. Times in milliseconds. */
export interface Outside {
  readonly fetch: typeof fetch;
  /** With its version: `https://graph.microsoft.com/v1.0`. */
  readonly graph: string;
  readonly token: TokenSource;
  readonly clock: () => Instant;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** At most four at once over all panes; without it, over this pane. */
  readonly gate?: Gate;
  /** A GUID. */
  readonly newId: () => string;
  readonly browserZone: string;
}

export interface Ask {
  readonly call: GraphCall;
  /** The path with its ids (encoded), where the call's own has names in braces; or a next link, as it came. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** False where only the success counts: what stands in the answer is not read. */
  readonly answers?: boolean;
  /** The version it is meant for; another one there is refused with 412. */
  readonly match?: string | undefined;
  /** The only status that says it was done; any other success leaves open what was. */
  readonly done?: number;
}

/** Asks Graph once, through the chain. Gives the JSON object of the answer; throws `Trouble`. */
export type GraphClient = (ask: Ask) => Promise<Json>;

/** `$` stays readable; everything that could end a value is encoded, once. */
export const queryText = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/**
 * Our own chain in Microsoft's client. Its default chain is never used: that one repeats every method after 503 and
 * 504, `POST sendMail` included.
 */
export function createClient(outside: Outside): GraphClient {
  const graph = outside.graph.replace(/\/+$/, '');
  const cut = graph.lastIndexOf('/');
  const chain = [
    step(async (_passage, errand, next) => {
      try {
        await next();
      } catch (thrown) {
        errand.thrown = thrown;
        throw thrown;
      }
    }),
    repeat(outside),
    authorize(graph, outside.token),
    deliver({ fetch: outside.fetch, gate: outside.gate ?? createGate(), newId: outside.newId }),
  ];
  const client = Client.initWithMiddleware({
    baseUrl: graph.slice(0, cut + 1),
    defaultVersion: graph.slice(cut + 1),
    middleware: chain,
  });

  const answerTo = async (ask: Ask): Promise<{ errand: Errand; response: Response; text: string }> => {
    const errand: Errand = { call: ask.call, signal: ask.signal };
    const request = client.api(placeOf(ask, graph)).responseType(ResponseType.RAW).options({ errand });
    if (ask.match !== undefined) request.header('If-Match', ask.match);
    try {
      const response: Response = await (ask.call.method === 'GET'
        ? request.get()
        : ask.call.method === 'POST'
          ? request.post(ask.body)
          : ask.call.method === 'PUT'
            ? request.header('Content-Type', 'text/plain').put(ask.body)
            : request.delete());
      return { errand, response, text: await response.text() };
    } catch (thrown) {
      throw errand.thrown ?? troubleOfSilence(thrown, errand);
    }
  };

  return async (ask) => {
    for (let looks = 1; ; looks += 1) {
      const { errand, response, text } = await answerTo(ask);
      if (!response.ok) throw troubleOfAnswer(response, text, errand, longPause(response, outside.clock()));
      if (ask.done !== undefined && response.status !== ask.done)
        throw troubleOfSilence(response.status, errand);
      if (ask.answers === false) return {};
      const json = fieldsOf(parsed(text));
      if (json !== null) return json;
      // A success cut short on its way is worth one more look, where looking harms nobody.
      if (looks > 1 || !ask.call.harmless)
        throw unreadable(errand, 'no JSON object', traceOf(response.headers));
    }
  };
}

/** Where to ask, relative to the configured Graph. A next link to anywhere else is not followed. */
function placeOf(ask: Ask, graph: string): string {
  const path = ask.path ?? ask.call.path;
  if (!/^https?:/i.test(path)) return ask.query === undefined ? path : `${path}?${queryText(ask.query)}`;
  if (!path.toLowerCase().startsWith(`${graph.toLowerCase()}/`)) {
    throw unreadable(ask, 'the next page is at another place');
  }
  // The library takes any later "https://" for the host.
  return path.slice(graph.length).replaceAll('https://', 'https:%2F%2F');
}
