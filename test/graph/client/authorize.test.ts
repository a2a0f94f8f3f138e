import { describe, expect, test } from 'vitest';
import { Trouble } from '../../../src/domain/trouble';
import { authorize, claimsOf } from '../../../src/graph/client/authorize';
import { createClient } from '../../../src/graph/client/client';
import { CALLS } from '../../../src/graph/client/permissions';
import { clientBefore, GRAPH, json } from '../owner-graph';

const CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1795190700"}}}';
const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa(CLAIMS)}"`;
const unauthorized = (header: string) =>
  json({ error: { code: 'InvalidAuthenticationToken', message: '' } }, 401, { 'WWW-Authenticate': header });
const ask = { call: CALLS.me };

describe('The token', () => {
  test('is asked for with the least scope of the call', async () => {
    const { client, tokens, requests } = clientBefore(json({ id: 'x' }));
    await client(ask);
    expect(tokens).toEqual([{ scopes: ['User.Read'] }]);
    expect(requests[0]?.headers.get('Authorization')).toBe('Bearer token-1');
  });

  test('is made fresh once after a 401, with the claims the server asked for', async () => {
    const { client, tokens } = clientBefore(unauthorized(challenge), json({ id: 'x' }));
    expect(await client(ask)).toEqual({ id: 'x' });
    expect(tokens).toEqual([
      { scopes: ['User.Read'] },
      { scopes: ['User.Read'], force: true, claims: CLAIMS },
    ]);
  });

  test('is not asked for a third time: a sign-in is needed', async () => {
    const { client, tokens, requests } = clientBefore(unauthorized('Bearer'));
    await expect(client(ask)).rejects.toMatchObject({ kind: 'sign-in-needed', scope: 'User.Read' });
    expect(tokens).toHaveLength(2);
    expect(requests).toHaveLength(2);
  });

  test('stays away from any place but the configured Graph, also on a next page', async () => {
    const { graph, requests } = clientBefore(
      json({ timeZone: 'UTC' }),
      json({
        value: [],
        '@odata.nextLink': 'https://graph.microsoft.com.evil.example/v1.0/me/calendarView?$skip=10',
      }),
    );
    await expect(graph.readCalendar({ start: 0, end: 1 })).rejects.toMatchObject({
      kind: 'unreadable-answer',
      where: 'GET /me/calendarView: the next page is at another place',
    });
    expect(requests).toHaveLength(2);
    expect(requests.every(({ url }) => url.startsWith(`${GRAPH}/`))).toBe(true);
  });

  test('is not even asked for where a request leads to another place', async () => {
    const asked: string[] = [];
    const token = async () => {
      asked.push('token');
      return { token: 'secret', account: null };
    };
    const guard = authorize(GRAPH, token, null);
    const passage = {
      request: 'https://graph.microsoft.com.evil.example/v1.0/me',
      options: { graphRequest: { call: CALLS.me, signal: undefined }, headers: {} },
    };
    await guard.execute(passage);
    expect(asked).toEqual([]);
    expect(passage.options.headers).toEqual({});
  });

  test('that cannot be had is what is said, and nothing is sent', async () => {
    const { requests, outside } = clientBefore(json({}));
    const refused = new Trouble('consent-refused', 'sign-in');
    const without = createClient({ ...outside, token: () => Promise.reject(refused) });
    await expect(without({ call: CALLS.sendMail, body: {} })).rejects.toBe(refused);
    expect(requests).toEqual([]);
  });
});

describe('The claims of a challenge', () => {
  test.each([
    ['in base64', challenge, CLAIMS],
    ['absent', 'Bearer realm=""', null],
    ['no challenge', null, null],
    ['not base64', 'Bearer claims="%%%"', null],
    ['base64 of no JSON', `Bearer claims="${btoa('hello')}"`, null],
  ])('%s', (_, header, claims) => {
    expect(claimsOf(header)).toBe(claims);
  });
});
