import type { Owner } from '../domain/facts/things/person';
import type { Zone } from '../domain/time/time';
import { Trouble } from '../domain/trouble';
import type { TroubleKind } from '../domain/trouble-rows';
import type { GraphClient } from './client/client';
import { unreadable } from './client/errors';
import { type Json, listOf, textOf } from './client/json';
import { CALLS } from './client/permissions';
import { addressOf } from './shapes/person-json';
import { zoneOf } from './shapes/zone-names';

/** Without MailboxSettings.Read, or without a readable zone there, `browserZone` counts. */
export async function readOwner(client: GraphClient, me: Json, browserZone: Zone): Promise<Owner> {
  const owner = ownerOf(me, (await mailboxZone(client)) ?? browserZone);
  if (owner === null) throw unreadable({ call: CALLS.me }, 'neither id nor address');
  return owner;
}

/** Mail addresses first; `proxyAddresses` also lists other kinds (`x500:`, `SIP:`). */
export function ownerOf(me: Json, zone: Zone): Owner | null {
  const proxies = listOf(me.proxyAddresses).filter((one) => /^smtp:/i.test(textOf(one) ?? ''));
  const all = [me.mail, me.userPrincipalName, ...proxies, ...listOf(me.otherMails)].map(addressOf);
  const addresses = [...new Set(all.filter((address) => address !== ''))];
  const directoryId = textOf(me.id);
  const [address = ''] = addresses;
  if (address === '' && directoryId === null) return null;
  return {
    key: address === '' ? `id:${directoryId}` : address,
    name: textOf(me.displayName) ?? address,
    address,
    otherAddresses: addresses,
    ...(directoryId === null ? {} : { directoryId }),
    zone,
  };
}

/** A zone is worth a request, but not a question to the person. */
const DO_WITHOUT: readonly TroubleKind[] = [
  'not-permitted',
  'not-found',
  'mailbox-out-of-reach',
  'sign-in-needed',
  'consent-refused',
  'admin-approval-needed',
  'refused-by-server',
  'unreadable-answer',
];

async function mailboxZone(client: GraphClient): Promise<Zone | null> {
  try {
    return zoneOf((await client({ call: CALLS.mailboxSettings, query: { $select: 'timeZone' } })).timeZone);
  } catch (thrown) {
    if (thrown instanceof Trouble && DO_WITHOUT.includes(thrown.kind)) return null;
    throw thrown;
  }
}
