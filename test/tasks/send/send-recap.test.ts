import { describe, expect, test } from 'vitest';
import { createAlone } from '../../../src/ledger/browser/locks';
import { carryOn } from '../../../src/tasks/send/carry';
import { sendAsked, takeBackPressed } from '../../../src/tasks/send/press';
import { sendRecap } from '../../../src/tasks/send/send-recap';
import { settle } from '../../../src/tasks/send/settle';
import { asking } from '../../simulator/graph/asking';
import type { Fault } from '../../simulator/graph/faults';
import { openPorts } from '../../simulator/own-ports';
import { MINUTE } from '../../simulator/time';
import {
  asksIn,
  BO,
  CLEO,
  copiesTo,
  ends,
  entriesIn,
  lastStepsIn,
  NOW,
  OCCURRENCE,
  SECOND,
  SUBJECT,
  sendingDesk,
  stayOpen,
  stepsIn,
  toAll,
  toEach,
} from './desk';

const SEND = /\/send$/;
const DRAFT = /\/me\/messages$/;
const HOUR = 60 * MINUTE;
const pressedIn = async ({
  ledger,
}: {
  ledger: { pressed: { all: () => Promise<readonly { id: string }[]> } };
}) => (await ledger.pressed.all()).map(({ id }) => id);

describe('17 A mail for which Send was pressed', () => {
  test('waits in the mailbox, ten seconds from when Exchange made it, and needs no pane any more', async () => {
    const { graph, ports, pass } = await sendingDesk();
    expect(await ends(sendRecap(ports, toEach(BO)))).toEqual(['waiting']);
    const [draft] = graph.mailbox('ana').drafts;
    expect(draft?.properties.map(({ id, value }) => [id.split(' ').at(-1), value])).toEqual([
      ['RecapKey', expect.any(String)],
      ['0x3FEF', new Date(NOW + 10 * SECOND).toISOString()],
      ['0x000F', new Date(NOW + 10 * SECOND).toISOString()],
    ]);
    expect(copiesTo(graph, 'bo')).toBe(0);
    pass(10 * SECOND);
    expect(copiesTo(graph, 'bo')).toBe(1);
  });

  test('is not said to have gone before it was found among what went', async () => {
    const desk = await sendingDesk({ habits: { deliveryTime: MINUTE } });
    const { ports, pass } = desk;
    await sendRecap(ports, toEach(BO));
    expect(await stepsIn(ports)).toEqual(['sending', 'sending']);
    pass(11 * SECOND);
    await carryOn(ports);
    expect(await lastStepsIn(ports)).toEqual(['sending']);
    await stayOpen(desk, ports);
    expect((await entriesIn(ports)).at(-1)).toMatchObject({ step: 'sent', sentAt: NOW + 10 * SECOND });
  });

  test.each([-400 * 24 * HOUR, -HOUR, HOUR, 400 * 24 * HOUR])(
    'is held back by no clock that is wrong by %i ms',
    async (wrong) => {
      const { graph, ledger, pass, clock } = await sendingDesk();
      const { ports } = await openPorts(graph, { clock: () => clock() + wrong, ledger });
      await sendRecap(ports, toEach(BO));
      pass(10 * SECOND);
      expect(copiesTo(graph, 'bo')).toBe(1);
    },
  );

  test('is never sent again for the same occurrence, nor while it is still to go', async () => {
    const desk = await sendingDesk();
    const { graph, ports } = desk;
    await sendRecap(ports, toEach(BO));
    expect(await ends(sendRecap(ports, toEach(BO)))).toEqual(['already-sent']);
    await stayOpen(desk, ports);
    expect(await ends(sendRecap(ports, toEach(BO)))).toEqual(['already-sent']);
    expect(copiesTo(graph, 'bo')).toBe(1);
  });

  test('goes once when two panes press Send at the same moment', async () => {
    const alone = createAlone(undefined);
    const desk = await sendingDesk();
    const { graph, ledger, clock } = desk;
    const panes = await Promise.all(
      ['pane0001', 'pane0002'].map((device) => openPorts(graph, { clock, ledger, alone, device })),
    );
    const both = await Promise.all(panes.map(({ ports }) => ends(sendRecap(ports, toEach(BO)))));
    expect(both.flat().sort()).toEqual(['already-sent', 'waiting']);
    await stayOpen(desk, desk.ports);
    expect(copiesTo(graph, 'bo')).toBe(1);
  });

  test('of a meeting that is still going on goes when that ends, and can be taken back until then (13.4)', async () => {
    for (const undone of [false, true]) {
      const desk = await sendingDesk();
      const { graph, ports, pass } = desk;
      await sendRecap(ports, { ...toEach(BO), notBefore: NOW + 20 * MINUTE });
      pass(19 * MINUTE);
      expect(copiesTo(graph, 'bo')).toBe(0);
      if (undone) await takeBackPressed(ports, await pressedIn(desk));
      await stayOpen(desk, ports);
      pass(2 * MINUTE);
      expect(copiesTo(graph, 'bo')).toBe(undone ? 0 : 1);
      expect(await lastStepsIn(ports)).toEqual([undone ? 'taken-back' : 'sent']);
    }
  });

  test('and that another machine has sent is found by its key', async () => {
    const desk = await sendingDesk();
    const { graph, clock, ports } = desk;
    await sendRecap(ports, toEach(BO));
    const laptop = await openPorts(graph, { clock, device: 'laptop00' });
    // It is a mail on its way, never one that was left over.
    expect(await ends(sendRecap(laptop.ports, toEach(BO)))).toEqual(['waiting']);
    await stayOpen(desk, laptop.ports);
    expect(await lastStepsIn(laptop.ports)).toEqual(['sent']);
    expect(copiesTo(graph, 'bo')).toBe(1);
  });
});

describe('17 Undo', () => {
  test('takes the mail out of the mailbox, and it can be sent later', async () => {
    const desk = await sendingDesk();
    const { graph, ports, pass } = desk;
    await sendRecap(ports, toEach(BO));
    pass(9 * SECOND);
    await takeBackPressed(ports, await pressedIn(desk));
    await stayOpen(desk, ports);
    expect(await lastStepsIn(ports)).toEqual(['taken-back']);
    expect(graph.mailbox('ana').drafts).toEqual([]);
    pass(HOUR);
    expect(copiesTo(graph, 'bo')).toBe(0);
    await sendRecap(ports, toEach(BO));
    await stayOpen(desk, ports);
    expect(copiesTo(graph, 'bo')).toBe(1);
  });

  test.each(['gone-204', 'gone-404'] as const)(
    'in the last second is not believed before the key was looked up: %s',
    async (lastSecond) => {
      for (const deliveryTime of [0, 40 * SECOND]) {
        const desk = await sendingDesk({ habits: { lastSecond, deliveryTime } });
        const { ports, pass } = desk;
        await sendRecap(ports, toEach(BO));
        pass(9.5 * SECOND);
        await takeBackPressed(ports, await pressedIn(desk));
        if (deliveryTime > 0) expect(await lastStepsIn(ports)).toEqual(['sending']);
        await stayOpen(desk, ports);
        expect(await lastStepsIn(ports)).toEqual(['sent']);
      }
    },
  );

  test('without a network is done once that is back, and says what became of it', async () => {
    const gone: Fault = { path: '', answer: { kind: 'offline' } };
    const desk = await sendingDesk();
    const { graph, ports } = desk;
    await sendRecap(ports, toEach(BO));
    graph.faults.push(gone);
    await takeBackPressed(ports, await pressedIn(desk));
    expect(await lastStepsIn(ports)).toEqual(['sending']);
    graph.faults.length = 0;
    await stayOpen(desk, ports);
    const went = copiesTo(graph, 'bo');
    expect(await lastStepsIn(ports)).toEqual([went === 1 ? 'sent' : 'taken-back']);
  });

  test('takes several back at one click', async () => {
    const desk = await sendingDesk();
    await sendRecap(desk.ports, toEach(BO, CLEO));
    await takeBackPressed(desk.ports, await pressedIn(desk));
    desk.pass(HOUR);
    expect([copiesTo(desk.graph, 'bo'), copiesTo(desk.graph, 'cy')]).toEqual([0, 0]);
  });
});

describe('17 A mail that waits in the mailbox', () => {
  test('and is deleted in Outlook is taken back, said, and not sent again', async () => {
    const desk = await sendingDesk();
    const { graph, ports } = desk;
    await sendRecap(ports, toEach(BO));
    await asking(graph).remove(`/me/messages/${await draftId(graph)}`);
    await stayOpen(desk, ports);
    expect(await lastStepsIn(ports)).toEqual(['taken-back']);
    expect(await asksIn(ports)).toEqual(['taken-back-in-outlook']);
    expect(copiesTo(graph, 'bo')).toBe(0);
  });

  test('and is changed in Outlook is taken back, said, and not sent again', async () => {
    const desk = await sendingDesk();
    const { graph, ports, pass } = desk;
    await sendRecap(ports, { ...toEach(BO), notBefore: NOW + 20 * MINUTE });
    pass(5 * MINUTE);
    await asking(graph).patch(`/me/messages/${await draftId(graph)}`, { subject: `${SUBJECT}!` });
    await stayOpen(desk, ports, 2 * HOUR);
    expect(await lastStepsIn(ports)).toEqual(['taken-back']);
    expect(await asksIn(ports)).toEqual(['taken-back-in-outlook']);
    expect(copiesTo(graph, 'bo')).toBe(0);
  });

  test('and was made untrue is taken back first, and then asked about', async () => {
    const desk = await sendingDesk();
    const { graph, ports, ledger, pass } = desk;
    const decision = { ...toEach(BO).mails[0], decisions: ['decision-1'] };
    await ledger.append([decided()]);
    await sendRecap(ports, { ...toEach(BO), mails: [decision as never], notBefore: NOW + 20 * MINUTE });
    pass(MINUTE);
    await ledger.append([superseded()]);
    await carryOn(ports);
    expect(await asksIn(ports)).toEqual(['untrue']);
    pass(HOUR);
    expect(copiesTo(graph, 'bo')).toBe(0);
    await sendAsked(ports, await pressedIn(desk));
    await stayOpen(desk, ports);
    expect(copiesTo(graph, 'bo')).toBe(1);
  });
});

describe('17 When the answer is lost', () => {
  test.each([
    ['done-but-504', SEND],
    ['done-but-lost', SEND],
    ['gateway-html', SEND],
    ['done-but-lost', DRAFT],
    ['gateway-html', DRAFT],
    ['done-but-504', /messages\/[^/]+$/],
  ] as const)('it goes once, by itself: %s of %s', async (kind, path) => {
    const method = String(path).includes('[^/]') ? 'PATCH' : 'POST';
    const desk = await sendingDesk({ faults: [{ method, path, times: 1, answer: { kind } }] });
    await sendRecap(desk.ports, toEach(BO));
    await stayOpen(desk, desk.ports);
    desk.pass(MINUTE);
    expect(copiesTo(desk.graph, 'bo')).toBe(1);
    expect(await lastStepsIn(desk.ports)).toEqual(['sent']);
    expect(desk.graph.mailbox('ana').drafts).toEqual([]);
  });

  test('and the browser asks again by itself, "not found" does not mean that it did not go', async () => {
    const desk = await sendingDesk({ habits: { deferring: 'refused' } });
    const once = desk.graph.answer;
    desk.graph.answer = async (request) => {
      if (SEND.test(new URL(request.url).pathname)) await once(request.clone());
      return once(request);
    };
    await sendRecap(desk.ports, toEach(BO));
    await stayOpen(desk, desk.ports);
    expect(await lastStepsIn(desk.ports)).toEqual(['sent']);
    expect(copiesTo(desk.graph, 'bo')).toBe(1);
  });
});

describe('17 When Graph refuses', () => {
  test('drafts are not allowed: it goes when its time has come here, and stays "not verified"', async () => {
    const desk = await sendingDesk({ scopes: ['User.Read', 'Mail.Send', 'MailboxSettings.Read'] });
    await sendRecap(desk.ports, toEach(BO));
    expect(copiesTo(desk.graph, 'bo')).toBe(0);
    await stayOpen(desk, desk.ports);
    expect(await lastStepsIn(desk.ports)).toEqual(['unverified']);
    expect(copiesTo(desk.graph, 'bo')).toBe(1);
  });

  test.each([400, 403, 404, 500, 507])(
    'a draft with a key, because the mailbox has no room for another name (%i): it goes without one',
    async (code) => {
      const message = 'Cannot get ID from name.';
      const full = { kind: 'error', code, name: 'ErrorQuotaExceeded', message } as const;
      const desk = await sendingDesk({ faults: [{ method: 'POST', path: DRAFT, answer: full }] });
      await sendRecap(desk.ports, toEach(BO));
      await stayOpen(desk, desk.ports);
      expect(await lastStepsIn(desk.ports)).toEqual(['unverified']);
      expect(copiesTo(desk.graph, 'bo')).toBe(1);
    },
  );

  test('the time to send at: it goes with its key, when its time has come here', async () => {
    const desk = await sendingDesk({ habits: { deferring: 'refused' } });
    await sendRecap(desk.ports, toEach(BO));
    desk.pass(HOUR / 2);
    expect(copiesTo(desk.graph, 'bo')).toBe(0);
    await stayOpen(desk, await desk.reopened());
    expect(copiesTo(desk.graph, 'bo')).toBe(1);
    expect(await lastStepsIn(desk.ports)).toEqual(['sent']);
  });

  test.each([
    ['ErrorExceededMessageLimit', 'mail-limit'],
    ['ErrorQuotaExceeded', 'mailbox-full'],
    ['ErrorSendAsDenied', 'send-as-denied'],
    ['ErrorInvalidRecipients', 'recipient-refused'],
    ['MailboxNotEnabledForRESTAPI', 'mailbox-out-of-reach'],
  ])(
    'the sending itself, its code says why, no draft stays, and a later try is free: %s',
    async (name, kind) => {
      const no = { kind: 'error', code: 403, name, message: 'No.' } as const;
      const desk = await sendingDesk({ faults: [{ method: 'POST', path: SEND, times: 1, answer: no }] });
      const [mail] = await sendRecap(desk.ports, toEach(BO));
      expect(mail).toMatchObject({ end: 'refused', trouble: { kind } });
      expect(await lastStepsIn(desk.ports)).toEqual(['refused']);
      expect(desk.graph.mailbox('ana').drafts).toEqual([]);
      await sendRecap(desk.ports, toEach(BO));
      await stayOpen(desk, desk.ports);
      expect(copiesTo(desk.graph, 'bo')).toBe(1);
    },
  );

  test('in a later pane, it is said there until the person has heard of it', async () => {
    const no = { kind: 'error', code: 403, name: 'ErrorSendAsDenied', message: 'No.' } as const;
    const desk = await sendingDesk();
    desk.graph.faults.push({ path: '/messages', answer: { kind: 'offline' } });
    await sendRecap(desk.ports, toEach(BO));
    desk.pass(SECOND);
    desk.graph.faults.length = 0;
    desk.graph.faults.push({ method: 'POST', path: SEND, answer: no });
    await stayOpen(desk, await desk.reopened());
    expect(await asksIn(desk.ports)).toEqual(['refused']);
    // Pressed again it is another promise, whether or not they have heard of it.
    desk.graph.faults.length = 0;
    await sendRecap(desk.ports, toEach(BO));
    await stayOpen(desk, desk.ports);
    expect(copiesTo(desk.graph, 'bo')).toBe(1);
  });
});

describe('17 What is asked about', () => {
  test('goes after a press of "Send it now", once, though nothing of it is in the mailbox', async () => {
    const desk = await sendingDesk();
    desk.graph.faults.push({ path: '/messages', answer: { kind: 'offline' } });
    await sendRecap(desk.ports, toEach(BO));
    desk.graph.faults.length = 0;
    desk.pass(2 * HOUR);
    await carryOn(desk.ports);
    expect(await asksIn(desk.ports)).toEqual(['late']);
    const [entry] = await entriesIn(desk.ports);
    if (entry === undefined) throw new Error('nothing was written down');
    expect(await settle(desk.ports, entry, 'send')).toBe('sent');
    expect(copiesTo(desk.graph, 'bo')).toBe(1);
  });

  test('can be discarded, and sent anew', async () => {
    const desk = await sendingDesk();
    desk.graph.faults.push({ path: '/messages', answer: { kind: 'offline' } });
    await sendRecap(desk.ports, toEach(BO));
    desk.graph.faults.length = 0;
    desk.pass(2 * HOUR);
    await carryOn(desk.ports);
    const [entry] = await entriesIn(desk.ports);
    if (entry === undefined) throw new Error('nothing was written down');
    expect(await settle(desk.ports, entry, 'discard')).toBe('taken-back');
    await sendRecap(desk.ports, toEach(BO));
    await stayOpen(desk, desk.ports);
    expect(copiesTo(desk.graph, 'bo')).toBe(1);
  });

  test('by itself goes only what was pressed here: an imported log sends nothing', async () => {
    const desk = await sendingDesk();
    desk.graph.faults.push({ path: '/messages', answer: { kind: 'offline' } });
    await sendRecap(desk.ports, toEach(BO));
    desk.graph.faults.length = 0;
    const laptop = await openPorts(desk.graph, { clock: desk.clock, device: 'laptop00' });
    await laptop.ledger.append(await desk.ledger.allFacts());
    await stayOpen(desk, laptop.ports);
    expect(copiesTo(desk.graph, 'bo')).toBe(0);
    expect(await lastStepsIn(laptop.ports)).toEqual(['sending']);
  });
});

describe('17 A recap to several people', () => {
  test('goes to each in a mail of their own, or to all in one by choice', async () => {
    for (const [sending, keys] of [
      [toEach(BO, CLEO), 2],
      [toAll(BO, CLEO), 1],
    ] as const) {
      const desk = await sendingDesk();
      await sendRecap(desk.ports, sending);
      await stayOpen(desk, desk.ports);
      expect([copiesTo(desk.graph, 'bo'), copiesTo(desk.graph, 'cy')]).toEqual([1, 1]);
      expect(new Set((await entriesIn(desk.ports)).map(({ mailKey }) => mailKey)).size).toBe(keys);
    }
  });

  test.each([
    [toEach(BO, CLEO), toAll(BO, CLEO)],
    [toAll(BO, CLEO), toEach(BO, CLEO)],
  ])('that went one way from another machine does not go the other way from here', async (there, here) => {
    const desk = await sendingDesk();
    await sendRecap(desk.ports, there);
    await stayOpen(desk, desk.ports);
    const laptop = await openPorts(desk.graph, { clock: desk.clock, device: 'laptop00' });
    await sendRecap(laptop.ports, here);
    await stayOpen(desk, laptop.ports);
    expect([copiesTo(desk.graph, 'bo'), copiesTo(desk.graph, 'cy')]).toEqual([1, 1]);
  });
});

async function draftId(graph: Parameters<typeof asking>[0]): Promise<string> {
  const found = await asking(graph).all('/me/messages?$filter=isDraft eq true&$select=id');
  return String((found[0] as { id?: string } | undefined)?.id ?? '');
}

const about = { series: 'some-series', recordedAt: NOW } as const;

const decided = () => ({
  ...about,
  ...({ kind: 'decision', id: 'decision-1', number: 1, occurrence: OCCURRENCE } as const),
  ...{ text: 'B', why: '', accountable: BO, topic: '', informed: [], decidedAt: NOW },
});

const superseded = () => ({
  ...about,
  ...({ kind: 'decision-step', id: 'step-1', decision: 'decision-1', step: 'superseded' } as const),
  ...{ at: NOW + MINUTE, reason: '', by: 'decision-2' },
});
