import { graphOf, openChain } from './ask';
import { authorize } from './authorize';
import { traceOf, troubleOfAnswer, troubleOfSilence, unreadable } from './errors';
import { fieldsOf, parsed } from './json';
import type { AccountCheck, Ask, GraphClient, Outside } from './outside';
import { queryText } from './outside';
import { longPause } from './retry';

export type { Ask, GraphClient, Outside } from './outside';

/** Without `check` a token is used whoever it is of: for the one question whose it is, and for tests of the chain. */
export function createClient(outside: Outside, check: AccountCheck['check'] | null = null): GraphClient {
  const graph = graphOf(outside);
  const asking = openChain(outside, [authorize(graph, outside.token, check)]);
  const answerTo = (ask: Ask) =>
    asking(ask, placeOf(ask, graph), ask.match === undefined ? {} : { 'If-Match': ask.match });

  return async (ask) => {
    for (let looks = 1; ; looks += 1) {
      const { graphRequest, response, text } = await answerTo(ask);
      if (!response.ok)
        throw troubleOfAnswer(response, text, graphRequest, longPause(response, outside.clock()));
      if (ask.done !== undefined && response.status !== ask.done)
        throw troubleOfSilence(response.status, graphRequest);
      if (ask.answers === false) return {};
      const json = fieldsOf(parsed(text));
      if (json !== null) return json;
      // A success cut short on its way is worth one more look, where looking harms nobody.
      if (looks > 1 || !ask.call.idempotent)
        throw unreadable(graphRequest, 'no JSON object', traceOf(response.headers));
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
