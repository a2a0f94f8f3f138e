import { useEffect, useRef } from 'preact/hooks';
import { now, openEvent, openedId, showWeekOf, state, week } from './host-model';
import type { CalendarItem } from './host-state';
import { clockOf, dateOf, dayOf, minuteOf, monthOf } from './host-words';

const DAY = 86_400_000;
const FIRST_HOUR = 8;
const HOURS = 11;
const HOUR_HEIGHT = 64;

/** Noon of the five workdays of the week an instant lies in: noon is on the same day in every season. */
function workdays(zone: string, instant: number): number[] {
  const noon = Date.parse(`${dateOf(zone, instant)}T12:00:00Z`);
  const monday = noon - ((new Date(noon).getUTCDay() + 6) % 7) * DAY;
  return [0, 1, 2, 3, 4].map((day) => monday + day * DAY);
}

const top = (minute: number) => ((minute - FIRST_HOUR * 60) / 60) * HOUR_HEIGHT;

function looks(item: CalendarItem): string {
  const words = ['event'];
  if (item.cancelled) words.push('cancelled');
  if (item.myAnswer === 'declined') words.push('declined');
  if (item.myAnswer === 'none' || item.myAnswer === 'tentative') words.push('open');
  if (item.id === openedId.value) words.push('chosen');
  return words.join(' ');
}

function EventBlock({ item, zone }: { item: CalendarItem; zone: string }) {
  const block = useRef<HTMLButtonElement>(null);
  const chosen = item.id === openedId.value;
  useEffect(() => {
    if (chosen) block.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const start = minuteOf(zone, item.start);
  const minutes = Math.max(25, (item.end - item.start) / 60_000);
  const times = `${clockOf(zone, item.start)} to ${clockOf(zone, item.end)}`;
  const declined = item.myAnswer === 'declined' ? 'Declined: ' : '';
  return (
    <button
      ref={block}
      type="button"
      class={looks(item)}
      aria-pressed={chosen}
      aria-label={`${declined}${item.subject}, ${dayOf(zone, item.start)}, ${times}`}
      style={{ top: `${top(start) + 1}px`, height: `${(minutes / 60) * HOUR_HEIGHT - 3}px` }}
      onClick={() => openEvent(item)}
    >
      <strong>
        {declined}
        {item.subject}
      </strong>
      <span>
        {clockOf(zone, item.start)} · {item.organizedByMe ? 'You' : item.organizer.name}
      </span>
    </button>
  );
}

function DayColumn({ noon, zone, items }: { noon: number; zone: string; items: CalendarItem[] }) {
  const today = dateOf(zone, now.value) === dateOf(zone, noon);
  return (
    <li class={today ? 'day today' : 'day'}>
      <h3>
        <span>{dayOf(zone, noon).split(' ')[1]}</span> {dayOf(zone, noon).split(' ')[0]}
      </h3>
      <div class="allday">
        {items
          .filter(({ allDay }) => allDay)
          .map((item) => (
            <button key={item.id} type="button" class={looks(item)} onClick={() => openEvent(item)}>
              {item.subject}
            </button>
          ))}
      </div>
      <div class="hours" style={{ height: `${HOURS * HOUR_HEIGHT}px` }}>
        {items
          .filter(({ allDay }) => !allDay)
          .map((item) => (
            <EventBlock key={item.id} item={item} zone={zone} />
          ))}
        {today ? <i class="now" style={{ top: `${top(minuteOf(zone, now.value))}px` }} /> : null}
      </div>
    </li>
  );
}

/** The workdays of a week, as Outlook's calendar draws them. */
export function Calendar() {
  const known = state.value;
  if (known === null) return null;
  const { zone } = known.mailbox;
  const days = workdays(zone, week.value);
  const itemsOf = (noon: number) =>
    known.calendar.filter(({ start }) => dateOf(zone, start) === dateOf(zone, noon));
  return (
    <section class="calendar" aria-label="Calendar">
      <header>
        <button type="button" onClick={() => showWeekOf(now.value)}>
          Today
        </button>
        <button type="button" aria-label="Previous week" onClick={() => showWeekOf(week.value - 7 * DAY)}>
          ‹
        </button>
        <button type="button" aria-label="Next week" onClick={() => showWeekOf(week.value + 7 * DAY)}>
          ›
        </button>
        <h2>{monthOf(zone, days[0] ?? week.value)}</h2>
      </header>
      <div class="week">
        <ol class="scale" aria-hidden="true">
          {Array.from({ length: HOURS }, (_, hour) => (
            <li key={FIRST_HOUR + hour} style={{ height: `${HOUR_HEIGHT}px` }}>
              {String(FIRST_HOUR + hour).padStart(2, '0')}
            </li>
          ))}
        </ol>
        <ol class="days">
          {days.map((noon) => (
            <DayColumn key={noon} noon={noon} zone={zone} items={itemsOf(noon)} />
          ))}
        </ol>
      </div>
    </section>
  );
}
