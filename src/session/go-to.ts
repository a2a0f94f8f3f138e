import type { SeriesId } from '../domain/facts/things/occurrence';
import type { OpenItem } from '../office/open-item';
import { arrive, showReadAt } from './arrive';
import { situationAlone } from './find-situation';
import { refresh } from './read-calendar';
import { type Session, showAgain, showLineage, turnAway } from './session';

/** How many messages are selected; null where nobody can tell. */
type Selected = () => Promise<number | null>;

/** Shows the item that is open now; hearing of it twice, late or never does no harm. */
export async function goTo(session: Session, item: OpenItem, selected: Selected): Promise<void> {
  const beside = nameOf(item);
  const isSame = session.beside === beside;
  session.beside = beside;
  if (session.byName !== undefined) {
    if (isSame) return showAgain(session);
    delete session.byName;
  }
  const alone = situationAlone(item);
  if (alone !== null) {
    session.item = null;
    session.place = null;
    session.mail = undefined;
    turnAway(session);
    const kept = await session.ports.ledger.keptSeries();
    // A meeting may have been chosen meanwhile.
    if (session.item !== null) return;
    session.viewStore.show({ situation: alone, lineage: null, kept, message: null });
    if (alone.kind === 'nothing-open') await sayIfSeveral(session, selected);
    return;
  }
  if (session.item !== null && session.item.id === item.id && session.item.start === item.start) {
    await showAgain(session);
    return;
  }
  // What the first view recalled of a message is this item's own; what comes later is the one before's.
  if (session.item !== null) session.viewStore.show({ message: null });
  session.item = { ...item, isMessage: item.kind === 'meeting-message' };
  session.place = null;
  session.mail = undefined;
  turnAway(session);
  await arrive(session);
  await refresh(session);
}

const nameOf = ({ kind, id, start, title }: OpenItem): string => JSON.stringify([kind, id, start, title]);

/** A log by its name, whatever is open in Outlook. It stays on screen until something else is opened there. */
export async function openByName(session: Session, series: SeriesId, item: OpenItem): Promise<void> {
  session.beside = nameOf(item);
  session.byName = series;
  await showLineage(session, series);
  // What was read for the meeting before says nothing of this one.
  await showReadAt(session);
}

/** Back from there to what is open in Outlook. */
export async function backToOpen(session: Session, item: OpenItem, selected: Selected): Promise<void> {
  delete session.byName;
  session.item = null;
  turnAway(session);
  session.viewStore.show({ situation: { kind: 'starting' }, lineage: null });
  await goTo(session, item, selected);
}

/** With several messages selected Outlook gives the pane none of them. */
async function sayIfSeveral(session: Session, selected: Selected): Promise<void> {
  const count = await selected();
  if (count === null || count < 2 || session.viewStore.view().situation.kind !== 'nothing-open') return;
  session.viewStore.show({ situation: { kind: 'several-selected', count } });
}
