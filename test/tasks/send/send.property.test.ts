import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { lastSteps } from '../../../src/domain/facts/decided/sending';
import { type OccurrenceKey, occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import { createAlone } from '../../../src/ledger/browser/locks';
import type { Ports } from '../../../src/tasks/ports';
import { carryOn } from '../../../src/tasks/send/carry';
import { takeBackPressed } from '../../../src/tasks/send/press';
import { sendRecap } from '../../../src/tasks/send/send-recap';
import type { Fault } from '../../simulator/graph/faults';
import { MINUTE } from '../../simulator/time';
import { BO, entriesIn, mortal, SECOND, type SendingDesk, sendingDesk, stayOpen } from './desk';

// Each life opens panes of its own, and waits for digests.
vi.setConfig({ testTimeout: 60_000 });

const MEETINGS = 2;
const occurrenceOf = (meeting: number): OccurrenceKey =>
  occurrenceKey('some-series', `2026-11-0${meeting + 2}`);
const subjectOf = (meeting: number): string => `INFO: Launch ${meeting}`;
const OFFLINE: Fault = { path: '', answer: { kind: 'offline' } };

/** What a person does, or what becomes of them, one after another. */
type Deed =
  | { readonly does: 'press'; readonly meeting: number; readonly diesAt: number | null }
  | { readonly does: 'undo'; readonly which: number; readonly diesAt: number | null }
  | { readonly does: 'reload' | 'other pane' | 'both panes' | 'offline' | 'online' | 'answer lost' }
  | { readonly does: 'pane open' | 'pane closed'; readonly time: number };

const diesAt = fc.option(fc.integer({ min: 1, max: 40 }), { freq: 2 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ does: fc.constant('press' as const), meeting: fc.nat(MEETINGS - 1), diesAt }),
  fc.record({ does: fc.constant('undo' as const), which: fc.nat(3), diesAt }),
  fc.record({
    does: fc.constantFrom(
      ...(['reload', 'other pane', 'both panes', 'offline', 'online', 'answer lost'] as const),
    ),
  }),
  fc.record({
    does: fc.constantFrom('pane open' as const, 'pane closed' as const),
    time: fc.constantFrom(SECOND, 5 * SECOND, 9.5 * SECOND, 11 * SECOND, MINUTE, 4 * MINUTE),
  }),
);

interface Press {
  readonly id: string;
  readonly meeting: number;
  undone: boolean;
}

/** One life before one mailbox: its panes, what was pressed and kept, and what of it was undone. */
async function lived(deeds: readonly Deed[]) {
  const desk = await sendingDesk({ habits: { deliveryTime: 5 * SECOND } });
  const presses: Press[] = [];
  const net = (isThere: boolean): boolean => {
    const at = desk.graph.faults.indexOf(OFFLINE);
    if (isThere && at >= 0) desk.graph.faults.splice(at, 1);
    if (!isThere && at < 0) desk.graph.faults.push(OFFLINE);
    return at < 0;
  };
  /** Who the owner is stands in the browser: a pane opens without the network, too. */
  const reopened = async (): Promise<Ports> => {
    const wasThere = net(true);
    const ports = await desk.reopened();
    net(wasThere);
    return ports;
  };
  let [pane, other] = [await reopened(), await reopened()];

  /** Done to its end, or up to the step at which the pane dies; then another one is opened. */
  const through = async (dies: number | null, work: (ports: Ports) => Promise<unknown>) => {
    if (dies === null) return work(pane);
    // Its locks die with it.
    const own = { ...pane, seal: { ...pane.seal, alone: createAlone(undefined) } };
    const { ports, died } = mortal(own, dies);
    await Promise.race([work(ports), died]);
    pane = await reopened();
  };
  const pressed = () => desk.ledger.pressed.all();

  const act: { readonly [Does in Deed['does']]: (deed: Extract<Deed, { does: Does }>) => Promise<unknown> } =
    {
      press: async ({ meeting, diesAt }) => {
        const message = { to: [BO], subject: subjectOf(meeting), html: '<p>Short.</p>', text: 'Short.' };
        const sending = {
          occurrence: occurrenceOf(meeting),
          mails: [{ message, decisions: [] }],
          together: false,
        };
        await through(diesAt, (ports) => sendRecap(ports, sending));
        for (const { id } of await pressed())
          if (!presses.some((one) => one.id === id)) presses.push({ id, meeting, undone: false });
      },
      undo: async ({ which, diesAt }) => {
        const press = presses.at(which);
        if (press === undefined || !(await pressed()).some(({ id }) => id === press.id)) return;
        await through(diesAt, (ports) => takeBackPressed(ports, [press.id]));
        // A pane that died before it heard of it took nothing back.
        const left = (await pressed()).find(({ id }) => id === press.id);
        press.undone ||= left === undefined || left.back === true;
      },
      reload: async () => {
        pane = await reopened();
        return carryOn(pane);
      },
      'other pane': () => {
        [pane, other] = [other, pane];
        return carryOn(pane);
      },
      'both panes': () => Promise.all([carryOn(pane), carryOn(other)]),
      offline: async () => net(false),
      online: async () => net(true),
      'answer lost': async () =>
        desk.graph.faults.unshift({ method: 'POST', path: '', times: 1, answer: { kind: 'done-but-lost' } }),
      'pane open': ({ time }) => stayOpen(desk, pane, time),
      'pane closed': async ({ time }) => desk.pass(time),
    };
  for (const one of deeds) {
    await (act[one.does] as (deed: Deed) => Promise<unknown>)(one);
    // Nobody does two things at the same moment.
    desk.pass(SECOND / 10);
  }

  // And then, within the hour, a pane is opened where there is a network.
  net(true);
  const last = await reopened();
  await stayOpen(desk, last);
  desk.pass(10 * MINUTE);
  await stayOpen(desk, last);
  return { desk, presses, left: await pressed() };
}

const copiesOf = ({ graph }: SendingDesk, meeting: number): number =>
  graph.mailbox('bo').inbox.filter(({ subject }) => subject === subjectOf(meeting)).length;

test('17 In whatever order one presses, undoes, reloads, changes panes, waits and loses the network: what stands goes, exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 10 }), async (deeds) => {
      const { desk, presses, left } = await lived(deeds);
      expect(left).toEqual([]);
      const steps = lastSteps(await entriesIn(desk.ports));
      for (let meeting = 0; meeting < MEETINGS; meeting += 1) {
        const own = presses.filter((one) => one.meeting === meeting);
        const copies = copiesOf(desk, meeting);
        // Pressed twice it is one mail. One that was undone too late may have gone.
        const undone = own.filter((one) => one.undone).length;
        expect(copies).toBeGreaterThanOrEqual(own.length > undone ? 1 : 0);
        expect(copies).toBeLessThanOrEqual(Math.min(own.length, undone + 1));
        const said = steps.filter(({ occurrence }) => occurrence === occurrenceOf(meeting));
        expect(said.filter(({ step }) => step === 'sent')).toHaveLength(copies);
        expect(said.filter(({ step }) => step === 'taken-back')).toHaveLength(said.length - copies);
      }
    }),
    {
      numRuns: 25,
      // The pane died between keeping the mail and writing down that it is to go; pressed again it is the same mail.
      examples: [
        [
          [
            { does: 'press', meeting: 0, diesAt: 2 },
            { does: 'pane closed', time: 9.5 * SECOND },
            { does: 'press', meeting: 0, diesAt: 2 },
          ],
        ],
      ],
    },
  );
});
