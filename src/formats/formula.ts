/**
 * Spreadsheets run text that begins like a formula, also after white space and in full width (OWASP, CSV injection).
 * A plain number is what it says.
 */
const LIKE_A_FORMULA = /^(?:[\t\r\n\0]|[\s\0\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
const PLAIN_NUMBER = /^-?\d+(?:[.,]\d+)?$/;

export const isLikeAFormula = (text: string): boolean =>
  LIKE_A_FORMULA.test(text) && !PLAIN_NUMBER.test(text);
