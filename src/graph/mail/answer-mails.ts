import type { AnswerMail } from '../../domain/agree/answer-mail';
import type { Instant } from '../../domain/time/time';
import type { GraphClient } from '../client/client';
import { refusalOf } from '../client/errors';
import { fieldsOf, type Json, textOf } from '../client/json';
import { readAll } from '../client/paging';
import { CALLS } from '../client/permissions';
import { instantOf, isoOf } from '../shapes/graph-times';
import { type MailFolders, mailAddress, otherSender, sourcesAmong, TRUST_FIELDS } from './mail-trust';

const FIELDS = `id,subject,receivedDateTime,from,isDraft,internetMessageId,${TRUST_FIELDS}`;

/**
 * Mails since then whose subject carries the number of a decision. A server that cannot search subjects gives all
 * since then, and the numbers are looked for here. Junk and forged mails are no source.
 */
export async function readAnswers(
  client: GraphClient,
  since: Instant,
  junk: MailFolders['junk'],
): Promise<readonly AnswerMail[]> {
  const from = `receivedDateTime ge ${isoOf(since)}`;
  const query = (filter: string) => ({ $filter: filter, $select: FIELDS, $top: '100' });
  const ask = (filter: string) => readAll(client, { call: CALLS.answers, query: query(filter) });
  try {
    return (await sourcesAmong(await ask(`${from} and contains(subject,'[D-')`), junk)).flatMap(answerOf);
  } catch (thrown) {
    if (refusalOf(thrown)?.http !== 400) throw thrown;
    const numbered = (await ask(from)).filter((one) => textOf(fieldsOf(one)?.subject)?.includes('[D-'));
    return (await sourcesAmong(numbered, junk)).flatMap(answerOf);
  }
}

function answerOf(fields: Json): readonly AnswerMail[] {
  const id = textOf(fields.id);
  const subject = textOf(fields.subject);
  const at = instantOf(fields.receivedDateTime);
  const from = mailAddress(fields.from);
  if (id === null || subject === null || at === null || from === null || fields.isDraft === true) return [];
  const internetMessageId = textOf(fields.internetMessageId);
  const mail = { id, subject, at, from, sender: otherSender(fields), internetMessageId };
  return subject.includes('[D-') ? [mail] : [];
}
