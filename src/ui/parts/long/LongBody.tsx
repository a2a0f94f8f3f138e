import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

import { LongRows } from './LongRows';
import { useLongList } from './long-list';

/** Height of a row, in px, before one was drawn. */
const ROW = 29;

interface LongBodyProps<One> {
  readonly of: readonly One[];
  readonly columns: number;
  /** The cells of a row. */
  readonly row: (one: One) => VNode;
}

/** The body of a table that is only read, of any length: the rows near the screen are in the page. */
export function LongBody<One>({ of, columns, row }: LongBodyProps<One>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const list = useLongList(body, of.length, ROW);
  return (
    <tbody ref={body}>
      <LongRows
        list={list}
        of={of}
        room={columns}
        row={(one, at) => (
          <tr key={at} data-row={at} aria-rowindex={at + 2}>
            {row(one)}
          </tr>
        )}
      />
    </tbody>
  );
}
