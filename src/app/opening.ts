import { clock } from '../browser/clock';
import { findOutlook } from '../office/host';
import { type OpenItem, readOpenItem } from '../office/open-item';
import { onOutlookTheme, outlookTheme } from '../office/outlook-theme';
import { LIMITS } from '../patience/limits';
import { situationAlone } from '../session/find-situation';
import { logOf, type StorageShelf, shelfOf } from '../session/storage/shelf';
import { recallView } from '../session/view-snapshot';
import type { ViewStore } from '../session/view-store';
import type { Actions } from '../ui/port/actions';
import { sayNotOpened } from './not-opened';

/**
 * Finds Outlook and shows at once what was last shown of the open item, while the session (rules, ledger, tasks) is
 * still being loaded. Resolves to the actions; never resolves where there is no Outlook, and the view says so. Whatever
 * else goes wrong is on the view as well, with the way on, before it is thrown.
 */
export async function openPane(viewStore: ViewStore): Promise<Actions> {
  const session = import('./pane-actions');
  session.catch(() => undefined);
  try {
    const silent = () => viewStore.show({ situation: { kind: 'no-outlook' } });
    const outlook = await findOutlook({ limit: LIMITS.outlookReady, onSilence: silent });
    if (outlook === null) {
      silent();
      return await new Promise(() => undefined);
    }
    // It may have been given up before it answered.
    if (viewStore.view().situation.kind === 'no-outlook') viewStore.show({ situation: { kind: 'starting' } });
    const { mailbox, partition } = outlook;
    const shelf = shelfOf({ partition, log: logOf(mailbox, partition) });
    const theme = outlookTheme();
    viewStore.show({ outlookDark: theme === null ? null : theme === 'dark' });
    onOutlookTheme((changed) => viewStore.show({ outlookDark: changed === 'dark' }));
    showLast(viewStore, shelf, await readOpenItem());
    const { createActions } = await session;
    return createActions(outlook, viewStore);
  } catch (thrown) {
    sayNotOpened(viewStore, thrown);
    throw thrown;
  }
}

function showLast(viewStore: ViewStore, shelf: StorageShelf, item: OpenItem): void {
  const alone = situationAlone(item);
  if (alone !== null) {
    viewStore.show({ situation: alone });
    return;
  }
  const last = recallView(shelf, item, clock());
  if (last === null) return;
  const { readAt, ...view } = last;
  viewStore.show(view);
  viewStore.freshness({ readAt });
}
