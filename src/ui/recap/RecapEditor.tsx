import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Person } from '../../domain/facts/person';
import type { JudgedOccurrence } from '../../domain/judge/judged';
import { ONE_MAIL_MAX, OWN_MAILS_MAX } from '../../domain/tell/recipients';
import { CORE_WORDS, WHOLE_WORDS } from '../../formats/recap-length';
import { Button } from '../parts/Button';
import { copyText } from '../parts/copy-text';
import { Field } from '../parts/Field';
import { copyIcon, openIcon, sendIcon } from '../parts/more-icons';
import type { PaneState } from '../state/pane';
import { createRecapState, type RecapState } from '../state/recap';
import { listWords } from '../words/times';
import { Recipients } from './Recipients';
import { SendingAllowed } from './SendingAllowed';
import { WhichMail } from './WhichMail';

interface RecapEditorProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
  /** Somebody got theirs already: these are the others, who should get one, too. */
  readonly others?: readonly Person[];
}

/** The recap in full, ready to go with one click, and free to be changed before. */
export function RecapEditor({ state, occurrence, others }: RecapEditorProps) {
  const recap = useMemo(() => {
    const wanted = (others ?? []).map(({ key }) => key);
    return createRecapState(state, occurrence.key, wanted);
  }, [occurrence.key]);
  const body = useRef<HTMLTextAreaElement>(null);
  const { decisions, recaps } = state.scene.value;
  useEffect(() => {
    void state.attempt(recap.load);
  }, [recap, occurrence, decisions, recaps]);
  const heading = others === undefined ? <h2>Recap</h2> : null;
  if (recap.draft.value === null) {
    return (
      <>
        {heading}
        <div class="skeleton tall" />
      </>
    );
  }
  return (
    <>
      {heading}
      <Recipients recap={recap} />
      <WhichMail recap={recap} />
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
          lang={recap.shown.value?.language}
          value={recap.text.value}
          onInput={(typed) => recap.type({ text: typed.currentTarget.value })}
        />
      </Field>
      <Pointers recap={recap} />
      <Actions state={state} recap={recap} onCopy={() => body.current !== null && copyText(body.current)} />
    </>
  );
}

interface PartProps {
  readonly recap: RecapState;
}

const SUBJECT_LONG = 60;

function Counted({ recap }: PartProps) {
  const { core, whole } = recap.words.value;
  return (
    <>
      {whole} {whole === 1 ? 'word' : 'words'}
      {whole > WHOLE_WORDS && `. Under ${WHOLE_WORDS} is read more often`}
      {whole <= WHOLE_WORDS &&
        core > CORE_WORDS &&
        `, ${core} before the reasons. Under ${CORE_WORDS} there is read more often`}
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

/** Pointed out to the writer, never forbidden (8). */
function Pointers({ recap }: PartProps) {
  const unkind = recap.unkind.value;
  return (
    <p class="hint pointer" role="status">
      {unkind.length > 0 &&
        `You may want to look at ${listWords(unkind.map((word) => `“${word}”`))}: it can read as blame. `}
      {recap.subject.value.length > SUBJECT_LONG &&
        `The subject has ${recap.subject.value.length} characters; phones show about ${SUBJECT_LONG}. `}
      {lostWords(recap.lostAnswers.value.length)}
    </p>
  );
}

function lostWords(lost: number): string {
  if (lost === 0) return '';
  return lost === 3
    ? 'The line with the answers in brackets is gone, so they answer with a plain reply. Start over brings it back.'
    : 'One of the answers in brackets was changed; it goes as plain words instead of a link.';
}

interface ActionsProps extends PartProps {
  readonly state: PaneState;
  readonly onCopy: () => boolean;
}

const TOO_MANY = {
  mails: `These are more than ${OWN_MAILS_MAX} mails of their own, which Exchange does not take at once. Choose one mail to all, or fewer people.`,
  people: `One mail can go to ${ONE_MAIL_MAX} people. Please choose fewer.`,
} as const;

function Actions({ state, recap, onCopy }: ActionsProps) {
  const tooMany = recap.tooMany.value;
  return (
    <>
      {tooMany !== null && (
        <p class="fault" role="alert">
          {TOO_MANY[tooMany]}
        </p>
      )}
      <SendingAllowed state={state}>
        <div class="actions">
          <Button look="primary" icon={sendIcon} disabled={!recap.sendable.value} onPress={recap.send}>
            Send recap to absentees
          </Button>
        </div>
      </SendingAllowed>
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
