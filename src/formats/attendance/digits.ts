const isDigit = (sign: string): boolean => /^\p{Nd}$/u.test(sign);

/** Digits of every script stand in rows of ten, from 0 to 9; a row can follow on another. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (isDigit(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}

const known = new Map<string, string>();

/** `٢٧`, `२७` and `２７` as `27`. */
export const withPlainDigits = (text: string): string =>
  text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const plain = known.get(digit) ?? digitValue(digit);
    known.set(digit, plain);
    return plain;
  });

/** A count as people and spreadsheets write it: `36`, `1,204`, `1 204`, `1’204`, `1,00,000`. null: it is none. */
export function countIn(cell: string): number | null {
  if (cell.length > 20) return null;
  const plain = withPlainDigits(cell).trim();
  if (!/^\d{1,9}$|^\d{1,3}(?:[.,'’٬\s]\d{2,3}){0,3}[.,'’٬\s]\d{3}$/u.test(plain)) return null;
  return Number(plain.replace(/\D/g, ''));
}

/** The same with what a spreadsheet or a language puts around it: `2.0`, `2,00`, `2人`, `2 of 3`; of several the largest. */
export function countAmongWords(cell: string): number | null {
  if (cell.length > 60) return null;
  const numbers = withPlainDigits(cell)
    .split(/[^\d.,'’٬\s]+/u)
    .flatMap((number) => countIn(number.trim().replace(/[.,]0{1,2}$/, '')) ?? []);
  return numbers.length === 0 ? null : Math.max(...numbers);
}
