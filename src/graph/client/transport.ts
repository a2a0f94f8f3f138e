import type { Gate } from './gate';
import { step, withHeaders } from './graph-request';

/** Utc and immutable ids, on every page: a next link does not carry it. */
const PREFER = 'outlook.timezone="UTC", IdType="ImmutableId"';

/** No answer after this long counts as none. */
const TIME_LIMIT = 60_000;

/** Statuses whose Response may have no body, by the fetch standard. */
const BODILESS: readonly number[] = [204, 205, 304];

/**
 * The last step: asks, and reads the whole answer while the gate is held, since Graph counts a request until its
 * answer is out. An answer that breaks off half-way is thus a silence like any other.
 */
export const transport = (outside: {
  readonly fetch: typeof fetch;
  readonly gate: Gate;
  readonly newId: () => string;
}) =>
  step(async (passage, graphRequest) => {
    const id = outside.newId();
    graphRequest.requestId = id;
    const { graphRequest: _, ...options } = withHeaders(passage.options, {
      Prefer: graphRequest.call.prefer === undefined ? PREFER : `${PREFER}, ${graphRequest.call.prefer}`,
      'client-request-id': id,
      'return-client-request-id': 'true',
    });
    passage.response = await outside.gate(() =>
      limited(graphRequest.signal, async (signal) => {
        const answer = await outside.fetch(passage.request, {
          ...options,
          credentials: 'omit',
          // What Graph answered is the log's to keep or to forget; a cache of the browser's would keep it besides.
          cache: 'no-store',
          signal,
        });
        const text = await answer.text();
        const headers = new Headers(answer.headers);
        if (!headers.has('client-request-id')) headers.set('client-request-id', id);
        const body = BODILESS.includes(answer.status) ? null : text;
        return new Response(body, { status: answer.status, headers });
      }),
    );
  });

async function limited<Value>(
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  outer?.throwIfAborted();
  const control = new AbortController();
  const stop = () => control.abort(outer?.reason);
  outer?.addEventListener('abort', stop);
  const alarm = setTimeout(() => control.abort(new Error('no answer in time')), TIME_LIMIT);
  try {
    return await work(control.signal);
  } finally {
    clearTimeout(alarm);
    outer?.removeEventListener('abort', stop);
  }
}
