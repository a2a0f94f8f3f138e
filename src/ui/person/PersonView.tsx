import '../own-side/person.css';

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson } from '../../domain/judge/judged/judged';
import { windowSize } from '../../domain/measure/counted';
import { measuresOfPerson } from '../../domain/measure/measures-of-person';
import { Button } from '../parts/controls/Button';
import { CountedList } from '../parts/counted/CountedList';
import { lazily } from '../parts/Lazy';
import { Mark } from '../parts/Mark';
import { itemOf } from '../state/counted';
import type { PaneState } from '../state/pane';
import { goToAgreement } from '../state/sought';
import {
  OUTSIDE_MEASURES,
  PERSON_MEANINGS,
  personOccurrenceWords,
  personSentence,
} from '../words/person-view';
import { ErasePerson } from './ErasePerson';
import { Offers } from './Offers';
import { type PartOf, partsOf } from './parts-of';
import { personMarkOf } from './person-mark';

const NextConversation = lazily(
  () => import('../letters/NextConversation').then((part) => part.NextConversation),
  'quiet',
);

interface PersonViewProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
  readonly one: JudgedPerson;
}

/** One person in the meetings one shares: counts with their reasons, and each time by itself. Nobody is ranked. */
export function PersonView({ state, lineage, one }: PersonViewProps) {
  const { person, isOwner } = one;
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
      <p class="hint">
        {personSentence(person.name, isOwner)}{' '}
        {!isOwner && (
          <Button look="link" onPress={() => goToAgreement(state, person)}>
            What was agreed about being asked
          </Button>
        )}
      </p>
      {parts.some(({ one: part }) => part.needed) ? (
        <CountedList
          state={state}
          items={measures.map((measure) =>
            itemOf(measure, { meaning: PERSON_MEANINGS[measure.name] ?? '', words }),
          )}
          label={`What is counted of ${person.name}`}
        />
      ) : (
        <p class="hint">{OUTSIDE_MEASURES}</p>
      )}
      <Times state={state} parts={shown} all={past.length} words={words} name={person.name} />
      <Offers state={state} lineage={lineage} person={person} />
      {!isOwner && <NextConversation state={state} lineage={lineage} person={person} />}
      {!isOwner && <ErasePerson state={state} person={person} />}
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
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    // Gone on from one time to another: the keyboard goes along.
    if (document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, []);
  return (
    <>
      <h4>{all > parts.length ? `The last ${parts.length} of ${all}` : 'Each time'}</h4>
      <ul class="times" ref={list} aria-label={`Each time with ${name}`}>
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
