import { badRequest, Refusal, type Reply } from './answers';
import type { Json } from './odata';

const MOST = 20;

export interface InnerRequest {
  id: string;
  method: string;
  url: string;
  headers: Headers;
  body: Json;
  dependsOn: string[];
}

function innerRequests(body: Json): InnerRequest[] {
  const { requests } = body;
  if (!Array.isArray(requests) || requests.length === 0) throw badRequest('Invalid batch payload format.');
  if (requests.length > MOST) {
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${MOST}.`);
  }
  const all = requests.map((one: Json): InnerRequest => {
    const { id, method, url, headers, dependsOn } = one;
    if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string') {
      throw badRequest('Invalid batch payload format.');
    }
    if (one.body !== undefined && (headers as Json | undefined) === undefined) {
      throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
    }
    return {
      id,
      method: method.toUpperCase(),
      url: url.replace(/^\/?(v1\.0\/)?/, ''),
      headers: new Headers((headers ?? {}) as Record<string, string>),
      body: (one.body ?? {}) as Json,
      dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
    };
  });
  if (new Set(all.map((one) => one.id.toLowerCase())).size < all.length) {
    throw badRequest('Duplicate request ids were found in the batch.');
  }
  if (all.some((one) => /^\$batch/.test(one.url))) throw badRequest('Batch requests cannot be nested.');
  return all;
}

/** POST /$batch. Answers come in another order than the questions, each with a code of its own. */
export async function batch(body: Json, ask: (inner: InnerRequest) => Promise<Reply>): Promise<Reply> {
  const all = innerRequests(body);
  const replies = new Map<string, Reply>();
  for (const inner of all) {
    const failed = inner.dependsOn.some((id) => (replies.get(id)?.code ?? 424) >= 400);
    replies.set(
      inner.id,
      failed
        ? new Refusal(424, 'FailedDependency', 'A request this one depends on has failed.').reply
        : await ask(inner),
    );
  }
  const responses = [...replies].reverse().map(([id, reply]) => ({
    id,
    status: reply.code,
    headers: {
      ...(reply.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...reply.headers,
    },
    ...(reply.body === undefined
      ? reply.text === undefined
        ? {}
        : { body: reply.text.content }
      : { body: reply.body }),
  }));
  return { code: 200, body: { responses } };
}
