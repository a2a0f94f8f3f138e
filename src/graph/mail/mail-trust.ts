import { Trouble } from '../../domain/trouble';
import { type MailHeader, saysForged } from '../../formats/mail/authentication';
import type { GraphClient } from '../client/client';
import { fieldsOf, type Json, listOf, textOf } from '../client/json';
import { CALLS, type GraphCall } from '../client/permissions';

/** What has to be asked for to tell whether a mail is a source at all. */
export const TRUST_FIELDS = 'sender,parentFolderId,internetMessageHeaders';

/** Junk is asked for only once there is a mail that could lie in it. */
export interface MailFolders {
  readonly sentItems: string | null;
  readonly junk: () => Promise<string | null>;
}

const JUNK = 'junkemail';

/**
 * Junk is no source, whatever it says, and neither is a mail of which the receiving server says that it is forged.
 * Deleted Items are one: Outlook puts there what it has processed. Of a subfolder of Junk nothing is known.
 */
function isSource(message: Json, junk: string | null): boolean {
  const folder = textOf(message.parentFolderId);
  if (folder !== null && (folder === junk || folder.toLowerCase() === JUNK)) return false;
  return !saysForged(headersOf(message));
}

/** Those of these mails that are a source. */
export async function sourcesAmong(
  messages: readonly unknown[],
  junk: MailFolders['junk'],
): Promise<readonly Json[]> {
  if (messages.length === 0) return [];
  const folder = await junk();
  return messages.flatMap((message) => {
    const fields = fieldsOf(message);
    return fields !== null && isSource(fields, folder) ? [fields] : [];
  });
}

/**
 * What came from outside in the owner's own name is no word of theirs: the copy of what they sent came by no server and
 * has no trace of one.
 */
export const cameFromOutside = (message: Json): boolean =>
  headersOf(message).some(({ name }) => name.toLowerCase() === 'received');

export const headersOf = ({ internetMessageHeaders }: Json): readonly MailHeader[] =>
  listOf(internetMessageHeaders).flatMap((one) => {
    const fields = fieldsOf(one);
    const [name, value] = [textOf(fields?.name), textOf(fields?.value)];
    return name === null || value === null ? [] : [{ name, value }];
  });

/** The address of whoever sent it, where that is another one than it is from; in lower case. */
export function otherSender(message: Json): string | null {
  const from = mailAddress(message.from);
  const sender = mailAddress(message.sender);
  return sender === null || sender === from ? null : sender;
}

export const mailAddress = (recipient: unknown): string | null =>
  textOf(fieldsOf(fieldsOf(recipient)?.emailAddress)?.address)?.toLowerCase() ?? null;

/** The id of a well-known folder; null where it cannot be told. Throws only what would stop everything else, too. */
async function folderId(client: GraphClient, call: GraphCall): Promise<string | null> {
  try {
    return textOf((await client({ call, query: { $select: 'id' } })).id);
  } catch (thrown) {
    const kind = thrown instanceof Trouble ? thrown.kind : null;
    if (kind === 'not-found' || kind === 'refused-by-server') return null;
    throw thrown;
  }
}

export const junkFolder = (client: GraphClient): Promise<string | null> => folderId(client, CALLS.junkFolder);
export const sentItemsFolder = (client: GraphClient): Promise<string | null> =>
  folderId(client, CALLS.sentItems);
