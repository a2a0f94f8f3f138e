import { isHeld } from '../../domain/facts/things/outcomes';
import { type DecisionLine, decisionChronicle } from '../../domain/tell/decision-chronicle';
import { Button } from '../parts/controls/Button';
import type { PaneState } from '../state/pane';
import { lineWords } from '../words/decide/decisions';
import { titlesAmong } from '../words/decide/meeting-titles';
import { nameOf } from '../words/names';
import { PERSON_OUTCOME_NAMES } from '../words/outcome-names';
import type { DetailProps } from './detail';

const CAN_BE_UNDONE: readonly DecisionLine['what'][] = ['written', 'decided', 'answered', 'became'];

/** Who was invited, asked until when, answered and told, and what became of it; oldest first, in plain words. */
export function Chronology({ state, consult, history }: DetailProps) {
  const lines = decisionChronicle(
    history,
    { occurrences: state.occurrences.value, recaps: consult.recapsOf(history.decision) },
    state.now.value,
  );
  const time = state.time.value;
  const titleOf = titlesAmong(state.view.value.kept);
  const last = lines.findLast(({ what }) => CAN_BE_UNDONE.includes(what));
  // Whoever was asked or told knows of it: then it is replaced or reopened, not taken back.
  const isKnown = lines.some(({ what }) => what === 'asked' || what === 'told');
  const entryOf = (line: DecisionLine): string | null => {
    // What was read from a mail was said by no hand here: whoever sees that it is not so takes it back at any time.
    if (line.what === 'answered' && line.answer.source === 'mail') return line.answer.id;
    if (line !== last) return null;
    if (line.what === 'answered') return line.answer.id;
    if (line.what === 'became') return line.step.id;
    return isKnown ? null : history.decision.id;
  };
  return (
    <div class="chronology">
      <h2>What happened</h2>
      <ol class="plain">
        {lines.map((line, index) => (
          <li key={`${line.what} ${line.at} ${index}`}>
            <span class="quiet">
              {time.day(line.at)} {time.time(line.at)}
            </span>{' '}
            {line.what === 'occasion'
              ? occasionWords(line)
              : lineWords(line, history, consult.numberOf, titleOf)}{' '}
            {line.what === 'answered' && <TheMail state={state} mail={line.answer.mail} />}
            <TakeBack state={state} entry={entryOf(line)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** 10.5: whoever organizes was not invited; and only of a meeting that took place somebody was, or was not, there. */
export function occasionWords({
  one,
  occurrence,
}: Pick<Extract<DecisionLine, { what: 'occasion' }>, 'one' | 'occurrence'>): string {
  const asked = `${nameOf(one.person)} ${one.role === 'organizer' ? 'organizes the meeting' : 'invited'}`;
  return one.outcome === null || !isHeld(occurrence.outcome)
    ? asked
    : `${asked}: ${PERSON_OUTCOME_NAMES[one.outcome].toLowerCase()}`;
}

/** The mail an answer was read from: the words in the log are no more than its subject. */
function TheMail({ state, mail }: { readonly state: PaneState; readonly mail: string | undefined }) {
  if (mail === undefined) return null;
  return (
    <Button
      look="link"
      onPress={() => state.attempt(async () => (await state.actions.consult()).openMail(mail))}
    >
      Open the mail
    </Button>
  );
}

/** A slip of the hand; the entry stays in the log as taken back. */
function TakeBack({ state, entry }: { readonly state: PaneState; readonly entry: string | null }) {
  if (entry === null) return null;
  return (
    <Button look="link" onPress={() => state.attempt(() => state.actions.undo(entry))}>
      Undo
    </Button>
  );
}
