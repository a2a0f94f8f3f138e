import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/ledger';
import { UPGRADE_STEPS } from '../../src/ledger/upgrade';
import { outsideOf } from './ledger-contract';
import { checkIn, key, MONDAY, OWNER } from './sample-facts';

/** A database as a released version left it, record by record. */
interface Sample {
  readonly version: number;
  readonly shelves: Readonly<Record<string, { keyPath: string | string[]; records: readonly unknown[] }>>;
}

const FOLDER = 'test/contracts/released';
const samples = readdirSync(FOLDER).map(
  (name): Sample => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')),
);

function stored({ version, shelves }: Sample): Promise<IDBFactory> {
  const indexedDB = new IDBFactory();
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('loopkeeper', version);
    request.onupgradeneeded = () => {
      for (const [name, { keyPath, records }] of Object.entries(shelves)) {
        const shelf = request.result.createObjectStore(name, { keyPath });
        for (const record of records) shelf.put(record);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(indexedDB);
    };
    request.onerror = () => reject(request.error);
  });
}

test('there is a sample of every version that was released', () => {
  const versions = samples.map(({ version }) => version).sort((a, b) => a - b);
  expect(versions).toEqual(UPGRADE_STEPS.map((_, step) => step + 1));
});

describe.each(samples)('A log of version $version', (sample) => {
  test('opens with everything in it, and goes on', async () => {
    const indexedDB = await stored(sample);
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
