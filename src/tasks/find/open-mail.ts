import type { MailReading } from '../../domain/facts/observed/reading';
import { occurrenceKey, type SeriesId } from '../../domain/facts/things/occurrence';
import type { Owner } from '../../domain/facts/things/person';
import { observeMails } from '../../domain/observe/observe';
import { localDate } from '../../domain/time/zone';
import { isTrouble } from '../../domain/trouble';
import type { ItemPlace } from '../ledger-port';
import type { Ports } from '../ports';

/** The open message as the mailbox has it; null where it may not be read, or is not there: then its title must do. */
export async function readOpenMail(ports: Ports, id: string | null): Promise<MailReading | null> {
  if (id === null) return null;
  try {
    return await ports.graph.readMail(id);
  } catch (thrown) {
    if (isTrouble(thrown) && (thrown.kind === 'not-permitted' || thrown.kind === 'sign-in-needed'))
      return null;
    throw thrown;
  }
}

/** The meeting a message is linked with; the occurrence is null where it speaks of the whole series. */
export async function placeOfMail(ports: Ports, mail: MailReading): Promise<ItemPlace | null> {
  const { meeting, wholeSeries, span } = mail;
  if (meeting === null) return null;
  const series = meeting.series ?? meeting.id;
  const start = meeting.originalStart ?? (meeting.single ? (span?.start ?? null) : null);
  if (wholeSeries || start === null) return { series, occurrence: null };
  const read = await ports.graph.readMeeting(series);
  if (read === null) return null;
  const zone = read.recurrence?.zone ?? read.zone;
  return { series, occurrence: occurrenceKey(series, localDate(start, zone)) };
}

/**
 * Keeps what an open message says, where its series has a log; a message that is known already changes nothing.
 * Gives the place the log ties it to, null where no log is about it.
 */
export async function recordMail(
  ports: Ports,
  owner: Owner,
  mail: MailReading,
  place: SeriesId,
): Promise<ItemPlace | null> {
  const kept = (await ports.ledger.keptSeries()).find(({ series }) => series.includes(place));
  if (kept === undefined) return null;
  const known = await ports.ledger.historyOf(place);
  const news = observeMails(known, kept.series, [mail], owner, ports.clock());
  if (news.length > 0) await ports.ledger.append(news);
  const id = `mail:${mail.id}`;
  const fact = [...news, ...known].find((one) => one.kind === 'mail' && one.id === id);
  if (fact?.kind !== 'mail' || fact.series === null) return null;
  return { series: fact.series, occurrence: fact.occurrence };
}
