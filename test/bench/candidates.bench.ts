import { candidatesOf } from '../../src/domain/candidates/candidates-of';
import type { Steps } from '../../src/domain/pace';
import { readSource } from '../../src/formats/spoken/read-source';
import { best } from './large-log';
import type { Ratio } from './ratio';

const SPOKEN = [
  'Good morning everyone, I was working on the slides last week because the numbers were old.',
  'I would propose to take the second offer, maybe it is simpler for the other teams as well.',
  "Okay, so let's go with the second offer then, and we will tell them next week.",
  'Sounds good to me.',
  'Any objections to that, or is everybody fine with keeping the date as it is for now?',
  "I'll send the contract by the end of the week.",
];
const SECONDS = 2 * 3600;

/** Two hours in which somebody speaks all the time, four seconds a cue, as Teams writes it. */
function transcript(): string {
  const time = (at: number) => new Date(at * 1000).toISOString().slice(11, 23);
  const cues = Array.from({ length: SECONDS / 4 }, (_, at) => {
    const text = SPOKEN[(at * 7 + (at >> 3)) % SPOKEN.length];
    return `${time(at * 4)} --> ${time(at * 4 + 4)}\n<v Person ${at % 5}>${text}</v>`;
  });
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

function all<Value>(steps: Steps<Value>, stretched: (ms: number) => void): Value {
  for (;;) {
    const begun = performance.now();
    const step = steps.next();
    stretched(performance.now() - begun);
    if (step.done) return step.value;
  }
}

function find(text: string): number {
  let longest = 0;
  const stretched = (ms: number) => {
    longest = Math.max(longest, ms);
  };
  const source = all(readSource(text), stretched);
  if (!source.ok) throw new Error(source.fault);
  if (all(candidatesOf(source.value), stretched).candidates.length === 0)
    throw new Error('Nothing was found');
  return longest;
}

/** Finding what may be a decision in two hours of speech, beside one search for one word in it. */
export function measure(): Ratio[] {
  const text = transcript();
  const words = () =>
    (text.match(/[\p{L}\p{N}']+/gu) ?? []).filter((word) => word.toLowerCase() === 'decided').length;
  const taken = best(() => find(text));
  const longest = Math.min(...Array.from({ length: 5 }, () => find(text)));
  return [
    {
      what: 'candidates in two hours of speech',
      value: taken,
      unit: 'ms',
      peer: 'every word compared with one',
      peerValue: best(words),
    },
    {
      what: 'the same: longest stretch without letting anybody in',
      value: longest,
      unit: 'ms',
      peer: 'a tap may wait',
      peerValue: 50,
    },
  ];
}
