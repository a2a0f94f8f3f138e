import type { Person } from '../../domain/facts/things/person';
import { Button } from '../parts/controls/Button';
import type { TimesAsked } from '../state/lookups/times';
import type { PaneState } from '../state/pane';
import { timesFoundWords } from '../words/decide/times-found';

interface TimesNoteProps {
  readonly state: PaneState;
  readonly person: Person;
  readonly asked: TimesAsked;
  /** What the letter below does where no time is known. */
  readonly without: string;
}

/** Above a letter that offers times: what both calendars said of them. */
export function TimesNote({ state, person, asked: { answer, again }, without }: TimesNoteProps) {
  if (answer === null) return null;
  return (
    <>
      <p class="hint" role="status">
        {timesFoundWords(answer, person, state.time.value, without)}
      </p>
      {answer.found === 'failed' && (
        <div class="actions">
          <Button look="subtle" small onPress={again}>
            Look again
          </Button>
        </div>
      )}
    </>
  );
}
