import type { SeriesId } from '../domain/facts/things/occurrence';
import type { OpenItem } from '../office/open-item';
import { arrive, showReadAt } from './arrive';
import { type House, showAgain, showLineage, turnAway } from './house';
import { refresh } from './reading';
import { situationAlone } from './situation';

/** How many messages are selected; null where nobody can tell. */
type Selected = () => Promise<number | null>;

/** Shows the item that is open now; hearing of it twice, late or never does no harm. */
export async function goTo(house: House, item: OpenItem, selected: Selected): Promise<void> {
  const beside = nameOf(item);
  const isSame = house.beside === beside;
  house.beside = beside;
  if (house.byName !== undefined) {
    if (isSame) return showAgain(house);
    delete house.byName;
  }
  const alone = situationAlone(item);
  if (alone !== null) {
    house.item = null;
    house.place = null;
    house.mail = undefined;
    turnAway(house);
    const kept = await house.ports.ledger.keptSeries();
    // A meeting may have been chosen meanwhile.
    if (house.item !== null) return;
    house.viewStore.show({ situation: alone, lineage: null, kept, message: null });
    if (alone.kind === 'nothing-open') await sayIfSeveral(house, selected);
    return;
  }
  if (house.item !== null && house.item.id === item.id && house.item.start === item.start) {
    await showAgain(house);
    return;
  }
  // What the first view recalled of a message is this item's own; what comes later is the one before's.
  if (house.item !== null) house.viewStore.show({ message: null });
  house.item = { ...item, isMessage: item.kind === 'meeting-message' };
  house.place = null;
  house.mail = undefined;
  turnAway(house);
  await arrive(house);
  await refresh(house);
}

const nameOf = ({ kind, id, start, title }: OpenItem): string => JSON.stringify([kind, id, start, title]);

/** A log by its name, whatever is open in Outlook. It stays on screen until something else is opened there. */
export async function openByName(house: House, series: SeriesId, item: OpenItem): Promise<void> {
  house.beside = nameOf(item);
  house.byName = series;
  await showLineage(house, series);
  // What was read for the meeting before says nothing of this one.
  await showReadAt(house);
}

/** Back from there to what is open in Outlook. */
export async function backToOpen(house: House, item: OpenItem, selected: Selected): Promise<void> {
  delete house.byName;
  house.item = null;
  turnAway(house);
  house.viewStore.show({ situation: { kind: 'starting' }, lineage: null });
  await goTo(house, item, selected);
}

/** With several messages selected Outlook gives the pane none of them. */
async function sayIfSeveral(house: House, selected: Selected): Promise<void> {
  const count = await selected();
  if (count === null || count < 2 || house.viewStore.view().situation.kind !== 'nothing-open') return;
  house.viewStore.show({ situation: { kind: 'several-selected', count } });
}
