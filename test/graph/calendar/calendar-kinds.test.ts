import { describe, expect, test } from 'vitest';

import { addDays } from '../../../src/domain/time/days';
import { DAY, MINUTE } from '../../../src/domain/time/time';
import { instantAt } from '../../../src/domain/time/zone';
import { type Captured, judgedFrom } from './captured';

/** Series of whole days, and series whose zone Graph does not tell, as one look at the calendar shows them. */

const NOW = Date.parse('2026-11-11T12:00:00Z');
const MONDAYS = ['2026-11-02', '2026-11-09'];

const WRITTEN = ['UTC', 'mailbox', 'planned'] as const;

interface Told {
  readonly mailbox?: string;
  /** `recurrenceTimeZone`, `originalStartTimeZone`. */
  readonly named: readonly [string, string];
  /** Where the organizer planned it. */
  readonly planned: string;
  readonly allDay?: boolean;
  /** Local start in that zone, minutes. */
  readonly minute?: number;
  /** How start and end of whole days are written: as midnights of UTC, of the mailbox, or as the planned ones in UTC. */
  readonly written?: (typeof WRITTEN)[number];
  /** Days that each takes. */
  readonly days?: number;
  readonly from?: string;
  readonly moved?: Readonly<Record<string, number>>;
}

const wall = (instant: number) => ({
  dateTime: new Date(instant).toISOString().replace('Z', '0000'),
  timeZone: 'UTC',
});

function captured({
  mailbox = 'GMT Standard Time',
  named,
  planned,
  allDay = false,
  minute = 0,
  written = 'UTC',
  days = 1,
  from = '2026-11-02',
  moved = {},
}: Told): Captured {
  const [recurrenceTimeZone, originalStartTimeZone] = named;
  const spanOn = (date: string) => {
    const day = addDays(date, moved[date] ?? 0);
    const start = instantAt(day, minute, planned);
    const midnight = (date: string) =>
      written === 'planned'
        ? wall(instantAt(date, 0, planned))
        : { dateTime: `${date}T00:00:00.0000000`, timeZone: written === 'UTC' ? 'UTC' : mailbox };
    return allDay
      ? { start: midnight(day), end: midnight(addDays(day, days)) }
      : { start: wall(start), end: wall(start + 30 * MINUTE) };
  };
  const event = {
    subject: 'Weekly',
    originalStartTimeZone,
    isAllDay: allDay,
    isCancelled: false,
    isOrganizer: false,
    isDraft: false,
    attendees: [],
    organizer: { emailAddress: { name: 'Olu', address: 'olu@contoso.example' } },
  };
  return {
    mailboxTimeZone: mailbox,
    master: {
      ...{ ...event, ...spanOn(from), id: 'M', type: 'seriesMaster' },
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'sunday' },
        range: { type: 'noEnd', startDate: from, recurrenceTimeZone },
      },
    },
    calendarView: mondaysFrom(from).map((date) => ({
      ...{ ...event, ...spanOn(date), id: `o-${date}`, type: 'occurrence', seriesMasterId: 'M' },
      originalStart: new Date(instantAt(date, minute, planned)).toISOString(),
    })),
  };
}

const mondaysFrom = (first: string) => {
  const last = new Date(NOW).toISOString().slice(0, 10);
  const found: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 7)) found.push(date);
  return found;
};

const rows = (told: Told) =>
  judgedFrom(captured(told), NOW)
    .occurrences.filter(({ effective }) => effective.start <= NOW + DAY)
    .map(({ date, moves }) => `${date} ${moves.length}`);

describe('1 a series of whole days', () => {
  const ZONES = [
    'Pacific/Kiritimati',
    'Pacific/Auckland',
    'Asia/Tokyo',
    'Asia/Kolkata',
    'Europe/Berlin',
    'UTC',
    'America/New_York',
    'America/Los_Angeles',
    'Pacific/Honolulu',
    'Pacific/Pago_Pago',
  ];
  const NAMES = [
    ['known'],
    ['', 'UTC'],
    ['', ''],
    ['Customized Time Zone', 'UTC'],
    ['UTC', 'UTC'],
    ['tzone://Microsoft/Custom', 'tzone://Microsoft/Custom'],
  ];
  const MAILBOXES = [
    'GMT Standard Time',
    'W. Europe Standard Time',
    'Pacific Standard Time',
    'Tokyo Standard Time',
  ];
  test.each(ZONES)(
    '1 5.4 planned in %s: one row a week, no move, whatever zone is told and whoever looks',
    (planned) => {
      for (const mailbox of MAILBOXES) {
        for (const [own = '', other = own] of NAMES) {
          const named = own === 'known' ? ([planned, 'UTC'] as const) : ([own, other] as const);
          expect(rows({ mailbox, named, planned, allDay: true }), `${mailbox} ${named.join()}`).toEqual([
            '2026-11-02 0',
            '2026-11-09 0',
          ]);
        }
      }
    },
  );

  test.each(WRITTEN)(
    '1 over a change of the clocks, one day or three long, with midnights written in %s: no move either',
    (written) => {
      for (const planned of ZONES) {
        for (const mailbox of MAILBOXES) {
          for (const [own, days] of [
            ['known', 1],
            ['known', 3],
            ['', 3],
            ['Customized Time Zone', 1],
          ] as const) {
            // More than twelve hours east are the midnights of another day elsewhere: only a zone can tell them apart.
            if (written === 'planned' && ['Pacific/Kiritimati', 'Pacific/Auckland'].includes(planned))
              continue;
            const named = own === 'known' ? ([planned, 'UTC'] as const) : ([own, own] as const);
            const told = { mailbox, named, planned, allDay: true, written, days, from: '2026-10-12' };
            expect(rows(told), `${planned} ${mailbox} ${own} ${days}`).toEqual(
              ['2026-10-12', '2026-10-19', '2026-10-26', ...MONDAYS].map((date) => `${date} 0`),
            );
          }
        }
      }
    },
  );

  test('5.4 it moves when its date changes', () => {
    const told = { named: ['Europe/Berlin', 'UTC'] as const, planned: 'Europe/Berlin', allDay: true };
    expect(rows({ ...told, moved: { '2026-11-09': 1 } })).toEqual(['2026-11-02 0', '2026-11-09 1']);
  });
});

describe('1 a zone that cannot be known', () => {
  const evening = { planned: 'America/New_York', minute: 20 * 60 };
  test.each([
    ['Customized Time Zone', 'Customized Time Zone'],
    ['tzone://Microsoft/Custom', 'tzone://Microsoft/Custom'],
    ['tzone://Microsoft/Custom', 'UTC'],
    ['', ''],
    ['', 'Customized Time Zone'],
    ['', 'UTC'],
    ['Heure de l’Est', 'Heure de l’Est'],
  ])('1 named %j and %j: only what was sighted, under the days of its own rule', (...named) => {
    for (const mailbox of ['GMT Standard Time', 'Tokyo Standard Time', 'Hawaiian Standard Time']) {
      expect(rows({ mailbox, named, ...evening }), mailbox).toEqual(['2026-11-02 0', '2026-11-09 0']);
    }
  });

  test('1 nothing is made up for the weeks that nobody has seen', () => {
    const named = ['Customized Time Zone', 'Customized Time Zone'] as const;
    const { occurrences } = judgedFrom(captured({ named, ...evening }), NOW);
    expect(occurrences.map(({ date }) => date)).toEqual(MONDAYS);
  });

  test('1 the mailbox’s zone is believed where nothing is named and the days agree', () => {
    const { occurrences } = judgedFrom(
      captured({ named: ['', ''], planned: 'Europe/London', minute: 900 }),
      NOW,
    );
    expect(occurrences.map(({ date }) => date).slice(0, 3)).toEqual([...MONDAYS, '2026-11-16']);
  });
});
