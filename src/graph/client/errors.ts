import type { Instant } from '../../domain/time/time';
import { Trouble } from '../../domain/trouble';
import type { TroubleKind } from '../../domain/trouble-rows';
import { type GraphRequest, whereOf } from './graph-request';
import { fieldsOf, type Json, parsed, textOf } from './json';
import { kindOfCode, OF_MAIL } from './refusal-codes';

/** What Graph said when it refused: the HTTP code, its own code in lower case (its casing varies) and its words. */
export interface Refusal {
  readonly http: number;
  readonly code: string;
  readonly message: string;
}

/** The refusal behind a trouble, or null where Graph never answered. */
export function refusalOf(thrown: unknown): Refusal | null {
  const cause = thrown instanceof Trouble ? fieldsOf(thrown.cause) : null;
  return cause !== null && typeof cause.http === 'number' ? (cause as unknown as Refusal) : null;
}

const BY_HTTP: Readonly<Record<number, TroubleKind>> = {
  401: 'sign-in-needed',
  403: 'not-permitted',
  404: 'not-found',
  408: 'busy',
  410: 'stale-token',
  412: 'busy',
  423: 'busy',
  429: 'throttled',
  500: 'busy',
  502: 'busy',
  503: 'busy',
  504: 'busy',
};

/** After these a server may have done what it was asked, and said nothing of it. */
const MAY_BE_DONE: readonly number[] = [408, 500, 502, 503, 504];

/** Ids a person can give to support; the client's own is known even where the answer never came. */
export const traceOf = (headers: Headers, error: Json = {}): string[] => {
  const inner = fieldsOf(error.innerError) ?? fieldsOf(error.innererror) ?? {};
  const request = headers.get('request-id') ?? textOf(inner['request-id']) ?? textOf(inner.requestId);
  const client = headers.get('client-request-id') ?? textOf(inner['client-request-id']);
  const pause = headers.get('Retry-After');
  return [
    ...(request === null ? [] : [`request-id ${request}`]),
    ...(client === null ? [] : [`client-request-id ${client}`]),
    ...(pause === null ? [] : [`Retry-After ${pause}`]),
  ];
};

/** Any answer that is no success, JSON or not, in words the product knows. `until`: the end of a pause it asks for. */
export function troubleOfAnswer(
  response: Response,
  text: string,
  graphRequest: GraphRequest,
  until?: Instant,
): Trouble {
  const answer = fieldsOf(parsed(text));
  const error = fieldsOf(answer?.error) ?? fieldsOf(answer?.Error) ?? {};
  const code = (textOf(error.code) ?? '').toLowerCase();
  const refusal: Refusal = { http: response.status, code, message: textOf(error.message) ?? '' };
  const more = {
    cause: refusal,
    trace: [`answer ${response.status}${code === '' ? '' : ` ${code}`}`, ...traceOf(response.headers, error)],
    scope: graphRequest.call.scope,
    until,
  };
  const told = kindOfCode(code);
  // Whoever names a reason has done nothing, whatever status it comes with.
  if (told === null && !graphRequest.call.idempotent && MAY_BE_DONE.includes(response.status)) {
    return new Trouble('unknown-outcome', whereOf(graphRequest), more);
  }
  return new Trouble(told ?? kindOf(refusal, graphRequest), whereOf(graphRequest), more);
}

function kindOf({ http, message }: Refusal, { call }: GraphRequest): TroubleKind {
  const known = (/^Mail\./.test(call.scope) ? OF_MAIL[http] : undefined) ?? BY_HTTP[http];
  if (known !== undefined) return known;
  return http === 400 && /(skip|delta|sync) ?token/i.test(message) ? 'stale-token' : 'refused-by-server';
}

/** The network failed, or the answer took longer than anybody waits. */
export const troubleOfSilence = (cause: unknown, graphRequest: GraphRequest): Trouble =>
  new Trouble(graphRequest.call.idempotent ? 'offline' : 'unknown-outcome', whereOf(graphRequest), {
    cause,
    scope: graphRequest.call.scope,
    trace: graphRequest.requestId === undefined ? [] : [`client-request-id ${graphRequest.requestId}`],
  });

export const unreadable = (
  graphRequest: Pick<GraphRequest, 'call'>,
  what: string,
  trace: readonly string[] = [],
): Trouble => new Trouble('unreadable-answer', `${whereOf(graphRequest)}: ${what}`, { trace });
