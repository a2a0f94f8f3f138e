/** What can go wrong on the way to Graph and back. All of it is data, so that a test or a page can carry a plan. */
export type FaultAnswer =
  /** 429 with Retry-After in seconds, which may be fractional or left out. */
  | { kind: 'throttled'; retryAfter?: string }
  | { kind: 'unavailable'; retryAfter?: string }
  /** 504 with a page of HTML instead of JSON. */
  | { kind: 'gateway-html' }
  /** The request is carried out, and the answer is a 504 all the same. */
  | { kind: 'done-but-504' }
  /** The request is carried out, and the connection breaks before the answer. */
  | { kind: 'done-but-lost' }
  | { kind: 'cut-json' }
  | { kind: 'empty' }
  /** No connection: fetch itself fails. */
  | { kind: 'offline' }
  /** The answer comes after so many milliseconds. */
  | { kind: 'slow'; ms: number }
  | { kind: 'unauthorized' }
  /** Delta state and skip tokens are forgotten. */
  | { kind: 'gone' }
  | { kind: 'error'; code: number; name: string; message: string }
  /** An error in another shape than the documented one. */
  | { kind: 'odd-error'; code: number; shape: (typeof ODD_SHAPES)[number] };

export const ODD_SHAPES = ['no-body', 'plain-text', 'no-code', 'capital', 'lower-case-inner'] as const;

export interface Fault {
  /** Every method, unless one is named. */
  method?: string;
  /** A regular expression for the path with its query, or its source text. */
  path: RegExp | string;
  /** How many such requests pass untouched first. */
  after?: number;
  /** How many are hit after that; all of them unless given. */
  times?: number;
  answer: FaultAnswer;
}

export interface FaultPlan {
  faults: Fault[];
  /** The fault that hits this request, if any. Counts as it is asked. */
  next(method: string, path: string): FaultAnswer | null;
}

export function faultPlan(faults: Fault[]): FaultPlan {
  const seen = new Map<Fault, number>();
  return {
    faults,
    next: (method, path) => {
      let hit: FaultAnswer | null = null;
      for (const fault of faults) {
        if (fault.method !== undefined && fault.method !== method) continue;
        if (!new RegExp(fault.path).test(path)) continue;
        const count = seen.get(fault) ?? 0;
        seen.set(fault, count + 1);
        const past = count - (fault.after ?? 0);
        if (hit === null && past >= 0 && past < (fault.times ?? Infinity)) hit = fault.answer;
      }
      return hit;
    },
  };
}
