import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/domain/measure/columns';
import { DAY } from '../../src/domain/time/time';
import { openLedger } from '../../src/ledger/ledger';
import { UPGRADE_STEPS } from '../../src/ledger/store/upgrade';
import { rejectsWith } from './check';
import { outsideOf } from './ledger-contract';
import { factsIn, SAMPLES } from './released-samples';
import { checkIn, key, MONDAY, OWNER } from './sample-facts';
import { store } from './stored-sample';

/** The version that brought the columns. */
const KEPT_SINCE = 3;
const NOTHING = { occurrences: [], judgedAt: 0 };

test('there is a sample of every version that was released', () => {
  const versions = SAMPLES.map(({ version }) => version).sort((a, b) => a - b);
  expect(versions).toEqual(UPGRADE_STEPS.map((_, step) => step + 1));
});

describe.each(SAMPLES)('A log of version $version', (sample) => {
  test('opens with everything in it, and goes on', async () => {
    const indexedDB = await store(new IDBFactory(), 'loopkeeper', sample);
    const ledger = await openLedger({ ...outsideOf({ now: MONDAY, owner: OWNER }), indexedDB });
    const ids = (await ledger.allFacts()).map(({ id }) => id).sort();
    expect(ids).toEqual(
      [
        'e1',
        'e2',
        'k1',
        'l1',
        'm1',
        'r1',
        'sighting:a:0:0',
        'sighting:a:1:0',
        'sighting:b:0:0',
        'u1',
        'w1',
      ].sort(),
    );
    expect(await ledger.draft('recap')).toEqual({ text: 'Half a word' });
    expect(await ledger.setting('device')).toBe('sample');
    expect(await ledger.marks()).toEqual([{ series: 'a', sweptAt: MONDAY, mailsUntil: MONDAY }]);
    expect((await ledger.view('a'))?.occurrences.some((one) => one.key === key('a'))).toBe(true);
    expect((await ledger.check()) && (await ledger.rebuild())).toBe(true);
    expect(await ledger.append([checkIn('e3', 'a', 1)])).toHaveLength(1);
  });

  test('counts its trend from columns as soon as they are kept, and says nothing of it before', async () => {
    const indexedDB = await store(new IDBFactory(), 'loopkeeper', sample);
    const outside = outsideOf({ now: MONDAY + 3 * DAY, owner: OWNER });
    const ledger = await openLedger({ ...outside, indexedDB });
    const columns = async () => (await ledger.opening('a'))?.columns ?? null;
    const whole = async () => columnsOf((await ledger.around('a')).lineage ?? NOTHING);
    expect((await whole()).starts).toHaveLength(3);
    expect(await columns()).toEqual(sample.version < KEPT_SINCE ? null : await whole());
    await ledger.append([checkIn('e3', 'b', 0)]);
    expect(await columns()).toEqual(await whole());
    expect((await ledger.check()) && (await ledger.rebuild())).toBe(true);
  });

  test('is read as it is where it cannot be upgraded', async () => {
    const indexedDB = await store(new IDBFactory(), 'loopkeeper', sample);
    const broken = () => {
      throw new Error('a mistake in a step');
    };
    const steps = [...UPGRADE_STEPS.slice(0, sample.version), broken];
    const outside = outsideOf({ now: MONDAY + 3 * DAY, owner: OWNER });
    const ledger = await openLedger({ ...outside, indexedDB, steps });
    expect((await ledger.allFacts()).map(({ id }) => id).sort()).toEqual(
      factsIn(sample)
        .map(({ id }) => id)
        .sort(),
    );
    expect((await ledger.opening('a'))?.lineage.series ?? null).toEqual(
      sample.version < 2 ? null : ['a', 'b'],
    );
    expect((await ledger.around('a')).lineage?.occurrences).toHaveLength(3);
    expect([(await ledger.onScreen('a')).damaged, await ledger.check()]).toEqual([null, true]);
    await rejectsWith('storage-not-upgraded', ledger.append([checkIn('e3', 'a', 1)]));
  });
});
