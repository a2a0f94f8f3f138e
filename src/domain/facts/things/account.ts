import { addressKey, type Person } from './person';

/** Who is signed in, as their directory and their own addresses say: names of people are no part of it. */
export type Account = Pick<Person, 'address' | 'otherAddresses' | 'directoryId'>;

/** Whose mailbox the pane is in, and whose log it has open. */
export interface Whose {
  readonly mailbox: string;
  /** Object id of the account that the log was kept for; null before any account was. */
  readonly objectId: string | null;
}

/**
 * Whether this is the account of the mailbox and the log. One of two is enough: sign-in names differ from addresses, an
 * address can change, and a mailbox that moves to another directory gets another object id there.
 */
export function isAccountOf({ mailbox, objectId }: Whose, account: Account): boolean {
  const addresses = [account.address, ...(account.otherAddresses ?? [])].map(addressKey);
  return (
    (objectId !== null && account.directoryId === objectId) ||
    (mailbox !== '' && addresses.includes(addressKey(mailbox)))
  );
}
