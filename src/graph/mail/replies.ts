import type { ReplyMail } from '../../domain/agree/mail-replies';
import type { Instant } from '../../domain/time/time';
import type { GraphClient } from '../client/client';
import { refusalOf } from '../client/errors';
import { fieldsOf, listOf, textOf } from '../client/json';
import { readAll } from '../client/paging';
import { CALLS } from '../client/permissions';
import { instantOf, isoOf } from '../shapes/times';

const FIELDS = 'id,subject,receivedDateTime,from,isDraft,conversationId';

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
): Promise<readonly ReplyMail[]> {
  const found: ReplyMail[] = [];
  for (let at = 0; at < conversations.length; at += AT_ONCE) {
    const some = conversations.slice(at, at + AT_ONCE);
    try {
      found.push(...(await repliesIn(client, since, some)));
    } catch (thrown) {
      if (refusalOf(thrown)?.http !== 400 || some.length === 1) throw thrown;
      for (const one of some) found.push(...(await repliesIn(client, since, [one])));
    }
  }
  return found;
}

async function repliesIn(
  client: GraphClient,
  since: Instant,
  conversations: readonly string[],
): Promise<readonly ReplyMail[]> {
  const any = conversations.map((one) => `conversationId eq '${one.replaceAll("'", "''")}'`).join(' or ');
  const $filter = `receivedDateTime ge ${isoOf(since)} and ${conversations.length > 1 ? `(${any})` : any}`;
  const query = { $filter, $select: FIELDS, $expand: CLASS, $top: '100' };
  return (await readAll(client, { call: CALLS.replies, query })).flatMap(replyOf);
}

function replyOf(json: unknown): readonly ReplyMail[] {
  const fields = fieldsOf(json);
  const id = textOf(fields?.id);
  const subject = textOf(fields?.subject) ?? '';
  const at = instantOf(fields?.receivedDateTime);
  const conversation = textOf(fields?.conversationId);
  const from = textOf(fieldsOf(fieldsOf(fields?.from)?.emailAddress)?.address);
  if (id === null || at === null || from === null || conversation === null) return [];
  const [kind] = listOf(fields?.singleValueExtendedProperties);
  if (fields?.isDraft === true || NOT_WRITTEN.test(textOf(fieldsOf(kind)?.value) ?? '')) return [];
  return [{ id, subject, at, from: from.toLowerCase(), conversation }];
}
