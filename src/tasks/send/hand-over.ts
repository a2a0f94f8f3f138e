import { type PressedDraft, type PressedMail, restOf } from '../../domain/facts/decided/pressed';
import type { FoundMail, Ports } from '../ports';
import { finish, goesOn, type Progress, refuse } from './journal';
import { sendKeyless } from './keyless';
import { sendDraft } from './send-draft';
import { afterTrouble, COPY_LATE, lookAgain, UPON_DUE } from './send-times';
import { toldOtherwise } from './told-otherwise';
import { afterDraft, troubleIn } from './troubles';

/**
 * A mail of which nothing is in the mailbox: a draft with its key, the time it is to go at, and then it is sent. From
 * then on Exchange has it, and no pane is needed any more. The key is looked up first: another pane or machine may have
 * been here.
 */
export async function handOver(ports: Ports, mail: PressedMail): Promise<Progress> {
  const { postbox } = ports.graph;
  const now = ports.clock();
  const rest = restOf(mail, now);
  let draft: PressedDraft;
  try {
    if (await toldOtherwise(ports, mail)) return { end: 'already-sent', next: null, trouble: null };
    const there = await withoutDrafts(ports, mail.mailKey);
    if (there === 'unknown') return goesOn(lookAgain(now, now));
    if (there?.standing === 'went') return finish(ports, mail, 'sent', there);
    if (there !== null) return adopt(ports, mail, there);
    const { id, conversation, internetMessageId, madeAt } = await postbox.draft(mail.message, mail.mailKey);
    // Counted from when Exchange made it: a clock that is wrong here holds no mail back.
    const goesAt = rest > 0 && madeAt !== null ? madeAt + rest : null;
    draft = { id, conversation, internetMessageId, madeAt, goesAt };
  } catch (thrown) {
    const trouble = troubleIn(thrown);
    const after = afterDraft(trouble.kind);
    if (after === 'keyless') return sendKeyless(ports, mail);
    if (after === 'refused') return refuse(ports, mail, trouble);
    await ports.ledger.pressed.change(mail.id, { trouble: trouble.kind });
    return goesOn(afterTrouble(now, trouble), trouble);
  }
  const kept = await ports.ledger.pressed.change(mail.id, { state: 'drafted', draft });
  // Whoever it is to was erased meanwhile.
  if (kept === null) return discarded(ports, draft.id);
  return sendDraft(ports, kept);
}

/** It waits already, told to by another machine: it goes once. */
async function adopt(ports: Ports, mail: PressedMail, there: FoundMail): Promise<Progress> {
  const { id, conversation, internetMessageId, goesAt } = there;
  const draft = { id, conversation, internetMessageId, goesAt, madeAt: null, elsewhere: true } as const;
  await ports.ledger.pressed.change(mail.id, { state: 'waiting', draft });
  return goesOn(Math.max(mail.due, ports.clock()) + UPON_DUE);
}

/** More drafts of one mail than any accident leaves behind. */
const MOST_DRAFTS = 6;

/**
 * What went or waits under this key, once no other draft is left. A draft was left behind by a pane that was closed, or
 * by another machine: its text may be older than this one's. One that waits for its time is a mail on its way, and
 * stays, unless that time is long over. What was thrown away is still a draft in Deleted Items, and goes for good the second time.
 */
async function withoutDrafts(ports: Ports, mailKey: string): Promise<FoundMail | 'unknown' | null> {
  const { postbox } = ports.graph;
  for (let drafts = 0; drafts < MOST_DRAFTS; drafts += 1) {
    const there = await postbox.find(mailKey);
    if (there === null || there.standing === 'went') return there;
    const isOnItsWay = there.standing === 'waits' && ports.clock() < (there.goesAt ?? 0) + COPY_LATE;
    if (isOnItsWay) return there;
    if (!(await postbox.discard(there.id))) return 'unknown';
  }
  return 'unknown';
}

async function discarded(ports: Ports, id: string): Promise<Progress> {
  // A draft left behind harms nobody.
  await ports.graph.postbox.discard(id).catch(troubleIn);
  return { end: 'taken-back', next: null, trouble: null };
}
