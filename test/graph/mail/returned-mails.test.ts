import { describe, expect, test } from 'vitest';

import { readReturned } from '../../../src/graph/mail/returned-mails';
import { clientBefore, json } from '../owner-graph';

const [FIRST, MAIL, OTHER] = ['<first@contoso.example>', '<mail@contoso.example>', '<other@contoso.example>'];

/** The ids of the mails that a report with these headers is about. */
async function about(...headers: readonly (readonly [string, string])[]): Promise<readonly string[]> {
  const report = {
    ...{ id: 'r', receivedDateTime: '2026-11-18T17:00:00Z', isDraft: false, parentFolderId: 'inbox' },
    from: { emailAddress: { name: 'Outlook', address: 'postmaster@contoso.example' } },
    internetMessageHeaders: headers.map(([name, value]) => ({ name, value })),
  };
  const { client } = clientBefore(json({ value: [report] }));
  const read = await readReturned(client, 0, async () => null);
  return read.map((one) => one.about);
}

describe('A report that a mail was not delivered (13.8)', () => {
  test.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    ['the one that it answers', [['In-Reply-To', MAIL]], [MAIL]],
    [
      'whatever stood in the conversation before',
      [
        ['In-Reply-To', MAIL],
        ['References', `${FIRST} ${MAIL}`],
      ],
      [MAIL],
    ],
    ['whatever case the header has', [['IN-REPLY-TO', ` ${MAIL}\r\n`]], [MAIL]],
    ['the last of the conversation, where it answers none', [['References', `${FIRST}\r\n ${MAIL}`]], [MAIL]],
    [
      'the last of the conversation, where it answers several',
      [
        ['In-Reply-To', `${FIRST} ${OTHER}`],
        ['References', `${FIRST} ${MAIL}`],
      ],
      [MAIL],
    ],
    ['none, where neither says so', [['Subject', `Undeliverable: ${MAIL}`]], []],
    [
      'none, where there is no id',
      [
        ['In-Reply-To', 'your mail'],
        ['References', ''],
      ],
      [],
    ],
    ['none, by a header that nobody would write', [['References', `${FIRST} `.repeat(1000)]], []],
  ])('is about one mail: %s', async (_, headers, ids) => {
    expect(await about(...headers)).toEqual(ids);
  });
});
