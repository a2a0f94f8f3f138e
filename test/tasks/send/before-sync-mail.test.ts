import { describe, expect, test } from 'vitest';

import type { PointMail } from '../../../src/domain/facts/decided/point';
import { UNDO_TIME } from '../../../src/domain/facts/decided/pressed';
import { pointHistories } from '../../../src/domain/points/point-history';
import { checkIn, keepLog, setRules } from '../../../src/tasks/enter/own-entries';
import { notePoint, raisePoint } from '../../../src/tasks/enter/raise-point';
import { workOff } from '../../../src/tasks/send/carry';
import { draftBeforeSync, sendBeforeSync } from '../../../src/tasks/send/points/before-sync-mail';
import { takeBackPressed } from '../../../src/tasks/send/press';
import { masterId } from '../../simulator/graph/calendar/event-json';
import type { Fault } from '../../simulator/graph/faults';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { look } from '../../simulator/replay';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const LONDON = 'Europe/London';
const ADDRESS = 'marcus.hale@northwind.example';
const MARCUS = { key: ADDRESS, name: 'Marcus Hale', address: ADDRESS };
const TEXT = 'Can two people stay on the migration until March?';

/** Tue 10 Nov at 17:00, when the sync of that day is over: the next one is on Wed 11 Nov at 15:00. */
async function office(faults: Fault[] = []) {
  let now = at('2026-11-10 17:00', LONDON);
  const world = sampleMonth();
  const graph = createSimulatedGraph(world, { now: () => now, faults });
  const { ports, owner } = await openPorts(graph, { clock: () => now });
  const series = masterId(world.owner, 'daily');
  await keepLog(ports, series);
  await look(ports);
  const raise = async (text: string, sort: 'question' | 'news' = 'question') => {
    const draft = { text, sort, person: MARCUS, topic: '', deadline: '' as const, occurrence: null };
    const made = await raisePoint(ports, series, draft, owner);
    if (!made.ok) throw new Error(made.fault.join());
    return made.value;
  };
  const drafts = async () => {
    const lineage = await ports.ledger.view(series);
    return lineage === null
      ? null
      : draftBeforeSync(ports, owner, lineage, { [MARCUS.key]: 'America/New_York' });
  };
  const send = async () => {
    const made = await drafts();
    if (made !== null) await sendBeforeSync(ports, made);
  };
  const goOn = async (ms = UNDO_TIME) => {
    now += ms;
    await workOff(ports);
  };
  const goTo = (when: string) => {
    now = at(when, LONDON);
  };
  const inbox = () =>
    graph
      .mailbox('marcus')
      .inbox.filter(({ subject }) => subject.startsWith('P-0'))
      .map(({ subject }) => subject);
  const steps = async () =>
    (await ports.ledger.ownEntries())
      .filter((fact): fact is PointMail => fact.kind === 'point-mail')
      .map(({ step }) => step);
  const standing = async () =>
    pointHistories(await ports.ledger.ownEntries()).map(({ name, standing: how }) => `${name} ${how}`);
  const asks = async () => (await ports.ledger.pressed.all()).map((mail) => mail.asks);
  return { graph, ports, series, raise, drafts, send, goOn, goTo, inbox, steps, standing, asks };
}

describe('A mail before the sync (12.2)', () => {
  test('12.2 tells what is open by its number, when the sync is on their clocks, and that a reply is enough', async () => {
    const { raise, drafts } = await office();
    expect(await drafts()).toBeNull();
    await raise(TEXT);
    const made = await drafts();
    expect(made?.occurrence).toMatch(/\/2026-11-11$/);
    expect(made?.letters.map(({ to }) => to.key)).toEqual([MARCUS.key]);
    expect(made?.letters[0]?.subject).toBe(`P-001: ${TEXT}`);
    expect(made?.letters[0]?.text).toBe(
      `P-001: ${TEXT}\n\nHi Marcus,\nThis is for our sync on Wed 11 Nov, 10:00 New York (15:00 London).\nA reply is enough; then we need no time for it there.\n\nP-001, noted by Priya Nair`,
    );
  });

  test('12.4 goes once to a person and occurrence, whoever presses again, and what is open after it waits for the next one', async () => {
    const { raise, drafts, send, goOn, goTo, inbox, standing, ports } = await office();
    await raise(TEXT);
    await raise('Dana starts on Monday.', 'news');
    const made = await drafts();
    await send();
    if (made !== null) await sendBeforeSync(ports, made);
    expect(inbox()).toEqual([]);
    await goOn();
    await goOn();
    expect(inbox()).toEqual(['P-001: Can two people stay on the migration… and 1 more']);
    expect(await standing()).toEqual(['P-001 open', 'P-002 told']);
    await raise('Who keeps the lookup?');
    expect(await drafts()).toBeNull();
    // The next one tells what had no mail yet.
    goTo('2026-11-11 16:30');
    expect((await drafts())?.letters.map(({ names }) => names)).toEqual([['P-003']]);
  });

  test('17 can be undone, and is then offered anew; held back where a point was settled meanwhile', async () => {
    const { raise, drafts, send, goOn, inbox, steps, asks, ports } = await office();
    const point = await raise(TEXT);
    await send();
    expect(await drafts()).toBeNull();
    await takeBackPressed(
      ports,
      (await ports.ledger.pressed.all()).map(({ id }) => id),
    );
    expect((await steps()).at(-1)).toBe('taken-back');
    expect(await drafts()).not.toBeNull();
    await send();
    await notePoint(ports, point, { step: 'answered', occurrence: null, words: 'He rang' });
    await goOn(0);
    expect(await asks()).toEqual(['untrue']);
    expect(inbox()).toEqual([]);
  });

  test('17 does not go by itself once people may sit there', async () => {
    const { raise, send, goOn, goTo, inbox, asks } = await office([
      { path: 'messages', answer: { kind: 'offline' }, times: 100 },
    ]);
    await raise(TEXT);
    goTo('2026-11-11 14:59');
    await send().catch(() => undefined);
    goTo('2026-11-11 15:10');
    await goOn();
    expect(await asks()).toEqual(['untrue']);
    expect(inbox()).toEqual([]);
  });

  test('is in the language of its reader, and not offered once people agreed to skip', async () => {
    const { raise, drafts, ports, series } = await office();
    await raise(TEXT);
    await setRules(ports, series, { languages: { [MARCUS.key]: 'fr' } });
    expect((await drafts())?.letters[0]?.text).toContain(
      'C’est pour notre point du mer. 11 nov., 10:00 New York',
    );
    await checkIn(ports, `${series}/2026-11-11`, { said: 'agreed-to-skip', minutes: null, people: [] });
    expect(await drafts()).toBeNull();
  });
});
