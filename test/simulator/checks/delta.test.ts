import { describe, expect, test } from 'vitest';
import { asking, errorCode, member } from '../graph/asking';
import { createSimulatedGraph } from '../graph/simulated-graph';
import { SAMPLE_NOW, sampleMonth } from '../worlds/sample-month';

const MONTH = 'startDateTime=2026-10-26T00:00:00Z&endDateTime=2026-11-21T00:00:00Z';

function look() {
  const graph = createSimulatedGraph(sampleMonth(), { now: SAMPLE_NOW });
  return { priya: asking(graph), graph };
}

describe('delta', () => {
  async function rounds(priya: ReturnType<typeof asking>, start: string) {
    let link = start;
    const items: Record<string, unknown>[] = [];
    for (let page = 0; page < 50; page += 1) {
      const asked = await priya.get(link, 'odata.maxpagesize=10, IdType="ImmutableId"');
      items.push(...(asked.json.value as Record<string, unknown>[]));
      const end = asked.json['@odata.deltaLink'];
      if (typeof end === 'string') return { items, end };
      link = String(asked.json['@odata.nextLink']);
    }
    throw new Error('the round does not end');
  }
  const START = `/me/calendarView/delta?${MONTH}`;

  test('begins with an empty page that is not the last', async () => {
    const asked = await look().priya.get(START);
    expect(asked.json).toMatchObject({ value: [] });
    expect(asked.json).toHaveProperty('@odata.nextLink');
  });

  test('sends the master, and occurrences as stubs', async () => {
    const { items } = await rounds(look().priya, START);
    const kinds = new Set(items.map((item) => item.type));
    expect(kinds).toEqual(new Set(['seriesMaster', 'occurrence', 'exception', 'singleInstance']));
    const stub = items.find((item) => item.type === 'occurrence');
    expect(Object.keys(stub ?? {}).sort()).toEqual([
      '@odata.etag',
      '@odata.type',
      'end',
      'id',
      'seriesMasterId',
      'start',
      'type',
    ]);
  });

  test('does not announce a cancelled occurrence: the series comes again without it', async () => {
    const { priya, graph } = look();
    const first = await rounds(priya, START);
    graph.happen({ kind: 'cancelled', at: SAMPLE_NOW + 1, meeting: 'atlas', date: '2026-11-17' });
    graph.setNow(SAMPLE_NOW + 1);
    const { items } = await rounds(priya, first.end);
    expect(items.every((item) => item['@removed'] === undefined)).toBe(true);
    const starts = items.map((item) => String(member(item, 'start.dateTime')));
    expect(items.some((item) => item.subject === 'Atlas refinement')).toBe(true);
    expect(starts.some((start) => start.startsWith('2026-11-17T14'))).toBe(false);
  });

  test('forgets its tokens, also in the middle of a round', async () => {
    const { priya, graph } = look();
    const first = await priya.get(START);
    graph.forgetDeltaTokens();
    const asked = await priya.get(String(first.json['@odata.nextLink']));
    expect([asked.code, errorCode(asked)]).toEqual([410, 'SyncStateNotFound']);
  });
});
