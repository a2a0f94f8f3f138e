import type { SendingEnd } from '../../domain/facts/decided/sending';
import type { Message } from '../../domain/facts/things/message';
import type { Instant } from '../../domain/time/time';
import { isTrouble, Trouble, type TroubleKind } from '../../domain/trouble';
import type { Ports } from '../ports';

export type SendingStep = 'sending' | 'sent' | 'unverified' | 'taken-back' | 'refused';

/** A mail as Graph keeps it; `sentAt` is null where Graph did not say it. */
export interface MailKept {
  readonly id: string;
  readonly sentAt: Instant | null;
  readonly conversation: string | null;
}

/** Writes a step of a sending down. */
export type Journal = (step: SendingStep, mail: MailKept | null) => Promise<void>;

/** One mail that must not go twice, and where its steps are kept. */
export interface OnceSending {
  /** All panes of the browser take turns per name. */
  readonly lock: string;
  readonly message: Message;
  /** It went before, or may have gone. */
  readonly isClosed: () => Promise<boolean>;
  /** The same on every machine, so that each finds what another one sent. */
  readonly mailKey: () => Promise<string>;
  readonly journal: (mailKey: string) => Journal;
}

/**
 * Sends a mail exactly once (behaviour of Graph: a lost answer does not mean a lost mail, and there is no
 * idempotency key). The intent is journalled before Graph is asked; the draft carries our key; on any doubt the
 * key is looked up, and nothing is ever sent again without a click. `untilSure` is called when the intent is in the
 * journal; it resolves true when the person takes it back within the time to undo, false when that is over.
 */
export async function sendOnce(
  ports: Ports,
  sending: OnceSending,
  untilSure: () => Promise<boolean>,
): Promise<SendingEnd> {
  const end = await ports.seal.alone(sending.lock, true, async () => {
    if (await sending.isClosed()) return 'already-sent' as const;
    const mailKey = await sending.mailKey();
    const journal = sending.journal(mailKey);
    await journal('sending', null);
    if (await untilSure()) {
      await journal('taken-back', null);
      return 'taken-back' as const;
    }
    return deliver(ports, sending.message, mailKey, journal);
  });
  return end ?? 'unknown';
}

/**
 * No draft with a key is to be had: it may not be written, or this mailbox has no room for another named property
 * (`ErrorQuotaExceeded`, with any status). The same mail goes without one.
 */
const NO_KEY: readonly TroubleKind[] = [
  'not-permitted',
  'sign-in-needed',
  'mailbox-full',
  'refused-by-server',
];

/** Draft, send, and on any doubt look the key up. What it throws went to nobody, and is in the journal as refused. */
export async function deliver(
  ports: Ports,
  message: Message,
  mailKey: string,
  journal: Journal,
): Promise<SendingEnd> {
  const { postbox } = ports.graph;
  const noteSent = async (mail: MailKept): Promise<SendingEnd> => {
    await journal('sent', mail);
    return 'sent';
  };
  let draft: Omit<MailKept, 'sentAt'>;
  try {
    const before = await withoutDrafts(ports, mailKey);
    if (before === 'unknown') return before;
    if (before !== null) return noteSent(before);
    draft = await postbox.draft(message, mailKey);
  } catch (thrown) {
    if (isTrouble(thrown) && NO_KEY.includes(thrown.kind)) {
      return deliverWithoutDraft(ports, message, journal);
    }
    await journal('refused', null);
    // At most a draft was left behind, and the next try finds and discards it: nothing can have gone.
    if (isTrouble(thrown) && thrown.kind === 'unknown-outcome')
      throw new Trouble('offline', 'draft of a mail');
    throw thrown;
  }
  const rival = await rivalOf(ports, mailKey, draft.id, journal);
  if (rival !== null) {
    await discardQuietly(ports, draft.id);
    // What another machine is about to send may not go in the end: then it is asked, like any doubt.
    return rival.isDraft ? 'unknown' : noteSent(rival);
  }
  try {
    await postbox.send(draft.id);
  } catch (thrown) {
    // A browser repeats a request whose connection broke, and then the draft is gone because it was sent: whatever
    // the answer says, the key decides.
    const there = await postbox.find(mailKey).catch(() => null);
    if (there !== null && !there.isDraft) return noteSent(there);
    if (isTrouble(thrown) && ['unknown-outcome', 'not-found'].includes(thrown.kind)) return 'unknown';
    await discardQuietly(ports, draft.id);
    await journal('refused', null);
    throw thrown;
  }
  return noteSent({ ...draft, sentAt: null });
}

/** More drafts of one mail than any accident leaves behind. */
const MOST_DRAFTS = 6;

/**
 * What went under this key, once no draft is left. A draft was left behind by a pane that was closed, or by another
 * machine: its text may be older than this one's. What is thrown away lies in Deleted Items, is still a draft there,
 * and goes for good the second time. One that vanishes meanwhile may be on its way: nobody knows.
 */
async function withoutDrafts(ports: Ports, mailKey: string): Promise<MailKept | 'unknown' | null> {
  const { postbox } = ports.graph;
  for (let drafts = 0; drafts < MOST_DRAFTS; drafts += 1) {
    const there = await postbox.find(mailKey);
    if (there === null || !there.isDraft) return there;
    if (!(await postbox.discard(there.id))) return 'unknown';
  }
  return 'unknown';
}

/**
 * Another machine that wrote the same mail meanwhile: both had found nothing before. Whoever sees that the other
 * began before throws its own draft away. Where that cannot be seen nothing goes.
 */
async function rivalOf(
  ports: Ports,
  mailKey: string,
  id: string,
  journal: Journal,
): ReturnType<Ports['graph']['postbox']['rival']> {
  try {
    return await ports.graph.postbox.rival(mailKey, id);
  } catch (thrown) {
    await discardQuietly(ports, id);
    await journal('refused', null);
    throw thrown;
  }
}

/** With Mail.Send alone nothing can be looked up: "sent, not verified", never repeated by itself. */
async function deliverWithoutDraft(ports: Ports, message: Message, journal: Journal): Promise<SendingEnd> {
  try {
    await ports.graph.postbox.sendDirectly(message);
  } catch (thrown) {
    if (isTrouble(thrown) && thrown.kind === 'unknown-outcome') return 'unknown';
    await journal('refused', null);
    throw thrown;
  }
  await journal('unverified', null);
  return 'unverified';
}

/** A sending whose end was never noted (the pane closed, the answer was lost). */
export interface OpenSending {
  readonly lock: string;
  readonly mailKey: string;
  readonly journal: Journal;
}

/**
 * What became of it. `look` only looks; `send` sends the waiting draft because the person asked for it now; `discard`
 * throws the draft away.
 */
export async function settleOnce(
  ports: Ports,
  { lock, mailKey, journal }: OpenSending,
  does: 'look' | 'send' | 'discard',
): Promise<SendingEnd> {
  const end = await ports.seal.alone(lock, does !== 'look', async (): Promise<SendingEnd> => {
    const { postbox } = ports.graph;
    const there = await postbox.find(mailKey);
    if (there !== null && !there.isDraft) {
      await journal('sent', there);
      return 'sent';
    }
    if (does === 'look') return 'unknown';
    if (does === 'discard') {
      // Sent on another machine in this moment, it is not taken back.
      if (there !== null && !(await postbox.discard(there.id))) return 'unknown';
      await journal('taken-back', null);
      return 'taken-back';
    }
    if (there === null) throw new Trouble('not-found', 'draft of a mail');
    await postbox.send(there.id);
    await journal('sent', { ...there, sentAt: ports.clock() });
    return 'sent';
  });
  return end ?? 'unknown';
}

async function discardQuietly(ports: Ports, id: string): Promise<void> {
  try {
    await ports.graph.postbox.discard(id);
  } catch {
    // The refusal itself is what the person needs to hear; a draft left behind harms nobody.
  }
}
