import type { Language } from '../../domain/language';
import { detailLeads } from './leads';

/** What is read at all, after the field tests of short mails: the core, and the whole. */
export const CORE_WORDS = 125;
export const WHOLE_WORDS = 200;

/** Words a reader reads; the addresses behind links are none. */
export const wordCount = (text: string): number =>
  text
    .replace(/(?:mailto|https?):\S+/gi, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The core: everything up to what is needed, before reasons and details; of an edited text as of a drafted one. */
export function recapWords(
  text: string,
  language: Language,
): { readonly core: number; readonly whole: number } {
  const leads = detailLeads(language);
  const paragraphs = text.split(/(?:\r?\n[ \t]*){2,}/);
  const end = paragraphs.findIndex(
    (one) => leads.some((lead) => one.startsWith(lead)) || /^D-\d{3,}[a-z]*[:,]/.test(one),
  );
  const core = end === -1 ? paragraphs : paragraphs.slice(0, end);
  return { core: wordCount(core.join(' ')), whole: wordCount(text) };
}
