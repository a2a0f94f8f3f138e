import { describe, expect, test } from 'vitest';
import { judging } from '../../src/domain/judge/verdict/judge';
import { openMemoryLedger } from '../../src/ledger/ledger';
import type { OpenItem } from '../../src/office/open-item';
import { backToOpen, goTo, openByName } from '../../src/session/go-to';
import { type Session, showAgain } from '../../src/session/session';
import type { StorageShelf } from '../../src/session/storage/shelf';
import { createViewStore } from '../../src/session/view-store';
import { rememberPlace } from '../../src/tasks/find/find-place';
import type { Ports } from '../../src/tasks/ports';
import { EMPTY_VIEW } from '../../src/ui/port/empty-view';
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
    onScreen: async (series) => {
      asked();
      const screen = await disk.onScreen(series);
      await slow;
      return screen;
    },
  };
  const ports = { clock, ledger } as unknown as Ports;
  const place = { series: daily.series, occurrence: null };
  await rememberPlace(ports, { ...MEETING, isMessage: false }, place);
  const viewStore = createViewStore({ ...EMPTY_VIEW, owner: priya });
  // The calendar is being read for ever: what is shown comes from the log alone.
  const reading = new Promise<void>(() => undefined);
  const owed = () => undefined;
  const session = {
    ports,
    viewStore,
    item: null,
    place: null,
    showing: 0,
    reading,
    owed,
  } as unknown as Session;
  return {
    session,
    shown: () => viewStore.view().situation.kind,
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
    const { session, shown, hold } = await pinned();
    const { release, reached } = hold();
    void goTo(session, MEETING, one);
    await reached;
    await goTo(session, NOTHING, one);
    expect(shown()).toBe('nothing-open');
    release();
    await session.ports.ledger.onScreen(daily.series);
    await new Promise(setImmediate);
    expect(shown()).toBe('nothing-open');
    expect(session.viewStore.view().lineage).toBeNull();
  });

  test('shows the meeting when it was chosen last', async () => {
    const { session, shown, hold } = await pinned();
    const { release, reached } = hold();
    void goTo(session, MEETING, one);
    await reached;
    await goTo(session, NOTHING, one);
    void goTo(session, MEETING, one);
    release();
    await expect.poll(shown).toBe('kept');
  });
});

describe('A log that is opened by its name', () => {
  /** Beside a mail that is about no meeting: nothing of a kept series is open. */
  const MAIL: OpenItem = { ...NOTHING, kind: 'message', id: 'AAMk-mail', title: 'Lunch?' };

  test('is there though Outlook shows no item of its series', async () => {
    const { session, shown } = await pinned();
    for (const item of [NOTHING, MAIL]) {
      await goTo(session, item, one);
      expect(session.viewStore.view()).toMatchObject({ lineage: null, kept: [{ lineage: daily.series }] });
      await openByName(session, daily.series, item);
      expect(shown()).toBe('kept');
      expect(session.viewStore.view().lineage?.id).toBe(daily.series);
    }
  });

  test('stays while Outlook shows the same, however often the pane hears of it, and after something was entered', async () => {
    const { session } = await pinned();
    await goTo(session, MAIL, one);
    await openByName(session, daily.series, MAIL);
    await goTo(session, MAIL, one);
    await goTo(session, { ...MAIL }, one);
    await showAgain(session);
    expect(session.viewStore.view().lineage?.id).toBe(daily.series);
    expect(session.viewStore.view().situation).toEqual({ kind: 'kept', open: null, byName: true });
  });

  test('is not said to have been read when only another meeting was', async () => {
    const { session } = await pinned();
    session.viewStore.freshness({ readAt: NOW - 13 * 60_000 });
    await openByName(session, daily.series, MAIL);
    expect(session.viewStore.view().freshness.readAt).toBeNull();
    await session.ports.ledger.append([], [{ series: 'another', sweptAt: NOW, mailsUntil: null }]);
    await openByName(session, daily.series, MAIL);
    expect(session.viewStore.view().freshness.readAt).toBeNull();
    await session.ports.ledger.append(
      [],
      [{ series: daily.series, sweptAt: NOW - 60_000, mailsUntil: null }],
    );
    await openByName(session, daily.series, MAIL);
    expect(session.viewStore.view().freshness.readAt).toBe(NOW - 60_000);
  });

  test('gives way to another item that is opened, and to the way back', async () => {
    const { session, shown } = await pinned();
    await goTo(session, MAIL, one);
    await openByName(session, daily.series, MAIL);
    await goTo(session, NOTHING, one);
    expect(shown()).toBe('nothing-open');
    expect(session.viewStore.view().lineage).toBeNull();
    await openByName(session, daily.series, NOTHING);
    await backToOpen(session, NOTHING, one);
    expect(shown()).toBe('nothing-open');
    expect(session.viewStore.view().lineage).toBeNull();
  });

  test('is not what the first view of the open item shows at the next opening', async () => {
    const { session } = await pinned();
    const stored = new Map<string, string>();
    const shelf: StorageShelf = {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
      names: () => [...stored.keys()],
    };
    Object.assign(session, { shelf });
    session.item = { ...MEETING, id: 'AAMk-another', seriesId: null, isMessage: false };
    await openByName(session, daily.series, MEETING);
    expect([...stored.keys()]).toEqual([]);
    delete session.byName;
    await showAgain(session);
    expect([...stored.keys()]).not.toEqual([]);
  });
});
