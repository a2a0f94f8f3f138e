import type { Instant } from '../../domain/time/time';
import { isTrouble } from '../../domain/trouble';
import { troubleOfSilence } from './errors';
import { type GraphRequest, step } from './graph-request';

/** Longer than this nobody waits before a pane: the trouble says until when Graph asked to wait. */
export const LONGEST_PAUSE = 30_000;
/** Nor for several pauses that are longer together. */
export const LONGEST_WAIT = 60_000;
const FIRST_PAUSE = 1000;

/** How often each answer is met with another try. 500 is mostly a fault that stays; the others pass. */
const TRIES: Readonly<Record<number, number>> = { 429: 5, 500: 1, 502: 3, 503: 3, 504: 3 };
const TRIES_AFTER_SILENCE = 3;

/** Milliseconds a `Retry-After` asks for: seconds (also "2.128"), or a date; null when absent or unreadable. */
export function askedPause(header: string | null, now: Instant): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds < 0 ? null : Math.ceil(seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/**
 * How long to wait before the next try, or null to give up. `http` is null when no answer came at all. A call that
 * is not idempotent is repeated after 429 only: then the server has done nothing.
 */
export function pauseBefore(
  idempotent: boolean,
  http: number | null,
  tries: number,
  asked: number | null,
  chance: number,
): number | null {
  if (!idempotent && http !== 429) return null;
  const most = http === null ? TRIES_AFTER_SILENCE : (TRIES[http] ?? 0);
  if (tries >= most) return null;
  if (asked !== null) return asked > LONGEST_PAUSE ? null : asked;
  return FIRST_PAUSE * 2 ** tries * (0.5 + chance);
}

/** The end of a pause that nobody waits for; undefined where Graph asks for none, or a short one. */
export function longPause({ headers }: Response, now: Instant): Instant | undefined {
  const asked = askedPause(headers.get('Retry-After'), now);
  return asked !== null && asked > LONGEST_PAUSE ? now + asked : undefined;
}

export const retry = (outside: {
  readonly clock: () => Instant;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}) =>
  step(async (passage, graphRequest, next) => {
    let waited = 0;
    for (let tries = 0; ; tries += 1) {
      const silence = await silenceOf(next, graphRequest);
      const http = silence === null ? (passage.response?.status ?? null) : null;
      const asked = askedPause(passage.response?.headers.get('Retry-After') ?? null, outside.clock());
      if (http !== null && http < 400) return;
      const pause = pauseBefore(graphRequest.call.idempotent, http, tries, asked, Math.random());
      if (pause === null || waited + pause > LONGEST_WAIT) {
        if (silence !== null) throw troubleOfSilence(silence.cause, graphRequest);
        return;
      }
      waited += pause;
      await outside.wait(pause, graphRequest.signal);
      graphRequest.signal?.throwIfAborted();
    }
  });

/** What kept the answer away; null when one came. Troubles of our own and the person's "stop" go up as they are. */
async function silenceOf(
  next: () => Promise<void>,
  graphRequest: GraphRequest,
): Promise<{ cause: unknown } | null> {
  try {
    await next();
    return null;
  } catch (cause) {
    if (isTrouble(cause) || graphRequest.signal?.aborted === true) throw cause;
    return { cause };
  }
}
