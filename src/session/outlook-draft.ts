import type { Message } from '../domain/facts/things/message';
import { isTrouble, Trouble } from '../domain/trouble';
import type { TroubleKind } from '../domain/trouble-rows';
import type { Session } from './session';

/** Why there is no draft, where Outlook's own form is as good. */
const NO_DRAFT: readonly TroubleKind[] = [
  'sign-in-needed',
  'not-permitted',
  'consent-refused',
  'admin-approval-needed',
  'outlook-refused',
];

/** Drafts that Outlook was asked to show, and said nothing, by what is in them: the keys with which they are found again. */
const left = new Map<string, string>();

/**
 * Opens a message in Outlook, to be changed and sent there: as a draft, which keeps its form everywhere
 * (office-js#5327), else in the form for a new message, which exists only beside a meeting that is read. Where
 * neither is there, the permission for a draft is asked for. Throws `outlook-refused` when nothing helped, and
 * `draft-left` when Outlook never said whether it showed the draft.
 */
export async function openInOutlook(session: Session, message: Message): Promise<void> {
  if (await draftShown(session, message)) return;
  const { canCompose, composeMail } = await import('../office/compose');
  if (canCompose()) {
    await composeMail({
      to: message.to.map(({ address }) => address),
      subject: message.subject,
      html: message.html,
    });
    return;
  }
  await session.allow(['Mail.ReadWrite']);
  await showAsDraft(session, message);
}

async function draftShown(session: Session, message: Message): Promise<boolean> {
  try {
    await showAsDraft(session, message);
    return true;
  } catch (thrown) {
    if (isTrouble(thrown) && NO_DRAFT.includes(thrown.kind)) return false;
    throw thrown;
  }
}

/**
 * A draft that cannot be shown is taken away again. Where Outlook says nothing, it may well be on screen, with somebody
 * writing in it: it stays, it is said where it lies, and the same one is shown at the next try.
 */
async function showAsDraft(session: Session, message: Message): Promise<void> {
  const { postbox } = session.ports.graph;
  const { showDraft } = await import('../office/compose');
  const name = JSON.stringify([message.to.map(({ address }) => address), message.subject, message.html]);
  const { id, key } = (await leftBefore(session, name)) ?? (await draft(session, message));
  try {
    await showDraft(await postbox.outlookId(id));
    left.delete(name);
  } catch (thrown) {
    if (isTrouble(thrown) && thrown.kind === 'outlook-hangs') {
      left.set(name, key);
      throw new Trouble('draft-left', thrown.where, { cause: thrown });
    }
    left.delete(name);
    await postbox.discard(id);
    throw thrown;
  }
}

async function draft(session: Session, message: Message): Promise<{ id: string; key: string }> {
  const key = session.ports.seal.newKey();
  const { id } = await session.ports.graph.postbox.draft(message, key);
  return { id, key };
}

/** What was sent or thrown away from Drafts meanwhile is not there any more. */
async function leftBefore(session: Session, name: string): Promise<{ id: string; key: string } | null> {
  const key = left.get(name);
  const there = key === undefined ? null : await session.ports.graph.postbox.find(key).catch(() => null);
  return key === undefined || there?.standing !== 'draft' ? null : { id: there.id, key };
}
