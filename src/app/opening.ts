import { clock } from '../browser/clock';
import { findOutlook } from '../office/host';
import { type OpenItem, readOpenItem } from '../office/open-item';
import { onOutlookTheme, outlookTheme } from '../office/theme';
import { LIMITS } from '../patience/limits';
import { situationAlone } from '../session/situation';
import { recallScene } from '../session/snapshot';
import type { Stage } from '../session/stage';
import { logOf, type Shelf, shelfOf } from '../session/storage/shelf';
import type { Desk } from '../ui/desk/desk';
import { sayNotOpened } from './not-opened';

/**
 * Finds Outlook and shows at once what was last shown of the open item, while the house (rules, ledger, tasks) is
 * still being loaded. Resolves to the desk; never resolves where there is no Outlook, and the scene says so. Whatever
 * else goes wrong is on the scene as well, with the way on, before it is thrown.
 */
export async function openPane(stage: Stage): Promise<Desk> {
  const house = import('./desk');
  house.catch(() => undefined);
  try {
    const silent = () => stage.show({ situation: { kind: 'no-outlook' } });
    const outlook = await findOutlook({ limit: LIMITS.outlookReady, onSilence: silent });
    if (outlook === null) {
      silent();
      return await new Promise(() => undefined);
    }
    // It may have been given up before it answered.
    if (stage.scene().situation.kind === 'no-outlook') stage.show({ situation: { kind: 'starting' } });
    const { mailbox, partition } = outlook;
    const shelf = shelfOf({ partition, log: logOf(mailbox, partition) });
    const theme = outlookTheme();
    stage.show({ outlookDark: theme === null ? null : theme === 'dark' });
    onOutlookTheme((changed) => stage.show({ outlookDark: changed === 'dark' }));
    showLast(stage, shelf, await readOpenItem());
    const { createDesk } = await house;
    return createDesk(outlook, stage);
  } catch (thrown) {
    sayNotOpened(stage, thrown);
    throw thrown;
  }
}

function showLast(stage: Stage, shelf: Shelf, item: OpenItem): void {
  const alone = situationAlone(item);
  if (alone !== null) {
    stage.show({ situation: alone });
    return;
  }
  const last = recallScene(shelf, item, clock());
  if (last === null) return;
  const { readAt, ...scene } = last;
  stage.show(scene);
  stage.freshness({ readAt });
}
