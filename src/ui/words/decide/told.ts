import type { RecapEntry } from '../../../domain/facts/decided/recap-entry';
import type { Person } from '../../../domain/facts/things/person';
import { namesOf } from '../names';
import type { TimeWords } from '../times';

/** 13.1: behind what was told by a mail that could not be looked up afterwards. */
export const NOT_LOOKED_UP = ' (handed to Outlook, not looked up)';

interface Telling {
  /** The mail that told it; null: none did. */
  readonly told: RecapEntry | null;
  /** Who should still hear of it, as far as is known here. */
  readonly untold: readonly Person[];
  /** Whether it is known here who should: the people of another meeting, or of rows that went, are not. */
  readonly isKnown: boolean;
}

/**
 * Who was told of a decision, and who was not. That nobody needs to hear of it is said only where that is known
 * (11.5), and nothing where it is not; of a mail that could not be looked up it is said that it could not (13.1).
 */
export function toldWords({ told, untold, isKnown }: Telling, time: TimeWords): string {
  const said = [
    ...(told === null ? [] : [mailWords(told, time)]),
    ...(untold.length === 0 ? [] : [`${namesOf(untold)} not told yet.`]),
  ];
  if (said.length > 0) return said.join(' ');
  return isKnown ? 'Nobody needs to hear of it.' : '';
}

function mailWords({ to, step, sentAt, recordedAt }: RecapEntry, time: TimeWords): string {
  const at = sentAt ?? recordedAt;
  const unsure = step === 'unverified' ? NOT_LOOKED_UP : '';
  return `Told ${namesOf(to)} on ${time.day(at)} at ${time.time(at)}${unsure}.`;
}
