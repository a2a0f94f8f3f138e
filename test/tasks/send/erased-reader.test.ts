import { describe, expect, test } from 'vitest';
import { createForgetting } from '../../../src/domain/forget/forgetting';
import { erasePerson } from '../../../src/tasks/log/forget';
import type { Ports } from '../../../src/tasks/ports';
import { carryOn, takeBackAllErased } from '../../../src/tasks/send/carry';
import { sendRecap } from '../../../src/tasks/send/send-recap';
import { discard, takeBackFrom } from '../../../src/tasks/send/settle';
import { erasureOf } from '../../at-once';
import type { Fault } from '../../simulator/graph/faults';
import { MINUTE } from '../../simulator/time';
import {
  BO,
  CLEO,
  copiesTo,
  lastStepsIn,
  mailTo,
  mortal,
  OCCURRENCE,
  SECOND,
  type SendingDesk,
  sendingDesk,
  stayOpen,
  toEach,
} from './desk';

const GONE: Fault = { path: '', answer: { kind: 'offline' } };

/** As the pane erases somebody: what speaks of them is taken back first. */
async function erase(ports: Ports) {
  const owner = await ownerOf(ports);
  let others: Awaited<ReturnType<typeof takeBackFrom>> = [];
  const first = async (mentions: (value: unknown) => boolean) => {
    others = await takeBackFrom(ports, BO, mentions);
  };
  await erasePerson(ports, owner, BO, 'colleague', { before: first });
  return others;
}

const ownerOf = async (ports: Ports) =>
  (await ports.ledger.setting('owner')) as Parameters<typeof erasePerson>[1];

/** What this browser keeps of mails, as text. */
const keptOf = async ({ ledger }: Ports): Promise<string> =>
  JSON.stringify([await ledger.pressed.all(), await ledger.erasedMails.all()]);

/** The network is gone while `does` is done. */
async function offline({ graph, pass }: SendingDesk, does: () => Promise<unknown>): Promise<void> {
  pass(SECOND);
  graph.faults.push(GONE);
  await does();
  graph.faults.splice(graph.faults.indexOf(GONE), 1);
  pass(SECOND);
}

async function untilBack(desk: SendingDesk, ports: Ports): Promise<void> {
  for (let minute = 0; minute < 5; minute += 1) {
    await takeBackAllErased(ports);
    desk.pass(MINUTE);
  }
}

describe('17 Somebody is erased while a mail to them waits, and the mailbox cannot be reached', () => {
  test('nothing that names them is kept, and it stays known that it is to be taken back', async () => {
    const desk = await sendingDesk();
    await sendRecap(desk.ports, toEach(BO));
    await offline(desk, () => erase(desk.ports));
    expect(await keptOf(desk.ports)).not.toMatch(/\bbo\b|Short/i);
    expect(await desk.ledger.erasedMails.all()).toMatchObject([{ mayLie: true }]);
    expect(await lastStepsIn(desk.ports)).toEqual(['sending']);
  });

  test('the next pane takes it back, and the log says so', async () => {
    const desk = await sendingDesk();
    await sendRecap(desk.ports, toEach(BO));
    await offline(desk, () => erase(desk.ports));
    const ports = await desk.reopened();
    await untilBack(desk, ports);
    desk.pass(10 * MINUTE);
    expect(copiesTo(desk.graph, 'bo')).toBe(0);
    expect(desk.graph.mailbox('ana').drafts).toEqual([]);
    expect(await desk.ledger.erasedMails.all()).toEqual([]);
    expect(await lastStepsIn(ports)).toEqual(['taken-back']);
  });

  test('gone before that, it is said until the person has heard of it', async () => {
    const desk = await sendingDesk();
    await sendRecap(desk.ports, toEach(BO));
    await offline(desk, () => erase(desk.ports));
    desk.pass(MINUTE);
    expect(copiesTo(desk.graph, 'bo')).toBe(1);
    const ports = await desk.reopened();
    await untilBack(desk, ports);
    const [mail] = await desk.ledger.erasedMails.all();
    expect(mail).toMatchObject({ went: true });
    expect(await lastStepsIn(ports)).toEqual(['sent']);
    await discard(ports, [mail?.id ?? '']);
    expect(await desk.ledger.erasedMails.all()).toEqual([]);
  });

  test('whichever step the pane had come to, nothing goes once the mailbox was reached', async () => {
    let lay = 0;
    for (let step = 1; step < 60; step += 1) {
      const desk = await sendingDesk();
      const pane = mortal(desk.ports, step);
      const sending = sendRecap(pane.ports, toEach(BO)).then(() => 'done' as const);
      const end = await Promise.race([sending, pane.died.then(() => 'died' as const)]);
      const ports = await desk.reopened();
      await offline(desk, () => erase(ports));
      lay += (await desk.ledger.erasedMails.all()).filter(({ mayLie }) => mayLie).length;
      await untilBack(desk, ports);
      await stayOpen(desk, ports);
      desk.pass(10 * MINUTE);
      expect(copiesTo(desk.graph, 'bo'), `step ${step}`).toBe(0);
      expect(await keptOf(ports), `step ${step}`).toBe('[[],[]]');
      expect(await lastStepsIn(ports), `step ${step}`).not.toContain('sending');
      if (end === 'done') break;
    }
    expect(lay).toBeGreaterThan(3);
  });

  test('erased on another machine, it is taken back here', async () => {
    const desk = await sendingDesk();
    const { ports } = desk;
    await sendRecap(ports, toEach(BO));
    const facts = await ports.ledger.allFacts();
    const given = { id: ports.seal.stamp(), recordedAt: desk.clock(), role: 'colleague', salt: 's' } as const;
    await ports.ledger.append([erasureOf(facts, await ownerOf(ports), BO, given)]);
    await untilBack(desk, ports);
    desk.pass(10 * MINUTE);
    expect(copiesTo(desk.graph, 'bo')).toBe(0);
    expect(await lastStepsIn(ports)).toEqual(['taken-back']);
  });
});

describe('17 A mail to somebody else that speaks of them', () => {
  const speaking = () => {
    const { message, decisions } = mailTo(CLEO);
    const text = `Without ${BO.address} we could not decide.`;
    return {
      occurrence: OCCURRENCE,
      mails: [{ message: { ...message, text, html: text }, decisions }],
      together: false,
    };
  };

  test('is taken back and named, so that it can be written anew; never lost in silence', async () => {
    const desk = await sendingDesk();
    await sendRecap(desk.ports, speaking());
    const facts = await desk.ports.ledger.allFacts();
    const given = { id: '', recordedAt: 0, role: 'colleague', salt: 's' } as const;
    const { mentions } = createForgetting([erasureOf(facts, await ownerOf(desk.ports), BO, given)]);
    expect((await desk.ledger.pressed.all()).map(mentions)).toEqual([true]);
    const others = await erase(desk.ports);
    expect(others.map(({ entry }) => (entry.kind === 'recap' ? entry.to : []))).toEqual([[CLEO]]);
    desk.pass(10 * MINUTE);
    await carryOn(desk.ports);
    expect(copiesTo(desk.graph, 'cy')).toBe(0);
    expect(await lastStepsIn(desk.ports)).toEqual(['taken-back']);
  });
});
