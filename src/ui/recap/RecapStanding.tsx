import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Telling } from '../../domain/facts/decided/catch-up-entry';
import { toldBy } from '../../domain/facts/decided/sending';
import type { Person } from '../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import { recipientsOf } from '../../domain/tell/recipients';
import { Button } from '../parts/controls/Button';
import { useLostFocus } from '../parts/controls/keep-focus';
import { Icon } from '../parts/icons/Icon';
import { undoIcon } from '../parts/icons/icons';
import { checkCircleIcon } from '../parts/icons/more-icons';
import type { PaneState } from '../state/pane';
import type { Begun, SendingStanding } from '../state/sending';
import { askedWords, goingWords } from '../words/keep/sending';
import { namesOf } from '../words/names';
import { RecapEditor } from './RecapEditor';

interface RecapStandingProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
  readonly standing: Exclude<SendingStanding, { kind: 'open' }>;
}

const SECOND = 1000;
/** Seconds that are worth counting down. */
const COUNTED = 60;
/** More names than these are a crowd. */
const NAMED = 7;

const names = (people: readonly Person[]) => namesOf(people, NAMED);

/** What became of the mails of a recap, and who waits for one. */
export function RecapStanding({ state, occurrence, standing }: RecapStandingProps) {
  return (
    <>
      <h2>Recap</h2>
      {'went' in standing ? (
        <Mails state={state} occurrence={occurrence} begun={standing} />
      ) : (
        <p class="standing" role="status">
          <span>{goingWords(standing.mails, state.time.value.time)}</span>
        </p>
      )}
      {standing.kind === 'undoable' && (
        <Countdown
          until={Math.max(...standing.mails.map(({ due }) => due)) - state.actions.clock()}
          onUndo={() => state.attempt(() => state.actions.takeBackRecap(occurrence.key))}
        />
      )}
    </>
  );
}

interface MailsProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
  readonly begun: Begun;
}

function Mails({ state, occurrence, begun }: MailsProps) {
  const { went, unknown, asked } = begun;
  const settle = (does: 'look' | 'send' | 'discard') =>
    state.attempt(() => state.actions.settleRecap(occurrence.key, does));
  return (
    <>
      <div role="status">
        {groups(state, went).map(({ words, subject }) => (
          <div key={words}>
            <p class="standing">
              <Icon of={checkCircleIcon} />
              <span>{words}</span>
            </p>
            <p class="quiet">{subject}</p>
          </div>
        ))}
        {unknown.length > 0 && (
          <p class="standing">
            {askedWords(`A recap to ${names(unknown.flatMap(({ to }) => to))}`, asked[0]?.asks ?? 'unknown')}
          </p>
        )}
      </div>
      {unknown.length > 0 && (
        <div class="actions">
          <Button onPress={() => settle('look')}>Look again</Button>
          <Button onPress={() => settle('send')}>Send it now</Button>
          <Button look="subtle" onPress={() => settle('discard')}>
            Discard
          </Button>
        </div>
      )}
      <Untold state={state} occurrence={occurrence} begun={begun} />
    </>
  );
}

/** What went at the same minute is said in one line; subjects of several are not all repeated. */
function groups(state: PaneState, went: readonly Telling[]) {
  const found = new Map<string, Telling[]>();
  for (const entry of went) {
    const when = `${entry.step} ${at(state, entry.sentAt ?? entry.recordedAt)}`;
    found.set(when, [...(found.get(when) ?? []), entry]);
  }
  return [...found.values()].map((entries) => {
    const [first] = entries as [Telling, ...Telling[]];
    const when = at(state, first.sentAt ?? first.recordedAt);
    const people = names(entries.flatMap(({ to }) => to));
    const subjects = [...new Set(entries.map(({ subject }) => subject))];
    return {
      subject: subjects.length === 1 ? first.subject : `${subjects.length} subjects, one mail each`,
      words:
        first.step === 'sent'
          ? `Sent to ${people} ${when}`
          : `Handed to Outlook for ${people} ${when}; whether it went could not be looked up`,
    };
  });
}

/** Absentees without a mail: those who were refused at once, the others when the person wants. */
function Untold({ state, occurrence, begun }: MailsProps) {
  const wanted = useSignal(false);
  const { owner, recaps } = state.view.value;
  if (owner === null || begun.unknown.length > 0) return null;
  const hasIt = toldBy(recaps, occurrence.key);
  const isWaiting = (person: Person) => !hasIt(person);
  const refused = begun.refused.flatMap(({ to }) => to).filter(isWaiting);
  const absent = recipientsOf(occurrence, owner, [])
    .filter(({ ticked, person }) => ticked && isWaiting(person))
    .map(({ person }) => person);
  const waiting = [...new Map([...refused, ...absent].map((person) => [person.key, person])).values()];
  if (waiting.length === 0) return null;
  if (refused.length > 0 || wanted.value) {
    return (
      <>
        {refused.length > 0 && (
          <p class="pointer" role="status">
            It did not go to {names(refused)}. You can send it to them now.
          </p>
        )}
        <RecapEditor state={state} occurrence={occurrence} others={waiting} />
      </>
    );
  }
  return (
    <Button
      look="link"
      onPress={() => {
        wanted.value = true;
      }}
    >
      Write to {names(waiting)}, too
    </Button>
  );
}

/** `at 15:42` today, `on Thu 29 Oct at 15:42` on another day. */
function at(state: PaneState, when: number): string {
  const time = state.time.value;
  return time.sameDay(when, state.now.value)
    ? `at ${time.time(when)}`
    : `on ${time.day(when)} at ${time.time(when)}`;
}

interface CountdownProps {
  /** In ms. */
  readonly until: number;
  readonly onUndo: () => unknown;
}

/** The seconds are counted by a timer of their own: the clock may be somebody else's. Minutes are not counted down. */
function Countdown({ until, onUndo }: CountdownProps) {
  const box = useRef<HTMLDivElement>(null);
  const left = useSignal(Math.ceil(until / SECOND));
  useLostFocus(box);
  useEffect(() => {
    const timer = setInterval(() => {
      left.value = Math.max(0, left.peek() - 1);
    }, SECOND);
    return () => clearInterval(timer);
  }, [left]);
  return (
    <div class="actions" ref={box}>
      <Button icon={undoIcon} onPress={onUndo}>
        Undo
      </Button>
      {left.value <= COUNTED && (
        <span class="quiet" aria-hidden="true">
          {left.value} s
        </span>
      )}
    </div>
  );
}
