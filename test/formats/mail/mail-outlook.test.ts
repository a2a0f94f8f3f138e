import { caniemail, rawData } from 'caniemail';
import { describe, expect, test } from 'vitest';

import { LANGUAGES, type Language } from '../../../src/domain/language';
import { tagsOf } from '../tags';
import { channelsOf, turned } from '../turned';
import { MAILS, mailsIn } from './mails';

/** Every mail that goes to somebody, one below the other. */
const mailIn = (language: Language): string =>
  Object.values(mailsIn(language))
    .map(({ html }) => html)
    .join('\n');

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
  // At most four pixels.
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

describe('Every mail in the mail programs people have, after the data of caniemail', () => {
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
    for (const name of MAILS) {
      expect(new TextEncoder().encode(mailsIn('fr')[name].html).length).toBeLessThan(16_000);
    }
  });
});

const light = (colour: readonly number[]): number =>
  colour
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, at) => sum + one * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);

function contrast(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [light(one), light(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Each colour of letters with the paper below it, as they stand inside each other. */
function coloursOf(html: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  const workings: string[] = [];
  const inks: string[] = [];
  for (const { name, attributes } of tagsOf(html)) {
    if (/^(?:table|td)$/.test(name)) workings.push(attributes.bgcolor ?? workings.at(-1) ?? '');
    if (/^\/(?:table|td)$/.test(name)) workings.pop();
    const ink = /(?:^|;)color:(#[0-9A-F]{6})/i.exec(attributes.style ?? '')?.[1];
    if (ink !== undefined) inks.push(`${ink} ${workings.at(-1)}`);
  }
  for (const pair of inks) pairs.add(pair);
  return pairs;
}

describe('The colours of every mail', () => {
  test('can be read in a light mail program, and in one that turns light and dark around', () => {
    const pairs = [...coloursOf(mailIn('en'))].map((pair) => pair.split(' ').map(channelsOf));
    expect(pairs).toHaveLength(4);
    for (const [ink = [], paper = []] of pairs) {
      expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(turned(ink), turned(paper))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('are neither black nor white, which some programs turn and some do not', () => {
    expect(mailIn('en')).not.toMatch(/#(?:000000|FFFFFF|000|FFF)\b/i);
    for (const { name, attributes } of tagsOf(mailIn('en'))) {
      const { style = '', bgcolor } = attributes;
      if (name === 'td') expect(style).toContain(`background-color:${bgcolor}`);
    }
  });
});
