import { describe, expect, test } from 'vitest';

import { UNDO_TIME } from '../../../src/domain/facts/decided/pressed';
import { pointHistories } from '../../../src/domain/points/point-history';
import { keepLog, setRules } from '../../../src/tasks/enter/own-entries';
import { notePoint, raisePoint } from '../../../src/tasks/enter/raise-point';
import type { Ports } from '../../../src/tasks/ports';
import { repliesToQuestion } from '../../../src/tasks/read/replies-to-question';
import { workOff } from '../../../src/tasks/send/carry';
import { draftBeforeSync, sendBeforeSync } from '../../../src/tasks/send/points/before-sync-mail';
import { draftOnceMore, sendOnceMore } from '../../../src/tasks/send/points/once-more-mail';
import { takeBackPressed } from '../../../src/tasks/send/press';
import { masterId } from '../../simulator/graph/calendar/event-json';
import type { Fault } from '../../simulator/graph/faults';
import { type ArrivingMail, createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { look } from '../../simulator/replay';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const LONDON = 'Europe/London';
const ADDRESS = 'marcus.hale@northwind.example';
const MARCUS = { key: ADDRESS, name: 'Marcus Hale', address: ADDRESS };
const TEXT = 'Can two people stay on the migration until March?';

/** On Tue 10 Nov a question went before the sync of Wed 11 Nov; two working days of his later it is Thu 12 Nov, 17:00. */
async function office() {
  let now = at('2026-11-10 17:00', LONDON);
  const world = sampleMonth();
  const graph = createSimulatedGraph(world, { now: () => now });
  const { ports, owner } = await openPorts(graph, { clock: () => now, device: 'laptop00' });
  const series = masterId(world.owner, 'daily');
  await keepLog(ports, series);
  await look(ports);
  const draft = { text: TEXT, sort: 'question', person: MARCUS, topic: '', deadline: '' } as const;
  const made = await raisePoint(ports, series, { ...draft, occurrence: null }, owner);
  if (!made.ok) throw new Error(made.fault.join());
  const lineage = await ports.ledger.view(series);
  const before = lineage && (await draftBeforeSync(ports, owner, lineage, {}));
  if (!before) throw new Error('nothing to send');
  await sendBeforeSync(ports, before);
  const goOn = async (by = UNDO_TIME, on: Ports = ports) => {
    now += by;
    await workOff(on);
  };
  await goOn();
  await goOn();
  const anew = async () => {
    const other = await openPorts(graph, { clock: () => now, device: 'office00' });
    await other.ports.ledger.append(await ports.ledger.allFacts());
    return other.ports;
  };
  const goTo = (when: string) => {
    now = at(when, LONDON);
  };
  const inbox = () => graph.mailbox('marcus').inbox.filter(({ subject }) => subject.startsWith('P-001'));
  const drafts = (on: Ports = ports) => draftOnceMore(on, owner);
  const send = async (on: Ports = ports) => sendOnceMore(on, owner, await drafts(on));
  return { graph, ports, owner, series, point: made.value, goTo, goOn, anew, inbox, drafts, send };
}

describe('A question once more (12.4)', () => {
  test('12.4 is offered when two of their working days are over, and says when it was first asked', async () => {
    const { drafts, goTo, ports, series } = await office();
    goTo('2026-11-12 16:59');
    expect(await drafts()).toEqual([]);
    goTo('2026-11-12 23:00');
    const [letter, ...others] = await drafts();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ to: MARCUS, subject: `P-001: ${TEXT}`, name: 'P-001' });
    expect(letter?.text).toBe(
      `P-001: ${TEXT}\n\nHi Marcus,\nI asked this first on Tue 10 Nov.\nFor P-001 a line in reply is enough.\n\nP-001, noted by Priya Nair`,
    );
    await setRules(ports, series, { languages: { [MARCUS.key]: 'de' } });
    expect((await drafts())[0]?.text).toContain('Zuerst gefragt habe ich das am Di., 10. Nov.\n');
  });

  test('12.4 goes once, whoever presses again, on whichever machine, and is not offered afterwards', async () => {
    const { drafts, send, goTo, goOn, anew, inbox, ports, owner } = await office();
    goTo('2026-11-13 09:00');
    const made = await drafts();
    // The other machine has not heard of it yet.
    const other = await anew();
    await Promise.all([sendOnceMore(ports, owner, made), sendOnceMore(ports, owner, made)]);
    expect(await drafts()).toEqual([]);
    await goOn();
    await goOn();
    expect(inbox()).toHaveLength(2);
    await send(other);
    await goOn(UNDO_TIME, other);
    await goOn(UNDO_TIME, other);
    expect(inbox()).toHaveLength(2);
    await ports.ledger.append(await other.ledger.ownEntries());
    const [history] = pointHistories(await ports.ledger.ownEntries());
    expect(history?.standing).toBe('open');
    expect(history?.after.map((one) => [one.step, one.kind === 'catch-up' && one.again])).toEqual([
      ['sent', true],
    ]);
    expect(history?.after[0]?.internetMessageId).toBeDefined();
    goTo('2026-12-20 09:00');
    expect([await drafts(), await drafts(other)]).toEqual([[], []]);
  });

  test('17 can be undone, and is then offered anew; held back where it was answered meanwhile', async () => {
    const { drafts, send, goTo, goOn, inbox, ports, point } = await office();
    goTo('2026-11-13 09:00');
    await send();
    await takeBackPressed(
      ports,
      (await ports.ledger.pressed.all()).map(({ id }) => id),
    );
    expect(await drafts()).toHaveLength(1);
    await send();
    await notePoint(ports, point, { step: 'answered', occurrence: null, words: 'He rang' });
    await goOn(0);
    expect((await ports.ledger.pressed.all()).map(({ asks }) => asks)).toEqual(['untrue']);
    expect(inbox()).toHaveLength(1);
  });

  test('12.4 a page that lay open sends nothing once the question was settled', async () => {
    const { drafts, goTo, goOn, inbox, ports, owner, point } = await office();
    goTo('2026-11-13 09:00');
    const made = await drafts();
    await notePoint(ports, point, { step: 'talked-about', occurrence: null, words: '' });
    await sendOnceMore(ports, owner, made);
    await goOn();
    expect(await ports.ledger.pressed.all()).toEqual([]);
    expect(inbox()).toHaveLength(1);
  });
});

describe('A reply to a question, before it is asked once more (12.2)', () => {
  type Mailed = { readonly [Name in keyof ArrivingMail]?: ArrivingMail[Name] | undefined };
  /** A mail of Thu 12 Nov, 10:00, and what is found of it the day after. */
  async function replied(mail: Mailed | null, fault?: Fault) {
    const away = await office();
    const { graph, ports, goTo, inbox, drafts } = away;
    goTo('2026-11-12 10:00');
    const arrives = { from: 'marcus', to: 'priya', subject: 'AW: yes', repliesTo: inbox()[0]?.subject };
    if (mail !== null) graph.arrives({ ...arrives, ...mail } as ArrivingMail);
    goTo('2026-11-13 09:00');
    if (fault !== undefined) graph.faults.push(fault);
    const before = (await ports.ledger.allFacts()).length;
    graph.requests.length = 0;
    const { found, unsure } = await repliesToQuestion(ports, await drafts());
    const asked = graph.requests.map(({ url }) => decodeURIComponent(url)).join('\n');
    expect((await ports.ledger.allFacts()).length).toBe(before);
    return {
      said: found.map(({ person, at: when, sender }) => [person.name, when, sender?.address]),
      unsure,
      asked,
    };
  }
  const THURSDAY = at('2026-11-12 10:00', LONDON);

  test.each<[string, readonly unknown[], Mailed | null]>([
    ['is found by its conversation, whatever its subject', [[MARCUS.name, THURSDAY, undefined]], {}],
    [
      'that somebody else sent says who did',
      [[MARCUS.name, THURSDAY, 'assistant@northwind.example']],
      { sender: 'assistant@northwind.example' },
    ],
    ['is none where nothing came', [], null],
    ['is none in a conversation of its own', [], { repliesTo: undefined }],
    ['is none of an answering machine', [], { automatic: true }],
    ['is none in Junk', [], { folder: 'junkemail' }],
  ])('12.2 %s', async (_, expected, mail) => {
    const { said, unsure, asked } = await replied(mail);
    expect([said, unsure]).toEqual([expected, false]);
    expect(asked).toContain('conversationId eq');
    expect(asked).not.toMatch(/body|preview/i);
  });

  test.each([
    [403, 'ErrorAccessDenied'],
    [400, 'BadRequest'],
  ])('12.2 of which nobody can tell, where mail may not be looked up (%s)', async (code, name) => {
    const answer = { kind: 'error', code, name, message: 'Not here' } as const;
    const fault: Fault = { method: 'GET', path: /conversationId(?:%20|\+)eq/, answer };
    expect(await replied({}, fault)).toMatchObject({ said: [], unsure: true });
  });
});
