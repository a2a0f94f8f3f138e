import type { Middleware } from '@microsoft/microsoft-graph-client/lib/es/src/middleware/IMiddleware';
import type { GraphCall } from './permissions';

/** What travels with one request through the chain. */
export interface GraphRequest {
  readonly call: GraphCall;
  readonly signal: AbortSignal | undefined;
  /** What a step threw: the library would wrap it in an error of its own and lose what it says. */
  thrown?: unknown;
  /** The id the latest attempt was sent with: known even where no answer ever came. */
  requestId?: string;
}

/** A request on its way: what the library calls a context, with our request in its options. */
export interface Attempt {
  readonly request: RequestInfo;
  options?: RequestInit & { graphRequest?: GraphRequest };
  response?: Response;
}

/** One step of the chain; `next` runs the rest and may be called again. */
export function step(
  run: (passage: Attempt, graphRequest: GraphRequest, next: () => Promise<void>) => Promise<void>,
): Middleware {
  let following: Middleware | undefined;
  return {
    async execute(context) {
      const passage = context as Attempt;
      const graphRequest = passage.options?.graphRequest;
      if (graphRequest === undefined) throw new Error('A request without an errand: ask through client.ts');
      await run(passage, graphRequest, async () => {
        delete passage.response;
        await following?.execute(context);
      });
    },
    setNext(middleware) {
      following = middleware;
    },
  };
}

/** Adds headers without touching those of another attempt. */
export const withHeaders = (
  options: Attempt['options'],
  added: Readonly<Record<string, string>>,
): NonNullable<Attempt['options']> => ({
  ...options,
  headers: { ...(options?.headers as Record<string, string> | undefined), ...added },
});

/** What was asked, for people: never an id, never a name. */
export const whereOf = ({ call }: Pick<GraphRequest, 'call'>): string => `${call.method} ${call.path}`;
