import { agreementViews } from '../../domain/agree/agreed';
import { lastDone } from '../../domain/facts/entered/gesture';
import { isSamePerson } from '../../domain/facts/things/person';
import { ownSide } from '../../domain/measure/measures-of-person';
import { oneToOneFacts } from '../../domain/tell/one-to-one';
import { oneToOneSheet } from '../../formats/paper/one-to-one-sheet';
import { Button } from '../parts/controls/Button';
import { wordingOf } from '../words/wording';
import { PaperView } from './PaperView';
import type { TalkProps } from './talk';

/** One page for the talk, and a note that it was offered. */
export function Sheet({ state, lineage, person, record, decisions }: TalkProps) {
  const now = state.now.value;
  const { recaps, agreements } = record;
  const paper = oneToOneSheet({
    lineage,
    person,
    facts: oneToOneFacts({ lineage, decisions, recaps }, person, now),
    own: ownSide(lineage, decisions, recaps, { ...record, now }),
    agreement:
      agreementViews(agreements, now).find(({ agreement }) => isSamePerson(agreement.person, person)) ?? null,
    wording: wordingOf(state.zone.value, now),
  });
  const offered = lastDone(record.gestures, 'offered-one-to-one', person);
  return (
    <>
      <PaperView state={state} paper={paper} />
      <p class="hint">
        {offered === null
          ? 'Offered a talk already? '
          : `A talk was last offered ${state.time.value.relativeDay(offered, now)}. `}
        <Button
          look="link"
          onPress={() =>
            state.attempt(async () =>
              (await state.actions.letters()).note(lineage.id, 'offered-one-to-one', [person], true),
            )
          }
        >
          Note that I offered a one-to-one
        </Button>
      </p>
    </>
  );
}
