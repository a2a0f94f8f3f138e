import type { Steps } from '../pace';
import type { LocalDate } from '../time/time';
import type { FoundPassage, QuoteCandidate, SourceText } from './candidate';
import { fullDateIn } from './full-date';
import { isKnownLanguage } from './known-language';
import { noteCandidates } from './note-candidates';
import { ownerOf } from './owner';
import { comparedWords } from './phrases';
import { speechCandidates } from './speech-candidates';

/** What was found in a source. */
export interface Found {
  /** The best first. */
  readonly candidates: readonly QuoteCandidate[];
  /** Whether the source is in a language whose words we know; else only labels and layout could be heeded. */
  readonly languageKnown: boolean;
  /** The day that the source itself begins with, as notes are headed; null: it says none in full. */
  readonly headedWith: LocalDate | null;
}

/** Where notes say of which day they are: in a short line at their head that is nothing they tell. */
const HEAD = 2;
const HEADING = 80;

/** Passages that may be decisions, promises or open questions: literal quotes of the source, and nothing else (16). */
export function* candidatesOf({ form, passages }: SourceText): Steps<Found> {
  const languageKnown = isKnownLanguage(passages);
  yield;
  const all = yield* form === 'notes' ? noteCandidates(passages) : speechCandidates(passages);
  yield;
  const found = onceEach([...all].sort((a, b) => b.score - a.score || a.from - b.from));
  const candidates = found.map((one): QuoteCandidate => {
    const { line = 0, speaker = null, begin = null } = passages[one.from] ?? {};
    const owner = ownerOf(one.quote, speaker, one.kind);
    return { ...one, place: { line: line + 1, speaker, begin }, owner, date: fullDateIn(one.quote) };
  });
  const told = new Set(found.flatMap(({ from, to }) => [from, to]));
  const head = (form === 'notes' ? passages.slice(0, HEAD) : []).map(({ text }, at) =>
    told.has(at) || text.length > HEADING ? null : fullDateIn(text),
  );
  return { candidates, languageKnown, headedWith: head.find((day) => day !== null) ?? null };
}

/** The same words twice are one: the better, or the earlier. */
function onceEach(ranked: readonly FoundPassage[]): readonly FoundPassage[] {
  const known = new Set<string>();
  return ranked.filter(({ kind, quote }) => {
    const key = `${kind} ${comparedWords(quote).join(' ')}`;
    return !known.has(key) && known.add(key);
  });
}
