import type { JudgedLineage, JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { CheckInState } from '../state/check-in/check-in';
import type { PaneState } from '../state/pane';

/** What a part of the meeting's tab is told: the meeting, or the occurrence in hand. */
export interface AboutMeeting {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}
export interface AboutOccurrence {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
}
export interface AboutCheckIn extends AboutOccurrence {
  readonly checkIn: CheckInState;
}
