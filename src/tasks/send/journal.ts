import type { CatchUpEntry } from '../../domain/facts/decided/catch-up-entry';
import type { Journalled, PressedMail } from '../../domain/facts/decided/pressed';
import { lastSteps, type SendingEnd } from '../../domain/facts/decided/sending';
import type { Entry } from '../../domain/facts/log/fact';
import type { Instant } from '../../domain/time/time';
import type { Trouble } from '../../domain/trouble';
import type { Ports } from '../ports';

/** What is known of a mail when a step of it is written down. */
export interface MailKnown {
  readonly id: string;
  readonly sentAt?: Instant | null;
  readonly conversation: string | null;
  readonly internetMessageId?: string | null;
  readonly goesAt?: Instant | null;
}

/** The next fact of a sending: what was written down first, with what is known by now. */
export function stepOf(
  ports: Ports,
  entry: Journalled,
  step: Journalled['step'],
  mail: MailKnown | null,
): Journalled {
  const now = ports.clock();
  const { goesAt: _, ...first } = entry;
  const known = {
    id: ports.seal.stamp(),
    recordedAt: now,
    messageId: mail?.id ?? null,
    ...(mail?.conversation == null ? {} : { conversation: mail.conversation }),
    ...(mail?.internetMessageId == null ? {} : { internetMessageId: mail.internetMessageId }),
    ...(step === 'sending' && mail?.goesAt != null ? { goesAt: mail.goesAt } : {}),
  };
  const went = step === 'sent' || step === 'unverified';
  switch (first.kind) {
    case 'recap':
    case 'catch-up':
    case 'point-mail':
      return {
        ...first,
        ...known,
        step: step === 'by-hand' ? 'sent' : step,
        sentAt: went ? (mail?.sentAt ?? now) : null,
      };
    case 'input-request':
      return { ...first, ...known, step, askedAt: went ? (mail?.sentAt ?? now) : first.askedAt };
  }
}

/** `besides`: what the same mail tells of other meetings. */
export async function noteStep(
  ports: Ports,
  entry: Journalled,
  step: Journalled['step'],
  mail: MailKnown | null = null,
  besides: readonly Journalled[] = [],
): Promise<void> {
  await ports.ledger.append([entry, ...besides].map((one) => stepOf(ports, one, step, mail)));
}

/** The last steps of the other facts of one mail: what it tells of other meetings. */
export async function besidesOf(
  ports: Ports,
  { mailKey, series }: Journalled,
): Promise<readonly Journalled[]> {
  const isBeside = (fact: Entry): fact is CatchUpEntry =>
    fact.kind === 'catch-up' && fact.mailKey === mailKey && fact.series !== series;
  return lastSteps((await ports.ledger.ownEntries()).filter(isBeside));
}

/** How far a mail got: what became of it, or null and when to look again (null: not before somebody says so). */
export interface Progress {
  readonly end: SendingEnd | 'refused' | null;
  readonly next: Instant | null;
  readonly trouble: Trouble | null;
}

export const goesOn = (next: Instant | null, trouble: Trouble | null = null): Progress => ({
  end: null,
  next,
  trouble,
});

/** It is known what became of it: written down first, so that a pane that is closed in between writes it twice at most. */
export async function finish(
  ports: Ports,
  mail: PressedMail,
  end: 'sent' | 'unverified' | 'taken-back',
  known: MailKnown | null = null,
): Promise<Progress> {
  await noteStep(ports, mail.entry, end, known, mail.besides);
  await ports.ledger.pressed.drop(mail.id);
  return { end, next: null, trouble: null };
}

/** It goes by itself no more; the person is asked, or told. */
export async function ask(
  ports: Ports,
  mail: PressedMail,
  asks: NonNullable<PressedMail['asks']>,
): Promise<Progress> {
  await ports.ledger.pressed.change(mail.id, { asks });
  return goesOn(null);
}

/** It did not go, and will not: said until the person has heard of it. */
export async function refuse(ports: Ports, mail: PressedMail, trouble: Trouble): Promise<Progress> {
  await noteStep(ports, mail.entry, 'refused', null, mail.besides);
  await ports.ledger.pressed.change(mail.id, { asks: 'refused', trouble: trouble.kind });
  return { end: 'refused', next: null, trouble };
}

/** Taken back by the person's own hand in Outlook: not sent again, and said. */
export async function tookBack(ports: Ports, mail: PressedMail): Promise<Progress> {
  await noteStep(ports, mail.entry, 'taken-back', null, mail.besides);
  await ports.ledger.pressed.change(mail.id, { asks: 'taken-back-in-outlook' });
  return { end: 'taken-back', next: null, trouble: null };
}
