import { CORE_WORDS, WHOLE_WORDS } from '../../formats/mail/recap-length';
import { type MailBody, MailFields, MailLength, MailPointers } from '../parts/Mail';
import { ReadFirst } from '../parts/ReadFirst';
import type { PaneState } from '../state/pane';
import type { RecapState } from '../state/recap';
import { lostAnswersHint, unkindHint } from '../words/decide/pointers';
import { namesOf } from '../words/names';

interface RecapMailProps {
  readonly state: PaneState;
  readonly recap: RecapState;
  readonly body: MailBody;
}

/** The mail as its reader gets it; its fields, with the markers that become answers, are a second step. */
export function RecapMail({ state, recap, body }: RecapMailProps) {
  const letter = recap.shown.value;
  if (letter === null) return null;
  const { language, names, to } = letter;
  const [subject, text] = [recap.subject.value, recap.text.value];
  return (
    <>
      <ReadFirst
        body={body}
        from={state.view.value.owner?.name ?? ''}
        to={namesOf(to)}
        hasAnswers={names.length > 0}
        {...{ subject, text, language }}
      >
        <MailFields
          body={body}
          {...{ subject, text, language }}
          hint={<Counted recap={recap} />}
          onType={recap.type}
        />
      </ReadFirst>
      <Pointers recap={recap} />
    </>
  );
}

const SUBJECT_LONG = 60;

function Counted({ recap }: Pick<RecapMailProps, 'recap'>) {
  const { core, whole } = recap.words.value;
  return (
    <MailLength words={whole} edited={recap.edited.value} onStartOver={recap.startOver}>
      {whole > WHOLE_WORDS && `. Under ${WHOLE_WORDS} is read more often`}
      {whole <= WHOLE_WORDS &&
        core > CORE_WORDS &&
        `, ${core} before the reasons. Under ${CORE_WORDS} there is read more often`}
    </MailLength>
  );
}

function Pointers({ recap }: Pick<RecapMailProps, 'recap'>) {
  const { length } = recap.subject.value;
  return (
    <MailPointers>
      {[
        unkindHint(recap.unkind.value),
        length > SUBJECT_LONG && `The subject has ${length} characters; phones show about ${SUBJECT_LONG}.`,
        lostAnswersHint(recap.lostAnswers.value.length),
      ]}
    </MailPointers>
  );
}
