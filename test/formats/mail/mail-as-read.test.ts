import { describe, expect, test } from 'vitest';

import { LANGUAGES } from '../../../src/domain/language';
import { WORDS } from '../../../src/formats/languages/registered';
import { mailAsRead } from '../../../src/formats/mail/mail-as-read';
import { MAILS, mailsIn } from './mails';

const WITH_ANSWERS = ['recap', 'view', 'digest', 'question', 'together'] as const;

describe.each(LANGUAGES)('A mail on screen, in %s', (language) => {
  const mails = mailsIn(language);
  const { fine, talk, problem } = WORDS[language].recap.answers;

  test('says line by line what goes', () => {
    for (const name of MAILS) {
      const { paragraphs } = mailAsRead(mails[name].text, language, true);
      const said = paragraphs
        .map((lines) =>
          lines
            .map(({ lead, text, answers }) =>
              [lead, text, ...answers.map((one) => `[${one}]`)].join(' ').trim(),
            )
            .join('\n'),
        )
        .join('\n\n');
      expect(said.replace(/ +/g, ' ')).toBe(mails[name].text.replace(/ +/g, ' '));
    }
  });

  test('has its answers as something to press, and no marker', () => {
    for (const name of WITH_ANSWERS) {
      const lines = mailAsRead(mails[name].text, language, true).paragraphs.flat();
      const answers = lines.map((one) => one.answers).filter(({ length }) => length > 0);
      expect(answers).toEqual(Array.from({ length: name === 'digest' ? 4 : 1 }, () => [fine, talk, problem]));
      expect(lines.map(({ lead, text }) => lead + text).join(' ')).not.toMatch(/[[\]]/);
    }
  });

  test('begins in the inbox with its matter, in one line', () => {
    const { inbox } = mailAsRead(mails.view.text, language, true);
    expect(inbox.startsWith(mails.view.text.split('\n')[0] ?? '')).toBe(true);
    expect(inbox).not.toContain('\n');
    expect(inbox.length).toBeLessThanOrEqual(200);
  });
});

test('Brackets that are no answer stay brackets, also where there is nothing to answer', () => {
  const answersOf = (text: string, hasAnswers = true) =>
    mailAsRead(text, 'en', hasAnswers).paragraphs[0]?.[0];
  expect(answersOf('See [1] [2]')).toEqual({ lead: '', text: 'See [1] [2]', answers: [] });
  expect(answersOf('Reply: [OK] [Later]')).toMatchObject({ text: '[OK] [Later]', answers: [] });
  expect(answersOf('Reply: [OK] [I see a problem]', false)).toMatchObject({ answers: [] });
  expect(answersOf('Reply: [OK] [I see a problem]')).toEqual({
    lead: 'Reply:',
    text: '',
    answers: ['OK', 'I see a problem'],
  });
});
