import { expect, test } from 'vitest';

import { createOwed } from '../../src/session/actions/look-at-owed';
import { refresh } from '../../src/session/read-calendar';
import type { Session } from '../../src/session/session';
import { createViewStore } from '../../src/session/view-store';
import { keepLog } from '../../src/tasks/enter/own-entries';
import type { Ports } from '../../src/tasks/ports';
import { EMPTY_VIEW } from '../../src/ui/port/empty-view';
import { around } from '../graph/owner-graph';
import { createSimulatedGraph } from '../simulator/graph/simulated-graph';
import { openPorts } from '../simulator/own-ports';
import { SAMPLE_NOW, sampleMonth } from '../simulator/worlds/sample-month';

/** Beside a meeting that is not kept yet, while the calendar is read for another one that is. */
async function beside(title: string, kept: string) {
  const { ports: own, owner } = await openPorts(createSimulatedGraph(sampleMonth(), { now: SAMPLE_NOW }), {
    clock: () => SAMPLE_NOW,
  });
  const { items } = await own.graph.readCalendar(around(SAMPLE_NOW));
  const seriesOf = (wanted: string): string =>
    items.find((one) => one.series !== null && one.title.includes(wanted))?.series ?? '';
  await keepLog(own, seriesOf(kept));
  let whileReading: (() => Promise<void>) | null = null;
  const readCalendar: Ports['graph']['readCalendar'] = async (...asked) => {
    const act = whileReading;
    whileReading = null;
    await act?.();
    return own.graph.readCalendar(...asked);
  };
  const ports: Ports = { ...own, graph: { ...own.graph, readCalendar } };
  const viewStore = createViewStore({ ...EMPTY_VIEW, owner });
  const session = {
    ...{ ports, viewStore, item: null, place: { series: seriesOf(title), occurrence: null } },
    ...{ reading: null, nextReading: null, stopper: null, thorough: false, readsBack: false, showing: 0 },
    findEarlierLog: async () => undefined,
  } as unknown as Session;
  Object.assign(session, { owed: createOwed(session) });
  return {
    session,
    series: seriesOf(title),
    whileReading: (act: () => Promise<void>) => {
      whileReading = act;
    },
  };
}

test('14 a log that is begun while the calendar is read is shown with what is owed of it, and not before', async () => {
  const { session, series, whileReading } = await beside('daily sync', 'Atlas');
  const shown: (readonly [occurrences: number, loops: number])[] = [];
  session.viewStore.watch(({ lineage, loops = [] }) => {
    if (lineage !== null) shown.push([lineage.occurrences.length, loops.length]);
  });
  let next: Promise<void> = Promise.resolve();
  whileReading(async () => {
    await keepLog(session.ports, series);
    next = refresh(session);
  });
  await refresh(session);
  await next;
  const [first] = shown;
  expect(first?.[0]).toBeGreaterThan(0);
  expect(first?.[1]).toBeGreaterThan(0);
});
