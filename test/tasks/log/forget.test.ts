import { beforeAll, describe, expect, test } from 'vitest';
import { logDecision } from '../../../src/tasks/enter/log-decision';
import { erasePerson, planErasing } from '../../../src/tasks/log/forget';
import { importLog, planImport } from '../../../src/tasks/log/import-log';
import type { Ports } from '../../../src/tasks/ports';
import { judgeLineage, logCsv, logJson, logRows } from '../../at-once';
import { look } from '../../simulator/replay';
import { sampleMonth } from '../../simulator/worlds/sample-month';
import { nobodyJoined, type Tap } from '../../stories/hand';
import { type Tale, tell } from '../../stories/teller';

const THEM = /marcus|hale/i;
const decides: Tap = async ({ ports, seriesOf, personOf }) => {
  const draft = {
    why: 'Marcus asked',
    accountable: personOf('marcus'),
    topic: '',
    informed: [personOf('dana')],
  };
  await logDecision(ports, seriesOf('daily'), { ...draft, text: 'Hale writes the scope', occurrence: null });
};
const erases: Tap = async ({ ports, personOf }) =>
  erasePerson(ports, await ownerOf(ports), personOf('marcus'), 'manager');

let lived: Tale;
let erased: Tale;
let before: string;
beforeAll(async () => {
  lived = await tell(sampleMonth())
    .keeps('daily', '2026-11-12 12:00')
    .keeps('atlas', '2026-11-12 12:01')
    .taps('2026-11-12 12:30', nobodyJoined('daily', '2026-11-09'), decides)
    .until('2026-11-12 13:00');
  before = await everyExport(lived.hand.ports);
  erased = await lived.goesOn().taps('2026-11-12 14:00', erases).until('2026-11-12 14:01');
});

const ownerOf = async (ports: Ports) => {
  const owner = await ports.graph.owner();
  return owner;
};

/** What leaves the log, as files: the JSON, and the table of every series there is. */
async function everyExport(ports: Ports): Promise<string> {
  const facts = await ports.ledger.allFacts();
  const owner = await ownerOf(ports);
  const series = new Set(facts.flatMap((fact) => (fact.kind === 'series-seen' ? [fact.series] : [])));
  const lineages = [...series]
    .map((one) => judgeLineage({ owner, facts }, one, ports.clock()))
    .filter((one) => one !== null);
  const told = {
    decisions: facts.filter((fact) => fact.kind === 'decision'),
    recaps: facts.filter((fact) => fact.kind === 'recap'),
  };
  const json = logJson({ facts, owner, exportedAt: ports.clock(), app: '1.0.0' });
  return `${json}\n---\n${logCsv(logRows(lineages, told, { app: '1.0.0' }))}`;
}

describe('9 erasing the other one of a daily sync', () => {
  test('says before what it would do', async () => {
    const { ports, personOf } = lived.hand;
    const plan = await planErasing(ports, await ownerOf(ports), personOf('marcus'));
    expect(plan.alone).toContain('Priya/Marcus daily sync');
    expect(plan.decisions).toBeGreaterThan(0);
    expect(before).toMatch(THEM);
  });

  test('leaves decisions with a role word, and no name in any export', async () => {
    const { ports } = erased.hand;
    const after = await everyExport(ports);
    expect(after).not.toMatch(THEM);
    expect((await ports.ledger.keptSeries()).map(({ title }) => title)).toEqual(['Atlas refinement']);
    const facts = await ports.ledger.allFacts();
    expect(facts.find(({ kind }) => kind === 'decision')).toMatchObject({
      text: 'manager writes the scope',
      why: 'manager asked',
      accountable: { name: 'manager', address: '' },
      informed: [{ name: 'Dana Ortiz' }],
    });
    expect(facts.filter(({ kind }) => kind === 'check-in')).toEqual([]);
  });

  test('the log stays so when an older file is imported, and says what it leaves out', async () => {
    const { ports } = erased.hand;
    const plan = await planImport(ports, before.slice(0, before.indexOf('\n---\n')));
    if (!plan.ok) throw new Error(plan.fault.why);
    expect(plan.value).toMatchObject({ added: 0, erases: 0 });
    expect(plan.value.forgotten).toBeGreaterThan(10);
    await importLog(ports, plan.value);
    expect(await everyExport(ports)).not.toMatch(THEM);
  });

  test('a log begun anew finds nobody again, and no change where there was none', async () => {
    const { hand } = await erased.goesOn().keeps('daily', '2026-11-12 16:00').until('2026-11-12 16:01');
    const facts = await hand.ports.ledger.allFacts();
    const daily = hand.seriesOf('daily');
    expect(facts.some((fact) => fact.kind === 'sighting' && fact.occurrence.startsWith(daily))).toBe(true);
    await look(hand.ports);
    expect(await hand.ports.ledger.allFacts()).toEqual(facts);
    expect(await everyExport(hand.ports)).not.toMatch(THEM);
  });
});
