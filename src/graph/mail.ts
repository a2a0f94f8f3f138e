import type { Message } from '../domain/facts/message';
import type { Person } from '../domain/facts/person';
import type { Instant } from '../domain/time/time';
import { Trouble } from '../domain/trouble';
import type { GraphClient } from './client';
import { unreadable } from './errors';
import { fieldsOf, listOf, textOf } from './json';
import { readAll } from './paging';
import { CALLS } from './permissions';
import { instantOf } from './times';

/** The name our key has in Exchange. It stays in the sender's mailbox. */
const RECAP_KEY = 'String {6d1e7b1a-0c1c-4a54-9d0f-6a1d2f0d3c55} Name RecapKey';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

interface FoundMail {
  readonly id: string;
  readonly sentAt: Instant | null;
  readonly isDraft: boolean;
  /** Addresses it went to, in lower case. */
  readonly to: readonly string[];
  /** What it and the replies to it have in common in this mailbox; null where Graph does not say. */
  readonly conversation: string | null;
}

/** Outgoing mail. Nothing here repeats a sending; a lost answer is an `unknown-outcome`. */
export const createPostbox = (client: GraphClient) => ({
  /**
   * What became of the mail with this key. The copy in Sent Items can appear late: null means "not found", never
   * "not sent". Of several, one that went counts before a draft.
   */
  async find(key: string): Promise<FoundMail | null> {
    const filter = `singleValueExtendedProperties/any(ep: ep/id eq ${quoted(RECAP_KEY)} and ep/value eq ${quoted(key)})`;
    const $select = 'id,isDraft,sentDateTime,parentFolderId,toRecipients,conversationId';
    const found = await readAll(client, { call: CALLS.findMail, query: { $filter: filter, $select } });
    const mails = found.flatMap(foundMail);
    return mails.find(({ isDraft }) => !isDraft) ?? mails[0] ?? null;
  },

  async draft(
    message: Message,
    key: string,
  ): Promise<{ readonly id: string; readonly webLink: string; readonly conversation: string | null }> {
    const body = { ...messageJson(message), singleValueExtendedProperties: [{ id: RECAP_KEY, value: key }] };
    const made = await client({ call: CALLS.draft, body });
    const id = textOf(made.id);
    if (id === null) throw unreadable({ call: CALLS.draft }, 'a draft without an id');
    return { id, webLink: textOf(made.webLink) ?? '', conversation: textOf(made.conversationId) };
  },

  async outlookId(id: string): Promise<string> {
    const answer = await client({
      call: CALLS.translateIds,
      body: { inputIds: [id], sourceIdType: 'restImmutableEntryId', targetIdType: 'restId' },
    });
    return textOf(fieldsOf(listOf(answer.value)[0])?.targetId) ?? id;
  },

  async send(id: string): Promise<void> {
    const path = `/me/messages/${encodeURIComponent(id)}/send`;
    await client({ call: CALLS.send, path, answers: false, done: 202 });
  },

  /** A draft that is not there any more is discarded; what has gone meanwhile is no draft, and stays. */
  async discard(id: string): Promise<void> {
    const path = `/me/messages/${encodeURIComponent(id)}`;
    try {
      const there = await client({ call: CALLS.draftThere, path, query: { $select: 'id,isDraft' } });
      if (there.isDraft === true) await client({ call: CALLS.discard, path, answers: false });
    } catch (thrown) {
      if (!(thrown instanceof Trouble) || thrown.kind !== 'not-found') throw thrown;
    }
  },

  async sendDirectly(message: Message): Promise<void> {
    const body = { message: messageJson(message), saveToSentItems: true };
    await client({ call: CALLS.sendMail, body, answers: false });
  },
});

function foundMail(json: unknown): readonly FoundMail[] {
  const fields = fieldsOf(json);
  const id = textOf(fields?.id);
  if (fields === null || id === null) return [];
  const isDraft = fields.isDraft === true;
  const to = listOf(fields.toRecipients).flatMap((one) => {
    const address = textOf(fieldsOf(fieldsOf(one)?.emailAddress)?.address);
    return address === null ? [] : [address.toLowerCase()];
  });
  const sentAt = isDraft ? null : instantOf(fields.sentDateTime);
  return [{ id, isDraft, to, sentAt, conversation: textOf(fields.conversationId) }];
}

const recipient = ({ name, address }: Person) => ({ emailAddress: { name, address } });

const attachment = ({ name, mime, bytes }: NonNullable<Message['attachments']>[number]) => ({
  '@odata.type': '#microsoft.graph.fileAttachment',
  name,
  contentType: mime,
  contentBytes: base64(bytes),
});

/** In pieces: all bytes at once are too many arguments for one call. */
function base64(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

const messageJson = ({ to, subject, html, attachments }: Message) => ({
  subject,
  body: { contentType: 'html', content: html },
  toRecipients: to.filter(({ address }) => address !== '').map(recipient),
  ...(attachments === undefined ? {} : { attachments: attachments.map(attachment) }),
});
