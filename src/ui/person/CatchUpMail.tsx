import { useEffect, useMemo, useRef } from 'preact/hooks';

import type { CatchUpEntry } from '../../domain/facts/decided/catch-up-entry';
import { lastSteps } from '../../domain/facts/decided/sending';
import { rhythmOf } from '../../domain/facts/entered/rhythm';
import { isSamePerson, type Owner, type Person } from '../../domain/facts/things/person';
import type { CatchUpLetter } from '../../domain/tell/catch-up/catch-up-letter';
import { canBeTicked, isOutside } from '../../domain/tell/recipients';
import type { PersonRecord } from '../../domain/tell/whole-record';
import { Button } from '../parts/controls/Button';
import { sendIcon } from '../parts/icons/more-icons';
import { MailActions, type MailBody, MailFields, MailLength, MailPointers } from '../parts/Mail';
import { MailLine } from '../parts/MailLine';
import { ReadFirst } from '../parts/ReadFirst';
import { SaveMail } from '../parts/SaveMail';
import { SendingAllowed } from '../parts/SendingAllowed';
import type { PaneState } from '../state/pane';
import { type CatchUpState, createCatchUpState } from '../state/points/catch-up';
import {
  CHANGED_MEANWHILE,
  MORE_SINCE,
  notMailedWords,
  offeredWords,
  toldNowWords,
  unsureWords,
} from '../words/decide/person-page';
import { lostAnswersHint, unkindHint } from '../words/decide/pointers';
import { nameOf } from '../words/names';

interface CatchUpMailProps {
  readonly state: PaneState;
  readonly owner: Owner;
  readonly record: PersonRecord;
}

/** The catch-up as its reader gets it, and the ways to tell it: by mail, or by a word that is noted. */
export function CatchUpMail({ state, owner, record }: CatchUpMailProps) {
  const { person } = record;
  const catchUp = useMemo(() => createCatchUpState(state, person), [state, person.key]);
  useEffect(() => {
    void state.lookUp(() => catchUp.load(record));
  }, [catchUp, record]);
  const { outgoing = [] } = state.view.value;
  const going = outgoing.filter(
    ({ entry }) => entry.kind === 'catch-up' && entry.to.some((one) => isSamePerson(one, person)),
  );
  const letter = catchUp.letter.value;
  const isPaced = rhythmOf(record.rhythms, person).often !== 'each-miss';
  return (
    <>
      {going.map((mail) => (
        <MailLine key={mail.id} state={state} mail={mail} />
      ))}
      <Unsure state={state} record={record} here={going.map(({ mailKey }) => mailKey)} />
      {catchUp.changed.value && (
        <p class="pointer" role="status">
          {CHANGED_MEANWHILE}
        </p>
      )}
      {catchUp.toldNow.value.length > 0 && (
        <div class="actions">
          <span role="status">{toldNowWords(person)}</span>
          <Button look="subtle" small onPress={catchUp.takeBack}>
            Undo
          </Button>
        </div>
      )}
      {letter && isPaced && (
        <p class="hint">{offeredWords(catchUp.offered.value, person, state.now.value)}</p>
      )}
      {letter && <Letter state={state} owner={owner} person={person} catchUp={catchUp} letter={letter} />}
    </>
  );
}

interface LetterProps {
  readonly state: PaneState;
  readonly owner: Owner;
  readonly person: Person;
  readonly catchUp: CatchUpState;
  readonly letter: CatchUpLetter;
}

function Letter({ state, owner, person, catchUp, letter }: LetterProps) {
  const body = useRef<HTMLTextAreaElement>(null);
  const { subject, text, language, names } = letter;
  const busy = catchUp.busy.value;
  const isMailed = canBeTicked(person, owner);
  return (
    <>
      <ReadFirst
        body={body}
        from={owner.name}
        to={nameOf(person)}
        hasAnswers={names.length > 0}
        {...{ subject, text, language }}
      >
        <MailFields
          body={body}
          {...{ subject, text, language }}
          hint={
            <MailLength
              words={catchUp.words.value.whole}
              edited={catchUp.edited.value}
              onStartOver={catchUp.startOver}
            />
          }
          onType={catchUp.type}
        />
      </ReadFirst>
      <MailPointers>
        {[
          unkindHint(catchUp.unkind.value),
          lostAnswersHint(catchUp.lostAnswers.value.length),
          catchUp.isBehind.value && MORE_SINCE,
        ]}
      </MailPointers>
      {isMailed ? (
        <SendingAllowed state={state}>
          <div class="actions">
            <Button
              look="primary"
              icon={sendIcon}
              disabled={busy || text.trim() === ''}
              onPress={catchUp.send}
            >
              Send catch-up
            </Button>
            <Told catchUp={catchUp} />
          </div>
        </SendingAllowed>
      ) : (
        <>
          <p class="hint">{notMailedWords(person, isOutside(person, owner))}</p>
          <div class="actions">
            <Told catchUp={catchUp} />
          </div>
        </>
      )}
      <Elsewhere state={state} catchUp={catchUp} body={body} />
    </>
  );
}

const Told = ({ catchUp }: { readonly catchUp: CatchUpState }) => (
  <Button disabled={catchUp.busy.value} onPress={catchUp.told}>
    I told them
  </Button>
);

interface ElsewhereProps {
  readonly state: PaneState;
  readonly catchUp: CatchUpState;
  readonly body: MailBody;
}

const Elsewhere = ({ state, catchUp, body }: ElsewhereProps) => (
  <MailActions body={body} onOpen={catchUp.openInOutlook}>
    <SaveMail state={state} letter={() => catchUp.letter.peek() ?? null} />
  </MailActions>
);

interface UnsureProps {
  readonly state: PaneState;
  readonly record: PersonRecord;
  /** Those that are kept in this browser say what becomes of them by themselves. */
  readonly here: readonly string[];
}

/** Mails of which nobody knows whether they went: another machine pressed Send for them. */
function Unsure({ state, record: { person, recaps }, here }: UnsureProps) {
  const isUnsure = (one: PersonRecord['recaps'][number]): one is CatchUpEntry =>
    one.kind === 'catch-up' &&
    one.step === 'sending' &&
    !here.includes(one.mailKey) &&
    one.to.some((reader) => isSamePerson(reader, person));
  const unsure = new Map(
    lastSteps(recaps)
      .filter(isUnsure)
      .map((one) => [one.mailKey, one]),
  );
  const settle = (entry: CatchUpEntry, does: 'look' | 'discard') => () =>
    state.attempt(async () => (await state.actions.catchUp()).settle(entry, does));
  return (
    <>
      {[...unsure.values()].map((one) => (
        <div key={one.mailKey} class="line">
          <p role="status">{unsureWords(person, one)}</p>
          <div class="actions">
            <Button small onPress={settle(one, 'look')}>
              Look again
            </Button>
            <Button look="subtle" small onPress={settle(one, 'discard')}>
              Discard
            </Button>
          </div>
        </div>
      ))}
    </>
  );
}
