import { useEffect, useMemo, useRef } from 'preact/hooks';

import type { JudgedOccurrence } from '../../domain/judged';
import { Button } from '../parts/Button';
import { copyText } from '../parts/copy-text';
import { Field } from '../parts/Field';
import { copyIcon, openIcon, sendIcon } from '../parts/more-icons';
import type { PaneState } from '../state/pane';
import { createRecapState, type RecapState } from '../state/recap';
import { RECIPIENT_REASONS_WORDS } from '../words/people';
import { listWords } from '../words/times';

interface RecapEditorProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
}

/** The recap in full, ready to go with one click, and free to be changed before. */
export function RecapEditor({ state, occurrence }: RecapEditorProps) {
  const recap = useMemo(() => createRecapState(state, occurrence.key), [occurrence.key]);
  const body = useRef<HTMLTextAreaElement>(null);
  const { decisions } = state.scene.value;
  useEffect(() => {
    void state.attempt(recap.load);
  }, [recap, occurrence, decisions]);
  if (recap.draft.value === null) {
    return (
      <>
        <h2>Recap</h2>
        <div class="skeleton tall" />
      </>
    );
  }
  return (
    <>
      <h2>Recap</h2>
      <Recipients recap={recap} />
      <Field label="Subject">
        <input
          class="input"
          type="text"
          maxLength={255}
          value={recap.subject.value}
          onInput={(typed) => recap.type({ subject: typed.currentTarget.value })}
        />
      </Field>
      <Field label="Message" hint={<Counted recap={recap} />}>
        <textarea
          class="input letter"
          ref={body}
          rows={9}
          value={recap.text.value}
          onInput={(typed) => recap.type({ text: typed.currentTarget.value })}
        />
      </Field>
      <Unkind words={recap.unkind.value} />
      <Actions recap={recap} onCopy={() => body.current !== null && copyText(body.current)} />
    </>
  );
}

interface PartProps {
  readonly recap: RecapState;
}

function Recipients({ recap }: PartProps) {
  const all = recap.recipients.value;
  if (all.length === 0) return <p class="hint">Nobody else was invited, so there is nobody to tell.</p>;
  return (
    <fieldset class="recipients">
      <legend>To</legend>
      {all.map(({ person, reason, ticked, outsideOrganization, reachable }) => (
        <label key={person.key} class="check">
          <input
            type="checkbox"
            checked={ticked}
            disabled={!reachable}
            onChange={(changed) => recap.tick(person.key, changed.currentTarget.checked)}
          />
          <span>
            {person.name === '' ? person.address : person.name}
            <span class="quiet">
              {' '}
              {RECIPIENT_REASONS_WORDS[reason]}
              {outsideOrganization && ', outside your organization'}
              {!reachable && ', no address known'}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const LONG = 200;

function Counted({ recap }: PartProps) {
  const words = recap.words.value;
  return (
    <>
      {words} {words === 1 ? 'word' : 'words'}
      {words > LONG && '. Under 200 is read more often'}
      {recap.edited.value && (
        <>
          {' · '}
          <Button look="link" onPress={recap.startOver}>
            Start over
          </Button>
        </>
      )}
    </>
  );
}

/** 8: pointed out to the writer, never forbidden. */
function Unkind({ words }: { readonly words: readonly string[] }) {
  return (
    <p class="hint pointer" role="status">
      {words.length > 0 &&
        `You may want to look at ${listWords(words.map((word) => `“${word}”`))}: it can read as blame.`}
    </p>
  );
}

interface ActionsProps extends PartProps {
  readonly onCopy: () => boolean;
}

function Actions({ recap, onCopy }: ActionsProps) {
  return (
    <>
      <div class="actions">
        <Button look="primary" icon={sendIcon} disabled={!recap.sendable.value} onPress={recap.send}>
          Send recap to absentees
        </Button>
      </div>
      <div class="actions">
        <Button look="subtle" small icon={openIcon} onPress={recap.openInOutlook}>
          Open in Outlook
        </Button>
        <Button
          look="subtle"
          small
          icon={copyIcon}
          onPress={() => {
            recap.copied.value = onCopy() ? 'yes' : 'by-hand';
          }}
        >
          Copy
        </Button>
        <span class="hint" role="status">
          {recap.copied.value === 'yes' && 'Copied'}
          {recap.copied.value === 'by-hand' && 'Press Ctrl+C: the text is selected'}
        </span>
      </div>
    </>
  );
}
