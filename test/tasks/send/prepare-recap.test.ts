import { describe, expect, test } from 'vitest';
import type { Point } from '../../../src/domain/facts/decided/point';
import type { Language } from '../../../src/domain/language';
import { pointHistories } from '../../../src/domain/points/point-history';
import { messageOf, prepareRecap, type RecapBasis } from '../../../src/tasks/send/prepare-recap';
import { point } from '../../domain/builders/point-facts';
import {
  at,
  decision,
  judgedLineage,
  judgedOccurrence,
  judgedPerson,
  PRIYA,
  person,
} from '../../formats/judged';
import { tagsOf } from '../../formats/tags';

const NOW = at('2026-10-29T16:10:00Z');
const KEY = 'S1/2026-10-29';

const basisOf = (count: number, more: Partial<RecapBasis> = {}): RecapBasis => {
  const people = Array.from({ length: count }, (_, index) =>
    judgedPerson(person(`Person ${index}`, `p${index}@contoso.example`), { outcome: null }),
  );
  const missed = { outcome: 'cancelled-short-notice', oneToOne: false, people } as const;
  return {
    owner: PRIYA,
    lineage: judgedLineage([judgedOccurrence('2026-10-29', missed)]),
    decisions: [decision(11, { accountable: PRIYA })],
    recaps: [],
    ...more,
  };
};

describe('A recap to several people', () => {
  test('is one mail each, and no mail names anybody else', () => {
    const { letters } = prepareRecap(basisOf(3), KEY, NOW);
    expect(letters.map(({ to }) => to.map(({ name }) => name))).toEqual([
      ['Person 0'],
      ['Person 1'],
      ['Person 2'],
    ]);
    for (const { text } of letters) expect(text).toMatch(/^Hi Person,$/m);
  });

  test('is one mail to all by choice', () => {
    const { letters } = prepareRecap(basisOf(3), KEY, NOW, { together: true });
    expect(letters.map(({ to }) => to.length)).toEqual([3]);
  });

  test('is in the language of each, with both clocks where they differ', () => {
    const languages: Record<string, Language> = { 'p1@contoso.example': 'de', [PRIYA.key]: 'fr' };
    const basis = basisOf(2, { zones: { 'p1@contoso.example': 'Europe/Berlin' } });
    const lineage = {
      ...basis.lineage,
      rules: { languages },
      occurrences: [...basis.lineage.occurrences, judgedOccurrence('2026-11-02', { outcome: 'upcoming' })],
    };
    const { letters } = prepareRecap({ ...basis, lineage }, KEY, NOW);
    expect(letters.map(({ language }) => language)).toEqual(['fr', 'de']);
    expect(letters[1]?.text).toContain('Mo., 2. Nov., 15:00 London (16:00 Berlin)');
    expect(letters[0]?.text).toContain('15:00 London.\n');
  });

  test('of thousands drafts no more than can go at once', () => {
    const basis = basisOf(5000);
    const { recipients, letters } = prepareRecap(basis, KEY, NOW);
    expect([recipients.length, letters.length]).toEqual([5000, 30]);
    expect(prepareRecap(basis, KEY, NOW, { together: true }).letters[0]?.to).toHaveLength(5000);
  });

  test('goes to nobody without an address, whatever was ticked', () => {
    const phone = judgedPerson({ key: 'row:1', name: '+49 … 77', address: '' }, { outcome: null });
    const missed = { outcome: 'cancelled-short-notice', oneToOne: false, people: [phone] } as const;
    const lineage = judgedLineage([judgedOccurrence('2026-10-29', missed)]);
    const { letters } = prepareRecap({ ...basisOf(0), lineage }, KEY, NOW, { ticks: { 'row:1': true } });
    expect(letters.map(({ to }) => to)).toEqual([[]]);
  });
});

describe('The message made of a letter', () => {
  const [letter] = prepareRecap(basisOf(1), KEY, NOW).letters;
  if (letter === undefined) throw new Error('Nobody gets a letter');

  test('is exactly the text that was read, with the answers as links to the owner', () => {
    const message = messageOf(letter, PRIYA);
    expect(message.text).toBe(letter.text);
    const links = tagsOf(message.html).flatMap(({ attributes }) => attributes.href ?? []);
    expect(links[0]).toBe('mailto:priya@contoso.example?subject=OK%20%5BD-011%5D');
    expect(links).toHaveLength(3);
  });

  test.each([
    '<script>alert(1)</script>\nBcc: somebody@else.example',
    '"><img src=x onerror=alert(1)>',
    'x'.repeat(100_000),
  ])('takes %j for text, on one line where it must be', (typed) => {
    const message = messageOf({ ...letter, subject: typed, text: typed }, PRIYA);
    expect(message.subject).not.toMatch(/[\r\n]/);
    expect(tagsOf(message.html).map(({ name }) => name.replace('/', ''))).not.toContain('script');
    expect(message.to).toEqual(letter.to);
  });
});

describe('Points in a recap (12.3)', () => {
  const theirs = { key: 'p0@contoso.example', name: 'Person 0', address: 'p0@contoso.example' };
  const asked = (number: number, more: Partial<Point> = {}) =>
    point(number, { person: theirs, raisedAt: at('2026-10-28T09:00:00Z'), ...more });
  const points = pointHistories([
    asked(1, { text: 'Can two people stay until March?' }),
    asked(2, { text: 'Dana starts on Monday.', sort: 'news' }),
  ]);

  test('13.6 lead it where nothing else needs the reader, and are told by their names', () => {
    const [first, second] = prepareRecap(basisOf(2, { points }), KEY, NOW).letters;
    expect(first?.subject).toBe('P-001: Can two people stay until March? and 2 more');
    expect(first?.text).toMatchInlineSnapshot(`
      "P-001: Can two people stay until March?

      Hi Person,
      For P-001 a line in reply is enough.
      If you see a problem, a line from you is enough and we look at it again.

      D-011: Address lookup: vendor B
      Why: B covers all 9 countries; A covers 6.
      Owner: Priya Nair
      Reply: [OK] [Let's talk first] [I see a problem]

      P-002: Dana starts on Monday.

      D-011, decided Thu 29 Oct, noted by Priya Nair; our meeting today did not take place"
    `);
    expect([first?.points, first?.pointsCalled]).toEqual([
      ['p1', 'p2'],
      ['P-001', 'P-002'],
    ]);
    expect(second?.points).toBeUndefined();
    expect(second?.text).not.toContain('P-001');
  });

  test('12.3 are all of it where nothing was decided', () => {
    const [first] = prepareRecap(basisOf(1, { points, decisions: [] }), KEY, NOW).letters;
    expect(first?.subject).toBe('P-001: Can two people stay until March? and 1 more');
    expect(first?.text).toMatchInlineSnapshot(`
      "P-001: Can two people stay until March?

      Hi Person,
      For P-001 a line in reply is enough.

      P-002: Dana starts on Monday.

      P-001, P-002, noted by Priya Nair; our meeting today did not take place"
    `);
  });
});
