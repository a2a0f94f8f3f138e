import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

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
      {list.stretches.flatMap((stretch) =>
        'room' in stretch ? (
          <tr key={`room ${stretch.from}`}>
            <td colSpan={columns} class="room" style={{ height: `${stretch.room}px` }} />
          </tr>
        ) : (
          of.slice(stretch.from, stretch.to).map((one, place) => {
            const at = stretch.from + place;
            return (
              <tr key={at} data-row={at} aria-rowindex={at + 2}>
                {row(one)}
              </tr>
            );
          })
        ),
      )}
    </tbody>
  );
}
