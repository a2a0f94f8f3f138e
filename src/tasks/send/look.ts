import { isLate, type PressedMail } from '../../domain/facts/decided/pressed';
import type { FoundMail, Ports } from '../ports';
import { ask, finish, goesOn, type Progress, tookBack } from './journal';
import { tellToGo } from './send-draft';
import { afterTrouble, COPY_LATE, lookAgain, OVERDUE, PAUSE } from './send-times';
import { afterDraft, troubleIn } from './troubles';

/** What became of a mail that Exchange has, or may have: told by its key alone. */
export async function look(ports: Ports, mail: PressedMail): Promise<Progress> {
  const now = ports.clock();
  const since = Math.max(mail.due, mail.triedAt ?? 0);
  let there: FoundMail | null;
  try {
    there = await ports.graph.postbox.find(mail.mailKey);
  } catch (thrown) {
    const trouble = troubleIn(thrown);
    // May this mailbox not be looked into any more, nobody will know.
    const isHopeless = afterDraft(trouble.kind) === 'keyless' && now > since + COPY_LATE;
    if (isHopeless) return ask(ports, mail, 'unknown');
    return goesOn(afterTrouble(now, trouble), trouble);
  }
  if (there === null) {
    // The copy can be late; written anew, the mail could go twice.
    return now > since + COPY_LATE ? ask(ports, mail, 'unknown') : goesOn(lookAgain(now, since));
  }
  switch (there.standing) {
    case 'went':
      return finish(ports, mail, 'sent', there);
    case 'thrown-away':
      return mail.draft?.elsewhere === true ? ask(ports, mail, 'passed-over') : tookBack(ports, mail);
    case 'draft':
    case 'waits':
      return stillThere(ports, mail, there);
  }
}

async function stillThere(ports: Ports, mail: PressedMail, there: FoundMail): Promise<Progress> {
  const now = ports.clock();
  const { state, due, triedAt = 0 } = mail;
  if (now > due + OVERDUE && wasChanged(mail, there)) return tookBack(ports, mail);
  if (state === 'leaving' && mail.draft !== undefined) {
    if (isLate(mail, now)) return ask(ports, mail, 'late');
    const isDue = there.standing === 'draft' || now > due + PAUSE;
    const again = { ...mail, draft: { ...mail.draft, id: there.id } };
    if (isDue && now >= triedAt + PAUSE) {
      await ports.ledger.pressed.change(mail.id, { draft: again.draft });
      return tellToGo(ports, again, false);
    }
    return goesOn(Math.max(triedAt + PAUSE, now + 1));
  }
  return now > due + COPY_LATE ? ask(ports, mail, 'stuck') : goesOn(lookAgain(now, due));
}

/** Exchange itself touches a mail when it takes it, and when it sends it. */
const TOUCH = 5_000;

/** Somebody opened it in Outlook and saved it: then it goes when they send it, or not at all. */
function wasChanged({ draft }: PressedMail, { changedAt, goesAt }: FoundMail): boolean {
  if (draft === undefined) return false;
  if (draft.goesAt !== null && goesAt !== draft.goesAt) return true;
  const touches = [draft.madeAt, draft.goesAt].filter((at) => at !== null);
  return touches.every((at) => changedAt < at - 1000 || changedAt > at + TOUCH);
}
