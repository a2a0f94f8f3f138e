import { describe, expect, test } from 'vitest';
import { createGraph } from '../../../src/graph/graph';
import { asking } from '../../simulator/graph/asking';
import type { SimulatedGraph } from '../../simulator/graph/simulated-graph';
import { outsideOf, ownerGraph } from '../owner-graph';

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
      madeAt: simulated.now(),
      changedAt: simulated.now(),
      id: draft.id,
      standing: 'draft',
      sentAt: null,
      goesAt: null,
      to: ['dana.ortiz@northwind.example'],
      conversation: draft.conversation,
      internetMessageId: draft.internetMessageId,
    });
    await graph.postbox.send(draft.id);
    expect(await graph.postbox.find(KEY)).toMatchObject({
      standing: 'went',
      sentAt: simulated.now(),
      // A draft keeps its conversation when it goes.
      conversation: draft.conversation,
      internetMessageId: draft.internetMessageId,
    });
    expect(sentBy(simulated)).toHaveLength(1);
  });

  test('finds nothing of another key that contains this one, or a quote', async () => {
    const { graph } = ownerGraph();
    await graph.postbox.draft(message, `${KEY}-other`);
    expect(await graph.postbox.find(KEY)).toBeNull();
    await graph.postbox.draft(message, "o'clock");
    expect(await graph.postbox.find("o'clock")).toMatchObject({ standing: 'draft' });
  });

  test('discards a draft, and a draft that is gone already', async () => {
    const { graph } = ownerGraph();
    const { id } = await graph.postbox.draft(message, KEY);
    expect(await graph.postbox.discard(id)).toBe(true);
    await expect(
      graph.postbox.discard(
        'AAkALjBkODRmNjVhLWNiZjAtNDZhMC1hMWE3LTUyOWMyODg1MGU2MEYAAAAAAAAAAAAAAADoj-WQlmBdiBKUxDQcpVJ8',
      ),
    ).resolves.toBe(false);
  });

  test('does not throw away what has gone meanwhile', async () => {
    const { graph, simulated } = ownerGraph();
    const { id } = await graph.postbox.draft(message, KEY);
    await graph.postbox.send(id);
    expect(await graph.postbox.discard(id)).toBe(false);
    expect(sentBy(simulated)).toHaveLength(1);
    expect(simulated.requests.map(({ method }) => method)).not.toContain('DELETE');
  });

  describe('throws away the version it has looked at', () => {
    /** Something happens to the draft after it was looked at, before it is deleted. */
    async function meanwhile(happens: (own: ReturnType<typeof ownerGraph>, id: string) => Promise<unknown>) {
      const own = ownerGraph();
      const { id } = await own.graph.postbox.draft(message, KEY);
      const answer = own.simulated.answer;
      let done = false;
      own.simulated.answer = async (request) => {
        if (request.method === 'DELETE' && !done) {
          done = true;
          await happens(own, id);
        }
        return answer(request);
      };
      const { outside } = outsideOf((request) => own.simulated.answer(request), own.simulated.now);
      return { ...own, id, graph: createGraph(outside) };
    }
    const deletes = ({ simulated }: { simulated: SimulatedGraph }) =>
      simulated.requests
        .filter(({ method }) => method === 'DELETE')
        .map(({ headers }) => headers['if-match']);

    test('and leaves a mail alone that was sent on another machine in this moment', async () => {
      const own = await meanwhile(({ graph }, id) => graph.postbox.send(id));
      expect(await own.graph.postbox.discard(own.id)).toBe(false);
      expect(sentBy(own.simulated)).toHaveLength(1);
      expect(deletes(own)).toHaveLength(1);
    });

    test('and a draft that was changed in Outlook meanwhile is looked at again, and thrown away then', async () => {
      const own = await meanwhile(({ simulated }, id) =>
        asking(simulated).patch(`/me/messages/${id}`, { subject: 'Recap, once more' }),
      );
      expect(await own.graph.postbox.discard(own.id)).toBe(true);
      const versions = deletes(own);
      expect(versions).toHaveLength(2);
      expect(new Set(versions).size).toBe(2);
      expect(own.simulated.mailbox('priya').drafts).toEqual([]);
    });

    test('and gives up on one that never stays as it is (412), which is said as such', async () => {
      const conflict = {
        kind: 'error',
        code: 412,
        name: 'ErrorIrresolvableConflict',
        message: 'The change key passed in the request does not match.',
      } as const;
      const { graph, simulated } = ownerGraph({ faults: [{ method: 'DELETE', path: '', answer: conflict }] });
      const { id } = await graph.postbox.draft(message, KEY);
      await expect(graph.postbox.discard(id)).rejects.toMatchObject({ kind: 'busy' });
      expect(deletes({ simulated })).toHaveLength(3);
      expect(simulated.mailbox('priya').drafts).toHaveLength(1);
    });

    test('where the server takes no notice of versions, what was a draft is thrown away all the same', async () => {
      const { graph, simulated } = ownerGraph({ habits: { ifMatchOnDelete: 'ignored' } });
      const { id } = await graph.postbox.draft(message, KEY);
      expect(await graph.postbox.discard(id)).toBe(true);
      expect(simulated.mailbox('priya').drafts).toEqual([]);
    });
  });

  describe('asked whether another mail goes before a draft', () => {
    test('says no where it is alone, also where its id comes in another form', async () => {
      const { graph } = ownerGraph();
      const { id } = await graph.postbox.draft(message, KEY);
      expect(await graph.postbox.rival(KEY, id)).toBeNull();
      expect(await graph.postbox.rival(KEY, 'the same in another form')).toBeNull();
    });

    test('names the older of two drafts to the younger one, and none to the older one', async () => {
      const { graph, simulated } = ownerGraph();
      const older = await graph.postbox.draft(message, KEY);
      simulated.setNow(simulated.now() + 1000);
      const younger = await graph.postbox.draft(message, KEY);
      expect(await graph.postbox.rival(KEY, younger.id)).toMatchObject({ id: older.id, standing: 'draft' });
      expect(await graph.postbox.rival(KEY, older.id)).toBeNull();
    });

    test('of two that were made in the same second neither goes, as the other may have been looked for already', async () => {
      const { graph } = ownerGraph();
      const [one, two] = [await graph.postbox.draft(message, KEY), await graph.postbox.draft(message, KEY)];
      const rivals = [await graph.postbox.rival(KEY, one.id), await graph.postbox.rival(KEY, two.id)];
      expect(rivals).toMatchObject([{ id: two.id }, { id: one.id }]);
    });

    test('names what has gone before any draft', async () => {
      const { graph } = ownerGraph();
      const draft = await graph.postbox.draft(message, KEY);
      const other = await graph.postbox.draft(message, KEY);
      await graph.postbox.send(other.id);
      expect(await graph.postbox.rival(KEY, draft.id)).toMatchObject({ standing: 'went' });
    });
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
      expect(await graph.postbox.find(KEY)).toMatchObject({ standing: 'went' });
      expect(sentBy(simulated)).toHaveLength(1);
    },
  );

  test('does not take any success for a sending: one that is not a 202 is looked up by the key', async () => {
    const { graph } = ownerGraph({ faults: [{ path: /\/send$/, times: 1, answer: { kind: 'empty' } }] });
    const { id } = await graph.postbox.draft(message, KEY);
    await expect(graph.postbox.send(id)).rejects.toMatchObject({ kind: 'unknown-outcome' });
    expect(await graph.postbox.find(KEY)).toMatchObject({ id, standing: 'draft' });
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
    expect(await graph.postbox.find(KEY)).toMatchObject({ standing: 'went' });
  });

  test('leaves out people whom nobody could write to', async () => {
    const { graph, simulated } = ownerGraph();
    const phone = { key: 'row:5', name: '+49 ••77', address: '' };
    await graph.postbox.sendDirectly({ ...message, to: [...message.to, phone] });
    expect(sentBy(simulated)[0]?.to).toHaveLength(1);
  });
});
