import type { ReturnedMail } from '../../domain/tell/catch-up/returned-mail';
import type { Instant } from '../../domain/time/time';
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

const ABOUT = /^(?:in-reply-to|references)$/i;
/** A header names a few mails; one that is longer says nothing. */
const LONGEST = 8_000;

function returnedOf(fields: Json): readonly ReturnedMail[] {
  const at = instantOf(fields.receivedDateTime);
  const from = mailAddress(fields.from);
  if (at === null || from === null || fields.isDraft === true) return [];
  const about = headersOf(fields)
    .filter(({ name, value }) => ABOUT.test(name) && value.length <= LONGEST)
    .flatMap(({ value }) => value.split(/\s+/).filter((one) => one !== ''));
  return about.length === 0 ? [] : [{ at, from, about: [...new Set(about)] }];
}
