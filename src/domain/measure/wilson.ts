/** A share in whole percent, with how far it may be off. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Normal quantile of 97.5 %: the interval covers 95 %. */
const Z = 1.959963984540054;

/** 7.1: the 95 % Wilson interval in whole percent, rounded half up, ends within 0 to 100. `of` is above 0. */
export function wilson(count: number, of: number): Range {
  const share = count / of;
  const spread = Z ** 2 / of;
  const middle = share + spread / 2;
  const half = Z * Math.sqrt((share * (1 - share) + spread / 4) / of);
  return {
    low: clipped((middle - half) / (1 + spread)),
    high: clipped((middle + half) / (1 + spread)),
  };
}

/** Whole percent, rounded half up; a hair's breadth makes up for what binary fractions lose. */
export const percentOf = (count: number, of: number): number => clipped(count / of);

const HAIR = 1e-9;
const clipped = (share: number): number => Math.min(100, Math.max(0, Math.floor(share * 100 + 0.5 + HAIR)));

/** Below ten, counts say it better (7.1). */
export const FEWEST_FOR_PERCENT = 10;
