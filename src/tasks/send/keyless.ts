import { type PressedMail, restOf } from '../../domain/facts/decided/pressed';
import type { Ports } from '../ports';
import { ask, finish, goesOn, type Progress, refuse } from './journal';
import { afterTrouble } from './send-times';
import { afterSending, troubleIn } from './troubles';

/**
 * Without a key nothing can be looked up and nothing waits in the mailbox: it goes from here when its time has come,
 * stays "not verified", and once the request has left it is asked about, never repeated.
 */
export async function sendKeyless(ports: Ports, mail: PressedMail): Promise<Progress> {
  const now = ports.clock();
  const rest = restOf(mail, now);
  const { pressed } = ports.ledger;
  if (rest > 0) {
    await pressed.change(mail.id, { keyless: true });
    return goesOn(now + rest);
  }
  const left = await pressed.change(mail.id, { keyless: true, state: 'left', triedAt: now });
  if (left === null) return { end: 'taken-back', next: null, trouble: null };
  if (left.back === true) return finish(ports, left, 'taken-back');
  try {
    await ports.graph.postbox.sendDirectly(mail.message);
  } catch (thrown) {
    const trouble = troubleIn(thrown);
    if (trouble.kind === 'unknown-outcome') return ask(ports, left, 'unknown');
    if (afterSending(trouble.kind) === 'refused') return refuse(ports, left, trouble);
    await pressed.change(mail.id, { state: 'kept', trouble: trouble.kind });
    return goesOn(afterTrouble(now, trouble), trouble);
  }
  return finish(ports, left, 'unverified');
}
