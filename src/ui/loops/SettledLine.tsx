import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';

import type { PressedMail } from '../../domain/facts/decided/pressed';
import { Button } from '../parts/controls/Button';
import { MailLine } from '../parts/MailLine';
import type { PaneState } from '../state/pane';
import type { Settled } from './owed-lines';

/** Nobody is named in what is over: somebody may have been erased since. */
const SAID: Readonly<Record<Settled, string>> = {
  noted: 'Noted.',
  'put-off': 'Put off until tomorrow.',
  done: 'Done.',
  sent: 'Sent.',
  'not-sent': 'It did not go.',
};

interface SettledLineProps {
  readonly state: PaneState;
  readonly settled: Settled;
  /** The day and the meeting, of a day that was answered. */
  readonly about: string | null;
  /** As high as it was asked. */
  readonly height: RefObject<number>;
  /** What was sent from it and is still to go. */
  readonly mail: PressedMail | undefined;
  readonly onUndo: (() => Promise<unknown>) | null;
  readonly children: ComponentChildren;
}

/** A line of which nothing is owed any more. It keeps its place, with its Undo. */
export function SettledLine({ state, settled, about, height, mail, onUndo, children }: SettledLineProps) {
  const isTakenBack = useRef(false);
  if (mail !== undefined) isTakenBack.current = mail.back === true;
  // Taken back, it is owed again in a moment; until then nothing says that it went.
  const said = isTakenBack.current ? 'Taken back.' : SAID[settled];
  return (
    <li class="settled" style={{ minHeight: `${height.current ?? 0}px` }}>
      {mail === undefined ? (
        <p role="status">{about === null ? said : `${about}: ${said}`}</p>
      ) : (
        <MailLine state={state} mail={mail} />
      )}
      {onUndo !== null && (
        <Button look="subtle" small onPress={onUndo}>
          Undo
        </Button>
      )}
      {children}
    </li>
  );
}
