/**
 * Spreadsheets run text that begins like a formula (OWASP, CSV injection), also after white space and in other forms
 * of its signs, which a conversion to an old code page makes plain again: superscript, small, full width; and the
 * minus of some languages. So everything is meant here that Unicode folds to `= + - @` (NFKC).
 */
const SIGNS = '=+\\-@\u2212\u207A-\u207C\u208A-\u208C\uFB29\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20';

/** What one spreadsheet or another cuts cells or lines at, in all its forms; every control character among them. */
const CUTS = ',;|\\p{Cc}\\p{Zl}\\p{Zp}\u037E\uFE10\uFE14\uFE50\uFE54\uFF0C\uFF1B\uFF5C';

/** What may stand between the beginning of a cell and its formula: some readers skip it. */
const SKIPPED = '\\p{Cc}\\p{Cf}\\p{Z}"\uFF02';

const SIGN = new RegExp(`[${SIGNS}]`, 'u');
const CUT = new RegExp(`[${CUTS}]`, 'u');
const SKIP = new RegExp(`[${SKIPPED}]`, 'u');
const BEGINS_LIKE_ONE = new RegExp(`^(?:[\\t\\r\\n\\0]|[${SKIPPED}]*[${SIGNS}])`, 'u');
const PLAIN_NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/** A plain number is what it says. */
export const isLikeAFormula = (text: string): boolean =>
  BEGINS_LIKE_ONE.test(text) && !PLAIN_NUMBER.test(text);

/**
 * The text with an apostrophe wherever a formula could begin: in front of all of it, and in front of each sign that
 * would begin a cell for a reader that cuts at another separator than the one that was meant, or does not know what
 * quotes are for. What looks like a number inside of a text is no exception: nobody counts with it.
 */
export function defused(text: string): string {
  if (!SIGN.test(text)) return isLikeAFormula(text) ? `'${text}` : text;
  if (PLAIN_NUMBER.test(text)) return text;
  let safe = isLikeAFormula(text) ? "'" : '';
  let begins = false;
  for (const one of text) {
    if (begins && SIGN.test(one)) safe += "'";
    begins = CUT.test(one) || (begins && SKIP.test(one));
    safe += one;
  }
  return safe;
}
