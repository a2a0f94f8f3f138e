import type { Message } from '../../domain/facts/things/message';
import type { Person } from '../../domain/facts/things/person';
import type { Instant } from '../../domain/time/time';
import { Trouble } from '../../domain/trouble';
import type { GraphClient } from '../client/client';
import { refusalOf, unreadable } from '../client/errors';
import { fieldsOf, listOf, textOf } from '../client/json';
import { CALLS } from '../client/permissions';
import { instantOf } from '../shapes/graph-times';
import {
  DEFERRED_DELIVERY,
  DEFERRED_SEND,
  type Folders,
  type FoundMail,
  isPlain,
  KEY,
  type ListedMail,
  mailsWith,
  readFolders,
  standingOf,
} from './sent-mail';

/** What weighs most of several mails with one key. */
const STANDINGS = ['went', 'waits', 'draft', 'thrown-away'] as const;

export interface MadeDraft {
  readonly id: string;
  readonly webLink: string;
  readonly conversation: string | null;
  readonly internetMessageId: string | null;
  /** By Exchange's clock; null where Graph does not say. */
  readonly madeAt: Instant | null;
}

/** Looks at a draft that somebody else changes while it is thrown away. */
const MOST_LOOKS = 3;

/** Outgoing mail. Nothing here repeats a sending; a lost answer is an `unknown-outcome`. */
export function createPostbox(client: GraphClient) {
  let folders: Promise<Folders> | null = null;
  const places = (): Promise<Folders> => {
    folders ??= readFolders(client).catch((thrown: unknown) => {
      folders = null;
      throw thrown;
    });
    return folders;
  };
  const told = async ({ isDraft, folder, ...mail }: ListedMail): Promise<FoundMail> => {
    const listed = { isDraft, folder, ...mail };
    return { ...mail, standing: isPlain(listed) ? 'went' : standingOf(listed, await places()) };
  };
  return {
    /**
     * What became of the mail with this key. The copy in Sent Items can appear late: null means "not found", never
     * "not sent". Of several, one that went counts first, one that waits before one that was thrown away.
     */
    async find(key: string): Promise<FoundMail | null> {
      const found = await Promise.all((await mailsWith(client, key)).map(told));
      return (
        STANDINGS.map((standing) => found.find((one) => one.standing === standing)).find(
          (one) => one !== undefined,
        ) ?? null
      );
    },

    /**
     * Another mail with this key that goes before the draft: one that went, or a draft that was not made after it. Whoever
     * made the earlier one may have looked already and seen nothing, so of two of the same second neither is the first.
     */
    async rival(key: string, draft: string): Promise<FoundMail | null> {
      const mails = await mailsWith(client, key);
      const own = mails.find(({ id }) => id === draft);
      const others = await Promise.all(mails.filter((mail) => mail !== own).map(told));
      const [first, ...more] = others.filter(({ standing }) => standing !== 'thrown-away');
      if (first === undefined) return null;
      const went = first.standing === 'went';
      if (own !== undefined && !went && first.madeAt > own.madeAt) return null;
      // A draft that is alone is this one, in whatever form its id comes.
      return own === undefined && !went && more.length === 0 ? null : first;
    },

    async draft(message: Message, key: string): Promise<MadeDraft> {
      const body = { ...messageJson(message), singleValueExtendedProperties: [{ id: KEY, value: key }] };
      const made = await client({ call: CALLS.draft, body });
      const id = textOf(made.id);
      if (id === null) throw unreadable({ call: CALLS.draft }, 'a draft without an id');
      return {
        id,
        webLink: textOf(made.webLink) ?? '',
        conversation: textOf(made.conversationId),
        internetMessageId: textOf(made.internetMessageId),
        madeAt: instantOf(made.createdDateTime),
      };
    },

    /** Tells Exchange when to send a draft: from then on nobody needs to be there for it, once it was sent. */
    async defer(id: string, until: Instant): Promise<void> {
      const path = `/me/messages/${encodeURIComponent(id)}`;
      const value = new Date(until).toISOString();
      const singleValueExtendedProperties = [DEFERRED_SEND, DEFERRED_DELIVERY].map((one) => ({
        id: one,
        value,
      }));
      await client({ call: CALLS.defer, path, body: { singleValueExtendedProperties }, answers: false });
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
          const query = { $select: 'id,isDraft,parentFolderId' };
          const there = await client({ call: CALLS.draftThere, path, query });
          // One that waits lies in Drafts, whatever it calls itself meanwhile.
          const isOpen = there.isDraft === true || textOf(there.parentFolderId) === (await places()).drafts;
          if (!isOpen) return false;
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
  };
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
