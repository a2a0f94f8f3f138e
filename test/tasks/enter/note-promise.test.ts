import { expect, test } from 'vitest';

import { notePromise } from '../../../src/tasks/enter/note-promise';
import { erasePerson } from '../../../src/tasks/log/forget';
import { DANA, MARCUS, PRIYA, utc } from '../../domain/builders/readings';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const NOW = utc('2026-11-10T16:00');

test.each([
  ['whoever wrote it', MARCUS, true],
  ['the owner', PRIYA, true],
  ['somebody else, who outlives its writer', DANA, false],
])(
  '9 a promise out of a mail names the mail where it is that of %s, and not once its writer is erased',
  async (_, whose, names) => {
    const graph = createSimulatedGraph(sampleMonth(), { now: () => NOW });
    const { ports, owner } = await openPorts(graph, { clock: () => NOW });
    const draft = { text: 'Ask for two people', whose: whose === PRIYA ? owner : whose, by: '2026-11-20' };
    const noted = await notePromise(ports, draft, { mail: 'AAMk', with: MARCUS }, owner);
    expect(noted.ok).toBe(true);
    const said = async () => JSON.stringify(await ports.ledger.ownEntries()).includes('AAMk');
    expect(await said()).toBe(names);
    await erasePerson(ports, owner, MARCUS, 'manager');
    expect(await said()).toBe(false);
  },
);
