import type { JudgedOccurrence, Reason } from '../../../domain/judge/judged/judged';
import type { PaneState } from '../../state/pane';
import { GRADE_MEANINGS, GRADE_NAMES, reasonWords } from '../../words/reasons';
import { NoticeLine } from './NoticeLine';
import { TakeBack } from './TakeBack';

interface ReasonsProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
}

/** Why the log says so: what was seen and noted, in the order it happened, with how sure each is. */
export function Reasons({ state, occurrence }: ReasonsProps) {
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
