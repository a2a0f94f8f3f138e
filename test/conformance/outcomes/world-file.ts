import type {
  Answer,
  Happening,
  Invitee,
  Meeting,
  Person,
  Recurrence,
  Weekday,
  World,
} from '../../simulator/world';

/** A history in the small format of `data/outcomes`: people, series, what happened when, what was noted when. */
export interface WorldFile {
  readonly name: string;
  readonly owner: string;
  readonly people: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly address: string;
        readonly oid: string;
        readonly timeZone: string;
        readonly external: boolean;
        readonly noMailInReport?: boolean;
        readonly reportAddress?: string;
      }
    >
  >;
  readonly series: readonly {
    readonly id: string;
    readonly subject: string;
    readonly organizer: string;
    readonly attendees: readonly { readonly who: string; readonly type: Invitee['part'] }[];
    readonly start: string;
    readonly durationMin: number;
    readonly timeZone: string;
    readonly recurrence: {
      readonly type: 'weekly' | 'daily';
      readonly interval: number;
      /** 0 is Monday. */
      readonly days?: readonly number[];
      readonly until?: string;
    } | null;
    readonly joinUrl: string;
    readonly createdAt: string;
  }[];
  readonly rules?: Readonly<Record<string, { readonly window?: string }>>;
  readonly actions: readonly ActionTold[];
  readonly opens: readonly string[];
  readonly checkins: readonly CheckInTold[];
}

type Intervals = readonly (readonly [string, string])[];

interface ActionTold {
  readonly at: string;
  readonly do: string;
  readonly series: string;
  readonly date?: string;
  readonly who?: string;
  readonly answer?: Answer;
  readonly people?: Readonly<Record<string, Intervals>>;
  readonly phones?: readonly { readonly name: string; readonly intervals: Intervals }[];
}

export interface CheckInTold {
  readonly at: string;
  readonly series: string;
  readonly date: string;
  readonly what: string;
  readonly who?: string;
  readonly wordAt?: string;
  readonly minutes?: number;
  readonly present?: readonly string[];
  readonly missing?: readonly string[];
}

const DAYS: readonly Weekday[] = [
  ...(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const),
];

/** The same history as a world of the simulator. */
export function worldOf(file: WorldFile): World {
  return {
    name: file.name,
    owner: file.owner,
    people: Object.entries(file.people).map(
      ([id, one]): Person => ({
        ...{ id, name: one.name, address: one.address, zone: one.timeZone, objectId: one.oid, country: null },
        kind: one.external ? 'guest' : 'colleague',
        ...(one.noMailInReport === true ? { upn: '' } : {}),
        ...(one.reportAddress === undefined ? {} : { upn: one.reportAddress }),
      }),
    ),
    meetings: file.series.map((one): Meeting => {
      const [firstDate = '', time = ''] = one.start.split('T');
      return {
        ...{
          id: one.id,
          subject: one.subject,
          organizer: one.organizer,
          zone: one.timeZone,
          firstDate,
          time,
        },
        invitees: one.attendees.map(({ who, type }) => ({ who, part: type })),
        minutes: one.durationMin,
        recurrence: one.recurrence && recurrenceOf(one.recurrence),
        createdAt: Date.parse(one.createdAt),
        joinUrl: one.joinUrl,
      };
    }),
    happenings: file.actions.map((one) => happeningOf(file, one)),
    taps: [],
    holidays: { choices: {}, countries: {} },
  };
}

function recurrenceOf(told: NonNullable<WorldFile['series'][number]['recurrence']>): Recurrence {
  const until = told.until === undefined ? {} : { until: told.until };
  if (told.type === 'daily') return { every: 'day', interval: told.interval, ...until };
  const days = (told.days ?? []).map((day) => DAYS[day] ?? 'monday');
  return { every: 'week', interval: told.interval, days, ...until };
}

function happeningOf({ people, owner }: WorldFile, told: ActionTold): Happening {
  const at = Date.parse(told.at);
  const meeting = told.series;
  const spanOf = ([start, end]: readonly [string, string]) => ({
    start: Date.parse(start),
    end: Date.parse(end),
  });
  switch (told.do) {
    case 'cancel':
      return { kind: 'cancelled', at, meeting, date: told.date ?? '' };
    case 'cancelSeries':
      return { kind: 'series-cancelled', at, meeting };
    case 'session':
      return {
        ...{ kind: 'session', at, meeting, hidden: [] },
        stays: [
          ...Object.entries(told.people ?? {}).flatMap(([who, intervals]) =>
            intervals.map((one) => ({
              who,
              as: 'signed-in' as const,
              shown: people[who]?.name ?? who,
              span: spanOf(one),
            })),
          ),
          ...(told.phones ?? []).flatMap(({ name, intervals }) =>
            intervals.map((one) => ({ who: owner, as: 'phone' as const, shown: name, span: spanOf(one) })),
          ),
        ],
      };
    default:
      throw new Error(`Nobody has told yet what "${told.do}" is`);
  }
}
