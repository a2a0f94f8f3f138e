import { describe, expect, test } from 'vitest';
import { OUTCOMES } from '../../../../src/domain/facts/things/outcomes';
import { recapTime } from '../../../../src/domain/judge/questions/recap-time';

const HOUR = 60 * 60_000;
const NOW = Date.UTC(2026, 10, 20, 15);
const at = (start: number) => ({ start: NOW + start, end: NOW + start + HOUR });
const PAST = at(-2 * HOUR);
const RUNNING = at(-HOUR / 2);
const TO_COME = at(24 * HOUR);
const IN_TWO_MONTHS = at(60 * 24 * HOUR);

const CANCELLED = [
  'cancelled-with-notice',
  'cancelled-short-notice',
  'cancelled-after-start',
  'cancelled-notice-unknown',
];
const NEVER = ['superseded', 'upcoming'];

describe('13.4 Which occurrences have a recap, and when it may go', () => {
  test.each(OUTCOMES.filter((outcome) => !NEVER.includes(outcome)))(
    'over, it goes at once: %s',
    (outcome) => {
      expect(recapTime({ outcome, effective: PAST }, NOW)).toEqual({ notBefore: null });
    },
  );

  test.each(OUTCOMES.filter((outcome) => CANCELLED.includes(outcome)))(
    'cancelled, at once: %s',
    (outcome) => {
      for (const effective of [PAST, RUNNING, TO_COME])
        expect(recapTime({ outcome, effective }, NOW)).toEqual({ notBefore: null });
    },
  );

  test('going on, and nobody else came: when it is over', () => {
    expect(recapTime({ outcome: 'not-held-no-message', effective: RUNNING }, NOW)).toEqual({
      notBefore: RUNNING.end,
    });
  });

  test.each(OUTCOMES.filter((outcome) => !CANCELLED.includes(outcome)))(
    'still to come, a holiday in two months among them, there is none: %s',
    (outcome) => {
      for (const effective of [TO_COME, IN_TWO_MONTHS])
        expect(recapTime({ outcome, effective }, NOW)).toBeNull();
      if (outcome !== 'not-held-no-message')
        expect(recapTime({ outcome, effective: RUNNING }, NOW)).toBeNull();
    },
  );

  test.each(NEVER)('%s, there is none', (outcome) => {
    for (const effective of [RUNNING, TO_COME])
      expect(recapTime({ outcome: outcome as 'superseded', effective }, NOW)).toBeNull();
    if (outcome === 'superseded') expect(recapTime({ outcome, effective: PAST }, NOW)).toBeNull();
  });
});
