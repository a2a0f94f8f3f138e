import type { Fact } from '../facts/log/fact';
import { WRITTEN_FIELDS } from '../facts/log/kinds';
import type { Steps } from '../pace';
import { type Likeness, likenesses } from './like-a-name';

/** Words in the log that may mean somebody, with where they stand. */
export interface Passage extends Likeness {
  readonly fact: Fact;
  /** It could be somebody else as well. */
  readonly shared: boolean;
  /** What stands around it. */
  readonly before: string;
  readonly after: string;
}

/** Names and links are kept apart from what somebody wrote: they go with the person they belong to. */
const NOT_PROSE = new Set(['name', 'joinUrl']);
const PROSE = new Set([...WRITTEN_FIELDS].filter((field) => !NOT_PROSE.has(field)));

/** Signs of the text on either side. */
const AROUND = 32;

/** Whose names are looked for, and what everybody else is called. */
export interface Names {
  readonly own: readonly string[];
  readonly others: readonly string[];
}

/** Every place in these facts that looks like one of somebody's names, fact by fact. */
export function* passagesIn(facts: readonly Fact[], { own, others }: Names): Steps<readonly Passage[]> {
  const look = likenesses(own);
  const isOthers = likenesses(others);
  const found: Passage[] = [];
  for (const fact of facts) {
    for (const text of proseIn(fact, '')) {
      const theirs = look(text);
      const shared = new Set(theirs.length === 0 ? [] : isOthers(text).map(({ at }) => at));
      for (const one of theirs) {
        const end = one.at + one.written.length;
        const before = text.slice(Math.max(0, one.at - AROUND), one.at);
        const after = text.slice(end, end + AROUND);
        found.push({ ...one, fact, before, after, shared: shared.has(one.at) });
      }
    }
    yield;
  }
  return found;
}

function proseIn(value: unknown, field: string): readonly string[] {
  if (typeof value === 'string') return PROSE.has(field) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => proseIn(one, field));
  return Object.entries(value).flatMap(([name, inner]) => proseIn(inner, name));
}
