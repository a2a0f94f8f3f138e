import { describe, expect, test } from 'vitest';
import { type Account, isAccountOf } from '../../../src/domain/facts/things/account';
import { createClient, type GraphClient } from '../../../src/graph/client/client';
import { CALLS, type GraphCall } from '../../../src/graph/client/permissions';
import { createGraph } from '../../../src/graph/graph';
import { createAccountCheck } from '../../../src/graph/token-account';
import { GRAPH, json, outsideOf } from '../../graph/owner-graph';

const calls: readonly (readonly [string, GraphCall])[] = Object.entries(CALLS);
const others = calls.filter(([, call]) => call !== CALLS.me);

const PRIYA = { id: 'oid-priya', displayName: 'Priya Nair', mail: 'priya@n.example' };
const MARCUS = { id: 'oid-marcus', displayName: 'Marcus Hale', mail: 'marcus@n.example' };
const LOG = { mailbox: 'priya@n.example', objectId: 'oid-priya' };

/** Graph, which knows whose each token is, and says what it was asked with them. */
function graphOf(holders: Readonly<Record<string, object | Response>>) {
  const asked: string[] = [];
  const answer = async (request: Request): Promise<Response> => {
    const token = (request.headers.get('Authorization') ?? '').replace('Bearer ', '');
    const path = new URL(request.url).pathname.replace('/v1.0', '');
    asked.push(`${token}: ${request.method} ${path}`);
    if (path !== '/me') return json({ value: [], id: 'x' });
    const holder = holders[token] ?? json({}, 401);
    return holder instanceof Response ? holder.clone() : json(holder);
  };
  return { asked, answer };
}

/** A pane of Priya's, whose sign-in gives these tokens, one after the other; the last one stays. */
function pane(holders: Parameters<typeof graphOf>[0], tokens: readonly string[], log = LOG) {
  const { asked, answer } = graphOf(holders);
  const given = [...tokens];
  const wishes: object[] = [];
  const outside = {
    ...outsideOf(answer).outside,
    token: async (_scopes: readonly string[], more: object = {}) => {
      wishes.push(more);
      const token = (given.length > 1 ? given.shift() : given[0]) ?? '';
      return { token, account: token.split('-')[0] ?? null };
    },
    isOurs: async (account: Account) => isAccountOf(log, account),
  };
  const client = createClient(outside, createAccountCheck(outside).check);
  return { client, outside, asked, wishes };
}

const make = (client: GraphClient, call: GraphCall) =>
  client({ call, path: call.path.replace(/\{\w+\}/g, 'AAkA'), answers: false, body: 'text' });

describe('With a token of another account', () => {
  test.each(others)('%s does not leave: only /me was asked', async (_, call) => {
    const { client, asked } = pane({ 'marcus-1': MARCUS }, ['marcus-1']);
    await expect(make(client, call)).rejects.toMatchObject({ kind: 'wrong-account' });
    expect(asked).toEqual(['marcus-1: GET /me']);
  });

  test.each(others)('%s does not leave as long as nobody says whose it is', async (_, call) => {
    for (const [says, kind] of [
      [json({}, 503), 'busy'],
      [json({}, 404), 'not-found'],
      [json({}, 403), 'not-permitted'],
      [json({}), 'unreadable-answer'],
      [new Response('<html>'), 'unreadable-answer'],
    ] as const) {
      const { client, asked } = pane({ 'marcus-1': says }, ['marcus-1']);
      await expect(make(client, call)).rejects.toMatchObject({ kind });
      expect(new Set(asked)).toEqual(new Set(['marcus-1: GET /me']));
    }
  });

  test('the owner is not read either, whichever of the tokens is foreign', async () => {
    for (const tokens of [
      ['marcus-1', 'priya-1'],
      ['priya-1', 'marcus-1'],
    ]) {
      const { outside, asked } = pane({ 'marcus-1': MARCUS, 'priya-1': PRIYA }, tokens);
      await expect(createGraph(outside).owner()).rejects.toMatchObject({ kind: 'wrong-account' });
      expect(asked.filter((one) => !one.endsWith('GET /me'))).toEqual([]);
    }
  });
});

describe('What is known of a token', () => {
  const foreign = { kind: 'wrong-account' };

  test('is known of no other one: an account that changes in mid-session is seen with the first new token', async () => {
    const { client, asked } = pane({ 'priya-1': PRIYA, 'marcus-1': MARCUS }, ['priya-1', 'marcus-1']);
    await make(client, CALLS.calendarView);
    await expect(make(client, CALLS.sendMail)).rejects.toMatchObject(foreign);
    expect(asked).toEqual(['priya-1: GET /me', 'priya-1: GET /me/calendarView', 'marcus-1: GET /me']);
  });

  test('is asked once: the next request with the same token asks nothing more', async () => {
    const { client, asked } = pane({ 'priya-1': PRIYA }, ['priya-1']);
    await Promise.all([make(client, CALLS.calendarView), make(client, CALLS.event)]);
    await make(client, CALLS.send);
    expect(asked.filter((one) => one.endsWith('GET /me'))).toHaveLength(1);
  });

  test('does not lock the right account out after a wrong one', async () => {
    const { outside } = pane({ 'marcus-1': MARCUS, 'priya-1': PRIYA }, ['marcus-1', 'priya-1']);
    const graph = createGraph(outside);
    await expect(graph.owner()).rejects.toMatchObject(foreign);
    expect(await graph.owner()).toMatchObject({ directoryId: 'oid-priya' });
  });

  test('is forgotten where nobody could say: the next try asks anew', async () => {
    const holders: Record<string, object> = { 'priya-1': json({}, 404) };
    const { client, asked } = pane(holders, ['priya-1']);
    await expect(make(client, CALLS.event)).rejects.toMatchObject({ kind: 'not-found' });
    holders['priya-1'] = PRIYA;
    await make(client, CALLS.event);
    expect(asked.at(-1)).toBe('priya-1: GET /me/events/AAkA');
  });
});

describe('A token that Graph refuses', () => {
  const claims = '{"access_token":{"nbf":{"essential":true}}}';
  const refused = json({}, 401, { 'WWW-Authenticate': `Bearer claims="${btoa(claims)}"` });

  test('is replaced by one with the claims asked for, and that one is asked as well', async () => {
    const right = pane({ 'old-1': refused, 'priya-1': PRIYA }, ['old-1', 'priya-1']);
    await make(right.client, CALLS.calendarView);
    expect(right.wishes.at(-1)).toEqual({ force: true, claims });
    expect(right.asked.at(-1)).toBe('priya-1: GET /me/calendarView');

    const wrong = pane({ 'old-1': refused, 'marcus-1': MARCUS }, ['old-1', 'marcus-1']);
    await expect(make(wrong.client, CALLS.calendarView)).rejects.toMatchObject({ kind: 'wrong-account' });
    expect(wrong.asked).toEqual(['old-1: GET /me', 'marcus-1: GET /me']);
  });

  test('twice is a sign-in that is needed, and nothing but /me was asked', async () => {
    const { client, asked } = pane({}, ['old-1', 'old-2']);
    await expect(make(client, CALLS.send)).rejects.toMatchObject({ kind: 'sign-in-needed' });
    expect(asked).toEqual(['old-1: GET /me', 'old-2: GET /me']);
  });
});

describe('A token that may not ask who it is', () => {
  const mute = json({ error: { code: 'Authorization_RequestDenied' } }, 403);

  test('is vouched for by another one of the same account', async () => {
    const { client, asked } = pane({ 'priya-send': mute, 'priya-1': PRIYA }, [
      'priya-send',
      'priya-1',
      'priya-send',
    ]);
    await make(client, CALLS.sendMail);
    expect(asked.at(-1)).toBe('priya-send: POST /me/sendMail');
  });

  test('is not vouched for by one of another account', async () => {
    const { client, asked } = pane({ 'marcus-send': mute, 'priya-1': PRIYA }, ['marcus-send', 'priya-1']);
    await expect(make(client, CALLS.sendMail)).rejects.toMatchObject({
      kind: 'not-permitted',
      scope: 'User.Read',
    });
    expect(asked.join()).not.toContain('sendMail');
  });
});

describe('The account of the mailbox and the log', () => {
  const account = (directoryId: string, ...addresses: string[]): Account => ({
    address: addresses[0] ?? '',
    otherAddresses: addresses,
    directoryId,
  });

  test.each<readonly [string, Account, typeof LOG | { mailbox: string; objectId: null }]>([
    ['by its address', account('other', 'priya@n.example'), LOG],
    ['by any of its addresses, in any case', account('other', 'p.nair@n.example', 'Priya@N.example'), LOG],
    ['by its object id, where the address is a new one', account('oid-priya', 'priya.new@n.example'), LOG],
    ['before any account was known', account('oid-priya', 'priya@n.example'), { ...LOG, objectId: null }],
    ['under a sign-in name that is no address of the mailbox', account('oid-priya', 'x#EXT#@t.example'), LOG],
  ])('is known %s', (_, who, log) => {
    expect(isAccountOf(log, who)).toBe(true);
  });

  test.each<readonly [string, Account, typeof LOG | { mailbox: string; objectId: string | null }]>([
    ['another id and other addresses', account('oid-marcus', 'marcus@n.example'), LOG],
    ['the same name at another place', account('oid-marcus', 'priya@n.example.org'), LOG],
    ['no id and no address', { address: '' }, { mailbox: '', objectId: null }],
    [
      'a mailbox that nobody named',
      account('oid-marcus', 'marcus@n.example'),
      { mailbox: '', objectId: null },
    ],
  ])('is not somebody with %s', (_, who, log) => {
    expect(isAccountOf(log, who)).toBe(false);
  });
});

test('Every request for data asks the browser to keep nothing of the answer', async () => {
  const caches: (RequestCache | undefined)[] = [];
  const { outside } = pane({ 'priya-1': PRIYA }, ['priya-1']);
  const graph = createGraph({
    ...outside,
    fetch: (input, init) => {
      caches.push(init?.cache);
      const address = `${GRAPH.replace('graph.microsoft.com/v1.0', 'files.sharepoint.com')}/a`;
      const listed = { id: 'f', name: 'f', file: {}, '@microsoft.graph.downloadUrl': address };
      return String(input).includes('children')
        ? Promise.resolve(json({ value: [listed] }))
        : outside.fetch(input, init);
    },
  });
  const [file] = await graph.folder.list();
  if (file === undefined) throw new Error('no file');
  await graph.folder.read(file, 1_000);
  expect(caches).toEqual(['no-store', 'no-store', 'no-store']);
});
