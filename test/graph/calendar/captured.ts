import type { Fact } from '../../../src/domain/facts/log/fact';
import type { Owner } from '../../../src/domain/facts/things/person';
import type { JudgedLineage } from '../../../src/domain/judge/judged/judged';
import { observeCalendar, observeMeeting } from '../../../src/domain/observe/observe';
import { DAY } from '../../../src/domain/time/time';
import { readItem } from '../../../src/graph/calendar/event-json';
import { meetingOf } from '../../../src/graph/calendar/meeting';
import { zoneOf } from '../../../src/graph/shapes/zone-names';
import { judgeLineage } from '../../at-once';

/** A series master and a look at the calendar, as Graph answered. */
export interface Captured {
  readonly mailboxTimeZone: string;
  readonly master: Record<string, unknown>;
  readonly calendarView: readonly unknown[];
}

/** What the log makes of it, read once at `readAt` and judged then. */
export function judgedFrom(captured: Captured, readAt: number, before: readonly Fact[] = []): JudgedLineage {
  const zone = zoneOf(captured.mailboxTimeZone) ?? 'UTC';
  const owner: Owner = { key: 'ada@fabrikam.example', name: 'Ada', address: 'ada@fabrikam.example', zone };
  const reader = { zone, owner: new Set([owner.address]) };
  const master = meetingOf(captured.master, reader, readAt);
  if (!master.ok) throw new Error(master.fault);
  const series = master.value.id;
  const items = captured.calendarView.map((json) => {
    const item = readItem(json, reader);
    if (!item.ok) throw new Error(item.fault);
    return item.value;
  });
  const window = { start: readAt - 90 * DAY, end: readAt + 60 * DAY };
  const kept: Fact = {
    kind: 'keeping',
    id: 'keeping-1',
    recordedAt: readAt - 60 * DAY,
    series,
    does: 'start',
  };
  const seen = observeMeeting(before, master.value, owner, null);
  const known = [...before, kept, ...seen];
  const facts = [
    ...known,
    ...observeCalendar(known, [series], { window, readAt, items, unreadable: [] }, owner, []),
  ];
  const lineage = judgeLineage({ owner, facts }, series, readAt);
  if (lineage === null) throw new Error('Nothing is known');
  return lineage;
}
