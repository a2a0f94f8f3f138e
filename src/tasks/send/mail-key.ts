import { keysThatCameBack } from '../../domain/tell/catch-up/returned-mail';
import type { Ports } from '../ports';

/** By which the mail about something is found again. */
export type MailKeys = (about: string) => Promise<string>;

/**
 * The same on every machine, so that each finds what another one sent; a digest, so that it tells nothing. One that came back
 * is followed by another mail, under another key. For as many mails as are pressed together.
 */
export async function mailKeys(ports: Ports): Promise<MailKeys> {
  const digest = async (text: string) => (await ports.seal.sha256(text)).slice(0, 32);
  const cameBack = keysThatCameBack(await ports.ledger.ownEntries());
  return async (about) => {
    let key = await digest(about);
    while (cameBack.has(key)) key = await digest(`again ${key}`);
    return key;
  };
}
