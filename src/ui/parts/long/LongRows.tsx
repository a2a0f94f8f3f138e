import type { VNode } from 'preact';

import type { LongList } from './long-list';

interface LongRowsProps<One> {
  readonly list: LongList;
  readonly of: readonly One[];
  readonly row: (one: One, at: number) => VNode;
  /** What keeps the room of rows that are not drawn: an element, or a row of a table with so many columns. */
  readonly room: 'li' | 'div' | number;
}

/** The rows of a long list that are in the page, and the room of the others. */
export function LongRows<One>({ list, of, row, room }: LongRowsProps<One>) {
  return (
    <>
      {list.stretches.flatMap((stretch) =>
        'room' in stretch ? (
          <Room key={`room ${stretch.from}`} room={room} height={`${stretch.room}px`} />
        ) : (
          of.slice(stretch.from, stretch.to).map((one, place) => row(one, stretch.from + place))
        ),
      )}
    </>
  );
}

interface RoomProps {
  readonly room: LongRowsProps<unknown>['room'];
  readonly height: string;
}

function Room({ room: Tag, height }: RoomProps) {
  if (typeof Tag !== 'number') return <Tag aria-hidden="true" style={{ height }} />;
  return (
    <tr>
      <td colSpan={Tag} class="room" style={{ height }} />
    </tr>
  );
}
