import { describe, expect, test } from 'vitest';
import { decisionHistories } from '../../../src/domain/agree/decision-history';
import { isTelling } from '../../../src/domain/facts/decided/catch-up-entry';
import { UNDO_TIME } from '../../../src/domain/facts/decided/pressed';
import { rhythmsIn } from '../../../src/domain/facts/log/rhythms';
import type { Person } from '../../../src/domain/facts/things/person';
import { pointHistories } from '../../../src/domain/points/point-history';
import { consultedIn, type PersonRecord } from '../../../src/domain/tell/whole-record';
import { logDecision } from '../../../src/tasks/enter/log-decision';
import { keepLog, undoAll } from '../../../src/tasks/enter/own-entries';
import { notePoint, raisePoint } from '../../../src/tasks/enter/raise-point';
import { workOff } from '../../../src/tasks/send/carry';
import { draftCatchUp, noteTold, sendCatchUp } from '../../../src/tasks/send/catch-up-mail';
import { takeBackPressed } from '../../../src/tasks/send/press';
import { settle } from '../../../src/tasks/send/settle';
import { masterId } from '../../simulator/graph/calendar/event-json';
import { internetIdOf } from '../../simulator/graph/mail/message-json';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { look } from '../../simulator/replay';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const LONDON = 'Europe/London';
const ADDRESS = 'marcus.hale@northwind.example';
const MARCUS = { key: ADDRESS, name: 'Marcus Hale', address: ADDRESS };

/** Fri 6 Nov at 17:00: the next sync is on Mon 9 Nov, and nobody is met within a day. */
async function office() {
  let now = at('2026-11-06 17:00', LONDON);
  const world = sampleMonth();
  const graph = createSimulatedGraph(world, { now: () => now });
  const { ports, owner } = await openPorts(graph, { clock: () => now });
  const series = masterId(world.owner, 'daily');
  await keepLog(ports, series);
  await look(ports);
  const decide = async (text: string, where: 'daily' | null = 'daily') => {
    const made = await logDecision(
      ports,
      where === null ? null : series,
      {
        ...{ text, why: '', accountable: MARCUS, topic: '', informed: [MARCUS], reach: 'ours' },
        occurrence: where === null ? null : `${series}/2026-10-29`,
      } as never,
      owner.zone,
    );
    if (!made.ok) throw new Error(JSON.stringify(made.fault));
    return made.value;
  };
  const raise = async (text: string) => {
    const draft = {
      text,
      sort: 'question',
      person: MARCUS,
      topic: '',
      deadline: '',
      occurrence: null,
    } as const;
    const made = await raisePoint(ports, series, draft, owner);
    if (!made.ok) throw new Error(made.fault.join());
    return made.value;
  };
  const record = async (person: Person = MARCUS): Promise<PersonRecord> => {
    const lineage = await ports.ledger.view(series);
    const facts = await ports.ledger.ownEntries();
    const back = new Set(facts.flatMap((fact) => (fact.kind === 'undo' ? [fact.of] : [])));
    const standing = facts.filter(({ id }) => !back.has(id));
    return {
      person,
      lineages: lineage === null ? [] : [lineage],
      decisions: standing.filter((fact) => fact.kind === 'decision'),
      recaps: standing.filter(isTelling),
      ...consultedIn(standing),
      gestures: [],
      points: pointHistories(facts),
      promises: [],
      rhythms: rhythmsIn(facts),
      histories: decisionHistories(facts, now),
    };
  };
  const draft = async () => draftCatchUp(await record(), owner, await ports.ledger.historyOf(series), now);
  const send = async () => {
    const letter = await draft();
    return letter !== null && sendCatchUp(ports, owner, letter, async () => true);
  };
  const goOn = async (ms = UNDO_TIME) => {
    now += ms;
    await workOff(ports);
  };
  const inbox = () => graph.mailbox('marcus').inbox.filter(({ subject }) => /^(?:INFO|P-0)/.test(subject));
  const steps = async () =>
    (await ports.ledger.ownEntries()).flatMap((fact) =>
      fact.kind === 'catch-up' ? [`${fact.series === null ? 'outside' : 'daily'} ${fact.step}`] : [],
    );
  return { graph, ports, owner, series, decide, raise, record, draft, send, goOn, inbox, steps };
}

describe('A catch-up (13.3)', () => {
  test('13.6 begins with what needs its reader, names how many others there are, and gives each its answers', async () => {
    const { decide, raise, draft } = await office();
    await decide('Two vendors, not one');
    await decide('One release train from March', null);
    await raise('Can two people stay on the migration until March?');
    const letter = await draft();
    expect(letter?.subject).toBe('P-001: Can two people stay on the migration… and 2 more');
    expect(letter?.text).toMatchInlineSnapshot(`
      "P-001: Can two people stay on the migration until March?

      Hi Marcus,
      For P-001 a line in reply is enough.
      If you see a problem, a line from you is enough and we look at it again.

      D-002: One release train from March
      On Fri 6 Nov, outside of our meetings.
      Owner: Marcus Hale
      Reply: [OK] [Let's talk first] [I see a problem]

      D-001: Two vendors, not one
      On Thu 29 Oct.
      Owner: Marcus Hale
      Reply: [OK] [Let's talk first] [I see a problem]

      Next: Priya/Marcus daily sync, Mon 9 Nov, 15:00 London (10:00 New York).

      D-002, D-001, decided Thu 29 Oct, Fri 6 Nov, noted by Priya Nair"
    `);
    expect(letter?.names).toEqual(['D-002.1', 'D-001.1']);
  });

  test('13.1 goes once, tells exactly what it held, and leaves nothing to tell', async () => {
    const { decide, raise, draft, send, goOn, inbox, steps, ports, owner } = await office();
    await decide('Two vendors, not one');
    await decide('One release train from March', null);
    await raise('Can two people stay on the migration until March?');
    const letter = await draft();
    expect(await send()).toBe(true);
    expect(await draft()).toBeNull();
    expect(inbox()).toEqual([]);
    if (letter !== null) expect(await sendCatchUp(ports, owner, letter, async () => true)).toBe(false);
    await goOn();
    await goOn();
    expect(inbox()).toHaveLength(1);
    expect(inbox()[0]?.html).toContain('subject=OK%20%5BD-001.1%5D');
    // 13.8: each line of it leads to the very mail in its reader's mailbox.
    const sent = (await ports.ledger.ownEntries()).filter(
      (fact) => fact.kind === 'catch-up' && fact.step === 'sent',
    );
    const ids = sent.map((fact) => (fact.kind === 'catch-up' ? fact.internetMessageId : ''));
    expect([...new Set(ids)]).toEqual(inbox().map(internetIdOf));
    expect((await steps()).filter((one) => one.endsWith(' sent')).sort()).toEqual([
      'daily sent',
      'outside sent',
    ]);
    expect(await draft()).toBeNull();
    await decide('A third one');
    expect((await draft())?.names).toEqual(['D-003.1']);
  });

  test('17 can be undone, is held back where something in it was settled, and does not go with what changed', async () => {
    const { decide, raise, draft, send, goOn, inbox, steps, ports, owner } = await office();
    await decide('Two vendors, not one');
    const point = await raise('Who keeps the lookup?');
    await send();
    await takeBackPressed(
      ports,
      (await ports.ledger.pressed.all()).map(({ id }) => id),
    );
    expect((await steps()).at(-1)).toBe('daily taken-back');
    const letter = await draft();
    expect(letter?.told).toMatchObject([{ points: [point.id] }]);
    await send();
    await notePoint(ports, point, { step: 'answered', occurrence: null, words: 'He rang' });
    await goOn(0);
    expect((await ports.ledger.pressed.all()).map(({ asks }) => asks)).toEqual(['untrue']);
    expect(inbox()).toEqual([]);
    await takeBackPressed(
      ports,
      (await ports.ledger.pressed.all()).map(({ id }) => id),
    );
    if (letter !== null) expect(await sendCatchUp(ports, owner, letter, async () => false)).toBe(false);
    expect(await ports.ledger.pressed.all()).toEqual([]);
  });

  test('13.1 of another machine, of which nobody knows whether it went, is looked up as a whole', async () => {
    const { decide, draft, send, goOn, steps, ports } = await office();
    await decide('Two vendors, not one');
    await decide('One release train from March', null);
    await send();
    await goOn();
    const sending = (await ports.ledger.ownEntries()).filter((fact) => fact.kind === 'catch-up');
    const [first] = sending;
    expect(await draft()).toBeNull();
    if (first !== undefined) expect(await settle(ports, first, 'look')).toBe('sent');
    expect((await steps()).filter((one) => one.endsWith(' sent')).length).toBeGreaterThan(2);
  });

  test('13.1 "I told them" tells what it holds at that moment, and can be taken back', async () => {
    const { decide, raise, draft, ports, steps } = await office();
    await decide('Two vendors, not one');
    await raise('Who keeps the lookup?');
    const letter = await draft();
    if (letter === null) throw new Error('nothing to tell');
    const entries = await noteTold(ports, letter);
    expect(await draft()).toBeNull();
    expect(await steps()).toEqual(['daily by-hand']);
    await undoAll(ports, entries);
    expect((await draft())?.told).toEqual(letter.told);
  });
});
