import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreedWith, agreementViews, nextVersion, topicIn } from '../../../../src/domain/agree/agreed';
import {
  type AgreementDraft,
  changedTopic,
  checkAgreement,
  EXAMPLES_MAX,
  TOPICS_MAX,
} from '../../../../src/domain/facts/decided/agreement';
import { agreement, reply } from '../../builders/consult-facts';
import { DANA, MARCUS } from '../../builders/readings';

const standings = (...facts: Parameters<typeof agreementViews>[0]) =>
  agreementViews(facts).map((view) => `${view.agreement.id} ${view.standing}`);

describe('An agreement', () => {
  test.each([
    ['without a reply is proposed', [agreement(1)], ['a1 proposed']],
    ['with their reply is agreed', [agreement(1), reply(1)], ['a1 agreed']],
    ['that they declined is not agreed', [agreement(1), reply(1, 'declined')], ['a1 declined']],
    [
      'holds while a new version is only proposed',
      [agreement(1), reply(1), agreement(2)],
      ['a2 proposed', 'a1 agreed'],
    ],
    [
      'is replaced when the new version is agreed',
      [agreement(1), reply(1), agreement(2), reply(2, 'agreed', '2026-12-01T10:00')],
      ['a2 agreed', 'a1 replaced'],
    ],
    [
      'holds when the new version is declined',
      [agreement(1), reply(1), agreement(2), reply(2, 'declined', '2026-12-01T10:00')],
      ['a2 declined', 'a1 agreed'],
    ],
    [
      'that was only proposed is replaced by the next proposal',
      [agreement(1), agreement(2)],
      ['a2 proposed', 'a1 replaced'],
    ],
    [
      'can be ended, by the latest word',
      [agreement(1), reply(1), reply(1, 'ended', '2026-12-01T10:00')],
      ['a1 ended'],
    ],
    [
      'that ended does not let an older one rise again',
      [agreement(1), reply(1), agreement(2), reply(2), reply(2, 'ended', '2026-12-01T10:00')],
      ['a2 ended', 'a1 replaced'],
    ],
    [
      'with one person is no agreement with another',
      [agreement(1), reply(1), agreement(2, { person: DANA })],
      ['a2 proposed', 'a1 agreed'],
    ],
  ] as const)('%s', (_, facts, expected) => {
    expect(standings(...facts)).toEqual(expected);
  });

  test('only what was agreed counts, whatever order the facts come in', () => {
    const facts = [agreement(1), reply(1), agreement(2)];
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: 3 }), (shuffled) => {
        expect(agreedWith(agreementViews(shuffled), MARCUS)?.id).toBe('a1');
      }),
    );
    expect(agreedWith(agreementViews(facts), DANA)).toBeNull();
    expect(agreedWith(agreementViews([agreement(1)]), MARCUS)).toBeNull();
  });

  test('is with a person under any of their addresses', () => {
    const other = { ...MARCUS, key: 'm.hale@old.example', address: 'm.hale@old.example' };
    const both = { ...other, otherAddresses: [MARCUS.address] };
    const views = agreementViews([agreement(1), reply(1)]);
    expect(agreedWith(views, other)).toBeNull();
    expect(agreedWith(views, both)?.id).toBe('a1');
    expect(nextVersion(views, both)).toBe(2);
    expect(nextVersion(views, DANA)).toBe(1);
  });

  test.each([
    ['2027 scope', 'trunk'],
    [' 2027  SCOPE ', 'trunk'],
    ['pricing', 'root'],
    ['2027', undefined],
    ['', undefined],
    ['   ', undefined],
  ])('topic "%s" is %s', (topic, level) => {
    expect(topicIn(agreement(1), [topic])?.level).toBe(level);
  });
});

describe('What was typed for an agreement', () => {
  const row = (topic: string, examples = '') => ({ topic, level: 'trunk' as const, examples });
  const draft = (more: Partial<AgreementDraft> = {}): AgreementDraft => ({
    person: MARCUS,
    topics: [row('2027 scope')],
    answerDays: '3',
    silence: 'go-ahead',
    reachAt: '',
    zone: 'America/New_York',
    ...more,
  });
  const faults = (more: Partial<AgreementDraft>) => {
    const checked = checkAgreement(draft(more));
    return checked.ok ? [] : checked.fault.map(({ kind, row: at }) => (at === null ? kind : `${kind} ${at}`));
  };

  test.each<[string, Partial<AgreementDraft>, readonly string[]]>([
    ['complete', {}, []],
    ['nobody to agree with', { person: null }, ['person-missing']],
    ['no topic at all', { topics: [row('  ')] }, ['topics-missing']],
    ['an example without a topic', { topics: [row('a'), row(' ', 'next year')] }, ['topic-missing 1']],
    ['one topic twice', { topics: [row('Scope'), row(' scope ')] }, ['topic-twice 1']],
    ['a gigantic topic', { topics: [row('x'.repeat(81))] }, ['topic-too-long 0']],
    ['gigantic examples', { topics: [row('a', 'x'.repeat(EXAMPLES_MAX + 1))] }, ['examples-too-long 0']],
    [
      'too many rows',
      { topics: Array.from({ length: TOPICS_MAX + 1 }, (_, at) => row(`${at}`)) },
      ['too-many-topics'],
    ],
    ['no days', { answerDays: '' }, []],
    ['days that are none', { answerDays: 'soon' }, ['days-out-of-range']],
    ['0 days', { answerDays: '0' }, ['days-out-of-range']],
    ['half a day', { answerDays: '1.5' }, ['days-out-of-range']],
    ['31 days', { answerDays: '31' }, ['days-out-of-range']],
    ['a zone nobody knows', { zone: 'Mars/Olympus' }, ['zone-unknown']],
    ['no zone', { zone: ' ' }, []],
    ['a book about where to reach them', { reachAt: 'x'.repeat(201) }, ['reach-too-long']],
  ])('%s', (_, more, expected) => {
    expect(faults(more)).toEqual(expected);
  });

  test('is trimmed, and empty rows are left out', () => {
    const checked = checkAgreement(draft({ topics: [row(' Scope ', ' a '), row(''), row('b')] }));
    expect(checked.ok && checked.value.topics).toEqual([row('Scope', 'a'), row('b')]);
  });

  test.each([
    ['another level is for good', { level: 'leaf' }, undefined],
    ['another topic is for good', { topic: 'Prices' }, undefined],
    ['other examples leave it for a month', { examples: 'rebates' }, 'trunk'],
  ] as const)('15 of a level for a month, %s', (_, part, before) => {
    const tried = { ...row('Pricing'), level: 'branch', before: 'trunk' } as const;
    const changed = changedTopic(tried, part);
    expect(changed).toMatchObject(part);
    expect(changed.before).toBe(before);
  });
});
