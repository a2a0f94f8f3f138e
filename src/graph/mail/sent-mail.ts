import type { Instant } from '../../domain/time/time';
import type { GraphClient } from '../client/client';
import { fieldsOf, listOf, textOf } from '../client/json';
import { readAll } from '../client/paging';
import { CALLS } from '../client/permissions';
import { instantOf } from '../shapes/graph-times';

/** The name our key has in Exchange. It stays in the sender's mailbox. */
export const KEY = 'String {6d1e7b1a-0c1c-4a54-9d0f-6a1d2f0d3c55} Name RecapKey';

/** When Exchange is to send it (MS-OXOMSG 2.2.3.4); what Outlook shows of it is the other one. */
export const DEFERRED_SEND = 'SystemTime 0x3FEF';
export const DEFERRED_DELIVERY = 'SystemTime 0x000F';

/**
 * Where a mail with a key of ours stands. `waits`: it was given a time to go at, and lies in Drafts until then; whether it
 * says of itself that it is a draft meanwhile differs. `thrown-away`: it lies in Deleted Items and did not go.
 */
export type MailStanding = 'went' | 'draft' | 'waits' | 'thrown-away';

export interface FoundMail {
  readonly id: string;
  readonly standing: MailStanding;
  readonly sentAt: Instant | null;
  /** Addresses it went to, in lower case. */
  readonly to: readonly string[];
  /** What it and the replies to it have in common in this mailbox; null where Graph does not say. */
  readonly conversation: string | null;
  /** By which its reader finds the very mail in their own mailbox; null where Graph does not say. */
  readonly internetMessageId: string | null;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
  /** When Exchange was told to send it; null: at once. */
  readonly goesAt: Instant | null;
}

/** A mail as Graph lists it; which folder it lies in is an id. */
export interface ListedMail extends Omit<FoundMail, 'standing'> {
  readonly isDraft: boolean;
  readonly folder: string | null;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** All mails with this key: first what went, then drafts, the oldest first. */
export async function mailsWith(client: GraphClient, key: string): Promise<readonly ListedMail[]> {
  const $filter = `singleValueExtendedProperties/any(ep: ep/id eq ${quoted(KEY)} and ep/value eq ${quoted(key)})`;
  const $select =
    'id,isDraft,sentDateTime,createdDateTime,lastModifiedDateTime,parentFolderId,toRecipients,conversationId,internetMessageId';
  const $expand = `singleValueExtendedProperties($filter=id eq ${quoted(DEFERRED_SEND)})`;
  const found = await readAll(client, { call: CALLS.findMail, query: { $filter, $select, $expand } });
  return found
    .flatMap(listedMail)
    .sort((a, b) => Number(a.isDraft) - Number(b.isDraft) || a.madeAt - b.madeAt);
}

function listedMail(json: unknown): readonly ListedMail[] {
  const fields = fieldsOf(json);
  const id = textOf(fields?.id);
  if (fields === null || id === null) return [];
  const isDraft = fields.isDraft === true;
  const to = listOf(fields.toRecipients).flatMap((one) => {
    const address = textOf(fieldsOf(fieldsOf(one)?.emailAddress)?.address);
    return address === null ? [] : [address.toLowerCase()];
  });
  const madeAt = instantOf(fields.createdDateTime) ?? 0;
  return [
    {
      ...{ id, isDraft, to, madeAt },
      changedAt: instantOf(fields.lastModifiedDateTime) ?? madeAt,
      sentAt: isDraft ? null : instantOf(fields.sentDateTime),
      goesAt: deferralIn(fields.singleValueExtendedProperties),
      conversation: textOf(fields.conversationId),
      internetMessageId: textOf(fields.internetMessageId),
      folder: textOf(fields.parentFolderId),
    },
  ];
}

function deferralIn(properties: unknown): Instant | null {
  const [only] = listOf(properties);
  return instantOf(fieldsOf(only)?.value);
}

export interface Folders {
  readonly drafts: string | null;
  readonly deleted: string | null;
}

export async function readFolders(client: GraphClient): Promise<Folders> {
  const idOf = async (name: string) => {
    const path = `/me/mailFolders/${name}`;
    return textOf((await client({ call: CALLS.mailFolder, path, query: { $select: 'id' } })).id);
  };
  const [drafts, deleted] = await Promise.all([idOf('drafts'), idOf('deleteditems')]);
  return { drafts, deleted };
}

/** The hour at which a mail says that it was sent may be a little before the one that it was meant to go at. */
const SLACK = 60_000;

/** Whether anything but the mail itself is needed to tell where it stands. */
export const isPlain = ({ isDraft, goesAt }: ListedMail): boolean => !isDraft && goesAt === null;

export function standingOf(mail: ListedMail, { drafts, deleted }: Folders): MailStanding {
  const { isDraft, goesAt, folder, sentAt } = mail;
  const neverWent = isDraft || (goesAt !== null && (sentAt ?? 0) < goesAt - SLACK);
  if (folder !== null && folder === deleted) return neverWent ? 'thrown-away' : 'went';
  if (isDraft || (folder !== null && folder === drafts)) return goesAt === null ? 'draft' : 'waits';
  return 'went';
}
