import { describe, expect, test } from 'vitest';

import type { AgreementReply } from '../../../src/domain/facts/decided/agreement';
import { type OwnTowards, ownTowards } from '../../../src/domain/tell/own-towards';
import { ownLines } from '../../../src/formats/paper/own-lines';
import { wordingOf } from '../../../src/ui/words/wording';
import { agreement, request } from '../builders/consult-facts';
import { decision, goldenMonth, recap } from '../builders/judged-month';
import { DANA, MARCUS, utc } from '../builders/readings';

const NOW = utc('2026-11-20T18:00');
const lineage = goldenMonth();
const yes: AgreementReply = {
  ...{ kind: 'agreement-reply', id: 'yes', recordedAt: utc('2026-11-02T17:00'), series: 'daily' },
  ...{ agreement: 'a1', said: 'agreed', words: '', at: utc('2026-11-02T17:00'), source: 'by-hand' },
};
const scope = decision(14, { topic: '2027 scope', decidedAt: utc('2026-11-12T16:00'), occurrence: null });
/** The daily sync of that day was cancelled: he could not hear it there. */
const missed = decision(11, { occurrence: 'daily/2026-10-29', decidedAt: utc('2026-10-29T15:20') });
const told = (at: string, to = [MARCUS], decisions = ['d11']) =>
  recap(`r ${at}`, '2026-10-29', 'sent', { decisions, to, sentAt: utc(at), mailKey: at });
const scopeTold = told('2026-11-12T17:00', [MARCUS], ['d14']);

const of = ({ withoutAsking, toldLate }: OwnTowards) => [
  withoutAsking.map(({ decision: { id } }) => id),
  toldLate.map(({ decision: { id } }) => id),
];
const basis = { lineage, decisions: [missed, scope], recaps: [told('2026-10-29T16:00'), scopeTold] };

describe('The owner’s own side towards one person', () => {
  test('has what was decided without asking those who wanted to be asked, and them alone', () => {
    const agreed = { ...basis, agreements: [agreement(1), yes] };
    expect(of(ownTowards(agreed, MARCUS, NOW))).toEqual([['d14'], []]);
    expect(of(ownTowards(agreed, DANA, NOW))).toEqual([[], []]);
    expect(of(ownTowards({ ...agreed, consulting: [request()] }, MARCUS, NOW))).toEqual([[], []]);
  });

  test.each<[string, readonly ReturnType<typeof told>[], boolean]>([
    ['a day after it was decided, to the minute', [told('2026-10-30T15:20')], false],
    ['a minute later', [told('2026-10-30T15:21')], true],
    ['late, though somebody else heard of it at once', [told('2026-10-29T16:00', [DANA])], true],
    ['not at all', [], true],
    ['twice, the first time at once', [told('2026-10-29T16:00'), told('2026-11-03T16:00')], false],
  ])('6 what they missed and were told %s', (_, recaps, late) => {
    expect(of(ownTowards({ ...basis, recaps: [...recaps, scopeTold] }, MARCUS, NOW))[1]).toEqual(
      late ? ['d11'] : [],
    );
  });

  test('has nothing of what they were there for, of another meeting, and of what is not decided', () => {
    const there = decision(12, { occurrence: 'daily/2026-11-06', decidedAt: utc('2026-11-06T15:20') });
    const other = decision(13, { informed: [MARCUS], series: 'atlas' });
    const open = decision(15, { informed: [MARCUS], proposed: true });
    expect(of(ownTowards({ ...basis, decisions: [there, other, open] }, MARCUS, NOW))).toEqual([[], []]);
  });

  test('is said plainly', () => {
    const agreed = { ...basis, agreements: [agreement(1), yes] };
    const lines = (recaps: readonly ReturnType<typeof told>[]) =>
      ownLines(
        ownTowards({ ...agreed, recaps: [...recaps, scopeTold] }, MARCUS, NOW),
        MARCUS,
        wordingOf('Europe/London', NOW),
      );
    expect(lines([told('2026-11-02T16:00')])).toEqual([
      'D-014 was decided on Thu 12 Nov without asking Marcus first.',
      'D-011 was told 4 days after it was decided.',
    ]);
    expect(lines([])[1]).toBe('D-011, decided on Thu 29 Oct, was not told by message so far.');
  });
});
