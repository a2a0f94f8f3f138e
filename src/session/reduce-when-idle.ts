import { reduceOld } from '../tasks/log/reduce';
import { showGoing } from './going';
import { type House, showAgain } from './house';
import { forgetView } from './keep-view';

/** Once the pane has nothing else to do: old facts about persons become counts. */
export function reduceWhenIdle(house: House): void {
  const { owner } = house.viewStore.view();
  if (owner === null) return;
  const reduce = async () => {
    const reduced = await reduceOld(house.ports, owner);
    await showGoing(house);
    if (!reduced) return;
    // The first view of the next opening would still show what is counts now.
    forgetView(house.shelf);
    await showAgain(house);
  };
  // What fails today is due tomorrow as well.
  const start = () => void reduce().catch(() => undefined);
  if (typeof requestIdleCallback === 'function') requestIdleCallback(start);
  else setTimeout(start);
}
