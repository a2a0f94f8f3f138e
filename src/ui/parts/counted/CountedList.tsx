import './numbers.css';

import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { CountedItem } from '../../state/counted';
import type { PaneState } from '../../state/pane';
import { Button } from '../controls/Button';
import { infoIcon } from '../icons/more-icons';
import { lazily } from '../Lazy';

const HowCounted = lazily(() => import('./HowCounted').then((part) => part.HowCounted));

interface CountedListProps {
  readonly state: PaneState;
  readonly items: readonly CountedItem[];
  /** The name of the list, or the id of the heading that names it. */
  readonly label?: string;
  readonly labelledBy?: string;
}

/** Numbers, each with its count first, and each able to explain itself. */
export function CountedList({ state, items, label, labelledBy }: CountedListProps) {
  const open = useSignal<string | null>(null);
  return (
    <ul class="measures" aria-label={label} aria-labelledby={labelledBy}>
      {items.map((item) => (
        <Item
          key={item.id}
          state={state}
          item={item}
          open={open.value === item.id}
          onToggle={() => {
            open.value = open.value === item.id ? null : item.id;
          }}
        />
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly state: PaneState;
  readonly item: CountedItem;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Item({ state, item, open, onToggle }: ItemProps) {
  const id = useId();
  return (
    <li class={open ? 'measure open' : 'measure'}>
      <span class="measure-name" id={id}>
        {item.name}
      </span>{' '}
      <span class="measure-count">{item.count}</span>{' '}
      {item.share !== '' && <span class="measure-share">({item.share})</span>}
      {item.range !== null && <Range {...item.range} />}
      <Button
        look="subtle"
        small
        icon={infoIcon}
        label="How this was counted"
        describedBy={id}
        expanded={open}
        onPress={onToggle}
      />
      {open && <HowCounted state={state} item={item} />}
    </li>
  );
}

interface RangeProps {
  readonly low: number;
  readonly high: number;
  readonly at: number;
}

/** The share as a dot, and how far it may be off as a band. */
const Range = ({ low, high, at }: RangeProps) => (
  <svg class="range" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="range-track" x="0" y="2.5" width="100" height="1" />
    <rect class="range-band" x={low} y="1" width={Math.max(high - low, 1)} height="4" />
    <path class="range-at" d={`M${Math.min(Math.max(at, 1), 99)} 0V6`} />
  </svg>
);
