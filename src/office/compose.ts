import { Trouble } from '../domain/trouble';
import { shown } from './ask-outlook';

const WHERE = 'display message';

/** Limits of Outlook's own new-message form (Office.js MessageForm). */
const BODY_MAX = 32 * 1024;
const SUBJECT_MAX = 255;
const RECIPIENTS_MAX = 100;

/** From Mailbox 1.9 on Outlook says whether it showed a message. */
const saysIfShown = (): boolean => Office.context.requirements.isSetSupported('Mailbox', '1.9');

const outlookIdOf = (id: string): string =>
  Office.context.mailbox.convertToEwsId?.(id, Office.MailboxEnums.RestVersion.v2_0) ?? id;

/** Shows a saved draft in Outlook, where Outlook says whether it did. `id` in the form Graph gives. */
export function showDraft(id: string): Promise<void> {
  if (!saysIfShown()) throw new Trouble('outlook-refused', 'display draft');
  return shown(WHERE, (done) => Office.context.mailbox.displayMessageFormAsync(outlookIdOf(id), done));
}

/** Shows a mail that is there to be read; an older Outlook shows it as well and says nothing. */
export async function showMail(id: string): Promise<void> {
  if (saysIfShown()) await showDraft(id);
  else Office.context.mailbox.displayMessageForm(outlookIdOf(id));
}

/** Whether Outlook has its new-message form here: it is missing beside a meeting in its own form. */
export const canCompose = (): boolean =>
  typeof Office.context.mailbox.displayNewMessageFormAsync === 'function';

/** Opens Outlook's new-message form, filled in, within its limits. Only where a meeting is read, not edited. */
export function composeMail(mail: {
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
}): Promise<void> {
  const { mailbox } = Office.context;
  if (new Blob([mail.html]).size > BODY_MAX) throw new Trouble('outlook-refused', 'mail longer than 32 KB');
  if (mail.subject.length > SUBJECT_MAX) throw new Trouble('outlook-refused', 'subject longer than 255');
  if (mail.to.length > RECIPIENTS_MAX) throw new Trouble('outlook-refused', 'more than 100 recipients');
  if (!canCompose()) throw new Trouble('outlook-refused', 'new message form');
  return shown(WHERE, (done) =>
    mailbox.displayNewMessageFormAsync(
      { toRecipients: [...mail.to], subject: mail.subject, htmlBody: mail.html },
      done,
    ),
  );
}
