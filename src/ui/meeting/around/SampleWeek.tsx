import './sample-week.css';

import { Mark } from '../../parts/Mark';
import type { MarkName } from '../../parts/tile';

const WEEK: readonly (readonly [day: string, mark: MarkName, letters: string])[] = [
  ['Mon', 'met', 'met'],
  ['Tue', 'met', 'met'],
  ['Wed', 'cancelled', '10 min'],
  ['Thu', 'nobody', 'nobody'],
  ['Fri', 'met', 'met'],
];

/** What a log looks like, before there is one: a week of nobody's, in the tiles of the real one, and what they say. */
export const SampleWeek = () => (
  <figure class="sample-week">
    <div aria-hidden="true">
      {WEEK.map(([day, mark, letters]) => (
        <span key={day} class={`tile ${mark}`}>
          <span class="tile-date">{day}</span>
          <Mark name={mark} />
          <span class="tile-letters">{letters}</span>
        </span>
      ))}
    </div>
    <figcaption class="quiet">
      For example: met three times, cancelled once 10{'\u00a0'}minutes before, and once nobody joined.
    </figcaption>
  </figure>
);
