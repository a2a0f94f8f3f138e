import './strip.css';

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';

import type { JudgedLineage, JudgedOccurrence } from '../../../domain/judge/judged/judged';
import { Button } from '../../parts/controls/Button';
import { Mark } from '../../parts/Mark';
import {
  furtherPart,
  lettersOf,
  markOf,
  partOfHistory,
  planStrip,
  type StripPart,
  type TilePlace,
} from '../../parts/tile';
import type { PaneState } from '../../state/pane';
import { occurrenceWords } from '../../words/outcomes';
import type { TimeWords } from '../../words/times';

interface StripProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** The history of the meeting, one tile an occurrence; rows are weeks, as in a small calendar. Arrows: `walk-tiles`. */
export function Strip({ state, lineage }: StripProps) {
  const box = useRef<HTMLDivElement>(null);
  const time = state.time.value;
  const chosen = state.chosen.value?.key;
  const { occurrences } = lineage;
  const at = occurrences.findIndex(({ key }) => key === chosen);
  // What was asked for holds until another one is chosen, or the history grows.
  const shown = `${chosen} ${occurrences.length}`;
  const asked = useSignal<{ readonly when: string; readonly part: StripPart } | null>(null);
  const part = asked.value?.when === shown ? asked.value.part : partOfHistory(occurrences.length, at);
  const [from, to] = part;
  const plan = useMemo(
    () => planStrip(occurrences.slice(from, to), time, lineage.perWeek),
    [occurrences, from, to, lineage.perWeek, time],
  );
  const further = (where: 'before' | 'after') => (
    <Button
      look="link"
      onPress={() => {
        asked.value = { when: shown, part: furtherPart(part, where, occurrences.length) };
      }}
    >
      {where === 'before' ? 'Earlier' : 'Later'}
    </Button>
  );
  // Not with every week that is read or judged: a finger may be on its way to a tile.
  useLayoutEffect(() => {
    const current = box.current?.querySelector('[aria-current]');
    if (box.current && current) bringIntoBox(box.current, current);
  }, [chosen, occurrences[0]?.key]);
  return (
    <section class="strip" aria-labelledby="strip-title">
      <h2 id="strip-title">Occurrences</h2>
      <div class="strip-box" ref={box} data-columns={plan.columns}>
        {plan.heads.length > 0 && (
          <div class="strip-heads" aria-hidden="true">
            {plan.heads.map((head) => (
              <span key={head}>{head}</span>
            ))}
          </div>
        )}
        {from > 0 && further('before')}
        <ul aria-labelledby="strip-title">
          {plan.places.map((place, index) => (
            <Tile
              key={place.occurrence.key}
              place={place}
              at={from + index + 1}
              of={occurrences.length}
              time={time}
              now={state.now.value}
              current={place.occurrence.key === chosen}
              monthStart={startsMonth(plan.places, place, time)}
              onChoose={() => state.choose(place.occurrence.key)}
            />
          ))}
        </ul>
        {to < occurrences.length && further('after')}
      </div>
    </section>
  );
}

interface TileProps {
  readonly place: TilePlace;
  /** Which one of how many, drawn or not. */
  readonly at: number;
  readonly of: number;
  readonly time: TimeWords;
  readonly now: number;
  readonly current: boolean;
  readonly monthStart: boolean;
  readonly onChoose: () => void;
}

function Tile({ place, at, of, time, now, current, monthStart, onChoose }: TileProps) {
  const { occurrence, row, column } = place;
  const words = occurrenceWords(occurrence, time, now);
  const { start } = occurrence.original;
  return (
    <li style={{ gridRow: `${row}`, gridColumn: `${column}` }} aria-setsize={of} aria-posinset={at}>
      <button
        type="button"
        class={`tile ${markOf(occurrence.outcome)}${asks(occurrence) ? ' asks' : ''}${
          occurrence.disputed ? ' disputed' : ''
        }`}
        aria-current={current ? 'true' : undefined}
        tabIndex={current ? 0 : -1}
        title={words}
        onClick={onChoose}
      >
        <span class="spoken">{words}</span>
        <span class="tile-date" aria-hidden="true">
          {time.number(start)}
          {monthStart && ` ${time.month(start)}`}
        </span>
        <Mark name={markOf(occurrence.outcome)} />
        <span class="tile-letters" aria-hidden="true">
          {lettersOf(occurrence)}
        </span>
      </button>
    </li>
  );
}

const asks = ({ questions }: JudgedOccurrence) => questions.length > 0;

const startsMonth = (places: readonly TilePlace[], place: TilePlace, time: TimeWords): boolean => {
  const before = places[places.indexOf(place) - 1];
  return (
    before === undefined ||
    time.month(before.occurrence.original.start) !== time.month(place.occurrence.original.start)
  );
};

/** Scrolls the box, not the pane: what is not seen whole in it becomes the last one that is, and the next one peeps. */
function bringIntoBox(box: HTMLElement, tile: Element) {
  const { top, bottom } = tile.getBoundingClientRect();
  const edge = box.getBoundingClientRect();
  const ROW = 20;
  if (top < edge.top + ROW || bottom > edge.bottom) box.scrollTop += bottom - edge.bottom + ROW;
}
