import type { Dice } from '../simulator/dice';
import type { Fault, FaultAnswer } from '../simulator/graph/faults';

/** What Retry-After has been seen to say: seconds, fractions, a date, nothing, longer than anybody waits. */
const pauses = (now: number): readonly (string | undefined)[] => [
  undefined,
  '0',
  '1',
  '2.128',
  '300',
  new Date(now + 4000).toUTCString(),
  new Date(now - 60_000).toUTCString(),
  'soon',
];

/** Where each source is asked; the empty text is everywhere. */
const PLACES = [
  '',
  'calendarView\\?',
  'calendarView\\?.*skip=',
  'delta',
  '/events/',
  '/messages\\?',
  '/messages/',
  'mailFolders',
  'onlineMeetings',
  'attendanceReports',
  'getSchedule',
] as const;

/** Where something is written or sent; a lost answer counts most there. */
const SENDING = ['/messages$', '/send$', 'RecapKey', '/messages/[^/]+$'] as const;

function answer(luck: Dice, now: number): FaultAnswer {
  const retryAfter = luck.pick(pauses(now));
  const asked = retryAfter === undefined ? {} : { retryAfter };
  return luck.pick<FaultAnswer>([
    { kind: 'throttled', ...asked },
    { kind: 'throttled', ...asked },
    { kind: 'unavailable', ...asked },
    { kind: 'gateway-html' },
    { kind: 'error', code: 500, name: 'InternalServerError', message: 'Error while processing response.' },
    { kind: 'error', code: 502, name: '', message: '' },
    {
      kind: 'error',
      code: 412,
      name: 'ErrorIrresolvableConflict',
      message: 'The change key does not match.',
    },
    { kind: 'gone' },
    { kind: 'offline' },
    { kind: 'done-but-lost' },
    { kind: 'done-but-504' },
    { kind: 'cut-json' },
    { kind: 'empty' },
    { kind: 'slow', ms: 900 },
  ]);
}

/** A sign-in that has run out, or a permission that is taken away for a while. */
const REFUSALS: readonly FaultAnswer[] = [
  { kind: 'unauthorized' },
  {
    kind: 'error',
    code: 403,
    name: 'ErrorAccessDenied',
    message: 'Access is denied. Check credentials and try again.',
  },
  {
    kind: 'error',
    code: 403,
    name: 'Authorization_RequestDenied',
    message: 'Insufficient privileges to complete the operation.',
  },
];

/** What goes wrong while the calendar is looked at. Every fault passes after some requests. */
export const faultsOfALook = (luck: Dice, now: number): readonly Fault[] =>
  Array.from({ length: 1 + luck.upTo(5) }, () => ({
    path: luck.pick(PLACES),
    after: luck.upTo(6),
    times: 1 + luck.upTo(luck.next() < 0.2 ? 8 : 3),
    answer: luck.next() < 0.15 ? luck.pick(REFUSALS) : answer(luck, now),
  }));

/** What goes wrong while a mail is sent. */
export const faultsOfASending = (luck: Dice, now: number): readonly Fault[] =>
  Array.from({ length: 1 + luck.upTo(3) }, () => ({
    path: luck.pick(SENDING),
    after: luck.upTo(2),
    times: 1 + luck.upTo(3),
    answer: answer(luck, now),
  }));
