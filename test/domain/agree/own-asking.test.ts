import { describe, expect, test } from 'vitest';
import { decidedWithoutAsking } from '../../../src/domain/agree/own-asking';
import type { Agreement, AgreementReply } from '../../../src/domain/facts/decided/agreement';
import type { ConsultFact } from '../../../src/domain/facts/decided/consulting';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import { ownSide } from '../../../src/domain/measure/measures-of-person';
import { agreement, answer, request, step } from '../builders/consult-facts';
import { decision, goldenMonth, recap } from '../builders/judged-month';
import { DANA, MARCUS, utc } from '../builders/readings';

const agreedOn = (at: string, said: AgreementReply['said'] = 'agreed'): AgreementReply => ({
  ...{ kind: 'agreement-reply', id: `reply ${at}`, recordedAt: utc(at), series: 'daily', agreement: 'a1' },
  ...{ said, words: '', at: utc(at), source: 'by-hand' },
});

const AGREED = [agreement(1), agreedOn('2026-11-02T17:00')];
const scope = (more: Partial<Decision> = {}) =>
  decision(14, { topic: '2027 Scope ', decidedAt: utc('2026-11-12T16:00'), ...more });
const later = step('decided', '2026-11-16T22:10');

describe('Decided without asking first', () => {
  test.each<
    [string, Partial<Decision>, readonly ConsultFact[], readonly (Agreement | AgreementReply)[], boolean]
  >([
    ['is a decision on a topic they asked to hear of before', {}, [], AGREED, true],
    ['is not one on a topic of which hearing afterwards is enough', { topic: 'Vendors' }, [], AGREED, false],
    ['is not one on a topic nobody spoke about', { topic: 'Travel' }, [], AGREED, false],
    ['is not one after asking', {}, [request()], AGREED, false],
    ['is one where the asking did not go', {}, [request({ step: 'refused' })], AGREED, true],
    [
      'is one where the asking came afterwards',
      {},
      [request({ askedAt: utc('2026-11-13T09:00') })],
      AGREED,
      true,
    ],
    ['is one where somebody else was asked', {}, [request({ person: DANA })], AGREED, true],
    ['is not one of which they were heard, as the owner says', { consulted: [MARCUS] }, [], AGREED, false],
    ['is not one they spoke about of themselves', {}, [answer('ok', '2026-11-12T15:00')], AGREED, false],
    ['11.4 is not one for which they were there', { occurrence: 'daily/2026-11-06' }, [], AGREED, false],
    ['is one for which they had no chance to be there', { occurrence: 'daily/2026-11-10' }, [], AGREED, true],
    ['is not one while it is only proposed', { proposed: true }, [], AGREED, false],
    ['is one when what was proposed is decided unasked', { proposed: true }, [later], AGREED, true],
    ['is not one before they agreed', { decidedAt: utc('2026-11-02T16:00') }, [], AGREED, false],
    [
      'is not one where they did not agree',
      {},
      [],
      [agreement(1), agreedOn('2026-11-02T17:00', 'declined')],
      false,
    ],
    ['is not one after they ended it', {}, [], [...AGREED, agreedOn('2026-11-11T09:00', 'ended')], false],
    ['is not one where it was only proposed to them', {}, [], [agreement(1)], false],
  ])('%s', (_, more, consulting, agreements, expected) => {
    expect(
      decidedWithoutAsking([scope(more)], consulting, agreements, goldenMonth().occurrences),
    ).toHaveLength(expected ? 1 : 0);
  });

  test('stands on the owner’s own side, of this meeting alone', () => {
    const decisions = [scope(), scope({ id: 'other', series: 'elsewhere' })];
    const side = ownSide(goldenMonth(), decisions, [], { agreements: AGREED });
    expect(side.decidedWithoutAsking.map(({ id }) => id)).toEqual(['d14']);
  });
});

describe('Told late', () => {
  const told = (at: string) => [
    recap('r', '2026-10-29', 'sent', { decisions: ['d1'], to: [MARCUS], sentAt: utc(at) }),
  ];
  const made = decision(1, { informed: [MARCUS], decidedAt: utc('2026-10-29T15:00') });

  test.each([
    ['told within a day', told('2026-10-30T15:00'), '2026-11-20T15:00', 0],
    ['told after a day', told('2026-10-30T15:01'), '2026-11-20T15:00', 1],
    ['not told, and a day has not gone by', [], '2026-10-30T15:00', 0],
    ['not told, and a day has gone by', [], '2026-10-30T15:01', 1],
  ])('%s', (_, recaps, now, expected) => {
    expect(ownSide(goldenMonth(), [made], recaps, { now: utc(now) }).toldLate).toHaveLength(expected);
  });

  test('a decision that nobody needs to be told of is never late', () => {
    expect(ownSide(goldenMonth(), [decision(1, { occurrence: 'daily/2026-10-26' })], []).toldLate).toEqual(
      [],
    );
  });
});
