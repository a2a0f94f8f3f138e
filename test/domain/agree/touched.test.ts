import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { examplesOf, touching, type Worded } from '../../../src/domain/agree/touched';
import type { AgreedTopic } from '../../../src/domain/facts/decided/agreement';
import { topicKey } from '../../../src/domain/facts/decided/agreement';
import { naiveTouches } from '../naive/naive-touched';

const agreed = (topic: string, examples = ''): AgreedTopic => ({ topic, level: 'trunk', examples });
const worded = (text: string, more: Partial<Worded> = {}): Worded => ({ text, why: '', topic: '', ...more });
const touches = (topic: AgreedTopic, decision: Worded): boolean => touching([topic])(decision).length === 1;

describe('11.2 a topic is touched', () => {
  test.each<[why: string, topic: AgreedTopic, decision: Worded]>([
    ['by its topic', agreed('2027 scope'), worded('We go on', { topic: '2027  SCOPE' })],
    ['by a topic without any word', agreed('🚀'), worded('We go on', { topic: ' 🚀 ' })],
    ['by its name in the text', agreed('Pricing'), worded('New pricing for Berlin.')],
    ['in any order', agreed('shared catalogue'), worded('The catalogue is now shared')],
    ['in another case', agreed('PRICING'), worded('pricing stays')],
    ['in capitals that are two letters', agreed('Straße'), worded('STRASSE gesperrt')],
    ['with a sigma at its end', agreed('ΚΌΣΜΟΣ'), worded('ο κόσμος')],
    ['in another width', agreed('Pricing'), worded('Ｐｒｉｃｉｎｇ stays')],
    ['without its accents', agreed('Résumé'), worded('resume review')],
    ['with accents that it has not', agreed('resume'), worded('RÉSUMÉ')],
    ['with a soft hyphen inside', agreed('ordering'), worded('or\u00addering moves')],
    ['by an example', agreed('2027 scope', 'hiring, ordering'), worded('Ordering on the shared catalogue')],
    ['by an example of a second line', agreed('2027 scope', 'hiring\nordering'), worded('ordering')],
    ['in its reason', agreed('Pricing'), worded('Go', { why: 'pricing' })],
    [
      'in text, reason and options taken together',
      agreed('shared catalogue prices'),
      worded('Shared', { why: 'catalogue', options: [{ option: 'none', notChosen: 'prices' }] }),
    ],
    ['with a short word beside a longer one', agreed('Q3 scope'), worded('The scope of Q3')],
    ['by a short name that stands whole', agreed('UI'), worded('A new UI, at last')],
    ['by short words in a row', agreed('AI PR'), worded('The AI/PR team')],
    ['in Han, in the middle of a run', agreed('共有目録'), worded('新共有目録化')],
    ['in Han of one character', agreed('価'), worded('新価格')],
    ['in kana', agreed('カタログ'), worded('ﾈｯﾄｶﾀﾛｸﾞの注文')],
    ['in Thai', agreed('งบประมาณ'), worded('อนุมัติงบประมาณปีหน้า')],
    ['in Lao', agreed('ງົບປະມານ'), worded('ອະນຸມັດງົບປະມານປີໜ້າ')],
    ['in Khmer', agreed('ថវិកា'), worded('អនុម័តថវិកាឆ្នាំក្រោយ')],
    ['in Burmese', agreed('ဘတ်ဂျက်'), worded('နှစ်သစ်ဘတ်ဂျက်ကို')],
    ['in two scripts at once', agreed('注文 scope'), worded('Scopeの注文')],
    ['in Devanagari, whose marks belong to its words', agreed('बजट योजना'), worded('नई योजना, बजट')],
    ['by a number with a comma', agreed('x', '1,000 seats'), worded('We buy 1,000 seats')],
  ])('%s', (_, topic, decision) => {
    expect(touches(topic, decision)).toBe(true);
    expect(naiveTouches(topic, decision)).toBe(true);
  });

  test.each<[why: string, topic: AgreedTopic, decision: Worded]>([
    ['where a word is missing', agreed('shared catalogue'), worded('The catalogue')],
    ['by a part of a word', agreed('price'), worded('Enterprise prices')],
    ['by words of two examples', agreed('x', 'shared catalogue, new team'), worded('shared team')],
    ['by short words that stand apart', agreed('AI PR'), worded('AI and PR')],
    ['by short words in another order', agreed('AI PR'), worded('PR AI')],
    ['by a row that begins in the text and ends in the reason', agreed('AI PR'), worded('AI', { why: 'PR' })],
    ['by a name without any word', agreed('—'), worded('a — b')],
    ['by no topic at all', agreed(''), worded('Anything')],
    ['by marks alone', agreed('\u0301'.repeat(80)), worded('a\u0301', { topic: '\u0302' })],
    ['by Han characters that stand apart', agreed('共有'), worded('共に有る')],
    ['by kana with another sound', agreed('ハス'), worded('バス')],
    ['by a part of a number', agreed('000'), worded('1000')],
  ])('and is not touched %s', (_, topic, decision) => {
    expect(touches(topic, decision)).toBe(false);
    expect(naiveTouches(topic, decision)).toBe(false);
  });

  test('10.1 by every name that it ever had', () => {
    const names = ['2027 scope', 'Next year'];
    const decide = touching([agreed('2027 scope')], () => names);
    expect(decide(worded('Plans for next year'))).toHaveLength(1);
    expect(decide(worded('', { topic: 'NEXT YEAR' }))).toHaveLength(1);
  });

  test.each([
    ['commas', 'a, b,c', ['a', ' b', 'c']],
    ['semicolons', 'a; b', ['a', ' b']],
    ['lines', 'a\r\nb\nc', ['a', 'b', 'c']],
    ['numbers', '1,000 seats', ['1,000 seats']],
    ['numbers in Arabic digits', '١،٠٠٠', ['١،٠٠٠']],
    ['numbers in a list', '2026, 2027', ['2026', ' 2027']],
    ['a number before a word', '2026,scope', ['2026', 'scope']],
    ['lines between numbers', '1\n2', ['1', '2']],
    ['Chinese and Japanese', '注文、価格，人；金', ['注文', '価格', '人', '金']],
    ['Arabic', 'أ، ب؛ ج', ['أ', ' ب', ' ج']],
    ['Ethiopic', 'ሀ፣ለ፤ሐ', ['ሀ', 'ለ', 'ሐ']],
    ['Burmese', 'က၊ခ', ['က', 'ခ']],
  ])('its examples are split at %s', (_, examples, expected) => {
    expect(examplesOf(examples)).toEqual(expected);
  });
});

const piece = fc.constantFrom(
  ...[
    'Pricing',
    'PRICING',
    'pricing',
    'scope',
    'Scöpe',
    'Q3',
    'AI',
    'ai',
    'x',
    '2027',
    '1,000',
    'Ｑ３',
    'ß',
    'SS',
  ],
  ...[
    '注文',
    '注',
    '文',
    'カタログ',
    'ｶﾀﾛｸﾞ',
    'ハ',
    'バ',
    'の',
    'งบ',
    'งบประมาณ',
    'ງົບ',
    'ថវិកា',
    'ဘတ်',
    'बजट',
    'é',
    'e\u0301',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    ',',
    ', ',
    ';',
    '、',
    '，',
    '\n',
    '-',
    '/',
    '\u00ad',
    '\u200b',
    '\u0301',
    '🚀',
    '\u00a0',
  ],
);
const written = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const decided = fc.record({
  ...{ text: written, why: written, topic: written },
  options: fc.array(fc.record({ option: written, notChosen: written }), { maxLength: 2 }),
});
const topicOf = fc
  .record({ topic: written, examples: written })
  .map((one): AgreedTopic => ({ ...one, level: 'root' }));

describe('11.2 for any words', () => {
  test('as the rule reads, character by character', () => {
    fc.assert(
      fc.property(topicOf, decided, (topic, decision) => {
        expect(touches(topic, decision)).toBe(naiveTouches(topic, decision));
      }),
      { numRuns: 1000 },
    );
  });

  test('more words touch no less, and no case, accent or width changes anything', () => {
    fc.assert(
      fc.property(topicOf, decided, written, (topic, decision, more) => {
        const before = touches(topic, decision);
        const said = { ...decision, options: [...decision.options, { option: more, notChosen: '' }] };
        if (before) expect(touches(topic, said)).toBe(true);
        const turned = { ...decision, text: decision.text.toUpperCase().normalize('NFD') };
        expect(touches(topic, turned)).toBe(before);
      }),
    );
  });

  test('a decision in the words of the name touches, where the name has any', () => {
    fc.assert(
      fc.property(written, (name) => {
        const hasWord = /[\p{L}\p{N}]/u.test(name);
        fc.pre(hasWord);
        expect(touches(agreed(name), worded(name))).toBe(true);
      }),
    );
  });

  test('10.1 names are one topic where they differ only in case, width, accents and white space', () => {
    fc.assert(
      fc.property(written, (name) => {
        expect(topicKey(`  ${name.toUpperCase().normalize('NFD')}\t`)).toBe(topicKey(name));
        expect(topicKey(topicKey(name))).toBe(topicKey(name));
      }),
    );
    expect(topicKey('Ｒｅｓｕｍｅ  review')).toBe(topicKey('résumé\u00a0REVIEW'));
  });
});
