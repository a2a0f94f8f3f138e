import { type PressedMail, restOf } from '../../domain/facts/decided/pressed';
import { isTrouble, type Trouble } from '../../domain/trouble';
import type { TroubleKind } from '../../domain/trouble-rows';
import type { FoundMail, Ports } from '../ports';
import { ask, finish, goesOn, noteStep, type Progress, refuse, tookBack } from './journal';
import { sendKeyless } from './keyless';
import { afterTrouble, lookAgain, UPON_DUE } from './send-times';
import { takeBack } from './take-back';
import { afterDraft, afterSending, troubleIn } from './troubles';

/** A draft with a key goes: at its time where Exchange takes one, else when that time has come here. */
export async function sendDraft(ports: Ports, mail: PressedMail): Promise<Progress> {
  const { draft } = mail;
  if (draft === undefined) return goesOn(null);
  const rival = await ports.graph.postbox.rival(mail.mailKey, draft.id).catch(troubleIn);
  // May this mailbox not be looked into any more, it goes without a key: this draft was never told to go.
  if (isTrouble(rival) && afterDraft(rival.kind) === 'keyless') return sendKeyless(ports, mail);
  if (rival !== null) return giveWay(ports, mail, rival);
  const rest = restOf(mail, ports.clock());
  if (rest > 0) {
    if (draft.goesAt === null) return goesOn(ports.clock() + rest);
    const trouble = await ports.graph.postbox.defer(draft.id, draft.goesAt).then(nothing, troubleIn);
    if (trouble !== null) return undeferred(ports, mail, trouble);
  }
  return tellToGo(ports, mail, rest > 0);
}

/**
 * Another machine that wrote the same mail meanwhile: both had found nothing before. Whoever sees that the other began
 * before throws its own draft away. Where that cannot be seen nothing goes.
 */
async function giveWay(ports: Ports, mail: PressedMail, rival: FoundMail | Trouble): Promise<Progress> {
  if (isTrouble(rival)) return goesOn(afterTrouble(ports.clock(), rival), rival);
  if (mail.draft !== undefined) await ports.graph.postbox.discard(mail.draft.id).catch(troubleIn);
  await ports.ledger.pressed.change(mail.id, { state: 'kept' });
  if (rival.standing === 'went') return finish(ports, mail, 'sent', rival);
  // What another machine is about to send may not go in the end: then it is asked, like any doubt.
  return ask(ports, mail, 'unknown');
}

const nothing = (): null => null;

/** Exchange takes no time for it: then it is told when that time has come. */
async function undeferred(ports: Ports, mail: PressedMail, trouble: Trouble): Promise<Progress> {
  const now = ports.clock();
  const { draft } = mail;
  if (draft === undefined || afterDraft(trouble.kind) === 'waits')
    return goesOn(afterTrouble(now, trouble), trouble);
  await ports.ledger.pressed.change(mail.id, { draft: { ...draft, goesAt: null } });
  return goesOn(now + restOf(mail, now));
}

/** Whether it went is told by the key alone after these. */
const UNCERTAIN: readonly TroubleKind[] = ['unknown-outcome', 'offline', 'not-found'];

/**
 * One item can go only once, however often it is told to; what goes twice is a second item. So the same draft may be
 * told again after a pause, and is never written anew.
 */
export async function tellToGo(ports: Ports, mail: PressedMail, waits: boolean): Promise<Progress> {
  const now = ports.clock();
  const { postbox } = ports.graph;
  const leaving = await ports.ledger.pressed.change(mail.id, { state: 'leaving', triedAt: now });
  const draft = leaving?.draft;
  if (draft === undefined || leaving === null) return erased(ports, mail);
  if (leaving.back === true) return takeBack(ports, leaving);
  try {
    await postbox.send(draft.id);
  } catch (thrown) {
    const trouble = troubleIn(thrown);
    // A browser repeats a request whose connection broke, and then the draft is gone because it was sent: whatever
    // the answer says, the key decides.
    const there = await postbox.find(mail.mailKey).catch(nothing);
    if (there?.standing === 'went') return finish(ports, leaving, 'sent', there);
    if (trouble.kind === 'not-found' && there?.standing === 'thrown-away') return tookBack(ports, leaving);
    if (UNCERTAIN.includes(trouble.kind)) return goesOn(lookAgain(now, now), trouble);
    if (afterSending(trouble.kind) === 'waits') {
      await ports.ledger.pressed.change(mail.id, { state: 'drafted', trouble: trouble.kind });
      return goesOn(afterTrouble(now, trouble), trouble);
    }
    await postbox.discard(draft.id).catch(troubleIn);
    return refuse(ports, leaving, trouble);
  }
  if (!waits) return finish(ports, leaving, 'sent', { ...draft, sentAt: null });
  await ports.ledger.pressed.change(mail.id, { state: 'waiting' });
  await noteStep(ports, mail.entry, 'sending', draft, mail.besides);
  return goesOn(mail.due + UPON_DUE);
}

async function erased(ports: Ports, { draft }: PressedMail): Promise<Progress> {
  if (draft !== undefined) await ports.graph.postbox.discard(draft.id).catch(troubleIn);
  return { end: 'taken-back', next: null, trouble: null };
}
