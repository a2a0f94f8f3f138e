import { boundedQuote } from './bounded-quote';
import type { SourcePassage } from './candidate';
import { CUE_PHRASES, type Cue } from './cue-phrases';
import { comparedWords, phrasesIn } from './phrases';

/** A sentence of one speaker, over the passages it is spread over. */
export interface Utterance {
  readonly quote: string;
  readonly from: number;
  readonly to: number;
  readonly speaker: string | null;
  /** Seconds from the beginning; the number of the passage times its usual length where nobody tells. */
  readonly begin: number;
  readonly words: readonly string[];
  readonly cues: ReadonlyMap<Cue, number>;
}

/** A sentence that does not end is ended here. */
const MOST_WORDS = 45;
/** Seconds of silence after which the same speaker begins anew. */
const PAUSE = 4;
/** Seconds that a line of speech takes where no times are told. */
const USUAL = 6;

export function* utterancesOf(passages: readonly SourcePassage[]): Generator<Utterance, void, undefined> {
  let parts: { text: string; at: number }[] = [];
  let count = 0;
  const flush = function* () {
    const first = parts[0];
    const last = parts.at(-1);
    if (first && last) {
      const quote = boundedQuote(parts.map(({ text }) => text).join(' '));
      const words = comparedWords(quote);
      const passage = passages[first.at];
      if (words.length > 0 && passage)
        yield {
          quote,
          from: first.at,
          to: last.at,
          speaker: passage.speaker,
          begin: passage.begin ?? first.at * USUAL,
          words,
          cues: phrasesIn(CUE_PHRASES, words),
        };
    }
    parts = [];
    count = 0;
  };
  for (const [at, passage] of passages.entries()) {
    const before = passages[at - 1];
    const apart =
      before &&
      (before.speaker !== passage.speaker ||
        (passage.begin ?? 0) - (before.end ?? passage.begin ?? 0) > PAUSE);
    if (apart) yield* flush();
    for (const sentence of sentencesOf(passage.text)) {
      parts.push({ text: sentence, at });
      count += sentence.length / 5.5;
      if (/[.?!。？！]["'”’)]?$/.test(sentence) || count >= MOST_WORDS) yield* flush();
    }
  }
  yield* flush();
}

/** Sentences of a passage, literal; a point between digits or in an abbreviation of one letter ends none. */
function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  let begin = 0;
  for (let at = 0; at < text.length; at++) {
    if (!'.?!。？！'.includes(text[at] ?? '')) continue;
    const next = text[at + 1];
    if (next !== undefined && !/\s/.test(next)) continue;
    if (at - begin < 2) continue;
    found.push(text.slice(begin, at + 1).trim());
    begin = at + 1;
  }
  found.push(text.slice(begin).trim());
  return found.filter((one) => one !== '');
}
