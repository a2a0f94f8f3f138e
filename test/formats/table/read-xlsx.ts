import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

export type ReadCell = string | number | boolean | Date | null;

/** A workbook read back by its own rules: shared texts, types and number formats, as a spreadsheet would. */
export function readXlsx(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false,
    isArray: (name) =>
      ['row', 'c', 'si', 'sheet', 'xf', 'Override', 'Relationship', 'col', 'definedName'].includes(name),
  });
  const part = (name: string) => {
    const xml = strFromU8(files[name] ?? new Uint8Array());
    const valid = XMLValidator.validate(xml);
    if (valid !== true) throw new Error(`${name}: ${valid.err.msg}`);
    return parser.parse(xml);
  };
  const texts: string[] = (part('xl/sharedStrings.xml').sst.si ?? []).map(
    (one: { t: { '#text'?: string } }) =>
      (one.t['#text'] ?? '').replace(/_x([0-9A-F]{4})_/g, (_, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
  );
  const formats: { numFmtId: string; quotePrefix?: string }[] = part('xl/styles.xml').styleSheet.cellXfs.xf;
  const book = part('xl/workbook.xml').workbook;
  const sheets = book.sheets.sheet.map((sheet: { name: string; 'r:id': string }) => {
    const relation = part('xl/_rels/workbook.xml.rels').Relationships.Relationship.find(
      (one: { Id: string }) => one.Id === sheet['r:id'],
    );
    const xml = part(`xl/${relation.Target}`).worksheet;
    const rows: ReadCell[][] = (xml.sheetData.row ?? []).map((row: { c?: XmlCell[] }) => {
      const cells: ReadCell[] = [];
      for (const cell of row.c ?? []) cells[columnOf(cell.r)] = readCell(cell, texts, formats);
      return Array.from(cells, (cell) => cell ?? null);
    });
    return { name: sheet.name, xml, rows };
  });
  return { files, part, book, formats, sheets };
}

interface XmlCell {
  readonly r: string;
  readonly t?: string;
  readonly s?: string;
  readonly v: string;
}

const columnOf = (place: string): number =>
  Array.from(place.replace(/\d+/, '')).reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function readCell(
  cell: XmlCell,
  texts: readonly string[],
  formats: readonly { numFmtId: string }[],
): ReadCell {
  if (cell.t === 's') return texts[Number(cell.v)] ?? null;
  if (cell.t === 'b') return cell.v === '1';
  const isMoment = formats[Number(cell.s ?? 0)]?.numFmtId === '164';
  return isMoment ? new Date(Math.round((Number(cell.v) - 25_569) * 86_400) * 1000) : Number(cell.v);
}
