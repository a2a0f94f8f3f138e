import { describe, expect, test } from 'vitest';

import { agreementViews } from '../../../src/domain/agree/agreed';
import { aheadOfAll, concernsOf, missingThere } from '../../../src/domain/agree/concerns';
import { checkAnswer, checkReply, checkStep } from '../../../src/domain/agree/consult-drafts';
import { decisionHistory } from '../../../src/domain/agree/decision-history';
import type { AgreementReply } from '../../../src/domain/facts/decided/agreement';
import type { ConsultFact } from '../../../src/domain/facts/decided/consulting';
import type { Person } from '../../../src/domain/facts/things/person';
import { agreement, answer, reply, request, step } from '../builders/consult-facts';
import { decision } from '../builders/judged-month';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';

const AGREED = agreementViews([agreement(1), reply(1)]);
const NOW = utc('2026-11-20T12:00');
const concern = (topic: string, facts: readonly ConsultFact[] = [], more = {}, now = NOW, views = AGREED) => {
  const one = decision(14, { id: 'd14', topic, proposed: true, ...more });
  return concernsOf({ decision: one, history: decisionHistory(one, facts, now) }, views, PRIYA);
};
const told = (...asked: Parameters<typeof concern>) =>
  concern(...asked).map(({ standing, ahead }) => `${standing}, ${ahead}`);

describe('The check before "decided"', () => {
  const hold = request({ silence: 'hold' });
  const early = utc('2026-11-12T12:00');
  test.each<[string, readonly string[], Parameters<typeof concern>]>([
    ['leaf: nobody wants to hear of it before', [], ['Bug fixes']],
    ['branch: they are told, not asked', [], ['Vendors']],
    ['a topic nobody agreed on', [], ['Holidays']],
    ['no topic', [], ['']],
    ['trunk, nobody asked', ['not-asked, wait'], ['2027 scope']],
    ['trunk, in another spelling', ['not-asked, wait'], [' 2027  SCOPE']],
    ['trunk, asked', ['waiting, wait'], ['2027 scope', [request()], {}, early]],
    ['trunk, no reply, and silence was agreed', ['no-reply, on-silence'], ['2027 scope', [request()]]],
    ['trunk, no reply, and silence was not agreed', ['no-reply, wait'], ['2027 scope', [hold]]],
    [
      'root, no reply: never on silence, whatever the mail said',
      ['no-reply, wait'],
      ['Pricing', [request()]],
    ],
    ['OK', ['ok, clear'], ['2027 scope', [request(), answer('ok', '2026-11-12T15:00')]]],
    ['OK, unasked', ['ok, clear'], ['Pricing', [answer('ok', '2026-11-12T15:00')]]],
    [
      '"let us talk first" is no yes',
      ['talk, wait'],
      ['2027 scope', [request(), answer('talk', '2026-11-12T15:00')]],
    ],
    [
      'a problem is no yes',
      ['problem, wait'],
      ['Pricing', [request(), answer('problem', '2026-11-12T15:00')]],
    ],
    [
      'the latest answer counts',
      ['ok, clear'],
      ['2027 scope', [answer('talk', '2026-11-12T15:00'), answer('ok', '2026-11-13T15:00')]],
    ],
    [
      'asked anew after an answer',
      ['waiting, wait'],
      ['2027 scope', [answer('talk', '2026-11-09T15:00'), request()], {}, early],
    ],
    ['heard, as the owner says', ['heard, clear'], ['2027 scope', [], { consulted: [MARCUS] }]],
    [
      'somebody else was heard',
      ['not-asked, wait'],
      ['2027 scope', [answer('ok', '2026-11-12T15:00', { person: DANA })], { consulted: [DANA] }],
    ],
    ['only proposed, never agreed', [], ['2027 scope', [], {}, NOW, agreementViews([agreement(1)])]],
    ['declined', [], ['2027 scope', [], {}, NOW, agreementViews([agreement(1), reply(1, 'declined')])]],
    [
      'with the owner themselves',
      [],
      ['2027 scope', [], {}, NOW, agreementViews([agreement(1, { person: PRIYA }), reply(1)])],
    ],
  ])('%s', (_, expected, asked) => {
    expect(told(...asked)).toEqual(expected);
  });

  test('the version that was agreed counts, not the newer one that was only proposed', () => {
    const looser = agreement(2, { topics: [{ topic: '2027 scope', level: 'leaf', examples: '' }] });
    expect(told('2027 scope', [], {}, NOW, agreementViews([agreement(1), reply(1), looser]))).toHaveLength(1);
    const taken = agreementViews([agreement(1), reply(1), looser, reply(2)]);
    expect(told('2027 scope', [], {}, NOW, taken)).toEqual([]);
  });

  test('11.2 a topic is touched by words, stays as the last save found it, and not where it was taken off', () => {
    const text = 'A deliverable for the next year';
    const draft = { text, why: '', topic: '' };
    const before = (more = {}) =>
      concernsOf({ decision: { ...draft, ...more }, history: null }, AGREED, PRIYA);
    expect(before().map(({ topic }) => topic.topic)).toEqual([]);
    expect(before({ why: 'of great use' }).map(({ topic }) => topic.topic)).toEqual(['2027 scope']);
    expect(before({ why: 'of great use', takenOff: ['2027 SCOPE'] })).toEqual([]);
    // Saved: what was found then, and by a later step what was found then.
    expect(told('', [], { text, touched: ['Pricing'] })).toEqual(['not-asked, wait']);
    expect(told('2027 scope', [], { touched: [] })).toEqual([]);
    expect(told('', [step('held', '2026-11-12T15:00', { touched: ['pricing'] })], { touched: [] })).toEqual([
      'not-asked, wait',
    ]);
    expect(told('', [step('held', '2026-11-12T15:00', { touched: [] })], { touched: ['Pricing'] })).toEqual(
      [],
    );
  });

  test('10.1 of two touched topics, and of two that are one, the stricter level counts', () => {
    const levels = (touched: readonly string[], views = AGREED) =>
      concern('', [], { touched }, NOW, views).map(({ topic }) => topic.level);
    expect(levels(['2027 scope', 'Pricing'])).toEqual(['root']);
    expect(levels(['Bug fixes', '2027 scope', 'Vendors'])).toEqual(['trunk']);
    const twice = agreement(1, {
      topics: [
        { topic: 'Resume', level: 'leaf', examples: '' },
        { topic: 'Résumé', level: 'trunk', examples: '' },
      ],
    });
    expect(levels(['RESUME'], agreementViews([twice, reply(1)]))).toEqual(['trunk']);
  });

  test('11.4 after a reopening people are heard anew, and who was there where it is decided was heard', () => {
    const heard = { consulted: [MARCUS], proposed: false };
    expect(told('Pricing', [], heard)).toEqual(['heard, clear']);
    expect(told('Pricing', [step('reopened', '2026-11-12T15:00')], heard)).toEqual(['not-asked, wait']);
    const opens = answer('problem', '2026-11-12T15:00', { person: DANA });
    expect(told('Pricing', [opens], heard)).toEqual(['not-asked, wait']);
    const decision = { text: 'Go', why: '', topic: 'Pricing' };
    const at = (there: readonly Person[]) =>
      concernsOf({ decision, history: null, there }, AGREED, PRIYA).map(({ ahead }) => ahead);
    expect([at([MARCUS]), at([DANA])]).toEqual([['clear'], ['wait']]);
  });

  test.each([
    ['who was not asked is heard', [], 'there, clear'],
    ['who did not answer is heard', [request()], 'there, clear'],
    ['who said ok said so', [answer('ok', '2026-11-12T15:00')], 'ok, clear'],
    ['an objection stands', [answer('problem', '2026-11-12T15:00')], 'problem, wait'],
    ['so does the wish to talk', [answer('talk', '2026-11-12T15:00')], 'talk, wait'],
    [
      'also where they were asked anew',
      [answer('talk', '2026-11-09T15:00'), request()],
      'no-reply, on-silence',
    ],
    [
      'met by a later ok',
      [answer('talk', '2026-11-09T15:00'), answer('ok', '2026-11-12T15:00')],
      'ok, clear',
    ],
  ] as const)('11.4 there where it is decided: %s', (_, said, expected) => {
    const one = decision(14, { id: 'd14', topic: '2027 scope', proposed: true });
    const history = decisionHistory(one, said, NOW);
    const found = concernsOf({ decision: one, history, decidedWith: [MARCUS] }, AGREED, PRIYA);
    expect(found.map(({ standing, ahead }) => `${standing}, ${ahead}`)).toEqual([expected]);
  });

  test('everybody is asked, and one who waits holds all', () => {
    const dana = agreement(1, { id: 'a9', person: DANA });
    const said: AgreementReply = { ...reply(1), id: 'r9', agreement: 'a9' };
    const views = agreementViews([agreement(1), reply(1), dana, said]);
    const both = concern('2027 scope', [request()], {}, NOW, views);
    expect(both.map(({ person, ahead }) => [person.name, ahead]).sort()).toEqual([
      ['Dana', 'wait'],
      ['Marcus', 'on-silence'],
    ]);
    expect(aheadOfAll(both)).toBe('wait');
    expect(aheadOfAll(concern('2027 scope', [request()]))).toBe('on-silence');
    expect(aheadOfAll([])).toBe('clear');
  });
});

describe('What the owner writes down', () => {
  const at = utc('2026-11-18T10:00');
  test.each([
    ['an answer', { person: MARCUS, said: 'ok' as const, words: '', at }, []],
    ['nobody', { person: null, said: 'ok' as const, words: '', at }, ['person-missing']],
    ['nothing said', { person: MARCUS, said: null, words: '', at }, ['said-missing']],
    ['a book', { person: MARCUS, said: 'ok' as const, words: 'x'.repeat(2001), at }, ['words-too-long']],
    ['no time', { person: MARCUS, said: 'ok' as const, words: '', at: null }, ['when-unknown']],
    ['tomorrow', { person: MARCUS, said: 'ok' as const, words: '', at: NOW + 1 }, ['when-ahead']],
  ])('of an answer: %s', (_, draft, faults) => {
    const checked = checkAnswer(draft, NOW);
    expect(checked.ok ? [] : checked.fault).toEqual(faults);
  });

  test('an agreement rests on their words and a day', () => {
    expect(checkReply({ said: 'agreed', words: ' ', at: null }, NOW)).toEqual({
      ok: false,
      fault: ['when-unknown', 'words-missing'],
    });
    expect(checkReply({ said: 'agreed', words: ' OK ', at }, NOW)).toMatchObject({
      ok: true,
      value: { words: 'OK' },
    });
  });

  test.each([
    ['decided needs no words', { step: 'decided' as const, reason: '' }, []],
    [
      'decided without hearing somebody does',
      { step: 'decided' as const, reason: ' ', unheard: true },
      ['reason-missing'],
    ],
    ['reopened does', { step: 'reopened' as const, reason: '' }, ['reason-missing']],
    ['replaced needs both', { step: 'superseded' as const, reason: '' }, ['reason-missing', 'by-missing']],
    ['a gigantic reason', { step: 'held' as const, reason: 'x'.repeat(501) }, ['reason-too-long']],
  ])('%s', (_, draft, faults) => {
    const checked = checkStep(draft);
    expect(checked.ok ? [] : checked.fault).toEqual(faults);
  });
});

describe('A meeting that is being written (11.2)', () => {
  const missing = (title: string, invited: readonly Person[] = [PRIYA, DANA], views = AGREED) =>
    missingThere({ title, invited }, views, PRIYA).map(
      ({ person, topic }) => `${person.name}: ${topic.topic}`,
    );
  test.each<[string, readonly string[], Parameters<typeof missing>]>([
    ['touches by its title: who was to be asked first is missing', ['Marcus: 2027 scope'], ['Scope of 2027']],
    ['and is not, once invited', [], ['Scope of 2027', [PRIYA, MARCUS]]],
    [
      'nor under another address that is theirs',
      [],
      ['Scope of 2027', [{ ...MARCUS, key: 'm@x.example', otherAddresses: [MARCUS.key] } as Person]],
    ],
    ['touches nothing', [], ['Lunch']],
    ['touches what they want to be told of afterwards', [], ['Vendors']],
    ['has no title yet', [], ['']],
    ['touches what was only proposed to them', [], ['2027 scope', [], agreementViews([agreement(1)])]],
  ])('%s', (_what, expected, given) => {
    expect(missing(...given)).toEqual(expected);
  });

  test('says nothing of the owner, whatever was agreed', () => {
    expect(missingThere({ title: '2027 scope', invited: [] }, AGREED, MARCUS)).toEqual([]);
  });
});
