import type { ReturnedMail } from '../../domain/tell/catch-up/returned-mail';
import type { Instant } from '../../domain/time/time';
import type { MailHeader } from '../../formats/mail/authentication';
import type { GraphClient } from '../client/client';
import type { Json } from '../client/json';
import { readAll } from '../client/paging';
import { CALLS } from '../client/permissions';
import { instantOf, isoOf } from '../shapes/graph-times';
import { headersOf, type MailFolders, mailAddress, sourcesAmong, TRUST_FIELDS } from './mail-trust';

const FIELDS = `id,receivedDateTime,from,isDraft,${TRUST_FIELDS}`;
const REPORT = 'REPORT.IPM.Note.NDR';

/** Reports since then that a mail was not delivered. The mail that each is about stands in its headers; no body is asked for. */
export async function readReturned(
  client: GraphClient,
  since: Instant,
  junk: MailFolders['junk'],
): Promise<readonly ReturnedMail[]> {
  const $filter =
    `receivedDateTime ge ${isoOf(since)} and singleValueExtendedProperties/any(ep: ` +
    `ep/id eq 'String 0x001A' and ep/value eq '${REPORT}')`;
  const query = { $filter, $select: FIELDS, $top: '100' };
  const reports = await readAll(client, { call: CALLS.returned, query });
  return (await sourcesAmong(reports, junk)).flatMap(returnedOf);
}

/** A header names a few mails; one that is longer says nothing. */
const LONGEST = 8_000;
const ID = /<[^<>\s]+>/g;

function returnedOf(fields: Json): readonly ReturnedMail[] {
  const at = instantOf(fields.receivedDateTime);
  const from = mailAddress(fields.from);
  if (at === null || from === null || fields.isDraft === true) return [];
  const about = aboutOf(headersOf(fields));
  return about === null ? [] : [{ at, from, about }];
}

/** The mail that it answers; the whole conversation stands in `References`, that mail last. */
function aboutOf(headers: readonly MailHeader[]): string | null {
  const idsIn = (header: string): readonly string[] =>
    headers
      .filter(({ name, value }) => name.toLowerCase() === header && value.length <= LONGEST)
      .flatMap(({ value }) => value.match(ID) ?? []);
  const [answered, another] = idsIn('in-reply-to');
  return answered !== undefined && another === undefined ? answered : (idsIn('references').at(-1) ?? null);
}
