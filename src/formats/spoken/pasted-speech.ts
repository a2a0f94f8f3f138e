import type { SourcePassage } from '../../domain/candidates/candidate';
import type { Steps } from '../../domain/pace';

/** A line that says who speaks from when, and nothing else. */
const HEADS = [
  // Teams in Word and in the pane: `Anna Berg   0:03`, `Anna Berg (0:03)`
  /^([\p{L}][^:<>|\t]{0,60}?)[\s(]{1,6}(?:(\d{1,2}):)?(\d{1,2}):(\d\d)\)?$/u,
  // Zoom: `[Anna Berg] 09:05:11`
  /^\[([^[\]]{1,60})\] (?:(\d{1,2}):)?(\d{1,2}):(\d\d)$/,
] as const;
/** A line that says it before what is spoken. */
const LEADS = [
  /^\[?(?:(\d{1,2}):)?(\d{1,2}):(\d\d)(?:\.\d{1,3})?\]?\s{1,4}([\p{L}][^:<>|]{0,60}):\s/u,
  /^\[?(?:(\d{1,2}):)?(\d{1,2}):(\d\d)(?:\.\d{1,3})?\]?\s{1,4}<([^<>\s]{1,40})>\s/u,
] as const;
/** Only for readers of the screen: `Anna Berg 0 minutes 3 seconds`. */
const ALOUD =
  /(?<!\d)\d{1,4} (?:hour|minute|second|heure|seconde|hora|minuto|segundo|Stunde|Minute|Sekunde)[a-z]{0,2}$/;
/** Fewer of them are chance. */
const FEWEST = 3;
const SHARE = 500;

interface Head {
  readonly speaker: string;
  readonly begin: number;
  /** Where the words begin in the line; null where they stand below it. */
  readonly words: number | null;
}

/** Speech with times that was copied out of Teams, Zoom or a log; null where the lines are notes. */
export function* speechInLines(lines: readonly string[]): Steps<readonly SourcePassage[] | null> {
  const heads: (Head | null)[] = [];
  for (const [at, line] of lines.entries()) {
    heads.push(headOf(line.trim()));
    if (at % SHARE === 0) yield;
  }
  const told = lines.filter((line) => line.trim() !== '').length;
  const count = heads.filter((head) => head !== null).length;
  if (count < FEWEST || count < told * 0.1) return null;
  const passages: SourcePassage[] = [];
  let now: Head | null = null;
  for (const [line, written] of lines.entries()) {
    const head = heads[line] ?? null;
    const text = written.trim();
    now = head ?? now;
    const words = head === null ? text : head.words === null ? '' : text.slice(head.words).trim();
    if (words === '' || now === null || (head === null && ALOUD.test(words) && words.length < 80)) continue;
    passages.push({ text: words, line, speaker: now.speaker, begin: now.begin, end: null });
  }
  return passages;
}

function headOf(line: string): Head | null {
  if (line.length > 400) return leadOf(line.slice(0, 120));
  for (const head of HEADS) {
    const found = head.exec(line);
    if (found)
      return { speaker: (found[1] ?? '').trim(), begin: clock(found[2], found[3], found[4]), words: null };
  }
  return leadOf(line);
}

function leadOf(line: string): Head | null {
  for (const lead of LEADS) {
    const found = lead.exec(line);
    if (found)
      return {
        speaker: (found[4] ?? '').trim(),
        begin: clock(found[1], found[2], found[3]),
        words: found[0].length,
      };
  }
  return null;
}

const clock = (hours: string | undefined, minutes: string | undefined, seconds: string | undefined): number =>
  Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
