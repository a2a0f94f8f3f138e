import { TENANT } from '../telling';
import type { Instant } from '../time';
import type { Person } from '../world';
import type { Cloud, Host, Reply } from './hosts';

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that can be read and that nobody signed: it opens the simulated Graph only. */
const unsigned = (claims: object) => `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`;

const HOUR = 3600;
const CORS = { 'Access-Control-Allow-Origin': '*' };

/** In the words of the real one, which names the administrator although anybody can agree. */
const NOT_AGREED = {
  error: 'invalid_grant',
  suberror: 'consent_required',
  error_codes: [65001],
  error_description:
    'AADSTS65001: The user or administrator has not consented to use the application with ID ' +
    "'00000000-0000-0000-0000-000000000000' named 'Loopkeeper'. Send an interactive authorization request for " +
    'this user and resource.',
};

/** Without what every sign-in asks for, and without the resource a permission may be written with. */
const scopesOf = (asked: URLSearchParams): string[] =>
  (asked.get('scope') ?? '')
    .split(' ')
    .map((one) => one.split('/').at(-1) ?? '')
    .filter((one) => !['', 'openid', 'profile', 'offline_access', '.default'].includes(one));

const page = (body: string): Reply => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: Buffer.from(
    `<!doctype html><html lang="en"><title>Sign in to your account</title><link rel="icon" href="data:,">${body}</html>`,
  ),
});

const json = (status: number, value: object): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json', ...CORS },
  body: Buffer.from(JSON.stringify(value)),
});

/**
 * Microsoft's sign-in page for one person: it asks, and goes back with a code, which is changed into a token once.
 * Single-page applications prove with PKCE that they are the same on both ways.
 */
export function signInHost(person: Person, now: () => Instant, cloud: Cloud): Host {
  /** What was asked, by the code that was given for it. */
  const codes = new Map<string, URLSearchParams>();
  /** What was agreed to so far: a refresh token gets no more than that without a window. */
  const agreed = new Set<string>();

  const consent = (asked: URLSearchParams): Reply => {
    const code = `code-${codes.size + 1}`;
    codes.set(code, asked);
    const back = (answer: Record<string, string>) => {
      const words = new URLSearchParams({ ...answer, state: asked.get('state') ?? '' });
      return `${asked.get('redirect_uri')}#${words}`.replaceAll('&', '&amp;');
    };
    const refused = { error: 'access_denied', error_description: 'AADSTS65004: User declined to consent.' };
    return page(`<h1>Permissions requested</h1><p>${person.name}: ${asked.get('scope')}</p>
<a role="button" href="${back({ code })}">Accept</a> <a role="button" href="${back(refused)}">Cancel</a>`);
  };

  const token = async (request: Request): Promise<Reply> => {
    const given = new URLSearchParams(await request.text());
    const renewed = given.get('grant_type') === 'refresh_token';
    const asked = renewed ? given : codes.get(given.get('code') ?? '');
    codes.delete(given.get('code') ?? '');
    if (asked === undefined || (!renewed && (given.get('code_verifier') ?? '') === '')) {
      return json(400, { error: 'invalid_grant', error_description: 'AADSTS70008: The code has expired.' });
    }
    const scopes = scopesOf(asked);
    if (renewed && scopes.some((one) => !agreed.has(one))) return json(400, NOT_AGREED);
    for (const one of scopes) agreed.add(one);
    const second = Math.floor(now() / 1000);
    const scope = scopes.join(' ');
    const claims = {
      iss: `${cloud.signIn}/${TENANT}/v2.0`,
      tid: TENANT,
      oid: person.objectId,
      sub: person.objectId,
      name: person.name,
      preferred_username: person.address,
      iat: second,
      nbf: second,
      exp: second + HOUR,
    };
    return json(200, {
      token_type: 'Bearer',
      scope,
      expires_in: HOUR,
      access_token: unsigned({ ...claims, aud: cloud.graph, scp: scope }),
      refresh_token: 'refresh',
      id_token: unsigned({ ...claims, aud: asked.get('client_id'), nonce: asked.get('nonce') }),
      client_info: encoded({ uid: person.objectId, utid: TENANT }),
    });
  };

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/oauth2/v2.0/authorize')) return consent(searchParams);
    return pathname.endsWith('/oauth2/v2.0/token') ? token(request) : null;
  };
}
