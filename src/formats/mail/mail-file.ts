import type { Message } from '../../domain/facts/things/message';
import { oneLine } from '../text/one-line';

/** Lines of base64, and of a header, are no longer than this (RFC 2045, RFC 2047). */
const LINE = 76;
/** Bytes of a word in a header: with its frame and the name of the header, it keeps to the line. */
const WORD_BYTES = 36;
/** No line of base64 begins with a hyphen, so this never stands in a part. */
const BOUNDARY = 'loopkeeper-alternative';
const NL = '\r\n';

/**
 * A mail as a file that mail programs open as a draft (RFC 5322 and 2046): as plain text and as HTML, of which a
 * reader shows the one it can. The plain text is what the person read in the pane.
 */
export function mailFile({ to, subject, text, html }: Message): string {
  const people = to.flatMap(({ name, address }) => addressed(oneLine(name), address));
  return [
    ...(people.length === 0 ? [] : [`To: ${people.join(`,${NL} `)}`]),
    `Subject: ${words(oneLine(subject))}`,
    // Not sent yet: classic Outlook opens it to be changed and sent.
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${BOUNDARY}"`,
    '',
    ...part('text/plain', text.replace(/\r\n|\r|\n/g, NL)),
    ...part('text/html', html),
    `--${BOUNDARY}--`,
    '',
  ].join(NL);
}

const part = (type: string, content: string): readonly string[] => [
  `--${BOUNDARY}`,
  `Content-Type: ${type}; charset=utf-8`,
  'Content-Transfer-Encoding: base64',
  '',
  ...(base64(new TextEncoder().encode(content)).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? ['']),
];

/** `=?utf-8?B?…?= <marcus@…>`; an address with signs that end one, or that need another protocol, is left to the person. */
const addressed = (name: string, address: string): readonly string[] =>
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+$/.test(address)
    ? [name === '' ? `<${address}>` : `${words(name)}${NL} <${address}>`]
    : [];

/** A header in encoded words, cut between letters. Plain English goes as it is. */
function words(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !/[<>@,;:."()[\]\\]|=\?/.test(text) && text.length < LINE - 12)
    return text;
  const parts: string[] = [''];
  for (const letter of text) {
    const last = parts.at(-1) ?? '';
    const fits = new TextEncoder().encode(last + letter).length <= WORD_BYTES;
    if (fits) parts[parts.length - 1] = last + letter;
    else parts.push(letter);
  }
  return parts.map((one) => `=?utf-8?B?${base64(new TextEncoder().encode(one))}?=`).join(`${NL} `);
}

function base64(bytes: Uint8Array): string {
  let signs = '';
  for (const byte of bytes) signs += String.fromCharCode(byte);
  return btoa(signs);
}
