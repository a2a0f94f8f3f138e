import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LONGEST_SOURCE } from '../../../src/formats/spoken/read-source';
import { LARGEST_SOURCE } from '../../../src/formats/spoken/source-file';
import { foundIn, sourceOf, sourceOfFile } from '../../at-once';

/** Who says what, and when, as short lines. */
function told(text: string): readonly string[] {
  const source = sourceOf(text);
  if (!source.ok) return [source.fault];
  return source.value.passages.map(({ speaker, begin, text }) => `${begin ?? ''} ${speaker ?? ''}: ${text}`);
}

describe('A transcript is read in the form in which its program writes it', () => {
  test.each([
    [
      'Teams',
      'WEBVTT\n\na-0\n00:00:03.100 --> 00:00:05.000\n<v Ana Berg>Let us go with B.</v>\n\na-1\n00:01:00.000 --> 00:01:02.000\n<v Bo>Fine.</v>\n',
    ],
    [
      'Zoom',
      'WEBVTT\n\n1\n00:00:03.100 --> 00:00:05.000\nAna Berg: Let us go with B.\n\n2\n00:01:00.000 --> 00:01:02.000\nBo: Fine.\n\n3\n00:01:03.000 --> 00:01:04.000\nBo: Yes.\n\n4\n00:01:05.000 --> 00:01:06.000\nAna Berg: Good.\n',
    ],
    [
      'short times',
      'WEBVTT\n\n00:03.100 --> 00:05.000 align:start\n<v.loud Ana Berg><i>Let us</i> go with B.\n\n01:00.000 --> 01:02.000\n<v Bo>Fine.\n',
    ],
    [
      'SubRip',
      '1\r\n00:00:03,100 --> 00:00:05,000\r\n<v Ana Berg>Let us go with B.\r\n\r\n2\r\n00:01:00,000 --> 00:01:02,000\r\n<v Bo>Fine.\r\n',
    ],
  ])('%s', (_, text) => {
    expect(told(text).slice(0, 2)).toEqual(['3.1 Ana Berg: Let us go with B.', '60 Bo: Fine.']);
  });

  test('without names', () => {
    expect(told('WEBVTT\n\n00:03.000 --> 00:05.000\nTwo\nlines &lt;3 &amp; more\n')).toEqual([
      '3 : Two lines <3 & more',
    ]);
  });

  test.each([
    ['Teams in Word', 'Ana Berg   0:03\nLet us go with B.\n\nBo   1:00\nFine.\n\nAna Berg   1:02\nGood.'],
    [
      'Teams in the pane',
      'Ana Berg\nAna Berg 0 minutes 3 seconds\nAna Berg 0:03\nLet us go with B.\nBo 1:00\nFine.\nAna Berg 1:02\nGood.',
    ],
    ['Zoom', '[Ana Berg] 00:00:03\nLet us go with B.\n\n[Bo] 00:01:00\nFine.\n\n[Ana Berg] 00:01:02\nGood.'],
    [
      'lines with times',
      '00:00:03 Ana Berg: Let us go with B.\n00:01:00 Bo: Fine.\n00:01:02 Ana Berg: Good.',
    ],
    ['a log', '[00:00:03] <Ana> Let us go with B.\n[00:01:00] <Bo> Fine.\n[00:01:02] <Ana> Good.'],
  ])('copied out of %s', (_, text) => {
    expect(told(text).map((line) => line.replace('Ana Berg', 'Ana'))).toEqual([
      '3 Ana: Let us go with B.',
      '60 Bo: Fine.',
      '62 Ana: Good.',
    ]);
  });

  test('cues that overlap, or come out of their order, are read all the same', () => {
    const text =
      "WEBVTT\n\n00:20.000 --> 00:40.000\n<v Bo>Okay, so let's go with B.</v>\n\n00:10.000 --> 00:50.000\n<v Ana>A or B?</v>\n\n00:30.000 --> 00:29.000\n<v Ana>Agreed.</v>\n";
    expect(told(text)).toHaveLength(3);
    expect(foundIn(text).candidates[0]?.quote).toBe("Okay, so let's go with B.");
  });

  test('what looks like tags or scripts is text', () => {
    expect(told('WEBVTT\n\n00:03.000 --> 00:05.000\n<v Ana><script>x</script> a < b</v>\n')).toEqual([
      '3 Ana: <script>x</script> a < b',
    ]);
    expect(told('<b onload=x>Decision</b>')).toEqual([' : <b onload=x>Decision</b>']);
  });
});

describe('What cannot be read is said', () => {
  test.each([
    ['nothing', '', 'source-empty'],
    ['blanks', ' \n\t\r\n', 'source-empty'],
    ['more than anybody reads', 'a'.repeat(LONGEST_SOURCE + 1), 'source-too-long'],
  ])('%s', (_, text, fault) => {
    expect(sourceOf(text)).toEqual({ ok: false, fault });
  });

  test.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), 'file-not-known'],
    ['a PDF', strToU8('%PDF-1.7 text'), 'file-not-known'],
    ['a Word file of before 2007', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'file-not-known'],
    ['a zip that is no Word file', zipSync({ 'a.txt': strToU8('Decision: B') }), 'file-unreadable'],
    [
      'a zip that is cut',
      zipSync({ 'word/document.xml': strToU8('<w:t>B</w:t>'.repeat(99)) }).subarray(0, 55),
      'file-unreadable',
    ],
    ['a large file', new Uint8Array(LARGEST_SOURCE + 1), 'file-too-large'],
    ['a long text', new Uint8Array(4 * LONGEST_SOURCE + 1).fill(97), 'source-too-long'],
  ])('%s', (_, bytes, fault) => {
    expect(sourceOfFile(bytes)).toEqual({ ok: false, fault });
  });

  test('any bytes give a source or a fault, and no error', () => {
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }).map((end) => new Uint8Array([0x50, 0x4b, 3, 4, ...end])),
    );
    fc.assert(
      fc.property(any, (bytes) => {
        const source = sourceOfFile(bytes);
        expect(source.ok || source.fault.length > 0).toBe(true);
      }),
    );
  });
});

describe('A Word file', () => {
  const paragraph = (text: string, properties = '') =>
    `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const docx = (body: string) =>
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(`<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`),
    });
  const linesOf = (body: string) => {
    const source = sourceOfFile(docx(body));
    return source.ok ? source.value.passages.map(({ text }) => text) : [source.fault];
  };

  test('is read with its headings, lists and tables', () => {
    const body = [
      paragraph('Decisions', '<w:pStyle w:val="Heading2"/>'),
      paragraph(
        'Go with B &amp; keep the date',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
      ),
      paragraph('below', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'),
      `<w:tbl><w:tr><w:tc>${paragraph('Decision')}</w:tc><w:tc>${paragraph('B')}</w:tc></w:tr></w:tbl>`,
    ].join('');
    expect(linesOf(body)).toEqual([
      '## Decisions',
      '- Go with B & keep the date',
      '  - below',
      '| Decision  | B  |',
    ]);
  });

  test('of a Teams transcript is speech', () => {
    const body = ['Ana Berg   0:03', 'Let us go with B.', 'Bo   1:00', 'Fine.', 'Ana Berg   1:02', 'Good.'];
    const source = sourceOfFile(docx(body.map((text) => paragraph(text)).join('')));
    expect(source.ok && source.value.passages.map(({ speaker, begin }) => [speaker, begin])).toEqual([
      ['Ana Berg', 3],
      ['Bo', 60],
      ['Ana Berg', 62],
    ]);
  });

  test('that swells to any size is left as soon as it is larger than a Word file is', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(200_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(sourceOfFile(bomb)).toEqual({ ok: false, fault: 'file-too-large' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150_000_000);
  });
});
