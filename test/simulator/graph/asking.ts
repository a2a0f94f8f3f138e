import { BY_HAND } from './conformance/offences';
import type { Json } from './odata';
import type { SimulatedGraph } from './simulated-graph';

export interface Asked {
  code: number;
  headers: Headers;
  text: string;
  json: Json;
}

export interface Asking {
  get(path: string, prefer?: string): Promise<Asked>;
  post(path: string, body: unknown, prefer?: string): Promise<Asked>;
  patch(path: string, body: unknown): Promise<Asked>;
  remove(path: string): Promise<Asked>;
  /** Every item of a collection, page by page. */
  all(path: string, prefer?: string): Promise<Json[]>;
}

const ROOT = 'https://graph.microsoft.com/v1.0';
const PREFER = 'outlook.timezone="UTC", IdType="ImmutableId"';

/** Short questions to a simulated Graph, as its owner or as somebody else, for tests. */
export function asking(graph: SimulatedGraph, person?: string): Asking {
  async function ask(method: string, path: string, prefer: string, body?: unknown): Promise<Asked> {
    const headers = new Headers({ Authorization: 'Bearer token', Prefer: prefer, [BY_HAND]: 'test' });
    const init: RequestInit = { method, headers };
    if (body !== undefined) {
      headers.set('Content-Type', 'application/json');
      init.body = JSON.stringify(body);
    }
    const request = new Request(path.startsWith('https:') ? path : `${ROOT}${path}`, init);
    const response = await (person === undefined ? graph.answer(request) : graph.answerAs(person, request));
    const text = await response.text();
    const json = text.startsWith('{') ? (JSON.parse(text) as Json) : {};
    return { code: response.status, headers: response.headers, text, json };
  }
  const get = (path: string, prefer = PREFER) => ask('GET', path, prefer);
  return {
    get,
    post: (path, body, prefer = PREFER) => ask('POST', path, prefer, body),
    patch: (path, body) => ask('PATCH', path, PREFER, body),
    remove: (path) => ask('DELETE', path, PREFER),
    all: async (path, prefer = PREFER) => {
      const items: Json[] = [];
      let next: string | undefined = path;
      while (next !== undefined) {
        const page: Asked = await get(next, prefer);
        items.push(...(page.json.value as Json[]));
        next = page.json['@odata.nextLink'] as string | undefined;
      }
      return items;
    },
  };
}

/** Reads a member deep in JSON: `member(event, 'start.dateTime')`. */
export const member = (json: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Json | undefined)?.[name], json);

/** The code of an error body. */
export const errorCode = (asked: Asked): unknown => member(asked.json, 'error.code');
