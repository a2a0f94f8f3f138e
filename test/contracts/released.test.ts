import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/ledger';
import { UPGRADE_STEPS } from '../../src/ledger/upgrade';
import { outsideOf } from './ledger-contract';
import { SAMPLES } from './released-samples';
import { checkIn, key, MONDAY, OWNER } from './sample-facts';
import { store } from './stored-sample';

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
});
