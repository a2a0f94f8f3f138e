import { expect, test } from 'vitest';

import { decisionHistories } from '../../../src/domain/agree/decision-history';
import type { AgreedTopic } from '../../../src/domain/facts/decided/agreement';
import type { DecisionDraft } from '../../../src/domain/facts/decided/decision';
import { noteReply, proposeAgreement, takeStep } from '../../../src/tasks/enter/agree';
import { logDecision } from '../../../src/tasks/enter/log-decision';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const NOW = at('2026-11-10 16:00', 'Europe/London');
const ADDRESS = 'marcus.hale@northwind.example';
const MARCUS = { key: ADDRESS, name: 'Marcus Hale', address: ADDRESS };

async function office() {
  const { ports, owner } = await openPorts(createSimulatedGraph(sampleMonth(), { now: () => NOW }), {
    clock: () => NOW,
  });
  const agree = async (...topics: readonly AgreedTopic[]) => {
    const made = await proposeAgreement(ports, 'daily', {
      ...{ person: MARCUS, topics, answerDays: '3', silence: 'hold', reachAt: '', zone: '' },
    });
    if (!made.ok) throw new Error('not proposed');
    await noteReply(ports, made.value, { said: 'agreed', words: 'Yes', at: NOW });
  };
  const decide = async (text: string, more: Partial<DecisionDraft> = {}) => {
    const draft = { text, why: '', accountable: owner, topic: '', informed: [], occurrence: null };
    const made = await logDecision(ports, 'daily', { ...draft, ...more });
    if (!made.ok) throw new Error(made.fault.join());
    return made.value;
  };
  const touched = async (id: string) =>
    decisionHistories(await ports.ledger.ownEntries(), NOW).find(({ decision }) => decision.id === id)
      ?.touched;
  return { ports, agree, decide, touched };
}

const scope: AgreedTopic = { topic: '2027 scope', level: 'trunk', examples: 'ordering, hiring' };

test('11.2 a decision records what it touches by the agreements in force when it is saved', async () => {
  const { agree, decide } = await office();
  expect((await decide('Ordering moves')).touched).toEqual([]);
  await agree(scope, { topic: 'Pricing', level: 'root', examples: '' });
  expect((await decide('Ordering moves')).touched).toEqual(['2027 scope']);
  expect((await decide('Go on', { why: 'pricing and ordering' })).touched).toEqual(['2027 scope', 'Pricing']);
  expect((await decide('Tea')).touched).toEqual([]);
  expect(await decide('Ordering moves', { takenOff: ['2027 scope'] })).toMatchObject({
    touched: [],
    takenOff: ['2027 scope'],
    reach: 'ours',
  });
});

test('11.2 each save of its state finds anew what it touches; what was taken off stays off', async () => {
  const { ports, agree, decide, touched } = await office();
  const plain = await decide('Ordering moves', { proposed: true });
  const off = await decide('Ordering moves', { takenOff: ['2027 scope'] });
  await agree(scope);
  expect(await touched(plain.id)).toEqual([]);
  for (const one of [plain, off]) await takeStep(ports, one, { step: 'held', reason: 'Wait' });
  expect(await touched(plain.id)).toEqual(['2027 scope']);
  expect(await touched(off.id)).toEqual([]);
});
