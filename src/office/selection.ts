import { asked } from './ask-outlook';

/**
 * How many messages are selected, where Outlook says so (Mailbox 1.13, with a right to the whole mailbox that this
 * add-in does not ask for); null where it says nothing. With several selected there is no open item.
 */
export async function selectedMessages(): Promise<number | null> {
  const { mailbox, requirements } = Office.context;
  if (!requirements.isSetSupported('Mailbox', '1.13')) return null;
  // Older Office.js claims the set of its host and lacks the call; `asked` makes null of what is thrown.
  const selected = await asked<Office.SelectedItemDetails[]>((done) => mailbox.getSelectedItemsAsync(done));
  return Array.isArray(selected) ? selected.length : null;
}
