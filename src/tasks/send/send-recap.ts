import { hasTwin, nameInToken } from '../../domain/facts/decided/decision';
import type { PressedMail } from '../../domain/facts/decided/pressed';
import type { RecapEntry } from '../../domain/facts/decided/recap-entry';
import { type SendingEnd, toldBy } from '../../domain/facts/decided/sending';
import type { Message } from '../../domain/facts/things/message';
import { type OccurrenceKey, seriesOf } from '../../domain/facts/things/occurrence';
import type { Person } from '../../domain/facts/things/person';
import type { Instant } from '../../domain/time/time';
import type { Trouble } from '../../domain/trouble';
import type { Ports } from '../ports';
import { type MailKeys, mailKeys } from './mail-key';
import { type Outgoing, press } from './press';
import { carryPressed } from './settle';

export interface RecapMail {
  readonly message: Message;
  readonly decisions: readonly string[];
  /** Those that were still open in it. */
  readonly questions?: readonly string[];
  /** Points in it (12), and what it calls them. */
  readonly points?: readonly string[];
  readonly pointsCalled?: readonly string[];
  /** What it calls them; noted where that says more than their numbers. */
  readonly names?: readonly string[];
}

export interface Sending {
  readonly occurrence: OccurrenceKey;
  readonly mails: readonly RecapMail[];
  /** One mail to all of its people; else each mail goes to one. */
  readonly together: boolean;
  /** Of a meeting that is still going on: when it ends (13.4). */
  readonly notBefore?: Instant | null;
}

/** What became of one mail so far; `waiting`: it goes by itself. `trouble` says why one that was refused did not go. */
export interface MailEnd {
  readonly to: readonly Person[];
  readonly end: SendingEnd | 'refused' | 'waiting';
  readonly trouble: Trouble | null;
}

/**
 * Presses Send for the recap of an occurrence, and carries it as far as it gets now. Each mail has a key of its own, and
 * whoever was told before, or is about to be, is left out. One that is refused leaves the others as they are.
 */
export async function sendRecap(
  ports: Ports,
  sending: Sending,
  onPressed: () => unknown = () => undefined,
): Promise<readonly MailEnd[]> {
  const { occurrence, mails, notBefore = null } = sending;
  const pressed = await ports.seal.alone(`loopkeeper-recap-${occurrence}`, true, async () => {
    const before = await recapsOf(ports, occurrence);
    const open = mails.filter(({ message }) => !message.to.some(toldBy(before, occurrence)));
    const keys = await mailKeys(ports);
    const outgoing = open.map(async (mail) => ({
      ...(await outgoingOf(ports, keys, sending, mail)),
      notBefore,
    }));
    return press(ports, await Promise.all(outgoing));
  });
  const kept = pressed ?? [];
  await onPressed();
  const carried = await carryPressed(ports, kept);
  return mails.map(({ message: { to } }) => {
    const mine = kept.find(({ message }) => message.to === to);
    const one = carried.find(({ mail }) => mail.id === mine?.id);
    if (mine === undefined) return { to, end: 'already-sent', trouble: null };
    return { to, end: one?.end ?? 'waiting', trouble: one?.trouble ?? null };
  });
}

async function outgoingOf(
  ports: Ports,
  keys: MailKeys,
  { occurrence, together }: Sending,
  mail: RecapMail,
): Promise<Omit<Outgoing, 'notBefore'>> {
  const { message, decisions, questions = [], names = [], points = [], pointsCalled = [] } = mail;
  const called = names.map(nameInToken);
  const entry: RecapEntry = {
    ...{ kind: 'recap', id: '', recordedAt: ports.clock(), series: seriesOf(occurrence), occurrence },
    mailKey: await keyOf(keys, occurrence, together, message.to),
    step: 'sending',
    to: message.to,
    subject: message.subject,
    bodyHash: await ports.seal.sha256(message.html),
    decisions,
    ...(questions.length > 0 ? { questions } : {}),
    ...(called.some(hasTwin) ? { called } : {}),
    ...(points.length > 0 ? { points, pointsCalled } : {}),
    ...{ sentAt: null, messageId: null },
  };
  return { entry, message, instead: await insteadOf(keys, occurrence, together, message.to) };
}

/** So many keys are looked up one by one before a mail goes to all. */
const LOOKED_UP = 30;

const insteadOf = async (
  keys: MailKeys,
  occurrence: OccurrenceKey,
  together: boolean,
  to: readonly Person[],
): Promise<NonNullable<PressedMail['instead']>> =>
  together
    ? Promise.all(
        to
          .slice(0, LOOKED_UP)
          .map(async (one) => ({ mailKey: await keyOf(keys, occurrence, false, [one]), to: [one] })),
      )
    : [{ mailKey: await keyOf(keys, occurrence, true, []), to: [] }];

function keyOf(
  keys: MailKeys,
  occurrence: OccurrenceKey,
  together: boolean,
  to: readonly Person[],
): Promise<string> {
  const whose = together ? '' : ` ${to.map(({ key }) => key).join(' ')}`;
  return keys(`recap ${occurrence}${whose}`);
}

const recapsOf = async (ports: Ports, occurrence: OccurrenceKey): Promise<readonly RecapEntry[]> =>
  (await ports.ledger.factsOf([seriesOf(occurrence)])).filter(
    (fact): fact is RecapEntry => fact.kind === 'recap' && fact.occurrence === occurrence,
  );
