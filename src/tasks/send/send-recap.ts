import type { RecapEntry } from '../../domain/facts/decided/recap-entry';
import { isTold, type SendingEnd } from '../../domain/facts/decided/sending';
import { type OccurrenceKey, seriesOf } from '../../domain/facts/things/occurrence';
import type { Person } from '../../domain/facts/things/person';
import { isTrouble, type Trouble, type TroubleKind } from '../../domain/trouble';
import type { Ports } from '../ports';
import { conversationOf, type KeyedMail, keyOf, note, type RecapMail } from './recap-journal';
import { deliver, type Journal, settleOnce } from './send-once';
import { createLookUp, wentToAll, wentToEach } from './sent-elsewhere';

export interface Sending {
  readonly occurrence: OccurrenceKey;
  readonly mails: readonly RecapMail[];
  /** One mail to all of its people; else each mail goes to one. */
  readonly together: boolean;
}

/** What became of one mail; `trouble` says why one that was refused did not go. */
export interface MailEnd {
  readonly to: readonly Person[];
  readonly end: SendingEnd | 'refused';
  readonly trouble: Trouble | null;
}

const lockOf = (occurrence: OccurrenceKey): string => `loopkeeper-recap-${occurrence}`;

/** After these nothing else would go either. */
const STOPS: readonly TroubleKind[] = [
  ...(['offline', 'sign-in-needed', 'not-permitted', 'throttled'] as const),
  ...(['mailbox-out-of-reach', 'mailbox-full', 'mail-limit', 'mail-blocked', 'send-as-denied'] as const),
];

/**
 * Sends the recap of an occurrence, to each of its people exactly once (send-once.ts): all intents are journalled
 * before anything goes, each mail has a key of its own, and whoever was told before is left out. One that is refused
 * leaves the others as they are.
 */
export async function sendRecap(
  ports: Ports,
  sending: Sending,
  untilSure: () => Promise<boolean>,
): Promise<readonly MailEnd[]> {
  const { occurrence, together } = sending;
  const ends = await ports.seal.alone(lockOf(occurrence), true, async () => {
    const before = await recapsOf(ports, occurrence);
    const isOpen = ({ message }: RecapMail) =>
      message.to.every((person) => !isTold(before, occurrence, person));
    const open = await Promise.all(
      sending.mails.filter(isOpen).map(async (mail) => ({
        ...mail,
        mailKey: await keyOf(ports, occurrence, together, mail.message.to),
      })),
    );
    const closed = sending.mails.filter((mail) => !isOpen(mail));
    const already = closed.map(({ message }) => endOf(message.to, 'already-sent'));
    if (open.length === 0) return already;
    await note(ports, occurrence, open, 'sending');
    if (await untilSure()) {
      await note(ports, occurrence, open, 'taken-back');
      return [...already, ...open.map(({ message }) => endOf(message.to, 'taken-back'))];
    }
    return [...already, ...(await deliverAll(ports, sending, open))];
  });
  return ends ?? sending.mails.map(({ message }) => endOf(message.to, 'unknown'));
}

const endOf = (to: readonly Person[], end: MailEnd['end'], trouble: Trouble | null = null): MailEnd => ({
  to,
  end,
  trouble,
});

async function deliverAll(
  ports: Ports,
  { occurrence, together }: Sending,
  mails: readonly KeyedMail[],
): Promise<readonly MailEnd[]> {
  const ends: MailEnd[] = [];
  let stopped: Trouble | null = null;
  const looked = createLookUp(ports, occurrence);
  for (const mail of mails) {
    const { to } = mail.message;
    if (stopped !== null) {
      await note(ports, occurrence, [mail], 'refused');
      ends.push(endOf(to, 'refused', stopped));
      continue;
    }
    try {
      if (
        await (together ? wentToEach(ports, occurrence, mail) : wentToAll(ports, occurrence, mail, looked))
      ) {
        ends.push(endOf(to, together ? 'already-sent' : 'sent'));
        continue;
      }
      const journal: Journal = (step, kept) => note(ports, occurrence, [mail], step, kept);
      ends.push(endOf(to, await deliver(ports, mail.message, mail.mailKey, journal)));
    } catch (thrown) {
      if (!isTrouble(thrown)) throw thrown;
      ends.push(endOf(to, 'refused', thrown));
      if (STOPS.includes(thrown.kind)) stopped = thrown;
    }
  }
  return ends;
}

/** What became of sendings whose end was never noted (the pane closed, the answer was lost), one after another. */
export async function settleRecap(
  ports: Ports,
  entries: readonly RecapEntry[],
  does: 'look' | 'send' | 'discard',
): Promise<readonly SendingEnd[]> {
  const ends: SendingEnd[] = [];
  let trouble: unknown = null;
  for (const entry of entries) {
    try {
      ends.push(await settleOne(ports, entry, does));
    } catch (thrown) {
      ends.push('unknown');
      trouble ??= thrown;
    }
  }
  if (trouble !== null) throw trouble;
  return ends;
}

const settleOne = (ports: Ports, entry: RecapEntry, does: 'look' | 'send' | 'discard'): Promise<SendingEnd> =>
  settleOnce(
    ports,
    {
      lock: lockOf(entry.occurrence),
      mailKey: entry.mailKey,
      journal: async (step, mail) => {
        const now = ports.clock();
        const id = ports.seal.stamp();
        const sentAt = mail?.sentAt ?? (step === 'sent' ? now : null);
        const known = { ...entry, ...conversationOf(mail) };
        await ports.ledger.append([
          { ...known, id, recordedAt: now, step, messageId: mail?.id ?? null, sentAt },
        ]);
      },
    },
    does,
  );

const recapsOf = async (ports: Ports, occurrence: OccurrenceKey): Promise<readonly RecapEntry[]> =>
  (await ports.ledger.factsOf([seriesOf(occurrence)])).filter(
    (fact): fact is RecapEntry => fact.kind === 'recap' && fact.occurrence === occurrence,
  );
