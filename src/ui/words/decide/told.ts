import type { Telling } from '../../../domain/facts/decided/catch-up-entry';
import { eachOnce } from '../../../domain/facts/things/people';
import type { Person } from '../../../domain/facts/things/person';
import { namesOf } from '../names';
import type { TimeWords } from '../times';

/** 13.1: behind what was told by a mail that could not be looked up afterwards. */
export const NOT_LOOKED_UP = ' (handed to Outlook; whether it went is not known)';

interface ToldOf {
  /** The mails that told it as it is now, oldest first. */
  readonly mails: readonly Telling[];
  /** Who should still hear of it, as far as is known here. */
  readonly untold: readonly Person[];
  /** Somebody should hear of it, told or not. */
  readonly isHeard: boolean;
  /** Whether it is known here who should: the people of another meeting, or of rows that went, are not. */
  readonly isKnown: boolean;
}

/**
 * Who was told of a decision, and who was not. That nobody needs to hear of it is said only where that is known (11.5);
 * where somebody should and was told, that is said, and where nobody can know, nothing. Of a mail that could not be looked
 * up it is said that it could not (13.1).
 */
export function toldWords({ mails, untold, isHeard, isKnown }: ToldOf, time: TimeWords): string {
  const said = [
    ...mailWords(mails, time),
    ...(untold.length === 0 ? [] : [`${namesOf(untold)} not told yet.`]),
  ];
  if (said.length > 0) return said.join(' ');
  if (!isKnown) return '';
  return isHeard ? 'Everybody who should hear of it was there or answered.' : 'Nobody needs to hear of it.';
}

/** Everybody whom a mail told, each once, and when: of several mails when the last of them went. */
function mailWords(mails: readonly Telling[], time: TimeWords): readonly string[] {
  const last = mails.at(-1);
  if (last === undefined) return [];
  const each = eachOnce(mails.flatMap(({ to }) => to));
  const moments = mails.map(({ sentAt, recordedAt }) => sentAt ?? recordedAt);
  const said = moments.map((at) => `on ${time.day(at)} at ${time.time(at)}`);
  const when = new Set(said).size === 1 ? ` ${said[0]}` : `, the last of them ${said.at(-1)}`;
  const unsure = mails.some(({ step }) => step === 'unverified') ? NOT_LOOKED_UP : '';
  const byHand = mails.every(({ step }) => step === 'by-hand') ? ' (noted by you)' : '';
  return [`Told ${namesOf(each)}${when}${unsure}${byHand}.`];
}
