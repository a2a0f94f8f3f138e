import { describe, expect, test } from 'vitest';
import { isMark } from '../../../src/domain/facts/log/mark';
import { judging } from '../../../src/domain/judge/verdict/judge';
import { openMemoryLedger } from '../../../src/ledger/ledger';
import { markAway, unmark } from '../../../src/tasks/enter/mark-away';
import type { Ports } from '../../../src/tasks/ports';
import { logJson, parseLogJson } from '../../at-once';
import { about, at, daily, marcus, priya } from '../../domain/builders/facts';

const WED = '2026-11-04';
const sync = about(daily);
const NOW = at('2026-11-05 18:00');

async function opened() {
  const clock = () => NOW;
  const ledger = await openMemoryLedger({ clock, judge: judging, owner: () => priya });
  await ledger.append([
    sync.seen(),
    sync.sighted(WED),
    sync.kept('start', '2026-10-19 09:00', at('2026-10-19 09:00')),
  ]);
  let count = 0;
  const ports = { clock, ledger, seal: { stamp: () => `stamp-${++count}` } } as unknown as Ports;
  const outcome = async () =>
    (await ledger.view(daily.series))?.occurrences.find(({ date }) => date === WED)?.outcome;
  return { ports, ledger, outcome };
}
const draft = { person: marcus.key, kind: 'away', from: WED, until: WED } as const;

describe('A mark by hand', () => {
  test('is judged at once in every log the person is in, and so is taking it back', async () => {
    const { ports, ledger, outcome } = await opened();
    expect(await outcome()).toBe('not-recorded');
    expect(await markAway(ports, draft, priya.zone)).toEqual({ ok: true, value: null });
    expect(await outcome()).toBe('excluded-away');
    const mark = (await ledger.allFacts()).find(isMark);
    if (mark === undefined) throw new Error('nothing was marked');
    const undone = await unmark(ports, mark);
    expect(await outcome()).toBe('not-recorded');
    // Nothing was removed, and undoing can be undone.
    expect((await ledger.allFacts()).filter(isMark)).toHaveLength(1);
    await unmark(ports, { id: undone, person: mark.person });
    expect(await outcome()).toBe('excluded-away');
  });

  test('goes with an export, and means the same where it comes in, whatever comes first', async () => {
    const { ports, ledger, outcome } = await opened();
    await markAway(ports, draft, priya.zone);
    const mark = (await ledger.allFacts()).find(isMark);
    if (mark === undefined) throw new Error('nothing was marked');
    await unmark(ports, mark);
    const facts = await ledger.allFacts();
    const file = parseLogJson(logJson({ facts, owner: priya, exportedAt: NOW, app: 'test' }));
    if (!file.ok) throw new Error(file.fault.why);
    for (const order of [file.value.facts, [...file.value.facts].reverse()]) {
      const other = await opened();
      for (const fact of order) await other.ledger.append([fact]);
      expect(await other.outcome()).toBe(await outcome());
      expect((await other.ledger.allFacts()).filter(isMark)).toHaveLength(1);
      expect(await other.ledger.rebuild()).toBe(true);
      expect(await other.ledger.check()).toBe(true);
    }
  });

  test('that cannot be taken changes nothing', async () => {
    const { ports, ledger } = await opened();
    const before = (await ledger.allFacts()).length;
    const made = await markAway(ports, { ...draft, until: '2026-11-03' }, priya.zone);
    expect(made).toEqual({ ok: false, fault: 'ends-before-it-starts' });
    expect((await ledger.allFacts()).length).toBe(before);
  });
});
