import { expect, test } from 'vitest';
import { createClient } from '../../../src/graph/client/client';
import { createGate } from '../../../src/graph/client/gate';
import { CALLS } from '../../../src/graph/client/permissions';
import { outsideOf } from '../owner-graph';

const soon = () => new Promise<void>((done) => setImmediate(done));

test('A request keeps its place until its whole answer is there: Graph counts it for as long', async () => {
  const ends: (() => void)[] = [];
  const slowly = async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        stream.enqueue(new TextEncoder().encode('{"id":'));
        ends.push(() => {
          stream.enqueue(new TextEncoder().encode('"x"}'));
          stream.close();
        });
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'application/json' } });
  };
  const client = createClient({ ...outsideOf(slowly).outside, gate: createGate(1) });
  const answers = [client({ call: CALLS.me }), client({ call: CALLS.me })];
  for (let turn = 0; turn < 20; turn += 1) await soon();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await answers[0]).toEqual({ id: 'x' });
  for (let turn = 0; turn < 20; turn += 1) await soon();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  expect(await answers[1]).toEqual({ id: 'x' });
});
