/**
 * What mail programs put before a title when they answer, forward or cancel. The sender's language decides which;
 * Graph's documents show the English ones, the others are Outlook's own words in its larger languages.
 */
const PREFIXES = [
  ['re', 'fw', 'fwd', 'aw', 'wg', 'tr', 'rv', 'vs', 'vb', 'sv', 'antw', 'doorst'],
  ['canceled', 'cancelled', 'abgesagt', 'annulé', 'annulée', 'annule', 'cancelado', 'cancelada'],
  ['annullato', 'annullata', 'geannuleerd', 'inställt', 'aflyst', 'avlyst', 'peruutettu', 'odwołane'],
  ['zrušeno', 'отменено', '已取消', 'キャンセル済み', '취소됨'],
  ['accepted', 'declined', 'tentative', 'zugesagt', 'abgelehnt', 'mit vorbehalt', 'accepté', 'refusé'],
  ['provisoire', 'aceptado', 'aceptada', 'rechazado', 'rechazada', 'provisional', 'accettato', 'rifiutato'],
  ['geaccepteerd', 'geweigerd', 'voorlopig', 'aceito', 'recusado'],
  ['updated', 'invitation', 'updated invitation', 'aktualisiert', 'einladung', 'new time proposed'],
].flat();

/** Behind the word stands one colon, in French with a space before it. */
const PREFIX = new RegExp(`^\\s*(?:${PREFIXES.join('|')})\\s?[:：]\\s*`, 'iu');

/** The title without what mail programs put before it; `Canceled: Canceled: ` was seen. */
export function plainTitle(title: string): string {
  let rest = title.slice(0, LONGEST);
  while (PREFIX.test(rest)) rest = rest.replace(PREFIX, '');
  return rest.trim() === '' ? title.trim() : rest.trim();
}

/** Exchange keeps 255 characters of a title; what is longer was not made by a person. */
const LONGEST = 500;

/** 5.3: prefixes stripped; case, punctuation and white space folded. */
export function normalizedTitle(title: string): string {
  const plain = plainTitle(title).normalize('NFKC').toLowerCase();
  const folded = plain.replace(/[\p{P}\s\p{C}]+/gu, ' ').trim();
  return folded === '' ? plain : folded;
}

/** A title as it is compared: folded, and its pairs of neighbouring letters within words, each as often as it occurs. */
interface Spelling {
  readonly title: string;
  readonly pairs: ReadonlyMap<string, number>;
  readonly count: number;
}

/** Every series is compared with every other one of a calendar, so each title is spelled once. */
const spellings = new Map<string, Spelling>();
const MOST_SPELLINGS = 5_000;

function spellingOf(given: string): Spelling {
  const known = spellings.get(given);
  if (known !== undefined) return known;
  const title = normalizedTitle(given);
  const pairs = new Map<string, number>();
  let count = 0;
  for (const word of title.split(' ')) {
    const letters = [...word];
    for (let at = 1; at < letters.length; at++) {
      const pair = `${letters[at - 1]}${letters[at]}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      count += 1;
    }
  }
  if (spellings.size >= MOST_SPELLINGS) spellings.clear();
  const spelling = { title, pairs, count };
  spellings.set(given, spelling);
  return spelling;
}

/** 5.6: Dice coefficient of the letter pairs of two titles, 0 to 1. */
export function titleLikeness(a: string, b: string): number {
  const [ours, theirs] = [spellingOf(a), spellingOf(b)];
  if (ours.title === theirs.title) return 1;
  const total = ours.count + theirs.count;
  let both = 0;
  for (const [pair, times] of ours.pairs) both += Math.min(times, theirs.pairs.get(pair) ?? 0);
  return total === 0 ? 0 : (2 * both) / total;
}
