import { Client } from '@microsoft/microsoft-graph-client/lib/es/src/Client';
import type { Middleware } from '@microsoft/microsoft-graph-client/lib/es/src/middleware/IMiddleware';
import { ResponseType } from '@microsoft/microsoft-graph-client/lib/es/src/ResponseType';
import { deliver } from './deliver';
import { type Errand, step } from './errand';
import { troubleOfSilence } from './errors';
import { createGate } from './gate';
import type { Ask, Outside } from './outside';
import { repeat } from './repeat';

/** What came back, whatever it says. */
export interface Answered {
  readonly errand: Errand;
  readonly response: Response;
  readonly text: string;
}

/** One request and its whole answer; throws `Trouble` where none came. */
export type Asking = (
  ask: Ask,
  place: string,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answered>;

/**
 * Our own chain in Microsoft's client. Its default chain is never used: that one repeats every method after 503 and
 * 504, `POST sendMail` included. `between`: what stands between the repeats and the request itself.
 */
export function openChain(outside: Outside, between: readonly Middleware[]): Asking {
  const graph = graphOf(outside);
  const cut = graph.lastIndexOf('/');
  const client = Client.initWithMiddleware({
    baseUrl: graph.slice(0, cut + 1),
    defaultVersion: graph.slice(cut + 1),
    middleware: [
      step(async (_passage, errand, next) => {
        try {
          await next();
        } catch (thrown) {
          errand.thrown = thrown;
          throw thrown;
        }
      }),
      repeat(outside),
      ...between,
      deliver({ fetch: outside.fetch, gate: outside.gate ?? createGate(), newId: outside.newId }),
    ],
  });

  return async (ask, place, headers = {}) => {
    const errand: Errand = { call: ask.call, signal: ask.signal };
    const request = client
      .api(place)
      .responseType(ResponseType.RAW)
      .headers({ ...headers })
      .options({ errand });
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
      return { errand, response, text: await response.text() };
    } catch (thrown) {
      throw errand.thrown ?? troubleOfSilence(thrown, errand);
    }
  };
}

/** The configured Graph, without a slash at the end. */
export const graphOf = ({ graph }: Pick<Outside, 'graph'>): string => graph.replace(/\/+$/, '');
