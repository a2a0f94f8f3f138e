import { dayNumber } from '../../../domain/time/days';
import type { AboutOccurrence } from '../about';

/** When a note was made; a late one says how late. */
export function Noted({ state, occurrence: { checkIn, effective } }: AboutOccurrence) {
  if (checkIn === null) return null;
  const dayOf = (at: number) => dayNumber(state.time.value.date(at));
  const days = dayOf(checkIn.at) - dayOf(effective.start);
  const late = days >= 1 ? `, ${days} ${days === 1 ? 'day' : 'days'} later` : '';
  return (
    <>
      Noted {state.time.value.moment(checkIn.at, state.now.value)}
      {late}
    </>
  );
}
