import { clock } from '../browser/clock';
import { findOutlook } from '../office/host';
import { type OpenItem, readOpenItem } from '../office/open-item';
import { onOutlookTheme, outlookTheme } from '../office/theme';
import { situationAlone } from '../session/situation';
import { recallScene } from '../session/snapshot';
import type { Stage } from '../session/stage';
import type { Desk } from '../ui/desk/desk';

/** How long Outlook may stay silent before the pane says so, in ms. */
const SILENCE = 8_000;

/**
 * Finds Outlook and shows at once what was last shown of the open item, while the house (rules, ledger, tasks) is
 * still being loaded. Resolves to the desk; never resolves where there is no Outlook, and the scene says so.
 */
export async function openPane(stage: Stage): Promise<Desk> {
  const house = import('./desk');
  const silent = () => stage.show({ situation: { kind: 'no-outlook' } });
  const outlook = await findOutlook({ limit: SILENCE, onSilence: silent });
  if (outlook === null) {
    silent();
    return new Promise(() => undefined);
  }
  const theme = outlookTheme();
  stage.show({ outlookDark: theme === null ? null : theme === 'dark' });
  onOutlookTheme((changed) => stage.show({ outlookDark: changed === 'dark' }));
  showLast(stage, await readOpenItem());
  const { createDesk } = await house;
  return createDesk(outlook, stage);
}

function showLast(stage: Stage, item: OpenItem): void {
  const alone = situationAlone(item);
  if (alone !== null) {
    stage.show({ situation: alone });
    return;
  }
  const last = recallScene(item, clock());
  if (last === null) return;
  const { readAt, ...scene } = last;
  stage.show(scene);
  stage.freshness({ readAt });
}
