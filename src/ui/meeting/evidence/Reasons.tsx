import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import type { JudgedOccurrence, Reason } from '../../../domain/judge/judged/judged';
import { Doors } from '../../parts/controls/Doors';
import { lazily } from '../../parts/Lazy';
import type { PaneState } from '../../state/pane';
import { GRADE_MEANINGS, GRADE_NAMES, reasonWords } from '../../words/reasons';
import { SAYING_AGAINST } from './against';
import { NoticeLine } from './NoticeLine';
import { TakeBack } from './TakeBack';

const ReportFile = lazily(() => import('./ReportFile').then((part) => part.ReportFile));
const ReasonForm = lazily(() => import('./ReasonForm').then((part) => part.ReasonForm));

/** One more source, beside the three things one can say. */
const REPORT = 'Add report' as const;
const DOORS = [...SAYING_AGAINST, REPORT] as const;

interface ReasonsProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
}

/** Why the log says so: what was seen and noted, in the order it happened, with how sure each is. */
export function Reasons({ state, occurrence }: ReasonsProps) {
  const open = useMemo(() => signal<(typeof DOORS)[number] | null>(null), [occurrence.key]);
  const close = () => {
    open.value = null;
  };
  return (
    <div class="block">
      <h3>Reasons</h3>
      {occurrence.reasons.length === 0 ? (
        <p class="hint">Planned by the series; nothing else is known.</p>
      ) : (
        <ol class="timeline">
          {occurrence.reasons.map((reason, at) => (
            <Line key={`${reason.what}-${reason.at}-${at}`} reason={reason} state={state} />
          ))}
        </ol>
      )}
      <NoticeLine state={state} occurrence={occurrence} />
      <Doors names={DOORS} open={open} />
      {open.value === REPORT && <ReportFile state={state} occurrence={occurrence} onDone={close} />}
      {open.value !== null && open.value !== REPORT && (
        <ReasonForm key={open.value} state={state} occurrence={occurrence} kind={open.value} onDone={close} />
      )}
    </div>
  );
}

function Line({ reason, state }: { readonly reason: Reason; readonly state: PaneState }) {
  const time = state.time.value;
  return (
    <li class={`timeline-line ${reason.grade}`}>
      <span class="timeline-when">
        {time.day(reason.at)} {time.time(reason.at)}
      </span>
      <span class="timeline-what">
        {reasonWords(reason, time)}{' '}
        {reason.doubt === undefined ? (
          <span class="quiet" title={GRADE_MEANINGS[reason.grade]}>
            {GRADE_NAMES[reason.grade]} · rule {reason.rule}
          </span>
        ) : (
          <span class="quiet">does not count · rule {reason.rule}</span>
        )}
        <TakeBack state={state} reason={reason} />
      </span>
    </li>
  );
}
