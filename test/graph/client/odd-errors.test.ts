import { describe, expect, test } from 'vitest';
import { ODD_SHAPES } from '../../simulator/graph/faults';
import { around, ownerGraph } from '../owner-graph';

const KINDS = {
  403: 'not-permitted',
  404: 'not-found',
  410: 'stale-token',
  429: 'throttled',
  500: 'busy',
  503: 'busy',
};

describe('An error in a shape that is not documented', () => {
  const cases = ODD_SHAPES.flatMap((shape) =>
    Object.entries(KINDS).map(([code, kind]) => ({ shape, code: Number(code), kind })),
  );

  test.each(cases)('says $kind by its status alone: $code, $shape', async ({ shape, code, kind }) => {
    const faults = [{ path: /calendarView/, answer: { kind: 'odd-error', code, shape } as const }];
    const { graph, simulated } = ownerGraph({ faults });
    await expect(graph.readCalendar(around(simulated.now()))).rejects.toMatchObject({ kind });
  });
});

describe('If-Match on a file of the folder', () => {
  test.each(['checked', 'ignored'] as const)('is not relied upon: %s', async (ifMatchOnPut) => {
    const { graph, simulated } = ownerGraph({ habits: { ifMatchOnPut } });
    await graph.folder.write('laptop-2026-11.jsonl', '1');
    await graph.folder.write('laptop-2026-11.jsonl', '2');
    expect(new TextDecoder().decode(simulated.files.get('laptop-2026-11.jsonl')?.bytes)).toBe('2');
    expect(simulated.requests.every(({ headers }) => headers['if-match'] === undefined)).toBe(true);
  });
});
