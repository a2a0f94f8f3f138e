import type { Steps } from '../pace';
import { saysByItself } from './by-itself';
import type { CandidateGrade, CandidateKind, FoundPassage, SourcePassage } from './candidate';
import type { Cue } from './cue-phrases';
import { type Utterance, utterancesOf } from './utterances';

/** Chosen by hand on meetings for development; what they give there stands in docs/candidates.md. */
const WEIGHTS: Readonly<Record<Cue, number>> = {
  decided: 2.5,
  formal: 1,
  chosen: 2,
  settles: 0.5,
  agrees: 1.3,
  asks: 1,
  plans: 0.6,
  should: 0.8,
  acts: 0.8,
  sums: 0.8,
  onwards: -0.5,
  runs: -1.5,
  hedges: -0.1,
  past: -0.5,
  explains: -0.2,
  open: -0.3,
  commits: 0.2,
};
/** Seconds around a sentence that speak for it, or against. */
const NEAR = 75;
/** Nobody says more in that time; times of a file may all be one. */
const MOST_NEAR = 80;
/** What is said after a decision, agreement most of all, tells more of it than what was said before. */
const BEFORE = 0.9;
const AFTER = 1.3;
const REGION = 0.5;
/** Seconds between two candidates: more than the minute within which two are one (16). */
const APART = 80;
/** A meeting begins with news. */
const NEWS = 1800;
const NEWS_COST = 1.5;
/** Whoever speaks most runs the meeting, and sums up. */
const CHAIR = 0.6;
/** With less around it, a closing sentence closes something small. */
const SURE = 6.5;
/** No list is longer. */
const MOST = 40;
/** Of promises and of questions. */
const FEW = 12;

const isLikely = (one: Utterance, score: number): boolean =>
  isSettled(one) && score >= SURE && saysByItself(one.quote, true);

export function* speechCandidates(passages: readonly SourcePassage[]): Steps<readonly FoundPassage[]> {
  const all: Utterance[] = [];
  for (const one of utterancesOf(passages)) {
    all.push(one);
    if (all.length % 100 === 0) yield;
  }
  // Cues may overlap, and need not come in their order.
  all.sort((a, b) => a.begin - b.begin);
  const own = all.map(ownScore);
  const chair = speaksMost(all);
  const region = around(all, own);
  yield;
  const ranked = all
    .map((one, at) => ({
      one,
      at,
      score:
        (own[at] ?? 0) +
        REGION * (region[at] ?? 0) +
        (one.speaker === chair ? CHAIR : 0) +
        NEWS_COST * Math.min(1, one.begin / NEWS),
    }))
    .sort((a, b) => b.score - a.score || a.at - b.at);
  return [
    ...apart(
      ranked.filter(({ one }) => one.words.length >= 4),
      MOST,
    ).map(({ one, score }) =>
      candidate(one, 'decision', isLikely(one, score) ? 'likely' : 'possible', score),
    ),
    ...apart(
      all.filter(isPromised).map((one) => ({ one, score: one.words.length > 8 ? 2 : 1 })),
      FEW,
    ).map(({ one, score }) => candidate(one, 'promise', 'possible', score)),
    ...apart(
      all.filter(isLeftOpen).map((one) => ({ one, score: 1 })),
      FEW,
    ).map(({ one, score }) => candidate(one, 'question', 'possible', score)),
  ];
}

interface Ranked {
  readonly one: Utterance;
  readonly score: number;
}

/** The first of what lies close together, in their order. */
function apart<One extends Ranked>(ranked: readonly One[], most: number): readonly One[] {
  const kept: One[] = [];
  for (const next of ranked) {
    if (kept.length >= most) break;
    if (kept.every(({ one }) => Math.abs(one.begin - next.one.begin) >= APART)) kept.push(next);
  }
  return kept;
}

const candidate = (
  one: Utterance,
  kind: CandidateKind,
  grade: CandidateGrade,
  score: number,
): FoundPassage => ({
  kind,
  grade,
  quote: one.quote,
  from: one.from,
  to: one.to,
  score,
});

const isPromised = ({ cues, words, quote }: Utterance): boolean =>
  cues.has('commits') && words.length >= 5 && !quote.endsWith('?') && !cues.has('runs');

const isLeftOpen = ({ cues, words }: Utterance): boolean => cues.has('open') && words.length >= 5;

/** Closes a matter in so many words, here and now. */
const isSettled = ({ cues, words, quote }: Utterance): boolean =>
  cues.has('settles') &&
  words.length <= 32 &&
  !quote.endsWith('?') &&
  !(['past', 'explains', 'hedges', 'runs', 'open', 'onwards'] as const).some((cue) => cues.has(cue));

function ownScore({ words, cues, quote }: Utterance): number {
  let score = 0;
  for (const cue of cues.keys()) score += WEIGHTS[cue];
  if (quote.endsWith('?') && !cues.has('asks')) score -= 0.5;
  if (words.length < 4) score *= 0.4;
  if (words.length > 30) score *= 0.85;
  return score;
}

/** What lies within a minute, the nearer the more. */
function around(all: readonly Utterance[], own: readonly number[]): readonly number[] {
  const sums: number[] = [];
  let first = 0;
  for (const [at, { begin }] of all.entries()) {
    while ((all[first]?.begin ?? begin) < begin - NEAR || first < at - MOST_NEAR) first += 1;
    let sum = 0;
    for (let next = first; next < Math.min(all.length, at + MOST_NEAR); next++) {
      const other = all[next];
      if (!other || other.begin > begin + NEAR) break;
      if (next !== at)
        sum +=
          Math.max(0, own[next] ?? 0) *
          (1 - Math.abs(other.begin - begin) / NEAR) *
          (other.begin >= begin ? AFTER : BEFORE);
    }
    sums.push(sum);
  }
  return sums;
}

function speaksMost(all: readonly Utterance[]): string | null {
  const spoken = new Map<string, number>();
  for (const { speaker } of all) if (speaker !== null) spoken.set(speaker, (spoken.get(speaker) ?? 0) + 1);
  let most: string | null = null;
  for (const [speaker, count] of spoken) if (count > (spoken.get(most ?? '') ?? 0)) most = speaker;
  return most;
}
