import { addressKey, type Person } from '../domain/facts/things/person';

/** Somebody as Outlook shows them; null for a row that names nobody. */
export function personOf(details: Office.EmailAddressDetails | null): Person | null {
  const address = addressKey(details?.emailAddress ?? '');
  const name = (details?.displayName ?? '').trim();
  // Old addresses of Exchange are paths, to which nobody can write.
  if (address.includes('@')) return { key: address, name: name === '' ? address : name, address };
  return name === '' ? null : { key: `row:${name.toLowerCase()}`, name, address: '' };
}
