/** What measurements and tests use of packages that come without types. */
declare module 'papaparse' {
  const papaparse: {
    unparse(
      table: { readonly fields: readonly string[]; readonly data: readonly unknown[] },
      config: { readonly escapeFormulae: boolean; readonly newline: string },
    ): string;
    parse<Row>(
      text: string,
      config: { readonly delimiter: string; readonly quoteChar: string },
    ): { readonly data: readonly Row[] };
  };
  export default papaparse;
}

declare module 'crossfilter' {
  interface Dimension {
    group(): { all(): unknown };
  }
  export default function crossfilter<Row>(rows: readonly Row[]): {
    dimension(of: (row: Row) => number): Dimension;
  };
}
