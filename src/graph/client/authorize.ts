import { step, withHeaders } from './graph-request';
import { fieldsOf, parsed } from './json';
import type { AccountCheck, Bearer, TokenSource } from './outside';
import { CALLS } from './permissions';

/**
 * Tries with a token. A 401 is answered once with a fresh one, and with the claims the server asked for (continuous
 * access evaluation).
 */
export async function withToken<Outcome>(
  token: TokenSource,
  scopes: readonly string[],
  attempt: (bearer: Bearer) => Promise<Outcome>,
): Promise<Outcome> {
  const first = await attempt(await token(scopes));
  if (!(first instanceof Response) || first.status !== 401) return first;
  const claims = claimsOf(first.headers.get('WWW-Authenticate'));
  return attempt(await token(scopes, { force: true, ...(claims === null ? {} : { claims }) }));
}

/**
 * Adds the token, for the configured Graph only: a next page that leads elsewhere gets none. Whose it is must be known
 * before it is used; only the question whose it is goes without that.
 */
export const authorize = (graph: string, token: TokenSource, check: AccountCheck['check'] | null) =>
  step(async (passage, graphRequest, next) => {
    const url = typeof passage.request === 'string' ? passage.request : passage.request.url;
    if (new URL(url).origin !== new URL(graph).origin) return next();
    await withToken(token, [graphRequest.call.scope], async (bearer) => {
      const said = graphRequest.call === CALLS.me ? null : await check?.(bearer);
      if (said instanceof Response) {
        passage.response = said;
        return said;
      }
      passage.options = withHeaders(passage.options, { Authorization: `Bearer ${bearer.token}` });
      await next();
      return passage.response;
    });
  });

/** The claims of a challenge, as the JSON text the sign-in library wants; null where there are none to read. */
export function claimsOf(challenge: string | null): string | null {
  const encoded = /claims="([^"]+)"/i.exec(challenge ?? '')?.[1];
  if (encoded === undefined) return null;
  if (fieldsOf(parsed(encoded)) !== null) return encoded;
  try {
    const bytes = Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const text = new TextDecoder().decode(bytes);
    return fieldsOf(parsed(text)) === null ? null : text;
  } catch {
    return null;
  }
}
