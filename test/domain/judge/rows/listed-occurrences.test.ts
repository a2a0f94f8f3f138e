import { describe, expect, test } from 'vitest';

import type { Correction } from '../../../../src/domain/facts/entered/correction';
import type { Fact } from '../../../../src/domain/facts/log/fact';
import { peopleOf } from '../../builders/draw';
import { about, at, daily, judge, marcus, occurrenceOn } from '../../builders/facts';

/** What the owner enters: corrected, disputed, annotated, taken back. Facts are added, never edited (1). */

const MON = '2026-11-02';
const sync = about(daily);
const NOW = at('2026-11-20 12:00');
const base = [sync.seen(), sync.sighted(MON)];
const judged = (facts: readonly Fact[]) => occurrenceOn(judge([...base, ...facts], 'daily', NOW), MON);

const when = (clock: string) => at(`2026-11-05 ${clock}`);
const correction = (id: string, more: Partial<Correction>): Correction => ({
  ...{
    kind: 'correction',
    id,
    recordedAt: when('09:00'),
    occurrence: sync.key(MON),
    reason: 'It was otherwise',
  },
  ...more,
});
const undo = (id: string, of: string, clock = '10:00'): Fact => ({
  kind: 'undo',
  id,
  recordedAt: when(clock),
  of,
});

describe('1 corrections', () => {
  test('1 a correction is a new fact with a reason, and the earlier state stays visible', () => {
    const noted = sync.noted(MON, `${MON} 15:12`, 'nobody-joined');
    const one = judged([noted, correction('c1', { outcome: 'held' })]);
    expect(one).toMatchObject({
      ...{ outcome: 'held', corrected: true, correctionReason: 'It was otherwise', grade: 'noted' },
      ...{ minutesTogether: 30, recordedAt: when('09:00') },
    });
    expect(one.reasons.map(({ what }) => what)).toEqual(['seen', 'nobody-joined', 'corrected']);
  });

  test('1 the latest correction counts', () => {
    const later = correction('c2', {
      outcome: 'excluded-agreed-skip',
      recordedAt: when('11:00'),
      reason: 'We had agreed',
    });
    const one = judged([later, correction('c1', { outcome: 'held' })]);
    expect(one).toMatchObject({
      outcome: 'excluded-agreed-skip',
      correctionReason: 'We had agreed',
      minutesTogether: null,
    });
  });

  test('1 what is said of one person can be corrected alone', () => {
    const noted = sync.noted(MON, `${MON} 15:31`, 'we-met');
    const one = judged([
      noted,
      correction('c1', { person: marcus.key, personOutcome: 'present-joined-later' }),
    ]);
    expect(one.outcome).toBe('held');
    expect(peopleOf(one)).toEqual({ marcus: 'present-joined-later', priya: 'present' });
    const both = judged([
      noted,
      correction('c1', { person: marcus.key }),
      correction('c2', { outcome: 'held' }),
    ]);
    expect(peopleOf(both)).toEqual({ marcus: 'present', priya: 'present' });
  });
});

describe('9 disputes and notes', () => {
  const dispute: Fact = {
    ...{
      kind: 'dispute',
      id: 'd1',
      recordedAt: when('09:00'),
      occurrence: sync.key(MON),
      reason: 'I was in the lobby',
    },
  };
  const words = 'I was in the lobby 15:00–15:06, please note it.';
  const note = (by: string | null): Fact => ({
    ...{ kind: 'annotation', id: `n-${by}`, recordedAt: when('09:30'), occurrence: sync.key(MON), by, words },
  });

  test('9 a disputed row stays visible and says so, until the dispute is taken back (story 15)', () => {
    expect(judged([dispute]).disputed).toBe(true);
    expect(judged([dispute, undo('u1', 'd1')]).disputed).toBe(false);
  });

  test('9 the other person’s words travel with the record, the owner’s are a note', () => {
    const one = judged([note(marcus.key), note(null)]);
    expect(one.otherPersonNote).toBe(words);
    expect(one.evidence).toContain('other-person-note');
    expect(judged([note(null)]).otherPersonNote).toBeNull();
    expect(one.reasons.filter(({ what }) => what === 'note')).toHaveLength(2);
  });
});

describe('undo', () => {
  const met = sync.noted(MON, `${MON} 15:31`, 'we-met');

  test('an undo takes an entry back, an undo of the undo brings it again, and so on', () => {
    expect(judged([met]).outcome).toBe('held');
    expect(judged([met, undo('u1', met.id)]).outcome).toBe('not-recorded');
    expect(judged([met, undo('u1', met.id), undo('u2', 'u1', '11:00')]).outcome).toBe('held');
    expect(
      judged([met, undo('u1', met.id), undo('u2', 'u1', '11:00'), undo('u3', 'u2', '12:00')]).outcome,
    ).toBe('not-recorded');
  });

  test('two clocks that differ do not change what an undo takes back', () => {
    expect(judged([met, undo('u2', 'u1', '09:00'), undo('u1', met.id, '10:00')]).outcome).toBe('held');
  });

  test('an undo of itself, or in a circle, harms nothing', () => {
    const circle = [undo('u1', 'u2'), undo('u2', 'u1'), undo('u3', 'u3')];
    expect(judged([met, ...circle]).outcome).toBe('held');
  });

  test('what the world said cannot be taken back', () => {
    const cancelled = sync.cancelledBy(MON, `${MON} 14:50`);
    expect(judged([cancelled, undo('u1', cancelled.id)]).outcome).toBe('cancelled-short-notice');
  });

  test('the last check-in can be taken back, and says when it was made', () => {
    expect(judged([met]).checkIn).toEqual({ id: met.id, at: at(`${MON} 15:31`) });
    expect(judged([met, undo('u1', met.id)])).toMatchObject({ checkIn: null, questions: ['what-happened'] });
  });
});
