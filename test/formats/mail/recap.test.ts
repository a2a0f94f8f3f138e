import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionName } from '../../../src/domain/facts/decided/decision';
import type { Outcome, PersonOutcome } from '../../../src/domain/facts/things/outcomes';
import { LANGUAGES } from '../../../src/domain/language';
import type { RecapInput } from '../../../src/formats/mail/recap-body';
import { plainTextToHtml } from '../../../src/formats/mail/recap-html';
import { recapWords, wordCount } from '../../../src/formats/mail/recap-length';
import { composeRecap, recapText } from '../../../src/formats/mail/recap-text';
import { at, decision, judgedOccurrence, judgedPerson, MARCUS, PRIYA, person } from '../judged';
import { tagsOf, textIn, unsafeIn } from '../tags';

const input = (more: Partial<RecapInput> = {}, outcome: Outcome = 'cancelled-short-notice'): RecapInput => ({
  occurrence: judgedOccurrence('2026-10-29', { outcome }),
  title: 'Priya/Marcus daily sync',
  recipients: [MARCUS],
  decisions: [decision(11)],
  owner: PRIYA,
  ownerZone: 'Europe/London',
  next: judgedOccurrence('2026-11-02'),
  language: 'en',
  ...more,
});
const textOf = (more: Partial<RecapInput> = {}, outcome?: Outcome): string =>
  recapText(composeRecap(input(more, outcome)));
/** What stands behind the last semicolon: half a sentence about the meeting. */
const endOf = (outcome: Outcome, more: Partial<RecapInput> = {}): string => {
  const text = textOf(more, outcome);
  return text.slice(text.lastIndexOf('; ') + 2);
};
const subjectOf = (more: Partial<RecapInput>): string => composeRecap(input(more)).subject;

/** As it goes: HTML of the text, with the answers as links. */
const htmlOf = (more: Partial<RecapInput> = {}): string => {
  const body = composeRecap(input(more));
  const to = { address: (more.owner ?? PRIYA).address, names: body.told.map(decisionName) };
  return plainTextToHtml(recapText(body), body.language, { language: body.language, to });
};
const hrefsIn = (html: string) => tagsOf(html).flatMap((tag) => tag.attributes.href ?? []);

describe('a recap', () => {
  test('13.6 says in a fixed order what was decided, what is needed, why, how to answer, and of the meeting half a sentence', () => {
    const body = composeRecap(input({ recipientZone: 'America/New_York' }));
    expect(body.subject).toBe('INFO: Address lookup: vendor B');
    const text = recapText(body);
    expect(text).toBe(`Decided: Address lookup: vendor B

Hi Marcus,
I need nothing from you; this is for your information.
If you see a problem, a line from you is enough and we look at it again.

Why: B covers all 9 countries; A covers 6.

Owner: Dana Ortiz

Reply: [OK] [Let's talk first] [I see a problem]

Next: Priya/Marcus daily sync, Mon 2 Nov, 15:00 London (10:00 New York).

D-011, decided Thu 29 Oct, noted by Priya Nair; our sync on Thu 29 Oct did not take place`);
    expect(recapWords(text, 'en')).toEqual({ core: 34, whole: 86 });
  });

  test('7.2 with all there is to say stays short: options with their reasons, impact, until when it is easy to undo', () => {
    const full = decision(11, {
      text: 'For the checkout team, facing 4 % failed addresses, we chose vendor B over A and in-house, to launch by 1 Dec, accepting €300 a month more.',
      options: [
        { option: 'A', notChosen: 'coverage' },
        { option: 'in-house', notChosen: '8 weeks' },
        { option: 'wait', notChosen: '' },
        { option: 'a fourth', notChosen: 'not among the three' },
      ],
      impact: { people: '', money: '€300 a month more', dates: 'launch by 1 Dec' },
      undoUntil: '2026-11-02',
      consulted: [person('Sam Okafor')],
      informed: [person('Wei Chen')],
      why: 'B covers all 9 countries; A covers 6.\nIts tests are green.\nA third reason.',
    });
    const text = textOf({ decisions: [full] });
    for (const line of [
      'If you see a problem, a line by Mon 2 Nov is early enough to change it at no cost.',
      'Why:\nB covers all 9 countries; A covers 6.\nIts tests are green.\n\n',
      'Not chosen: A (coverage), in-house (8 weeks), wait\n',
      'Impact: €300 a month more; launch by 1 Dec\n',
      'Owner: Dana Ortiz. Easy to undo until Mon 2 Nov.\n',
      'D-011, decided Thu 29 Oct, noted by Priya Nair; heard before: Sam Okafor; should hear: Wei Chen; our sync on Thu 29 Oct did not take place',
    ]) {
      expect(text).toContain(line);
    }
    expect(recapWords(text, 'en')).toEqual({ core: 59, whole: 144 });
  });

  test('without any decision is short and says so', () => {
    expect(textOf({ decisions: [], next: null })).toBe(`Hi Marcus,

Nothing was decided; nothing is needed from you.

Noted by Priya Nair; our sync on Thu 29 Oct did not take place`);
    expect(subjectOf({ decisions: [] })).toBe('INFO: Nothing new, nothing needed');
    expect(composeRecap(input({ decisions: [] }, 'held')).subject).toBe(
      'INFO: Priya/Marcus daily sync Thu 29 Oct',
    );
  });

  test('13.6 with several decisions has each under its number, the newest first, with answers of its own', () => {
    const two = { decisions: [decision(11), decision(14, { text: 'Launch on 1 Dec', why: '' })] };
    expect(textOf(two)).toContain(`Decided: Launch on 1 Dec

Hi Marcus,
I need nothing from you; this is for your information.
If you see a problem, a line from you is enough and we look at it again.

D-014: Launch on 1 Dec
Owner: Dana Ortiz
Reply: [OK] [Let's talk first] [I see a problem]

D-011: Address lookup: vendor B
Why: B covers all 9 countries; A covers 6.
Owner: Dana Ortiz
Reply: [OK] [Let's talk first] [I see a problem]

Next:`);
    expect(hrefsIn(htmlOf(two)).map((href) => new URL(href).searchParams.get('subject'))).toEqual([
      ...['OK [D-014]', "Let's talk first [D-014]", 'I see a problem [D-014]'],
      ...['OK [D-011]', "Let's talk first [D-011]", 'I see a problem [D-011]'],
    ]);
    expect(subjectOf(two)).toBe('INFO: Launch on 1 Dec and 1 more');
  });

  test('of many decisions tells the newest five, says how many wait, and claims to have told no more', () => {
    const body = composeRecap(
      input({ decisions: Array.from({ length: 12 }, (_, index) => decision(index + 1)) }),
    );
    expect(body.told.map(({ number }) => number)).toEqual([12, 11, 10, 9, 8]);
    expect(recapText(body)).toContain('\n\n7 more in my next mail, or ask me.\n');
    expect(body.subject).toBe('INFO: Address lookup: vendor B and 4 more');
    expect(recapWords(recapText(body), 'en').whole).toBeLessThanOrEqual(220);
  });

  test('names both clocks where they differ, and the day where that differs too', () => {
    const late = {
      next: judgedOccurrence('2026-11-02', { effective: { start: at('2026-11-02T23:30:00Z'), end: 0 } }),
    };
    expect(textOf({ ...late, recipientZone: 'Asia/Kolkata' })).toContain(
      'Mon 2 Nov, 23:30 London (Tue 3 Nov, 05:00 Kolkata)',
    );
    expect(textOf({ ...late, recipientZone: 'Europe/Lisbon' })).toContain('Mon 2 Nov, 23:30 London.\n');
    expect(textOf({ ...late, recipientZone: 'Nowhere/At all' })).not.toContain('NaN');
  });

  test.each<[Outcome, string]>([
    ['not-held-no-message', 'we did not get to talk on Thu 29 Oct'],
    ['not-held-apologies-short-notice', 'we did not get to talk on Thu 29 Oct'],
    ['cancelled-with-notice', 'our sync on Thu 29 Oct did not take place'],
    ['excluded-away', 'our sync on Thu 29 Oct was while you were away'],
    ['excluded-holiday', 'our sync on Thu 29 Oct was while you were away'],
    ['excluded-own-absence', 'I could not be at our sync on Thu 29 Oct'],
    ['excluded-agreed-skip', 'we skipped our sync on Thu 29 Oct, as agreed'],
    ['held', 'about our sync on Thu 29 Oct'],
    ['superseded', 'our sync on Thu 29 Oct was moved'],
    ['not-recorded', 'about our sync on Thu 29 Oct'],
  ])('13.6 of an occurrence that is %s says so once, at the end', (outcome, words) => {
    expect(endOf(outcome)).toBe(words);
    expect(textOf({}, outcome).split('Thu 29 Oct')).toHaveLength(3);
  });

  test('says today on the same day only', () => {
    const now = (time: string) => ({ decisions: [], now: at(time) });
    expect(endOf('not-held-no-message', now('2026-10-29T15:20:00Z'))).toBe('we did not get to talk today');
    expect(endOf('not-held-no-message', now('2026-10-30T09:00:00Z'))).toBe(
      'we did not get to talk on Thu 29 Oct',
    );
  });

  test.each<[PersonOutcome, RegExp]>([
    ['away', /was while you were away$/],
    ['apologies-short-notice', /thanks for letting me know$/],
  ])('to somebody %s says so only where it is true of every recipient', (outcome, words) => {
    const people = [
      judgedPerson(MARCUS, { outcome }),
      judgedPerson(person('Sam Okafor'), { outcome: 'not-recorded' }),
    ];
    const occurrence = judgedOccurrence('2026-10-29', { people, outcome: 'held' });
    expect(endOf('held', { occurrence })).toMatch(words);
    expect(endOf('held', { occurrence, recipients: people.map((one) => one.person) })).not.toMatch(words);
  });

  test('never says an unkind word, whatever happened', () => {
    for (const outcome of [
      'not-held-no-message',
      'cancelled-after-start',
      'held-part',
      'excluded-away',
    ] as const) {
      for (const decisions of [[], [decision(11)]]) {
        expect(textOf({ decisions }, outcome)).not.toMatch(
          /missed|no-show|always|never|ignored|failed|absent|excuse/i,
        );
      }
    }
  });
});

describe('the subject', () => {
  test('is the decision where it can be read whole, else its topic', () => {
    const [one] = input().decisions;
    if (one === undefined) throw new Error('The example has no decision');
    const long = {
      ...one,
      topic: 'Launch',
      text: 'For the launch, facing two open defects in the address form, we ship',
    };
    expect(subjectOf({ decisions: [long] })).toBe('INFO: Launch');
    expect(subjectOf({ decisions: [{ ...long, text: 'Ship in two steps' }] })).toBe(
      'INFO: Ship in two steps',
    );
  });

  test('stays within sixty signs and on one line, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme' }),
        fc.nat(3),
        (words, title, count) => {
          const text = `${words}\r\nBcc: somebody@else.example ${words.repeat(20)}`;
          const decisions = Array.from({ length: count }, (_, index) => decision(index + 1, { text }));
          const subject = subjectOf({ decisions, title: title.repeat(40) });
          expect(subject.length).toBeLessThanOrEqual(60);
          expect(subject).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
        },
      ),
    );
  });

  test('is cut between words', () => {
    const text = 'Use the same address lookup in all nine countries and in the shop too';
    expect(subjectOf({ decisions: [decision(1, { text })] })).toBe(
      'INFO: Use the same address lookup in all nine countries…',
    );
  });
});

describe('counting words', () => {
  test('counts what a reader reads, not the addresses behind links', () => {
    expect(wordCount("It's 3 – words\nOK: mailto:a@b.example?subject=x%20y — https://example.com/a")).toBe(4);
  });

  test('the core ends where the reasons begin, in every language', () => {
    for (const language of LANGUAGES) {
      const text = textOf({ language });
      const [before = ''] = text.split('\n\n').filter((one) => one.includes('9 countries'));
      expect(recapWords(text, language).core).toBe(wordCount(text.slice(0, text.indexOf(before))));
    }
  });
});

describe('the HTML', () => {
  test('is a table with language and direction, its colours set on both sides', () => {
    const [table] = tagsOf(htmlOf());
    expect(table).toMatchObject({
      name: 'table',
      attributes: { lang: 'en', dir: 'ltr', role: 'presentation' },
    });
    for (const { attributes } of tagsOf(htmlOf()).filter((tag) => tag.name === 'td')) {
      expect(attributes.style).toMatch(/background-color:#\w{6};/);
      expect(attributes.bgcolor).toBeDefined();
    }
  });

  test('has a key for each answer, made of the words in brackets', () => {
    expect(hrefsIn(htmlOf()).map((href) => new URL(href).searchParams.get('subject'))).toEqual([
      'OK [D-011]',
      "Let's talk first [D-011]",
      'I see a problem [D-011]',
    ]);
    expect(textIn(htmlOf())).not.toContain('[OK]');
  });

  test.each<[string, string[]]>([
    ['Reply: [OK] or [I see a problem], please', ['OK', 'I see a problem']],
    ['[ok]', ['OK']],
    ['Reply: [OK] [Let’s talk first] [I see a problem]', ['OK', "Let's talk first", 'I see a problem']],
    ['Reply: [OK] [Later] [I see a problem]', ['OK', 'I see a problem']],
    ['[OK [I see a problem', []],
    ['OK, I see a problem', []],
  ])('of %j as somebody edited it the answers are %j', (text, answers) => {
    const html = plainTextToHtml(text, 'en', {
      language: 'en',
      to: { address: PRIYA.address, names: ['D-007'] },
    });
    expect(hrefsIn(html).map((href) => new URL(href).searchParams.get('subject'))).toEqual(
      answers.map((one) => `${one} [D-007]`),
    );
    expect(unsafeIn(html)).toEqual([]);
  });

  test('leads in bold, with what was typed after it plain, and the numbers at the end small', () => {
    expect(htmlOf()).toContain('<b>Decided:</b> Address lookup: vendor B<');
    expect(htmlOf()).toMatch(/font-size:12px[^>]*>D-011, decided/);
  });

  test('made from an edited text keeps its paragraphs, lines and web addresses', () => {
    const html = plainTextToHtml('One <b>\r\ntwo & "three"\r\n\r\n\r\nsee https://example.com/?a=1&b=2.\n');
    expect(
      tagsOf(html)
        .map((tag) => tag.name)
        .join(' '),
    ).toBe('table tbody tr td br /td /tr tr td a /a /td /tr /tbody /table');
    expect(textIn(html).trim().split('\n')).toEqual([
      'One <b>two & "three"',
      'see https://example.com/?a=1&b=2.',
    ]);
  });

  test('of right-to-left words runs right to left', () => {
    expect(tagsOf(plainTextToHtml('שלום Marcus'))[0]?.attributes.dir).toBe('rtl');
  });

  test('has no markup but ours, whatever was typed anywhere', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' style='x",
        'x: mailto:"><b>',
        'http://"onmouseover=alert(1)',
        'javascript:alert(1)',
        '</td></table><iframe>',
        '\0<a\0>',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (text, name, address) => {
        const who = { ...person(name), name, address };
        const body = composeRecap(
          input({
            title: text,
            recipients: [who],
            decisions: [decision(1, { text, why: name, accountable: who })],
            owner: { ...PRIYA, name, address },
            recipientZone: text,
          }),
        );
        const to = { address, names: ['D-001'] };
        expect(unsafeIn(plainTextToHtml(recapText(body), 'en', { language: 'en', to }))).toEqual([]);
        expect(unsafeIn(plainTextToHtml(recapText(body)))).toEqual([]);
        expect(unsafeIn(plainTextToHtml(`${text}\n${name}\n\n${address}`, text))).toEqual([]);
      }),
    );
  });
});
