import { useSignal } from '@preact/signals';
import { done } from '../host-model';
import type { CalendarItem } from '../host-state';
import { clockOf, dayOf } from '../host-words';
import { answerMeeting, cancelMeeting, proposeTime } from './acts';

const HALF_HOUR = 30 * 60_000;

/** What one does with a meeting: its organizer calls it off, everybody else answers. */
export function Answers({ item, zone }: { item: CalendarItem; zone: string }) {
  const proposing = useSignal<number | null>(null);
  if (item.cancelled) return null;
  if (item.organizedByMe) {
    return (
      <p class="answers">
        <button type="button" onClick={() => void cancelMeeting(item)}>
          Cancel meeting
        </button>
      </p>
    );
  }
  const time = proposing.value;
  return (
    <p class="answers">
      <button type="button" onClick={() => void answerMeeting(item, 'accept')}>
        Accept
      </button>
      <button type="button" onClick={() => void answerMeeting(item, 'tentativelyAccept')}>
        Tentative
      </button>
      <button type="button" onClick={() => void answerMeeting(item, 'decline')}>
        Decline
      </button>
      <button
        type="button"
        aria-expanded={time !== null}
        onClick={() => {
          proposing.value = time === null ? item.start + HALF_HOUR : null;
        }}
      >
        Propose new time
      </button>
      {time === null ? null : (
        <span class="proposing">
          <button
            type="button"
            aria-label="Half an hour earlier"
            onClick={() => (proposing.value = time - HALF_HOUR)}
          >
            −
          </button>{' '}
          {dayOf(zone, time)}, {clockOf(zone, time)}{' '}
          <button
            type="button"
            aria-label="Half an hour later"
            onClick={() => (proposing.value = time + HALF_HOUR)}
          >
            +
          </button>{' '}
          <button
            type="button"
            class="primary"
            onClick={() => {
              proposing.value = null;
              void proposeTime(item, time);
            }}
          >
            Send proposal
          </button>
        </span>
      )}
    </p>
  );
}

/** What came of the last thing that was done here. */
export const Done = () =>
  done.value === null ? null : (
    <p class="note" role="status">
      {done.value}
    </p>
  );
