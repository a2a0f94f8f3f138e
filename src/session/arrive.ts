import type { MailReading } from '../domain/facts/observed/reading';
import { isOutlookSeries } from '../domain/facts/things/occurrence';
import { findAmongKept } from '../tasks/find/find-among-kept';
import { findCandidates, keptCandidates } from '../tasks/find/find-candidates';
import { findPlace, type OpenItem, recallPlace, rememberPlace } from '../tasks/find/find-place';
import { readOpenMail, recordMail } from '../tasks/find/open-mail';
import type { ItemPlace } from '../tasks/ports';
import { type House, showLineage, turnAway } from './house';

/** The pane arrives at an open item: first what this machine knows, without any network. The calendar comes next. */
export async function arrive(house: House): Promise<void> {
  const { ports, item, viewStore } = house;
  if (item === null) return;
  const place = await recallPlace(ports, item);
  // Another item may have been chosen meanwhile; what belongs to this one is not shown any more.
  if (house.item !== item) return;
  house.place = place;
  if (place !== null) await lookAtOpen(house);
  if (house.item !== item) return;
  if (place !== null) await showLineage(house, place.series);
  else
    viewStore.show({ situation: { kind: 'starting' }, lineage: null, kept: await ports.ledger.keptSeries() });
  await showReadAt(house);
}

/** Of a series that Graph was not asked about yet, the open item is all there is to look at. */
async function lookAtOpen(house: House): Promise<void> {
  if (house.place === null || !isOutlookSeries(house.place.series)) return;
  await (await import('./without-graph')).sightOpenItem(house);
}

/** When the calendar was last read for what is on screen, by whichever pane. */
export async function showReadAt({ ports, viewStore }: House): Promise<void> {
  const marks = await ports.ledger.marks();
  const { lineage } = viewStore.view();
  viewStore.freshness({
    readAt: marks
      .filter(({ series }) => lineage === null || lineage.series.includes(series))
      .reduce<number | null>((latest, { sweptAt }) => Math.max(latest ?? 0, sweptAt), null),
  });
}

/** Whose log it is: kept with it, so that it is known again under another address. Throws `wrong-account`. */
export async function meetOwner(house: House): Promise<void> {
  const { ports, viewStore } = house;
  const owner = await ports.graph.owner();
  await house.findEarlierLog(owner);
  await ports.ledger.keepSetting('owner', owner);
  if (owner.directoryId !== undefined) await ports.ledger.keepSetting('account', owner.directoryId);
  viewStore.show({ owner, signedInAs: owner.address });
}

export async function locate(house: House): Promise<void> {
  const { ports, viewStore, item } = house;
  if (item === null) return;
  const mail = await readItsMail(house);
  if (house.item !== item) return;
  if ((house.place?.occurrence ?? null) === null && !isOutlookSeries(house.place?.series ?? '')) {
    const found = await findPlace(ports, item, mail);
    if (house.item !== item) return;
    if (found.kind === 'place') house.place = found.place;
  }
  const { place } = house;
  if (place === null) {
    await offerCandidates(house, item);
    return;
  }
  const kept = await ports.ledger.keptSeries();
  const isKept = kept.some((one) => one.series.includes(place.series)) || viewStore.view().lineage !== null;
  if (isKept) return;
  const meeting = await ports.graph.readMeeting(place.series);
  if (house.item !== item) return;
  if (meeting?.kind === 'single') {
    house.place = (await findAmongKept(ports, meeting)) ?? place;
    if (house.place !== place) {
      await rememberPlace(ports, item, house.place);
      return;
    }
    viewStore.show({ situation: { kind: 'not-recurring', title: meeting.title } });
    return;
  }
  const title = meeting?.title ?? item.title;
  viewStore.show({
    situation: {
      kind: 'new-series',
      series: place.series,
      title,
      organizer: meeting?.organizer?.name ?? null,
    },
  });
}

/** The person's word on which meeting the open item is; it holds for this item from now on, over a reload as well. */
export async function choosePlace(house: House, chosen: ItemPlace | null): Promise<void> {
  const { ports, viewStore, item } = house;
  if (item === null) return;
  const place = chosen === null ? null : { ...chosen, byHand: true };
  await rememberPlace(ports, item, place);
  house.place = place;
  if (place !== null) {
    await lookAtOpen(house);
    return showLineage(house, place.series);
  }
  turnAway(house);
  viewStore.show({ situation: { kind: 'starting' }, lineage: null });
  await offerCandidates(house, item);
}

async function offerCandidates(house: House, item: OpenItem): Promise<void> {
  const candidates = await findCandidates(house.ports, item);
  if (house.item !== item) return;
  const kind = candidates.length > 0 ? 'which-meeting' : 'unknown-meeting';
  house.viewStore.show({ situation: { kind, title: item.title, candidates } });
}

/** Where the calendar cannot be asked: what can be chosen from is what is kept here. */
export async function showUnknown({ ports, viewStore, item }: House): Promise<void> {
  const candidates = item === null ? [] : await keptCandidates(ports, item);
  const canBegin =
    item?.isMessage === false && item.recurring === true && (item.seriesId ?? item.id) !== null;
  viewStore.show({ situation: { kind: 'unknown-meeting', title: item?.title ?? '', candidates, canBegin } });
}

/** Of an item that is a message; asked for once, and what it did is said as soon as it is known. */
async function readItsMail(house: House): Promise<MailReading | null> {
  const { ports, viewStore, item } = house;
  if (item?.isMessage !== true) return null;
  if (house.mail !== undefined && house.mail !== null) return house.mail;
  const mail = await readOpenMail(ports, item.id);
  if (house.item !== item) return null;
  house.mail = mail;
  if (mail !== null) viewStore.show({ message: mail });
  return mail;
}

/** A message that is open is kept like one a sweep finds, and the log knows best which occurrence it is about. */
export async function recordOpenMail(house: House): Promise<void> {
  const { ports, viewStore, item, mail, place } = house;
  const { owner } = viewStore.view();
  if (item === null || mail === undefined || mail === null || place === null || owner === null) return;
  const told = await recordMail(ports, owner, mail, place.series);
  if (told === null || told.occurrence === null || house.item !== item) return;
  house.place = told;
  await rememberPlace(ports, item, told);
}
