import { told } from './ask-outlook';

/**
 * Calls back when another item was chosen: only a pinned pane hears it, late, twice or never (office-js#4960). So
 * whoever comes back to the pane makes it look again; beside an appointment there is nothing to pin.
 */
export function onOtherItem(changed: () => void): void {
  // Where it cannot be pinned, a new page is loaded for every item.
  told(Office.EventType.ItemChanged, changed);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') changed();
  });
  window.addEventListener('focus', () => {
    const type = Office.context.mailbox.item?.itemType;
    if (type !== Office.MailboxEnums.ItemType.Appointment) changed();
  });
}
