import { strToU8, Zip, ZipDeflate } from 'fflate';

import type { Steps } from '../../domain/pace';
import {
  areaOf,
  createSharedTexts,
  MAIN,
  type Sheet,
  sharedTextXml,
  sheetXml,
  XML_HEAD,
  xmlText,
} from './xlsx-sheet';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const TEXTS_AT_ONCE = 500;
/** From here on packing well takes longer than anybody waits: a third larger, in half the time. */
const MANY_ROWS = 20_000;

/**
 * A workbook as Office Open XML (ECMA-376), step by step: the parts that every reader asks for, and no more. In pieces,
 * packed as they are made, so that no part is ever whole in memory.
 */
export function* packing(sheets: readonly Sheet[]): Steps<readonly Uint8Array[]> {
  const texts = createSharedTexts();
  const { add, end } = openZip(sheets.some(({ rows }) => rows.length > MANY_ROWS) ? 1 : 6);
  yield* add('[Content_Types].xml', [contentTypes(sheets)]);
  yield* add('_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml']])]);
  yield* add('xl/workbook.xml', [workbook(sheets)]);
  yield* add('xl/_rels/workbook.xml.rels', [
    relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
  ]);
  yield* add('xl/styles.xml', [STYLE_SHEET]);
  for (const [index, sheet] of sheets.entries()) {
    yield* add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, texts, index === 0));
  }
  yield* add('xl/sharedStrings.xml', sharedTexts(texts.all()));
  return end();
}

function openZip(level: 1 | 6) {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((fault, chunk) => {
    if (fault !== null) throw fault;
    chunks.push(chunk);
  });
  return {
    *add(name: string, pieces: Iterable<string>): Steps<void> {
      const file = new ZipDeflate(name, { level });
      // The same log gives the same bytes, whenever it is written.
      file.mtime = '2000-01-01T12:00:00';
      zip.add(file);
      for (const piece of pieces) {
        file.push(strToU8(piece));
        yield;
      }
      file.push(new Uint8Array(0), true);
    },
    end: (): readonly Uint8Array[] => {
      zip.end();
      return chunks;
    },
  };
}

function* sharedTexts(texts: readonly string[]): Generator<string> {
  yield `${XML_HEAD}<sst xmlns="${MAIN}" uniqueCount="${texts.length}">`;
  for (let from = 0; from < texts.length; from += TEXTS_AT_ONCE) {
    yield texts
      .slice(from, from + TEXTS_AT_ONCE)
      .map(sharedTextXml)
      .join('');
  }
  yield '</sst>';
}

const contentTypes = (sheets: readonly Sheet[]): string =>
  `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  [
    ['workbook.xml', 'sheet.main'],
    ...sheets.map((_, index) => [`worksheets/sheet${index + 1}.xml`, 'worksheet']),
    ['styles.xml', 'styles'],
    ['sharedStrings.xml', 'sharedStrings'],
  ]
    .map(([name, kind]) => `<Override PartName="/xl/${name}" ContentType="${PART}.${kind}+xml"/>`)
    .join('') +
  '</Types>';

const relations = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  targets
    .map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
    )
    .join('') +
  '</Relationships>';

const workbook = (sheets: readonly Sheet[]): string =>
  `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>` +
  sheets
    .map(
      ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    )
    .join('') +
  '</sheets><definedNames>' +
  sheets
    .map(
      (sheet, index) =>
        (sheet.filter ? filterName(sheet, index) : '') +
        (sheet.prints === true ? titlesName(sheet, index) : ''),
    )
    .join('') +
  '</definedNames></workbook>';

/** Excel keeps the area of a filter under this name too, and repairs files that lack it. */
const filterName = (sheet: Sheet, index: number): string =>
  `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">` +
  `${xmlText(sheet.name)}!${areaOf(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}</definedName>`;

/** The rows that are repeated on every page. */
const titlesName = ({ name, frozenRows }: Sheet, index: number): string =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(name)}!$1:$${frozenRows}</definedName>`;

/** Cell formats in the order of `STYLES`; the two fills are those that Excel takes for granted. */
const STYLE_SHEET =
  `${XML_HEAD}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
