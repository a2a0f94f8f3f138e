import { describe, expect, test } from 'vitest';
import { isEntry } from '../../../src/domain/facts/log/kinds';
import { keepLog } from '../../../src/tasks/enter/own-entries';
import { sweep } from '../../../src/tasks/read/sweep';
import { masterId } from '../../simulator/graph/calendar/event-json';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { about } from '../../simulator/telling';
import { sync, world } from '../../simulator/three-people';
import { at } from '../../simulator/time';

const sessionOfAll = about(sync).session('2026-11-02', [
  ['ana', '15:00', '15:30'],
  ['bo', '15:00', '15:30'],
]);
describe.each(['ErrorAccessDenied', 'Authorization_RequestDenied'] as const)(
  'A sweep that is refused with %s',
  (deniedAs) => {
    const three = world([sessionOfAll]);
    const series = masterId('ana', 'sync');
    const at12 = at('2026-11-03 12:00', 'Europe/London');
    async function refused(scopes: readonly string[]) {
      const graph = createSimulatedGraph(three, { now: at12, habits: { deniedAs } });
      const own = await openPorts(graph, { clock: () => at12 });
      for (const scope of scopes) graph.scopes.delete(scope);
      await keepLog(own.ports, series);
      const look = () => sweep(own.ports, own.owner, [series], { thorough: true });
      const said = async () =>
        (await own.ledger.allFacts())
          .filter((fact) => !isEntry(fact))
          .map((fact) => JSON.stringify(fact))
          .sort();
      return { look, said, grant: () => scopes.forEach((scope) => void graph.scopes.add(scope)) };
    }

    test.each([
      ['notice-mails', 'Mail.Read', ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite']],
      ['reports', 'OnlineMeetings.Read', ['OnlineMeetings.Read', 'OnlineMeetings.ReadWrite']],
      ['reports', 'OnlineMeetingArtifact.Read.All', ['OnlineMeetingArtifact.Read.All']],
    ] as const)(
      'for %s, names %s, reads the rest, and has everything once it is granted',
      async (feature, scope, without) => {
        const whole = await refused([]);
        await whole.look();
        const { look, said, grant } = await refused(without);
        expect(await look()).toMatchObject({ missing: [{ feature, scope }], trouble: null });
        const first = await said();
        const all = await whole.said();
        expect(first.length).toBeGreaterThan(5);
        expect(first.length).toBeLessThan(all.length);
        expect(first.filter((fact) => !all.includes(fact))).toEqual([]);
        grant();
        expect(await look()).toMatchObject({ missing: [], trouble: null });
        expect(await said()).toEqual(all);
      },
    );

    test('for the calendar itself, says so with its permission and loses nothing', async () => {
      const calendar = ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'];
      const { look, said, grant } = await refused(calendar);
      await expect(look()).rejects.toMatchObject({ kind: 'not-permitted', scope: 'Calendars.Read' });
      expect(await said()).toEqual([]);
      grant();
      expect((await look())?.added).toBeGreaterThan(5);
    });
  },
);
