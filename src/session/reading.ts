import { isOutlookSeries } from '../domain/facts/things/occurrence';
import { isTrouble, Trouble } from '../domain/trouble';
import { watchCalendar } from '../tasks/read/calendar-signal';
import { readPiece } from '../tasks/read/read-back';
import { sweep } from '../tasks/read/sweep';
import type { MissingPermission } from '../ui/desk/view';
import { locate, meetOwner, recordOpenMail, showReadAt, showUnknown } from './arrive';
import { type House, seriesInHand, showLineage } from './house';

/**
 * Reads the calendar again. Asked for while it is being read already, it reads once more afterwards: what was asked
 * for since (another item, a log to keep, an answer) is not in the reading that is under way. `thorough`: the person
 * asked, so everything is read.
 */
export function refresh(house: House, thorough = false): Promise<void> {
  house.thorough ||= thorough;
  if (house.reading === null) {
    house.reading = readAll(house).finally(() => {
      house.reading = null;
    });
    return house.reading;
  }
  house.nextReading ??= house.reading.catch(nothing).then(() => {
    house.nextReading = null;
    return refresh(house);
  });
  return house.nextReading;
}

const nothing = (): void => undefined;

/** Ends the reading that is under way; what it has learned stays, and the next one goes on from there. */
export function stopReading(house: House): void {
  house.readsBack = false;
  house.stopper?.abort(new DOMException('Stopped by the person', 'AbortError'));
}

/** What goes wrong is shown beside what is known, never instead of it. */
async function readAll(house: House): Promise<void> {
  const { ports, viewStore } = house;
  const { thorough } = house;
  const stopper = new AbortController();
  Object.assign(house, { stopper, thorough: false });
  viewStore.freshness({ reading: true, progress: null, trouble: null });
  try {
    await meetOwner(house);
    await recognizeBegun(house);
    await locate(house);
    const known = (await ports.ledger.keptSeries()).flatMap((one) => one.series);
    // What goes by Outlook's name is not found in Graph: looked for there, it would seem to be gone.
    const kept = known.filter((series) => !isOutlookSeries(series));
    const owner = viewStore.view().owner;
    if (kept.length > 0 && owner !== null) {
      const onProgress = (progress: number) => viewStore.freshness({ progress });
      const outcome = await sweep(ports, owner, kept, { onProgress, signal: stopper.signal, thorough });
      if (outcome === null) await showReadAt(house);
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
    await recordOpenMail(house);
    await showInHand(house);
    if (owner !== null) await readBack(house, stopper.signal);
    // Nobody waits for it, and nobody has to hear that it failed.
    if (kept.length > 0) void watchCalendar(ports).catch(nothing);
    if (kept.length > 0) void reduceLater(house).catch(nothing);
  } catch (thrown) {
    if (stopper.signal.aborted) return;
    const known = isTrouble(thrown);
    viewStore.freshness({
      trouble: known ? thrown : new Trouble('unforeseen', 'refresh', { cause: thrown }),
    });
    if (viewStore.view().situation.kind === 'starting') {
      await showUnknown(house);
    }
    // Nobody foresaw it: the person has words, the console the rest.
    if (!known) throw thrown;
  } finally {
    house.stopper = null;
    viewStore.freshness({ reading: false, progress: null });
  }
}

/** Logs that were begun while Graph could not be asked: now it can. */
async function recognizeBegun(house: House): Promise<void> {
  const entries = await house.ports.ledger.ownEntries();
  if (!entries.some((entry) => entry.kind === 'keeping' && isOutlookSeries(entry.series))) return;
  await (await import('./without-graph')).recognizeAll(house);
}

/** One more piece of the past with every reading; all of it where the person asked for more just now. */
async function readBack(house: House, signal: AbortSignal): Promise<void> {
  const { ports, viewStore } = house;
  const { owner } = viewStore.view();
  if (owner === null) return;
  const onProgress = (progress: number) => viewStore.freshness({ progress });
  let goesOn = true;
  while (goesOn) {
    const piece = await readPiece(ports, owner, { onProgress, signal });
    goesOn = piece !== null && house.readsBack;
    if (piece !== null) await showInHand(house);
  }
  house.readsBack = false;
}

async function showInHand(house: House): Promise<void> {
  const series = seriesInHand(house);
  if (series !== null) await showLineage(house, series);
}

/** Old facts about persons become counts, once there is nothing else to do. */
async function reduceLater(house: House): Promise<void> {
  const { reduceWhenIdle } = await import('./reduce-when-idle');
  reduceWhenIdle(house);
}
