/** A CSV reader that shares nothing with the writer: RFC 4180, character by character. */
export function readCsv(text: string): string[][] {
  if (text.charCodeAt(0) !== 0xfeff) throw new Error('no byte order mark');
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let inQuotes = false;
  for (let at = 1; at < text.length; at += 1) {
    const sign = text[at];
    if (inQuotes) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else inQuotes = false;
    } else if (sign === '"' && cell === '') inQuotes = true;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else if (sign === '\n' || sign === '\r' || sign === '"')
      throw new Error(`a bare ${JSON.stringify(sign)}`);
    else cell += sign;
  }
  if (inQuotes || row.length > 0 || cell !== '') throw new Error('the last line has no end');
  return rows;
}

/** The rows by column name. */
export function readTable(text: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(text);
  return rows.map((row) => {
    if (row.length !== head.length) throw new Error(`${row.length} cells under ${head.length} names`);
    return Object.fromEntries(head.map((name, index) => [name, row[index] ?? '']));
  });
}
