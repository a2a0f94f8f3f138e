import { expect, test } from 'vitest';

import { instantAt } from '../../src/domain/time/zone';
import { type Session, showLineage } from '../../src/session/session';
import { createViewStore } from '../../src/session/view-store';
import type { Ports } from '../../src/tasks/ports';
import { EMPTY_VIEW } from '../../src/ui/port/empty-view';
import { occurrenceWords } from '../../src/ui/words/outcomes';
import { timeWords } from '../../src/ui/words/times';
import { judged, lineageOf } from '../domain/builders/judged-month';
import { PRIYA } from '../domain/builders/readings';

test('1 the pane of an owner west of the series shows a whole day on its own date', async () => {
  const zone = 'Europe/London';
  const day = { start: instantAt('2026-11-24', 0, zone), end: instantAt('2026-11-25', 0, zone) };
  const one = judged('2026-11-24', 'held', { allDay: true, original: day, effective: day });
  const lineage = lineageOf([one], { keptSince: 1 });
  const ledger = {
    opening: async () => null,
    onScreen: async () => ({ facts: [], lineage, numbers: {}, kept: [], marks: [], damaged: null }),
  };
  const own = 'America/New_York';
  const viewStore = createViewStore({ ...EMPTY_VIEW, owner: { ...PRIYA, zone: own } });
  const ports = { clock: () => day.end, ledger } as unknown as Ports;
  await showLineage({ ports, viewStore, item: null, place: null, showing: 0 } as unknown as Session, 'daily');
  const [shown] = viewStore.view().lineage?.occurrences ?? [];
  expect(shown && occurrenceWords(shown, timeWords(own), day.end)).toMatch(/^Tue 24 Nov, /);
});
