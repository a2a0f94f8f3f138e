import {
  type ErasedMail,
  isJournalled,
  type Journalled,
  type PressedMail,
} from '../../domain/facts/decided/pressed';
import type { FoundMail, Ports } from '../ports';
import { ask, besidesOf, finish, goesOn, noteStep, type Progress } from './journal';
import { afterTrouble, COPY_LATE, LAST_SECONDS, lookAgain, OVERDUE } from './send-times';
import { afterDraft, troubleIn } from './troubles';

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
    if (afterDraft(trouble.kind) === 'keyless') {
      // May this mailbox not be looked into any more: a draft that was never told to go stays there, and goes to nobody.
      if (state === 'drafted') return backFor(ports, mail);
      if (now > mail.due + COPY_LATE) return nobodyKnows(ports, mail);
    }
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

async function nobodyKnows(ports: Ports, { back: _, ...mail }: PressedMail): Promise<Progress> {
  await ports.ledger.pressed.keep([mail]);
  return ask(ports, mail, 'unknown');
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

/**
 * Somebody whom it names was erased, and it could not be taken back at once. What is known of it by now is its key
 * alone; what became of it is written down with what the log still says of it.
 */
export async function takeBackErased(ports: Ports, mail: ErasedMail): Promise<Progress> {
  const { erasedMails } = ports.ledger;
  const now = ports.clock();
  if (mail.went === true) return goesOn(null);
  let there: FoundMail | null = null;
  try {
    if (mail.mayLie) there = await thrownAway(ports, mail.mailKey);
  } catch (thrown) {
    const trouble = troubleIn(thrown);
    if (afterDraft(trouble.kind) === 'keyless' && now > mail.due + COPY_LATE) {
      // Nobody will know: what is said is that it may have gone.
      await erasedMails.keep({ ...mail, went: true });
      return goesOn(null);
    }
    return goesOn(afterTrouble(now, trouble), trouble);
  }
  const isOpen = there !== null && there.standing !== 'went' && there.standing !== 'thrown-away';
  // Gone in its last seconds it is found a little later.
  const isDoubtful =
    mail.mayLie && there === null && now < mail.due + OVERDUE && now >= mail.due - LAST_SECONDS;
  if (isOpen || isDoubtful) return goesOn(lookAgain(now, mail.due));
  const end = there?.standing === 'went' ? 'sent' : 'taken-back';
  const entry = await lastOf(ports, mail.mailKey);
  if (entry !== null) await noteStep(ports, entry, end, there, await besidesOf(ports, entry));
  if (end === 'sent') await erasedMails.keep({ ...mail, went: true });
  else await erasedMails.drop(mail.id);
  return { end, next: null, trouble: null };
}

async function lastOf({ ledger }: Ports, mailKey: string): Promise<Journalled | null> {
  const theirs = (await ledger.ownEntries()).filter(
    (fact): fact is Journalled => isJournalled(fact) && fact.mailKey === mailKey,
  );
  return theirs.reduce<Journalled | null>(
    (last, one) => (last === null || last.id < one.id ? one : last),
    null,
  );
}
