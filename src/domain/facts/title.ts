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

/** 5.6: Dice coefficient of the letter pairs of two titles, 0 to 1. */
export function titleLikeness(a: string, b: string): number {
  const [ours, theirs] = [normalizedTitle(a), normalizedTitle(b)];
  if (ours === theirs) return 1;
  const left = pairsOf(theirs);
  const total = pairsOf(ours).length + left.length;
  let both = 0;
  for (const pair of pairsOf(ours)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    both += 1;
  }
  return total === 0 ? 0 : (2 * both) / total;
}

/** Pairs of neighbouring letters within words, each as often as it occurs. */
const pairsOf = (title: string): string[] =>
  title.split(' ').flatMap((word) => {
    const letters = [...word];
    return letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`);
  });
