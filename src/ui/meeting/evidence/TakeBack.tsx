import type { Reason, ReasonKind } from '../../../domain/judge/judged/judged';
import { Button } from '../../parts/controls/Button';
import { undoIcon } from '../../parts/icons/icons';
import type { PaneState } from '../../state/pane';
import { reasonWords } from '../../words/reasons';

interface TakeBackProps {
  readonly state: PaneState;
  readonly reason: Reason;
}

/** What a person put in beside the record; the note of what happened has its own `Undo`. */
const BY_HAND: readonly ReasonKind[] = ['corrected', 'disputed', 'note'];

const canBeTakenBack = ({ what, fact }: Reason): boolean =>
  fact !== null && (BY_HAND.includes(what) || (what === 'report' && fact.startsWith('report:csv:')));

/** Takes back a correction, a dispute, a note or a file of who was there: by a new entry, as everything is. */
export function TakeBack({ state, reason }: TakeBackProps) {
  const { fact } = reason;
  if (fact === null || !canBeTakenBack(reason)) return null;
  return (
    <Button
      look="subtle"
      small
      icon={undoIcon}
      label={`Take back: ${reasonWords(reason, state.time.value)}`}
      onPress={() => state.attempt(() => state.actions.undo(fact))}
    />
  );
}
