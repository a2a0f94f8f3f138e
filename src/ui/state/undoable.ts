import type { PressedMail } from '../../domain/facts/decided/pressed';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { Instant } from '../../domain/time/time';
import type { PaneView } from '../port/view';

/** It goes by itself, and can be taken back until then. */
export const canUndo = ({ asks, back, due }: PressedMail, now: Instant): boolean =>
  asks === undefined && back !== true && now < due;

/** What Send was pressed for of this occurrence and has not gone yet. */
export const outgoingOf = (
  { outgoing = [] }: Pick<PaneView, 'outgoing'>,
  occurrence: OccurrenceKey,
): readonly PressedMail[] =>
  outgoing.filter(({ entry }) => entry.kind === 'recap' && entry.occurrence === occurrence);

export const isUndoable = (
  view: Pick<PaneView, 'outgoing'>,
  occurrence: OccurrenceKey,
  now: Instant,
): boolean => outgoingOf(view, occurrence).some((mail) => canUndo(mail, now));
