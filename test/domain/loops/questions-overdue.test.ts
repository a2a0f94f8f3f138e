import { describe, expect, test } from 'vitest';

import type { Entry } from '../../../src/domain/facts/log/fact';
import { unanswered } from '../../../src/domain/loops/asked';
import { loopSourceOf } from '../../../src/domain/loops/loop-source';
import { mattersOf, openLoops } from '../../../src/domain/loops/open-loops';
import { catchUpEntry, days, lineageOf } from '../builders/judged-month';
import { point, pointMail, pointStep } from '../builders/point-facts';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';

const NOW = utc('2026-11-20T18:00');
/** Nobody met in it. */
const MONTH = lineageOf(days('cccccccccc', '2026-11-09'));
const QUESTION = point(1);
/** On a Tuesday; two working days later it is Thursday, 17:00. */
const MAIL = pointMail(['p1'], ['P-001'], '2026-11-10T12:00');
const ALL = [QUESTION, MAIL];
const WROTE: Entry = {
  ...{ kind: 'mail-reply', id: 'r', recordedAt: utc('2026-11-11T10:00'), series: 'daily', decisions: [] },
  ...{ points: ['p1'], person: MARCUS, at: utc('2026-11-11T09:00'), mail: 'm', said: null },
};

const due = (facts: readonly Entry[], month = MONTH) => unanswered(loopSourceOf(PRIYA, month, facts, NOW));

describe('14.1 (5) a question that went by mail and whose time is over', () => {
  test('is a line of its own, from the moment from which it can be asked once more', () => {
    expect(due(ALL)).toMatchObject([
      { points: ['P-001'], decisions: [], people: [MARCUS], from: utc('2026-11-12T17:00'), until: null },
    ]);
    const lines = (at: string) =>
      openLoops(mattersOf(MONTH, ALL, PRIYA, NOW), utc(at)).filter(({ kind }) => kind === 'no-answer');
    expect(lines('2026-11-12T16:59')).toEqual([]);
    expect(lines('2026-11-12T17:00')).toHaveLength(1);
  });

  test('with a day of its own it is from the end of that', () => {
    expect(due([{ ...QUESTION, deadline: '2026-11-18' }, MAIL]).map(({ from }) => from)).toEqual([
      utc('2026-11-19T00:00'),
    ]);
  });

  test.each<[string, readonly Entry[]]>([
    ['had no mail', [QUESTION]],
    ['is on its way', [QUESTION, { ...MAIL, step: 'sending' }]],
    ['was refused', [QUESTION, { ...MAIL, step: 'refused' }]],
    ['is news', [{ ...QUESTION, sort: 'news' }, MAIL]],
    ['was answered', [...ALL, pointStep('p1', 'answered', '2026-11-11T09:00')]],
    ['was asked once more', [...ALL, catchUpEntry('k', 'sent', { points: ['p1'], again: true })]],
    ['was replied to', [...ALL, WROTE]],
    [
      'they want to talk about',
      [...ALL, WROTE, pointStep('p1', 'not-yet', '2026-11-11T11:00', { mail: 'm', by: MARCUS })],
    ],
    ['went to somebody without an address', [QUESTION, { ...MAIL, to: [{ ...MARCUS, address: '' }] }]],
    [
      'went to another tenant',
      [QUESTION, { ...MAIL, to: [{ ...MARCUS, key: 'm@else.example', address: 'm@else.example' }] }],
    ],
  ])('is none where it %s', (_, facts) => {
    expect(due(facts)).toEqual([]);
  });

  test('is none while it is asked whether it was talked about (12.3)', () => {
    expect(due(ALL, lineageOf(days('cchccccccc', '2026-11-09')))).toEqual([]);
  });

  test('to several is one for each who did not write', () => {
    const both = { ...MAIL, to: [MARCUS, DANA] };
    const asked = { ...QUESTION, person: null };
    expect(due([asked, both]).map(({ people: [one] }) => one)).toEqual([MARCUS, DANA]);
    expect(due([asked, both, WROTE]).map(({ people: [one] }) => one)).toEqual([DANA]);
  });
});
