import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { LANGUAGES } from '../../../src/domain/language';
import type { RecapInput } from '../../../src/formats/mail/recap-body';
import { wordCount } from '../../../src/formats/mail/recap-length';
import { composeRecap, recapText } from '../../../src/formats/mail/recap-text';
import { request } from '../../domain/builders/consult-facts';
import { at, decision, judgedOccurrence, MARCUS, PRIYA } from '../judged';

const NOW = at('2026-11-11T16:00:00Z');
const mail = (more: Partial<RecapInput>) => {
  const body = composeRecap({
    occurrence: judgedOccurrence('2026-11-11', { outcome: 'not-held-no-message' }),
    ...{ title: 'Priya/Marcus daily sync', recipients: [MARCUS], decisions: [], owner: PRIYA },
    ...{ ownerZone: 'Europe/London', next: judgedOccurrence('2026-11-12'), language: 'en', now: NOW },
    ...more,
  });
  const text = recapText(body);
  return { subject: body.subject, first: text.split('\n')[0] ?? '', text };
};
const told = (number: number, text: string, more: Parameters<typeof decision>[1] = {}) =>
  decision(number, { occurrence: 'S1/2026-11-11', text, decidedAt: NOW - 60_000 + number, ...more });
const asked = (number: number, text: string, deadline = at('2026-11-16T22:00:00Z')) => ({
  decision: told(number, text, { proposed: true }),
  request: request({ person: MARCUS, deadline, askedAt: NOW - 1 }),
});

describe('13.6 What the inbox shows', () => {
  test('is first what needs the reader, within that the widest reach, within that the newest', () => {
    const [small, teams, large] = [
      told(13, 'Rename a button'),
      told(12, 'One form for two teams', { reach: 'other-teams' }),
      told(11, 'Order on the shared catalogue in 2027', { reach: 'large' }),
    ];
    const first = (more: Partial<RecapInput>) => mail(more).first;
    expect(first({ decisions: [small, told(14, 'Tea'), told(10, 'Coffee')] })).toBe('Decided: Tea');
    expect(first({ decisions: [small, teams, large] })).toBe(
      'Decided: Order on the shared catalogue in 2027',
    );
    expect(first({ decisions: [small, teams] })).toBe('Decided: One form for two teams');
    const questions = [asked(9, 'Which vendor?')];
    expect(first({ decisions: [small, teams, large], questions })).toBe('Before I decide: Which vendor?');
    const views = new Map([[small.id, '2026-11-16']]);
    expect(first({ decisions: [small, teams, large], views })).toBe('Decided: Rename a button');
    expect(first({ decisions: [large, small], questions, views: new Map([[large.id, null]]) })).toBe(
      'Before I decide: Which vendor?',
    );
  });

  test('names in the subject what matters most, by when it needs them, and how many others there are', () => {
    const decisions = [told(12, 'Rename a button'), told(13, 'Move a form')];
    expect(mail({ decisions }).subject).toBe('INFO: Move a form and 1 more');
    const view = (until: string | null) => new Map([['decision-12', until]]);
    expect(mail({ decisions, views: view('2026-11-16') }).subject).toBe(
      'INPUT by Mon 16 Nov: Rename a button and 1 more',
    );
    expect(mail({ decisions, views: view(null) }).subject).toBe('INPUT: Rename a button and 1 more');
    const undecided = { decision: told(14, 'Open matter', { proposed: true }), request: null };
    expect(mail({ questions: [undecided] }).subject).toBe('INFO: Open matter');
    expect(mail({ decisions, questions: [undecided] }).subject).toBe('INFO: Move a form and 2 more');
  });

  test.each(LANGUAGES)('never names the meeting that did not take place (%s)', (language) => {
    for (const outcome of ['not-held-no-message', 'cancelled-after-start', 'excluded-own-absence'] as const) {
      const occurrence = judgedOccurrence('2026-11-11', { outcome });
      for (const decisions of [[], [told(12, 'Rename a button')]]) {
        const { subject, first } = mail({ occurrence, decisions, language });
        expect(`${subject} ${first}`).not.toMatch(/sync|11/);
      }
    }
  });

  test('has at most thirty words, and what found no room stands whole below', () => {
    const long = `${'word '.repeat(60)}end`;
    const { first, text } = mail({ decisions: [told(12, long)] });
    expect(wordCount(first)).toBe(30);
    expect(first.endsWith('…')).toBe(true);
    expect(text).toContain(`\n\nD-012: ${long}\n`);
    const short = mail({ decisions: [told(12, 'Rename a button')] });
    expect(short.text.match(/Rename a button/g)).toHaveLength(1);
  });

  test('has at most thirty words, and a subject of sixty signs, whatever was written, in every language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES),
        fc.array(fc.lorem({ maxCount: 90 }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (language, texts, asks) => {
          const decisions = texts.map((text, at) => told(at + 1, text));
          const views = new Map(asks ? decisions.map(({ id }) => [id, '2026-11-16'] as const) : []);
          const { subject, first } = mail({ decisions, views, language });
          expect(wordCount(first)).toBeLessThanOrEqual(30);
          expect(subject.length).toBeLessThanOrEqual(60);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('tells in its block when it is looked at again, while that is to come', () => {
    const looked = (revisitOn: string) => mail({ decisions: [told(12, 'Tea', { revisitOn })] }).text;
    expect(looked('2026-12-07')).toContain('Owner: Dana Ortiz. We look at it again on Mon 7 Dec.');
    expect(looked('2026-11-10')).toContain('Owner: Dana Ortiz\n');
  });

  test('from the eighth matter on has a line each, with answers all the same', () => {
    const questions = [1, 2, 3].map((number) => asked(number, `Question ${number}?`));
    const decisions = [4, 5, 6, 7, 8].map((number) => told(number, `Matter ${number}`));
    const { text } = mail({ questions, decisions });
    expect(text).toContain("\n\nD-004: Matter 4. Reply: [OK] [Let's talk first] [I see a problem]\n\n");
    expect(text).toContain('\n\nD-005: Matter 5\nWhy: ');
  });
});
