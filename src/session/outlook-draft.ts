import type { Message } from '../domain/facts/things/message';
import { isTrouble, type TroubleKind } from '../domain/trouble';
import type { House } from './house';

/** Why there is no draft, where Outlook's own form is as good. */
const NO_DRAFT: readonly TroubleKind[] = [
  'sign-in-needed',
  'not-permitted',
  'consent-refused',
  'admin-approval-needed',
  'outlook-refused',
];

/**
 * Opens a message in Outlook, to be changed and sent there: as a draft, which keeps its form everywhere
 * (office-js#5327), else in the form for a new message, which exists only beside a meeting that is read. Where
 * neither is there, the permission for a draft is asked for. Throws `outlook-refused` when nothing helped.
 */
export async function openInOutlook(house: House, message: Message): Promise<void> {
  if (await draftShown(house, message)) return;
  const { canCompose, composeMail } = await import('../office/compose');
  if (canCompose()) {
    await composeMail({
      to: message.to.map(({ address }) => address),
      subject: message.subject,
      html: message.html,
    });
    return;
  }
  await house.allow(['Mail.ReadWrite']);
  await showAsDraft(house, message);
}

async function draftShown(house: House, message: Message): Promise<boolean> {
  try {
    await showAsDraft(house, message);
    return true;
  } catch (thrown) {
    if (isTrouble(thrown) && NO_DRAFT.includes(thrown.kind)) return false;
    throw thrown;
  }
}

/** A draft that cannot be shown is taken away again. */
async function showAsDraft(house: House, message: Message): Promise<void> {
  const { postbox } = house.ports.graph;
  const { id } = await postbox.draft(message, house.ports.seal.newKey());
  const { showDraft } = await import('../office/compose');
  try {
    await showDraft(await postbox.outlookId(id));
  } catch (thrown) {
    await postbox.discard(id);
    throw thrown;
  }
}
