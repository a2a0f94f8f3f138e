import { describe, expect, test } from 'vitest';
import { decisionHistories, standingAmong } from '../../../src/domain/agree/decision-history';
import type { Answer, InputRequest, MailReply } from '../../../src/domain/facts/decided/consulting';
import type { RecapEntry } from '../../../src/domain/facts/decided/recap-entry';
import type { Fact } from '../../../src/domain/facts/log/fact';
import type { Person } from '../../../src/domain/facts/things/person';
import { LANGUAGES, type Language } from '../../../src/domain/language';
import { unkindWords } from '../../../src/domain/words';
import { recapWords } from '../../../src/formats/mail/recap-length';
import { messageOf, prepareRecap } from '../../../src/tasks/send/prepare-recap';
import {
  at,
  DANA,
  decision,
  judgedLineage,
  judgedOccurrence,
  judgedPerson,
  MARCUS,
  PRIYA,
  recap,
} from '../../formats/judged';
import { tagsOf } from '../../formats/tags';

const WED = 'S1/2026-11-11';
const NOW = at('2026-11-11T16:00:00Z');
const ASKED = at('2026-11-10T16:00:00Z');
const DEADLINE = at('2026-11-16T22:00:00Z');

/** D-014, written down on Tue 10 Nov and not decided. */
const open = (number: number, more: Parameters<typeof decision>[1] = {}): Fact =>
  decision(number, {
    ...{ text: 'Build the 2027 path with two teams', proposed: true, occurrence: null },
    accountable: PRIYA,
    ...{ recordedAt: ASKED, decidedAt: ASKED },
    ...more,
  });
const request = (number: number, to: Person, more: Partial<InputRequest> = {}): InputRequest => ({
  ...{ kind: 'input-request', id: `r${number}${to.key}`, recordedAt: ASKED, series: 'S1', person: to },
  ...{ decision: `decision-${number}`, mailKey: `k${number}${to.key}`, step: 'sent', askedAt: ASKED },
  ...{ deadline: DEADLINE, zone: 'America/New_York', workingDays: 3, assumed: [], silence: 'hold' },
  ...{ agreement: null, subject: 'INPUT', bodyHash: '', messageId: null },
  ...more,
});
const answer = (number: number, by: Person, said: Answer['said']): Answer => ({
  ...{ kind: 'answer', id: `a${number}`, recordedAt: NOW, series: 'S1', decision: `decision-${number}` },
  ...{ person: by, said, words: '', at: NOW, source: 'by-hand' },
});
const wrote = (number: number, by: Person): MailReply => ({
  ...{
    kind: 'mail-reply',
    id: `w${number}`,
    recordedAt: NOW,
    series: 'S1',
    decisions: [`decision-${number}`],
  },
  ...{ person: by, at: NOW, mail: 'm1', said: null },
});
/** What was decided in the sync of Wed 11 Nov itself. */
const decided = decision(15, { occurrence: WED, recordedAt: NOW, decidedAt: NOW });

interface Given {
  readonly facts: readonly Fact[];
  readonly recaps?: readonly RecapEntry[];
  readonly language?: Language;
}

/** The recap of Wed 11 Nov, which Marcus and Dana missed; on Mon 9 Nov both were there. */
function recapOf({ facts, recaps = [], language = 'en' }: Given) {
  const missing = [MARCUS, DANA].map((who) => judgedPerson(who, { outcome: null }));
  const missed = { outcome: 'cancelled-short-notice', oneToOne: false, people: missing } as const;
  const there = [MARCUS, DANA, PRIYA].map((who) => judgedPerson(who));
  const lineage = judgedLineage(
    [
      judgedOccurrence('2026-11-09', { people: there, oneToOne: false }),
      judgedOccurrence('2026-11-11', missed),
      judgedOccurrence('2026-11-12', { outcome: 'upcoming' }),
    ],
    { rules: { languages: { [PRIYA.key]: language } } },
  );
  const histories = decisionHistories(facts, NOW);
  const decisions = standingAmong(histories);
  const basis = { owner: PRIYA, lineage, decisions, recaps, histories };
  const { letters } = prepareRecap(basis, WED, NOW);
  const to = (who: Person) => {
    const found = letters.find((one) => one.to.length === 1 && one.to[0]?.key === who.key);
    if (found === undefined) throw new Error(`nothing for ${who.name}`);
    return found;
  };
  return { marcus: to(MARCUS), dana: to(DANA) };
}

describe('An open question in a recap', () => {
  test('stands with what was decided, in one mail, for the one who was asked', () => {
    const { marcus, dana } = recapOf({ facts: [open(14), request(14, MARCUS), decided] });
    expect(marcus.text).toBe(`Before I decide: Build the 2027 path with two teams

Hi Marcus,
D-014: What I need from you: your view by Mon 16 Nov, 17:00 New York (22:00 London).
If you see a problem, a line from you is enough and we look at it again.

D-014: Before I decide: Build the 2027 path with two teams
Why: B covers all 9 countries; A covers 6.
Owner: Priya Nair
Reply: [OK] [Let's talk first] [I see a problem]

D-015: Address lookup: vendor B
Why: B covers all 9 countries; A covers 6.
Owner: Dana Ortiz
Reply: [OK] [Let's talk first] [I see a problem]

Next: Priya/Marcus daily sync, Thu 12 Nov, 15:00 London.

D-015, decided Wed 11 Nov, noted by Priya Nair; our meeting today did not take place`);
    expect([marcus.decisions, marcus.questions]).toEqual([['decision-15'], ['decision-14']]);
    // Each answer is about the one it stands with: a word about what was decided is no yes to the question.
    const links = tagsOf(messageOf(marcus, PRIYA).html).flatMap(({ attributes }) => attributes.href ?? []);
    expect(links.map((href) => /D-\d+/.exec(href)?.[0])).toEqual([
      ...['D-014', 'D-014', 'D-014'],
      ...['D-015', 'D-015', 'D-015'],
    ]);
    expect(dana.text).not.toMatch(/2027|What I need|Not decided/);
    expect(dana.text).toContain('I need nothing from you; this is for your information.');
    expect(dana.questions).toEqual([]);
  });

  test('alone asks, and is answered in the recap itself', () => {
    const { marcus } = recapOf({ facts: [open(14), request(14, MARCUS)] });
    expect(marcus.subject).toBe('INPUT by Mon 16 Nov: Build the 2027 path with two teams');
    expect(marcus.text).toBe(`Before I decide: Build the 2027 path with two teams

Hi Marcus,
What I need from you: your view by Mon 16 Nov, 17:00 New York (22:00 London).

Why: B covers all 9 countries; A covers 6.

Owner: Priya Nair

Reply: [OK] [Let's talk first] [I see a problem]

Next: Priya/Marcus daily sync, Thu 12 Nov, 15:00 London.

D-014, not decided yet, noted by Priya Nair; our meeting today did not take place`);
    expect([marcus.decisions, marcus.questions, marcus.names]).toEqual([[], ['decision-14'], ['D-014.1']]);
  });

  test.each<[Language, string, string]>([
    [
      'de',
      'D-014: Was ich brauche: eine Einschätzung bis Mo., 16. Nov., 17:00 New York (22:00 London).',
      'Noch nicht entschieden: D-016: Build the 2027 path with two teams. Verantwortlich: Priya Nair',
    ],
    [
      'fr',
      'D-014: Ce dont j’ai besoin : un avis d’ici au lun. 16 nov., 17:00 New York (22:00 London).',
      'Pas encore décidé : D-016: Build the 2027 path with two teams. Responsable : Priya Nair',
    ],
    [
      'es',
      'D-014: Lo que necesito: una opinión, a más tardar el lun 16 nov, 17:00 New York (22:00 London).',
      'Aún sin decidir: D-016: Build the 2027 path with two teams. Responsable: Priya Nair',
    ],
  ])('in %s', (language, need, undecided) => {
    const facts = [open(14), request(14, MARCUS), open(16, { informed: [MARCUS] }), decided];
    const text = recapOf({ facts, language }).marcus.text.replaceAll('\u00A0', ' ');
    expect(text).toContain(need);
    expect(text).toContain(undecided);
    expect(unkindWords(text, language)).toEqual([]);
  });

  test('counts as core where it is asked, and not where it is only told', () => {
    for (const language of LANGUAGES) {
      const counts = (...facts: readonly Fact[]) => {
        const { marcus } = recapOf({ facts: [decided, ...facts], language });
        return recapWords(marcus.text, language);
      };
      const plain = counts();
      const asked = counts(open(14), request(14, MARCUS));
      const told = counts(open(14, { informed: [MARCUS] }));
      expect(asked.core).toBeGreaterThan(plain.core);
      expect(told.core).toBe(plain.core);
      expect(told.whole).toBeGreaterThan(plain.whole);
    }
  });

  test.each<[string, readonly Fact[], boolean]>([
    ['an answer to it was noted', [open(14), request(14, MARCUS), answer(14, MARCUS, 'talk')], false],
    ['they wrote back, and nobody noted what', [open(14), request(14, MARCUS), wrote(14, MARCUS)], false],
    ['it was asked of somebody else', [open(14), request(14, DANA)], false],
    ['the mail never went', [open(14), request(14, MARCUS, { step: 'taken-back' })], false],
    ['it was decided meanwhile', [decision(14), request(14, MARCUS, { askedAt: 0 })], false],
    ['it waits', [open(14), request(14, MARCUS)], true],
  ])('%s: %#', (_, facts, asked) => {
    const { marcus } = recapOf({ facts });
    expect(marcus.text.includes('What I need from you')).toBe(asked);
  });

  test('whose time is over asks for no day any more, and says nothing of silence', () => {
    const { marcus } = recapOf({ facts: [open(14), request(14, MARCUS, { deadline: NOW })] });
    expect(marcus.text).toContain('What I need from you: your view still helps.');
    expect(marcus.subject).toBe('INPUT: Build the 2027 path with two teams');
  });

  test('is not told again by the next recap, unless it was asked again', () => {
    const told = recap({
      ...{ id: 'x1', occurrence: 'S1/2026-11-10', decisions: [], questions: ['decision-14'] },
      sentAt: at('2026-11-10T17:00:00Z'),
    });
    const facts = [open(14), request(14, MARCUS)];
    expect(recapOf({ facts, recaps: [told] }).marcus.questions).toEqual([]);
    const again = request(14, MARCUS, { id: 'r2', mailKey: 'k2', askedAt: at('2026-11-11T09:00:00Z') });
    expect(recapOf({ facts: [...facts, again], recaps: [told] }).marcus.questions).toEqual(['decision-14']);
  });

  test('that only concerns somebody says who decides it, since they were last there', () => {
    const before = at('2026-11-08T12:00:00Z');
    const old = open(13, { informed: [DANA], recordedAt: before, decidedAt: before });
    const facts = [old, open(14, { informed: [DANA] }), request(14, MARCUS), decided];
    const { dana } = recapOf({ facts });
    expect(dana.text).toContain(
      'Not decided yet: D-014: Build the 2027 path with two teams. Owner: Priya Nair\n\nNext:',
    );
    expect(dana.text).toContain('I need nothing from you');
    // Who was asked is nobody's business.
    expect(dana.text).not.toContain('Marcus Hale');
    expect(dana.questions).toEqual(['decision-14']);
  });

  test('stays out of one mail to all, unless it concerns them all; nobody reads who was asked', () => {
    const facts = [open(14), request(14, MARCUS), open(16, { informed: [MARCUS, DANA] }), decided];
    const people = [MARCUS, DANA].map((who) => judgedPerson(who, { outcome: null }));
    const missed = { outcome: 'cancelled-short-notice', oneToOne: false, people } as const;
    const lineage = judgedLineage([judgedOccurrence('2026-11-11', missed)]);
    const histories = decisionHistories(facts, NOW);
    const decisions = standingAmong(histories);
    const basis = { owner: PRIYA, lineage, decisions, recaps: [], histories };
    const { letters } = prepareRecap(basis, WED, NOW, { together: true });
    expect(letters.map(({ questions }) => questions)).toEqual([['decision-16']]);
    expect(letters[0]?.text).not.toContain('D-014');
  });

  test('comes with two more at most, the most urgent first, each on a line', () => {
    const facts = [11, 12, 13, 14].flatMap((number) => [
      open(number),
      request(number, MARCUS, { deadline: DEADLINE - number }),
    ]);
    const { marcus } = recapOf({ facts });
    expect(marcus.questions).toEqual(['decision-14', 'decision-13', 'decision-12']);
    expect(marcus.text).toMatch(/\nD-014: What I need.*\nD-013: What I need.*\nD-012: What I need/);
    expect(marcus.names).toEqual(['D-014.1', 'D-013.1', 'D-012.1']);
  });

  test('keeps its form whatever was typed', () => {
    const text = `<script>alert(1)</script>\r\nBcc: all@example.com ${'x'.repeat(400)}`;
    const { marcus } = recapOf({ facts: [open(14, { text }), request(14, MARCUS)] });
    expect(marcus.subject.length).toBeLessThanOrEqual(60);
    const { html } = messageOf(marcus, PRIYA);
    expect(html).not.toMatch(/<script/i);
    expect(recapWords(marcus.text, 'en').core).toBeLessThan(125);
  });
});
