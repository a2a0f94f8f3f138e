import { type OccurrenceKey, seriesOf } from '../domain/occurrence';
import type { Message, RecapEntry } from '../domain/recap';
import type { SendingEnd } from '../domain/sending';
import type { Ports } from './ports';
import { type SendingStep, sendOnce, settleOnce } from './send-once';

export interface Sending {
  readonly occurrence: OccurrenceKey;
  readonly message: Message;
  readonly decisions: readonly string[];
}

const lockOf = (occurrence: OccurrenceKey): string => `loopkeeper-recap-${occurrence}`;

/** Sends the recap of an occurrence exactly once (send-once.ts). */
export const sendRecap = (
  ports: Ports,
  sending: Sending,
  untilSure: () => Promise<boolean>,
): Promise<SendingEnd> =>
  sendOnce(
    ports,
    {
      lock: lockOf(sending.occurrence),
      message: sending.message,
      isClosed: () => openOrSent(ports, sending.occurrence),
      mailKey: () => mailKeyOf(ports, sending.occurrence),
      journal: (mailKey) => async (step, messageId, sentAt) =>
        journal(ports, sending, mailKey, step, messageId, sentAt),
    },
    untilSure,
  );

/** The same on every machine, so that each finds what another one sent; a digest, so that it tells nothing. */
const mailKeyOf = async (ports: Ports, occurrence: OccurrenceKey): Promise<string> =>
  (await ports.seal.sha256(`recap ${occurrence}`)).slice(0, 32);

/** What became of a sending whose end was never noted (the pane closed, the answer was lost). */
export const settleRecap = (
  ports: Ports,
  entry: RecapEntry,
  does: 'look' | 'send' | 'discard',
): Promise<SendingEnd> =>
  settleOnce(
    ports,
    {
      lock: lockOf(entry.occurrence),
      mailKey: entry.mailKey,
      journal: async (step, messageId, sentAt) => {
        const now = ports.clock();
        const id = ports.seal.stamp();
        const at = sentAt ?? (step === 'sent' ? now : null);
        await ports.ledger.append([{ ...entry, id, recordedAt: now, step, messageId, sentAt: at }]);
      },
    },
    does,
  );

async function journal(
  ports: Ports,
  sending: Sending,
  mailKey: string,
  step: SendingStep,
  messageId: string | null,
  sentAt: number | null,
): Promise<void> {
  const now = ports.clock();
  await ports.ledger.append([
    {
      kind: 'recap',
      id: ports.seal.stamp(),
      recordedAt: now,
      series: seriesOf(sending.occurrence),
      occurrence: sending.occurrence,
      mailKey,
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
