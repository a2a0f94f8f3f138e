import { describe, expect, test } from 'vitest';
import { readAll } from '../../../src/graph/client/paging';
import { CALLS } from '../../../src/graph/client/permissions';
import { clientBefore, GRAPH, json } from '../owner-graph';

const ask = { call: CALLS.calendarView };
const page = (ids: readonly string[], more: { next?: number; count?: number } = {}) =>
  json({
    ...(more.count === undefined ? {} : { '@odata.count': more.count }),
    ...(more.next === undefined
      ? {}
      : { '@odata.nextLink': `${GRAPH}/me/calendarView?$top=2&$skip=${more.next}` }),
    value: ids.map((id) => ({ id })),
  });
const idsOf = (items: readonly unknown[]) => items.map((item) => (item as { id: string }).id);

describe('A list over several pages', () => {
  test('is read to its end, an empty page with a next one included', async () => {
    const { client, requests } = clientBefore(
      page(['a', 'b'], { next: 2 }),
      page([], { next: 4 }),
      page(['c']),
    );
    const steps: number[] = [];
    expect(idsOf(await readAll(client, ask, (items) => steps.push(items)))).toEqual(['a', 'b', 'c']);
    expect(steps).toEqual([2, 2, 3]);
    expect(requests[1]?.url).toBe(`${GRAPH}/me/calendarView?$top=2&$skip=2`);
    expect(requests[1]?.headers.get('Prefer')).toContain('IdType="ImmutableId"');
  });

  test('in which something came while it was read is read again', async () => {
    const { client } = clientBefore(
      page(['a', 'b'], { next: 2, count: 3 }),
      page(['b', 'c'], { count: 4 }),
      page(['new', 'a'], { next: 2, count: 4 }),
      page(['b', 'c'], { count: 4 }),
    );
    expect(idsOf(await readAll(client, ask))).toEqual(['new', 'a', 'b', 'c']);
  });

  test('in which something went while it was read is read again: what slipped by is not taken for gone', async () => {
    const { client } = clientBefore(
      page(['gone', 'a'], { next: 2, count: 4 }),
      page(['c'], { count: 3 }),
      page(['a', 'b'], { next: 2, count: 3 }),
      page(['c'], { count: 3 }),
    );
    expect(idsOf(await readAll(client, ask))).toEqual(['a', 'b', 'c']);
  });

  test('whose count is always wrong is believed when two looks agree', async () => {
    const look = [page(['a', 'b'], { next: 2, count: 99 }), page(['c'], { count: 99 })];
    const { client, requests } = clientBefore(...look, ...look, ...look);
    expect(idsOf(await readAll(client, ask))).toEqual(['a', 'b', 'c']);
    expect(requests).toHaveLength(4);
  });

  test('that never holds still gives everything that was seen, each once', async () => {
    const { client } = clientBefore(
      page(['a', 'b'], { next: 2, count: 9 }),
      page(['c'], { count: 8 }),
      page(['b', 'c'], { next: 2, count: 7 }),
      page(['d'], { count: 6 }),
      page(['c', 'd'], { next: 2, count: 5 }),
      page(['e'], { count: 4 }),
    );
    expect(idsOf(await readAll(client, ask)).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('that leads in a circle ends', async () => {
    const { client } = clientBefore(page(['a'], { next: 1 }), page(['b'], { next: 1 }));
    await expect(readAll(client, ask)).rejects.toMatchObject({ kind: 'unreadable-answer' });
  });

  test('that never ends, ends', async () => {
    let pages = 0;
    const endless = () => {
      pages += 1;
      return page([`${pages}`], { next: pages });
    };
    const { client } = clientBefore(endless);
    await expect(readAll(client, ask)).rejects.toMatchObject({ kind: 'unreadable-answer' });
    expect(pages).toBeLessThanOrEqual(200);
  });

  test('without a list in it is unreadable', async () => {
    const { client } = clientBefore(json({ error: 'odd' }));
    await expect(readAll(client, ask)).rejects.toMatchObject({ kind: 'unreadable-answer' });
  });
});
