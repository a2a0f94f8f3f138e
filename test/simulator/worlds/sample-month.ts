import { about, meeting, optional, person, required, teamsLink, WORKDAYS } from '../telling';
import { at } from '../time';
import type { Happening, Meeting, Tap, World } from '../world';
import { sampleHolidays } from './sample-holidays';
import { sampleTaps } from './sample-taps';

const LONDON = 'Europe/London';
const NEW_YORK = 'America/New_York';

const priya = person({
  id: 'priya',
  name: 'Priya Nair',
  address: 'priya.nair@northwind.example',
  zone: LONDON,
  country: 'GB',
  keepsDeclined: true,
});
const marcus = person({
  id: 'marcus',
  name: 'Marcus Hale',
  address: 'marcus.hale@northwind.example',
  zone: NEW_YORK,
  country: 'US',
});
const dana = person({
  id: 'dana',
  name: 'Dana Ortiz',
  address: 'dana.ortiz@northwind.example',
  zone: LONDON,
});
const sam = person({ id: 'sam', name: 'Sam Okafor', address: 'sam.okafor@northwind.example', zone: LONDON });
const wei = person({ id: 'wei', name: 'Wei Chen', address: 'wei.chen@northwind.example', zone: LONDON });
const lena = person({
  id: 'lena',
  name: 'Lena Fischer',
  address: 'lena.fischer@fabrikam.example',
  zone: 'Europe/Berlin',
  kind: 'guest',
});

const syncLink = teamsLink('daily sync', marcus);

/** The daily sync of two. Marcus organizes, so Priya sees an attendee's copy and no report. */
const daily = meeting({
  id: 'daily',
  subject: 'Priya/Marcus daily sync',
  organizer: 'marcus',
  invitees: [required('priya')],
  zone: LONDON,
  firstDate: '2026-10-26',
  time: '15:00',
  minutes: 30,
  recurrence: { every: 'week', interval: 1, days: WORKDAYS },
  createdAt: '2026-10-21 15:40',
  joinUrl: syncLink,
});

/** What "this and following" made of it on Fri 13 Nov: a new series, half an hour later. */
const dailyLater: Meeting = {
  ...daily,
  id: 'daily-1530',
  firstDate: '2026-11-16',
  time: '15:30',
  createdAt: at('2026-11-13 16:00', LONDON),
};

/** Tue 17 Nov, cancelled the evening before, came back as an invitation of its own. */
const dailyAgain: Meeting = {
  ...daily,
  id: 'daily-again',
  firstDate: '2026-11-17',
  time: '15:30',
  recurrence: null,
  createdAt: at('2026-11-17 09:30', LONDON),
};

const atlas = meeting({
  id: 'atlas',
  subject: 'Atlas refinement',
  organizer: 'priya',
  invitees: [
    required('marcus'),
    required('dana'),
    required('sam'),
    required('lena', { invitedAt: at('2026-11-05 11:00', LONDON) }),
    optional('wei'),
  ],
  zone: LONDON,
  firstDate: '2026-10-27',
  time: '14:00',
  minutes: 60,
  recurrence: { every: 'week', interval: 1, days: ['tuesday'] },
  createdAt: '2026-10-21 10:00',
  joinUrl: teamsLink('atlas refinement', priya),
});

const sync = about(daily);
const later = about(dailyLater);
const again = about(dailyAgain);
const refinement = about(atlas);

const bothThere = (from: string, to: string): [string, string, string][] => [
  ['priya', from, to],
  ['marcus', from, to],
];

const syncHappenings: Happening[] = [
  sync.answered('priya', 'accepted', '2026-10-21 16:05'),
  sync.session('2026-10-26', bothThere('15:00', '15:30')),
  sync.session('2026-10-27', [['priya', '14:58', '15:15']]),
  sync.cancelled('2026-10-30', '2026-10-27 15:00'),
  sync.session('2026-10-28', [
    ['priya', '14:59', '15:30'],
    ['marcus', '15:20', '15:30'],
  ]),
  sync.cancelled('2026-10-29', '2026-10-29 14:50'),
  sync.session('2026-11-02', bothThere('15:00', '15:30')),
  sync.moved('2026-11-03', '2026-11-03 14:40', '2026-11-03 17:00'),
  sync.answered('priya', 'accepted', '2026-11-03 14:44', '2026-11-03'),
  sync.session('2026-11-03', bothThere('17:00', '17:30')),
  {
    kind: 'out-of-office',
    at: at('2026-11-02 09:00', NEW_YORK),
    who: 'marcus',
    span: { start: at('2026-11-04', NEW_YORK), end: at('2026-11-06', NEW_YORK) },
  },
  sync.session('2026-11-06', bothThere('15:00', '15:30')),
  sync.session('2026-11-09', [['priya', '14:59', '15:15']]),
  sync.cancelled('2026-11-10', '2026-11-10 13:30'),
  sync.answered('priya', 'declined', '2026-11-12 08:00', '2026-11-12'),
  sync.session('2026-11-13', bothThere('15:00', '15:12')),
  sync.split('2026-11-13', '2026-11-13 16:00', 'daily-1530'),
  later.answered('priya', 'accepted', '2026-11-13 16:20'),
  later.session('2026-11-16', [['priya', '15:29', '15:45']]),
  later.cancelled('2026-11-17', '2026-11-16 18:00'),
  again.answered('priya', 'accepted', '2026-11-17 09:41'),
  again.session('2026-11-17', bothThere('15:30', '16:00')),
  later.cancelled('2026-11-18', '2026-11-18 15:29'),
  later.session('2026-11-20', bothThere('15:30', '16:00')),
];

const refinementHappenings: Happening[] = [
  refinement.answered('dana', 'accepted', '2026-10-21 10:12'),
  refinement.answered('sam', 'accepted', '2026-10-21 10:30'),
  refinement.answered('wei', 'tentative', '2026-10-21 11:02'),
  refinement.answered('marcus', 'accepted', '2026-10-21 14:20'),
  refinement.answered('lena', 'accepted', '2026-11-05 13:15'),
  // A look whether the microphone works; it belongs to no occurrence.
  refinement.session('2026-10-26', [['priya', '11:00', '11:03']]),
  refinement.session('2026-10-27', [
    ['priya', '14:00', '15:00'],
    ['dana', '14:00', '14:58'],
    ['sam', '14:03', '15:00', '+44 •••• ••12'],
  ]),
  refinement.answered('marcus', 'declined', '2026-11-03 13:55', '2026-11-03'),
  refinement.session('2026-11-03', [
    ['priya', '13:59', '15:00'],
    ['dana', '14:00', '15:00'],
    ['sam', '14:01', '15:00'],
  ]),
  refinement.session('2026-11-10', [
    ['priya', '13:58', '15:00'],
    ['dana', '14:00', '15:00'],
    ['sam', '14:00', '15:00'],
    ['marcus', '14:00', '14:40'],
    ['lena', '14:02', '14:59', '+49 •••• ••77'],
  ]),
  refinement.session('2026-11-17', [
    ['priya', '14:00', '15:00'],
    ['dana', '14:00', '15:00'],
    ['sam', '14:00', '15:00'],
    ['marcus', '14:20', '15:00'],
  ]),
];

/** Fri 20 Nov 2026, five minutes after the last meeting of the month has ended. */
export const SAMPLE_NOW = at('2026-11-20 16:05', LONDON);

export interface SampleChoices {
  /** Outlook removes what Priya declines, instead of keeping it. */
  declinedVanish?: boolean;
  /** The mails about these dates of the daily sync are no longer in the mailbox from that instant. */
  noticesLost?: { dates: string[]; from: string };
}

/**
 * Four weeks of a daily sync of two and of a weekly refinement, from Mon 26 Oct to Fri 20 Nov 2026, as a product
 * manager in London lived them. The clocks of London and New York differ by four hours in the first week.
 */
export function sampleMonth(choices: SampleChoices = {}): World {
  const lost = choices.noticesLost;
  const deletions = (lost?.dates ?? []).map(
    (date): Happening => ({
      kind: 'mail-deleted',
      at: at(lost?.from ?? '', LONDON),
      who: 'priya',
      meeting: date < '2026-11-16' ? 'daily' : 'daily-1530',
      date,
      notice: 'cancellation',
    }),
  );
  const taps: Tap[] = sampleTaps(LONDON);
  return {
    name: 'sample month',
    owner: 'priya',
    people: [{ ...priya, keepsDeclined: choices.declinedVanish !== true }, marcus, dana, sam, wei, lena],
    meetings: [daily, dailyLater, dailyAgain, atlas],
    happenings: [...syncHappenings, ...refinementHappenings, ...deletions],
    taps,
    holidays: sampleHolidays,
  };
}
