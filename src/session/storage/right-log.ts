import type { Owner } from '../../domain/facts/things/person';
import { Trouble } from '../../domain/trouble';
import { type OtherLog, otherLogs } from '../../ledger/browser/other-logs';
import type { Ledger } from '../../ledger/ledger';
import { logOf, rememberLogOf } from './shelf';

const DATABASE = 'loopkeeper ';

/** The database of the log that was begun under this address. */
export const databaseOf = (log: string): string => DATABASE + log;

const isDatabase = (name: string): boolean => name.startsWith(DATABASE);

/** What of an opened log says whether it is the right one. */
export interface OpenedLog {
  readonly log: string;
  readonly ledger: Pick<Ledger, 'kept' | 'size' | 'append' | 'close' | 'setting'>;
  /** The account of this mailbox; null where nobody can tell without a window, or in time. */
  readonly account: () => Promise<Owner | null>;
}

/** A log that is only emptied into another one. */
export type Emptied = Pick<Ledger, 'allFacts' | 'eraseAll' | 'close'>;

interface Mailbox {
  readonly mailbox: string;
  readonly partition: string;
  readonly indexedDB: IDBFactory | undefined;
}

/**
 * Opens the log of a mailbox. A log goes by the address under which it was begun, and is known again by the object id of
 * its account: whoever got another address finds the log of before, not an empty one. An address alone says nothing: it
 * may have gone to somebody else.
 */
export async function openRightLog<Wired extends OpenedLog>(
  { mailbox, partition, indexedDB }: Mailbox,
  open: (log: string) => Promise<Wired>,
  openToEmpty: (log: string) => Promise<Emptied>,
): Promise<Wired> {
  const log = logOf(mailbox, partition);
  const opened = await open(log);
  if (opened.ledger.kept === 'memory') return opened;
  if (log !== mailbox) {
    await carryOver(opened, mailbox, indexedDB, openToEmpty);
    return opened;
  }
  if ((await opened.ledger.size()) > 0) return opened;
  const others = await withFacts(indexedDB, log);
  const account = others.length === 0 ? null : await opened.account();
  const earlier = others.find(({ objectId }) => objectId === account?.directoryId);
  if (earlier === undefined) return opened;
  opened.ledger.close();
  rememberLogOf(mailbox, partition, earlier.log);
  return open(earlier.log);
}

/**
 * For whoever could not be asked when the pane opened. What was entered meanwhile is carried over when the pane opens
 * next. Throws `log-elsewhere`.
 */
export async function findEarlierLog(
  { mailbox, partition, indexedDB }: Mailbox,
  log: string,
  account: Owner,
): Promise<void> {
  if (log !== mailbox || account.directoryId === undefined) return;
  const others = await withFacts(indexedDB, log);
  const earlier = others.find(({ objectId }) => objectId === account.directoryId);
  if (earlier === undefined) return;
  rememberLogOf(mailbox, partition, earlier.log);
  throw new Trouble('log-elsewhere', 'the log of this machine');
}

/** What was entered under the new address before the log was found goes into it; only then is it erased there. */
async function carryOver(
  { log, ledger }: OpenedLog,
  mailbox: string,
  indexedDB: IDBFactory | undefined,
  openToEmpty: (log: string) => Promise<Emptied>,
): Promise<void> {
  const account = await ledger.setting('account');
  const begun = (await withFacts(indexedDB, log)).find(
    (other) => other.log === mailbox && other.objectId === account,
  );
  if (begun === undefined) return;
  const other = await openToEmpty(mailbox);
  await ledger.append(await other.allFacts());
  await other.eraseAll();
  other.close();
}

type Found = OtherLog & { readonly log: string };

const withFacts = async (indexedDB: IDBFactory | undefined, log: string): Promise<readonly Found[]> =>
  (await otherLogs(indexedDB, databaseOf(log), isDatabase))
    .filter(({ facts }) => facts > 0)
    .map((other) => ({ ...other, log: other.name.slice(DATABASE.length) }));
