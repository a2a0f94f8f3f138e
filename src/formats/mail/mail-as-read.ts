import type { Language } from '../../domain/language';
import { shortened } from '../text/one-line';
import { leadOf } from './leads';
import { isAnswer } from './reply-tokens';

/** No list of mails shows more of one. */
const INBOX_MAX = 200;

/** A line as its reader sees it. */
export interface LineAsRead {
  /** In bold. */
  readonly lead: string;
  readonly text: string;
  /** To press, at its end. */
  readonly answers: readonly string[];
}

/** A mail as its reader sees it: what the inbox shows of it, and its paragraphs; no marker of ours is left in it. */
export interface MailAsRead {
  /** Beginning as the list of mails shows it: one line, whatever follows. */
  readonly inbox: string;
  readonly paragraphs: readonly (readonly LineAsRead[])[];
}

/** Of a text as a person edited it; without answers brackets stay what they are. */
export function mailAsRead(text: string, language: Language, hasAnswers: boolean): MailAsRead {
  const paragraphs = paragraphsOf(text).map((lines) =>
    lines.map((line) => {
      const { before, labels } = hasAnswers ? labelsAtEnd(line) : { before: line, labels: [] };
      const isKeys = labels.length >= 2 && labels.every((label) => isAnswer(label, language));
      const said = isKeys ? before : line.trim();
      const lead = leadOf(said, language) ?? '';
      return { lead, text: said.slice(lead.length).trim(), answers: isKeys ? labels : [] };
    }),
  );
  const said = paragraphs.flatMap((lines) => lines.map((one) => `${one.lead} ${one.text}`.trim()));
  return { inbox: shortened(said.join(' '), INBOX_MAX), paragraphs };
}

/** The paragraphs of a mail, each line by line, as they become its rows. */
export const paragraphsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((paragraph) => paragraph.split(/\r\n|\r|\n/))
    .filter((lines) => lines.some((one) => one.trim() !== ''));

/** Decision numbers begin the last line of a recap, which is there to be found again, not to be read. */
export const isFooter = (line: string): boolean => /^D-\d{3,}[a-z]*(?:, D-\d{3,}[a-z]*)*,/.test(line);

/** `Reply: [OK] [Let's talk first]`: what stands in brackets at the end of the line, read from there, each sign once. */
export function labelsAtEnd(line: string): { readonly before: string; readonly labels: readonly string[] } {
  const labels: string[] = [];
  let before = line.trim();
  while (before.endsWith(']')) {
    const open = before.lastIndexOf('[');
    const label = before.slice(open + 1, -1);
    if (open === -1 || label === '' || label.includes(']')) break;
    labels.push(label);
    before = before.slice(0, open).trim();
  }
  return { before, labels: labels.reverse() };
}
