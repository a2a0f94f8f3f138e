import '../own-side/person.css';

import { useMemo } from 'preact/hooks';

import type { Person } from '../../domain/facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../../domain/judge/judged/judged';
import { windowSize } from '../../domain/measure/counted';
import { measuresOfPerson } from '../../domain/measure/measures-of-person';
import { CountedList } from '../parts/counted/CountedList';
import { Mark } from '../parts/Mark';
import { itemOf } from '../state/counted';
import { inMeeting } from '../state/go-to';
import type { PaneState } from '../state/pane';
import { nameOf } from '../words/names';
import {
  OUTSIDE_MEASURES,
  PERSON_MEANINGS,
  personOccurrenceWords,
  personSentence,
} from '../words/person-view';
import { Offers } from './Offers';
import { type PartOf, partsOf } from './parts-of';
import { personMarkOf } from './person-mark';

interface PersonViewProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
  readonly person: Person;
  readonly isOwner: boolean;
}

/** One person in one meeting: counts with their reasons, and each time by itself. Nobody is ranked. */
export function PersonView({ state: pane, lineage, person, isOwner }: PersonViewProps) {
  const state = useMemo(() => inMeeting(pane, lineage), [pane, lineage]);
  const time = state.time.value;
  const parts = partsOf(lineage, person);
  const found = new Map(parts.map(({ occurrence, one: part }) => [occurrence.key, part]));
  const words = (occurrence: JudgedOccurrence) => {
    const part = found.get(occurrence.key);
    return part === undefined
      ? time.day(occurrence.original.start)
      : personOccurrenceWords(occurrence, part, time);
  };
  const { measures } = measuresOfPerson(lineage, person);
  const past = parts.filter(({ occurrence }) => occurrence.effective.start <= state.now.value);
  const shown = past.slice(-windowSize(lineage.perWeek));
  return (
    <div class="person-view">
      <p class="hint">{personSentence(nameOf(person), isOwner)}</p>
      {parts.some(({ one: part }) => part.needed) ? (
        <CountedList
          state={state}
          items={measures.map((measure) =>
            itemOf(measure, { meaning: PERSON_MEANINGS[measure.name] ?? '', words }),
          )}
          label={`What is counted of ${nameOf(person)}`}
        />
      ) : (
        <p class="hint">{OUTSIDE_MEASURES}</p>
      )}
      <Times state={state} parts={shown} all={past.length} words={words} name={nameOf(person)} />
      <Offers state={state} lineage={lineage} person={person} />
    </div>
  );
}

interface TimesProps {
  readonly state: PaneState;
  readonly parts: readonly PartOf[];
  readonly all: number;
  readonly words: (occurrence: JudgedOccurrence) => string;
  readonly name: string;
}

function Times({ state, parts, all, words, name }: TimesProps) {
  const chosen = state.chosen.value?.key;
  const time = state.time.value;
  return (
    <>
      <h3>{all > parts.length ? `The last ${parts.length} of ${all}` : 'Each time'}</h3>
      <ul class="times" aria-label={`Each time with ${name}`}>
        {parts.map(({ occurrence, one }) => (
          <li key={occurrence.key}>
            <button
              type="button"
              class="time"
              title={words(occurrence)}
              aria-current={occurrence.key === chosen ? 'true' : undefined}
              onClick={() => state.choose(occurrence.key)}
            >
              <span class="spoken">{words(occurrence)}</span>
              <Mark name={personMarkOf(one.outcome)} />
              <span aria-hidden="true">
                {time.number(occurrence.original.start)} {time.month(occurrence.original.start)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
