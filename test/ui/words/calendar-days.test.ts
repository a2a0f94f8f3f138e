import { describe, expect, test } from 'vitest';

import { pointHistories } from '../../../src/domain/points/point-history';
import { promiseHistories } from '../../../src/domain/promises/promise-history';
import { promiseLines } from '../../../src/formats/paper/promise-lines';
import { calendarDay, longCalendarDay } from '../../../src/ui/words/calendar-days';
import { offWords } from '../../../src/ui/words/decide/days-off';
import { caughtUpWords } from '../../../src/ui/words/decide/person-page';
import { promiseWords } from '../../../src/ui/words/decide/promises';
import { threadWords } from '../../../src/ui/words/decide/thread';
import { damageWords } from '../../../src/ui/words/keep/damage';
import { markWords } from '../../../src/ui/words/keep/marks';
import { pointWords } from '../../../src/ui/words/points';
import { timeWords } from '../../../src/ui/words/times';
import { wordingOf } from '../../../src/ui/words/wording';
import { holiday } from '../../domain/builders/facts';
import { point } from '../../domain/builders/point-facts';
import { promised, promiseStep } from '../../domain/builders/promise-facts';
import { MARCUS, NOW, PRIYA, utc } from '../fixture';

const DAY = '2026-11-12';
const ZONES = [
  'Pacific/Pago_Pago',
  'Pacific/Honolulu',
  'America/New_York',
  'UTC',
  'Europe/London',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

const [promise] = promiseHistories([
  promised('a', { by: DAY, whose: MARCUS }),
  promiseStep('a', 'moved', '2026-11-10T09:00', { by: DAY }),
]);
const [step] = promise?.steps ?? [];
const [question] = pointHistories([point(1, { deadline: DAY })]);
if (promise === undefined || step === undefined || question === undefined) throw new Error('no facts');

/** Every sentence in which a day of the calendar is named, for an owner in some zone. */
const SENTENCES: Readonly<Record<string, (zone: string) => string>> = {
  'a promise': (zone) => promiseWords(promise, { ...PRIYA, zone }),
  'a promise in a thread': (zone) => threadWords({ what: 'promised', promise, at: NOW }, saying(zone)).rest,
  'a promise that was moved, in a thread': (zone) =>
    threadWords({ what: 'promise-step', promise, step, at: NOW }, saying(zone)).rest,
  'a promise in a copy for its subject': (zone) =>
    promiseLines([promise], MARCUS, wordingOf(zone, NOW))[0]?.said.replace(/^.* moved to/, '') ?? '',
  'a point': (zone) => pointWords(question, timeWords(zone), NOW),
  'a point in a catch-up': (zone) =>
    caughtUpWords({ kind: 'point', history: question, deadline: utc(`${DAY}T12:00`) }, timeWords(zone)),
  'a day that is damaged': () => damageWords([DAY]),
  'a holiday that was marked': (zone) => markWords(holiday(MARCUS, DAY, null), timeWords(zone)),
  'a day off before a deadline': () => offWords([{ date: DAY, why: 'holiday' }], 'Marcus'),
};
const saying = (zone: string) => ({ decisions: [], time: timeWords(zone), now: NOW, titleOf: () => null });

describe('1 a day of the calendar', () => {
  test.each(Object.keys(SENTENCES))('is the same wherever it is read: %s', (of) => {
    for (const zone of ZONES) expect(SENTENCES[of]?.(zone), zone).toContain('Thu 12 Nov');
  });

  test.each([
    ['0001-01-01', 'Mon 1 Jan'],
    ['2026-03-29', 'Sun 29 Mar'],
    ['2026-12-31', 'Thu 31 Dec'],
    ['9999-12-31', 'Fri 31 Dec'],
  ])('is written as the calendar has it: %s', (date, words) => {
    expect(calendarDay(date)).toBe(words);
    expect(longCalendarDay(date)).toBe(`${words} ${date.slice(0, 4)}`);
  });
});
