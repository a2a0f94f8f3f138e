import type { ReportRow } from '../../facts/observed/report';
import type { Person } from '../../facts/things/person';

/**
 * 3.5: could this row be that person? It has to be asked of an absentee before anybody says that they were not there, so
 * every doubt is a yes: another order of words, one shared word, initials, a sign-in name, a name in another script.
 */
export function couldBe(row: Pick<ReportRow, 'name' | 'address' | 'directoryId'>, one: Person): boolean {
  // Neither an address nor an id: a phone, a guest, somebody without an account.
  if (row.address === '' && row.directoryId === null) return true;
  if (row.name.length > LONGEST || one.name.length > LONGEST) return true;
  const local = localPart(row.address);
  const locals = [one.key, one.address, ...(one.otherAddresses ?? [])].map(localPart).filter(isSaying);
  if (isSaying(local) && locals.includes(local)) return true;
  const name = one.name === '' ? (locals[0] ?? '') : one.name;
  return SPELLINGS.some((spell) => {
    const theirs = spelled(name, spell);
    return isLike(spelled(row.name, spell), theirs) || shares(spelled(local, spell).outside, theirs.outside);
  });
}

/** Exchange keeps 256 signs of a name. What is longer could hold anybody's, and each word would meet each of the other. */
const LONGEST = 256;

/** Müller, Mueller and Muller are one name; mueller of m. ueller is none. */
const SPELLINGS: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.replace(/([aou])e/g, '$1'),
];

const localPart = (address: string): string => (/^([^@]+)@/.exec(address)?.[1] ?? '').toLowerCase();

const isSaying = (word: string): boolean => word.length > 1;

/** WordsByOccurrence of a name; those in brackets mostly tell of a firm, and at times give the name in another script. */
interface Spelled {
  readonly outside: readonly string[];
  readonly inside: readonly string[];
}

const spelled = (name: string, spell: (word: string) => string): Spelled => ({
  outside: wordsIn(name.replace(BRACKETS, ' ')).map(spell),
  inside: wordsIn([...name.matchAll(BRACKETS)].map(([text]) => text).join(' ')).map(spell),
});

const BRACKETS = /[([{<（【［][^)\]}>）】］]*[)\]}>）】］]?/g;

/** What programs and people put beside a name, and particles that half of a country shares. */
const NO_NAMES = new Set(
  [
    'guest external extern externe externo esterno gast invite invitado ospite convidado unverified anonymous',
    'mr mrs ms dr prof de da di du del des der den van von la le el al bin ben dos das zu ter y e i',
  ].flatMap((line) => line.split(' ')),
);

/** Letters that are no other letter with a mark on it. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ø: 'oe', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
};

function wordsIn(text: string): readonly string[] {
  const folded = text
    .replace(/@\S*/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, (letter) => PLAIN[letter] ?? letter);
  const words = folded.match(/\p{L}+/gu) ?? [];
  const names = words.filter((word) => !NO_NAMES.has(word));
  return names.length > 0 ? names : words;
}

function isLike(row: Spelled, one: Spelled): boolean {
  const [a, b] = [row.outside, one.outside];
  // A name without a letter is nobody's, so it is not plainly somebody else's; what cannot be compared is not, either.
  if (a.length === 0 || b.length === 0 || !areComparable(a, b)) return true;
  return shares(a, b) || shares(row.inside, b) || shares(a, one.inside) || isShort(a, b) || isShort(b, a);
}

/** One word in common. Where words are written without spaces, one within the other. */
const shares = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((word) => b.some((other) => isSameWord(word, other)));

function isSameWord(a: string, b: string): boolean {
  if (a === b) return isSaying(a) || !LATIN.test(a);
  return SPACELESS.test(a) && SPACELESS.test(b) && (a.includes(b) || b.includes(a));
}

/** Initials, a sign-in name, a name run together, or the beginning of one: `M. H.`, `mhale`, `marcushale`, `Alex`. */
function isShort(short: readonly string[], full: readonly string[]): boolean {
  const run = short.join('');
  const initials = full.map(([first]) => first ?? '');
  if (run.length > 1 && short.every((word) => word.length <= 3) && isOneOf(run, initials)) return true;
  const [only, ...more] = short;
  if (only === undefined || more.length > 0) return false;
  if (only.length === 1) return initials.includes(only);
  if (full.some((word) => isBeginning(only, word) || isBeginning(word, only))) return true;
  return full.some((word, at) => {
    const others = full.filter((_, other) => other !== at);
    return others.some((other) =>
      [`${word}${other}`, `${word[0]}${other}`, `${other}${word[0]}`].some((form) => only.includes(form)),
    );
  });
}

const isOneOf = (run: string, initials: readonly string[]): boolean =>
  [initials.join(''), [...initials].reverse().join(''), `${initials[0]}${initials.at(-1)}`].includes(run);

const isBeginning = (a: string, b: string): boolean => a.length >= 3 && b.startsWith(a);

const LATIN = /\p{Script=Latin}/u;
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const SCRIPTS = [
  LATIN,
  SPACELESS,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Devanagari}/u,
];

/** A name in one script says nothing about who bears a name in another. */
function areComparable(a: readonly string[], b: readonly string[]): boolean {
  const [ours, theirs] = [a.join(''), b.join('')];
  return (
    SCRIPTS.some((script) => script.test(ours) && script.test(theirs)) ||
    !SCRIPTS.some((script) => script.test(ours) || script.test(theirs))
  );
}
