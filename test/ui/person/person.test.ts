import { describe, expect, test } from 'vitest';
import { PERSON_OUTCOMES } from '../../../src/domain/facts/things/outcomes';
import type { JudgedLineage } from '../../../src/domain/judge/judged/judged';
import { measuresOf } from '../../../src/domain/measure/measures';
import { measuresOfPerson, ownSide } from '../../../src/domain/measure/measures-of-person';
import { ownItems } from '../../../src/ui/own-side/own-items';
import { partsOf } from '../../../src/ui/person/parts-of';
import { personMarkOf } from '../../../src/ui/person/person-mark';
import { itemOf } from '../../../src/ui/state/counted';
import {
  OWN_COUNTS,
  OWN_SIDE_WORDS,
  PERSON_MEANINGS,
  personOccurrenceWords,
  personSentence,
} from '../../../src/ui/words/person-view';
import { timeWords } from '../../../src/ui/words/times';
import { DECISIONS, goldenMonth, MARCUS, NOW, PRIYA, RECAPS, SERIES } from '../fixture';

const time = timeWords('Europe/London');
const UNKIND = /stood up|fail|flaky|ignored|ghosted|excuse|late again|absent|no-show|missed|rank|score/i;

describe('What is said of one person', () => {
  const parts = partsOf(goldenMonth(), MARCUS);

  test('4.1 only the occurrences in which something is said of them, in order', () => {
    expect(parts.length).toBeGreaterThan(10);
    expect(parts.every(({ one }) => one.person.key === MARCUS.key && one.outcome !== null)).toBe(true);
    const starts = parts.map(({ occurrence }) => occurrence.effective.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('8 each time reads as date and neutral words', () => {
    const words = parts.map(({ occurrence, one }) => personOccurrenceWords(occurrence, one, time));
    expect(words[0]).toBe('Mon 26 Oct, there, 30 min');
    expect(words[1]).toBe('Tue 27 Oct, not there, no message found');
    expect(words[2]).toBe('Wed 28 Oct, there for part, 10 min');
    for (const one of words) expect(one).not.toMatch(UNKIND);
  });

  test('6 every measure of a person has a meaning of its own, and nobody is compared', () => {
    const { measures } = measuresOfPerson(goldenMonth(), MARCUS);
    for (const { name } of measures) expect(PERSON_MEANINGS[name]).toMatch(/^[A-Z].*\.$/);
    for (const meaning of Object.values(PERSON_MEANINGS)) expect(meaning).not.toMatch(UNKIND);
    expect(personSentence('Marcus Hale', false)).toContain('Marcus Hale, from this meeting alone');
    expect(personSentence('Priya Nair', true)).toContain('about you, from');
  });

  test.each(PERSON_OUTCOMES)('%s has a shape', (outcome) => {
    const shape = personMarkOf(outcome);
    expect(shape === 'met').toBe(outcome === 'present');
    expect(shape === 'nobody').toBe(outcome === 'not-present-no-message');
    expect(shape === 'unknown').toBe(outcome === 'not-recorded');
  });
});

describe('A number that explains itself', () => {
  const measures = measuresOf(goldenMonth(), DECISIONS, RECAPS);

  test.each(measures.map((measure) => [measure.name, measure] as const))(
    '7.4 %s names its rule and its meaning, and lists what is in it once',
    (_, measure) => {
      const item = itemOf(measure);
      expect(item.rule).toBe('6');
      expect(item.meaning).toMatch(/^[A-Z].*\.$/);
      const listed = [...item.counted, ...item.others];
      expect(new Set(listed).size).toBe(listed.length);
      if (measure.of !== null) expect(new Set(listed)).toEqual(new Set(measure.among));
    },
  );

  test('7.1 says why there is no percentage only where there is something to count', () => {
    const [given] = measures.filter(({ name }) => name === 'notice-given').map((one) => itemOf(one));
    expect(given).toMatchObject({ count: '1 of 7', tooFew: true, range: null });
    const [ahead] = measures.filter(({ name }) => name === 'went-ahead').map((one) => itemOf(one));
    expect(ahead).toMatchObject({ count: '7 of 14', tooFew: false, range: { low: 27, high: 73, at: 50 } });
  });
});

describe('Your side', () => {
  const items = (lineage: JudgedLineage, now = NOW) =>
    ownItems(ownSide(lineage, DECISIONS, RECAPS, { now }), time);

  test('6 counts own absences, apologies, joining later, recaps not sent, and decisions told and how fast', () => {
    expect(items(goldenMonth()).map(({ id, count, share }) => `${id} ${count} ${share}`.trim())).toEqual([
      'absences 1',
      'apologies 0',
      'joined-later 0',
      expect.stringMatching(/^recaps-not-sent \d+$/),
      // Marcus had a mail with D-011, and Dana, who owns it and was not there, had none.
      'decisions-told 0 of 2',
      'told-late 1',
    ]);
  });

  test('leave that is still to come is no absence yet', () => {
    const lineage = goldenMonth();
    const before = lineage.occurrences.find(({ date }) => date === '2026-11-12')?.effective.start ?? 0;
    expect(items(lineage, before - 1)[0]?.counted).toEqual([]);
    expect(items(lineage)[0]?.counted).toEqual([expect.stringMatching(/\/2026-11-12$/)]);
  });

  test('5.1 an apology reads with its notice', () => {
    const notice = { at: null, minutes: 90, lower: null, upper: null, class: 'short-notice' } as const;
    const { occurrences, ...rest } = goldenMonth();
    const sorry = occurrences.map((one) =>
      one.key === `${SERIES}/2026-10-29`
        ? {
            ...one,
            people: one.people.map((part) =>
              part.person.key === PRIYA.key
                ? { ...part, outcome: 'apologies-short-notice' as const, notice }
                : part,
            ),
          }
        : one,
    );
    const [, apologies] = items({ ...rest, occurrences: sorry });
    expect(apologies?.count).toBe('1');
    const there = sorry.find(({ key }) => key === `${SERIES}/2026-10-29`);
    expect(there && apologies?.words?.(there)).toBe('Thu 29 Oct, apologies 1 h 30 min before');
  });

  test.each(OWN_COUNTS)('8 %s is said in the words one uses for others', (id) => {
    expect(`${OWN_SIDE_WORDS[id].name} ${OWN_SIDE_WORDS[id].meaning}`).not.toMatch(UNKIND);
    expect(OWN_SIDE_WORDS[id].rule).toMatch(/^\d/);
  });
});
