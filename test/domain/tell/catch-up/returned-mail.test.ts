import { describe, expect, test } from 'vitest';

import type { Journalled } from '../../../../src/domain/facts/decided/pressed';
import { type ReturnedMail, returnedAmong } from '../../../../src/domain/tell/catch-up/returned-mail';
import { request } from '../../builders/consult-facts';
import { recap } from '../../builders/judged-month';
import { pointMail } from '../../builders/point-facts';
import { DANA, MARCUS, PRIYA, utc } from '../../builders/readings';

const ID = '<1@contoso.example>';
const DOMAIN = PRIYA.address.slice(PRIYA.address.indexOf('@') + 1);
const SERVER = `microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@${DOMAIN}`;
const sent = recap('a', '2026-11-18', 'sent', {
  decisions: ['d14'],
  internetMessageId: ID,
  messageId: 'AAMk',
});
const report = (more: Partial<ReturnedMail> = {}): ReturnedMail => ({
  ...{ at: utc('2026-11-18T17:00'), from: SERVER, about: ID },
  ...more,
});
const found = (reports: readonly ReturnedMail[], facts: readonly Journalled[] = [sent]) =>
  returnedAmong(reports, facts, PRIYA).map(({ id }) => id);

describe('13.8 A mail that came back', () => {
  test.each<[string, readonly string[], readonly ReturnedMail[], (readonly Journalled[])?]>([
    ['is what Exchange of the own organization reports of a mail of ours', ['a'], [report()]],
    ['is what its postmaster reports', ['a'], [report({ from: `postmaster@${DOMAIN}` })]],
    ['is said once, whatever is reported again', ['a'], [report(), report({ at: utc('2026-11-19T17:00') })]],
    ['is none where somebody else writes so', [], [report({ from: MARCUS.address })]],
    ['is none where another server writes so', [], [report({ from: 'postmaster@elsewhere.example' })]],
    ['is none where the report names no mail of ours', [], [report({ about: '<2@contoso.example>' })]],
    ['is none where the report is older than the mail', [], [report({ at: utc('2026-11-10T17:00') })]],
    [
      'is none where the mail went to several: which of them it did not reach is not told',
      [],
      [report()],
      [{ ...sent, to: [MARCUS, DANA] }],
    ],
    ['is none where it is not known that it went', [], [report()], [{ ...sent, step: 'sending' }]],
    [
      'is none where two of ours have that id',
      [],
      [report()],
      [sent, { ...sent, id: 'b', mailKey: 'other' }],
    ],
    [
      'is not said again once the owner dealt with it',
      [],
      [report()],
      [sent, { ...sent, id: 'b', step: 'came-back' }, { ...sent, id: 'c', step: 'by-hand' }],
    ],
    [
      'can be a question',
      ['q'],
      [report()],
      [request({ id: 'q', askedAt: utc('2026-11-18T16:00'), internetMessageId: ID })],
    ],
    [
      'can be a mail before the sync',
      ['mail 2026-11-18T09:00'],
      [report()],
      [pointMail(['p1'], ['P-001'], '2026-11-18T09:00', { internetMessageId: ID })],
    ],
  ])('%s', (_, ids, reports, facts) => {
    expect(found(reports, facts)).toEqual(ids);
  });

  test('is said of each meeting that a catch-up told of', () => {
    const part = { kind: 'catch-up', occurrence: null } as const;
    const facts: Journalled[] = [
      { ...sent, ...part, id: 'a1', series: 'daily' },
      { ...sent, ...part, id: 'a2', series: null },
    ];
    expect(found([report()], facts)).toEqual(['a1', 'a2']);
  });
});
