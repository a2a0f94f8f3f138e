import { describe, expect, test } from 'vitest';

import type { Point, PointDraft } from '../../../src/domain/facts/decided/point';
import { mergeFacts } from '../../../src/domain/facts/log/log';
import { pointHistories } from '../../../src/domain/points/point-history';
import { createAlone } from '../../../src/ledger/browser/locks';
import { undo } from '../../../src/tasks/enter/own-entries';
import { notePoint, raisePoint } from '../../../src/tasks/enter/raise-point';
import { erasePerson } from '../../../src/tasks/log/forget';
import type { Ports } from '../../../src/tasks/ports';
import { logJson, parseLogJson } from '../../at-once';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const NOW = at('2026-11-10 16:00', 'Europe/London');
const ADDRESS = 'marcus.hale@northwind.example';
const MARCUS = { key: ADDRESS, name: 'Marcus Hale', address: ADDRESS };

const graph = createSimulatedGraph(sampleMonth(), { now: () => NOW });
const machine = (device: string) => openPorts(graph, { clock: () => NOW, device });
type Machine = Awaited<ReturnType<typeof machine>>;

async function raise(
  { ports, owner }: Machine,
  text: string,
  more: Partial<PointDraft> = {},
): Promise<Point> {
  const draft: PointDraft = {
    ...{ text, sort: 'question', person: MARCUS, topic: '', deadline: '', occurrence: null },
    ...more,
  };
  const made = await raisePoint(ports, 'daily', draft, owner);
  if (!made.ok) throw new Error(made.fault.join());
  return made.value;
}

const said = async (ports: Ports) =>
  pointHistories(await ports.ledger.ownEntries()).map(
    ({ name, point, standing }) => `${name} ${point.text}: ${standing}`,
  );

describe('A point', () => {
  test('has the next number, also where two panes raise one in the same moment, and is taken back like any entry', async () => {
    const one = await machine('replay00');
    const other = await openPorts(graph, {
      ...{ clock: () => NOW, ledger: one.ledger, device: 'replay01' },
      alone: createAlone(undefined),
    });
    const both = {
      ...other,
      ports: { ...other.ports, seal: { ...other.ports.seal, alone: one.ports.seal.alone } },
    };
    await Promise.all([raise(one, 'Two people?'), raise(both, 'Who keeps it?')]);
    expect((await said(one.ports)).map((line) => line.slice(0, 5)).sort()).toEqual(['P-001', 'P-002']);
    const third = await raise(one, 'Not this');
    const back = await undo(one.ports, third.id);
    expect(await said(one.ports)).toHaveLength(2);
    await undo(one.ports, back);
    expect((await said(one.ports)).at(-1)).toBe('P-003 Not this: open');
  });

  test('and what became of it are the same on every machine that has the log, and in an export that comes back', async () => {
    const [one, other] = [await machine('replay00'), await machine('replay01')];
    const mine = await raise(one, 'Two people?');
    await raise(other, 'Who keeps it?', { sort: 'news', person: null });
    await notePoint(one.ports, mine, {
      ...{ step: 'talked-about', occurrence: 'daily/2026-11-10', words: ' One of them ' },
    });
    const facts = mergeFacts(await one.ports.ledger.allFacts(), await other.ports.ledger.allFacts());
    await one.ports.ledger.append(facts);
    await other.ports.ledger.append(facts);
    expect(await said(one.ports)).toEqual(['P-001 Two people?: talked-about', 'P-001b Who keeps it?: open']);
    expect(await said(other.ports)).toEqual(await said(one.ports));
    const read = parseLogJson(logJson({ facts, owner: one.owner, exportedAt: NOW, app: '1.0.0' }));
    expect(read.ok && pointHistories(read.value.facts)).toEqual(pointHistories(facts));
  });

  test('of somebody who is erased goes with what was said of it, and an older file brings nothing of it back (9)', async () => {
    const { ports, owner } = await machine('replay00');
    const theirs = await raise({ ports, owner } as Machine, 'Two people for Marcus?');
    const ours = await raise({ ports, owner } as Machine, 'Marcus Hale asked about it', { person: null });
    await notePoint(ports, theirs, { step: 'answered', occurrence: null, words: 'Marcus says one' });
    await notePoint(ports, ours, { step: 'answered', occurrence: null, words: 'as Marcus wanted' });
    const before = await ports.ledger.allFacts();
    await erasePerson(ports, owner, MARCUS, 'manager');
    await ports.ledger.append(before);
    const left = await ports.ledger.ownEntries();
    expect(JSON.stringify(left)).not.toMatch(/marcus|hale/i);
    expect(await said(ports)).toEqual([expect.stringMatching(/^P-002 manager asked about it: answered$/)]);
  });

  test('takes no more words than anybody reads', async () => {
    const one = await machine('replay00');
    const point = await raise(one, 'Two people?');
    const noted = await notePoint(one.ports, point, {
      ...{ step: 'answered', occurrence: null, words: 'x'.repeat(501) },
    });
    expect(noted).toEqual({ ok: false, fault: ['words-too-long'] });
    expect(await said(one.ports)).toEqual(['P-001 Two people?: open']);
  });
});
