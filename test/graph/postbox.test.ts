import { describe, expect, test } from 'vitest';
import { ownerGraph } from './owner-graph';

const message = {
  to: [{ key: 'dana.ortiz@northwind.example', name: 'Dana Ortiz', address: 'dana.ortiz@northwind.example' }],
  subject: 'Recap: Atlas refinement',
  html: '<p>We met.</p>',
  text: 'We met.',
};
const KEY = '5f3a6c1e';
const sentBy = (simulated: ReturnType<typeof ownerGraph>['simulated']) =>
  simulated.mailbox('priya').sent.filter((mail) => mail.subject === message.subject);

describe('The postbox', () => {
  test('knows nothing of a key that was never used', async () => {
    expect(await ownerGraph().graph.postbox.find(KEY)).toBeNull();
  });

  test('writes a draft that is found by its key, and after sending is found as sent', async () => {
    const { graph, simulated } = ownerGraph();
    const draft = await graph.postbox.draft(message, KEY);
    expect(draft.webLink).toMatch(/^https:/);
    expect(await graph.postbox.find(KEY)).toEqual({
      id: draft.id,
      isDraft: true,
      sentAt: null,
      to: ['dana.ortiz@northwind.example'],
      conversation: draft.conversation,
    });
    await graph.postbox.send(draft.id);
    expect(await graph.postbox.find(KEY)).toMatchObject({
      isDraft: false,
      sentAt: simulated.now(),
      // A draft keeps its conversation when it goes.
      conversation: draft.conversation,
    });
    expect(sentBy(simulated)).toHaveLength(1);
  });

  test('finds nothing of another key that contains this one, or a quote', async () => {
    const { graph } = ownerGraph();
    await graph.postbox.draft(message, `${KEY}-other`);
    expect(await graph.postbox.find(KEY)).toBeNull();
    await graph.postbox.draft(message, "o'clock");
    expect(await graph.postbox.find("o'clock")).toMatchObject({ isDraft: true });
  });

  test('discards a draft, and a draft that is gone already', async () => {
    const { graph } = ownerGraph();
    const { id } = await graph.postbox.draft(message, KEY);
    await graph.postbox.discard(id);
    await expect(
      graph.postbox.discard(
        'AAkALjBkODRmNjVhLWNiZjAtNDZhMC1hMWE3LTUyOWMyODg1MGU2MEYAAAAAAAAAAAAAAADoj-WQlmBdiBKUxDQcpVJ8',
      ),
    ).resolves.toBeUndefined();
  });

  test('does not throw away what has gone meanwhile', async () => {
    const { graph, simulated } = ownerGraph();
    const { id } = await graph.postbox.draft(message, KEY);
    await graph.postbox.send(id);
    await graph.postbox.discard(id);
    expect(sentBy(simulated)).toHaveLength(1);
    expect(simulated.requests.map(({ method }) => method)).not.toContain('DELETE');
  });

  test.each([
    ['a 504 after the mail had gone', { kind: 'done-but-504' }],
    ['a connection that broke after the mail had gone', { kind: 'done-but-lost' }],
  ] as const)(
    'asks to send once, says that the outcome is unknown, and finds the mail: %s',
    async (_, answer) => {
      const { graph, simulated } = ownerGraph({ faults: [{ method: 'POST', path: /\/send$/, answer }] });
      const { id } = await graph.postbox.draft(message, KEY);
      await expect(graph.postbox.send(id)).rejects.toMatchObject({ kind: 'unknown-outcome' });
      expect(simulated.requests.filter(({ url }) => url.endsWith('/send'))).toHaveLength(1);
      expect(await graph.postbox.find(KEY)).toMatchObject({ isDraft: false });
      expect(sentBy(simulated)).toHaveLength(1);
    },
  );

  test('does not take any success for a sending: one that is not a 202 is looked up by the key', async () => {
    const { graph } = ownerGraph({ faults: [{ path: /\/send$/, times: 1, answer: { kind: 'empty' } }] });
    const { id } = await graph.postbox.draft(message, KEY);
    await expect(graph.postbox.send(id)).rejects.toMatchObject({ kind: 'unknown-outcome' });
    expect(await graph.postbox.find(KEY)).toMatchObject({ id, isDraft: true });
  });

  test.each([
    { kind: 'gateway-html' },
    { kind: 'unavailable', retryAfter: '1' },
    { kind: 'offline' },
  ] as const)('does not send again after %j, though nothing went', async (answer) => {
    const { graph, simulated } = ownerGraph({ faults: [{ method: 'POST', path: /\/sendMail$/, answer }] });
    await expect(graph.postbox.sendDirectly(message)).rejects.toMatchObject({ kind: 'unknown-outcome' });
    expect(simulated.requests.filter(({ url }) => url.endsWith('/sendMail'))).toHaveLength(1);
    expect(sentBy(simulated)).toEqual([]);
  });

  test.each([{ kind: 'cut-json' }, { kind: 'empty' }] as const)(
    'takes a success for one, whatever stands in it: %j',
    async (answer) => {
      const { graph } = ownerGraph({ faults: [{ path: /sendMail$/, answer: answer }] });
      await expect(graph.postbox.sendDirectly(message)).resolves.toBeUndefined();
    },
  );

  test('sends after a throttling, once', async () => {
    const { graph, simulated, waits } = ownerGraph({
      faults: [{ path: /sendMail$/, times: 2, answer: { kind: 'throttled', retryAfter: '1.5' } }],
    });
    await graph.postbox.sendDirectly(message);
    expect(waits).toEqual([1500, 1500]);
    expect(sentBy(simulated)).toHaveLength(1);
  });

  test('does not find a copy that is late, which is no proof that nothing went', async () => {
    const { graph, simulated } = ownerGraph({ habits: { deliveryTime: 60_000 } });
    const { id } = await graph.postbox.draft(message, KEY);
    await graph.postbox.send(id);
    expect(await graph.postbox.find(KEY)).toBeNull();
    simulated.setNow(simulated.now() + 60_000);
    expect(await graph.postbox.find(KEY)).toMatchObject({ isDraft: false });
  });

  test('leaves out people whom nobody could write to', async () => {
    const { graph, simulated } = ownerGraph();
    const phone = { key: 'row:5', name: '+49 ••77', address: '' };
    await graph.postbox.sendDirectly({ ...message, to: [...message.to, phone] });
    expect(sentBy(simulated)[0]?.to).toHaveLength(1);
  });
});
