import { describe, expect, test } from 'vitest';
import { occurrenceKey } from '../../src/domain/occurrence';
import type { RecapEntry } from '../../src/domain/recap';
import { isTrouble } from '../../src/domain/trouble';
import { createAlone } from '../../src/ledger/locks';
import type { Ports } from '../../src/tasks/ports';
import { sendRecap, settleRecap } from '../../src/tasks/send-recap';
import type { Fault } from '../simulator/graph/faults';
import { createSimulatedGraph, type SimulatedGraph } from '../simulator/graph/simulated-graph';
import { type OwnOptions, openPorts } from '../simulator/own-ports';
import { at } from '../simulator/time';
import { sampleMonth } from '../simulator/worlds/sample-month';

const NOW = at('2026-11-18 16:20', 'Europe/London');
const OCCURRENCE = occurrenceKey('some-series', '2026-11-18');
const MARCUS = {
  key: 'marcus.hale@northwind.example',
  name: 'Marcus Hale',
  address: 'marcus.hale@northwind.example',
};
const SENDING = {
  occurrence: OCCURRENCE,
  message: { to: [MARCUS], subject: 'INFO: Launch', html: '<p>Short.</p>', text: 'Short.' },
  decisions: [],
};
const NOT_UNDONE = () => Promise.resolve(false);

async function office(faults: Fault[] = [], more: { scopes?: string[] } & Partial<OwnOptions> = {}) {
  const { scopes, ...own } = more;
  const graph = createSimulatedGraph(sampleMonth(), { now: NOW, faults, ...(scopes ? { scopes } : {}) });
  const { ports, ledger } = await openPorts(graph, { clock: () => NOW, ...own });
  return { graph, ports, ledger };
}

const recapsTo = (graph: SimulatedGraph, who: string) =>
  graph.mailbox(who).inbox.filter((mail) => mail.subject === SENDING.message.subject).length;

const stepsIn = async (ports: Ports) =>
  (await ports.ledger.allFacts())
    .filter((fact): fact is RecapEntry => fact.kind === 'recap')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((fact) => fact.step);

const lastEntry = async (ports: Ports): Promise<RecapEntry> => {
  const entries = (await ports.ledger.allFacts()).filter((fact): fact is RecapEntry => fact.kind === 'recap');
  const last = entries.sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
  if (last === undefined) throw new Error('Nothing was journalled');
  return last;
};

describe('A recap that is sent', () => {
  test('lies in the Sent Items and in the inbox of the absentee, once, and the journal says when', async () => {
    const { graph, ports } = await office();
    expect(await sendRecap(ports, SENDING, NOT_UNDONE)).toBe('sent');
    expect(recapsTo(graph, 'marcus')).toBe(1);
    expect(graph.mailbox('priya').sent.map((mail) => mail.subject)).toContain('INFO: Launch');
    expect(graph.mailbox('priya').drafts).toEqual([]);
    expect(await stepsIn(ports)).toEqual(['sending', 'sent']);
    expect(await lastEntry(ports)).toMatchObject({ sentAt: NOW, to: [MARCUS] });
  });

  test('is never sent again for the same occurrence', async () => {
    const { graph, ports } = await office();
    await sendRecap(ports, SENDING, NOT_UNDONE);
    expect(await sendRecap(ports, SENDING, NOT_UNDONE)).toBe('already-sent');
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('goes once when two panes send it at the same moment', async () => {
    const alone = createAlone(undefined);
    const { graph, ports, ledger } = await office([], { alone });
    const other = await openPorts(graph, { clock: () => NOW, ledger, alone });
    const ends = await Promise.all([
      sendRecap(ports, SENDING, NOT_UNDONE),
      sendRecap(other.ports, SENDING, NOT_UNDONE),
    ]);
    expect(ends.sort()).toEqual(['already-sent', 'sent']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('that another machine has sent is found by its key', async () => {
    const { graph, ports } = await office();
    await sendRecap(ports, SENDING, NOT_UNDONE);
    const laptop = await openPorts(graph, { clock: () => NOW, device: 'laptop00' });
    expect(await sendRecap(laptop.ports, SENDING, NOT_UNDONE)).toBe('sent');
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('and taken back in time leaves nothing with Microsoft, and can be sent later', async () => {
    const { graph, ports } = await office();
    const before = graph.requests.length;
    expect(await sendRecap(ports, SENDING, () => Promise.resolve(true))).toBe('taken-back');
    expect(graph.requests.length).toBe(before);
    expect(await sendRecap(ports, SENDING, NOT_UNDONE)).toBe('sent');
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });
});

const SEND = /\/send$/;

describe('When the answer is lost', () => {
  test('after the mail had gone, the key finds it and nothing goes twice', async () => {
    const { graph, ports } = await office([
      { method: 'POST', path: SEND, times: 1, answer: { kind: 'done-but-504' } },
    ]);
    expect(await sendRecap(ports, SENDING, NOT_UNDONE)).toBe('sent');
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('and the browser asks again by itself, "not found" does not mean that it did not go', async () => {
    const { graph, ports } = await office();
    // Seen in Chromium: a request whose connection breaks is sent once more, below fetch.
    const once = graph.answer;
    graph.answer = async (request) => {
      if (SEND.test(new URL(request.url).pathname)) await once(request.clone());
      return once(request);
    };
    expect(await sendRecap(ports, SENDING, NOT_UNDONE)).toBe('sent');
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('while the draft was made, nothing can have gone, and a later try is free', async () => {
    const lost = { kind: 'done-but-lost' } as const;
    const { graph, ports } = await office([
      { method: 'POST', path: /\/me\/messages$/, times: 1, answer: lost },
    ]);
    const thrown: unknown = await sendRecap(ports, SENDING, NOT_UNDONE).catch((cause: unknown) => cause);
    expect(isTrouble(thrown) && thrown.kind).toBe('offline');
    expect(await sendRecap(ports, SENDING, NOT_UNDONE)).toBe('sent');
    expect(recapsTo(graph, 'marcus')).toBe(1);
    expect(graph.mailbox('priya').drafts).toEqual([]);
  });

  test('before anything was done, it stays an open question, and is asked, not repeated', async () => {
    const { graph, ports } = await office([
      { method: 'POST', path: SEND, times: 1, answer: { kind: 'gateway-html' } },
    ]);
    expect(await sendRecap(ports, SENDING, NOT_UNDONE)).toBe('unknown');
    expect(recapsTo(graph, 'marcus')).toBe(0);
    expect(await stepsIn(ports)).toEqual(['sending']);
    expect(await sendRecap(ports, SENDING, NOT_UNDONE)).toBe('already-sent');
    expect(await settleRecap(ports, await lastEntry(ports), 'look')).toBe('unknown');
    expect(await settleRecap(ports, await lastEntry(ports), 'send')).toBe('sent');
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('a draft whose sending is thrown away is gone, and the recap can be sent anew', async () => {
    const { graph, ports } = await office([
      { method: 'POST', path: SEND, times: 1, answer: { kind: 'gateway-html' } },
    ]);
    await sendRecap(ports, SENDING, NOT_UNDONE);
    expect(await settleRecap(ports, await lastEntry(ports), 'discard')).toBe('taken-back');
    expect(graph.mailbox('priya').drafts).toEqual([]);
    expect(await sendRecap(ports, SENDING, NOT_UNDONE)).toBe('sent');
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('a pane that was closed before Graph was asked leaves a question, not a mail', async () => {
    const { graph, ports, ledger } = await office();
    const never = () => new Promise<boolean>(() => undefined);
    void sendRecap(ports, SENDING, never);
    await expect.poll(() => stepsIn(ports)).toEqual(['sending']);
    const reopened = await openPorts(graph, { clock: () => NOW, ledger });
    expect(await settleRecap(reopened.ports, await lastEntry(reopened.ports), 'look')).toBe('unknown');
    expect(recapsTo(graph, 'marcus')).toBe(0);
  });
});

describe('When Graph refuses', () => {
  test('without permission for drafts it is sent directly and stays "not verified"', async () => {
    const { graph, ports } = await office([], { scopes: ['User.Read', 'Mail.Send', 'MailboxSettings.Read'] });
    expect(await sendRecap(ports, SENDING, NOT_UNDONE)).toBe('unverified');
    expect(recapsTo(graph, 'marcus')).toBe(1);
    expect(await sendRecap(ports, SENDING, NOT_UNDONE)).toBe('already-sent');
  });

  test('without any permission to send nothing goes, it says which, and a later try is free', async () => {
    const { graph, ports } = await office([], { scopes: ['User.Read', 'MailboxSettings.Read'] });
    const thrown: unknown = await sendRecap(ports, SENDING, NOT_UNDONE).catch((cause: unknown) => cause);
    expect(isTrouble(thrown) && thrown.kind).toBe('not-permitted');
    expect(await stepsIn(ports)).toEqual(['sending', 'refused']);
    graph.scopes.add('Mail.ReadWrite').add('Mail.Send');
    expect(await sendRecap(ports, SENDING, NOT_UNDONE)).toBe('sent');
  });
});
