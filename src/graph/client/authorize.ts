import { step, withHeaders } from './errand';
import { fieldsOf, parsed } from './json';

export type TokenSource = (
  scopes: readonly string[],
  more?: { claims?: string; force?: boolean },
) => Promise<string>;

/**
 * Adds the token, for the configured Graph only: a next page that leads elsewhere gets none. A 401 is answered once
 * with a fresh token, and with the claims the server asked for (continuous access evaluation).
 */
export const authorize = (graph: string, token: TokenSource) =>
  step(async (passage, errand, next) => {
    const url = typeof passage.request === 'string' ? passage.request : passage.request.url;
    if (new URL(url).origin !== new URL(graph).origin) return next();
    const scopes = [errand.call.scope];
    const bear = (bearer: string) => {
      passage.options = withHeaders(passage.options, { Authorization: `Bearer ${bearer}` });
    };
    bear(await token(scopes));
    await next();
    if (passage.response?.status !== 401) return;
    const claims = claimsOf(passage.response.headers.get('WWW-Authenticate'));
    bear(await token(scopes, { force: true, ...(claims === null ? {} : { claims }) }));
    await next();
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
