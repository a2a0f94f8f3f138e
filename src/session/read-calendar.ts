import { isOutlookSeries, type SeriesId } from '../domain/facts/things/occurrence';
import { isTrouble, Trouble } from '../domain/trouble';
import { readPiece } from '../tasks/read/read-back';
import { sweep } from '../tasks/read/sweep';
import { watchCalendar } from '../tasks/read/watch-calendar';
import type { MissingPermission } from '../ui/port/view';
import { locate, meetOwner, recordOpenMail, showReadAt, showUnknown } from './arrive';
import { type Session, seriesInHand, showLineage } from './session';

/**
 * Reads the calendar again. Asked for while it is being read already, it reads once more afterwards: what was asked
 * for since (another item, a log to keep, an answer) is not in the reading that is under way. `thorough`: the person
 * asked, so everything is read.
 */
export function refresh(session: Session, thorough = false): Promise<void> {
  session.thorough ||= thorough;
  if (session.reading === null) {
    session.reading = readAll(session).finally(() => {
      session.reading = null;
    });
    return session.reading;
  }
  session.nextReading ??= session.reading.catch(nothing).then(() => {
    session.nextReading = null;
    return refresh(session);
  });
  return session.nextReading;
}

const nothing = (): void => undefined;

/** Ends the reading that is under way; what it has learned stays, and the next one goes on from there. */
export function stopReading(session: Session): void {
  session.readsBack = false;
  session.stopper?.abort(new DOMException('Stopped by the person', 'AbortError'));
}

/** What goes wrong is shown beside what is known, never instead of it. */
async function readAll(session: Session): Promise<void> {
  const { ports, viewStore } = session;
  const { thorough } = session;
  const stopper = new AbortController();
  Object.assign(session, { stopper, thorough: false });
  viewStore.freshness({ reading: true, progress: null, trouble: null });
  try {
    await meetOwner(session);
    await recognizeBegun(session);
    await locate(session);
    const known = (await ports.ledger.keptSeries()).flatMap((one) => one.series);
    // What goes by Outlook's name is not found in Graph: looked for there, it would seem to be gone.
    const kept = known.filter((series) => !isOutlookSeries(series));
    const owner = viewStore.view().owner;
    if (kept.length > 0 && owner !== null) {
      const onProgress = (progress: number) => viewStore.freshness({ progress });
      const outcome = await sweep(ports, owner, kept, { onProgress, signal: stopper.signal, thorough });
      if (outcome === null) await showReadAt(session);
      else {
        const missing: MissingPermission[] = [...outcome.missing];
        // A log that goes by Outlook's name was not among what was read.
        const isRead = viewStore
          .view()
          .lineage?.series.some((series) => known.includes(series) && !isOutlookSeries(series));
        viewStore.freshness({
          ...(isRead === false ? {} : { readAt: outcome.readAt }),
          ...{ missing, trouble: outcome.trouble },
        });
      }
    }
    // With the words of every language in it, its code comes after everything else; without it, at the next look.
    const answering = kept.length > 0 ? await import('../tasks/read/take-answers').catch(nothing) : undefined;
    await answering?.takeAnswers(ports, stopper.signal);
    if (owner !== null) await answering?.takeReturned(ports, owner, stopper.signal);
    await recordOpenMail(session);
    if (!isBegunMeanwhile(session, known)) await showInHand(session);
    if (owner !== null) await readBack(session, stopper.signal);
    // Nobody waits for it, and nobody has to hear that it failed.
    if (kept.length > 0) void watchCalendar(ports).catch(nothing);
    if (kept.length > 0) void reduceLater(session).catch(nothing);
  } catch (thrown) {
    if (stopper.signal.aborted) return;
    const known = isTrouble(thrown);
    viewStore.freshness({
      trouble: known ? thrown : new Trouble('unforeseen', 'refresh', { cause: thrown }),
    });
    if (viewStore.view().situation.kind === 'starting') {
      await showUnknown(session);
    }
    // Nobody foresaw it: the person has words, the console the rest.
    if (!known) throw thrown;
  } finally {
    session.stopper = null;
    await session.owed();
    viewStore.freshness({ reading: false, progress: null });
  }
}

/**
 * A log of it can have been begun during this reading, which has nothing of it. The next one brings it, together with what
 * is owed of it, which stands above it.
 */
function isBegunMeanwhile(session: Session, known: readonly SeriesId[]): boolean {
  const series = seriesInHand(session);
  const isShown = session.viewStore.view().lineage !== null;
  return session.nextReading !== null && !isShown && series !== null && !known.includes(series);
}

/** Logs that were begun while Graph could not be asked: now it can. */
async function recognizeBegun(session: Session): Promise<void> {
  const entries = await session.ports.ledger.ownEntries();
  if (!entries.some((entry) => entry.kind === 'keeping' && isOutlookSeries(entry.series))) return;
  await (await import('./begin-without-graph')).recognizeAll(session);
}

/** One more piece of the past with every reading; all of it where the person asked for more just now. */
async function readBack(session: Session, signal: AbortSignal): Promise<void> {
  const { ports, viewStore } = session;
  const { owner } = viewStore.view();
  if (owner === null) return;
  const onProgress = (progress: number) => viewStore.freshness({ progress });
  let goesOn = true;
  while (goesOn) {
    const piece = await readPiece(ports, owner, { onProgress, signal });
    goesOn = piece !== null && session.readsBack;
    if (piece !== null) await showInHand(session);
  }
  session.readsBack = false;
}

async function showInHand(session: Session): Promise<void> {
  const series = seriesInHand(session);
  if (series !== null) await showLineage(session, series);
}

/** Old facts about persons become counts, once there is nothing else to do. */
async function reduceLater(session: Session): Promise<void> {
  const { reduceWhenIdle } = await import('./reduce-when-idle');
  reduceWhenIdle(session);
}
