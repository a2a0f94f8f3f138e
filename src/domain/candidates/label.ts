import { type LabelMeaning, meaningOf } from './label-words';

/** A label at the beginning of a line: `Decision 1.2:`, `**Beschluss** –`, `RESOLVED, that`. */
export interface Label {
  readonly meaning: LabelMeaning;
  /** Where what it labels begins in the line; the length of the line where nothing follows. */
  readonly rest: number;
  /** `61.1` of `Decision 61.1`: the same number twice is the same decision. */
  readonly number: string | null;
  /** Whether a sign stands behind it: `Agreed.` is an answer, `Agreed:` a label. */
  readonly signed: boolean;
}

/** A label is near the beginning, or it is none. */
const LONGEST_HEAD = 90;
/** Written large, or with a number behind them, these need no sign between them and what they label. */
const LOUD =
  /^(?:DECISIONS?|DECIDED|RESOLVED|RESOLUTION|CONCLUSIONS?|CONSENSUS|AGREED|APPROVED|ACTIONS?|TO-?DOS?|AI|BESCHLUSS|ENTSCHEIDUNG|BESCHLOSSEN|DÉCISION|DECISIÓN|ACUERDO)(?![\p{L}\p{N}])/u;
const NUMBERED =
  /^(?:Decision|Resolution|Conclusion|Action|Beschluss|Entscheidung|Décision|Decisión|Acuerdo)(?: Item| No\.?| Nr\.?)? ?#?\d[\d.]*/;

/** The label at which the text of a line begins; `start` is behind its bullets and signs. */
export function labelAt(line: string, start: number): Label | null {
  for (const end of headEnds(line, start)) {
    const meaning = meaningOf(headWords(line.slice(start, end)));
    if (meaning) return labelled(line, start, end, meaning);
  }
  return loudAt(line, start);
}

const WITHIN = /[.;!?)–—]\s{1,3}(?:\*\*|__)?(\p{L}[\p{L} ]{3,24})(?:\*\*|__)?:(?:\*\*|__)?\s/gu;

/** A label of a decision behind a sentence: `Two offers came in. Decision: B.` */
export function labelWithin(line: string, start: number): Label | null {
  for (const found of line.slice(start).matchAll(WITHIN)) {
    const end = start + found.index + found[0].length;
    if (meaningOf(headWords(found[1] ?? '')) === 'decision' && end < line.length)
      return { meaning: 'decision', rest: end, number: null, signed: true };
  }
  return null;
}

const labelled = (line: string, start: number, end: number, meaning: LabelMeaning): Label => ({
  meaning,
  rest: afterSigns(line, end),
  number: /\d+(?:\.\d+)*/.exec(line.slice(start, end))?.[0] ?? null,
  signed: /[:：*_#]/.test(line.slice(0, start) + line.slice(end, end + 3)),
});

function loudAt(line: string, start: number): Label | null {
  const text = line.slice(start, start + LONGEST_HEAD);
  const found = LOUD.exec(text) ?? NUMBERED.exec(text);
  if (!found) return null;
  const end = start + found[0].length;
  const meaning = meaningOf(headWords(line.slice(start, end)));
  // `DECISIONS TO MAKE` is a heading of another kind, and `AI` a subject.
  const rest = afterSigns(line, end);
  const next = line.slice(rest, rest + 40);
  if (!meaning || rest >= line.length || next === next.toUpperCase()) return null;
  return /^(?:AI|ACTIONS?)$/.test(found[0]) && end === rest - 1 ? null : labelled(line, start, end, meaning);
}

/** Where the head of a line may end, the nearest first: colons, dashes, arrows, the end of what is bold, the end of the line. */
function* headEnds(line: string, start: number): Generator<number> {
  const limit = Math.min(line.length, start + LONGEST_HEAD);
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const sign = line[at] ?? '';
    if (sign === '(' || sign === '[') depth += 1;
    else if ((sign === ')' || sign === ']') && depth > 0) depth -= 1;
    else if (depth > 0) continue;
    else if (sign === ':' || sign === '：') {
      if (line[at + 1] !== '/') yield at;
    } else if ('→|\t'.includes(sign)) yield at;
    else if (at > start && '-–—=>'.includes(sign) && /\s/.test(line[at - 1] ?? '')) yield at;
    else if (at > start && (sign === '*' || sign === '_') && line[at + 1] === sign) yield at;
  }
  if (line.length <= limit) yield line.length;
}

/** Words of a head, without what stands in brackets, numbers and signs. */
function headWords(head: string): readonly string[] {
  const plain = withoutBrackets(head).toLowerCase().replaceAll('’', "'");
  return (
    plain.match(/[\p{L}\p{M}][\p{L}\p{M}'-]*|[\p{N}][\p{L}\p{N}.]*|[&+/]|[^\s\p{L}\p{N}*_#:.,!()[\]]/gu) ?? []
  ).filter((word) => !/^\p{N}/u.test(word));
}

function withoutBrackets(text: string): string {
  let depth = 0;
  let kept = '';
  for (const sign of text) {
    if (sign === '(' || sign === '[') depth += 1;
    if (depth === 0) kept += sign;
    if ((sign === ')' || sign === ']') && depth > 0) depth -= 1;
  }
  return kept;
}

/** Behind the signs that part a label from its text. */
export function afterSigns(line: string, from: number): number {
  let at = from;
  while (at < line.length && /[\s:：*_\-–—=>→|.,]/.test(line[at] ?? '')) at += 1;
  return at;
}
