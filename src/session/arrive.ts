import type { MailReading, MeetingReading } from '../domain/facts/observed/reading';
import { isOutlookSeries } from '../domain/facts/things/occurrence';
import { isSamePerson, type Owner } from '../domain/facts/things/person';
import { findAmongKept } from '../tasks/find/find-among-kept';
import { findCandidates, keptCandidates } from '../tasks/find/find-candidates';
import { findPlace, type OpenItem, recallPlace, rememberPlace } from '../tasks/find/find-place';
import { readOpenMail, recordMail } from '../tasks/find/open-mail';
import type { ItemPlace } from '../tasks/ledger-port';
import { type Session, showLineage, turnAway } from './session';

/** The pane arrives at an open item: first what this machine knows, without any network. The calendar comes next. */
export async function arrive(session: Session): Promise<void> {
  const { ports, item, viewStore } = session;
  if (item === null) return;
  const place = await recallPlace(ports, item);
  // Another item may have been chosen meanwhile; what belongs to this one is not shown any more.
  if (session.item !== item) return;
  session.place = place;
  if (place !== null) await lookAtOpen(session);
  if (session.item !== item) return;
  if (place !== null) await showLineage(session, place.series);
  else
    viewStore.show({ situation: { kind: 'starting' }, lineage: null, kept: await ports.ledger.keptSeries() });
  await showReadAt(session);
}

/** Of a series that Graph was not asked about yet, the open item is all there is to look at. */
async function lookAtOpen(session: Session): Promise<void> {
  if (session.place === null || !isOutlookSeries(session.place.series)) return;
  await (await import('./begin-without-graph')).sightOpenItem(session);
}

/** When the calendar was last read for what is on screen, by whichever pane. */
export async function showReadAt({ ports, viewStore }: Session): Promise<void> {
  const marks = await ports.ledger.marks();
  const { lineage } = viewStore.view();
  viewStore.freshness({
    readAt: marks
      .filter(({ series }) => lineage === null || lineage.series.includes(series))
      .reduce<number | null>((latest, { sweptAt }) => Math.max(latest ?? 0, sweptAt), null),
  });
}

/** Whose log it is: kept with it, so that it is known again under another address. Throws `wrong-account`. */
export async function meetOwner(session: Session): Promise<void> {
  const { ports, viewStore } = session;
  const owner = await ports.graph.owner();
  await session.findEarlierLog(owner);
  await ports.ledger.keepSetting('owner', owner);
  if (owner.directoryId !== undefined) await ports.ledger.keepSetting('account', owner.directoryId);
  viewStore.show({ owner, signedInAs: owner.address });
}

export async function locate(session: Session): Promise<void> {
  const { ports, viewStore, item } = session;
  if (item === null) return;
  const mail = await readItsMail(session);
  if (session.item !== item) return;
  if ((session.place?.occurrence ?? null) === null && !isOutlookSeries(session.place?.series ?? '')) {
    const found = await findPlace(ports, item, mail);
    if (session.item !== item) return;
    if (found.kind === 'place') session.place = found.place;
  }
  const { place } = session;
  if (place === null) {
    await offerCandidates(session, item);
    return;
  }
  const kept = await ports.ledger.keptSeries();
  const isKept = kept.some((one) => one.series.includes(place.series)) || viewStore.view().lineage !== null;
  if (isKept && !(await isLeftOut(ports, place))) return;
  const meeting = await ports.graph.readMeeting(place.series);
  if (session.item !== item) return;
  if (meeting?.kind === 'single') {
    session.place = (await findAmongKept(ports, meeting)) ?? place;
    if (session.place !== place) {
      await rememberPlace(ports, item, session.place);
      return;
    }
    const { id, title } = meeting;
    const series = hasOthers(meeting, viewStore.view().owner) ? id : null;
    viewStore.show({ situation: { kind: 'not-recurring', title, series } });
    return;
  }
  const title = meeting?.title ?? item.title;
  viewStore.show({
    situation: {
      kind: 'new-series',
      series: place.series,
      title,
      organizer: meeting?.organizer?.name ?? null,
      occurrence: place.occurrence,
    },
    // What is kept of its series is another one.
    lineage: null,
  });
}

/** Of its series others are kept, by themselves (10.3). */
async function isLeftOut(ports: Session['ports'], { series, occurrence }: ItemPlace): Promise<boolean> {
  const view = await ports.ledger.view(series);
  return view !== null && view.inParts === true && !view.occurrences.some(({ key }) => key === occurrence);
}

/** Somebody else is in it; a room is nobody. */
const hasOthers = ({ organizer, attendees }: MeetingReading, owner: Owner | null): boolean =>
  [
    ...(organizer === null ? [] : [organizer]),
    ...attendees.flatMap(({ role, person }) => (role === 'resource' ? [] : [person])),
  ].some((one) => owner === null || !isSamePerson(one, owner));

/** The person's word on which meeting the open item is; it holds for this item from now on, over a reload as well. */
export async function choosePlace(session: Session, chosen: ItemPlace | null): Promise<void> {
  const { ports, viewStore, item } = session;
  if (item === null) return;
  const place = chosen === null ? null : { ...chosen, byHand: true };
  await rememberPlace(ports, item, place);
  session.place = place;
  if (place !== null) {
    await lookAtOpen(session);
    return showLineage(session, place.series);
  }
  turnAway(session);
  viewStore.show({ situation: { kind: 'starting' }, lineage: null });
  await offerCandidates(session, item);
}

async function offerCandidates(session: Session, item: OpenItem): Promise<void> {
  const candidates = await findCandidates(session.ports, item);
  if (session.item !== item) return;
  const kind = candidates.length > 0 ? 'which-meeting' : 'unknown-meeting';
  session.viewStore.show({ situation: { kind, title: item.title, candidates } });
}

/** Where the calendar cannot be asked: what can be chosen from is what is kept here. */
export async function showUnknown({ ports, viewStore, item }: Session): Promise<void> {
  const candidates = item === null ? [] : await keptCandidates(ports, item);
  const canBegin =
    item?.isMessage === false && item.recurring === true && (item.seriesId ?? item.id) !== null;
  viewStore.show({ situation: { kind: 'unknown-meeting', title: item?.title ?? '', candidates, canBegin } });
}

/** Of an item that is a message; asked for once, and what it did is said as soon as it is known. */
async function readItsMail(session: Session): Promise<MailReading | null> {
  const { ports, viewStore, item } = session;
  if (item?.isMessage !== true) return null;
  if (session.mail !== undefined && session.mail !== null) return session.mail;
  const mail = await readOpenMail(ports, item.id);
  if (session.item !== item) return null;
  session.mail = mail;
  if (mail !== null) viewStore.show({ message: mail });
  return mail;
}

/** A message that is open is kept like one a sweep finds, and the log knows best which occurrence it is about. */
export async function recordOpenMail(session: Session): Promise<void> {
  const { ports, viewStore, item, mail, place } = session;
  const { owner } = viewStore.view();
  if (item === null || mail === undefined || mail === null || place === null || owner === null) return;
  const told = await recordMail(ports, owner, mail, place.series);
  if (told === null || told.occurrence === null || session.item !== item) return;
  session.place = told;
  await rememberPlace(ports, item, told);
}
