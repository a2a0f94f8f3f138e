import { Unzip, UnzipInflate } from 'fflate';
import type { Steps } from '../../domain/pace';

/** The part of a Word file in which its text stands. */
const TEXT_PART = 'word/document.xml';
/** Three hours of speech in Word are 6 MB of XML; a zip bomb is any size. */
const MOST_XML = 24_000_000;
/** Bytes between two pauses: even of the worst kind, these become a megabyte at most. */
const SHARE = 1024;
/** A Word file has some dozen parts. */
const MOST_PARTS = 5000;

export type DocxFault = 'docx-unreadable' | 'docx-too-large';

/** The text of a Word file, a paragraph a line; headings, lists and tables as Markdown writes them. */
export function* docxText(bytes: Uint8Array): Steps<string | DocxFault> {
  const xml = yield* documentXml(bytes);
  if (typeof xml === 'string') return xml;
  return yield* textOf(new TextDecoder().decode(xml));
}

function* documentXml(bytes: Uint8Array): Steps<Uint8Array | DocxFault> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let met = 0;
  let fault: DocxFault | null = null;
  let over = false;
  const unzip = new Unzip((file) => {
    met += 1;
    if (met > MOST_PARTS) fault = 'docx-too-large';
    if (file.name !== TEXT_PART || over) return;
    file.ondata = (trouble, part, last) => {
      if (trouble) fault = 'docx-unreadable';
      length += part?.length ?? 0;
      if (length > MOST_XML) {
        fault = 'docx-too-large';
        return;
      }
      if (part) parts.push(part);
      over ||= last;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && !over && fault === null; at += SHARE) {
    try {
      unzip.push(bytes.subarray(at, at + SHARE), at + SHARE >= bytes.length);
    } catch {
      return 'docx-unreadable';
    }
    if ((at / SHARE) % 16 === 0) yield;
  }
  if (fault !== null) return fault;
  if (!over) return 'docx-unreadable';
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Tags between two pauses. */
const TAGS = 5000;

function* textOf(xml: string): Steps<string> {
  const lines: string[] = [];
  let line = '';
  let lead = '';
  let inText = false;
  let cells = 0;
  let tags = 0;
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const end = xml.indexOf('>', at);
    if (end < 0) break;
    const next = xml.indexOf('<', end);
    const tag = xml.slice(at + 1, Math.min(end, at + 400));
    const name = /^\/?[\w:]{1,40}/.exec(tag)?.[0] ?? '';
    if (name === 'w:t') inText = !tag.endsWith('/');
    else if (name === '/w:t') inText = false;
    else if (name === 'w:tab') line += '\t';
    else if (name === 'w:br' || name === 'w:cr') line += ' ';
    else if (name === 'w:tr') cells = 1;
    else if (name === '/w:tc') line += cells > 0 ? ' | ' : '';
    else if (name === 'w:pStyle') lead = styled(tag, lead);
    else if (name === 'w:ilvl')
      lead = '  '.repeat(Math.min(8, Number(/val="(\d{1,2})"/.exec(tag)?.[1] ?? 0)));
    else if (name === 'w:numPr') lead = lead.startsWith('#') ? lead : '';
    else if (name === '/w:numPr') lead = lead.startsWith('#') ? lead : `${lead}- `;
    else if (name === '/w:tr' || (name === '/w:p' && cells === 0)) {
      lines.push(name === '/w:tr' ? `| ${line}`.trimEnd() : lead + line);
      line = '';
      lead = '';
      if (name === '/w:tr') cells = 0;
    } else if (name === '/w:p') {
      line += ' ';
      lead = '';
    }
    if (inText && next > end + 1) line += unescaped(xml.slice(end + 1, next));
    at = next;
    tags += 1;
    if (tags % TAGS === 0) yield;
  }
  if (line.trim() !== '') lines.push(line);
  return lines.join('\n');
}

/** `Heading1`, or as Word calls it in other languages (`berschrift1`, `Titre1`, `Ttulo1`). */
const styled = (tag: string, lead: string): string => {
  const level = /val="(?:Heading|berschrift|Titre|Ttulo|Title)\s?([1-6])?"/i.exec(tag);
  return level ? `${'#'.repeat(Number(level[1] ?? 1))} ` : lead;
};

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replace(/&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/g, (whole, name, decimal, hex) => {
    if (name !== undefined) return SIGNS[name] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
