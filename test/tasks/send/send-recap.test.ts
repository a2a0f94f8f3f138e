import { describe, expect, test } from 'vitest';
import type { RecapEntry } from '../../../src/domain/facts/decided/recap-entry';
import { lastSteps } from '../../../src/domain/facts/decided/sending';
import { occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import type { Person } from '../../../src/domain/facts/things/person';
import { isTrouble } from '../../../src/domain/trouble';
import { createAlone } from '../../../src/ledger/browser/locks';
import type { Ports } from '../../../src/tasks/ports';
import { type MailEnd, type Sending, sendRecap, settleRecap } from '../../../src/tasks/send/send-recap';
import { asking } from '../../simulator/graph/asking';
import type { Fault } from '../../simulator/graph/faults';
import { createSimulatedGraph, type SimulatedGraph } from '../../simulator/graph/simulated-graph';
import { type OwnOptions, openPorts } from '../../simulator/own-ports';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const NOW = at('2026-11-18 16:20', 'Europe/London');
const OCCURRENCE = occurrenceKey('some-series', '2026-11-18');
const MARCUS = {
  key: 'marcus.hale@northwind.example',
  name: 'Marcus Hale',
  address: 'marcus.hale@northwind.example',
};
const mailTo = (...to: Person[]) => ({
  message: { to, subject: 'INFO: Launch', html: '<p>Short.</p>', text: 'Short.' },
  decisions: [],
});
const toEach = (...people: Person[]): Sending => ({
  occurrence: OCCURRENCE,
  mails: people.map((person) => mailTo(person)),
  together: false,
});
const toAll = (...people: Person[]): Sending => ({
  occurrence: OCCURRENCE,
  mails: [mailTo(...people)],
  together: true,
});
const colleague = (name: string): Person => {
  const address = `${name.toLowerCase().replace(' ', '.')}@northwind.example`;
  return { key: address, name, address };
};
const DANA = colleague('Dana Ortiz');
const SAM = colleague('Sam Okafor');

/** The first draft to this person is refused by the server. */
function refuseDraftTo(graph: SimulatedGraph, who: string): void {
  const answer = graph.answer;
  let refused = false;
  graph.answer = async (request) => {
    const isDraft = request.method === 'POST' && new URL(request.url).pathname.endsWith('/me/messages');
    if (!refused && isDraft && (await request.clone().text()).includes(`${who}.`)) {
      refused = true;
      const error = { code: 'ErrorInvalidRecipients', message: 'At least one recipient is not valid.' };
      return new Response(JSON.stringify({ error }), { status: 400 });
    }
    return answer(request);
  };
}
const NOT_UNDONE = () => Promise.resolve(false);
const UNDONE = () => Promise.resolve(true);
const ends = async (sending: Promise<readonly MailEnd[]>) => (await sending).map(({ end }) => end);
/** The trouble of the first mail that was refused. */
const failure = async (sending: Promise<readonly MailEnd[]>) =>
  (await sending).find(({ trouble }) => trouble !== null)?.trouble;

async function office(faults: Fault[] = [], more: { scopes?: string[] } & Partial<OwnOptions> = {}) {
  const { scopes, ...own } = more;
  const graph = createSimulatedGraph(sampleMonth(), { now: NOW, faults, ...(scopes ? { scopes } : {}) });
  const { ports, ledger } = await openPorts(graph, { clock: () => NOW, ...own });
  return { graph, ports, ledger };
}

const recapsTo = (graph: SimulatedGraph, who: string) =>
  graph.mailbox(who).inbox.filter((mail) => mail.subject === 'INFO: Launch').length;

const allEntries = async (ports: Ports) =>
  (await ports.ledger.allFacts())
    .filter((fact): fact is RecapEntry => fact.kind === 'recap')
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const stepsIn = async (ports: Ports) => (await allEntries(ports)).map((fact) => fact.step);

const lastEntry = async (ports: Ports): Promise<RecapEntry> => {
  const last = (await allEntries(ports)).at(-1);
  if (last === undefined) throw new Error('Nothing was journalled');
  return last;
};

/** Of each mail its last step, by the name it went to. */
const stepsByPerson = async (ports: Ports) =>
  Object.fromEntries(
    lastSteps((await ports.ledger.allFacts()).filter((fact) => fact.kind === 'recap')).map((entry) => [
      entry.to.map(({ name }) => name.split(' ')[0]).join('+'),
      entry.step,
    ]),
  );

const open = async (ports: Ports): Promise<readonly RecapEntry[]> =>
  lastSteps((await ports.ledger.allFacts()).filter((fact) => fact.kind === 'recap')).filter(
    ({ step }) => step === 'sending',
  );

describe('A recap that is sent', () => {
  test('lies in the Sent Items and in the inbox of the absentee, once, and the journal says when', async () => {
    const { graph, ports } = await office();
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['sent']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
    expect(graph.mailbox('priya').sent.map((mail) => mail.subject)).toContain('INFO: Launch');
    expect(graph.mailbox('priya').drafts).toEqual([]);
    expect(await stepsIn(ports)).toEqual(['sending', 'sent']);
    expect(await lastEntry(ports)).toMatchObject({ sentAt: NOW, to: [MARCUS] });
  });

  test('is never sent again for the same occurrence', async () => {
    const { graph, ports } = await office();
    await sendRecap(ports, toEach(MARCUS), NOT_UNDONE);
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['already-sent']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('goes once when two panes send it at the same moment', async () => {
    const alone = createAlone(undefined);
    const { graph, ports, ledger } = await office([], { alone });
    const other = await openPorts(graph, { clock: () => NOW, ledger, alone });
    const both = await Promise.all([
      ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE)),
      ends(sendRecap(other.ports, toEach(MARCUS), NOT_UNDONE)),
    ]);
    expect(both.flat().sort()).toEqual(['already-sent', 'sent']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('that another machine has sent is found by its key', async () => {
    const { graph, ports } = await office();
    await sendRecap(ports, toEach(MARCUS), NOT_UNDONE);
    const laptop = await openPorts(graph, { clock: () => NOW, device: 'laptop00' });
    expect(await ends(sendRecap(laptop.ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['sent']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('and taken back in time leaves nothing with Microsoft, and can be sent later', async () => {
    const { graph, ports } = await office();
    const before = graph.requests.length;
    expect(await ends(sendRecap(ports, toEach(MARCUS), UNDONE))).toEqual(['taken-back']);
    expect(graph.requests.length).toBe(before);
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['sent']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });
});

const SEND = /\/send$/;

describe('When the answer is lost', () => {
  test('after the mail had gone, the key finds it and nothing goes twice', async () => {
    const { graph, ports } = await office([
      { method: 'POST', path: SEND, times: 1, answer: { kind: 'done-but-504' } },
    ]);
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['sent']);
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
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['sent']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('while the draft was made, nothing can have gone, and a later try is free', async () => {
    const lost = { kind: 'done-but-lost' } as const;
    const { graph, ports } = await office([
      { method: 'POST', path: /\/me\/messages$/, times: 1, answer: lost },
    ]);
    const thrown: unknown = await failure(sendRecap(ports, toEach(MARCUS), NOT_UNDONE));
    expect(isTrouble(thrown) && thrown.kind).toBe('offline');
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['sent']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
    expect(graph.mailbox('priya').drafts).toEqual([]);
  });

  test('before anything was done, it stays an open question, and is asked, not repeated', async () => {
    const { graph, ports } = await office([
      { method: 'POST', path: SEND, times: 1, answer: { kind: 'gateway-html' } },
    ]);
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['unknown']);
    expect(recapsTo(graph, 'marcus')).toBe(0);
    expect(await stepsIn(ports)).toEqual(['sending']);
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['already-sent']);
    expect(await settleRecap(ports, await open(ports), 'look')).toEqual(['unknown']);
    expect(await settleRecap(ports, await open(ports), 'send')).toEqual(['sent']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('a draft whose sending is thrown away is gone, and the recap can be sent anew', async () => {
    const { graph, ports } = await office([
      { method: 'POST', path: SEND, times: 1, answer: { kind: 'gateway-html' } },
    ]);
    await sendRecap(ports, toEach(MARCUS), NOT_UNDONE);
    expect(await settleRecap(ports, await open(ports), 'discard')).toEqual(['taken-back']);
    expect(graph.mailbox('priya').drafts).toEqual([]);
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['sent']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('a pane that was closed before Graph was asked leaves a question, not a mail', async () => {
    const { graph, ports, ledger } = await office();
    const never = () => new Promise<boolean>(() => undefined);
    void sendRecap(ports, toEach(MARCUS), never);
    await expect.poll(() => stepsIn(ports)).toEqual(['sending']);
    const reopened = await openPorts(graph, { clock: () => NOW, ledger });
    expect(await settleRecap(reopened.ports, await open(reopened.ports), 'look')).toEqual(['unknown']);
    expect(recapsTo(graph, 'marcus')).toBe(0);
  });
});

describe('When Graph refuses', () => {
  test('without permission for drafts it is sent directly and stays "not verified"', async () => {
    const { graph, ports } = await office([], { scopes: ['User.Read', 'Mail.Send', 'MailboxSettings.Read'] });
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['unverified']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['already-sent']);
  });

  test.each([400, 403, 500, 507])(
    'a draft with a key, because the mailbox has no room for another name (%i), it is sent without one',
    async (code) => {
      const full = {
        kind: 'error',
        code,
        name: 'ErrorQuotaExceeded',
        message: 'Cannot get ID from name.',
      } as const;
      const { graph, ports } = await office([{ method: 'POST', path: /\/me\/messages$/, answer: full }]);
      expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['unverified']);
      expect(recapsTo(graph, 'marcus')).toBe(1);
    },
  );

  test.each([
    ['ErrorExceededMessageLimit', 'mail-limit'],
    ['ErrorQuotaExceeded', 'mailbox-full'],
    ['ErrorSendAsDenied', 'send-as-denied'],
  ])('the sending itself, its code says why: %s', async (name, kind) => {
    const no = { kind: 'error', code: 403, name, message: 'No.' } as const;
    const { graph, ports } = await office([{ method: 'POST', path: SEND, answer: no }]);
    expect(await failure(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toMatchObject({ kind });
    expect(recapsTo(graph, 'marcus')).toBe(0);
    expect(graph.mailbox('priya').drafts).toEqual([]);
  });

  test('without any permission to send nothing goes, it says which, and a later try is free', async () => {
    const { graph, ports } = await office([], { scopes: ['User.Read', 'MailboxSettings.Read'] });
    const thrown: unknown = await failure(sendRecap(ports, toEach(MARCUS), NOT_UNDONE));
    expect(isTrouble(thrown) && thrown.kind).toBe('not-permitted');
    expect(await stepsIn(ports)).toEqual(['sending', 'refused']);
    graph.scopes.add('Mail.ReadWrite').add('Mail.Send');
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['sent']);
  });
});

describe('When another version is there than the one that was meant (412)', () => {
  const conflict = {
    kind: 'error',
    code: 412,
    name: 'ErrorIrresolvableConflict',
    message: 'The change key passed in the request does not match the current change key for the item.',
  } as const;

  test('a sending that is refused so went to nobody, leaves no draft, is said, and a later try is free', async () => {
    const { graph, ports } = await office([{ method: 'POST', path: SEND, times: 1, answer: conflict }]);
    expect(await failure(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toMatchObject({ kind: 'busy' });
    expect(await stepsIn(ports)).toEqual(['sending', 'refused']);
    expect(graph.requests.filter(({ url }) => SEND.test(url))).toHaveLength(1);
    expect(graph.mailbox('priya').drafts).toEqual([]);
    expect(recapsTo(graph, 'marcus')).toBe(0);
    expect(await ends(sendRecap(ports, toEach(MARCUS), NOT_UNDONE))).toEqual(['sent']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });

  test('a draft that cannot be thrown away stays an open question, until it can', async () => {
    const { graph, ports } = await office([
      { method: 'POST', path: SEND, times: 1, answer: { kind: 'gateway-html' } },
      { method: 'DELETE', path: '', times: 3, answer: conflict },
    ]);
    await sendRecap(ports, toEach(MARCUS), NOT_UNDONE);
    await expect(settleRecap(ports, await open(ports), 'discard')).rejects.toMatchObject({ kind: 'busy' });
    expect(await stepsIn(ports)).toEqual(['sending']);
    expect(graph.mailbox('priya').drafts).toHaveLength(1);
    expect(await settleRecap(ports, await open(ports), 'discard')).toEqual(['taken-back']);
    expect(graph.mailbox('priya').drafts).toEqual([]);
  });

  test('a draft that another machine sends while it is thrown away is not called taken back', async () => {
    const { graph, ports } = await office([
      { method: 'POST', path: SEND, times: 1, answer: { kind: 'gateway-html' } },
    ]);
    await sendRecap(ports, toEach(MARCUS), NOT_UNDONE);
    const answer = graph.answer;
    graph.answer = async (request) => {
      if (request.method === 'DELETE') {
        const { pathname } = new URL(request.url);
        await asking(graph).post(`${pathname.replace('/v1.0', '')}/send`, {});
        graph.answer = answer;
      }
      return answer(request);
    };
    expect(await settleRecap(ports, await open(ports), 'discard')).toEqual(['unknown']);
    expect(await settleRecap(ports, await open(ports), 'look')).toEqual(['sent']);
    expect(recapsTo(graph, 'marcus')).toBe(1);
  });
});

describe('A recap to several people', () => {
  const EVERYBODY = [MARCUS, DANA, SAM];
  const each = (graph: SimulatedGraph) => ['marcus', 'dana', 'sam'].map((who) => recapsTo(graph, who));
  const addressees = (graph: SimulatedGraph) =>
    graph
      .mailbox('priya')
      .sent.filter((mail) => mail.subject === 'INFO: Launch')
      .map(
        (mail) =>
          JSON.stringify(mail.to)
            .match(/(?<="address":")[a-z]+/g)
            ?.join('+') ?? '',
      );

  test('goes to each in a mail of their own, in which nobody else stands', async () => {
    const { graph, ports } = await office();
    expect(await ends(sendRecap(ports, toEach(...EVERYBODY), NOT_UNDONE))).toEqual(['sent', 'sent', 'sent']);
    expect(addressees(graph).sort()).toEqual(['dana', 'marcus', 'sam']);
    expect(new Set((await allEntries(ports)).map(({ mailKey }) => mailKey)).size).toBe(3);
  });

  test('goes to all in one mail by choice', async () => {
    const { graph, ports } = await office();
    expect(await ends(sendRecap(ports, toAll(...EVERYBODY), NOT_UNDONE))).toEqual(['sent']);
    expect(addressees(graph)).toEqual(['marcus+dana+sam']);
    expect(await ends(sendRecap(ports, toEach(...EVERYBODY), NOT_UNDONE))).toEqual(
      EVERYBODY.map(() => 'already-sent'),
    );
    expect(each(graph)).toEqual([1, 1, 1]);
  });

  test('one click is one intent for each: all stand in the journal before anything goes, and Undo takes all back', async () => {
    const { graph, ports } = await office();
    const before = graph.requests.length;
    const steps: unknown[] = [];
    await sendRecap(ports, toEach(...EVERYBODY), async () => {
      steps.push(await stepsByPerson(ports));
      return true;
    });
    expect(steps).toEqual([{ Marcus: 'sending', Dana: 'sending', Sam: 'sending' }]);
    expect(await stepsByPerson(ports)).toEqual({
      Marcus: 'taken-back',
      Dana: 'taken-back',
      Sam: 'taken-back',
    });
    expect(graph.requests.length).toBe(before);
  });

  test('refused for one, went to the others: said of each, and sent later to that one alone', async () => {
    const { graph, ports } = await office();
    refuseDraftTo(graph, 'dana');
    expect(await ends(sendRecap(ports, toEach(...EVERYBODY), NOT_UNDONE))).toEqual([
      'sent',
      'refused',
      'sent',
    ]);
    expect(await stepsByPerson(ports)).toEqual({ Marcus: 'sent', Dana: 'refused', Sam: 'sent' });
    expect(await ends(sendRecap(ports, toEach(...EVERYBODY), NOT_UNDONE))).toEqual([
      'already-sent',
      'already-sent',
      'sent',
    ]);
    expect(each(graph)).toEqual([1, 1, 1]);
  });

  test('cut off in the middle stops there, and the rest is free to go later', async () => {
    const { graph, ports } = await office([
      { method: 'POST', path: SEND, times: 1, answer: { kind: 'done-but-504' } },
    ]);
    let sent = 0;
    const answer = graph.answer;
    graph.answer = (request) => {
      if (SEND.test(new URL(request.url).pathname)) sent++;
      if (sent > 1) return Promise.reject(new TypeError('Failed to fetch'));
      return answer(request);
    };
    const result = await ends(sendRecap(ports, toEach(...EVERYBODY), NOT_UNDONE));
    expect(result[0]).toBe('sent');
    graph.answer = answer;
    await settleRecap(ports, await open(ports), 'send').catch(() => null);
    await sendRecap(ports, toEach(...EVERYBODY), NOT_UNDONE);
    expect(each(graph)).toEqual([1, 1, 1]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])(
    'closed at its request number %i, opened anew and finished by clicks, went to each once',
    async (closedAt) => {
      const { graph, ports, ledger } = await office();
      const answer = graph.answer;
      let count = 0;
      let closed: () => void = () => undefined;
      const gone = new Promise<void>((tell) => {
        closed = tell;
      });
      // The request is done and nobody is there any more to hear of it.
      graph.answer = async (request) => {
        count++;
        if (count > closedAt) return new Promise<Response>(() => undefined);
        const done = await answer(request);
        if (count < closedAt) return done;
        closed();
        return new Promise<Response>(() => undefined);
      };
      const running = sendRecap(ports, toEach(...EVERYBODY), NOT_UNDONE);
      await Promise.race([gone, running]);
      graph.answer = answer;
      const again = (await openPorts(graph, { clock: () => NOW + 60_000, ledger })).ports;
      await settleRecap(again, await open(again), 'look');
      await settleRecap(again, await open(again), 'send').catch(() => null);
      await settleRecap(again, await open(again), 'discard');
      await sendRecap(again, toEach(...EVERYBODY), NOT_UNDONE);
      expect(each(graph)).toEqual([1, 1, 1]);
      expect(graph.mailbox('priya').drafts).toEqual([]);
    },
  );

  test('that another machine sent to all goes to none of them again, and to the one it left out', async () => {
    const { graph, ports } = await office();
    await sendRecap(ports, toAll(MARCUS, DANA), NOT_UNDONE);
    const laptop = await openPorts(graph, { clock: () => NOW, device: 'laptop00' });
    await sendRecap(laptop.ports, toEach(...EVERYBODY), NOT_UNDONE);
    expect(each(graph)).toEqual([1, 1, 1]);
    expect(await stepsByPerson(laptop.ports)).toEqual({ Marcus: 'sent', Dana: 'sent', Sam: 'sent' });
  });

  test('that another machine sent to one is not sent to all of them, and says to whom it went', async () => {
    const { graph, ports } = await office();
    await sendRecap(ports, toEach(MARCUS), NOT_UNDONE);
    const laptop = await openPorts(graph, { clock: () => NOW, device: 'laptop00' });
    expect(await ends(sendRecap(laptop.ports, toAll(...EVERYBODY), NOT_UNDONE))).toEqual(['already-sent']);
    expect(each(graph)).toEqual([1, 0, 0]);
    expect(await stepsByPerson(laptop.ports)).toMatchObject({ Marcus: 'sent' });
    await sendRecap(laptop.ports, toAll(DANA, SAM), NOT_UNDONE);
    expect(each(graph)).toEqual([1, 1, 1]);
  });
});
