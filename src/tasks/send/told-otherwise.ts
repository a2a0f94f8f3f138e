import type { PressedMail } from '../../domain/facts/decided/pressed';
import { isTrouble } from '../../domain/trouble';
import type { FoundMail, Ports } from '../ports';
import { finish, noteStep } from './journal';
import { afterDraft } from './troubles';

/**
 * Another machine, whose journal is not here, may have written to all what goes to each from here, or the other way
 * round. What is found is written down, and nothing goes: the person sees first who was told already.
 */
export async function toldOtherwise(ports: Ports, mail: PressedMail): Promise<boolean> {
  const { entry, instead = [] } = mail;
  if (entry.kind !== 'recap') return false;
  const readers = entry.to.map(({ address }) => address);
  let any = false;
  for (const { mailKey, to } of instead) {
    const found = await lookedUp(ports, mailKey);
    if (found === null) continue;
    if (to.length > 0) {
      any = true;
      await noteStep(ports, { ...entry, mailKey, to }, 'sent', found);
    } else if (readers.some((address) => found.to.includes(address))) {
      await finish(ports, mail, 'sent', found);
      return true;
    }
  }
  if (any) await finish(ports, mail, 'taken-back');
  return any;
}

/** A mail that went under this key; null where none did, or where nobody may look. */
async function lookedUp(ports: Ports, key: string): Promise<FoundMail | null> {
  try {
    const found = await ports.graph.postbox.find(key);
    return found?.standing === 'went' ? found : null;
  } catch (thrown) {
    if (isTrouble(thrown) && afterDraft(thrown.kind) === 'keyless') return null;
    throw thrown;
  }
}
