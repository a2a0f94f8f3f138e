import { reduceOld } from '../tasks/log/reduce';
import { forgetView } from './keep-view';
import { type Session, showAgain } from './session';
import { showGoing } from './show-going';

/** Once the pane has nothing else to do: old facts about persons become counts. */
export function reduceWhenIdle(session: Session): void {
  const { owner } = session.viewStore.view();
  if (owner === null) return;
  const reduce = async () => {
    const reduced = await reduceOld(session.ports, owner);
    await showGoing(session);
    if (!reduced) return;
    // The first view of the next opening would still show what is counts now.
    forgetView(session.shelf);
    await showAgain(session);
  };
  // What fails today is due tomorrow as well.
  const start = () => void reduce().catch(() => undefined);
  if (typeof requestIdleCallback === 'function') requestIdleCallback(start);
  else setTimeout(start);
}
