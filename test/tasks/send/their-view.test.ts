import { describe, expect, test } from 'vitest';

import { agreementViews } from '../../../src/domain/agree/agreed';
import { decisionHistories, standingAmong } from '../../../src/domain/agree/decision-history';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import type { Fact } from '../../../src/domain/facts/log/fact';
import type { JudgedOccurrence } from '../../../src/domain/judge/judged/judged';
import { LANGUAGES, type Language } from '../../../src/domain/language';
import { USUAL_WEEK } from '../../../src/domain/time/working-days';
import { WORDS } from '../../../src/formats/languages/registered';
import { prepareRecap, type RecapBasis } from '../../../src/tasks/send/prepare-recap';
import {
  agreement as builtAgreement,
  answer as builtAnswer,
  step,
} from '../../domain/builders/consult-facts';
import {
  at,
  DANA,
  decision,
  judgedLineage,
  judgedOccurrence,
  judgedPerson,
  MARCUS,
  PRIYA,
} from '../../formats/judged';

const KEY = 'S1/2026-10-29';
const NOW = at('2026-10-29T17:00:00Z');

/** Marcus agreed to hear of `2027 scope` before it is done, and by his silence to go on. */
const AGREED: readonly Fact[] = [
  builtAgreement(1, { series: 'S1', person: MARCUS }),
  {
    ...{ kind: 'agreement-reply', id: 'yes', recordedAt: 1, series: 'S1', agreement: 'a1', said: 'agreed' },
    ...{ words: 'Fine', at: at('2026-10-28T10:00:00Z') },
  } as Fact,
];
const scope = (more: Partial<Decision> = {}): Decision =>
  decision(11, { text: 'Build the 2027 path with two teams', touched: ['2027 scope'], ...more });
/** Asked before it was decided, to no reply; by their agreement that means going ahead. */
const askedInVain = (touched: readonly string[]): readonly Fact[] => [
  scope({ touched, proposed: true }),
  {
    ...{ kind: 'input-request', id: 'r', recordedAt: 1, series: 'S1', decision: 'decision-11' },
    ...{ person: MARCUS, mailKey: 'k', step: 'sent', askedAt: 1, deadline: 2, zone: 'Europe/London' },
    ...{ workingDays: 3, assumed: [], silence: 'go-ahead', agreement: 'a1', subject: '', bodyHash: '' },
    messageId: null,
  } as Fact,
  {
    ...{ kind: 'decision-step', id: 's', recordedAt: NOW - 1, series: 'S1', decision: 'decision-11' },
    ...{ step: 'decided', at: NOW - 1, reason: '' },
  } as Fact,
];
const answered = (said: 'ok' | 'talk'): Fact =>
  builtAnswer(said, '2026-10-29T16:30', { series: 'S1', decision: 'decision-11', person: MARCUS });

interface Given {
  readonly facts: readonly Fact[];
  readonly occurrence?: Partial<JudgedOccurrence>;
  readonly language?: Language;
  readonly more?: Partial<RecapBasis>;
  readonly now?: number;
}

/** The mail to Marcus about a sync that was cancelled. */
function mailTo({ facts, occurrence = {}, language = 'en', more = {}, now = NOW }: Given): string {
  const people = [judgedPerson(MARCUS, { outcome: null }), judgedPerson(PRIYA, { outcome: null })];
  const off = judgedOccurrence('2026-10-29', { outcome: 'cancelled-short-notice', people, ...occurrence });
  const lineage = judgedLineage([off], { rules: { languages: { [PRIYA.key]: language } }, oneToOne: false });
  const histories = decisionHistories(facts, now);
  const { letters } = prepareRecap(
    {
      ...{ owner: PRIYA, lineage, recaps: [], histories, decisions: standingAmong(histories) },
      ...{ agreements: agreementViews(facts), ...more },
    },
    ...([KEY, now, { ticks: { [MARCUS.key]: true } }] as const),
  );
  const letter = letters.find(({ to: [one] }) => one?.key === MARCUS.key);
  if (letter === undefined) throw new Error('nothing for Marcus');
  return letter.text;
}

const asks = (given: Given): boolean => {
  const text = mailTo(given);
  const { nothingNeeded, yourView } = WORDS[given.language ?? 'en'].recap;
  const isAsked = text.includes(yourView(null).slice(0, 20));
  // One of the two, and never both.
  expect(text.includes(nothingNeeded)).toBe(!isAsked);
  return isAsked;
};

describe('11.4 A mail that tells a decision to somebody who was to be heard', () => {
  test.each(LANGUAGES)('asks for their view, and never says that nothing is needed (%s)', (language) => {
    const { nothingNeeded, nothingDecided } = WORDS[language].recap;
    for (const facts of [
      [scope(), ...AGREED],
      [scope(), decision(12), ...AGREED],
    ]) {
      const text = mailTo({ facts, language });
      expect(text).not.toContain(nothingNeeded);
      expect(text).not.toContain(nothingDecided);
      expect(asks({ facts, language })).toBe(true);
    }
  });

  test.each<[string, boolean, readonly Fact[], Partial<JudgedOccurrence>?]>([
    ['on trunk for what it touches', true, [scope(), ...AGREED]],
    ['not where it touches nothing of theirs', false, [scope({ touched: [] }), ...AGREED]],
    ['not where nothing was agreed', false, [scope()]],
    ['not once they said ok', false, [scope(), ...AGREED, answered('ok')]],
    ['still, where they want to talk first', true, [scope(), ...AGREED, answered('talk')]],
    ['not where the owner noted that they were heard', false, [scope({ consulted: [MARCUS] }), ...AGREED]],
    ['where they were asked, and no reply is recorded', true, askedInVain([])],
    [
      'where their silence let it go ahead, which is no word of theirs',
      true,
      [...askedInVain(['2027 scope']), ...AGREED],
    ],
  ])('%s: %s', (_, isAsked, facts, occurrence = {}) => {
    expect(asks({ facts, occurrence })).toBe(isAsked);
  });

  test('who was there where it was decided was heard, who was there for a part of it was not', () => {
    const at = (outcome: 'present' | 'present-part') => ({
      ...{ outcome: 'held' as const, oneToOne: false },
      people: [judgedPerson(MARCUS, { outcome }), judgedPerson(PRIYA), judgedPerson(DANA)],
    });
    const facts = [scope(), ...AGREED];
    expect(asks({ facts, occurrence: at('present') })).toBe(false);
    expect(asks({ facts, occurrence: at('present-part') })).toBe(true);
  });

  test.each([
    ['not asked', [], false],
    ['with an objection that nobody met', [answered('talk')], true],
    ['who said ok', [answered('ok')], false],
  ] as const)('11.4 who was there where it was decided later, %s', (_, said, isAsked) => {
    const there = {
      ...{ outcome: 'held' as const, oneToOne: false },
      people: [judgedPerson(MARCUS, { outcome: 'present' }), judgedPerson(PRIYA), judgedPerson(DANA)],
    };
    const later = step('decided', '2026-10-29T16:45', {
      series: 'S1',
      decision: 'decision-11',
      occurrence: KEY,
    });
    const made = scope({ proposed: true, occurrence: null, decidedAt: at('2026-10-28T09:00:00Z') });
    expect(asks({ facts: [made, ...AGREED, ...said, later], occurrence: there })).toBe(isAsked);
  });

  test('of a large one also somebody with whom the owner keeps a one-to-one', () => {
    const large = [scope({ reach: 'large', touched: [] })];
    expect(asks({ facts: large })).toBe(false);
    expect(asks({ facts: large, more: { oneToOnes: [MARCUS, PRIYA] } })).toBe(true);
    expect(asks({ facts: [...large, answered('ok')], more: { oneToOnes: [MARCUS] } })).toBe(false);
    const teams = [scope({ reach: 'other-teams', touched: [] })];
    expect(asks({ facts: teams, more: { oneToOnes: [MARCUS] } })).toBe(false);
  });
});

describe('11.4 Until when it can still be changed', () => {
  const until = (given: Partial<Given> & { readonly undoUntil?: string }) => {
    const undo = given.undoUntil === undefined ? {} : { undoUntil: given.undoUntil };
    const text = mailTo({ facts: [scope(undo), ...AGREED], ...given });
    return /can still be changed until (\w+ \d+ \w+)\./.exec(text)?.[1] ?? null;
  };

  test('is the day until which it is easy to undo', () => {
    expect(until({ undoUntil: '2026-11-27' })).toBe('Fri 27 Nov');
  });

  test('is left out when that day is past, and the view is asked for all the same', () => {
    const given = { undoUntil: '2026-10-28' };
    expect(until(given)).toBeNull();
    expect(mailTo({ facts: [scope(given), ...AGREED] })).not.toMatch(/28 Oct\.|28 Oct is/);
  });

  test('is else the third of their working days after the mail, by their own calendar', () => {
    expect(until({})).toBe('Tue 3 Nov');
    const holidays = new Set(['2026-11-02']);
    const weekOf = () => ({ ...USUAL_WEEK, zone: 'America/New_York', holidays });
    expect(until({ more: { weekOf } })).toBe('Wed 4 Nov');
  });
});
