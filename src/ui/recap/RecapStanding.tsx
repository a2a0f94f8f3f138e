import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import type { JudgedOccurrence } from '../../domain/judged';
import type { Person } from '../../domain/person';
import { Button } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { checkCircleIcon, undoIcon } from '../parts/icons';
import { useLostFocus } from '../parts/keep-focus';
import type { PaneState } from '../state/pane';
import type { Standing } from '../state/sending';
import { listWords } from '../words/times';

interface RecapStandingProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
  readonly standing: Exclude<Standing, { kind: 'open' }>;
}

const SECOND = 1000;
const UNDO_SECONDS = 10;

const names = (people: readonly Person[]) =>
  listWords(people.map(({ name, address }) => (name === '' ? address : name)));

export function RecapStanding({ state, occurrence, standing }: RecapStandingProps) {
  const settle = (does: 'look' | 'send' | 'discard') =>
    state.attempt(() => state.desk.settleRecap(occurrence.key, does));
  return (
    <>
      <h2>Recap</h2>
      <p class="standing" role="status">
        {(standing.kind === 'sent' || standing.kind === 'unverified') && <Icon of={checkCircleIcon} />}
        <span>{words(state, standing)}</span>
      </p>
      {standing.kind === 'undoable' && (
        <Countdown onUndo={() => state.attempt(() => state.desk.takeBackRecap(occurrence.key))} />
      )}
      {standing.kind === 'unknown' && (
        <div class="actions">
          <Button onPress={() => settle('look')}>Look again</Button>
          <Button onPress={() => settle('send')}>Send it now</Button>
          <Button look="subtle" onPress={() => settle('discard')}>
            Discard
          </Button>
        </div>
      )}
      {(standing.kind === 'sent' || standing.kind === 'unverified') && (
        <p class="quiet">{standing.entry.subject}</p>
      )}
    </>
  );
}

function words(state: PaneState, standing: RecapStandingProps['standing']): string {
  switch (standing.kind) {
    case 'undoable':
      return `Sending to ${names(standing.letter.to)}…`;
    case 'on-its-way':
      return 'Sending…';
    case 'sent':
      return `Sent to ${names(standing.entry.to)} ${at(state, standing.entry.sentAt ?? standing.entry.recordedAt)}`;
    case 'unverified':
      return `Handed to Outlook for ${names(standing.entry.to)} ${at(
        state,
        standing.entry.sentAt ?? standing.entry.recordedAt,
      )}; whether it went could not be looked up`;
    case 'unknown':
      return `A recap to ${names(standing.entry.to)} was on its way when the connection broke. It may have gone; nothing is sent again unless you say so.`;
  }
}

/** `at 15:42` today, `on Thu 29 Oct at 15:42` on another day. */
function at(state: PaneState, when: number): string {
  const time = state.time.value;
  return time.sameDay(when, state.now.value)
    ? `at ${time.time(when)}`
    : `on ${time.day(when)} at ${time.time(when)}`;
}

/** The seconds are counted by a timer of their own: the clock may be somebody else's. */
function Countdown({ onUndo }: { readonly onUndo: () => unknown }) {
  const box = useRef<HTMLDivElement>(null);
  const left = useSignal(UNDO_SECONDS);
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
      <span class="quiet" aria-hidden="true">
        {left.value} s
      </span>
    </div>
  );
}
