import { isJournalled, type Journalled } from '../../domain/facts/decided/pressed';
import type { Fact } from '../../domain/facts/log/fact';
import { takenBack } from '../../domain/facts/log/standing';
import { grouped } from '../../domain/sorting';
import type { Instant } from '../../domain/time/time';
import { enterAll } from '../enter/own-entries';
import type { Ports } from '../ports';
import { askedAnew } from './answer-time';

/**
 * What the owner says of a mail that came back (14.1): they told its reader otherwise, or it is set aside, and its reader has
 * still to hear. Gives the entries, which can be taken back.
 */
export async function settleReturned(
  ports: Ports,
  mailKey: string,
  does: 'told' | 'set-aside',
): Promise<readonly string[]> {
  const facts = await ports.ledger.ownEntries();
  const back = takenBack(facts);
  const steps = facts
    .filter(isJournalled)
    .filter((one) => one.mailKey === mailKey && !back.has(one.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const last = [...grouped(steps, ({ series }) => [series]).values()].flatMap((part) => part.at(-1) ?? []);
  const returned = last.filter(({ step }) => step === 'came-back');
  if (does === 'set-aside') return enterAll(ports, returned.map(setAside));
  const at = ports.clock();
  // How somebody works is asked of the whole log, and only where a time to answer is counted by it.
  const isAsked = returned.some(({ kind }) => kind === 'input-request');
  const known = isAsked ? await ports.ledger.allFacts() : [];
  return enterAll(
    ports,
    returned.map((entry) => toldByHand(entry, known, at)),
  );
}

const setAside = (entry: Journalled): Journalled =>
  entry.kind === 'input-request'
    ? { ...entry, step: 'taken-back' }
    : { ...entry, step: 'taken-back', sentAt: null };

/** Nothing of the mail that did not arrive: it is not the one by which they know (13.8). */
function toldByHand(entry: Journalled, facts: readonly Fact[], at: Instant): Journalled {
  const { conversation: _, internetMessageId: __, ...told } = entry;
  const byHand = { step: 'by-hand', subject: '', bodyHash: '', messageId: null } as const;
  return told.kind === 'input-request'
    ? { ...told, ...byHand, ...askedAnew(told, facts, at) }
    : { ...told, ...byHand, sentAt: at };
}
