import { cameBack } from '../../domain/tell/catch-up/returned-mail';
import type { Ports } from '../ports';

/**
 * By which a mail is found again: the same on every machine, so that each finds what another one sent; a digest, so that it
 * tells nothing. One that came back is followed by another mail, under another key.
 */
export async function mailKeyFor(ports: Ports, about: string): Promise<string> {
  const digest = async (text: string) => (await ports.seal.sha256(text)).slice(0, 32);
  const facts = await ports.ledger.ownEntries();
  let key = await digest(about);
  while (cameBack(facts, key)) key = await digest(`again ${key}`);
  return key;
}
