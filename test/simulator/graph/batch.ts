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

/** Whether each has its turn, once those it depends on had theirs. */
function canEnd(all: readonly InnerRequest[]): boolean {
  const done = new Set<string>();
  for (let before = -1; before < done.size; ) {
    before = done.size;
    for (const { id, dependsOn } of all) if (dependsOn.every((other) => done.has(other))) done.add(id);
  }
  return done.size === all.length;
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
  if (!canEnd(all)) throw badRequest('A request depends on one that is not in the batch, or on itself.');
  if (all.some((one) => /^\$batch/.test(one.url))) throw badRequest('Batch requests cannot be nested.');
  return all;
}

/** So many parts of a batch are worked on at a time, each in its turn once those it depends on have ended. */
const LANES = 4;

async function inLanes(all: readonly InnerRequest[], ask: (inner: InnerRequest) => Promise<Reply>) {
  const replies = new Map<string, Reply>();
  const left = [...all];
  const failed = ({ dependsOn }: InnerRequest) => dependsOn.some((id) => (replies.get(id)?.code ?? 0) >= 400);
  const ready = ({ dependsOn }: InnerRequest) => dependsOn.every((id) => replies.has(id));
  const lane = async () => {
    while (left.length > 0) {
      const place = left.findIndex(ready);
      if (place < 0) {
        await new Promise((done) => setTimeout(done));
        continue;
      }
      const [inner] = left.splice(place, 1) as [InnerRequest];
      replies.set(
        inner.id,
        failed(inner)
          ? new Refusal(424, 'FailedDependency', 'A request this one depends on has failed.').reply
          : await ask(inner),
      );
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return replies;
}

/** POST /$batch. Answers come in another order than the questions, each with a code of its own. */
export async function batch(body: Json, ask: (inner: InnerRequest) => Promise<Reply>): Promise<Reply> {
  const all = innerRequests(body);
  const replies = await inLanes(all, ask);
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
