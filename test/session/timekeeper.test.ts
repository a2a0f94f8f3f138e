import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { judging, rejudge } from '../../src/domain/judge/verdict/judge';
import { HOUR, MINUTE } from '../../src/domain/time/time';
import { openMemoryLedger } from '../../src/ledger/ledger';
import type { Session } from '../../src/session/session';
import { keepTime } from '../../src/session/timekeeper';
import { createViewStore } from '../../src/session/view-store';
import type { Ports } from '../../src/tasks/ports';
import { EMPTY_VIEW } from '../../src/ui/port/empty-view';
import { about, at, daily, priya } from '../domain/builders/facts';

const MON = '2026-11-02';
const TUE = '2026-11-03';
const sync = about(daily);

afterEach(() => void vi.useRealTimers());
beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(at(`${MON} 14:30`));
});

/** A pane that is left open from half past two on. */
async function leftOpen(beside: 'the sync' | 'nothing' = 'the sync') {
  const clock = () => Date.now();
  const ledger = await openMemoryLedger({ clock, judge: judging, rejudge, owner: () => priya });
  await ledger.append([
    sync.seen(),
    sync.kept('start', '2026-10-19 09:00', at('2026-10-19 09:00')),
    sync.sighted(MON),
    sync.sighted(TUE),
  ]);
  const viewStore = createViewStore({ ...EMPTY_VIEW, owner: priya });
  const place: Session['place'] = beside === 'nothing' ? null : { series: daily.series, occurrence: null };
  const owed = vi.fn();
  const session = {
    ports: { clock, ledger } as unknown as Ports,
    viewStore,
    place,
    item: null,
    showing: 0,
    owed,
  } as unknown as Session;
  let shown = true;
  const heard: (() => void)[] = [];
  const judged = vi.spyOn(ledger, 'onScreen');
  keepTime(session, { isShown: () => shown, onReturn: (one) => void heard.push(one) });
  const { showAgain } = await import('../../src/session/session');
  await showAgain(session);
  judged.mockClear();
  owed.mockClear();
  return {
    judged,
    owed,
    owes: (loopsUntil: number) => viewStore.show({ loopsUntil }),
    monday: () => viewStore.view().lineage?.occurrences.find(({ date }) => date === MON),
    hide: () => {
      shown = false;
    },
    comeBack: async () => {
      shown = true;
      for (const tell of heard) tell();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('A pane that is left open', () => {
  test('asks what happened when the meeting begins, and knows when it is over, without a reload', async () => {
    const pane = await leftOpen();
    expect(pane.monday()).toMatchObject({ outcome: 'upcoming', questions: [] });
    await vi.advanceTimersByTimeAsync(30 * MINUTE - 1);
    expect(pane.monday()?.questions).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(pane.monday()).toMatchObject({ outcome: 'upcoming', questions: ['what-happened'] });
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(pane.monday()).toMatchObject({ outcome: 'not-recorded', questions: ['what-happened'] });
  });

  test('judges at the instants that matter only', async () => {
    const pane = await leftOpen();
    await vi.advanceTimersByTimeAsync(8 * HOUR);
    expect(pane.judged).toHaveBeenCalledTimes(2);
  });

  test('does not judge while nobody looks, and does so at once when somebody comes back', async () => {
    const pane = await leftOpen();
    pane.hide();
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    expect(pane.judged).not.toHaveBeenCalled();
    await pane.comeBack();
    expect(pane.monday()?.outcome).toBe('not-recorded');
    await pane.comeBack();
    expect(pane.judged).toHaveBeenCalledTimes(1);
  });

  test('hears of a machine that slept through the beginning', async () => {
    const pane = await leftOpen();
    vi.setSystemTime(at(`${MON} 15:10`));
    await pane.comeBack();
    expect(pane.monday()?.questions).toEqual(['what-happened']);
  });

  test('looks at what is owed when time alone changes it, beside no meeting at all (14)', async () => {
    const pane = await leftOpen('nothing');
    pane.owes(at(`${MON} 15:30`));
    await vi.advanceTimersByTimeAsync(HOUR - 1);
    expect(pane.owed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(pane.owed).toHaveBeenCalledTimes(1);
    expect(pane.judged).not.toHaveBeenCalled();
  });
});
