import type { AnswerMail } from '../../domain/agree/answer-mail';
import type { Instant } from '../../domain/time/time';
import type { GraphClient } from '../client/client';
import { refusalOf } from '../client/errors';
import { fieldsOf, textOf } from '../client/json';
import { readAll } from '../client/paging';
import { CALLS } from '../client/permissions';
import { instantOf, isoOf } from '../shapes/times';

const FIELDS = 'id,subject,receivedDateTime,from,isDraft';

/**
 * Mails since then whose subject carries the number of a decision. A server that cannot search subjects gives all
 * since then, and the numbers are looked for here.
 */
export async function readAnswers(client: GraphClient, since: Instant): Promise<readonly AnswerMail[]> {
  const from = `receivedDateTime ge ${isoOf(since)}`;
  const query = (filter: string) => ({ $filter: filter, $select: FIELDS, $top: '100' });
  const ask = (filter: string) => readAll(client, { call: CALLS.answers, query: query(filter) });
  try {
    return (await ask(`${from} and contains(subject,'[D-')`)).flatMap(answerOf);
  } catch (thrown) {
    if (refusalOf(thrown)?.http !== 400) throw thrown;
    return (await ask(from)).flatMap(answerOf);
  }
}

function answerOf(json: unknown): readonly AnswerMail[] {
  const fields = fieldsOf(json);
  const id = textOf(fields?.id);
  const subject = textOf(fields?.subject);
  const at = instantOf(fields?.receivedDateTime);
  const from = textOf(fieldsOf(fieldsOf(fields?.from)?.emailAddress)?.address);
  if (id === null || subject === null || at === null || from === null || fields?.isDraft === true) return [];
  return subject.includes('[D-') ? [{ id, subject, at, from: from.toLowerCase() }] : [];
}
