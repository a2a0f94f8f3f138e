import { describe, expect, test } from 'vitest';
import { decisionHistories } from '../../../src/domain/agree/decision-history';
import { openReplies } from '../../../src/domain/agree/mail-replies';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import type { RecapEntry } from '../../../src/domain/facts/decided/recap-entry';
import { occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import type { Person } from '../../../src/domain/facts/things/person';
import { LANGUAGES } from '../../../src/domain/language';
import { WORDS } from '../../../src/formats/languages/registered';
import { ANSWER_TOKENS, answerLink, readAnswer } from '../../../src/formats/mail/reply-tokens';
import { noteMailReply } from '../../../src/tasks/enter/agree';
import type { Ports } from '../../../src/tasks/ports';
import { takeAnswers } from '../../../src/tasks/read/take-answers';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const SENT = at('2026-11-18 16:20', 'Europe/London');
const LATER = at('2026-11-19 09:00', 'Europe/London');
const colleague = (name: string): Person => {
  const address = `${name.toLowerCase().replace(' ', '.')}@northwind.example`;
  return { key: address, name, address };
};
const MARCUS = colleague('Marcus Hale');
const DANA = colleague('Dana Ortiz');

const decision = (number: number): Decision => ({
  kind: 'decision',
  id: `d${number}`,
  recordedAt: SENT,
  series: 'daily',
  occurrence: occurrenceKey('daily', '2026-11-18'),
  number,
  text: `Decision ${number}`,
  why: '',
  accountable: DANA,
  topic: '',
  informed: [],
  decidedAt: SENT,
});
const told = (id: string, to: Person, ...decisions: string[]): RecapEntry => ({
  kind: 'recap',
  id,
  recordedAt: SENT,
  series: 'daily',
  occurrence: occurrenceKey('daily', '2026-11-18'),
  mailKey: id,
  step: 'sent',
  to: [to],
  subject: 'INFO: Launch',
  bodyHash: '',
  decisions,
  sentAt: SENT,
  messageId: null,
});

async function office(more: { scopes?: string[] } = {}) {
  const graph = createSimulatedGraph(sampleMonth(), { now: LATER, ...more });
  const { ports } = await openPorts(graph, { clock: () => LATER });
  await ports.ledger.append([decision(13), decision(14), told('r1', MARCUS, 'd13')]);
  return { graph, ports };
}

const answers = async (ports: Ports) =>
  (await ports.ledger.ownEntries())
    .filter((fact) => fact.kind === 'answer')
    .map(({ decision: of, person, said, at: when, source }) => [of, person.name, said, when, source]);
const standing = async (ports: Ports, number: number) =>
  decisionHistories(await ports.ledger.ownEntries(), LATER).find((one) => one.decision.number === number)
    ?.standing;

describe('An answer that comes by mail', () => {
  test.each([
    ['OK [D-013.2]', 2],
    ['Re: OK [D-013]', undefined],
  ])('13.7 %s is about the state that it names, and an older mail names none', async (subject, state) => {
    const { graph, ports } = await office();
    graph.arrives({ from: 'marcus', to: 'priya', subject });
    await takeAnswers(ports);
    const noted = (await ports.ledger.ownEntries()).filter((fact) => fact.kind === 'answer');
    expect(noted.map((one) => one.state)).toEqual([state]);
  });

  test.each([
    ['OK [D-013]', 'ok', 'decided'],
    ["Let's talk first [D-013]", 'talk', 'decided'],
    ['Re: I see a problem [D-013]', 'problem', 'reopened'],
    ['AW: Ich sehe ein Problem [D-013]', 'problem', 'reopened'],
  ] as const)('%s is noted once, and the decision is %s and %s', async (subject, said, stands) => {
    const { graph, ports } = await office();
    graph.arrives({ from: 'marcus', to: 'priya', subject });
    expect(await takeAnswers(ports)).toBe(1);
    expect(await answers(ports)).toEqual([['d13', 'Marcus Hale', said, LATER, 'mail']]);
    expect(await standing(ports, 13)).toBe(stands);
    expect(await takeAnswers(ports)).toBe(0);
  });

  test.each([
    ['of somebody who was not told of it', 'dana', 'I see a problem [D-013]'],
    ['about a decision they were not told of', 'marcus', 'I see a problem [D-014]'],
    ['without one of the answers', 'marcus', 'Something else about [D-013]'],
    ['without a number', 'marcus', 'OK'],
  ])('%s is not taken', async (_, from, subject) => {
    const { graph, ports } = await office();
    graph.arrives({ from, to: 'priya', subject });
    expect(await takeAnswers(ports)).toBe(0);
    expect(await standing(ports, 13)).toBe('decided');
  });

  test('to several decisions: a yes is one to each', async () => {
    const { graph, ports } = await office();
    await ports.ledger.append([told('r2', DANA, 'd13', 'd14')]);
    graph.arrives({ from: 'dana', to: 'priya', subject: 'OK [D-014] [D-013]' });
    expect(await takeAnswers(ports)).toBe(2);
    expect((await answers(ports)).map(([of, , said]) => [of, said])).toEqual([
      ['d13', 'ok'],
      ['d14', 'ok'],
    ]);
  });

  test('an objection to one of several decisions is no answer before the owner says to which', async () => {
    const { graph, ports } = await office();
    await ports.ledger.append([told('r2', DANA, 'd13', 'd14')]);
    graph.arrives({ from: 'dana', to: 'priya', subject: 'I see a problem [D-014] [D-013]' });
    expect(await takeAnswers(ports)).toBe(1);
    expect(await takeAnswers(ports)).toBe(0);
    expect(await answers(ports)).toEqual([]);
    const [open, ...others] = openReplies(await ports.ledger.ownEntries());
    expect(others).toEqual([]);
    expect(open).toMatchObject({ person: DANA, said: 'problem', at: LATER, decisions: ['d13', 'd14'] });
    expect(await standing(ports, 14)).toBe('decided');
    if (open === undefined) throw new Error('nothing is open');
    await noteMailReply(ports, open, ['d14'], 'problem');
    expect(await standing(ports, 14)).toBe('reopened');
    expect(await standing(ports, 13)).toBe('decided');
    expect(openReplies(await ports.ledger.ownEntries())).toEqual([]);
    expect(await takeAnswers(ports)).toBe(0);
  });

  test('an objection that names several, of which they were told one, is about that one', async () => {
    const { graph, ports } = await office();
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'I see a problem [D-014] [D-013]' });
    expect(await takeAnswers(ports)).toBe(1);
    expect(await standing(ports, 13)).toBe('reopened');
    expect(await standing(ports, 14)).toBe('decided');
  });

  describe('where two machines gave a decision one number', () => {
    const twin = { ...decision(13), id: 'd13-of-another-machine', text: 'Decision of another machine' };
    const OTHER = twin.id;
    const early = told('r2', DANA, OTHER);
    const late = (id: string, to: Person): RecapEntry => ({ ...told(id, to, OTHER), called: ['D-013b'] });
    test.each<[string, readonly RecapEntry[], string, string, readonly unknown[], unknown[]?]>([
      ['by who was told of which', [early], 'dana', 'OK [D-013]', [[OTHER, 'ok']]],
      ['and the other one by theirs', [early], 'marcus', 'OK [D-013]', [['d13', 'ok']]],
      ['by the letter, once a mail said it', [late('r2', DANA)], 'dana', 'OK [D-013b]', [[OTHER, 'ok']]],
      [
        'by the letter to somebody told of both',
        [late('r2', MARCUS)],
        'marcus',
        'OK [D-013]',
        [['d13', 'ok']],
      ],
      [
        'of both at once',
        [late('r2', MARCUS)],
        'marcus',
        'OK [D-013] [D-013b]',
        [
          ['d13', 'ok'],
          [OTHER, 'ok'],
        ],
      ],
      ['a letter that nobody wrote means nothing', [early], 'dana', 'OK [D-013b]', []],
      [
        'of both by one name, it is not clear which: the owner is asked',
        [told('r2', MARCUS, OTHER)],
        'marcus',
        'OK [D-013]',
        [],
        [['d13', OTHER]],
      ],
    ])('an answer finds its own: %s', async (_, recaps, from, subject, expected, open = []) => {
      const { graph, ports } = await office();
      await ports.ledger.append([twin, ...recaps]);
      graph.arrives({ from, to: 'priya', subject });
      await takeAnswers(ports);
      expect((await answers(ports)).map(([of, , said]) => [of, said])).toEqual(expected);
      expect(openReplies(await ports.ledger.ownEntries()).map((one) => one.decisions)).toEqual(open);
      expect(await takeAnswers(ports)).toBe(0);
    });
  });

  test('asks nothing where nobody was told of anything, and is content where mail may not be read', async () => {
    const graph = createSimulatedGraph(sampleMonth(), { now: LATER });
    const { ports } = await openPorts(graph, { clock: () => LATER });
    expect(await takeAnswers(ports)).toBe(0);
    expect(graph.requests.filter(({ url }) => url.includes('messages'))).toEqual([]);
    const closed = await office({ scopes: ['User.Read', 'Calendars.Read', 'MailboxSettings.Read'] });
    expect(await takeAnswers(closed.ports)).toBe(0);
  });

  test('is found where a server cannot search subjects', async () => {
    const { graph, ports } = await office();
    graph.arrives({ from: 'marcus', to: 'priya', subject: 'OK [D-013]' });
    const answer = { kind: 'error', code: 400, name: 'BadRequest', message: 'No contains here' } as const;
    graph.faults.push({ method: 'GET', path: /contains/, times: 1, answer });
    expect(await takeAnswers(ports)).toBe(1);
  });
});

describe('The subject of an answer', () => {
  test('says in every language what the link was for', () => {
    for (const language of LANGUAGES) {
      for (const [at, said] of (['ok', 'talk', 'problem'] as const).entries()) {
        const label = WORDS[language].recap.answers[ANSWER_TOKENS[at] ?? 'fine'];
        const href = answerLink(label, language, {
          address: 'priya@northwind.example',
          names: ['D-007.1', 'D-123.12'],
        });
        const subject = new URL(href ?? '').searchParams.get('subject') ?? '';
        expect(readAnswer(subject)).toEqual({
          ...{ said, names: ['D-007', 'D-123'] },
          states: { 'D-007': 1, 'D-123': 12 },
        });
      }
    }
  });

  test.each(['', '[D-013]', 'OK', 'OK [D-]', 'OK then [D-013]', 'Re: INFO: Launch'])(
    'that is %j says nothing',
    (subject) => {
      expect(readAnswer(subject)).toBeNull();
    },
  );
});
