import type { SweepMark } from '../../domain/facts/log/history';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import { DAY, HOUR, type Instant, MINUTE } from '../../domain/time/time';
import { isTrouble } from '../../domain/trouble';
import type { Ports } from '../ports';

/**
 * How long "nothing changed" may stand for a look. Graph's change tracking loses things (a deleted event was seen to
 * go without a word), so it saves the looks that follow on each other's heels, as appointment after appointment is
 * opened, and no other.
 */
const STANDS_FOR_A_LOOK = 15 * MINUTE;
/** A window further than any look reaches for two weeks. */
const REACH = { behind: 90 * DAY, ahead: 60 * DAY, spare: 14 * DAY };
/** After it failed it is left alone for this long. */
const REST = HOUR;

const SETTING = 'calendar-signal';

interface Kept {
  /** Null: it failed, or is used up. */
  readonly link: string | null;
  /** End of the window that the link watches. */
  readonly until: Instant;
  readonly at: Instant;
}

const recall = async (ports: Ports): Promise<Kept | null> =>
  ((await ports.ledger.setting(SETTING)) as Kept | null | undefined) ?? null;

interface Hearing {
  readonly vouched: boolean;
  readonly settled: () => Promise<void>;
}

const UNHEARD: Hearing = { vouched: false, settled: async () => undefined };

/**
 * One request that can vouch that the calendar is as it was a moment ago. A signal, never a source: no fact is made
 * of it, no mark is moved, and in any doubt the answer is no. `marks` of the last looks at the kept series. What was
 * heard is not heard again once it is `settled`: that is for when the calendar has been read for it.
 */
export async function nothingChanged(
  ports: Ports,
  kept: readonly SeriesId[],
  marks: readonly SweepMark[],
  signal: AbortSignal | undefined,
): Promise<Hearing> {
  const now = ports.clock();
  const lookedAt = (id: SeriesId) => marks.find((mark) => mark.series === id)?.sweptAt ?? null;
  const justLooked = kept.every((id) => {
    const at = lookedAt(id);
    return at !== null && at <= now && now - at < STANDS_FOR_A_LOOK;
  });
  const known = justLooked ? await recall(ports) : null;
  if (known === null || known.link === null || known.until < now + REACH.ahead) return UNHEARD;
  try {
    const { changed, link } = await ports.graph.calendarSignal(known.link, { start: now, end: now }, signal);
    // The link that said "nothing" says so since its own time: nothing needs to be written.
    if (!changed) return { vouched: true, settled: async () => undefined };
    const after = { ...known, link, at: now } satisfies Kept;
    return { vouched: false, settled: () => ports.ledger.keepSetting(SETTING, after) };
  } catch (thrown) {
    if (!isTrouble(thrown)) throw thrown;
    await ports.ledger.keepSetting(SETTING, { ...known, link: null, at: now - REST } satisfies Kept);
    return UNHEARD;
  }
}

/** Begins to watch the calendar, where nobody does yet. For the time after a look: nobody waits for it. */
export async function watchCalendar(ports: Ports, signal?: AbortSignal): Promise<void> {
  const now = ports.clock();
  const known = await recall(ports);
  const watches = known !== null && known.link !== null && known.until >= now + REACH.ahead;
  const rests = known !== null && known.link === null && now - known.at < REST && known.at <= now;
  if (watches || rests) return;
  const window = { start: now - REACH.behind, end: now + REACH.ahead + REACH.spare };
  let link: string | null = null;
  try {
    link = (await ports.graph.calendarSignal(null, window, signal)).link;
  } catch (thrown) {
    if (!isTrouble(thrown)) throw thrown;
  }
  await ports.ledger.keepSetting(SETTING, { link, until: window.end, at: now } satisfies Kept);
}
