import { describe, expect, test } from 'vitest';

import type { Decision } from '../../../src/domain/facts/decided/decision';
import { sentRecaps } from '../../../src/domain/facts/decided/sending';
import { tellingsIn } from '../../../src/domain/facts/log/tellings';
import { occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import { DAY, HOUR } from '../../../src/domain/time/time';
import { logDecision } from '../../../src/tasks/enter/log-decision';
import { undoAll } from '../../../src/tasks/enter/own-entries';
import { takeReturned } from '../../../src/tasks/read/take-returned';
import { messageOf } from '../../../src/tasks/send/prepare-recap';
import { settleReturned } from '../../../src/tasks/send/settle-returned';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { sendThrough } from '../../simulator/send-through';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const ADDRESS = 'marcus.hale@northwind.example';
const MARCUS = { key: ADDRESS, name: 'Marcus Hale', address: ADDRESS };
const SUBJECT = 'INFO: Vendor B';

/** Priya, after a recap went to Marcus. */
async function office() {
  let now = at('2026-11-10 16:00', 'Europe/London');
  const graph = createSimulatedGraph(sampleMonth(), { now: () => now });
  const { ports, owner } = await openPorts(graph, { clock: () => now });
  const pass = (ms: number) => {
    now += ms;
  };
  const draft = { text: 'Vendor B', why: '', accountable: owner, topic: '', informed: [], occurrence: null };
  const made = await logDecision(ports, 'daily', draft);
  if (!made.ok) throw new Error(made.fault.join());
  const decision: Decision = made.value;
  const occurrence = occurrenceKey('daily', '2026-11-10');
  const message = messageOf({ to: [MARCUS], subject: SUBJECT, text: 'Decided.' });
  const send = () =>
    sendThrough(ports, { occurrence, mails: [{ message, decisions: [decision.id] }], together: false }, pass);
  await send();
  const told = async () =>
    sentRecaps(tellingsIn(await ports.ledger.ownEntries())).map(({ step, decisions }) => [
      step,
      ...decisions,
    ]);
  const keyBack = async () => {
    const back = (await ports.ledger.ownEntries()).find(
      (fact) => fact.kind === 'recap' && fact.step === 'came-back',
    );
    return back?.kind === 'recap' ? back.mailKey : '';
  };
  const inbox = () => graph.mailbox('marcus').inbox.filter(({ subject }) => subject === SUBJECT);
  const returned = (more = {}) => graph.comesBack({ box: 'priya', subject: SUBJECT, ...more });
  return { graph, ports, owner, decision, pass, send, told, keyBack, inbox, returned };
}

describe('A mail that came back (13.8)', () => {
  test('tells nobody any more, and that is said once', async () => {
    const { ports, owner, decision, told, returned } = await office();
    expect(await takeReturned(ports, owner)).toBe(0);
    expect(await told()).toEqual([['sent', decision.id]]);
    returned();
    expect(await takeReturned(ports, owner)).toBe(1);
    expect(await told()).toEqual([]);
    expect(await takeReturned(ports, owner)).toBe(0);
  });

  test.each([
    ['from somebody else', { from: 'marcus.hale@northwind.example' }],
    ['from another organization', { from: 'postmaster@elsewhere.example' }],
    ['that lies in Junk', { folder: 'junkemail' as const }],
    [
      'of which the receiving server says that it is forged',
      { authentication: 'spf=fail; dkim=none; dmarc=fail; compauth=fail reason=001' },
    ],
  ])('a report %s changes nothing', async (_, more) => {
    const { ports, owner, told, returned, decision } = await office();
    returned(more);
    expect(await takeReturned(ports, owner)).toBe(0);
    expect(await told()).toEqual([['sent', decision.id]]);
  });

  test.each([
    ['an hour', HOUR, 1],
    ['two weeks', 14 * DAY, 1],
    ['59 days', 59 * DAY, 1],
    ['61 days', 61 * DAY, 0],
  ])('is found by the pane that is opened %s later', async (_, later, found) => {
    const { ports, owner, pass, returned } = await office();
    returned();
    pass(later);
    expect(await takeReturned(ports, owner)).toBe(found);
  });

  test('no text of a report is asked for', async () => {
    const { graph, ports, owner, returned } = await office();
    returned();
    graph.requests.length = 0;
    await takeReturned(ports, owner);
    const asked = graph.requests.map(({ url }) => decodeURIComponent(url)).join('\n');
    expect(asked).toContain('REPORT.IPM.Note.NDR');
    expect(asked).not.toMatch(/body|preview/i);
  });

  test('told by the owner it is told, and taking that back unsays it', async () => {
    const { ports, owner, decision, told, keyBack, returned } = await office();
    returned();
    await takeReturned(ports, owner);
    const entries = await settleReturned(ports, await keyBack(), 'told');
    expect(await told()).toEqual([['by-hand', decision.id]]);
    await undoAll(ports, entries);
    expect(await told()).toEqual([]);
    await settleReturned(ports, await keyBack(), 'set-aside');
    expect(await told()).toEqual([]);
    expect(await settleReturned(ports, await keyBack(), 'told')).toEqual([]);
  });

  test('sent anew it is another mail, which goes once', async () => {
    const { ports, owner, decision, told, send, inbox, returned } = await office();
    expect(inbox()).toHaveLength(1);
    returned();
    await takeReturned(ports, owner);
    await send();
    expect(inbox()).toHaveLength(2);
    expect(await told()).toEqual([['sent', decision.id]]);
    await send();
    expect(inbox()).toHaveLength(2);
  });
});
