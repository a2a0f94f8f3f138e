import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readTable } from '../../formats/table/read-csv';
import { at } from '../../simulator/time';
import { closeWell } from '../one-outlook';
import { type OutlookWeb, openOutlookWeb } from '../outlook-web';
import { change, inTrend } from '../ways';

/**
 * The month of the daily sync recorded by hand, from an empty log: every tap a click on what the pane calls itself,
 * beside the occurrence that is open in the real Office.js, at the minute at which Priya made it.
 */

let outlook: OutlookWeb | undefined;

const SYNC = 'Priya/Marcus daily sync';
const london = (moment: string) => at(moment, 'Europe/London');
const onDay = (date: string, title = SYNC) => ({ open: 'appointment', title, date }) as const;

const DAY_NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `2026-10-29` as the pane says it: `Thu 29 Oct`. */
const dayWords = (date: string): string => {
  const day = new Date(`${date}T12:00:00Z`);
  return `${DAY_NAMES[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}`;
};

/** The pane, opened anew at a moment beside the occurrence of a day. */
async function openAt(moment: string, date = moment.slice(0, 10), title = SYNC): Promise<OutlookWeb> {
  const now = london(moment);
  if (outlook === undefined) {
    outlook = await openOutlookWeb({ now, item: onDay(date, title) });
    await outlook.page.clock.setFixedTime(now);
    return outlook;
  }
  outlook.graph.setNow(now);
  await outlook.page.clock.setFixedTime(now);
  await outlook.reopen(onDay(date, title));
  return outlook;
}

/** The pane's frame in a page of Outlook's. */
function frameIn(page: Page): Frame {
  const found = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
  if (found === undefined) throw new Error('The pane has no frame');
  return found;
}

const named = (name: string) => ({ name, exact: true });
const region = (frame: Frame, name: string) => frame.getByRole('region', named(name));
const group = (frame: Frame) => frame.getByRole('group', named('What happened?'));
const occurrences = (frame: Frame) => frame.getByRole('list', named('Occurrences'));
const occurrence = (frame: Frame, date: string) =>
  occurrences(frame).getByRole('button', { name: new RegExp(`^${dayWords(date)},`) });
const wordsOf = (frame: Frame, date: string) => expect.poll(() => occurrence(frame, date).innerText());
const read = (frame: Frame) => frame.getByText('Read just now', { exact: true }).waitFor();

/** Takes the occurrence in hand, and taps. */
async function tap(frame: Frame, date: string, saying: string): Promise<void> {
  await occurrence(frame, date).click();
  await tapAtOnce(frame, saying);
}

/** Taps what is in hand, as soon as it is there. */
async function tapAtOnce(frame: Frame, saying: string): Promise<void> {
  await group(frame).getByRole('button', named(saying)).click();
  await group(frame)
    .getByRole('button', { ...named(saying), pressed: true })
    .waitFor();
}

/** From now on the pane waits for its rules and its ledger, once it has asked for them, until it is released. */
async function holdRules(page: Page): Promise<{ release: () => void; asked: Promise<unknown> }> {
  let release = () => {};
  const free = new Promise<void>((resolve) => {
    release = resolve;
  });
  const entry = readFileSync('dist/taskpane.html', 'utf8');
  const isLate = ({ pathname }: URL) =>
    /^\/assets\/.*\.js$/.test(pathname) && !entry.includes(pathname.slice(1));
  await page.route(isLate, async (route) => {
    await free;
    await route.fallback();
  });
  return { release, asked: page.waitForRequest((request) => isLate(new URL(request.url()))) };
}

async function adjustMinutes(frame: Frame, minutes: number): Promise<void> {
  await change(frame, 'Adjust');
  await group(frame).getByRole('spinbutton', named('Minutes together')).fill(`${minutes}`);
  await group(frame).getByRole('button', named('Save')).click();
  await group(frame).getByRole('spinbutton', named('Minutes together')).waitFor({ state: 'detached' });
}

async function inSettings(frame: Frame, does: () => Promise<unknown>): Promise<void> {
  await frame.getByRole('button', named('Settings')).click();
  await does();
  await frame.getByRole('tab', named('Meeting')).click();
}

const lateMeans = (frame: Frame, label: string) =>
  frame.getByRole('combobox', named('Late means')).selectOption({ label });

const numbers = (frame: Frame) =>
  expect.poll(() =>
    inTrend(frame, async () =>
      (await frame.getByRole('list', named('Numbers')).locator('> li').allInnerTexts()).map((text) =>
        text.replace(/\s+/g, ' ').trim(),
      ),
    ),
  );

async function exported(page: Page, frame: Frame): Promise<Record<string, string>[]> {
  await frame.getByRole('tab', named('Log')).click();
  // Kept apart, it is two logs.
  await frame.getByRole('combobox', named('Showing')).selectOption('Everything');
  await frame.getByRole('button', named('Export')).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('menuitem', named('CSV')).click(),
  ]);
  const rows = readTable(readFileSync(await file.path(), 'utf8'));
  await frame.getByRole('tab', named('Meeting')).click();
  return rows;
}

/** The first opening: an empty log, the series kept, and the holidays of Marcus chosen. */
async function startLog(moment = '2026-10-23 09:00'): Promise<OutlookWeb> {
  const web = await openAt(moment, '2026-10-26');
  const frame = web.pane();
  await frame.getByRole('button', named('Keep a log of this meeting')).click();
  await occurrences(frame).waitFor();
  await read(frame);
  return web;
}

async function chooseHolidays(frame: Frame): Promise<void> {
  await inSettings(frame, () =>
    frame.getByRole('combobox', named('Public holidays of Marcus Hale')).selectOption({
      label: 'United States',
    }),
  );
}

interface Step {
  at: string;
  /** The day of the occurrence, where it is not today. */
  beside?: string;
  tap?: string;
  minutes?: number;
  joins?: true;
}

const MONTH: readonly Step[] = [
  { at: '2026-10-26 15:31', tap: 'We met' },
  { at: '2026-10-27 15:15', tap: 'Nobody joined' },
  { at: '2026-10-28 15:31', tap: 'We met', minutes: 10 },
  { at: '2026-10-29 15:02' },
  { at: '2026-10-30 09:05' },
  { at: '2026-11-02 15:31', tap: 'We met' },
  { at: '2026-11-03 17:31', tap: 'We met' },
  { at: '2026-11-04 15:12', tap: 'Nobody joined' },
  { at: '2026-11-06 15:31', tap: 'We met' },
  { at: '2026-11-09 15:15', tap: 'Nobody joined' },
  { at: '2026-11-10 15:05' },
  { at: '2026-11-13 15:14', tap: 'We met', minutes: 12 },
  { at: '2026-11-13 16:25', joins: true },
  { at: '2026-11-16 15:45', tap: 'Nobody joined' },
  { at: '2026-11-17 16:01', tap: 'We met' },
  { at: '2026-11-18 15:45' },
  { at: '2026-11-20 15:40', tap: 'We met' },
];

async function live(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const date = step.beside ?? step.at.slice(0, 10);
    const web = await openAt(step.at, date);
    const frame = web.pane();
    if (step.joins) {
      await region(frame, 'Same meeting?').getByRole('button', named('Keep one history')).click();
      await region(frame, 'Same meeting?').waitFor({ state: 'detached' });
    }
    if (step.tap !== undefined) await tapAtOnce(frame, step.tap);
    if (step.minutes !== undefined) await adjustMinutes(frame, step.minutes);
    await read(frame);
  }
}

/** date, outcome, changed by, notice in minutes, minutes together; empty: nobody can know. */
const MARCUS = 'marcus.hale@northwind.example';
const PRIYA = 'priya.nair@northwind.example';
const GOLDEN: readonly (readonly [date: string, outcome: string, by: string, notice: string, min: string])[] =
  [
    ['2026-10-26', 'held', '', '', '30'],
    ['2026-10-27', 'not-held-no-message', '', '', '0'],
    ['2026-10-28', 'held-part', '', '', '10'],
    ['2026-10-29', 'cancelled-short-notice', MARCUS, '10', ''],
    ['2026-10-30', 'cancelled-with-notice', MARCUS, '4320', ''],
    ['2026-11-02', 'held', '', '', '30'],
    ['2026-11-03', 'held-moved', MARCUS, '20', '30'],
    ['2026-11-04', 'excluded-away', '', '', ''],
    ['2026-11-05', 'excluded-away', '', '', ''],
    ['2026-11-06', 'held', '', '', '30'],
    ['2026-11-09', 'not-held-no-message', '', '', '0'],
    ['2026-11-10', 'cancelled-short-notice', MARCUS, '90', ''],
    ['2026-11-11', 'excluded-holiday', '', '', ''],
    ['2026-11-12', 'excluded-own-absence', PRIYA, '420', ''],
    ['2026-11-13', 'held-part', '', '', '12'],
    ['2026-11-16', 'not-held-no-message', '', '', '0'],
    ['2026-11-17', 'held-reinstated', MARCUS, '1290', '30'],
    ['2026-11-18', 'cancelled-short-notice', MARCUS, '1', ''],
    ['2026-11-19', 'not-recorded', '', '', ''],
    ['2026-11-20', 'held', '', '', '30'],
  ];

/** The daily sync up to Fri 20 Nov, one row per occurrence, as the golden month has it. */
const monthOf = (rows: readonly Record<string, string>[]) => {
  const sync = rows.filter((row) => row.series_title === SYNC && row.person_name === 'Marcus Hale');
  return sync
    .filter((row) => (row.original_start_utc ?? '') < '2026-11-21')
    .map((row) => [
      row.occurrence_key?.slice(-10),
      row.outcome,
      row.changed_by,
      row.notice_min,
      row.minutes_together,
    ]);
};

const rowOf = (rows: readonly Record<string, string>[], date: string) =>
  rows.find((row) => row.occurrence_key?.endsWith(date) && row.person_name === 'Marcus Hale');

const start = (text: string) => expect.stringMatching(new RegExp(`^${text.replace(/[()]/g, '\\$&')}`));
const GOLDEN_NUMBERS = [
  start('Went ahead 8 of 15 (53 %, likely between 30 % and 75 %)'),
  start('There when it started 8 of 11 (73 %, likely between 43 % and 90 %)'),
  start('Notice given 1 of 7'),
  start('Short or no notice 6 of 15 (40 %, likely between 20 % and 64 %)'),
  start('Minutes together 202 of 450'),
  start('Moves 1'),
  start('Short-notice moves 1'),
  start('Coverage 15 of 16'),
  start('Decisions told'),
];

/** One log, lived once; each of these leaves it as it found it. */
describe('The golden month, tapped in day by day from an empty log', () => {
  let lived: OutlookWeb;
  beforeAll(async () => {
    lived = await startLog();
    await chooseHolidays(lived.pane());
    await live(MONTH);
    outlook = undefined;
  }, 240_000);
  beforeEach(() => {
    outlook = lived;
  });
  afterEach(() => {
    outlook = undefined;
  });
  afterAll(() => closeWell(lived));

  test('ends with its numbers on screen and its twenty rows in the CSV', async () => {
    await numbers(lived.pane()).toEqual(GOLDEN_NUMBERS);
    const rows = await exported(lived.page, lived.pane());
    expect(monthOf(rows)).toEqual(GOLDEN);
    expect(new Set(rows.map(({ series_id }) => series_id)).size).toBe(1);
  });

  test.each([
    ['Under 24 h', null, 6, 1],
    ['Under 1 h', null, 5, 2],
    ['Other…', 5, 4, 3],
    ['Under 48 h', null, 6, 1],
    ['Same day or under 12 h', null, 6, 1],
  ] as const)(
    'is judged anew where late means "%s" (%s minutes): %i of 15 short or none, notice given %i of 7',
    async (label, minutes, short, given) => {
      const frame = lived.pane();
      await inSettings(frame, async () => {
        await lateMeans(frame, label);
        if (minutes === null) return;
        const field = frame.getByRole('spinbutton', named('Minutes'));
        await field.fill(`${minutes}`);
        await field.blur();
      });
      await numbers(frame).toEqual(
        GOLDEN_NUMBERS.with(2, start(`Notice given ${given} of 7`))
          .with(3, start(`Short or no notice ${short} of 15`))
          // The move of Tue 3 Nov came twenty minutes before.
          .with(6, start(`Short-notice moves ${minutes === 5 ? 0 : 1}`)),
      );
      const rows = await exported(lived.page, frame);
      const outcomes = monthOf(rows).map(([, outcome]) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'cancelled-short-notice')).toHaveLength(short - 3);
      expect(outcomes.filter((outcome) => outcome === 'cancelled-with-notice')).toHaveLength(7 - short);
    },
  );

  test('forgets a tap that is undone, and knows it again when it is tapped again', async () => {
    const frame = lived.pane();
    await occurrence(frame, '2026-11-20').click();
    await group(frame).getByRole('button', named('Undo')).click();
    await wordsOf(frame, '2026-11-20').toContain('on now');
    await numbers(frame).toContainEqual(start('Went ahead 7 of 14'));
    await tap(frame, '2026-11-20', 'We met');
    await numbers(frame).toEqual(GOLDEN_NUMBERS);
  });

  test('undoes in a pane opened again within the same millisecond', async () => {
    const { pane } = await openAt('2026-11-20 15:40');
    await tap(pane(), '2026-11-19', 'We met');
    await openAt('2026-11-20 15:40');
    await occurrence(pane(), '2026-11-19').click();
    await group(pane()).getByRole('button', named('Undo')).click();
    await wordsOf(pane(), '2026-11-19').toContain('not recorded');
    await openAt('2026-11-20 15:40');
    await tap(pane(), '2026-11-19', 'Nobody joined');
    await openAt('2026-11-20 15:40');
    await wordsOf(pane(), '2026-11-19').toContain('nobody joined');
    await occurrence(pane(), '2026-11-19').click();
    await group(pane()).getByRole('button', named('Undo')).click();
    await numbers(pane()).toEqual(GOLDEN_NUMBERS);
  });

  test('takes a note of Thu 19 Nov on Sat 21 Nov, and says that it came two days later', async () => {
    const { page, pane } = await openAt('2026-11-21 10:00', '2026-11-20');
    await tap(pane(), '2026-11-19', 'We met');
    await group(pane()).getByText('2 days later').waitFor();
    await numbers(pane()).toContainEqual(start('Went ahead 9 of 16 (56 %, likely between 33 % and 77 %)'));
    await numbers(pane()).toContainEqual(start('Coverage 16 of 16'));
    const rows = await exported(page, pane());
    expect(rowOf(rows, '2026-11-19')).toMatchObject({
      outcome: 'held',
      recorded_at_utc: '2026-11-21T10:00:00Z',
    });
    await group(pane()).getByRole('button', named('Undo')).click();
    await numbers(pane()).toEqual(GOLDEN_NUMBERS);
  });

  test('is the same in a second pane at the same time, and a tap in one shows in the other', async () => {
    const first = (await openAt('2026-11-20 15:40')).pane();
    const page = await lived.page.context().newPage();
    await page.goto(lived.page.url());
    const second = frameIn(page);
    await numbers(second).toEqual(GOLDEN_NUMBERS);
    await tap(second, '2026-11-19', 'We met');
    await wordsOf(first, '2026-11-19').toMatch(/, met$/m);
    await tap(first, '2026-11-19', 'Nobody joined');
    await wordsOf(second, '2026-11-19').toContain('nobody joined');
    await group(second).getByRole('button', named('Undo')).click();
    // What was said before stands again.
    await wordsOf(first, '2026-11-19').toMatch(/, met$/m);
    await group(first).getByRole('button', named('Undo')).click();
    await wordsOf(second, '2026-11-19').toContain('not recorded');
    await numbers(second).toEqual(GOLDEN_NUMBERS);
    // Left before it is closed: a page that is closing asks the real network for what was on its way.
    await page.goto('about:blank');
    await page.close();
    await numbers(first).toEqual(GOLDEN_NUMBERS);
  });

  test('stands there beside an old occurrence, which is chosen by a click', async () => {
    const { pane } = await openAt('2026-11-20 15:40', '2026-11-03');
    await occurrence(pane(), '2026-11-03').click();
    await group(pane())
      .getByRole('button', { ...named('We met'), pressed: true })
      .waitFor();
    await numbers(pane()).toEqual(GOLDEN_NUMBERS);
  });

  test.each([
    ['the single meeting that came back on 17 Nov', SYNC, null],
    ['the cancelled occurrence in whose place it came', `Canceled: ${SYNC}`, expect.any(String)],
  ])('stands there beside %s, in one row', async (_, title, series) => {
    const { pane } = await openAt('2026-11-20 15:40', '2026-11-17', title);
    await occurrence(pane(), '2026-11-17').click();
    expect(await pane().evaluate('Office.context.mailbox.item.seriesId')).toEqual(series);
    await group(pane())
      .getByRole('button', { ...named('We met'), pressed: true })
      .waitFor();
    await numbers(pane()).toEqual(GOLDEN_NUMBERS);
    await read(pane());
    await numbers(pane()).toEqual(GOLDEN_NUMBERS);
  });
});

const closeAll = async () => {
  await closeWell(outlook);
  outlook = undefined;
};

/** The tests of this `describe` are one story in one log: each begins where the one before ended. */
function oneLog(moment?: string): void {
  beforeAll(async () => {
    await startLog(moment);
  });
  afterAll(closeAll);
}

/** As it stands open. */
function here(): OutlookWeb {
  if (outlook === undefined) throw new Error('No log was started');
  return outlook;
}

describe('Four days, and what was said against them', () => {
  oneLog();

  test('minutes alone say that they met', async () => {
    const { pane } = await openAt('2026-10-26 15:31');
    await adjustMinutes(pane(), 10);
    await wordsOf(pane(), '2026-10-26').toContain('met 10 of 30');
    await group(pane())
      .getByRole('button', { ...named('We met'), pressed: true })
      .waitFor();
  });

  test('an occurrence that was never opened shows its history and takes a tap before Graph has answered', async () => {
    const web = here();
    const release = web.holdGraph();
    await openAt('2026-10-27 15:15');
    const frame = web.pane();
    await tapAtOnce(frame, 'Nobody joined');
    await wordsOf(frame, '2026-10-27').toContain('nobody joined');
    await wordsOf(frame, '2026-10-26').toContain('met 10 of 30');
    await inTrend(frame, () => frame.getByRole('list', named('Numbers')).waitFor());
    release();
    await read(frame);
    await wordsOf(frame, '2026-10-27').toContain('nobody joined');
  });

  test('a tap on the first view, before the rules are there, is about what began since that view', async () => {
    const web = here();
    const { release, asked } = await holdRules(web.page);
    const opening = openAt('2026-10-28 15:15');
    await asked;
    const frame = web.pane();
    await group(frame).getByRole('button', named('We met')).click();
    release();
    await opening;
    await wordsOf(frame, '2026-10-28').toMatch(/, met$/m);
    await wordsOf(frame, '2026-10-27').toContain('nobody joined');
  });

  test('a dispute leaves the row out of every number, a correction stands with its reason', async () => {
    const web = await openAt('2026-10-29 15:02');
    const frame = web.pane();
    await read(frame);
    await numbers(frame).toContainEqual(start('Went ahead 2 of 5'));
    await occurrence(frame, '2026-10-27').click();
    await change(frame, 'Dispute');
    await frame.getByRole('textbox', named('Reason')).fill('He was in the lobby from 15:00 to 15:06.');
    await frame.getByRole('button', named('Save')).click();
    await wordsOf(frame, '2026-10-27').toContain('disputed');
    await numbers(frame).toContainEqual(start('Went ahead 2 of 4'));
    await occurrence(frame, '2026-10-26').click();
    await change(frame, 'Correct');
    await frame.getByRole('combobox', named('Outcome')).selectOption({ label: 'Met' });
    await frame.getByRole('textbox', named('Reason')).fill('We went on by phone.');
    await frame.getByRole('button', named('Save')).click();
    await frame.getByText('Corrected').first().waitFor();
    await change(frame, 'Add a note');
    await frame.getByRole('textbox', named('Reason')).fill('His train was late.');
    await frame.getByRole('button', named('Save')).click();
    await frame.getByText('His train was late.').first().waitFor();
    const rows = await exported(web.page, frame);
    expect(rowOf(rows, '2026-10-27')).toMatchObject({ disputed: 'true', outcome: 'not-held-no-message' });
    expect(rowOf(rows, '2026-10-26')).toMatchObject({
      outcome: 'held',
      corrected: 'true',
      correction_reason: 'We went on by phone.',
    });
  });
});

describe('Opened seldom', () => {
  oneLog();

  test('opened again after two weeks, it asks about the last one, and takes the rest', async () => {
    await live([MONTH[0] as Step, { at: '2026-11-09 15:15', tap: 'Nobody joined' }]);
    const frame = here().pane();
    await wordsOf(frame, '2026-10-29').toContain('cancelled 10 min before');
    await wordsOf(frame, '2026-11-03').toContain('not recorded');
    await tap(frame, '2026-11-03', 'We met');
    await wordsOf(frame, '2026-11-03').toContain('met, moved to 17:00');
    await wordsOf(frame, '2026-11-09').toContain('nobody joined');
  });

  test('beside the new series, opened before anybody was asked, it asks once and shows one history', async () => {
    const web = here();
    await live([
      { at: '2026-11-13 15:14', tap: 'We met', minutes: 12 },
      { at: '2026-11-16 15:45', tap: 'Nobody joined' },
    ]);
    const frame = web.pane();
    await region(frame, 'Same meeting?').getByRole('button', named('Keep one history')).click();
    await region(frame, 'Same meeting?').waitFor({ state: 'detached' });
    await wordsOf(frame, '2026-11-13').toContain('met 12 of 30');
    await wordsOf(frame, '2026-11-16').toContain('nobody joined');
    await openAt('2026-11-17 16:01');
    await wordsOf(web.pane(), '2026-11-13').toContain('met 12 of 30');
    await read(web.pane());
    expect(await region(web.pane(), 'Same meeting?').count()).toBe(0);
    expect(await occurrence(web.pane(), '2026-11-16').count()).toBe(1);
  });

  test('a second series kept while the first is being read is read too', async () => {
    const web = await openAt('2026-11-18 09:05', '2026-11-17', 'Atlas refinement');
    const keep = web.pane().getByRole('button', named('Keep a log of this meeting'));
    await keep.waitFor();
    await keep.click();
    await occurrence(web.pane(), '2026-11-17').waitFor();
    await read(web.pane());
    expect(await occurrences(web.pane()).getByRole('listitem').count()).toBeGreaterThan(3);
  });
});

describe('Two histories', () => {
  oneLog();

  test('kept apart, it is two logs, and each is read on', async () => {
    const web = await openAt('2026-11-13 16:25');
    await region(web.pane(), 'Same meeting?').getByRole('button', named('Keep apart')).click();
    await region(web.pane(), 'Same meeting?').waitFor({ state: 'detached' });
    await read(web.pane());
    await openAt('2026-11-18 15:45');
    await wordsOf(web.pane(), '2026-11-18').toContain('cancelled 1 min before');
    expect(await occurrence(web.pane(), '2026-11-13').count()).toBe(0);
    const rows = await exported(web.page, web.pane());
    // What is still to come has no row.
    const dates = (series: string | undefined) =>
      rows
        .filter((row) => row.series_id === series && row.person_name === 'Marcus Hale')
        .map((row) => row.occurrence_key?.slice(-10) ?? '')
        .filter((date) => date < '2026-11-21');
    const [first, second] = [...new Set(rows.map(({ series_id }) => series_id))];
    expect([dates(first).length, dates(second).length]).toEqual([15, 3]);
  });

  test('a number being typed stays when the pane is drawn anew', async () => {
    const web = here();
    await inSettings(web.pane(), async () => {
      await lateMeans(web.pane(), 'Other…');
      const minutes = web.pane().getByRole('spinbutton', named('Minutes'));
      await minutes.fill('90');
      await web.host(({ wearTheme }) => wearTheme({ bodyBackgroundColor: 0x292929 }));
      await web.pane().locator('html[data-theme="dark"]').waitFor();
      expect(await minutes.inputValue()).toBe('90');
    });
  });
});

describe('Holidays, from Thu 12 Nov on', () => {
  oneLog('2026-11-12 16:00');

  test('holidays chosen after the day are applied to it, and a choice taken back is taken back', async () => {
    const frame = here().pane();
    await wordsOf(frame, '2026-11-11').toContain('not recorded');
    await chooseHolidays(frame);
    await wordsOf(frame, '2026-11-11').toContain('holiday');
    await inSettings(frame, () =>
      frame.getByRole('combobox', named('Public holidays of Marcus Hale')).selectOption({ label: 'None' }),
    );
    await wordsOf(frame, '2026-11-11').toContain('not recorded');
  });

  test('two people’s holidays, chosen one right after the other, are both kept', async () => {
    const { pane } = here();
    const holidaysOf = (name: string) => pane().getByRole('combobox', named(`Public holidays of ${name}`));
    await inSettings(pane(), async () => {
      await holidaysOf('Marcus Hale').selectOption({ label: 'United States' });
      await holidaysOf('Priya Nair').selectOption({ label: 'United Kingdom' });
    });
    await wordsOf(pane(), '2026-11-11').toContain('holiday');
    await openAt('2026-11-12 16:00');
    await inSettings(pane(), async () => {
      await expect.poll(() => holidaysOf('Priya Nair').inputValue()).toBe('GB');
      expect(await holidaysOf('Marcus Hale').inputValue()).toBe('US');
    });
  });
});

describe('The same month, otherwise', () => {
  afterEach(closeAll);

  test('said in one sitting on Fri 20 Nov, it adds up to the same', async () => {
    const web = await startLog('2026-11-20 15:40');
    const frame = web.pane();
    await region(frame, 'Same meeting?').getByRole('button', named('Keep one history')).click();
    await region(frame, 'Same meeting?').waitFor({ state: 'detached' });
    for (const { at: moment, tap: saying, minutes } of MONTH) {
      const date = moment.slice(0, 10);
      if (saying !== undefined) await tap(frame, date, saying);
      if (minutes !== undefined) await adjustMinutes(frame, minutes);
    }
    await chooseHolidays(frame);
    await numbers(frame).toEqual(GOLDEN_NUMBERS);
    expect(monthOf(await exported(web.page, frame))).toEqual(GOLDEN);
  }, 120_000);

  test('in a pane that is never closed, Refresh brings each day', async () => {
    const web = await startLog('2026-10-21 16:30');
    const frame = web.pane();
    for (const { at: moment, tap: saying, minutes } of MONTH.slice(0, 5)) {
      web.graph.setNow(london(moment));
      await web.page.clock.setFixedTime(london(moment));
      await frame.getByRole('button', named('Refresh')).click();
      await read(frame);
      const date = moment.slice(0, 10);
      if (saying !== undefined) await tap(frame, date, saying);
      if (minutes !== undefined) await adjustMinutes(frame, minutes);
    }
    const rows = await exported(web.page, frame);
    expect(monthOf(rows)).toEqual(GOLDEN.slice(0, 5));
  });
});
