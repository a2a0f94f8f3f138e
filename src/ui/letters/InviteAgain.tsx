import { useMemo } from 'preact/hooks';

import { organizes } from '../../domain/tell/occasions';
import { easierSlots } from '../../domain/tell/reinvitation';
import { minutesOf } from '../../domain/time/time';
import { reinvitationText } from '../../formats/mail/letters/reinvitation-text';
import { languageOf, writeIn } from '../state/language';
import { useTimes } from '../state/lookups/times';
import { useZones } from '../state/lookups/zones';
import { LetterView } from './LetterView';
import { TimesNote } from './TimesNote';
import type { TalkProps } from './talk';

/** The standing invitation, said again: kind, with a time that would hold, else with something shorter or later. */
export function InviteAgain({ state, lineage, person, onDone }: Omit<TalkProps, 'record' | 'decisions'>) {
  const { owner } = state.view.value;
  const now = state.now.value;
  const zones = useZones(state, lineage);
  const slots = easierSlots(lineage, now);
  const wanted = useMemo(
    () =>
      slots && {
        minutes: { short: slots.minutes, whole: minutesOf(slots.usual) },
        near: slots.usual.start,
      },
    [slots?.minutes, slots?.usual.start],
  );
  const asked = useTimes(state, person, wanted);
  if (owner === null || slots === null) {
    return <p class="hint">No further meeting is planned, so there is nothing to invite to.</p>;
  }
  const { answer } = asked;
  if (zones === null || answer === null)
    return <div class="skeleton" role="progressbar" aria-label="Looking at both calendars" />;
  const recipientZone = zones[person.key] ?? (answer.found === 'times' ? answer.zone : null);
  const { oneToOne, perWeek, title } = lineage;
  const noted = async (done: boolean) => {
    await state.attempt(async () =>
      (await state.actions.letters()).note(lineage.id, 'invited-again', [person], done),
    );
    onDone();
  };
  return (
    <>
      <TimesNote {...{ state, person, asked }} without="The letter names times near the usual one." />
      <LetterView
        state={state}
        letter={reinvitationText({
          ...{ title, person, owner, slots, perWeek, oneToOne, language: languageOf(state, person) },
          isTheirs: organizes(lineage, person),
          ...(answer.found === 'times' ? { times: answer.times } : {}),
          ...(recipientZone === null ? {} : { recipientZone }),
        })}
        onWrite={(language) => writeIn(state, person, language)}
        onSent={() => noted(true)}
        onNotNow={() => noted(false)}
      />
    </>
  );
}
