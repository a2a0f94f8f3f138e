import {
  type Erasure,
  isErasedKey,
  keyMark,
  type RoleWord,
  roleKey,
  rolePerson,
  wordMark,
} from '../facts/entered/erasure';
import type { Fact } from '../facts/log/fact';
import { kindOf, seriesOfFact, WRITTEN_FIELDS } from '../facts/log/kinds';
import type { Person } from '../facts/things/person';
import { couldBeName, fold, MOST_WORDS, WORD } from './name-words';

/** Takes erased people out of whatever passes: facts, readings, drafts. Without erasures everything passes as it is. */
export interface Forgetting {
  /** Null: nothing of it is left. */
  readonly fact: (fact: Fact) => Fact | null;
  /** Any plain value with people in it. */
  readonly value: <Value>(value: Value) => Value;
  readonly mentions: (value: unknown) => boolean;
}

/** In these lists a role word stays in the place of a person: who decided, and who was told. */
const BY_ROLE = new Set(['to', 'informed', 'responsible', 'consulted']);

/** A run of signs that can begin an address, and the rest where it is one: a run is taken whole, so none is looked at twice. */
const ADDRESS = /[\p{L}\p{N}._%+'-]+(@[\p{L}\p{N}.-]*[\p{L}\p{N}])?/gu;
const DIRECTORY_ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const NO_ID = '00000000-0000-0000-0000-000000000000';

export function createForgetting(erasures: readonly Erasure[]): Forgetting {
  const all = [...erasures].sort((a, b) => (a.id < b.id ? -1 : 1));
  const marks = all.map((erasure) => new Set(erasure.marks));
  const gone = new Set(all.flatMap(({ entries }) => entries));

  const remembered = <Found>(find: (text: string) => Found) => {
    const known = new Map<string, Found>();
    return (text: string): Found => {
      const before = known.get(text);
      if (before !== undefined || known.has(text)) return before as Found;
      const found = find(text);
      known.set(text, found);
      return found;
    };
  };
  const roleBy = (markOf: (salt: string) => string): RoleWord | null =>
    all.find(({ salt }, at) => marks[at]?.has(markOf(salt)))?.role ?? null;
  const roleOfKey = remembered((key) => (key === '' ? null : roleBy((salt) => keyMark(salt, key))));
  const roleOfWords = remembered((words) => roleBy((salt) => wordMark(salt, words)));

  /** A reading that went through here already says "colleague" of them, and is theirs all the same. */
  const isTheirs = (key: string): boolean => isErasedKey(key) || roleOfKey(key) !== null;

  const roleOfPerson = ({ key, address, otherAddresses = [], directoryId }: Partial<Person>) =>
    [key, address, ...otherAddresses, directoryId ? `id:${directoryId}` : '']
      .map((one) => (one ? roleOfKey(one) : null))
      .find((role) => role !== null) ?? null;

  const text = remembered((written: string): string => {
    const plain = written
      .replace(ADDRESS, (run, rest?: string) => (rest === undefined ? run : (roleOfKey(run) ?? run)))
      .replace(DIRECTORY_ID, (id) => (roleOfKey(`id:${id}`) === null ? id : NO_ID));
    const words = [...plain.matchAll(WORD)];
    let clean = '';
    let from = 0;
    for (let at = 0; at < words.length; ) {
      const [role, count] = saidAt(words, at);
      const last = words[at + count - 1];
      if (role !== null && last !== undefined) {
        clean += plain.slice(from, words[at]?.index) + role;
        from = last.index + last[0].length;
      }
      at += count;
    }
    return clean + plain.slice(from);
  });

  /** The longest name that begins at this word: who is meant, and how many words it takes. */
  function saidAt(words: readonly RegExpExecArray[], at: number): readonly [RoleWord | null, number] {
    for (let count = Math.min(MOST_WORDS, words.length - at); count >= 1; count--) {
      const said = words.slice(at, at + count).map(([word]) => word);
      if (count === 1 && !couldBeName(said[0] ?? '')) continue;
      const role = roleOfWords(fold(said.join(' ')));
      if (role !== null) return [role, count];
    }
    return [null, 1];
  }

  /** Nothing but the name of somebody erased: a guest or a phone that a report could not tie to anybody. */
  const isNamedAlike = (name: string): boolean => {
    const words = [...name.matchAll(WORD)];
    return words.length > 0 && saidAt(words, 0)[0] !== null;
  };

  function isGone(one: unknown): boolean {
    if (typeof one === 'string') return isKeyLike(one) && roleOfKey(one) !== null;
    if (typeof one !== 'object' || one === null) return false;
    const { person, intervals, name, address, directoryId } = one as Record<string, unknown>;
    if (typeof person === 'string') return roleOfKey(person) !== null;
    if (typeof person === 'object' && person !== null) return roleOfPerson(person as Person) !== null;
    if (!Array.isArray(intervals) || typeof name !== 'string') return false;
    if (typeof address === 'string' && roleOfKey(address) !== null) return true;
    if (typeof directoryId === 'string' && roleOfKey(`id:${directoryId}`) !== null) return true;
    return address === '' && isNamedAlike(name);
  }

  function walkList(list: readonly unknown[], field: string): readonly unknown[] {
    const people = new Set<RoleWord>();
    const walked = list.flatMap((one) => {
      if (isGone(one)) return [];
      const role = isPerson(one) ? roleOfPerson(one) : null;
      if (role === null) return [walk(one, field)];
      if (!BY_ROLE.has(field) || people.has(role)) return [];
      people.add(role);
      return [rolePerson(role)];
    });
    const same = walked.length === list.length && walked.every((one, at) => one === list[at]);
    return same ? list : walked;
  }

  function walk(value: unknown, field: string): unknown {
    if (typeof value === 'string') {
      if (WRITTEN_FIELDS.has(field)) return text(value);
      const role = isKeyLike(value) ? roleOfKey(value) : null;
      return role === null ? value : roleKey(role);
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return walkList(value, field);
    if (isPerson(value)) {
      const role = roleOfPerson(value);
      if (role !== null) return rolePerson(role);
    }
    let same = true;
    const walked: [string, unknown][] = [];
    for (const [name, inner] of Object.entries(value)) {
      if (isGone(name)) same = false;
      else {
        const next = walk(inner, name);
        same &&= next === inner;
        walked.push([name, next]);
      }
    }
    if (same) return value;
    const next = Object.fromEntries(walked);
    return withoutTheirCount(value, next);
  }

  const value = <Value>(given: Value): Value => (all.length === 0 ? given : (walk(given, '') as Value));

  function fact(given: Fact): Fact | null {
    if (all.length === 0 || given.kind === 'erasure') return given;
    // Nothing but replies is listed by its id: whoever wrote the list names no other fact by it.
    if ((given.kind === 'agreement-reply' && gone.has(given.id)) || isOf(given, isTheirs)) return null;
    const series = seriesOfFact(given);
    const isAlone = all.some(
      ({ alone, recordedAt }) => series !== null && alone.includes(series) && given.recordedAt <= recordedAt,
    );
    const kept = isAlone ? leftAlone(given) : given;
    if (kept === null) return null;
    const left = value(kept);
    if (left === given) return given;
    const { withoutName } = kindOf<Fact>(given);
    return withoutName === 'nothing-else' ? left : withoutName(left, given);
  }

  /** In what was typed so far any field can hold a name. */
  function mentions(given: unknown): boolean {
    if (all.length === 0) return false;
    if (typeof given === 'string') return text(given) !== given || isGone(given);
    if (typeof given !== 'object' || given === null) return false;
    return Object.entries(given).some(([name, inner]) => isGone(name) || isGone(inner) || mentions(inner));
  }

  return { fact, value, mentions };
}

/** Keys are addresses, or begin with what they are. */
const isKeyLike = (text: string): boolean => text.includes('@') || /^(id|row):/.test(text);

const isPerson = (value: unknown): value is Person =>
  typeof value === 'object' && value !== null && 'key' in value && 'name' in value && 'address' in value;

/** A fact that is about one person and nothing else, or that is their word. */
function isOf(fact: Fact, isTheirs: (key: string) => boolean): boolean {
  const { belongsTo } = kindOf(fact);
  const key = belongsTo === 'nobody' ? null : belongsTo(fact);
  return key !== null && isTheirs(key);
}

/** What is left of a meeting with nobody else: what was decided, and that there was a log. */
function leftAlone(fact: Fact): Fact | null {
  const { leftAlone: left } = kindOf(fact);
  if (left === 'nothing') return null;
  return left === 'all' ? fact : left(fact);
}

/** Who is no longer in a report was no unidentified one either (3.5). */
function withoutTheirCount(before: object, after: Record<string, unknown>): Record<string, unknown> {
  const { rows, totalParticipants } = before as { rows?: unknown; totalParticipants?: unknown };
  if (!Array.isArray(rows) || typeof totalParticipants !== 'number') return after;
  const taken = rows.length - (after.rows as unknown[]).length;
  return taken === 0 ? after : { ...after, totalParticipants: Math.max(0, totalParticipants - taken) };
}

export const erasuresIn = (facts: readonly Fact[]): readonly Erasure[] =>
  facts.filter((fact) => fact.kind === 'erasure');
