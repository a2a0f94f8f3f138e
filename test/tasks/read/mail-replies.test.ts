import { describe, expect, test } from 'vitest';
import { agreementViews } from '../../../src/domain/agree/agreed';
import { concernsOf } from '../../../src/domain/agree/concerns';
import { decisionHistories } from '../../../src/domain/agree/decision-history';
import { openReplies } from '../../../src/domain/agree/mail-replies';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import { occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import type { Person } from '../../../src/domain/facts/things/person';
import { decisionChronicle } from '../../../src/domain/tell/decision-chronicle';
import { noteAnswer, noteMailReply, noteReply, proposeAgreement } from '../../../src/tasks/enter/agree';
import { logDecision } from '../../../src/tasks/enter/log-decision';
import { undo } from '../../../src/tasks/enter/own-entries';
import { erasePerson } from '../../../src/tasks/log/forget';
import { takeAnswers } from '../../../src/tasks/read/take-answers';
import { prepareRequest } from '../../../src/tasks/send/ask-first';
import { messageOf } from '../../../src/tasks/send/prepare-recap';
import type { Fault } from '../../simulator/graph/faults';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { askThrough, sendThrough } from '../../simulator/send-through';
import { at, type Instant } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const LONDON = 'Europe/London';
const person = (name: string): Person => {
  const address = `${name.toLowerCase().replace(' ', '.')}@northwind.example`;
  return { key: address, name, address };
};
const MARCUS = person('Marcus Hale');
const DANA = person('Dana Ortiz');

/** Priya, after D-001 and D-002 were told in one recap to Marcus and to Dana, and D-003 was asked of Marcus. */
async function office(faults: Fault[] = []) {
  let now: Instant = at('2026-11-10 16:00', LONDON);
  const graph = createSimulatedGraph(sampleMonth(), { now: () => now, faults });
  const own = await openPorts(graph, { clock: () => now });
  const pass = (ms: number) => {
    now += ms;
  };
  const { ports, owner } = own;
  const write = async (text: string, proposed: boolean): Promise<Decision> => {
    const draft = { text, why: '', accountable: owner, topic: 'scope', informed: [], occurrence: null };
    const made = await logDecision(ports, 'daily', proposed ? { ...draft, proposed } : draft);
    if (!made.ok) throw new Error(made.fault.join());
    return made.value;
  };
  const agreement = await proposeAgreement(ports, 'daily', {
    person: MARCUS,
    topics: [{ topic: 'scope', level: 'trunk', examples: '' }],
    ...{ answerDays: '3', silence: 'go-ahead', reachAt: '', zone: 'America/New_York' },
  });
  if (!agreement.ok) throw new Error('no agreement');
  await noteReply(ports, agreement.value, { said: 'agreed', words: 'OK', at: now });
  const told = [await write('Vendor B', false), await write('Launch on Tuesday', false)];
  const asked = await write('Two teams', true);
  const mails = [MARCUS, DANA].map((to) => ({
    message: messageOf({ to: [to], subject: `INFO: for ${to.name}`, text: 'Decided.' }),
    decisions: told.map(({ id }) => id),
  }));
  const occurrence = occurrenceKey('daily', '2026-11-10');
  await sendThrough(ports, { occurrence, mails, together: false }, pass);
  const request = await prepareRequest(ports, owner, {
    ...{ decision: asked, person: MARCUS, workingDays: '3', zone: '', answerBy: null },
  });
  if (!request.ok) throw new Error(request.fault.join());
  const letter = { request: request.value, subject: 'INPUT by Fri: teams', text: request.value.text };
  await askThrough(ports, letter, pass);
  const entries = () => ports.ledger.ownEntries();
  const history = async (of: Decision) => {
    const found = decisionHistories(await entries(), now).find(({ decision }) => decision.id === of.id);
    if (found === undefined) throw new Error('no such decision');
    return found;
  };
  const open = async () =>
    openReplies(await entries()).map((one) => [one.person.name, one.decisions, one.said] as const);
  const concern = async () => {
    const { decision, ...rest } = await history(asked);
    return concernsOf({ decision, history: rest }, agreementViews(await entries()), owner)[0];
  };
  const goTo = (when: string) => {
    now = at(when, LONDON);
  };
  const ids = told.map(({ id }) => id);
  return { ...own, graph, told, ids, asked, entries, history, concern, open, goTo, pass };
}

describe('A reply in words of their own', () => {
  test.each([
    ['RE: INFO: for Marcus Hale'],
    ['AW: INFO: for Marcus Hale'],
    ['RÉF : vendor B'],
    ['Something else altogether'],
  ])('is found by the conversation, whatever its subject: %s', async (subject) => {
    const { graph, ports, open, ids, history, told, goTo } = await office();
    goTo('2026-11-11 09:00');
    graph.arrives({ from: 'marcus', to: 'priya', subject, repliesTo: 'INFO: for Marcus Hale' });
    expect(await takeAnswers(ports)).toBe(1);
    expect(await open()).toEqual([['Marcus Hale', ids, null]]);
    // It approves nothing and objects to nothing.
    for (const one of told) expect((await history(one)).standing).toBe('decided');
    expect(await takeAnswers(ports)).toBe(0);
  });

  test('no text of it is asked for', async () => {
    const { graph, ports } = await office();
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'RE: x', repliesTo: 'INFO: for Marcus Hale' });
    graph.requests.length = 0;
    await takeAnswers(ports);
    const asked = graph.requests.map(({ url }) => decodeURIComponent(url)).join('\n');
    expect(asked).toContain('conversationId eq');
    expect(asked).not.toMatch(/body|preview/i);
  });

  test('is an answer to what the owner says, and to nothing else', async () => {
    const { graph, ports, open, told, ids, history, entries } = await office();
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'RE: x', repliesTo: 'INFO: for Marcus Hale' });
    await takeAnswers(ports);
    const [reply] = openReplies(await entries());
    const [first, second] = told;
    if (reply === undefined || first === undefined || second === undefined) throw new Error('no reply');
    await noteMailReply(ports, reply, [ids[1] ?? '', 'not-in-the-log'], 'problem');
    expect((await history(second)).standing).toBe('reopened');
    expect((await history(first)).standing).toBe('decided');
    expect(await open()).toEqual([]);
    // What was said by a slip of the hand is asked again once it is taken back.
    const answer = (await entries()).find(({ kind }) => kind === 'answer');
    await undo(ports, answer?.id ?? '');
    expect(await open()).toHaveLength(1);
  });

  test('is no question any more once an answer of theirs was written down by hand', async () => {
    const { graph, ports, told, open, goTo } = await office();
    const [first] = told;
    if (first === undefined) throw new Error('nothing was told');
    const write = (by: Person) =>
      noteAnswer(ports, first, { person: by, said: 'ok', words: 'Fine.', at: ports.clock() });
    await write(MARCUS);
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'RE: x', repliesTo: 'INFO: for Marcus Hale' });
    goTo('2026-11-11 09:00');
    await takeAnswers(ports);
    await write(DANA);
    expect(await open()).toHaveLength(1);
    await write(MARCUS);
    expect(await open()).toEqual([]);
  });

  test('that was about something else is taken back, and is not found again', async () => {
    const { graph, ports, open, entries } = await office();
    graph.arrives({ from: 'dana', to: 'priya', subject: 'RE: lunch', repliesTo: 'INFO: for Dana Ortiz' });
    await takeAnswers(ports);
    const [reply] = openReplies(await entries());
    await undo(ports, reply?.id ?? '');
    expect(await open()).toEqual([]);
    expect(await takeAnswers(ports)).toBe(0);
    expect(await open()).toEqual([]);
  });

  test('to a question is no silence: nothing goes ahead before it was read', async () => {
    const { graph, ports, asked, history, concern, entries, goTo } = await office();
    goTo('2026-11-11 09:00');
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'Re: teams?', repliesTo: 'INPUT by Fri: teams' });
    await takeAnswers(ports);
    goTo('2026-11-30 09:00');
    expect(await history(asked)).toMatchObject({ standing: 'replied', asked: [{ standing: 'replied' }] });
    expect(await concern()).toMatchObject({ standing: 'replied', ahead: 'wait' });
    const lines = decisionChronicle(await history(asked), { occurrences: [], recaps: [] }, ports.clock());
    expect(lines.map(({ what }) => what)).toEqual(['written', 'asked', 'wrote']);
    const [reply] = openReplies(await entries());
    if (reply === undefined) throw new Error('no reply');
    await noteMailReply(ports, reply, [asked.id], 'ok');
    expect(await concern()).toMatchObject({ standing: 'ok', ahead: 'clear' });
    const after = decisionChronicle(await history(asked), { occurrences: [], recaps: [] }, ports.clock());
    expect(after.map(({ what }) => what)).toEqual(['written', 'asked', 'answered']);
  });

  test('after a yes stands in the way, too, until it was read', async () => {
    const { graph, ports, concern } = await office();
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'OK [D-003]' });
    await takeAnswers(ports);
    expect(await concern()).toMatchObject({ standing: 'ok', ahead: 'clear' });
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'RE: teams', repliesTo: 'INPUT by Fri: teams' });
    await takeAnswers(ports);
    expect(await concern()).toMatchObject({ standing: 'replied', ahead: 'wait' });
  });

  test.each([
    ['an answering machine', { from: 'marcus', automatic: true }],
    ['somebody it did not go to', { from: 'sam' }],
    ['the owner', { from: 'priya' }],
  ])('of %s is none', async (_, by) => {
    const { graph, ports, open } = await office();
    graph.arrives({ to: 'priya', subject: 'RE: x', repliesTo: 'INFO: for Marcus Hale', ...by });
    expect(await takeAnswers(ports)).toBe(0);
    expect(await open()).toEqual([]);
  });

  test('that says its answer in the subject is that answer, found once by both ways', async () => {
    const { graph, ports, open, history, asked } = await office();
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'OK [D-003]', repliesTo: 'INPUT by Fri: teams' });
    expect(await takeAnswers(ports)).toBe(1);
    expect(await open()).toEqual([]);
    expect((await history(asked)).standing).toBe('answered');
  });

  test('is found where a server takes one conversation at a time', async () => {
    const { graph, ports, open } = await office();
    const answer = {
      kind: 'error',
      code: 400,
      name: 'BadRequest',
      message: 'The filter is too complex',
    } as const;
    graph.faults.push({
      method: 'GET',
      path: /conversationId(?:%20|\+)eq.*conversationId(?:%20|\+)eq/,
      answer,
    });
    graph.arrives({ from: 'dana', to: 'priya', subject: 'RE: x', repliesTo: 'INFO: for Dana Ortiz' });
    expect(await takeAnswers(ports)).toBe(1);
    expect(await open()).toHaveLength(1);
  });

  test('is missed where a server takes none, and answers by number are found all the same', async () => {
    const { graph, ports, history, asked } = await office();
    const answer = { kind: 'error', code: 400, name: 'BadRequest', message: 'Not supported' } as const;
    graph.faults.push({ method: 'GET', path: /conversationId(?:%20|\+)eq/, answer });
    graph.arrives({ from: 'dana', to: 'priya', subject: 'RE: x', repliesTo: 'INFO: for Dana Ortiz' });
    graph.arrives({ from: 'marcus', to: 'priya', subject: "Let's talk first [D-003]" });
    expect(await takeAnswers(ports)).toBe(1);
    expect((await history(asked)).standing).toBe('answered');
  });

  test('to a mail whose sending was looked up later is found as well', async () => {
    const lost: Fault = { method: 'POST', path: /\/send$/, times: 1, answer: { kind: 'done-but-504' } };
    const { graph, ports, open } = await office([lost]);
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'RE: x', repliesTo: 'INFO: for Marcus Hale' });
    expect(await takeAnswers(ports)).toBe(1);
    expect(await open()).toHaveLength(1);
  });

  test('to one mail to all is the reply of whoever wrote it', async () => {
    const { graph, ports, told, open, ids, pass } = await office();
    const message = messageOf({ to: [MARCUS, DANA], subject: 'INFO: for all', text: 'Decided.' });
    const occurrence = occurrenceKey('daily', '2026-11-09');
    await sendThrough(ports, { occurrence, mails: [{ message, decisions: ids }], together: true }, pass);
    graph.arrives({ from: 'dana', to: 'priya', subject: 'RE: INFO: for all', repliesTo: 'INFO: for all' });
    expect(await takeAnswers(ports)).toBe(1);
    expect(await open()).toEqual([['Dana Ortiz', told.map(({ id }) => id), null]]);
  });

  test('to a recap that told an open question can be about that, too', async () => {
    const { graph, ports, asked, open, ids, pass } = await office();
    const message = messageOf({ to: [DANA], subject: 'INFO: open', text: 'Not decided yet.' });
    const mail = { message, decisions: ids.slice(0, 1), questions: [asked.id] };
    const occurrence = occurrenceKey('daily', '2026-11-09');
    await sendThrough(ports, { occurrence, mails: [mail], together: false }, pass);
    graph.arrives({ from: 'dana', to: 'priya', subject: 'RE: open', repliesTo: 'INFO: open' });
    await takeAnswers(ports);
    expect(await open()).toEqual([['Dana Ortiz', [ids[0], asked.id], null]]);
  });

  const TO_MARCUS = { repliesTo: 'INFO: for Marcus Hale' };
  test.each([
    ['a reply of theirs', { from: 'marcus', subject: 'RE: x', ...TO_MARCUS }],
    ['an answer of theirs', { from: 'marcus', subject: 'OK [D-003]' }],
    [
      'what they sent for somebody',
      { from: 'dana', sender: MARCUS.address, subject: 'RE: x', repliesTo: 'INFO: for Dana Ortiz' },
    ],
  ])('9 of whoever was erased nothing is read, be it old or new: %s', async (_, mail) => {
    const { graph, ports, owner, entries } = await office();
    graph.arrives({ to: 'priya', ...mail });
    expect(await takeAnswers(ports)).toBe(1);
    const read = (await entries()).find(({ kind }) => kind === 'mail-reply' || kind === 'answer');
    const id = read !== undefined && 'mail' in read ? `${read.mail}` : '';
    expect(id).not.toBe('');
    await erasePerson(ports, owner, MARCUS, 'manager');
    graph.arrives({ to: 'priya', ...mail });
    expect(await takeAnswers(ports)).toBe(0);
    expect(JSON.stringify(await ports.ledger.allFacts())).not.toContain(`"${id}"`);
  });

  test('found by two panes at once is noted once', async () => {
    const { graph, ports, ledger, open } = await office();
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'RE: x', repliesTo: 'INFO: for Marcus Hale' });
    const other = await openPorts(graph, {
      clock: ports.clock,
      ledger,
      alone: ports.seal.alone,
      device: 'b',
    });
    await Promise.all([takeAnswers(ports), takeAnswers(other.ports)]);
    expect(await open()).toHaveLength(1);
  });
});
