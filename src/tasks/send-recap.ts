import { type OccurrenceKey, seriesOf } from '../domain/occurrence';
import type { Message, RecapEntry } from '../domain/recap';
import { isTrouble, Trouble } from '../domain/trouble';
import type { Ports } from './ports';

export interface Sending {
  readonly occurrence: OccurrenceKey;
  readonly message: Message;
  readonly decisions: readonly string[];
}

interface Keyed extends Sending {
  readonly mailKey: string;
}

export type SendingEnd = 'sent' | 'unverified' | 'taken-back' | 'unknown' | 'already-sent';

/**
 * Sends a recap exactly once (behaviour of Graph: a lost answer does not mean a lost mail, and there is no
 * idempotency key). The intent is journalled before Graph is asked; the draft carries our key; on any doubt the
 * key is looked up, and nothing is ever sent again without a click. All panes of the browser take turns per
 * occurrence. `untilSure` is called when the intent is in the journal; it resolves true when the person takes it
 * back within the time to undo, false when that is over.
 */
export async function sendRecap(
  ports: Ports,
  sending: Sending,
  untilSure: () => Promise<boolean>,
): Promise<SendingEnd> {
  const lock = `loopkeeper-recap-${sending.occurrence}`;
  const end = await ports.seal.alone(lock, true, async () => {
    if (await openOrSent(ports, sending.occurrence)) return 'already-sent' as const;
    const keyed = { ...sending, mailKey: await mailKeyOf(ports, sending.occurrence) };
    await journal(ports, keyed, 'sending');
    if (await untilSure()) {
      await journal(ports, keyed, 'taken-back');
      return 'taken-back' as const;
    }
    return deliver(ports, keyed);
  });
  return end ?? 'unknown';
}

/** The same on every machine, so that each finds what another one sent; a digest, so that it tells nothing. */
const mailKeyOf = async (ports: Ports, occurrence: OccurrenceKey): Promise<string> =>
  (await ports.seal.sha256(`recap ${occurrence}`)).slice(0, 32);

async function deliver(ports: Ports, sending: Keyed): Promise<SendingEnd> {
  const { postbox } = ports.graph;
  let id: string;
  try {
    const there = await postbox.find(sending.mailKey);
    if (there !== null && !there.isDraft) return noteSent(ports, sending, there.id, there.sentAt);
    // A draft left behind by a pane that was closed, or by another machine: its text may be older than this one.
    if (there !== null) await postbox.discard(there.id);
    id = (await postbox.draft(sending.message, sending.mailKey)).id;
  } catch (thrown) {
    if (isTrouble(thrown) && ['not-permitted', 'sign-in-needed'].includes(thrown.kind)) {
      return deliverWithoutDraft(ports, sending);
    }
    await journal(ports, sending, 'refused');
    // At most a draft was left behind, and the next try finds and discards it: nothing can have gone.
    if (isTrouble(thrown) && thrown.kind === 'unknown-outcome')
      throw new Trouble('offline', 'draft of the recap');
    throw thrown;
  }
  try {
    await postbox.send(id);
  } catch (thrown) {
    // A browser repeats a request whose connection broke, and then the draft is gone because it was sent: whatever
    // the answer says, the key decides.
    const there = await postbox.find(sending.mailKey).catch(() => null);
    if (there !== null && !there.isDraft) return noteSent(ports, sending, there.id, there.sentAt);
    if (isTrouble(thrown) && ['unknown-outcome', 'not-found'].includes(thrown.kind)) return 'unknown';
    await discardQuietly(ports, id);
    await journal(ports, sending, 'refused');
    throw thrown;
  }
  return noteSent(ports, sending, id);
}

/** With Mail.Send alone nothing can be looked up: "sent, not verified", never repeated by itself. */
async function deliverWithoutDraft(ports: Ports, sending: Keyed): Promise<SendingEnd> {
  try {
    await ports.graph.postbox.sendDirectly(sending.message);
  } catch (thrown) {
    if (isTrouble(thrown) && thrown.kind === 'unknown-outcome') return 'unknown';
    await journal(ports, sending, 'refused');
    throw thrown;
  }
  await journal(ports, sending, 'unverified');
  return 'unverified';
}

/**
 * What became of a sending whose end was never noted (the pane closed, the answer was lost). `look` only looks;
 * `send` sends the waiting draft because the person asked for it now; `discard` throws the draft away.
 */
export async function settleRecap(
  ports: Ports,
  entry: RecapEntry,
  does: 'look' | 'send' | 'discard',
): Promise<SendingEnd> {
  const lock = `loopkeeper-recap-${entry.occurrence}`;
  const end = await ports.seal.alone(lock, does !== 'look', async (): Promise<SendingEnd> => {
    const { postbox } = ports.graph;
    const there = await postbox.find(entry.mailKey);
    if (there !== null && !there.isDraft) return noteStep(ports, entry, 'sent', there.id, there.sentAt);
    if (does === 'look') return 'unknown';
    if (does === 'discard') {
      if (there !== null) await postbox.discard(there.id);
      return noteStep(ports, entry, 'taken-back', null, null);
    }
    if (there === null) throw new Trouble('not-found', 'draft of the recap');
    await postbox.send(there.id);
    return noteStep(ports, entry, 'sent', there.id, ports.clock());
  });
  return end ?? 'unknown';
}

async function noteStep(
  ports: Ports,
  entry: RecapEntry,
  step: 'sent' | 'taken-back',
  messageId: string | null,
  sentAt: number | null,
): Promise<SendingEnd> {
  const now = ports.clock();
  await ports.ledger.append([
    {
      ...entry,
      id: ports.seal.stamp(),
      recordedAt: now,
      step,
      messageId,
      sentAt: sentAt ?? (step === 'sent' ? now : null),
    },
  ]);
  return step;
}

async function noteSent(
  ports: Ports,
  sending: Keyed,
  messageId: string,
  sentAt: number | null = null,
): Promise<SendingEnd> {
  await journal(ports, sending, 'sent', messageId, sentAt);
  return 'sent';
}

async function journal(
  ports: Ports,
  sending: Keyed,
  step: RecapEntry['step'],
  messageId: string | null = null,
  sentAt: number | null = null,
): Promise<void> {
  const now = ports.clock();
  await ports.ledger.append([
    {
      kind: 'recap',
      id: ports.seal.stamp(),
      recordedAt: now,
      series: seriesOf(sending.occurrence),
      occurrence: sending.occurrence,
      mailKey: sending.mailKey,
      step,
      to: sending.message.to,
      subject: sending.message.subject,
      bodyHash: await ports.seal.sha256(sending.message.html),
      decisions: sending.decisions,
      sentAt: step === 'sent' || step === 'unverified' ? (sentAt ?? now) : null,
      messageId,
    },
  ]);
}

/** The last step of each key decides: a recap that went, or may have gone, closes its occurrence. */
async function openOrSent(ports: Ports, occurrence: OccurrenceKey): Promise<boolean> {
  const last = new Map<string, RecapEntry>();
  for (const fact of await ports.ledger.factsOf([seriesOf(occurrence)])) {
    if (fact.kind !== 'recap' || fact.occurrence !== occurrence) continue;
    const before = last.get(fact.mailKey);
    if (before === undefined || before.id < fact.id) last.set(fact.mailKey, fact);
  }
  return [...last.values()].some(
    ({ step }) => step === 'sending' || step === 'sent' || step === 'unverified',
  );
}

async function discardQuietly(ports: Ports, id: string): Promise<void> {
  try {
    await ports.graph.postbox.discard(id);
  } catch {
    // The refusal itself is what the person needs to hear; a draft left behind harms nobody.
  }
}
