import { describe, expect, test } from 'vitest';
import { asking, errorCode, member } from '../graph/asking';
import { BY_HAND } from '../graph/conformance/offences';
import type { FaultAnswer } from '../graph/faults';
import type { Json } from '../graph/odata';
import { createSimulatedGraph, type SimulatedGraphOptions } from '../graph/simulated-graph';
import { SAMPLE_NOW, sampleMonth } from '../worlds/sample-month';

function look(options: Partial<SimulatedGraphOptions> = {}) {
  const graph = createSimulatedGraph(sampleMonth(), { now: SAMPLE_NOW, ...options });
  return { graph, priya: asking(graph) };
}

const letter = {
  message: {
    subject: 'Hello',
    body: { contentType: 'text', content: 'Hello' },
    toRecipients: [{ emailAddress: { address: 'dana.ortiz@northwind.example' } }],
  },
};

describe('too much at once', () => {
  test('the fifth request under way is turned away, and the next one may come again', async () => {
    const { graph, priya } = look();
    const asked = await Promise.all(Array.from({ length: 6 }, () => priya.get('/me')));
    expect(asked.map(({ code }) => code)).toEqual([200, 200, 200, 200, 429, 429]);
    expect(errorCode(asked[4] as (typeof asked)[number])).toBe('ApplicationThrottled');
    expect((await priya.get('/me')).code).toBe(200);
    expect(graph.busiest()).toBeGreaterThan(4);
    expect(graph.requests).toHaveLength(7);
  });
});

describe('what was not granted', () => {
  test.each([
    ['/me', 200],
    ['/me/mailboxSettings', 403],
    ['/me/events', 403],
    ['/me/messages', 403],
    ['/me/onlineMeetings', 403],
    ['/me/drive/special/approot', 403],
  ])('is refused: %s answers %i to who may only read the profile', async (path, code) => {
    const asked = await look({ scopes: ['User.Read'] }).priya.get(path);
    expect(asked.code).toBe(code);
    if (code === 403) expect(errorCode(asked)).toBe('ErrorAccessDenied');
  });

  test('is done once it is granted', async () => {
    const { graph, priya } = look({ scopes: [] });
    expect((await priya.get('/me/events')).code).toBe(403);
    graph.scopes.add('Calendars.Read');
    expect((await priya.get('/me/events')).code).toBe(200);
  });

  test('nobody gets in without a token', async () => {
    const asked = await look().graph.answer(
      new Request('https://graph.microsoft.com/v1.0/me', { headers: { [BY_HAND]: 'test' } }),
    );
    expect(asked.status).toBe(401);
  });
});

describe('a plan of faults', () => {
  test.each<[FaultAnswer, number, string]>([
    [{ kind: 'throttled', retryAfter: '2.128' }, 429, 'TooManyRequests'],
    [{ kind: 'unavailable' }, 503, 'ServiceUnavailable'],
    [{ kind: 'done-but-504' }, 504, 'UnknownError'],
    [{ kind: 'unauthorized' }, 401, 'InvalidAuthenticationToken'],
    [{ kind: 'gone' }, 410, 'SyncStateNotFound'],
    [
      { kind: 'error', code: 507, name: 'QuotaExceededException', message: 'Full.' },
      507,
      'QuotaExceededException',
    ],
  ])('%o', async (answer, code, name) => {
    const asked = await look({ faults: [{ path: /\/me$/, answer }] }).priya.get('/me');
    expect([asked.code, errorCode(asked)]).toEqual([code, name]);
    expect(asked.headers.get('Retry-After')).toBe('retryAfter' in answer ? answer.retryAfter : null);
  });

  test('strikes after so many requests, so many times', async () => {
    const { priya } = look({
      faults: [{ path: '/me$', after: 1, times: 2, answer: { kind: 'gateway-html' } }],
    });
    const codes: number[] = [];
    for (let n = 0; n < 4; n += 1) codes.push((await priya.get('/me')).code);
    expect(codes).toEqual([200, 504, 504, 200]);
  });

  test('a gateway speaks HTML, a cut answer is not JSON, an empty one is nothing', async () => {
    const say = async (kind: 'gateway-html' | 'cut-json' | 'empty') =>
      (await look({ faults: [{ path: '/me$', answer: { kind } }] }).priya.get('/me')).text;
    expect(await say('gateway-html')).toContain('<title>504 Gateway Time-out</title>');
    expect(await say('empty')).toBe('');
    const cut = await asking(look().graph).get('/me');
    expect(cut.text.length).toBeGreaterThan(50);
    await expect(say('cut-json')).rejects.toThrow();
  });

  test.each(['done-but-504', 'done-but-lost'] as const)(
    'the mail went out all the same: %s',
    async (kind) => {
      const { graph, priya } = look({ faults: [{ method: 'POST', path: 'sendMail', answer: { kind } }] });
      await priya.post('/me/sendMail', letter).catch(() => 'lost');
      expect(graph.mailbox('dana').inbox[0]?.subject).toBe('Hello');
    },
  );

  test('offline, fetch itself fails and nothing is done', async () => {
    const { graph, priya } = look({ faults: [{ path: '', answer: { kind: 'offline' } }] });
    await expect(priya.post('/me/sendMail', letter)).rejects.toThrow(TypeError);
    expect(graph.mailbox('dana').inbox.every((mail) => mail.subject !== 'Hello')).toBe(true);
  });

  test('a slow answer waits as it is told to', async () => {
    const waited: number[] = [];
    const wait = async (ms: number) => {
      waited.push(ms);
    };
    const { priya } = look({ wait, faults: [{ path: '/me$', answer: { kind: 'slow', ms: 4000 } }] });
    expect((await priya.get('/me')).code).toBe(200);
    expect(waited).toEqual([4000]);
  });
});

describe('a batch', () => {
  const get = (id: string, url: string) => ({ id, method: 'GET', url });

  test('answers each request with a code of its own, in another order', async () => {
    const { priya, graph } = look({
      faults: [{ path: 'mailboxSettings', answer: { kind: 'throttled', retryAfter: '7' } }],
    });
    const asked = await priya.post('/$batch', {
      requests: [get('1', '/me'), get('2', 'me/mailboxSettings'), get('3', '/me/nothing')],
    });
    const responses = asked.json.responses as Json[];
    expect(responses.map(({ id, status }) => [id, status])).toEqual([
      ['3', 400],
      ['2', 429],
      ['1', 200],
    ]);
    expect(member(responses[1], 'headers.Retry-After')).toBe('7');
    expect(graph.requests.map(({ url }) => new URL(url).pathname)).toEqual([
      '/v1.0/$batch',
      '/v1.0/me',
      '/v1.0/me/mailboxSettings',
      '/v1.0/me/nothing',
    ]);
  });

  test.each([
    ['more than twenty', Array.from({ length: 21 }, (_, n) => get(String(n), '/me'))],
    ['the same id twice', [get('a', '/me'), get('A', '/me')]],
    ['none', []],
    ['one that depends on nobody there', [{ ...get('1', '/me'), dependsOn: ['2'] }]],
    [
      'two that depend on each other',
      [
        { ...get('1', '/me'), dependsOn: ['2'] },
        { ...get('2', '/me'), dependsOn: ['1'] },
      ],
    ],
    ['a batch in it', [{ id: '1', method: 'POST', url: '/$batch', headers: {}, body: { requests: [] } }]],
  ])('is refused as a whole: %s', async (_, requests) => {
    expect((await look().priya.post('/$batch', { requests })).code).toBe(400);
  });

  const slowly = () => {
    let most = 0;
    let under = 0;
    const wait = async () => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((done) => setTimeout(done));
      under -= 1;
    };
    const faults = [{ path: '', answer: { kind: 'slow', ms: 1 } as const }];
    return { ...look({ faults, wait }), most: () => most };
  };
  const twenty = { requests: Array.from({ length: 20 }, (_, n) => get(String(n), '/me')) };
  const codes = ({ json }: { json: Json }) => (json.responses as Json[]).map(({ status }) => status);

  test('of twenty is worked on four at a time, and none of them is too many', async () => {
    const { priya, most, graph } = slowly();
    expect(codes(await priya.post('/$batch', twenty))).toEqual(Array(20).fill(200));
    expect(most()).toBe(4);
    expect(graph.busiest()).toBe(4);
  });

  test('beside another request has parts of its own turned away, though the whole of it is a success', async () => {
    const { priya } = slowly();
    const [whole] = await Promise.all([priya.post('/$batch', twenty), priya.get('/me')]);
    expect(whole.code).toBe(200);
    expect(codes(whole)).toContain(429);
    expect(codes(whole)).toContain(200);
  });

  test('what depends on a failure fails with it', async () => {
    const requests = [get('1', '/me/nothing'), { ...get('2', '/me'), dependsOn: ['1'] }];
    const asked = await look().priya.post('/$batch', { requests });
    expect((asked.json.responses as Json[]).map(({ status }) => status)).toEqual([424, 400]);
  });
});

describe('the rest of the mailbox', () => {
  test('says who the owner is, where and when they work', async () => {
    const { priya } = look();
    expect((await priya.get('/me')).json).toMatchObject({
      displayName: 'Priya Nair',
      mail: 'priya.nair@northwind.example',
    });
    expect((await priya.get('/me/mailboxSettings')).json).toMatchObject({ timeZone: 'GMT Standard Time' });
    expect(await priya.all('/me/calendars')).toMatchObject([{ isDefaultCalendar: true }]);
  });

  test('keeps files of the app in a folder of its own', async () => {
    const { graph, priya } = look();
    const url = 'https://graph.microsoft.com/v1.0/me/drive/special/approot:/ledger.jsonl:/content';
    const headers = { [BY_HAND]: 'test', Authorization: 'Bearer token' };
    const put = await graph.answer(new Request(url, { method: 'PUT', headers, body: '{"a":1}\n' }));
    expect(put.status).toBe(201);
    const led = await graph.answer(new Request(url, { headers }));
    expect(led.status).toBe(302);
    const address = led.headers.get('Location') ?? '';
    const got = await graph.answer(new Request(address));
    expect(await got.text()).toBe('{"a":1}\n');
    expect(await priya.all('/me/drive/special/approot/children')).toMatchObject([
      { name: 'ledger.jsonl', size: 8 },
    ]);
    expect((await priya.get('/me/drive/special/approot')).json).toMatchObject({ folder: { childCount: 1 } });
    expect((await priya.get('/me/drive/special/approot:/other.jsonl')).code).toBe(404);
    // A token sent along asks a browser's leave first, which OneDrive does not give.
    await expect(graph.answer(new Request(address, { headers }))).rejects.toThrow('Failed to fetch');
  });

  test('every answer carries the ids of its request', async () => {
    const { graph } = look();
    const headers = { [BY_HAND]: 'test', Authorization: 'Bearer token', 'client-request-id': 'mine' };
    const asked = await graph.answer(new Request('https://graph.microsoft.com/v1.0/me/nothing', { headers }));
    expect(asked.headers.get('client-request-id')).toBe('mine');
    expect(member(await asked.json(), 'error.innerError.client-request-id')).toBe('mine');
  });
});
