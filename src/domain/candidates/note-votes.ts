import type { NoteRow } from './note-row';
import { comparedWords } from './phrases';

/** A line with what is asked about it. */
export interface ScoredLine {
  readonly row: NoteRow;
  readonly words: readonly string[];
  readonly quote: string;
  /** Minutes say of a vote how it went: so the source itself marks it. */
  formal: boolean;
  /** Read without the lines around it, it says what was settled. */
  byItself: boolean;
  score: number;
}

const VOTE = /^(?:[\w .'-]{1,40}:\s*)?(?:\+\s?1|\+\s?0|-\s?1|0)(?![\d.])/;
const FOR = /^(?:[\w .'-]{1,40}:\s*)?\+\s?1(?![\d.])/;
const PROPOSED =
  /^(?:\W{0,4})(?:proposal|proposed|proposed resolution|poll|straw ?poll|motion|vote|vorschlag|antrag|proposition|propuesta|moción)\b[^:]{0,30}:\s*/i;

/** A count of votes: `| 10 | 5 | 1 | 0 | 0 |`, or `SF F N A SA`. */
const isTally = ({ cells, text }: NoteRow): boolean =>
  (cells !== null &&
    cells.filter(([from, to]) => /^(?:\d{1,3}|sf|f|n|a|sa|wf|wa)$/i.test(text.slice(from, to))).length >=
      3) ||
  /^\W{0,6}(?:(?:sf|f|n|a|sa|for|against|neutral|abstain|yes|no)\W{1,3}\d{1,3}\W{0,4}){2}/i.test(text);

/** What a count of votes stands below was voted on. */
export function byTallies(lines: readonly ScoredLine[], rows: readonly NoteRow[]): void {
  for (const [at, line] of lines.entries()) {
    if (isTally(line.row)) {
      line.score -= 6;
      continue;
    }
    const until = Math.min(line.row.at + 6, lines[at + 1]?.row.at ?? rows.length);
    if (rows.slice(line.row.at + 1, until + 1).some(isTally)) line.score += 4;
  }
}

/** A matter that was put: proposed, or repeated, or voted on. */
interface Put {
  readonly line: ScoredLine;
  readonly words: ReadonlySet<string>;
  readonly proposed: boolean;
  votes: number;
}

/** Lines that may lie between a proposal and what repeats it. */
const REACH = 80;

/** A proposal that was voted for, and the text that repeats it. */
export function byVotes(lines: readonly ScoredLine[], rows: readonly NoteRow[]): void {
  const exact = new Map<string, Put>();
  const recent: Put[] = [];
  const all: Put[] = [];
  for (const line of lines) {
    const text = (rows[line.row.at]?.text ?? '').trim();
    if (VOTE.test(text) || VOTE.test(line.quote)) {
      const last = recent.at(-1);
      if (last && line.row.at - last.line.row.at < 25)
        last.votes += FOR.test(text) || FOR.test(line.quote) ? 1 : -1;
      line.score -= 6;
      continue;
    }
    const proposed = PROPOSED.test(line.quote) || PROPOSED.test(text);
    const bare = comparedWords(line.quote.replace(PROPOSED, ''));
    if (bare.length < 3) continue;
    const words = new Set(bare);
    const key = bare.join(' ');
    const known = exact.get(key);
    const same =
      known && line.row.at - known.line.row.at < REACH
        ? known
        : recent.findLast(
            (one) =>
              (one.proposed || one.votes > 0) &&
              line.row.at - one.line.row.at < REACH &&
              alike(one.words, words),
          );
    if (same && !proposed) {
      line.score += 6 + Math.min(4, Math.max(0, same.votes));
      same.line.score -= 4;
      same.votes = 0;
    }
    const put = { line, words, proposed, votes: 0 };
    exact.set(key, put);
    all.push(put);
    // Said between the votes: they are still for what was put.
    const last = recent.at(-1);
    if (last && last.votes > 0 && !proposed && !same && line.row.at - last.line.row.at < 12)
      recent.splice(-1, 0, put);
    else recent.push(put);
    if (recent.length > 6) recent.shift();
  }
  for (const { line, votes, proposed } of all)
    if (votes >= 2) line.score += Math.min(6, 2 + votes);
    else if (proposed) line.score += 0.5;
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let both = 0;
  for (const word of other) if (one.has(word)) both += 1;
  return (
    both >= 3 &&
    both / Math.max(1, Math.min(one.size, other.size)) >= 0.8 &&
    both / Math.max(one.size, other.size) >= 0.5
  );
}
