import { DEFAULT_RETENTION } from '../../../domain/facts/entered/reduced';
import { useKeptDays } from '../../state/lookups/kept-days';
import { useRoams } from '../../state/lookups/roams';
import type { PaneState } from '../../state/pane';

/** Before a log begins, what is kept, where, and for how long. */
export function WhatIsKept({ state, look }: { readonly state: PaneState; readonly look?: 'hint' }) {
  const days = useKeptDays(state) ?? DEFAULT_RETENTION;
  const place = useRoams(state) ? 'in this browser and in your OneDrive' : 'in this browser on this machine';
  return (
    <p class={look}>
      Loopkeeper keeps what happens to this meeting: when it took place, was moved or cancelled, who was
      there, what was decided, asked and promised, who was told, and when. The log is {place}, and leaves it
      only in what you send and export. After {days} days, rows about people become monthly counts, and
      settled questions and promises are deleted. Decisions stay until you erase them.
    </p>
  );
}
