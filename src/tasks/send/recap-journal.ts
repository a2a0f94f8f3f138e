import { hasTwin } from '../../domain/facts/decided/decision';
import type { RecapEntry } from '../../domain/facts/decided/recap-entry';
import type { Message } from '../../domain/facts/things/message';
import { type OccurrenceKey, seriesOf } from '../../domain/facts/things/occurrence';
import type { Person } from '../../domain/facts/things/person';
import type { Ports } from '../ports';
import type { MailKept, SendingStep } from './send-once';

export interface RecapMail {
  readonly message: Message;
  readonly decisions: readonly string[];
  /** Those that were still open in it. */
  readonly questions?: readonly string[];
  /** What it calls them; noted where that says more than their numbers. */
  readonly names?: readonly string[];
}

export interface KeyedMail extends RecapMail {
  readonly mailKey: string;
}

/** The same on every machine, so that each finds what another one sent; a digest, so that it tells nothing. */
export const keyOf = async (
  ports: Ports,
  occurrence: OccurrenceKey,
  together: boolean,
  to: readonly Person[],
): Promise<string> => {
  const whose = together ? '' : ` ${to.map(({ key }) => key).join(' ')}`;
  return (await ports.seal.sha256(`recap ${occurrence}${whose}`)).slice(0, 32);
};

/** Writes a step of each mail down, in one go. */
export async function note(
  ports: Ports,
  occurrence: OccurrenceKey,
  mails: readonly KeyedMail[],
  step: SendingStep,
  mail: MailKept | null = null,
): Promise<void> {
  const now = ports.clock();
  const entries = await Promise.all(
    mails.map(
      async ({ message, decisions, questions = [], names = [], mailKey }): Promise<RecapEntry> => ({
        kind: 'recap',
        id: ports.seal.stamp(),
        recordedAt: now,
        series: seriesOf(occurrence),
        occurrence,
        mailKey,
        step,
        to: message.to,
        subject: message.subject,
        bodyHash: await ports.seal.sha256(message.html),
        decisions,
        ...(questions.length > 0 ? { questions } : {}),
        ...(names.some(hasTwin) ? { called: names } : {}),
        sentAt: step === 'sent' || step === 'unverified' ? (mail?.sentAt ?? now) : null,
        messageId: mail?.id ?? null,
        ...conversationOf(mail),
      }),
    ),
  );
  await ports.ledger.append(entries);
}

/** What replies are found by, where it is known. */
export const conversationOf = (mail: MailKept | null): { readonly conversation?: string } =>
  mail?.conversation == null ? {} : { conversation: mail.conversation };
