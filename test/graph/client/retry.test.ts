import { describe, expect, test, vi } from 'vitest';
import { createClient } from '../../../src/graph/client/client';
import { CALLS } from '../../../src/graph/client/permissions';
import { askedPause, LONGEST_PAUSE, pauseBefore } from '../../../src/graph/client/retry';
import { around, clientBefore, json, outsideOf, ownerGraph } from '../owner-graph';

const NOW = Date.parse('2026-11-20T15:40:00Z');
const busy = (code: number, headers: Record<string, string> = {}) =>
  new Response('', { status: code, headers });
const read = { call: CALLS.event, path: '/me/events/x' };
const write = { call: CALLS.draft, body: {} };

describe('How long Graph asks to wait', () => {
  test.each([
    ['2', 2000],
    ['2.128', 2128],
    ['0', 0],
    ['120', 120_000],
    ['Fri, 20 Nov 2026 15:40:05 GMT', 5000],
    ['Fri, 20 Nov 2026 15:39:00 GMT', 0],
    ['-3', null],
    ['soon', null],
    ['', null],
    [null, null],
  ] as const)('Retry-After %j is %j milliseconds', (header, pause) => {
    expect(askedPause(header, NOW)).toBe(pause);
  });
});

describe('When a request is made again', () => {
  test.each([
    // idempotent, answer, tries so far, asked pause, pause
    [true, 429, 0, null, 1000],
    [true, 429, 2, null, 4000],
    [true, 429, 4, 500, 500],
    [true, 429, 5, 500, null],
    [true, 429, 0, LONGEST_PAUSE, LONGEST_PAUSE],
    [true, 429, 0, LONGEST_PAUSE + 1, null],
    [true, 503, 0, 2128, 2128],
    [true, 503, 3, null, null],
    [true, 502, 1, null, 2000],
    [true, 504, 0, null, 1000],
    [true, 412, 0, null, null],
    [true, 500, 0, null, 1000],
    [true, 500, 1, null, null],
    [true, null, 2, null, 4000],
    [true, null, 3, null, null],
    [true, 400, 0, null, null],
    [true, 403, 0, null, null],
    [true, 404, 0, null, null],
    [true, 501, 0, null, null],
    [true, 507, 0, null, null],
    [false, 429, 0, 1000, 1000],
    [false, 412, 0, null, null],
    [false, 500, 0, null, null],
    [false, 502, 0, null, null],
    [false, 503, 0, 1000, null],
    [false, 504, 0, null, null],
    [false, null, 0, null, null],
  ] as const)('harmless %j, answer %j, tries %i, asked %j: %j', (idempotent, http, tries, asked, pause) => {
    expect(pauseBefore(idempotent, http, tries, asked, 0.5)).toBe(pause);
  });

  test.each([
    [0, 500],
    [0.25, 750],
    [0.999, 1499],
  ])(
    'panes that failed together do not come back together: chance %j makes the second a pause of %i',
    (chance, pause) => {
      expect(pauseBefore(true, 503, 0, null, chance)).toBe(pause);
      // What Graph asked for is waited for as it stands.
      expect(pauseBefore(true, 503, 0, 2000, chance)).toBe(2000);
    },
  );

  test('the chance is a new one each time', async () => {
    const pauses = new Set<number>();
    for (let again = 0; again < 8; again += 1) {
      const { client, waits } = clientBefore(busy(503), json({ id: 'x' }));
      await client(read);
      for (const pause of waits) pauses.add(pause);
    }
    expect(pauses.size).toBeGreaterThan(4);
  });

  test('a read survives a spell of every passing fault', async () => {
    const html = () =>
      new Response('<html>504</html>', { status: 504, headers: { 'Content-Type': 'text/html' } });
    const { client, requests, waits } = clientBefore(
      busy(429, { 'Retry-After': '2.128' }),
      html,
      new TypeError('Failed to fetch'),
      json({ id: 'x' }),
    );
    expect(await client(read)).toEqual({ id: 'x' });
    expect(requests).toHaveLength(4);
    expect(waits[0]).toBe(2128);
  });

  test('a read that is throttled for minutes gives up at once and says for how long', async () => {
    const { client, requests, waits } = clientBefore(busy(429, { 'Retry-After': '300' }));
    await expect(client(read)).rejects.toMatchObject({
      kind: 'throttled',
      trace: expect.arrayContaining(['Retry-After 300']),
    });
    expect(requests).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  test.each([
    ['300', 300_000],
    ['120.5', 120_500],
    ['Fri, 20 Nov 2026 15:50:00 GMT', 600_000],
  ])('and until when, for the words of the pane: Retry-After %s', async (header, milliseconds) => {
    const { outside, requests } = clientBefore(busy(503, { 'Retry-After': header }));
    const client = createClient({ ...outside, clock: () => NOW });
    await expect(client(read)).rejects.toMatchObject({ kind: 'busy', until: NOW + milliseconds });
    expect(requests).toHaveLength(1);
  });

  test('a short pause is none to speak of', async () => {
    const { client } = clientBefore(busy(429, { 'Retry-After': '2' }));
    await expect(client(read)).rejects.toMatchObject({ kind: 'throttled', until: undefined });
  });

  test('nobody waits for many pauses that are minutes together', async () => {
    const { client, waits } = clientBefore(busy(429, { 'Retry-After': '25' }));
    await expect(client(read)).rejects.toMatchObject({ kind: 'throttled' });
    expect(waits).toEqual([25_000, 25_000]);
  });

  test('a read that stays without answer is offline', async () => {
    const { client, requests } = clientBefore(new TypeError('Failed to fetch'));
    const thrown: unknown = await client(read).catch((cause: unknown) => cause);
    expect(requests).toHaveLength(4);
    // Each attempt has an id of its own, or nobody could tell them apart in Microsoft's records.
    const ids = requests.map(({ headers }) => headers.get('client-request-id'));
    expect(new Set(ids).size).toBe(4);
    expect(thrown).toMatchObject({
      kind: 'offline',
      where: 'GET /me/events/{event}',
      trace: [`client-request-id ${ids.at(-1)}`],
    });
  });

  test('an answer that breaks off is made good by another look', async () => {
    const { client, requests } = clientBefore(new Response('{"id": "x'), json({ id: 'x' }));
    expect(await client(read)).toEqual({ id: 'x' });
    expect(requests).toHaveLength(2);
  });

  test.each([
    ['{"value": [', 'cut'],
    ['', 'empty'],
    ['<html></html>', 'a page'],
    ['[]', 'a list'],
    ['null', 'null'],
  ])('a success that stays %j is unreadable', async (text) => {
    const { client } = clientBefore(new Response(text, { headers: { 'request-id': 'r-1' } }));
    await expect(client(read)).rejects.toMatchObject({
      kind: 'unreadable-answer',
      trace: expect.arrayContaining(['request-id r-1']),
    });
  });

  test('a POST that writes is made once more only after 429, when nothing was done', async () => {
    const throttled = clientBefore(busy(429), json({ id: 'd' }, 201));
    expect(await throttled.client(write)).toEqual({ id: 'd' });
    expect(throttled.requests).toHaveLength(2);
  });

  test.each([500, 502, 503, 504, 408])(
    'after %i nobody knows what became of a POST that writes',
    async (code) => {
      const { client, requests } = clientBefore(busy(code));
      await expect(client(write)).rejects.toMatchObject({ kind: 'unknown-outcome' });
      expect(requests).toHaveLength(1);
    },
  );

  test('after a broken connection nobody knows either', async () => {
    const { client, requests } = clientBefore(new TypeError('Failed to fetch'));
    await expect(client(write)).rejects.toMatchObject({
      kind: 'unknown-outcome',
      trace: [expect.stringMatching(/^client-request-id [\da-f-]{36}$/)],
    });
    expect(requests).toHaveLength(1);
  });

  test('a POST that only reads is repeated like a read', async () => {
    const { graph, requests } = clientBefore(busy(503), json({ value: [] }));
    expect(await graph.readSchedules(['a@b.example'], { start: 0, end: 1 })).toEqual({ away: [], hours: [] });
    expect(requests).toHaveLength(2);
  });

  test('an answer that never comes counts as none', async () => {
    vi.useFakeTimers();
    try {
      const silent = (request: Request) =>
        new Promise<Response>((_, reject) => {
          request.signal.addEventListener('abort', () => reject(request.signal.reason));
        });
      const outcome = createClient(outsideOf(silent).outside)(write).catch((thrown: unknown) => thrown);
      await vi.advanceTimersByTimeAsync(61_000);
      expect(await outcome).toMatchObject({ kind: 'unknown-outcome' });
    } finally {
      vi.useRealTimers();
    }
  });

  test('an interrupted reading stops where it is, with the reason given', async () => {
    const control = new AbortController();
    const { graph, simulated } = ownerGraph({
      faults: [{ path: /calendarView/, answer: { kind: 'throttled' } }],
    });
    await graph.owner();
    const before = simulated.requests.length;
    const reading = graph.readCalendar(around(simulated.now()), undefined, control.signal);
    control.abort(new Error('closed'));
    await expect(reading).rejects.toThrow('closed');
    expect(simulated.requests.length - before).toBeLessThanOrEqual(1);
  });
});
