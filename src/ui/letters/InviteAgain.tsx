import { organizes } from '../../domain/tell/occasions';
import { easierSlots } from '../../domain/tell/reinvitation';
import { reinvitationText } from '../../formats/mail/letters/reinvitation-text';
import { languageOf, writeIn } from '../state/language';
import { useZones } from '../state/lookups/zones';
import { LetterView } from './LetterView';
import type { TalkProps } from './talk';

/** The standing invitation, said again: kind, with something shorter or later. */
export function InviteAgain({ state, lineage, person, onDone }: Omit<TalkProps, 'record' | 'decisions'>) {
  const { owner } = state.view.value;
  const now = state.now.value;
  const zones = useZones(state, lineage);
  const slots = easierSlots(lineage, now);
  if (owner === null || slots === null) {
    return <p class="hint">No further meeting is planned, so there is nothing to invite to.</p>;
  }
  if (zones === null) return <div class="skeleton" role="progressbar" aria-label="Loading" />;
  const { [person.key]: recipientZone } = zones;
  const { oneToOne, perWeek, title } = lineage;
  const noted = async (done: boolean) => {
    await state.attempt(async () =>
      (await state.actions.letters()).note(lineage.id, 'invited-again', [person], done),
    );
    onDone();
  };
  return (
    <LetterView
      state={state}
      letter={reinvitationText({
        ...{ title, person, owner, slots, perWeek, oneToOne, language: languageOf(state, person) },
        isTheirs: organizes(lineage, person),
        ...(recipientZone === undefined ? {} : { recipientZone }),
      })}
      onWrite={(language) => writeIn(state, person, language)}
      onSent={() => noted(true)}
      onNotNow={() => noted(false)}
    />
  );
}
