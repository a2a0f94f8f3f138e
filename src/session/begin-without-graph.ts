import type { OpenReading } from '../domain/facts/observed/reading';
import { addressKey, type Owner } from '../domain/facts/things/person';
import { isKnownZone } from '../domain/time/zone';
import { Trouble } from '../domain/trouble';
import { ownProfile, readOpenMeeting } from '../office/open-meeting';
import { recallPlace, rememberPlace } from '../tasks/find/find-place';
import { recognize, seriesToRecognize } from '../tasks/find/recognize';
import { keepOpen, namedByOutlook, sightOpen, underItsName } from '../tasks/find/without-graph';
import { type Session, showLineage } from './session';

/** A log that has to do without Graph: Outlook's item beside the pane, and whose mailbox it is. */
export async function keepOpenItem(session: Session): Promise<void> {
  const { ports, viewStore, item } = session;
  const series = item === null ? null : namedByOutlook(item);
  if (item === null || series === null) throw new Trouble('not-found', 'open meeting');
  const owner = viewStore.view().owner ?? (await ownerByOutlook());
  await ports.ledger.keepSetting('owner', owner);
  viewStore.show({ owner });
  const open = await readOpen(session, series, owner);
  if (open === null) throw new Trouble('not-found', 'open meeting');
  const place = await keepOpen(ports, owner, open);
  await rememberPlace(ports, item, place);
  if (session.item !== item) return;
  session.place = place;
  await showLineage(session, series);
}

/** Keeps what Outlook shows of the open occurrence, where its log has to do without Graph. */
export async function sightOpenItem(session: Session): Promise<void> {
  const { ports, viewStore, item, place } = session;
  const { owner } = viewStore.view();
  if (item === null || item.isMessage || place === null || owner === null) return;
  const open = await readOpen(session, place.series, owner);
  if (open === null || session.item !== item || session.place !== place) return;
  const { occurrence } = await sightOpen(ports, owner, open);
  const seen = { ...place, occurrence: occurrence ?? place.occurrence };
  await rememberPlace(ports, item, seen);
  if (session.item === item) session.place = seen;
}

/** Graph can be asked again: what was begun without it gets the name it has there. */
export async function recognizeAll(session: Session): Promise<void> {
  const { ports, viewStore, item, place } = session;
  const { owner } = viewStore.view();
  if (owner === null) return;
  const open = item === null || place === null ? null : { item, series: place.series };
  const begun = await seriesToRecognize(ports);
  await recognize(ports, owner, begun, open);
  for (const series of begun) {
    const named = await underItsName(ports, { series, occurrence: null }, null);
    if (named.series !== series) session.drafts.rename(series, named.series);
  }
  if (item === null || session.item !== item || place === null) return;
  session.place = await recallPlace(ports, item);
}

async function readOpen(session: Session, series: string, owner: Owner): Promise<OpenReading | null> {
  const zoneOf = await zones();
  return readOpenMeeting(series, { owner, now: session.ports.clock(), zoneOf });
}

/** Outlook knows zones by the names that Windows gives them. */
const zones = async () => (await import('../graph/shapes/zone-names')).zoneOf;

async function ownerByOutlook(): Promise<Owner> {
  const { name, address, zone } = ownProfile();
  const key = addressKey(address);
  const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = (await zones())(zone) ?? (isKnownZone(browserZone) ? browserZone : 'UTC');
  return { key, name: name === '' ? key : name, address: key, zone: known };
}
