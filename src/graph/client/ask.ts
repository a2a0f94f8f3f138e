import { Client } from '@microsoft/microsoft-graph-client/lib/es/src/Client';
import type { Middleware } from '@microsoft/microsoft-graph-client/lib/es/src/middleware/IMiddleware';
import { ResponseType } from '@microsoft/microsoft-graph-client/lib/es/src/ResponseType';
import { troubleOfSilence } from './errors';
import { createGate } from './gate';
import { type GraphRequest, step } from './graph-request';
import type { Ask, Outside } from './outside';
import { retry } from './retry';
import { transport } from './transport';

/** What came back, whatever it says. */
export interface Answered {
  readonly graphRequest: GraphRequest;
  readonly response: Response;
  readonly text: string;
}

/** One request and its whole answer; throws `Trouble` where none came. */
export type GraphAsking = (
  ask: Ask,
  place: string,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answered>;

/**
 * Our own chain in Microsoft's client. Its default chain is never used: that one repeats every method after 503 and
 * 504, `POST sendMail` included. `between`: what stands between the repeats and the request itself.
 */
export function openChain(outside: Outside, between: readonly Middleware[]): GraphAsking {
  const graph = graphOf(outside);
  const cut = graph.lastIndexOf('/');
  const client = Client.initWithMiddleware({
    baseUrl: graph.slice(0, cut + 1),
    defaultVersion: graph.slice(cut + 1),
    middleware: [
      step(async (_passage, graphRequest, next) => {
        try {
          await next();
        } catch (thrown) {
          graphRequest.thrown = thrown;
          throw thrown;
        }
      }),
      retry(outside),
      ...between,
      transport({ fetch: outside.fetch, gate: outside.gate ?? createGate(), newId: outside.newId }),
    ],
  });

  return async (ask, place, headers = {}) => {
    const graphRequest: GraphRequest = { call: ask.call, signal: ask.signal };
    const request = client
      .api(place)
      .responseType(ResponseType.RAW)
      .headers({ ...headers })
      .options({ graphRequest });
    try {
      const response: Response = await (ask.call.method === 'GET'
        ? request.get()
        : ask.call.method === 'POST'
          ? request.post(ask.body)
          : ask.call.method === 'PUT'
            ? request.header('Content-Type', 'text/plain').put(ask.body)
            : ask.call.method === 'PATCH'
              ? request.patch(ask.body)
              : request.delete());
      return { graphRequest, response, text: await response.text() };
    } catch (thrown) {
      throw graphRequest.thrown ?? troubleOfSilence(thrown, graphRequest);
    }
  };
}

/** The configured Graph, without a slash at the end. */
export const graphOf = ({ graph }: Pick<Outside, 'graph'>): string => graph.replace(/\/+$/, '');
