import type { PressedMail } from '../../domain/facts/decided/pressed';
import type { FoundMail, Ports } from '../ports';
import { ask, finish, goesOn, type Progress } from './journal';
import { afterTrouble, LAST_SECONDS, lookAgain, OVERDUE } from './times';
import { troubleIn } from './troubles';

/** Drafts of one mail that are thrown away in one go. */
const MOST = 6;

/**
 * Undo. What waits in the mailbox is thrown away there, and the key is looked up before anything is said: a mail that
 * is thrown away in its last second may have gone all the same, whatever the answer was.
 */
export async function takeBack(ports: Ports, mail: PressedMail): Promise<Progress> {
  const { state } = mail;
  // Nothing is in the mailbox; or what left without a key is set aside by the person, and nobody will know.
  if (state === 'kept' || state === 'left') return backFor(ports, mail);
  const now = ports.clock();
  let there: FoundMail | null;
  try {
    there = await thrownAway(ports, mail.mailKey);
  } catch (thrown) {
    const trouble = troubleIn(thrown);
    return goesOn(afterTrouble(now, trouble), trouble);
  }
  if (there?.standing === 'went') return finish(ports, mail, 'sent', there);
  const isThere = there?.standing === 'thrown-away';
  const isCertain =
    isThere || state === 'drafted' || now < mail.due - LAST_SECONDS || now > mail.due + OVERDUE;
  return isCertain ? backFor(ports, mail) : goesOn(lookAgain(now, mail.due));
}

/** As the person wanted; or because what it says is not true any more, and then it is asked. */
async function backFor(ports: Ports, mail: PressedMail): Promise<Progress> {
  if (mail.back === true) return finish(ports, mail, 'taken-back');
  await ports.ledger.pressed.change(mail.id, { state: 'kept' });
  return ask(ports, mail, 'untrue');
}

/** Nothing that could go is left under this key, or it went; null: nothing at all is found. */
async function thrownAway(ports: Ports, mailKey: string): Promise<FoundMail | null> {
  const { postbox } = ports.graph;
  for (let looks = 0; ; looks += 1) {
    const there = await postbox.find(mailKey);
    if (there === null || there.standing === 'went' || there.standing === 'thrown-away') return there;
    if (looks >= MOST) return there;
    await postbox.discard(there.id);
  }
}
