import { nameInToken } from '../../domain/facts/decided/decision';
import type { Language } from '../../domain/language';
import { escaped } from '../text/html';
import { leadOf } from './leads';
import { isFooter, labelsAtEnd, paragraphsOf } from './mail-as-read';
import { answerLink, type ReplyTo } from './reply-tokens';

/**
 * Mail as classic Outlook's Word engine shows it: tables, inline styles, padding on cells alone, the height of a line
 * said exactly. Colour and background are both set, and neither is pure black or white, so that a dark theme inverts
 * them readably.
 */
const FONT = "font-family:'Segoe UI',Arial,sans-serif;";
const PAPER = '#FDFDFD';
const INK = '#242424';
const FAINT = '#5C5C5C';
const LINK = '#0F5EA8';
const KEY = '#EBF3FC';
const KEY_EDGE = '#77B2E8';

/** What makes links of the answers in brackets; without it they stay words. */
export interface Answers {
  readonly language: Language;
  readonly to: ReplyTo;
}

/** HTML of a text as a person edited it: its paragraphs, its lines, what leads them, its answers; no other markup. */
export function plainTextToHtml(text: string, language = 'en', answers: Answers | null = null): string {
  const rows = paragraphsOf(text).map((lines) => row(lines, language, answers));
  // The attributes of html and body are lost in some mailboxes, so language and direction stand on the table.
  return (
    `<table lang="${escaped(language)}" dir="${directionOf(text)}" role="presentation" width="100%" border="0" ` +
    `cellpadding="0" cellspacing="0" bgcolor="${PAPER}" style="max-width:600px;background-color:${PAPER};">\n` +
    `<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`
  );
}

function row(lines: readonly string[], language: string, answers: Answers | null): string {
  const small = answers !== null && isFooter(lines[0] ?? '');
  let own = answers;
  const said = lines
    .map((line) => {
      own = aboutIn(line, answers) ?? own;
      return keysOf(line, language, own) ?? lead(line, language, own);
    })
    .join('<br>');
  return `<tr>${cell(said, small)}</tr>`;
}

/** What begins a line with the name of one of several has the answers of that one, as far as its paragraph goes. */
function aboutIn(line: string, answers: Answers | null): Answers | null {
  const begins = /^(D-\d{3,}[a-z]*):/.exec(line)?.[1];
  const name = answers?.to.names.find((one) => nameInToken(one) === begins);
  return answers === null || name === undefined ? null : { ...answers, to: { ...answers.to, names: [name] } };
}

const cell = (inside: string, small: boolean): string =>
  `<td align="left" bgcolor="${PAPER}" style="padding:0 0 12px 0;${FONT}` +
  `font-size:${small ? 12 : 15}px;line-height:${small ? 16 : 22}px;mso-line-height-rule:exactly;` +
  `color:${small ? FAINT : INK};background-color:${PAPER};">${inside}</td>`;

/** The line of answers as keys to press; null for any other line. */
function keysOf(line: string, language: string, answers: Answers | null): string | null {
  if (answers === null) return null;
  const { before, labels } = labelsAtEnd(line);
  const keys = labels.map((label) => ({
    label,
    href: answerLink(label, answers.language, answers.to),
  }));
  if (keys.length < 2 || keys.some(({ href }) => href === null)) return null;
  const cells = keys.map(
    ({ label, href }) =>
      `<td align="center" bgcolor="${KEY}" style="${KEY_STYLE}">${anchor(href ?? '', label, false)}</td>`,
  );
  return (
    `${lead(before, language, answers)}<table role="presentation" border="0" cellpadding="0" cellspacing="0" ` +
    `style="border-top:4px solid ${PAPER};background-color:${PAPER};"><tbody><tr>${cells.join(GAP)}</tr></tbody></table>`
  );
}

/** An empty cell: a distance between cells would move the first key away from the margin, too. */
const GAP = `<td bgcolor="${PAPER}" style="padding:0 0 0 8px;background-color:${PAPER};"></td>`;

const KEY_STYLE =
  `padding:7px 10px 7px 10px;border:1px solid ${KEY_EDGE};background-color:${KEY};${FONT}` +
  'font-size:15px;line-height:20px;mso-line-height-rule:exactly;';

/** What leads a line is bold. */
function lead(line: string, language: string, answers: Answers | null): string {
  const led = leadOf(line, language);
  if (led === null) return linked(line, answers);
  return `<b>${escaped(led)}</b>${linked(line.slice(led.length), answers)}`;
}

const LINKABLE = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]|\[[^[\]\n]{1,60}\]/gi;

/** The line, escaped, with web addresses and answers in brackets as links. */
function linked(line: string, answers: Answers | null): string {
  let html = '';
  let from = 0;
  for (const { 0: found, index } of line.matchAll(LINKABLE)) {
    const label = found.startsWith('[') ? found.slice(1, -1) : null;
    const href = label === null ? found : answers && answerLink(label, answers.language, answers.to);
    html +=
      escaped(line.slice(from, index)) + (href === null ? escaped(found) : anchor(href, label ?? found));
    from = index + found.length;
  }
  return html + escaped(line.slice(from));
}

/** A link only to the web or to a mail; anything else stays text. */
const anchor = (href: string, label: string, underlined = true): string =>
  /^(?:https?:\/\/|mailto:)/i.test(href)
    ? `<a href="${escaped(href)}" style="color:${LINK};text-decoration:${underlined ? 'underline' : 'none'};">${escaped(label)}</a>`
    : escaped(label);

/** By the first letter that has a direction; `auto` is not known to every mailbox. */
const directionOf = (text: string): 'ltr' | 'rtl' => {
  const letter = /\p{L}/u.exec(text)?.[0] ?? 'a';
  return /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u.test(letter) ? 'rtl' : 'ltr';
};
