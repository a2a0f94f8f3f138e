/**
 * A spreadsheet's "CSV" is in the code page of the machine, which the file does not name. Addresses and digits are
 * ASCII in all of them and names match nobody (3.5), so a wrong guess spoils a label at most. The guess goes by the
 * letters: what a language looks like is learned from what `Intl` writes in it.
 */
const PAGES: readonly (readonly [encoding: string, languages: readonly string[]])[] = [
  ['windows-1252', ['de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'nb', 'fi', 'is']],
  ['windows-1250', ['pl', 'cs', 'sk', 'hu', 'hr', 'sl', 'ro']],
  ['windows-1251', ['ru', 'uk', 'bg', 'sr']],
  ['windows-1253', ['el']],
  ['windows-1254', ['tr', 'az']],
  ['windows-1255', ['he']],
  ['windows-1256', ['ar', 'fa', 'ur']],
  ['windows-1257', ['lt', 'lv', 'et']],
  ['windows-1258', ['vi']],
  ['windows-874', ['th']],
  ['shift_jis', ['ja']],
  ['gb18030', ['zh-Hans']],
  ['big5', ['zh-Hant']],
  ['euc-kr', ['ko']],
];

/** How many bytes are looked at; what is left of them has to be text. */
const SAMPLE = 20_000;
/** A letter that the language never showed, in natural logarithms; a sign that stands for no letter is worse. */
const UNSEEN = -11;
const NO_LETTER = -13;

/** null where the bytes are no text in any page: control signs stand in pictures and archives, not in tables. */
export function inCodePage(bytes: Uint8Array): string | null {
  const sample = bytes.slice(0, SAMPLE);
  if (sample.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return null;
  let best: { encoding: string; score: number } | null = null;
  for (const [encoding, languages] of PAGES) {
    const text = decodedAs(encoding, sample, sample.length < bytes.length);
    if (text === null) continue;
    for (const language of languages) {
      const score = likelihood(text, lettersOf(language));
      if (best === null || score > best.score) best = { encoding, score };
    }
  }
  return best === null ? null : decodedAs(best.encoding, bytes, false);
}

function decodedAs(encoding: string, bytes: Uint8Array, cut: boolean): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
    return text.includes('\0') ? null : text.normalize('NFC');
  } catch {
    return null;
  }
}

/** Of all signs that are not ASCII, a pair of bytes counting as one sign of two. */
function likelihood(text: string, letters: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [before, sign] of pairsOf(text)) {
    // A capital within a word, or a letter of another script, is what the wrong page makes of a small letter.
    const odd = /\p{Ll}/u.test(before) && /\p{Lu}/u.test(sign) ? -4 : 0;
    const mixed = /[a-z]/i.test(before) && /(?!\p{Script=Latin})\p{L}/u.test(sign) ? -8 : 0;
    const known = letters.get(sign) ?? letters.get(sign.toLowerCase());
    sum += odd + mixed + (known ?? (/[\p{L}\p{M}]/u.test(sign) ? UNSEEN : NO_LETTER));
  }
  return sum;
}

function* pairsOf(text: string): Generator<readonly [string, string]> {
  let before = '';
  for (const sign of text) {
    if (sign > '\x7f') yield [before, sign];
    before = sign;
  }
}

const learned = new Map<string, ReadonlyMap<string, number>>();

/** How often each letter stands in the names that this language has for languages and countries. */
function lettersOf(language: string): ReadonlyMap<string, number> {
  const known = learned.get(language);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  let all = 0;
  for (const sign of namesIn(language)) {
    if (sign <= '\x7f') continue;
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
    all += 1;
  }
  const letters = new Map([...counts].map(([sign, count]) => [sign, Math.log(count / all)]));
  learned.set(language, letters);
  return letters;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

function namesIn(language: string): string {
  const names = (['language', 'region'] as const).map((type) => {
    const display = new Intl.DisplayNames([language], { type, fallback: 'none' });
    const codes = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
    return codes.map((code) => display.of(type === 'region' ? code.toUpperCase() : code) ?? '').join(' ');
  });
  const months = Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2026, month, 1)).toLocaleDateString(language, { dateStyle: 'full', timeZone: 'UTC' }),
  );
  return [...names, ...months].join(' ').normalize('NFC');
}
