import { useMemo, useRef } from 'preact/hooks';

import type { OccurrenceKey } from '../../../domain/facts/things/occurrence';
import type { CountedItem } from '../../state/counted';
import type { PaneState } from '../../state/pane';
import { occurrenceWords } from '../../words/outcomes';
import { Button } from '../controls/Button';
import { LongRows } from '../long/LongRows';
import { useLongList } from '../long/long-list';

/** Height of a row, in px, before one was drawn. */
const ROW = 24;

interface HowCountedProps {
  readonly state: PaneState;
  readonly item: CountedItem;
}

/** The definition of a number and the occurrences in it, each a way to it (7.4). */
export function HowCounted({ state, item }: HowCountedProps) {
  const [counted, others] = [item.counted.length, item.others.length];
  const disputed = state.occurrences.value.filter((one) => one.disputed).length;
  return (
    <div class="how">
      <p>
        {item.meaning} <span class="quiet">Rule {item.rule} of the definitions.</span>
      </p>
      {item.tooFew && <p class="hint">Fewer than ten: counts say it better than a percentage.</p>}
      {disputed > 0 && (
        <p class="hint">
          {disputed} disputed {disputed === 1 ? 'row is' : 'rows are'} left out.
        </p>
      )}
      <Keys state={state} item={item} title={`Counted: ${counted}`} keys={item.counted} />
      <Keys state={state} item={item} title={othersTitle(counted, others)} keys={item.others} />
    </div>
  );
}

const othersTitle = (counted: number, others: number): string =>
  counted === 0 ? `None of these ${others}` : `The other ${others} of ${counted + others}`;

interface KeysProps extends HowCountedProps {
  readonly title: string;
  readonly keys: readonly OccurrenceKey[];
}

function Keys({ state, item, title, keys }: KeysProps) {
  const box = useRef<HTMLUListElement>(null);
  const occurrences = state.occurrences.value;
  const found = useMemo(() => {
    const wanted = new Set(keys);
    return occurrences.filter(({ key }) => wanted.has(key));
  }, [occurrences, keys]);
  const list = useLongList(box, found.length, ROW);
  if (found.length === 0) return null;
  const words =
    item.words ?? ((occurrence) => occurrenceWords(occurrence, state.time.value, state.now.value));
  return (
    <>
      <h3>{title}</h3>
      <ul class="how-list" ref={box} onKeyDown={list.onKeyDown} onFocusIn={list.onFocusIn}>
        <LongRows
          list={list}
          of={found}
          room="li"
          row={(occurrence, at) => (
            <li key={occurrence.key} data-row={at} aria-setsize={found.length} aria-posinset={at + 1}>
              <Button look="link" tabIndex={list.tabIndex(at)} onPress={() => state.choose(occurrence.key)}>
                {words(occurrence)}
              </Button>
            </li>
          )}
        />
      </ul>
    </>
  );
}
