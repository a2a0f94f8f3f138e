import { describe, expect, test, vi } from 'vitest';
import type { Ports } from '../../../src/tasks/ports';
import { carryOn } from '../../../src/tasks/send/carry';
import { sendAsked, takeBackPressed } from '../../../src/tasks/send/press';
import { sendRecap } from '../../../src/tasks/send/send-recap';
import type { Habits } from '../../simulator/graph/desk';
import type { Fault } from '../../simulator/graph/faults';
import { MINUTE } from '../../simulator/time';
import {
  asksIn,
  BO,
  copiesTo,
  type DeskOptions,
  entriesIn,
  lastStepsIn,
  mortal,
  SECOND,
  type SendingDesk,
  sendingDesk,
  stayOpen,
  toEach,
} from './desk';

// Dozens of panes that die one after another, each with digests of its own.
vi.setConfig({ testTimeout: 120_000 });

const HOUR = 60 * MINUTE;
const MORE_STEPS_THAN_THERE_ARE = 200;

/** What only a tenant could tell (behaviour of Graph, section 14). */
const POSITIONS: readonly (readonly [string, Partial<Habits>])[] = [
  ['as reported', {}],
  ['no draft while it waits', { waitingIs: 'no-draft' }],
  ['with another id while it waits', { waitingKeepsId: false }],
  ['a minute late', { waitsLonger: 60 * SECOND }],
  ['late in Sent Items', { deliveryTime: 2 * MINUTE }],
  ['gone in the last second, with 204', { lastSecond: 'gone-204' }],
  ['gone in the last second, with 404', { lastSecond: 'gone-404' }],
  ['without a time to send at', { deferring: 'refused' }],
];

/** Presses Send in a pane that dies at every step it takes; what then? */
async function eachDeath(
  options: DeskOptions,
  then: (desk: SendingDesk, wasKept: boolean, step: number) => Promise<void>,
): Promise<number> {
  for (let step = 1; step < MORE_STEPS_THAN_THERE_ARE; step += 1) {
    const desk = await sendingDesk(options);
    const pane = mortal(desk.ports, step);
    const sending = sendRecap(pane.ports, toEach(BO)).then(() => 'done' as const);
    const end = await Promise.race([sending, pane.died.then(() => 'died' as const)]);
    await then(desk, (await desk.ledger.pressed.all()).length > 0 || copiesTo(desk.graph, 'bo') > 0, step);
    if (end === 'done') return step;
  }
  throw new Error('A sending without an end');
}

/** Whatever the log says went is there, and nothing else is. */
async function isTrue({ graph }: SendingDesk, ports: Ports): Promise<void> {
  const said = (await lastStepsIn(ports)).filter((one) => one === 'sent').length;
  expect(said).toBe(copiesTo(graph, 'bo'));
}

test.each(POSITIONS)(
  '17 After a pane that dies at any step of a sending, %s, the next one sees to it that the mail goes, exactly once',
  async (_, habits) => {
    const steps = await eachDeath({ habits }, async (desk, wasKept, step) => {
      const ports = await desk.reopened();
      await stayOpen(desk, ports);
      desk.pass(10 * MINUTE);
      expect(copiesTo(desk.graph, 'bo'), `step ${step}`).toBe(wasKept ? 1 : 0);
      expect(await asksIn(ports), `step ${step}`).toEqual([]);
      await isTrue(desk, ports);
    });
    expect(steps).toBeGreaterThan(10);
  },
);

describe('17 A pane that dies at any step of a sending', () => {
  const options = { habits: { deliveryTime: 30 * SECOND } };
  test('and is closed for most of an hour: the next pane sends it, exactly once', async () => {
    await eachDeath(options, async (desk, wasKept, step) => {
      desk.pass(HOUR - MINUTE);
      await stayOpen(desk, await desk.reopened());
      desk.pass(10 * MINUTE);
      expect(copiesTo(desk.graph, 'bo'), `step ${step}`).toBe(wasKept ? 1 : 0);
    });
  });

  test('and is closed for longer: it went by then, or it is asked about, and a press sends it once', async () => {
    await eachDeath(options, async (desk, wasKept, step) => {
      desk.pass(3 * HOUR);
      const went = copiesTo(desk.graph, 'bo');
      const ports = await desk.reopened();
      await stayOpen(desk, ports);
      expect(copiesTo(desk.graph, 'bo'), `step ${step}`).toBe(went);
      if (!wasKept || went > 0) return;
      expect(await asksIn(ports), `step ${step}`).toEqual(['late']);
      const [mail] = await ports.ledger.pressed.all();
      await sendAsked(ports, [mail?.id ?? '']);
      await stayOpen(desk, ports);
      desk.pass(10 * MINUTE);
      expect(copiesTo(desk.graph, 'bo'), `step ${step}`).toBe(1);
    });
  });

  test.each([
    [SECOND, 'taken-back'],
    [9.5 * SECOND, 'taken-back'],
    [9.5 * SECOND, 'gone-204'],
    [9.5 * SECOND, 'gone-404'],
    [11 * SECOND, 'taken-back'],
  ] as const)(
    'and Undo is pressed after %i ms in the next one (%s): it does not go, or it is said that it went',
    async (after, lastSecond) => {
      await eachDeath({ habits: { lastSecond, deliveryTime: 5 * SECOND } }, async (desk, wasKept, step) => {
        desk.pass(after);
        const ports = await desk.reopened();
        const ids = (await ports.ledger.pressed.all()).map(({ id }) => id);
        await takeBackPressed(ports, ids);
        await stayOpen(desk, ports);
        desk.pass(10 * MINUTE);
        await isTrue(desk, ports);
        if (after === SECOND) expect(copiesTo(desk.graph, 'bo'), `step ${step}`).toBe(0);
        if (wasKept && ids.length > 0) expect(await asksIn(ports), `step ${step}`).toEqual([]);
      });
    },
  );

  test('while the network is gone: it goes once that is back', async () => {
    await eachDeath(options, async (desk, wasKept, step) => {
      const gone: Fault = { path: '', answer: { kind: 'offline' } };
      const ports = await desk.reopened();
      desk.graph.faults.push(gone);
      await stayOpen(desk, ports, 5 * MINUTE);
      desk.graph.faults.splice(desk.graph.faults.indexOf(gone), 1);
      await stayOpen(desk, ports);
      desk.pass(10 * MINUTE);
      expect(copiesTo(desk.graph, 'bo'), `step ${step}`).toBe(wasKept ? 1 : 0);
      await isTrue(desk, ports);
    });
  });

  test('and two panes are opened after it: it goes once', async () => {
    await eachDeath(options, async (desk, wasKept, step) => {
      const panes = [await desk.reopened(), await desk.reopened()];
      for (let minute = 0; minute < 4; minute += 1) {
        await Promise.all(panes.map((ports) => carryOn(ports)));
        desk.pass(MINUTE);
      }
      desk.pass(10 * MINUTE);
      expect(copiesTo(desk.graph, 'bo'), `step ${step}`).toBe(wasKept ? 1 : 0);
    });
  });
});

describe('17 A pane that dies where a mail can only be sent, and not looked up', () => {
  const SEND_ALONE = { scopes: ['User.Read', 'MailboxSettings.Read', 'Mail.Send'] };

  test('sends it once its time has come; after the request has left it is asked about, never repeated', async () => {
    let asked = 0;
    for (let step = 1; step < 30; step += 1) {
      const desk = await sendingDesk(SEND_ALONE);
      await sendRecap(desk.ports, toEach(BO));
      desk.pass(11 * SECOND);
      const pane = mortal(desk.ports, step);
      const end = await Promise.race([carryOn(pane.ports).then(() => 'done'), pane.died.then(() => 'died')]);
      const ports = await desk.reopened();
      await stayOpen(desk, ports);
      const copies = copiesTo(desk.graph, 'bo');
      expect(copies, `step ${step}`).toBeLessThanOrEqual(1);
      const [asks] = await asksIn(ports);
      if (asks === 'unknown') asked += 1;
      else expect(copies, `step ${step}`).toBe(1);
      if (end === 'done') break;
    }
    expect(asked).toBeGreaterThan(0);
  });

  test('says of none that it went before the request was answered', async () => {
    const desk = await sendingDesk(SEND_ALONE);
    await sendRecap(desk.ports, toEach(BO));
    expect(await lastStepsIn(desk.ports)).toEqual(['sending']);
    await stayOpen(desk, desk.ports);
    expect((await entriesIn(desk.ports)).at(-1)).toMatchObject({ step: 'unverified' });
  });
});
