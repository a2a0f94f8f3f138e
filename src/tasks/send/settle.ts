import { isJournalled, type Journalled, type PressedMail } from '../../domain/facts/decided/pressed';
import type { SendingEnd } from '../../domain/facts/decided/sending';
import { isSamePerson, type Person } from '../../domain/facts/things/person';
import { Trouble } from '../../domain/trouble';
import type { Ports } from '../ports';
import { type Carried, carryOn } from './carry';
import { besidesOf, noteStep } from './journal';
import { dismissPressed, sendAsked, takeBackPressed } from './press';

export type Settling = 'look' | 'send' | 'discard';

/**
 * A sending whose end was never noted. Where it was pressed in this browser, with the mail that is kept here; one of
 * another machine, or of an older version, by its key alone. `look` only looks; `send` sends because the person asked
 * for it now; `discard` throws it away.
 */
export async function settle(ports: Ports, entry: Journalled, does: Settling): Promise<SendingEnd> {
  const mine = (await ports.ledger.pressed.all()).filter(({ mailKey }) => mailKey === entry.mailKey);
  if (mine.length === 0) return settleByKey(ports, entry, does);
  const ids = mine.map(({ id }) => id);
  const isMine = ({ id }: { readonly id: string }) => ids.includes(id);
  if (does === 'discard') await discard(ports, ids);
  else if (does === 'send') await sendAsked(ports, ids);
  else await carryOn(ports, isMine, true);
  const left = (await ports.ledger.pressed.all()).some(isMine);
  if (left) return 'unknown';
  return does === 'discard' ? 'taken-back' : 'sent';
}

/** One after another; what one of them threw is thrown when all were tried. */
export async function settleAll(
  ports: Ports,
  entries: readonly Journalled[],
  does: Settling,
): Promise<readonly SendingEnd[]> {
  const ends: SendingEnd[] = [];
  let trouble: unknown = null;
  for (const entry of entries) {
    try {
      ends.push(await settle(ports, entry, does));
    } catch (thrown) {
      ends.push('unknown');
      trouble ??= thrown;
    }
  }
  if (trouble !== null) throw trouble;
  return ends;
}

/** What is only told of is heard; anything else is taken back. */
export async function discard(ports: Ports, ids: readonly string[]): Promise<void> {
  const heard = (await ports.ledger.erasedMails.all()).filter(
    ({ id, went }) => went === true && ids.includes(id),
  );
  for (const { id } of heard) await ports.ledger.erasedMails.drop(id);
  for (const { id, asks } of await ports.ledger.pressed.all()) {
    if (!ids.includes(id)) continue;
    if (asks === 'refused' || asks === 'taken-back-in-outlook') await dismissPressed(ports, id);
    else await takeBackPressed(ports, [id]);
  }
}

/** No text of it is kept here: what lies in the mailbox can be sent or thrown away, and nothing can be written. */
async function settleByKey(ports: Ports, entry: Journalled, does: Settling): Promise<SendingEnd> {
  const { postbox } = ports.graph;
  const besides = await besidesOf(ports, entry);
  const end = await ports.seal.alone(`loopkeeper-send-${entry.mailKey}`, does !== 'look', async () => {
    const there = await postbox.find(entry.mailKey);
    if (there?.standing === 'went') {
      await noteStep(ports, entry, 'sent', there, besides);
      return 'sent' as const;
    }
    if (does === 'look') return 'unknown' as const;
    if (does === 'send' && there !== null && there.standing !== 'thrown-away') {
      await postbox.send(there.id);
      await noteStep(ports, entry, 'sent', { ...there, sentAt: ports.clock() }, besides);
      return 'sent' as const;
    }
    // Sent on another machine in this moment, it is not taken back.
    const isOpen = there !== null && there.standing !== 'thrown-away';
    if (isOpen && !(await postbox.discard(there.id))) return 'unknown' as const;
    await noteStep(ports, entry, 'taken-back', null, besides);
    // It can be written and sent anew from here on.
    if (does === 'send') throw new Trouble('not-found', 'draft of a mail');
    return 'taken-back' as const;
  });
  return end ?? 'unknown';
}

/** Another machine said when its mail was to go; now that this is over, its key tells whether it did. */
export async function lookForOthers(ports: Ports): Promise<void> {
  const now = ports.clock();
  const entries = await ports.ledger.ownEntries();
  const { pressed, erasedMails } = ports.ledger;
  const kept = new Set(
    [...(await pressed.all()), ...(await erasedMails.all())].map(({ mailKey }) => mailKey),
  );
  const last = new Map<string, Journalled>();
  for (const fact of entries) {
    if (!isJournalled(fact)) continue;
    const before = last.get(fact.mailKey);
    if (before === undefined || before.id < fact.id) last.set(fact.mailKey, fact);
  }
  for (const entry of last.values()) {
    const { step, goesAt, mailKey } = entry;
    if (step !== 'sending' || goesAt === undefined || kept.has(mailKey)) continue;
    if (goesAt < now && goesAt > now - LOOKED_FOR) await settleByKey(ports, entry, 'look');
  }
}

/** What is older is asked about where it stands. */
const LOOKED_FOR = 7 * 24 * 60 * 60_000;

/**
 * Before somebody is erased: mails that have not gone yet and are to them, or speak of them, are taken back, also where
 * they wait in the mailbox. Gives those to others, who will not get what was promised to them.
 */
export async function takeBackFrom(
  ports: Ports,
  person: Person,
  speaksOf: (mail: PressedMail) => boolean,
): Promise<readonly PressedMail[]> {
  const isTheirs = ({ message }: PressedMail) => message.to.some((one) => isSamePerson(one, person));
  const all = (await ports.ledger.pressed.all()).filter((mail) => isTheirs(mail) || speaksOf(mail));
  await takeBackPressed(
    ports,
    all.map(({ id }) => id),
  );
  return all.filter((mail) => !isTheirs(mail));
}

/**
 * Carries what was just pressed as far as it gets now. What was refused is no promise any more: whoever pressed hears of it
 * at once.
 */
export async function carryPressed(
  ports: Ports,
  pressed: readonly Pick<PressedMail, 'id'>[],
): Promise<readonly Carried[]> {
  const ids = new Set(pressed.map(({ id }) => id));
  const { carried } = await carryOn(ports, ({ id }) => ids.has(id), true);
  await discard(
    ports,
    carried.filter(({ end }) => end === 'refused').map(({ mail }) => mail.id),
  );
  return carried;
}

/** Throws why one of them was refused. */
export function hearOfRefused(carried: readonly Carried[]): void {
  const trouble = carried.find(({ end, trouble: why }) => end === 'refused' && why !== null)?.trouble;
  if (trouble) throw trouble;
}
