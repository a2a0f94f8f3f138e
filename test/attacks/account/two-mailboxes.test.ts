import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStamps, stampMemory } from '../../../src/browser/stamps';
import type { Owner } from '../../../src/domain/facts/things/person';
import { openLedger } from '../../../src/ledger/ledger';
import { createDrafts } from '../../../src/session/drafts';
import { keepView } from '../../../src/session/keep-view';
import { adoptReleased, partitioned } from '../../../src/session/storage/released';
import { databaseOf, findEarlierLog, openRightLog } from '../../../src/session/storage/right-log';
import { shelfOf } from '../../../src/session/storage/shelf';
import { recallView } from '../../../src/session/view-snapshot';
import type { Ports } from '../../../src/tasks/ports';
import { outsideOf } from '../../contracts/ledger-contract';
import { checkIn, decision, MONDAY, OWNER, sighting } from '../../contracts/sample-facts';
import { goldenView } from '../../ui/fake-actions';
import { NOW } from '../../ui/fixture';
import { createBrowserStore } from './browser-store';

const PRIYA = 'priya@n.example';
const MARCUS = 'marcus@n.example';

let store = createBrowserStore();
let indexedDB = new IDBFactory();
beforeEach(() => {
  store = createBrowserStore();
  indexedDB = new IDBFactory();
  vi.stubGlobal('localStorage', store);
});
afterEach(() => vi.unstubAllGlobals());

const shelf = (log: string, partition = '') => shelfOf({ log, partition }, () => store);
const noLedger = { ledger: { draft: async () => null } } as unknown as Ports;

describe('2 Two mailboxes in one browser profile', () => {
  test('read nothing of each other, whatever their addresses and names are, and in each partition apart', () => {
    const words = fc.string({ minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, words, words, words, (one, other, name, another) => {
        fc.pre(one !== other);
        store = createBrowserStore();
        shelf(one).setItem(name, 'mine');
        expect(shelf(other).getItem(another)).toBeNull();
        expect(shelf(other).names()).toEqual([]);
        expect(shelf(one, 'site:').names()).toEqual([]);
        expect(shelf(one).names()).toEqual([name]);
      }),
    );
  });

  test('lose no draft to each other, also where one address begins like the other', async () => {
    const [short, long] = [shelf('a@firm.co'), shelf('a@firm.co.uk')].map((one) =>
      createDrafts(noLedger, one),
    );
    short?.keep('decision', 'short');
    long?.keep('decision', 'long');
    short?.forgetAll();
    expect(await long?.recall('decision')).toBe('long');
    expect(await short?.recall('decision')).toBeNull();
  });

  test('paint nothing of each other before the log is there', () => {
    const item = { id: 'one', seriesId: 'series', start: null };
    keepView(shelf(MARCUS), item, goldenView(), NOW);
    expect(recallView(shelf(MARCUS), item, NOW)).not.toBeNull();
    expect(recallView(shelf(PRIYA), item, NOW)).toBeNull();
  });

  test('put no name of their own anywhere but under their address', () => {
    keepView(shelf(PRIYA), { id: 'one', seriesId: null }, goldenView(), NOW);
    createDrafts(noLedger, shelf(PRIYA)).keep('decision', 'typed');
    createStamps('a1', stampMemory(shelf(PRIYA))).stamp();
    expect(
      Object.keys(store).every((name) => name.startsWith(`loopkeeper/${encodeURIComponent(PRIYA)}/`)),
    ).toBe(true);
  });
});

describe('What a released version kept in small storage', () => {
  const released = {
    [`loopkeeper.draft.${PRIYA}.decision`]: '"typed"',
    [`loopkeeper.draft.${PRIYA}.recap:series/2026-11-20`]: '"half a mail"',
    'loopkeeper.draft.priya@n.example.org.decision': '"of somebody else"',
    [`loopkeeper.draft.${MARCUS}.decision`]: '"of Marcus"',
    'loopkeeper.stamp': '2026-11-16T09:30:00.000Z-0001-a1',
    'loopkeeper.theme': 'dark',
    'loopkeeper.worn': 'dark',
    'loopkeeper.snapshot.scene': '{"version":1,"value":{"items":["one"]}}',
  };

  test('is found again under the names of now, and belongs to whoever it belonged to', () => {
    store = createBrowserStore(released);
    adoptReleased(store, shelf(PRIYA, 'site:'), PRIYA);
    const found = shelf(PRIYA, 'site:');
    expect([...found.names()].sort()).toEqual([
      'draft/decision',
      'draft/recap:series/2026-11-20',
      'stamp',
      'theme',
    ]);
    expect(found.getItem('draft/decision')).toBe('"typed"');
    expect(store['loopkeeper.draft.priya@n.example.org.decision']).toBe('"of somebody else"');
    adoptReleased(store, shelf(MARCUS), MARCUS);
    expect(shelf(MARCUS).getItem('theme')).toBe('dark');
    expect(shelf(MARCUS).getItem('draft/decision')).toBe('"of Marcus"');
  });

  test('and named nobody, is painted for nobody', () => {
    store = createBrowserStore(released);
    adoptReleased(store, shelf(PRIYA), PRIYA);
    expect(store.getItem('loopkeeper.snapshot.scene')).toBeNull();
    expect(shelf(PRIYA).getItem('scene')).toBeNull();
  });

  test('does not take the place of what was typed since', () => {
    store = createBrowserStore(released);
    shelf(PRIYA).setItem('draft/decision', '"newer"');
    adoptReleased(store, shelf(PRIYA), PRIYA);
    expect(shelf(PRIYA).getItem('draft/decision')).toBe('"newer"');
  });

  test('to tell a lost log from a first run still does, in a partition as well', () => {
    store = createBrowserStore({ witness: 'said before' });
    const witness = partitioned(store, 'site:');
    expect(witness.getItem('witness')).toBe('said before');
    witness.setItem('witness', 'said now');
    expect(witness.getItem('witness')).toBe('said now');
    witness.removeItem('witness');
    expect(witness.getItem('witness')).toBeNull();
  });
});

describe('A changed primary address', () => {
  const NEW = 'priya.rao@n.example';
  const facts = [sighting('daily'), checkIn('c1', 'daily'), decision('d1', 'daily', 1)];
  const accountOf = (directoryId: string): Owner => ({ ...OWNER, directoryId });

  const ledgerOf = (log: string) =>
    openLedger({ ...outsideOf({ now: MONDAY, owner: OWNER }), indexedDB, name: databaseOf(log) });

  /** A log that was begun under this address, as the pane leaves it. */
  async function begun(log: string, objectId: string, ...more: Parameters<typeof sighting>[]) {
    const ledger = await ledgerOf(log);
    await ledger.append([...facts, ...more.map((one) => sighting(...one))]);
    await ledger.keepSetting('account', objectId);
    ledger.close();
  }

  /** The pane opens in this mailbox; `signedIn`: whom Graph names, null where nobody can ask. */
  async function opens(mailbox: string, signedIn: string | null) {
    let asked = 0;
    const open = async (log: string) => ({
      log,
      ledger: await ledgerOf(log),
      account: async () => {
        asked += 1;
        return signedIn === null ? null : accountOf(signedIn);
      },
    });
    const { log, ledger } = await openRightLog({ mailbox, partition: '', indexedDB }, open, ledgerOf);
    const size = await ledger.size();
    return { log, ledger, size, asked };
  }

  test('finds the log of before by the object id, at once and from then on without asking', async () => {
    await begun(PRIYA, 'oid-priya');
    const first = await opens(NEW, 'oid-priya');
    expect([first.log, first.size]).toEqual([PRIYA, facts.length]);
    first.ledger.close();
    const next = await opens(NEW, null);
    expect([next.log, next.size, next.asked]).toEqual([PRIYA, facts.length, 0]);
  });

  test('finds it where the log of the new address is there already, and empty', async () => {
    await begun(PRIYA, 'oid-priya');
    (await ledgerOf(NEW)).close();
    expect((await opens(NEW, 'oid-priya')).log).toBe(PRIYA);
  });

  test('finds a log whose account a released version kept with the owner alone', async () => {
    const ledger = await ledgerOf(PRIYA);
    await ledger.append(facts);
    await ledger.keepSetting('owner', accountOf('oid-priya'));
    ledger.close();
    expect((await opens(NEW, 'oid-priya')).log).toBe(PRIYA);
  });

  test.each([
    ['another account', 'oid-marcus'],
    ['nobody who can be asked', null],
  ])('opens no log for %s, though the address may once have been theirs', async (_, signedIn) => {
    await begun(PRIYA, 'oid-priya');
    expect(await opens(NEW, signedIn)).toMatchObject({ log: NEW, size: 0 });
  });

  test('that nobody could be asked about is found as soon as somebody is signed in, and said', async () => {
    await begun(PRIYA, 'oid-priya');
    const { log, ledger } = await opens(NEW, null);
    await ledger.append([sighting('daily', 1)]);
    await ledger.keepSetting('account', 'oid-priya');
    const mailbox = { mailbox: NEW, partition: '', indexedDB };
    await findEarlierLog(mailbox, log, accountOf('oid-marcus'));
    await expect(findEarlierLog(mailbox, log, accountOf('oid-priya'))).rejects.toMatchObject({
      kind: 'log-elsewhere',
    });
    ledger.close();
    const again = await opens(NEW, null);
    expect([again.log, again.size]).toEqual([PRIYA, facts.length + 1]);
  });

  test('makes one log of two: what was entered under the new address joins, and lies there no more', async () => {
    await begun(PRIYA, 'oid-priya');
    await begun(NEW, 'oid-priya', ['weekly'], ['weekly', 1]);
    const { log, ledger } = await opens(NEW, 'oid-priya');
    await findEarlierLog({ mailbox: NEW, partition: '', indexedDB }, log, accountOf('oid-priya')).catch(
      () => undefined,
    );
    ledger.close();
    const one = await opens(NEW, null);
    expect([one.log, one.size]).toEqual([PRIYA, facts.length + 2]);
    one.ledger.close();
    const emptied = await ledgerOf(NEW);
    expect(await emptied.size()).toBe(0);
  });

  test('asks nobody where the log of the mailbox is there, or no other one is', async () => {
    expect((await opens(NEW, 'oid-priya')).asked).toBe(0);
    await begun(MARCUS, 'oid-marcus');
    await begun(PRIYA, 'oid-priya');
    expect(await opens(PRIYA, 'oid-priya')).toMatchObject({ log: PRIYA, asked: 0 });
  });

  test('makes no database of one that went meanwhile, and leaves foreign ones alone', async () => {
    const foreign = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('loopkeeper of something else', 7);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    foreign.close();
    await opens(NEW, 'oid-priya');
    const names = (await indexedDB.databases()).map(({ name }) => name).sort();
    expect(names).toEqual(['loopkeeper of something else', databaseOf(NEW)].sort());
  });
});
