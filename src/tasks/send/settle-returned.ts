import { isJournalled, type Journalled } from '../../domain/facts/decided/pressed';
import { takenBack } from '../../domain/facts/log/standing';
import { grouped } from '../../domain/sorting';
import { enterAll } from '../enter/own-entries';
import type { Ports } from '../ports';

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
  const at = ports.clock();
  const settled = (entry: Journalled): Journalled => {
    const step = does === 'told' ? 'by-hand' : 'taken-back';
    if (entry.kind === 'input-request')
      return { ...entry, step, askedAt: step === 'by-hand' ? at : entry.askedAt };
    return { ...entry, step, sentAt: step === 'by-hand' ? at : null };
  };
  return enterAll(ports, last.filter(({ step }) => step === 'came-back').map(settled));
}
