import { easierSlots } from '../../domain/tell/reinvitation';
import { reinvitationText } from '../../formats/reinvitation-text';
import { wordingOf } from '../words/wording';
import { LetterView } from './LetterView';
import type { TalkProps } from './talk';

/** The standing invitation, said again: kind, with something shorter or later. */
export function InviteAgain({ state, lineage, person, onDone }: Omit<TalkProps, 'record'>) {
  const { owner } = state.scene.value;
  const now = state.now.value;
  const slots = easierSlots(lineage, now);
  if (owner === null || slots === null) {
    return <p class="hint">No further meeting is planned, so there is nothing to invite to.</p>;
  }
  const { oneToOne, perWeek, title } = lineage;
  const wording = wordingOf(state.zone.value, now);
  const noted = async (done: boolean) => {
    await state.attempt(async () =>
      (await state.desk.letters()).note(lineage.id, 'invited-again', [person], done),
    );
    onDone();
  };
  return (
    <LetterView
      state={state}
      letter={reinvitationText({ title, person, owner, slots, perWeek, oneToOne, wording })}
      onSent={() => noted(true)}
      onNotNow={() => noted(false)}
    />
  );
}
