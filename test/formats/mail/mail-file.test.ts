import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { LANGUAGES } from '../../../src/domain/language';
import { mailFile } from '../../../src/formats/mail/mail-file';
import { MARCUS, person } from '../judged';
import { MAILS, mailsIn } from './mails';

const bytesOf = (base64: string) => Buffer.from(base64, 'base64').toString('utf8');

/** The mail as a mail program reads it, by the standards alone. Shares nothing with the writer. */
function read(file: string) {
  expect(file.split('\r\n').every((line) => !/[\r\n]/.test(line) && line.length <= 78)).toBe(true);
  expect(file).toMatch(/^[\x20-\x7e\r\n]*$/);
  const [head = '', ...rest] = file.split('\r\n\r\n');
  const headers = new Map(
    head
      .replace(/\r\n /g, ' ')
      .split('\r\n')
      .map((line) => {
        const [, name = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? [];
        const joined = value.replace(/\?=\s+=\?utf-8\?B\?/g, '?= =?utf-8?B?').replace(/\?= =\?/g, '?==?');
        return [name, joined.replace(/=\?utf-8\?B\?([^?]*)\?=/g, (_, word: string) => bytesOf(word))];
      }),
  );
  const boundary = /boundary="([^"]+)"/.exec(headers.get('Content-Type') ?? '')?.[1] ?? '';
  const [, ...parts] = `\r\n${rest.join('\r\n\r\n')}`.split(`\r\n--${boundary}`);
  expect(parts.pop()).toBe('--\r\n');
  return {
    headers,
    parts: parts.map((one) => {
      const [named = '', content = ''] = one.split('\r\n\r\n');
      return [/Content-Type: ([\w/]+); charset=utf-8/.exec(named)?.[1], bytesOf(content)] as const;
    }),
  };
}

describe('A mail as a file', () => {
  test.each(LANGUAGES)('in %s has the text that was read, and the same as HTML', (language) => {
    for (const name of MAILS) {
      const { subject, text, html } = mailsIn(language)[name];
      const { headers, parts } = read(mailFile({ to: [MARCUS], subject, text, html }));
      expect(headers.get('To')).toBe('Marcus Hale <marcus@contoso.example>');
      expect(headers.get('Subject')).toBe(subject);
      expect(headers.get('X-Unsent')).toBe('1');
      expect(parts).toEqual([
        ['text/plain', text.replaceAll('\n', '\r\n')],
        ['text/html', html],
      ]);
    }
  });

  test('whatever is written in it adds no header and no recipient, and nothing is lost', () => {
    const written = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constant('a\r\nBcc: all@contoso.example'),
    );
    fc.assert(
      fc.property(written, written, written, (name, subject, text) => {
        const to = [{ ...MARCUS, name }, person('Zoë')];
        const { headers, parts } = read(mailFile({ to, subject, text, html: text }));
        expect([...headers.keys()]).toEqual(['To', 'Subject', 'X-Unsent', 'MIME-Version', 'Content-Type']);
        expect(headers.get('To')).toMatch(
          /<marcus@contoso\.example>, Zoë <zoë@contoso\.example>$|<marcus@contoso\.example>$/,
        );
        expect(parts[1]?.[1]).toBe(text);
      }),
    );
  });

  test('an address that would say more than an address is left to the person', () => {
    const odd = ['', 'x@y.example>\r\nBcc: z@y.example', 'a b@y.example', '"x"@y.example'];
    for (const address of odd) {
      const file = mailFile({ to: [{ ...MARCUS, address }], subject: 'x', text: 'x', html: 'x' });
      expect(read(file).headers.has('To')).toBe(false);
    }
  });
});
