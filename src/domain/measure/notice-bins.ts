import { isCancelled, isNotHeld } from '../facts/things/outcomes';
import { type Instant, MINUTE, type Zone } from '../time/time';
import { localDays } from '../time/zone';
import { byCode, type Columns } from './columns';

/** Notice of cancellations and short-notice changes in bins (background 5.9). */
export const NOTICE_BINS = ['none', 'under-1h', 'same-day', 'day-before', 'two-days-or-more'] as const;
export type NoticeBin = (typeof NOTICE_BINS)[number];

const FELL_OUT = byCode((outcome) => Number(isCancelled(outcome) || isNotHeld(outcome)));
const UNSAID = byCode((outcome) =>
  Number(outcome === 'not-held-no-message' || outcome === 'cancelled-after-start'),
);

/**
 * How long before the start it was known that an occurrence would fall out. No message, and word after the start, is
 * none. A range that lies in one bin is counted there, any other in no bin.
 */
export function noticeBinsOf(
  { starts, outcomes, shortest, longest }: Columns,
  ownerZone: Zone,
): Readonly<Record<NoticeBin, number>> {
  const bins = { none: 0, 'under-1h': 0, 'same-day': 0, 'day-before': 0, 'two-days-or-more': 0 };
  const binAt = binsIn(ownerZone);
  for (let row = 0; row < starts.length; row++) {
    const code = outcomes[row] ?? 0;
    if (FELL_OUT[code] === 0) continue;
    const [start, least, most] = [starts[row] ?? 0, shortest[row] ?? Number.NaN, longest[row] ?? Number.NaN];
    if (UNSAID[code] === 1) bins.none += 1;
    else if (!Number.isNaN(least)) {
      const bin = binAt(start, least);
      if (most === least || binAt(start, most) === bin) bins[bin] += 1;
    }
  }
  return bins;
}

function binsIn(zone: Zone): (start: Instant, minutes: number) => NoticeBin {
  const dayOf = localDays(zone);
  return (start, minutes) => {
    if (minutes <= 0) return 'none';
    if (minutes < 60) return 'under-1h';
    const days = dayOf(start) - dayOf(start - minutes * MINUTE);
    return days === 0 ? 'same-day' : days === 1 ? 'day-before' : 'two-days-or-more';
  };
}
