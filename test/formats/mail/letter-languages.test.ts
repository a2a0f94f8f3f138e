import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { LANGUAGE_ROWS, LANGUAGES, type Language } from '../../../src/domain/language';
import { unkindWords } from '../../../src/domain/words';
import { wordCount } from '../../../src/formats/mail/recap-length';
import { MAILS, type MailName, mailsIn } from './mails';

/** The most that is read, by kind: a digest tells several decisions, each with answers of its own (13.6). */
const LONGEST: Readonly<Record<MailName, number>> = {
  ...{ recap: 200, view: 200, digest: 250, question: 200, together: 200 },
  ...{ proposal: 135, note: 135, invitation: 135, before: 135, 'heads-up': 135 },
  ...{ 'offer-of-times': 135, talk: 135, 'when-to-talk': 80 },
  ...{ 'catch-up': 250, 'once-more': 135, 'question-again': 210 },
};

describe.each(LANGUAGES)('The mails to other people in %s', (language) => {
  const mails = mailsIn(language);

  test('say, letter by letter, what somebody who speaks it has read', async () => {
    const all = MAILS.map((name) => `=== ${name}: ${mails[name].subject}\n\n${mails[name].text}\n`);
    await expect(all.join('\n')).toMatchFileSnapshot(`../letters/${language}.txt`);
  });

  test.each(MAILS)('%s is short, and has no word that reads as blame (8)', (name) => {
    const { subject, text } = mails[name];
    expect(subject.length).toBeLessThanOrEqual(60);
    expect(wordCount(text)).toBeLessThanOrEqual(LONGEST[name]);
    expect(unkindWords(`${subject} ${text}`, language)).toEqual([]);
  });

  test('an unkind word that somebody adds is pointed out in their language', () => {
    const { unkind } = LANGUAGE_ROWS[language];
    expect(unkind.length > 0 || language === 'en').toBe(true);
    for (const word of ['never', ...unkind])
      expect(unkindWords(`${mails.question.text} ${word}`, language)).toEqual([word]);
  });
});

/** How each language but English addresses a person; a sentence for everybody does without. */
const ADDRESSED: Readonly<Record<Exclude<Language, 'en'>, RegExp>> = {
  de: /\b(?:du|dich|dir|deine?[mnrs]?|Sie|Ihnen|Ihre?[mnrs]?)\b/,
  fr: /(?:^|[\s’(])(?:tu|te|toi|ton|ta|tes|vous|votre|vos)(?=[\s.,?!)])/i,
  es: /(?:^|\s)(?:tú|te|ti|tus?|usted|ustedes)(?=[\s.,?!)])/i,
};
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

describe.each(OTHERS)('The letters in %s', (language) => {
  test('address nobody in a way that is theirs to choose (du or Sie, tu or vous)', () => {
    for (const { subject, text } of Object.values(mailsIn(language))) {
      expect(`${subject}\n${text}`.match(ADDRESSED[language]), text).toBeNull();
    }
  });

  test('take nothing from the English letters but the names people gave', () => {
    const english = Object.values(mailsIn('en')).flatMap(({ text }) => text.split('\n'));
    const own = /Build the 2027|^$|example\.com|^- (?:pricing|vendors|wording)|^Priya(?: Nair)?$|^D-0\d\d: /;
    const taken = new Set(english.filter((line) => !own.test(line)));
    for (const { text } of Object.values(mailsIn(language))) {
      expect(text.split('\n').filter((line) => taken.has(line))).toEqual([]);
    }
  });
});

/** What a mail program makes of the HTML where it shows plain text: rows are paragraphs, keys stand in brackets. */
function readAsText(html: string): string {
  let text = '';
  let depth = 0;
  for (const [piece] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (piece.startsWith('<table')) depth++;
    else if (piece === '</table>') depth--;
    else if (piece === '<br>') text += '\n';
    else if (piece === '</tr>') text += depth === 1 ? '\n\n' : '';
    else if (piece.startsWith('<td') && depth === 2) text += ' ';
    else if (!piece.startsWith('<')) text += piece.replace(/\n/g, '');
  }
  return text.replace(
    /&#39;|&quot;|&lt;|&gt;|&amp;/g,
    (sign) => ({ '&#39;': "'", '&quot;': '"', '&lt;': '<', '&gt;': '>' })[sign] ?? '&',
  );
}

/** Answers are keys in the one and stand in brackets in the other; spaces are as wide as they are. */
const plain = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

describe('The text a person copies', () => {
  test('is what the mail says as HTML, line by line, whatever people wrote and in every language', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '<b>x</b> & "y"',
        '[OK] [Nope]',
        'Why: http://x.y/?a=1&b=2',
        '&amp;lt;',
        "D-014: [I see a problem]'",
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), odd, odd, odd, (language, title, words, name) => {
        for (const { text, html } of Object.values(mailsIn(language, { title, words, name }))) {
          expect(plain(readAsText(html))).toEqual(plain(text));
        }
      }),
      { numRuns: 40 },
    );
  });
});
