import type { Message } from '../../domain/facts/things/message';
import type { Person } from '../../domain/facts/things/person';
import type { Instant } from '../../domain/time/time';
import { Trouble } from '../../domain/trouble';
import type { GraphClient } from '../client/client';
import { refusalOf, unreadable } from '../client/errors';
import { fieldsOf, listOf, textOf } from '../client/json';
import { readAll } from '../client/paging';
import { CALLS } from '../client/permissions';
import { instantOf } from '../shapes/times';

/** The name our key has in Exchange. It stays in the sender's mailbox. */
const RECAP_KEY = 'String {6d1e7b1a-0c1c-4a54-9d0f-6a1d2f0d3c55} Name RecapKey';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Looks at a draft that somebody else changes while it is thrown away. */
const MOST_LOOKS = 3;

interface FoundMail {
  readonly id: string;
  readonly sentAt: Instant | null;
  readonly isDraft: boolean;
  /** Addresses it went to, in lower case. */
  readonly to: readonly string[];
  /** What it and the replies to it have in common in this mailbox; null where Graph does not say. */
  readonly conversation: string | null;
  readonly madeAt: Instant;
}

/** Outgoing mail. Nothing here repeats a sending; a lost answer is an `unknown-outcome`. */
export const createPostbox = (client: GraphClient) => ({
  /**
   * What became of the mail with this key. The copy in Sent Items can appear late: null means "not found", never
   * "not sent". Of several, one that went counts before a draft.
   */
  find: async (key: string): Promise<FoundMail | null> => (await mailsWith(client, key))[0] ?? null,

  /**
   * Another mail with this key that goes before the draft: one that went, or a draft that was not made after it. Whoever
   * made the earlier one may have looked already and seen nothing, so of two of the same second neither is the first.
   */
  async rival(key: string, draft: string): Promise<FoundMail | null> {
    const mails = await mailsWith(client, key);
    const own = mails.find(({ id }) => id === draft);
    const [first, ...more] = mails.filter((mail) => mail !== own);
    if (first === undefined || (own !== undefined && first.isDraft && first.madeAt > own.madeAt)) return null;
    // A draft that is alone is this one, in whatever form its id comes.
    return own === undefined && first.isDraft && more.length === 0 ? null : first;
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

  /**
   * Throws a draft away. False where that was not to be done: it is not there any more, or has gone and is no draft;
   * what has gone stays. A draft that was sent or changed after it was looked at is looked at again (412).
   */
  async discard(id: string): Promise<boolean> {
    const path = `/me/messages/${encodeURIComponent(id)}`;
    for (let looks = 1; ; looks += 1) {
      try {
        const there = await client({ call: CALLS.draftThere, path, query: { $select: 'id,isDraft' } });
        if (there.isDraft !== true) return false;
        const match = textOf(there['@odata.etag']) ?? undefined;
        await client({ call: CALLS.discard, path, match, answers: false });
        return true;
      } catch (thrown) {
        if (thrown instanceof Trouble && thrown.kind === 'not-found') return false;
        if (refusalOf(thrown)?.http !== 412 || looks >= MOST_LOOKS) throw thrown;
      }
    }
  },

  async sendDirectly(message: Message): Promise<void> {
    const body = { message: messageJson(message), saveToSentItems: true };
    await client({ call: CALLS.sendMail, body, answers: false });
  },
});

/** All mails with this key: first what went, then drafts, the oldest first. */
async function mailsWith(client: GraphClient, key: string): Promise<readonly FoundMail[]> {
  const filter = `singleValueExtendedProperties/any(ep: ep/id eq ${quoted(RECAP_KEY)} and ep/value eq ${quoted(key)})`;
  const $select = 'id,isDraft,sentDateTime,createdDateTime,parentFolderId,toRecipients,conversationId';
  const found = await readAll(client, { call: CALLS.findMail, query: { $filter: filter, $select } });
  return found
    .flatMap(foundMail)
    .sort((a, b) => Number(a.isDraft) - Number(b.isDraft) || a.madeAt - b.madeAt);
}

function foundMail(json: unknown): readonly FoundMail[] {
  const fields = fieldsOf(json);
  const id = textOf(fields?.id);
  if (fields === null || id === null) return [];
  const isDraft = fields.isDraft === true;
  const to = listOf(fields.toRecipients).flatMap((one) => {
    const address = textOf(fieldsOf(fieldsOf(one)?.emailAddress)?.address);
    return address === null ? [] : [address.toLowerCase()];
  });
  const madeAt = instantOf(fields.createdDateTime) ?? 0;
  const sentAt = isDraft ? null : instantOf(fields.sentDateTime);
  return [{ id, isDraft, to, madeAt, sentAt, conversation: textOf(fields.conversationId) }];
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
