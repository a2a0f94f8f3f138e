import { describe, expect, test } from 'vitest';

import type { Asking, RequestLetter } from '../../../src/domain/agree/asking';
import type { InputRequest } from '../../../src/domain/facts/decided/consulting';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import { UNDO_TIME } from '../../../src/domain/facts/decided/pressed';
import { createAlone } from '../../../src/ledger/browser/locks';
import { noteAnswer, takeStep } from '../../../src/tasks/enter/agree';
import { logDecision } from '../../../src/tasks/enter/log-decision';
import type { Ports } from '../../../src/tasks/ports';
import { noteRequest, prepareRequest, sendRequest } from '../../../src/tasks/send/ask-first';
import { carryOn } from '../../../src/tasks/send/carry';
import { takeBackPressed } from '../../../src/tasks/send/press';
import type { Fault } from '../../simulator/graph/faults';
import { createSimulatedGraph, type SimulatedGraph } from '../../simulator/graph/simulated-graph';
import { type OwnOptions, openPorts } from '../../simulator/own-ports';
import { askThrough } from '../../simulator/send-through';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const NOW = at('2026-11-10 16:00', 'Europe/London');
const MARCUS = {
  key: 'marcus.hale@northwind.example',
  name: 'Marcus Hale',
  address: 'marcus.hale@northwind.example',
};
const SEND = /\/send$/;

async function office(faults: Fault[] = [], more: Partial<OwnOptions> = {}) {
  let now = NOW;
  const graph = createSimulatedGraph(sampleMonth(), { now: () => now, faults });
  const { ports, ledger, owner } = await openPorts(graph, { clock: () => now, ...more });
  const made = await logDecision(ports, 'daily', {
    ...{ text: 'Build the 2027 path', why: '', accountable: owner, topic: '2027 scope' },
    ...{ informed: [], occurrence: null, proposed: true },
  });
  if (!made.ok) throw new Error(made.fault.join());
  const decision = made.value;
  const ask = (asking: Partial<Asking> = {}) =>
    prepareRequest(ports, owner, {
      ...{ decision, person: MARCUS, workingDays: '3', zone: 'America/New_York', answerBy: null },
      ...asking,
    });
  const letter = async (): Promise<RequestLetter> => {
    const request = await ask();
    if (!request.ok) throw new Error(request.fault.join());
    return { request: request.value, subject: request.value.subject, text: request.value.text };
  };
  const goTo = (when: string) => {
    now = at(when, 'Europe/London');
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { graph, ports, ledger, decision, ask, letter, goTo, pass };
}

const mailsTo = (graph: SimulatedGraph) =>
  graph.mailbox('marcus').inbox.filter(({ subject }) => subject.startsWith('INPUT by')).length;
const requestsIn = async (ports: Ports): Promise<readonly InputRequest[]> =>
  (await ports.ledger.ownEntries()).filter((fact) => fact.kind === 'input-request');
const stepsIn = async (ports: Ports) => (await requestsIn(ports)).map(({ step }) => step);

describe('A question before a decision', () => {
  test('goes once to the one who is asked, and the log keeps the deadline that stood in it', async () => {
    const { graph, ports, letter, pass } = await office();
    await askThrough(ports, await letter(), pass);
    expect(mailsTo(graph)).toBe(1);
    const sent = (await requestsIn(ports)).at(-1);
    expect(sent).toMatchObject({
      step: 'sent',
      person: MARCUS,
      askedAt: NOW + UNDO_TIME,
      deadline: at('2026-11-13 17:00', 'America/New_York'),
      silence: 'hold',
    });
  });

  test('is not asked twice while it waits for an answer: neither sent, nor noted by hand', async () => {
    const { graph, ports, letter, pass } = await office();
    await askThrough(ports, await letter(), pass);
    expect((await sendRequest(ports, await letter())).end).toBe('already-sent');
    expect(await noteRequest(ports, await letter())).toBe(false);
    expect(mailsTo(graph)).toBe(1);
  });

  test('is in the language chosen for whoever is asked, and so are the answers behind it', async () => {
    const { graph, ports, letter, pass } = await office();
    const rules = { languages: { [MARCUS.key]: 'de' } } as const;
    const fact = { recordedAt: NOW, series: 'daily' };
    await ports.ledger.append([
      { kind: 'keeping', id: ports.seal.stamp(), does: 'start', ...fact },
      { kind: 'rules', id: ports.seal.stamp(), rules, ...fact },
    ]);
    expect(await askThrough(ports, await letter(), pass)).toBe('waiting');
    const [mail] = graph.mailbox('marcus').inbox.filter(({ subject }) => subject.startsWith('RÜCKMELDUNG'));
    expect(mail).toMatchObject({ subject: 'RÜCKMELDUNG bis Fr., 13. Nov.: Build the 2027 path' });
    expect(mail?.html).toContain('lang="de"');
    expect(mail?.html).toContain('Was ich brauche:</b> eine Einschätzung bis Fr., 13. Nov., 17:00 New York');
    expect(mail?.html).toContain('subject=Ich%20sehe%20ein%20Problem%20%5BD-001.1%5D');
  });

  test('can be asked again when the time is over, and when they answered', async () => {
    const { graph, ports, letter, goTo, decision, pass } = await office();
    await askThrough(ports, await letter(), pass);
    goTo('2026-11-14 09:00');
    expect(await askThrough(ports, await letter(), pass)).toBe('waiting');
    goTo('2026-11-16 09:00');
    await noteAnswer(ports, decision, { person: MARCUS, said: 'talk', words: '', at: ports.clock() });
    expect(await askThrough(ports, await letter(), pass)).toBe('waiting');
    expect(mailsTo(graph)).toBe(3);
  });

  test('12.4 is asked once more when the time is over, saying when first, and no third time before they said something', async () => {
    const { graph, ports, ask, letter, goTo, decision, pass } = await office();
    const first = await letter();
    expect(first.text).not.toContain('I asked this first');
    await askThrough(ports, first, pass);
    goTo('2026-11-14 09:00');
    const again = await letter();
    expect(again.text).toContain('Hi Marcus,\nI asked this first on Tue 10 Nov.\nWhat I need from you:');
    await askThrough(ports, again, pass);
    goTo('2026-11-20 09:00');
    expect(await ask()).toEqual({ ok: false, fault: ['asked-twice'] });
    // A form that lay open since then sends nothing either; that it was asked otherwise can be noted.
    expect((await sendRequest(ports, again)).end).toBe('already-sent');
    expect(mailsTo(graph)).toBe(2);
    await noteAnswer(ports, decision, { person: MARCUS, said: 'talk', words: '', at: ports.clock() });
    expect((await letter()).text).not.toContain('I asked this first');
  });

  test('taken back in time does not go, and can be asked later', async () => {
    const { graph, ports, letter, pass } = await office();
    const { pressed } = await sendRequest(ports, await letter());
    await takeBackPressed(ports, [pressed ?? '']);
    pass(UNDO_TIME);
    expect([mailsTo(graph), (await stepsIn(ports)).at(-1)]).toEqual([0, 'taken-back']);
    await askThrough(ports, await letter(), pass);
    expect(mailsTo(graph)).toBe(1);
  });

  test('goes once when two panes ask at the same moment', async () => {
    const alone = createAlone(undefined);
    const { graph, ports, ledger, letter, pass } = await office([], { alone });
    const other = await openPorts(graph, { clock: () => NOW, ledger, alone });
    const mail = await letter();
    const asked = await Promise.all([sendRequest(ports, mail), sendRequest(other.ports, mail)]);
    expect(asked.map(({ end }) => end).sort()).toEqual(['already-sent', 'waiting']);
    pass(UNDO_TIME);
    expect(mailsTo(graph)).toBe(1);
  });

  test('that was decided meanwhile is asked about, and does not go by itself', async () => {
    const { graph, ports, letter, decision, pass } = await office();
    graph.faults.push({ path: '/messages', answer: { kind: 'offline' } });
    await sendRequest(ports, await letter());
    graph.faults.length = 0;
    await takeStep(ports, decision, { step: 'decided', reason: '', noReply: [] });
    pass(UNDO_TIME);
    await carryOn(ports);
    expect(mailsTo(graph)).toBe(0);
    expect((await ports.ledger.pressed.all()).map(({ asks }) => asks)).toEqual(['untrue']);
  });

  test('to somebody who left is refused: nothing went, no draft stays, and another way of asking is free', async () => {
    const { graph, ports, letter } = await office([
      {
        method: 'POST',
        path: SEND,
        times: 1,
        answer: { kind: 'error', code: 400, name: 'ErrorInvalidRecipients', message: 'No such mailbox' },
      },
    ]);
    await expect(sendRequest(ports, await letter())).rejects.toMatchObject({ kind: 'recipient-refused' });
    expect([mailsTo(graph), graph.mailbox('priya').drafts]).toEqual([0, []]);
    expect(await stepsIn(ports)).toEqual(['sending', 'refused']);
    expect(await noteRequest(ports, await letter())).toBe(true);
  });

  test('noted by hand counts as asked, with what the mail said', async () => {
    const { graph, ports, letter } = await office();
    expect(await noteRequest(ports, await letter())).toBe(true);
    expect(mailsTo(graph)).toBe(0);
    expect(await requestsIn(ports)).toMatchObject([
      { step: 'by-hand', workingDays: 3, zone: 'America/New_York' },
    ]);
  });

  test.each<[string, Partial<Asking>, readonly string[]]>([
    ['no days, no zone: the usual three, as far as the zone is known', { workingDays: '', zone: '' }, []],
    ['a zone nobody knows', { zone: 'Mars/Olympus' }, ['zone-unknown']],
    ['days that are none', { workingDays: 'soon' }, ['days-out-of-range']],
    ['31 days', { workingDays: '31' }, ['days-out-of-range']],
    ['a time that is over', { answerBy: NOW - 1 }, ['deadline-past']],
    ['this very moment', { answerBy: NOW }, ['deadline-past']],
    ['a time that is none', { answerBy: 'unknown' }, ['deadline-unknown']],
    ['somebody without an address', { person: { key: 'id:7', name: 'Sam', address: '' } }, ['no-address']],
    [
      'all of it at once',
      { zone: 'x', workingDays: '0', person: { key: 'id:7', name: 'Sam', address: '' } },
      ['zone-unknown', 'no-address', 'days-out-of-range'],
    ],
  ])('%s', async (_, asking, faults) => {
    const { ask } = await office();
    const made = await ask(asking);
    expect(made.ok ? [] : made.fault).toEqual(faults);
  });

  test('keeps its form whatever was typed: markup stays text, the subject one line of sixty signs', async () => {
    const { graph, ports, decision, ask, pass } = await office();
    const hostile: Decision = {
      ...decision,
      text: `<script>alert(1)</script>\r\nBcc: all@example.com ${'x'.repeat(400)}`,
      why: '<img src=x onerror=alert(1)>',
    };
    const made = await ask({ decision: hostile });
    if (!made.ok) throw new Error(made.fault.join());
    const { subject, text } = made.value;
    expect(subject.length).toBeLessThanOrEqual(60);
    await askThrough(ports, { request: made.value, subject, text }, pass);
    const mail = graph.mailbox('marcus').inbox.find((one) => one.subject.startsWith('INPUT by'));
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    expect(JSON.stringify(mail)).not.toMatch(/<(script|img)/i);
  });
});

describe('Decisions logged by two panes at once', () => {
  test('have two numbers', async () => {
    const alone = createAlone(undefined);
    const { graph, ports, ledger } = await office([], { alone });
    const other = await openPorts(graph, { clock: () => NOW, ledger, alone, device: 'other000' });
    const draft = { text: 'Yes', why: '', accountable: MARCUS, topic: '', informed: [], occurrence: null };
    const made = await Promise.all([
      logDecision(ports, 'daily', draft),
      logDecision(other.ports, 'daily', draft),
    ]);
    expect(made.map((one) => one.ok && one.value.number).sort()).toEqual([2, 3]);
  });
});
