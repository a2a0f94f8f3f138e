/** Office.js calls back in a later tick with an AsyncResult, and some of its calls three at a time only. */
export interface AsyncResult {
  status: 'succeeded' | 'failed';
  value?: unknown;
  error?: { name: string; message: string; code: number };
  asyncContext?: unknown;
}

export type Callback = (result: AsyncResult) => void;

const AT_ONCE = 3;
const TICK = 5;

let going = 0;

/** Arguments come as `(callback)` or `(options, callback)`. */
export const answer = (args: unknown[], value: () => unknown, done: () => void = () => {}) => {
  const callback = args.find((one): one is Callback => typeof one === 'function');
  const options = args.find((one): one is { asyncContext?: unknown } => typeof one === 'object');
  setTimeout(() => {
    done();
    // Done also for those who do not wait for an answer.
    const result = { status: 'succeeded', value: value(), asyncContext: options?.asyncContext } as const;
    callback?.(result);
  }, TICK);
};

export const refuse = (args: unknown[], code: number, message: string) => {
  const callback = args.find((one): one is Callback => typeof one === 'function');
  setTimeout(() => callback?.({ status: 'failed', error: { name: 'Error', message, code } }), TICK);
};

export const gated = (args: unknown[], value: () => unknown) => {
  if (going >= AT_ONCE) return refuse(args, 9052, 'More than three calls at a time.');
  going += 1;
  return answer(args, value, () => {
    going -= 1;
  });
};
