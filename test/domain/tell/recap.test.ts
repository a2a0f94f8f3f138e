import { describe, expect, test } from 'vitest';

import { nextDecisionNumber } from '../../../src/domain/facts/decided/decision';
import { isClosed, recapState, toldBy } from '../../../src/domain/facts/decided/sending';
import type { Outcome } from '../../../src/domain/facts/things/outcomes';
import type { JudgedOccurrence, JudgedPerson } from '../../../src/domain/judge/judged/judged';
import { needsRecap } from '../../../src/domain/judge/questions/missed';
import { decisionsFor, nextOccurrence } from '../../../src/domain/tell/recap-content';
import { recipientsOf } from '../../../src/domain/tell/recipients';
import { unkindWords } from '../../../src/domain/words';
import { decision, goldenMonth, judged, lineageOf, part, recap } from '../builders/judged-month';
import { DANA, LENA, MARCUS, PRIYA, person, SAM, utc, WEI } from '../builders/readings';

const group = (...people: readonly JudgedPerson[]): JudgedOccurrence =>
  judged('2026-10-27', 'held', { oneToOne: false, people: [part(PRIYA, 'present'), ...people] });
const told = (occurrence: JudgedOccurrence, informed = [] as (typeof DANA)[]) =>
  recipientsOf(occurrence, PRIYA, informed).map(({ person: to, reason, ticked }) => [
    to.name,
    reason,
    ticked,
  ]);

describe('Whom a recap goes to', () => {
  test('an absentee is ticked; an optional, an unmatched and a present person are listed, unticked', () => {
    const optional = { needed: false, role: 'optional' as const };
    const refinement = group(
      part(DANA, 'present'),
      part(MARCUS, 'not-present-no-message'),
      part(WEI, 'not-expected', optional),
      part(SAM, 'not-recorded'),
    );
    expect(told(refinement)).toEqual([
      ['Marcus', 'was-not-there', true],
      ['Dana', 'was-there', false],
      ['Wei', 'optional', false],
      ['Sam', 'not-recorded', false],
    ]);
  });

  test('what did not take place was missed by everybody who was needed', () => {
    const people = [part(PRIYA, null), part(DANA, null), part(SAM, null)];
    const cancelled = judged('2026-10-27', 'cancelled-short-notice', { oneToOne: false, people });
    expect(told(cancelled)).toEqual([
      ['Dana', 'was-to-be-there', true],
      ['Sam', 'was-to-be-there', true],
    ]);
  });

  test.each([
    ['apologies-short-notice', 'apologies', true],
    ['apologies-with-notice', 'apologies', true],
    ['away', 'away', true],
    ['connected-briefly', 'connected-briefly', true],
    ['delegate-attended', 'sent-somebody', true],
    ['present-left-earlier', 'there-for-part', false],
    ['present-joined-later', 'there-for-part', false],
    ['present-part', 'there-for-part', false],
    ['not-expected', 'not-recorded', false],
  ] as const)('%s in a held meeting: %s, ticked %s', (outcome, reason, ticked) => {
    expect(told(group(part(MARCUS, outcome)))).toEqual([['Marcus', reason, ticked]]);
  });

  test.each<[Outcome, string, boolean]>([
    ['not-held-no-message', 'was-not-there', true],
    ['cancelled-short-notice', 'was-to-be-there', true],
    ['cancelled-with-notice', 'was-to-be-there', true],
    ['excluded-away', 'away', true],
    ['excluded-holiday', 'away', true],
    ['not-recorded', 'not-recorded', false],
    ['upcoming', 'not-recorded', false],
    ['held', 'was-there', false],
  ])('in a one-to-one that is %s the other person: %s, ticked %s', (outcome, reason, ticked) => {
    expect(told(judged('2026-11-04', outcome))).toEqual([['Marcus', reason, ticked]]);
  });

  test('somebody outside the organization is listed, named as such, and not ticked', () => {
    const [lena] = recipientsOf(group(part(LENA, 'not-present-no-message')), PRIYA, []);
    expect(lena).toMatchObject({ ticked: false, outsideOrganization: true, reachable: true });
    const both = { ...PRIYA, otherAddresses: ['priya@partner.example'] };
    expect(recipientsOf(group(part(LENA, 'not-present-no-message')), both, [])[0]).toMatchObject({
      ticked: true,
    });
  });

  test('who should hear of a decision is ticked, once, also an optional person; the owner never', () => {
    const occurrence = group(
      part(DANA, 'present'),
      part(WEI, 'not-expected', { needed: false, role: 'optional' }),
    );
    expect(told(occurrence, [WEI, SAM, SAM, DANA, PRIYA])).toEqual([
      ['Wei', 'should-hear', true],
      ['Sam', 'should-hear', true],
      ['Dana', 'was-there', false],
    ]);
  });

  test('nobody without an address is ticked, rooms are not listed, and other addresses are the same person', () => {
    const phone = { key: 'row:1', name: '+49 … 77', address: '' };
    const room = part(person('Room'), null, { role: 'resource', needed: false });
    expect(recipientsOf(group(part(phone, 'not-present-no-message'), room), PRIYA, [])).toMatchObject([
      { reachable: false, ticked: false, outsideOrganization: false },
    ]);
    const alias = { ...person('Priya.Nair'), otherAddresses: [PRIYA.address] };
    expect(told(group(part(alias, 'not-present-no-message')))).toEqual([]);
  });
});

describe('What a recap tells', () => {
  const lineage = goldenMonth();
  const at = (date: string): JudgedOccurrence =>
    lineage.occurrences.find((one) => one.date === date) as JudgedOccurrence;
  const numbers = (date: string, decisions: readonly ReturnType<typeof decision>[], recaps = [] as never[]) =>
    decisionsFor(at(date), lineage, decisions, recaps).map(({ number }) => number);

  test('its own decisions, and those made since the absentee was last there', () => {
    const decisions = [
      decision(1, { occurrence: 'daily/2026-10-26' }),
      decision(2, { occurrence: 'daily/2026-10-27' }),
      decision(3, { decidedAt: utc('2026-10-28T14:00') }),
      decision(4, { occurrence: 'daily/2026-10-29' }),
      decision(5, { occurrence: 'daily/2026-10-30' }),
      decision(6, { occurrence: 'daily/2026-10-29', series: 'another' }),
    ];
    // Between two occurrences it belongs to the earlier; on the 28th he was there, if only for part.
    expect(numbers('2026-10-27', decisions)).toEqual([2, 3]);
    expect(numbers('2026-10-29', decisions)).toEqual([4]);
    expect(numbers('2026-10-30', decisions)).toEqual([4, 5]);
  });

  test('nothing twice: what a recap told them already is left out, unless it was this one', () => {
    const decisions = [decision(4, { occurrence: 'daily/2026-10-29' })];
    const sent = recap('1', '2026-10-29', 'sent', { decisions: ['d4'] });
    expect(decisionsFor(at('2026-10-30'), lineage, decisions, [sent])).toEqual([]);
    expect(decisionsFor(at('2026-10-29'), lineage, decisions, [sent])).toHaveLength(1);
    const back = recap('2', '2026-10-29', 'taken-back', { decisions: ['d4'] });
    expect(decisionsFor(at('2026-10-30'), lineage, decisions, [sent, back])).toHaveLength(1);
    const toDana = { ...sent, to: [DANA] };
    expect(decisionsFor(at('2026-10-30'), lineage, decisions, [toDana])).toHaveLength(1);
  });

  test('to each of several absentees what they did not hear: who was there last time, and who was not', () => {
    const people = (outcome: 'present' | 'not-present-no-message') => [
      part(PRIYA, 'present'),
      part(DANA, outcome),
      part(MARCUS, 'not-present-no-message'),
    ];
    const group = (date: string, outcome: 'present' | 'not-present-no-message') =>
      judged(date, 'held', { oneToOne: false, people: people(outcome) });
    const both = lineageOf([group('2026-10-27', 'present'), group('2026-11-03', 'not-present-no-message')]);
    const last = both.occurrences[1] as JudgedOccurrence;
    const decisions = [
      decision(1, { occurrence: 'daily/2026-10-27' }),
      decision(2, { occurrence: 'daily/2026-11-03' }),
    ];
    const toldTo = (key: string) => decisionsFor(last, both, decisions, [], key).map(({ number }) => number);
    expect([toldTo(MARCUS.key), toldTo(DANA.key), toldTo(SAM.key)]).toEqual([[1, 2], [2], [2]]);
  });

  test('of an occurrence that everybody was at, what was decided there', () => {
    const decisions = [
      decision(1, { decidedAt: utc('2026-11-06T15:10') }),
      decision(2, { decidedAt: utc('2026-11-05T15:10') }),
    ];
    expect(numbers('2026-11-06', decisions)).toEqual([1]);
  });

  test('the next chance is the next one that still lies ahead', () => {
    const ahead = lineageOf([
      judged('2026-11-24', 'upcoming'),
      judged('2026-11-23', 'cancelled-with-notice'),
      judged('2026-11-25', 'upcoming'),
      judged('2026-11-20', 'upcoming'),
    ]);
    expect(nextOccurrence(ahead, utc('2026-11-20T15:05'))?.date).toBe('2026-11-24');
    expect(nextOccurrence(goldenMonth(), utc('2026-11-20T15:05'))).toBeNull();
  });
});

describe('How a recap stands', () => {
  const steps = (...each: Parameters<typeof recap>[2][]) =>
    each.map((step, index) => recap(String(index), '2026-10-29', step));

  test.each([
    [steps('sending'), 'sending', true],
    [steps('sending', 'sent'), 'sent', true],
    [steps('sending', 'taken-back'), 'taken-back', false],
    [steps('sending', 'refused'), 'refused', false],
    [steps('sending', 'taken-back', 'sending', 'unverified'), 'unverified', true],
  ])('the last step counts', (entries, step, closed) => {
    const state = recapState([...entries].reverse()).get('daily/2026-10-29');
    expect(state?.step).toBe(step);
    expect(isClosed(state)).toBe(closed);
    expect(isClosed(recapState(entries).get('daily/2026-10-30'))).toBe(false);
  });

  test('of two sendings the one that went counts, whichever came last', () => {
    const sent = recap('1', '2026-10-29', 'sent');
    const other = recap('2', '2026-10-29', 'refused', { mailKey: 'other' });
    expect(recapState([sent, other]).get('daily/2026-10-29')?.step).toBe('sent');
  });

  test('went to one and was refused for another: it is not closed, and says who was told', () => {
    const sent = recap('1', '2026-10-29', 'sent', { mailKey: 'm', to: [MARCUS] });
    const refused = recap('2', '2026-10-29', 'refused', { mailKey: 'd', to: [DANA] });
    const state = recapState([sent, refused]).get('daily/2026-10-29');
    expect(isClosed(state)).toBe(false);
    expect([MARCUS, DANA].map(toldBy([sent, refused], 'daily/2026-10-29'))).toEqual([true, false]);
    const later = recap('3', '2026-10-29', 'sent', { mailKey: 'd', to: [DANA] });
    expect(isClosed(recapState([sent, refused, later]).get('daily/2026-10-29'))).toBe(true);
    const alias = { key: 'other', name: '', address: MARCUS.address };
    expect(toldBy([sent], 'daily/2026-10-29')(alias)).toBe(true);
  });

  test.each<[Outcome, boolean]>([
    ['not-held-no-message', true],
    ['cancelled-short-notice', true],
    ['excluded-away', true],
    ['held', false],
    ['held-part', false],
    ['not-recorded', false],
    ['upcoming', false],
    ['superseded', false],
    ['excluded-agreed-skip', true],
    ['excluded-own-absence', true],
  ])('one that is %s needs a recap: %s', (outcome, needed) => {
    expect(needsRecap(judged('2026-11-04', outcome))).toBe(needed);
  });
});

describe('Words and numbers', () => {
  test.each([
    ['You ALWAYS ignored this, as if it failed.', ['always', 'ignored', 'failed']],
    ['a no-show, two no shows', ['no-show']],
    ['Nevertheless, hallways and unfailed nose-shows', []],
    ['He was never there', ['never']],
    ['', []],
  ])('8 unkind words in %j', (text, words) => {
    expect(unkindWords(text)).toEqual(words);
  });

  test('a decision has one number more than the highest', () => {
    expect(nextDecisionNumber([])).toBe(1);
    expect(nextDecisionNumber([decision(3), decision(11), decision(2)])).toBe(12);
  });
});
