import { caniemail, rawData } from 'caniemail';
import { describe, expect, test } from 'vitest';

import { LANGUAGES, type Language } from '../../src/domain/language';
import { plainTextToHtml } from '../../src/formats/recap-html';
import { composeRecap, recapText } from '../../src/formats/recap-text';
import { decision, judgedOccurrence, MARCUS, PRIYA } from './judged';
import { tagsOf } from './tags';

/** A recap with everything in it, as it goes. */
function mailIn(language: Language): string {
  const full = {
    options: [{ option: 'A', notChosen: 'coverage' }],
    impact: { people: 'two teams', money: '€300 a month', dates: '1 Dec' },
    undoUntil: '2026-11-02',
    why: 'See https://example.com/vendors.\nB covers all 9 countries.',
  };
  const body = composeRecap({
    occurrence: judgedOccurrence('2026-10-29', { outcome: 'cancelled-short-notice' }),
    title: 'Daily sync',
    recipients: [MARCUS],
    decisions: [decision(11, full)],
    owner: PRIYA,
    ownerZone: 'Europe/London',
    next: judgedOccurrence('2026-11-02'),
    language,
  });
  const to = { address: PRIYA.address, names: ['D-011'] };
  return plainTextToHtml(recapText(body), language, { language, to });
}

const CLIENTS = [
  'outlook.windows',
  'outlook.macos',
  'outlook.ios',
  'outlook.android',
  'gmail.desktop-webmail',
  'gmail.ios',
  'gmail.android',
  'gmail.mobile-webmail',
  'apple-mail.macos',
  'apple-mail.ios',
] as const;

/**
 * What a mail program does with a part of what we use, and why that harms nobody. `<body>` is not ours: the parser
 * of the checker adds it.
 */
const HARMLESS: readonly RegExp[] = [
  /^<body> element/,
  // On cells alone, which is the only place where we have it.
  /^padding .*Only supported on table cells.*Vertical padding will be the same/,
  // Colours only.
  /^background .*Only `background-color`/,
  // Pixels, never rem.
  /^font-size .*`rem` values/,
  // Said with `mso-line-height-rule:exactly`.
  /^line-height .*Use `mso-line-height-rule:exactly`/,
  // Not used: the checker takes it for `line-height`.
  /^height property /,
  // One pixel, on cells.
  /^border .*bigger than 8px/,
  // One value, `underline` or `none`.
  /^text-decoration .*(multiple values|non Google accounts)/,
  // On a table alone; where it does nothing the mail is as wide as its window.
  /^max-width .*(Only works on `<table>`|Doesn't work on `<table>`)/,
  // The whole width, of a table.
  /^width (attribute|property) /,
  // On no link; and a whole mail is of one direction.
  /^dir attribute .*(Buggy on anchor|entire email)/,
  // `left`, which is what it is anyway, and on cells.
  /^align attribute .*`left` and `right` do not work on `<table>`/,
];

describe('The mail in the mail programs people have, after the data of caniemail', () => {
  test.each(LANGUAGES)(
    'in %s uses nothing that one of them does not know, and nothing half known that shows',
    (language) => {
      const { issues } = caniemail({ clients: [...CLIENTS], html: mailIn(language) });
      const found = [...issues.errors, ...issues.warnings].flatMap(([client, list]) =>
        list.map(({ title, notes }) => ({ client, said: `${title} ${notes.join(' ')}`.trim() })),
      );
      const open = found.filter(({ said }) => !HARMLESS.some((one) => one.test(said)));
      expect(open.map(({ client, said }) => `${client}: ${said}`)).toEqual([]);
    },
  );

  test('a mail with what Word does not know is found out', () => {
    const html = mailIn('en').replace('<tbody>', '<tbody style="display:flex">');
    const { issues } = caniemail({ clients: ['outlook.windows'], html });
    expect([...issues.errors].flatMap(([, list]) => list.map(({ title }) => title))).toContain(
      'display:flex',
    );
  });

  test('new Outlook and outlook.com know every property and attribute in it', () => {
    const tags = tagsOf(mailIn('en'));
    const properties = tags.flatMap(({ attributes }) =>
      (attributes.style ?? '').split(';').map((one) => `css-${one.split(':')[0]?.trim()}`),
    );
    const attributes = tags.flatMap((tag) => Object.keys(tag.attributes).map((one) => `html-${one}`));
    const used = new Set([...properties, ...attributes]);
    const known = rawData.data.filter(({ slug }) => used.has(slug));
    expect(known.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining([
        'css-background-color',
        'css-border',
        'css-font-size',
        'css-padding',
        'html-lang',
      ]),
    );
    const outlookCom = known.map(({ slug, stats }) => {
      const versions = Object.values(stats.outlook?.['outlook-com'] ?? {});
      return [slug, versions.at(-1)?.[0]];
    });
    expect(outlookCom.filter(([, support]) => support !== 'y')).toEqual([]);
  });

  test('padding stands on cells alone, line heights are exact, and nothing is loaded', () => {
    for (const { name, attributes } of tagsOf(mailIn('en'))) {
      if (name !== 'td') expect(attributes.style ?? '').not.toContain('padding');
      if (attributes.style?.includes('line-height')) {
        expect(attributes.style).toContain('mso-line-height-rule:exactly');
      }
      expect(['table', 'tbody', 'tr', 'td', 'a', 'b', 'br']).toContain(name.replace('/', ''));
    }
    expect(mailIn('en')).not.toMatch(/url\(|src=|<img|<link|<style/);
  });

  test('is far below the 32 KB that Outlook takes in its form for a new message', () => {
    expect(new TextEncoder().encode(mailIn('fr')).length).toBeLessThan(8_000);
  });
});
