import type { ReplyMail } from '../../domain/agree/mail-replies';
import type { Instant } from '../../domain/time/time';
import type { GraphClient } from '../client/client';
import { refusalOf } from '../client/errors';
import { fieldsOf, type Json, listOf, textOf } from '../client/json';
import { readAll } from '../client/paging';
import { CALLS } from '../client/permissions';
import { instantOf, isoOf } from '../shapes/graph-times';
import { type MailFolders, mailAddress, otherSender, sourcesAmong, TRUST_FIELDS } from './mail-trust';

const FIELDS = `id,subject,receivedDateTime,from,isDraft,conversationId,internetMessageId,${TRUST_FIELDS}`;

/** An answering machine replies in the conversation, too; only the message class tells it from a person. */
const MESSAGE_CLASS = 'String 0x001A';
const CLASS = `singleValueExtendedProperties($filter=id eq '${MESSAGE_CLASS}')`;
/** `IPM.Note.Rules.OofTemplate.Microsoft`; reports of delivery; answers to invitations. */
const NOT_WRITTEN = /^(?:IPM\.Note\.Rules\.|REPORT\.|IPM\.Schedule\.)/i;

/** Conversations asked about at once: the address of a request has its limits. */
const AT_ONCE = 12;

/** Mails in these conversations that people wrote since then. A server that knows no "or" is asked one by one. */
export async function readReplies(
  client: GraphClient,
  since: Instant,
  conversations: readonly string[],
  junk: MailFolders['junk'],
): Promise<readonly ReplyMail[]> {
  const found: ReplyMail[] = [];
  for (let at = 0; at < conversations.length; at += AT_ONCE) {
    const some = conversations.slice(at, at + AT_ONCE);
    try {
      found.push(...(await repliesIn(client, since, some, junk)));
    } catch (thrown) {
      if (refusalOf(thrown)?.http !== 400 || some.length === 1) throw thrown;
      for (const one of some) found.push(...(await repliesIn(client, since, [one], junk)));
    }
  }
  return found;
}

async function repliesIn(
  client: GraphClient,
  since: Instant,
  conversations: readonly string[],
  junk: MailFolders['junk'],
): Promise<readonly ReplyMail[]> {
  const any = conversations.map((one) => `conversationId eq '${one.replaceAll("'", "''")}'`).join(' or ');
  const $filter = `receivedDateTime ge ${isoOf(since)} and ${conversations.length > 1 ? `(${any})` : any}`;
  const query = { $filter, $select: FIELDS, $expand: CLASS, $top: '100' };
  const mails = await readAll(client, { call: CALLS.replies, query });
  return (await sourcesAmong(mails, junk)).flatMap(replyOf);
}

function replyOf(fields: Json): readonly ReplyMail[] {
  const id = textOf(fields.id);
  const subject = textOf(fields.subject) ?? '';
  const at = instantOf(fields.receivedDateTime);
  const conversation = textOf(fields.conversationId);
  const from = mailAddress(fields.from);
  if (id === null || at === null || from === null || conversation === null) return [];
  const [kind] = listOf(fields.singleValueExtendedProperties);
  if (fields.isDraft === true || NOT_WRITTEN.test(textOf(fieldsOf(kind)?.value) ?? '')) return [];
  const internetMessageId = textOf(fields.internetMessageId);
  return [{ id, subject, at, from, sender: otherSender(fields), conversation, internetMessageId }];
}
