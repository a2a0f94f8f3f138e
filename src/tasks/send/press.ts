import { type Journalled, type PressedMail, UNDO_TIME } from '../../domain/facts/decided/pressed';
import type { Message } from '../../domain/facts/things/message';
import type { Instant } from '../../domain/time/time';
import type { Ports } from '../ports';
import { carryOn, claimNow } from './carry';
import { stepOf } from './journal';

/** A mail as it is when Send is pressed. */
export interface Outgoing {
  /** As it is written down; its step and stamp are given when it is. */
  readonly entry: Journalled;
  /** What the same mail tells of other meetings, each with the same key. */
  readonly besides?: readonly Journalled[];
  readonly message: Message;
  /** It goes when this is over; null: after the time to undo. */
  readonly notBefore: Instant | null;
  readonly instead?: PressedMail['instead'];
}

/**
 * From here on it is a promise: the mail is kept with all that it takes to send it, and then written down. A pane that
 * is closed between the two leaves a mail that goes, never words about one that does not; pressed again before it goes,
 * that is the same promise.
 */
export async function press(ports: Ports, mails: readonly Outgoing[]): Promise<readonly PressedMail[]> {
  const pressedAt = ports.clock();
  const kept = await keysKept(ports);
  const pressed = await Promise.all(
    mails
      .filter((mail) => !keysOf(mail).some((key) => kept.has(key)))
      .map(
        async ({ entry, besides = [], message, notBefore, instead }): Promise<PressedMail> => ({
          id: ports.seal.stamp(),
          mailKey: entry.mailKey,
          entry,
          message,
          ...(besides.length === 0 ? {} : { besides }),
          claim: await claimNow(ports, { entry, besides }),
          pressedAt,
          due: Math.max(pressedAt + UNDO_TIME, notBefore ?? 0),
          state: 'kept',
          ...(instead === undefined || instead.length === 0 ? {} : { instead }),
        }),
      ),
  );
  await ports.ledger.pressed.keep(pressed);
  await ports.ledger.append(
    pressed.flatMap(({ entry, besides = [], due }) =>
      [entry, ...besides].map((one) => ({ ...stepOf(ports, one, 'sending', null), goesAt: due })),
    ),
  );
  return pressed;
}

/** Of one matter, in whatever way it goes. */
const keysOf = ({ entry, instead = [] }: Pick<Outgoing, 'entry' | 'instead'>): readonly string[] => [
  entry.mailKey,
  ...instead.map(({ mailKey }) => mailKey),
];

/** By which what goes by itself is known; of one that is asked about the log says how it stands. */
const keysKept = async ({ ledger }: Ports): Promise<ReadonlySet<string>> => {
  const all = await ledger.pressed.all();
  return new Set(
    all.filter(({ back, asks }) => back !== true && asks === undefined).map(({ mailKey }) => mailKey),
  );
};

/** Undo, or "Discard" of one that is asked about. */
export async function takeBackPressed(ports: Ports, ids: readonly string[]): Promise<void> {
  for (const id of ids) await ports.ledger.pressed.change(id, { back: true });
  await carryOn(ports, ({ id }) => ids.includes(id), true);
}

/**
 * "Send it now", of one that is asked about: it rests on what is known now. What lies in the mailbox, or went, is found
 * by its key; without one the person says that it is to go once more.
 */
export async function sendAsked(ports: Ports, ids: readonly string[]): Promise<void> {
  const { pressed } = ports.ledger;
  for (const mail of (await pressed.all()).filter(({ id }) => ids.includes(id))) {
    const now = ports.clock();
    const { asks: _, trouble: __, draft: ___, ...rest } = mail;
    const claim = await claimNow(ports, mail);
    await pressed.keep([{ ...rest, claim, state: 'kept', pressedAt: now, due: now }]);
  }
  await carryOn(ports, ({ id }) => ids.includes(id), true);
}

/** What was only to be heard of is not said any more. */
export const dismissPressed = (ports: Ports, id: string): Promise<void> => ports.ledger.pressed.drop(id);
