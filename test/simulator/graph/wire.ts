import { guid } from '../telling';
import type { Instant } from '../time';
import { noSuchSegment, Refusal, type Reply } from './answers';
import type { InnerRequest } from './batch';
import type { Call } from './desk';
import { type Json, queryOf } from './odata';
import { offsetTime } from './wire-time';

const JSON_KIND =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** The parts of a path behind the version, decoded. */
export const partsOf = (url: URL): string[] =>
  url.pathname
    .replace(/^.*?\/v1\.0(?=\/)/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);

export function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Refusal(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

export function caught(make: () => Reply): Reply {
  try {
    return make();
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.reply;
    throw refusal;
  }
}

export async function caughtLater(make: () => Promise<Reply>): Promise<Reply> {
  try {
    return await make();
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.reply;
    throw refusal;
  }
}

/** Errors carry the request's id, as Graph's do. */
export function response(
  { code, body, text, headers = {} }: Reply,
  request: Request,
  now: Instant,
): Response {
  const requestId = guid(`${request.method} ${request.url} ${now}`);
  const clientId = request.headers.get('client-request-id');
  const ids = { 'request-id': requestId, ...(clientId === null ? {} : { 'client-request-id': clientId }) };
  const all = new Headers({ ...ids, ...headers });
  if (text !== undefined) {
    all.set('Content-Type', text.kind);
    return new Response(text.content as BodyInit, { status: code, headers: all });
  }
  if (body === undefined) return new Response(null, { status: code, headers: all });
  all.set('Content-Type', JSON_KIND);
  return new Response(JSON.stringify(withInnerError(body, now, ids)), { status: code, headers: all });
}

/** The body of an error with the ids by which Microsoft finds its request. */
export function withInnerError(body: unknown, now: Instant, ids: Readonly<Record<string, string>>): unknown {
  const error = (body as { error?: Json } | undefined)?.error;
  const inner = { date: offsetTime(now).slice(0, 19), ...ids };
  return error === undefined ? body : { error: { ...error, innerError: inner } };
}

/** Requests other than uploads of files. */
const LARGEST_REQUEST = 4 * 1024 * 1024;

/** A call whose preferences have not been read yet. */
export type Unread = Omit<Call, 'manner'>;

export interface ReadRequest {
  url: URL;
  bytes: Uint8Array;
  text: string;
}

export async function readRequest(request: Request): Promise<ReadRequest> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  return { url: new URL(request.url), bytes, text: new TextDecoder().decode(bytes) };
}

const below = (url: URL): string[] => {
  const [first, ...parts] = partsOf(url);
  if (first !== 'me') throw noSuchSegment(first ?? '');
  return parts;
};

export function unread({ url, bytes, text }: ReadRequest, { method, headers }: Request): Unread {
  const carriesJson = text !== '' && !/\/content$/.test(url.pathname);
  if (carriesJson && bytes.length > LARGEST_REQUEST) {
    throw new Refusal(413, 'RequestEntityTooLarge', 'The request is too large.');
  }
  return {
    method,
    parts: below(url),
    query: queryOf(url),
    headers,
    body: carriesJson ? jsonOf(text) : {},
    bytes,
  };
}

/** A request of a batch; its address is relative to that of the batch. */
export function innerCall({ method, url: path, headers, body }: InnerRequest, outer: URL): Unread {
  const url = new URL(path, outer.href.replace(/\$batch.*$/, ''));
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return { method, parts: below(url), query: queryOf(url), headers, body, bytes };
}
