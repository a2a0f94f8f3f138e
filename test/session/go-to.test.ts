import { describe, expect, test } from 'vitest';
import { judging } from '../../src/domain/judge/verdict/judge';
import { openMemoryLedger } from '../../src/ledger/ledger';
import type { OpenItem } from '../../src/office/open-item';
import { goTo } from '../../src/session/go-to';
import type { House } from '../../src/session/house';
import { createStage } from '../../src/session/stage';
import { rememberPlace } from '../../src/tasks/find/find-place';
import type { Ports } from '../../src/tasks/ports';
import { EMPTY_SCENE } from '../../src/ui/desk/empty-scene';
import { about, at, daily, priya } from '../domain/builders/facts';

const NOW = at('2026-11-02 14:30');
const MEETING: OpenItem = {
  kind: 'appointment',
  id: 'AAMk-monday',
  seriesId: daily.series,
  title: 'Priya/Marcus daily sync',
  start: at('2026-11-02 15:00'),
  recurring: true,
  unsaved: false,
};
const NOTHING: OpenItem = {
  kind: 'none',
  id: null,
  seriesId: null,
  title: '',
  start: null,
  recurring: false,
  unsaved: false,
};

const one = async () => null;

/** A pinned pane with a log of the daily sync, whose ledger can be made to take its time. */
async function pinned() {
  const clock = () => NOW;
  const disk = await openMemoryLedger({ clock, judge: judging, owner: () => priya });
  const sync = about(daily);
  await disk.append([
    sync.seen(),
    sync.kept('start', '2026-10-19 09:00', at('2026-10-19 09:00')),
    sync.sighted('2026-11-02'),
  ]);
  let slow = Promise.resolve();
  let asked = (): void => undefined;
  const ledger: typeof disk = {
    ...disk,
    around: async (series) => {
      asked();
      const history = await disk.around(series);
      await slow;
      return history;
    },
  };
  const ports = { clock, ledger } as unknown as Ports;
  const place = { series: daily.series, occurrence: null };
  await rememberPlace(ports, { ...MEETING, isMessage: false }, place);
  const stage = createStage({ ...EMPTY_SCENE, owner: priya });
  // The calendar is being read for ever: what is shown comes from the log alone.
  const reading = new Promise<void>(() => undefined);
  const house = { ports, stage, item: null, place: null, showing: 0, reading } as unknown as House;
  return {
    house,
    shown: () => stage.scene().situation.kind,
    hold: () => {
      let release = (): void => undefined;
      slow = new Promise((resolve) => {
        release = resolve;
      });
      const reached = new Promise<void>((resolve) => {
        asked = resolve;
      });
      return { release, reached };
    },
  };
}

describe('A pinned pane', () => {
  test('shows what was chosen last, though the log of the meeting before comes later', async () => {
    const { house, shown, hold } = await pinned();
    const { release, reached } = hold();
    void goTo(house, MEETING, one);
    await reached;
    await goTo(house, NOTHING, one);
    expect(shown()).toBe('nothing-open');
    release();
    await house.ports.ledger.around(daily.series);
    await new Promise(setImmediate);
    expect(shown()).toBe('nothing-open');
    expect(house.stage.scene().lineage).toBeNull();
  });

  test('shows the meeting when it was chosen last', async () => {
    const { house, shown, hold } = await pinned();
    const { release, reached } = hold();
    void goTo(house, MEETING, one);
    await reached;
    await goTo(house, NOTHING, one);
    void goTo(house, MEETING, one);
    release();
    await expect.poll(shown).toBe('kept');
  });
});
