import type { Paragraph, RecapBody } from './recap-body';

/**
 * Mail as classic Outlook's Word engine shows it: tables, inline styles, padding on cells alone. Colour and
 * background are both set, and neither is pure black or white, so that a dark theme inverts them readably.
 */
const FONT = "font-family:'Segoe UI',Arial,sans-serif;";
const PAPER = '#FDFDFD';
const INK = '#242424';
const FAINT = '#5C5C5C';
const LINK = '#0F5EA8';

/** A paragraph as HTML sees it. */
interface Block {
  readonly lead: string;
  readonly lines: readonly string[];
  readonly links: Paragraph['links'];
  readonly small: boolean;
}

/** A composed recap as HTML. Every value is escaped; nothing is loaded from anywhere. */
export const recapHtml = (body: RecapBody): string =>
  page(
    body.language,
    body.paragraphs.map(({ part, lead, lines, links }) => ({ lead, lines, links, small: part === 'footer' })),
  );

const LINK_LINE = /^(.{1,60}?): (mailto:\S+)$/;

/** HTML of a text as a person edited it: its paragraphs, its line breaks, its reply links; no other markup. */
export function plainTextToHtml(text: string, language = 'en'): string {
  const blocks = text
    .trim()
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((paragraph): Block => {
      const lines = paragraph.split(/\r\n|\r|\n/);
      const links = lines.flatMap((line) => {
        const [, label, href] = LINK_LINE.exec(line.trim()) ?? [];
        return label === undefined || href === undefined ? [] : [{ label, href }];
      });
      return { lead: '', lines: lines.filter((line) => !LINK_LINE.test(line.trim())), links, small: false };
    });
  return page(
    language,
    blocks.filter(({ lines, links }) => links.length > 0 || lines.some((one) => one.trim() !== '')),
  );
}

function page(language: string, blocks: readonly Block[]): string {
  const rows = blocks.map((block) => `<tr>${cell(content(block), block.small)}</tr>`).join('\n');
  const all = blocks.flatMap(({ lead, lines }) => [lead, ...lines]).join(' ');
  // The attributes of html and body are lost in some mailboxes, so language and direction stand on the table.
  return (
    `<table lang="${escaped(language)}" dir="${directionOf(all)}" role="presentation" width="100%" border="0" ` +
    `cellpadding="0" cellspacing="0" bgcolor="${PAPER}" style="max-width:600px;background-color:${PAPER};">\n` +
    `<tbody>\n${rows}\n</tbody>\n</table>`
  );
}

const cell = (inside: string, small: boolean): string =>
  `<td align="left" bgcolor="${PAPER}" style="padding:0 0 12px 0;${FONT}` +
  `font-size:${small ? 12 : 15}px;line-height:${small ? 16 : 22}px;` +
  `color:${small ? FAINT : INK};background-color:${PAPER};">${inside}</td>`;

function content({ lead, lines, links }: Block): string {
  const bold = lead === '' ? '' : `<b>${escaped(lead)}</b>${lines.length > 1 ? '<br>' : ' '}`;
  const said = bold + lines.map(linked).join('<br>');
  const answers = links.map(({ label, href }) => anchor(href, label)).join(' &nbsp;·&nbsp; ');
  return [said, answers].filter((one) => one !== '').join('<br>');
}

const WEB = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/gi;

/** The line, escaped, with its web addresses as links. */
function linked(line: string): string {
  let html = '';
  let from = 0;
  for (const { 0: address, index } of line.matchAll(WEB)) {
    html += escaped(line.slice(from, index)) + anchor(address, address);
    from = index + address.length;
  }
  return html + escaped(line.slice(from));
}

/** A link only to the web or to a mail; anything else stays text. */
const anchor = (href: string, label: string): string =>
  /^(?:https?:\/\/|mailto:)/i.test(href)
    ? `<a href="${escaped(href)}" style="color:${LINK};text-decoration:underline;">${escaped(label)}</a>`
    : escaped(label);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters have no place in HTML, half a surrogate pair none in mail. */
export const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')
    .replace(/[\p{Cc}\p{Cs}]+/gu, (signs) => (/^[\t\r\n]+$/.test(signs) ? ' ' : '\uFFFD'));

/** By the first letter that has a direction; `auto` is not known to every mailbox. */
const directionOf = (text: string): 'ltr' | 'rtl' => {
  const letter = /\p{L}/u.exec(text)?.[0] ?? 'a';
  return /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u.test(letter) ? 'rtl' : 'ltr';
};
