import type { JudgedOccurrence } from '../../../domain/judge/judged/judged';
import type { PaneState } from '../../state/pane';
import { workingNoticeWords } from '../../words/working';

interface NoticeLineProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
}

/** The notice by the clock and in working time, side by side (5.2). */
export function NoticeLine({ state, occurrence: { notice } }: NoticeLineProps) {
  const byWorkingTime = state.lineage.value?.rules.byWorkingTime === true;
  const words = notice === null ? null : workingNoticeWords(notice, byWorkingTime);
  return words === null ? null : <p class="hint notice-line">{words}</p>;
}
