import type { Telling } from '../../domain/facts/decided/catch-up-entry';
import type { PressedMail } from '../../domain/facts/decided/pressed';
import { lastSteps } from '../../domain/facts/decided/sending';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import type { PersonKey } from '../../domain/facts/things/person';
import type { Instant } from '../../domain/time/time';
import type { RecapLetter } from '../port/actions';
import type { PaneView } from '../port/view';
import type { PaneState } from './pane';
import { canUndo, outgoingOf } from './undoable';

/** How the recap of an occurrence stands; `open` is the only one in which nothing was begun, or nothing is left of it. */
export type SendingStanding =
  | { readonly kind: 'open' }
  | { readonly kind: 'undoable'; readonly mails: readonly PressedMail[] }
  | { readonly kind: 'on-its-way'; readonly mails: readonly PressedMail[] }
  | ({ readonly kind: 'sent' | 'unverified' | 'unknown' } & Begun);

/** The mails of a recap, at their last step. */
export interface Begun {
  /** Verified or not, in the order they went. */
  readonly went: readonly Telling[];
  readonly unknown: readonly Telling[];
  /** Of those that are asked about, what is kept here, and why. */
  readonly asked: readonly PressedMail[];
  readonly refused: readonly Telling[];
}

export function standingOf(
  occurrence: OccurrenceKey,
  view: Pick<PaneView, 'recaps' | 'outgoing'>,
  onTheirWay: readonly OccurrenceKey[],
  now: Instant,
): SendingStanding {
  const mine = outgoingOf(view, occurrence);
  const mails = mine.filter(({ asks }) => asks === undefined);
  if (mails.some((mail) => canUndo(mail, now))) return { kind: 'undoable', mails };
  if (mails.length > 0) return { kind: 'on-its-way', mails };
  const last = lastSteps(view.recaps).filter((one) => one.occurrence === occurrence);
  const went = last
    .filter(({ step }) => step === 'sent' || step === 'unverified')
    .sort((a, b) => (a.sentAt ?? a.recordedAt) - (b.sentAt ?? b.recordedAt));
  const unknown = last.filter(({ step }) => step === 'sending');
  const refused = last.filter(({ step }) => step === 'refused');
  const asked = mine.filter(({ mailKey }) => unknown.some((one) => one.mailKey === mailKey));
  const begun = { went, unknown, asked, refused };
  const isDone = unknown.length === 0 && went.length > 0 && went.every(({ step }) => step === 'sent');
  if (onTheirWay.includes(occurrence) && !(isDone && refused.length === 0))
    return { kind: 'on-its-way', mails };
  if (unknown.length > 0) return { kind: 'unknown', ...begun };
  if (went.length === 0) return { kind: 'open' };
  return { kind: isDone ? 'sent' : 'unverified', ...begun };
}

/** The mail that was sent from a line of what is owed, as long as the line is on screen. */
export const lineOf = (occurrence: OccurrenceKey, person: PersonKey): string => `${occurrence} ${person}`;

export const isMailOf = ({ entry }: PressedMail, line: string): boolean =>
  entry.kind === 'recap' && entry.to.some(({ key }) => lineOf(entry.occurrence, key) === line);

export const isSentInLine = ({ sentInLine }: PaneState, mail: PressedMail): boolean =>
  sentInLine.value.some((line) => isMailOf(mail, line));

/** Sends once: a second press, here or while the first is on its way, does nothing. True where Send was pressed by it. */
export async function send(
  pane: PaneState,
  occurrence: OccurrenceKey,
  letters: readonly RecapLetter[],
  together: boolean,
  stays = false,
): Promise<boolean> {
  if (pane.onTheirWay.peek().includes(occurrence)) return false;
  pane.onTheirWay.value = [...pane.onTheirWay.peek(), occurrence];
  // What is being sent stays in hand; from a list one goes nowhere.
  if (!stays) pane.choose(occurrence);
  const done = await pane.attempt(async () => {
    await pane.actions.sendRecap(occurrence, letters, together);
    return true;
  });
  pane.onTheirWay.value = pane.onTheirWay.peek().filter((key) => key !== occurrence);
  return done === true;
}
