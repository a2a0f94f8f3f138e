import { mkdirSync } from 'node:fs';
import type { Frame, Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type Outlook, type OutlookOptions, openOutlook, sharedOutlook } from '../outlook';
import { change, toView, untilRead } from '../ways';
import { expectWell } from '../well';

/** The pictures of the README are written only when asked for, so that a test run leaves the tree clean. */
const SHOTS = process.env.SCREENSHOTS === '1' ? 'assets/screenshots' : 'build/shots';
mkdirSync(SHOTS, { recursive: true });

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** What a pane wears; with nothing said, 320 px and light. */
interface Look {
  readonly name: string;
  readonly wide?: true;
  readonly dark?: true;
  readonly forced?: true;
  readonly large?: true;
}

const LIGHT: Look = { name: 'at 320 px, light' };
const LOOKS: readonly Look[] = [
  LIGHT,
  { name: 'at 320 px, dark', dark: true },
  { name: 'at 320 px, in forced colours', forced: true },
  { name: 'at 320 px, with text at 200 %', large: true },
  { name: 'at 600 px, light', wide: true },
];

/** While the daily sync is in the calendar and nobody keeps a log of it. */
const BEFORE_THE_LOG = Date.parse('2026-10-22T12:00:00Z');

async function start(options: OutlookOptions = {}): Promise<Outlook> {
  outlook = await openOutlook({ ticking: false, still: true, ...options });
  return outlook;
}

/** The pane, with the calendar read and nothing left to load. */
async function paneOf({ pane }: Outlook): Promise<Frame> {
  const frame = await pane();
  await frame.getByRole('tab', { name: 'Meeting' }).waitFor();
  await frame
    .getByText(/^Read |Keep a log/)
    .first()
    .waitFor();
  return frame;
}

/** Puts a look on the pane, with whatever is open in it. */
async function wear({ page }: Outlook, frame: Frame, look: Look): Promise<void> {
  await page.getByRole('separator', { name: 'Width of the pane' }).press(look.wide ? 'End' : 'Home');
  await page.getByRole('switch', { name: 'Dark' }).setChecked(look.dark === true);
  await frame.locator(`html[data-theme="${look.dark ? 'dark' : 'light'}"]`).waitFor();
  await page.emulateMedia({ forcedColors: look.forced ? 'active' : 'none' });
  // As a browser's own text size does it: the pane measures in `rem`.
  await frame.evaluate(`document.documentElement.style.fontSize = '${look.large ? '200%' : ''}';
    dispatchEvent(new Event('resize'))`);
  await frame.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

const whole = async (frame: Frame) => {
  await untilRead(frame);
  await frame.getByRole('radiogroup', { name: 'View' }).waitFor();
};

/** In any look. */
async function expectWellInAll(here: Outlook, frame: Frame): Promise<void> {
  for (const look of LOOKS) {
    await wear(here, frame, look);
    await expectWell(frame, look.name);
  }
  await wear(here, frame, LIGHT);
}

const tab = (frame: Frame, name: string) => frame.getByRole('tab', { name }).click();
const press = (frame: Frame, name: string) =>
  frame.getByRole('button', { name, exact: true }).first().click();
const occurrence = (frame: Frame, date: string) =>
  frame
    .getByRole('list', { name: 'Occurrences' })
    .getByRole('button', { name: new RegExp(`^${date},`) })
    .first();

async function openRecap(frame: Frame) {
  await occurrence(frame, 'Wed 18 Nov').click();
  const recap = frame.getByRole('region', { name: 'Recap' });
  await recap.getByRole('button', { name: 'Send recap to absentees' }).waitFor();
  return recap;
}

/** The name in the row of a person, and the page that it opens. */
async function openPerson(frame: Frame, name: string) {
  await frame.getByRole('button', { name: name, exact: true }).first().click();
  const times = frame.getByRole('list', { name: `Each time with ${name}` });
  await times.waitFor();
  return times;
}

describe('In every look and at every width, the pane', () => {
  test('has no finding of axe and nothing over its side, whatever is open in it', async () => {
    const here = await start();
    const frame = await paneOf(here);
    await whole(frame);
    await expectWellInAll(here, frame);

    await tab(frame, 'Decisions');
    await press(frame, 'Log decision');
    await press(frame, 'Save decision');
    await frame.getByText('Please say what was decided.').waitFor();
    await frame.locator('summary', { hasText: 'More' }).click();
    await frame.getByRole('button', { name: /^D-013 / }).click();
    await frame.getByRole('heading', { name: 'What happened' }).waitFor();
    await press(frame, 'Propose an agreement');
    await press(frame, 'Save proposal');
    await frame.getByText('Please name at least one topic.').waitFor();
    await expectWellInAll(here, frame);

    await tab(frame, 'Log');
    await press(frame, 'Export');
    await frame.getByRole('menuitem', { name: 'CSV' }).waitFor();
    await press(frame, 'Look back on a month');
    await frame.getByRole('textbox', { name: 'Delegate' }).waitFor();
    await expectWellInAll(here, frame);

    await press(frame, 'Settings');
    await frame.getByRole('combobox', { name: 'Late means' }).waitFor();
    await press(frame, 'Erase everything');
    await expectWellInAll(here, frame);

    await tab(frame, 'Meeting');
    await openRecap(frame);
    await expectWellInAll(here, frame);

    await toView(frame, 'Trend');
    await frame.getByRole('list', { name: 'Numbers' }).getByRole('button').first().click();
    await press(frame, 'Show as table');
    await frame.locator('summary', { hasText: 'Your side' }).click();
    await frame.getByRole('list', { name: 'Your side' }).waitFor();
    await frame.locator('summary', { hasText: 'Time away' }).click();
    await frame.getByRole('form', { name: 'Mark time away' }).getByRole('button', { name: 'Mark' }).click();
    await frame.getByRole('list', { name: 'Marked by hand' }).waitFor();
    await expectWellInAll(here, frame);
    await toView(frame, 'Now');

    await occurrence(frame, 'Fri 6 Nov').click();
    await press(frame, 'Why?');
    await change(frame, 'Adjust');
    await frame.getByRole('spinbutton', { name: 'Minutes together' }).waitFor();
    await press(frame, 'Change');
    await frame.getByRole('menuitem', { name: 'Dispute' }).waitFor();
    await expectWellInAll(here, frame);

    await here.page.getByRole('switch', { name: 'Network' }).click();
    await here.page.reload();
    const cut = await paneOf(here);
    await cut
      .getByText(/offline/i)
      .first()
      .waitFor();
    await whole(cut);
    await expectWellInAll(here, cut);
  });

  test('has none on the page of a person', async () => {
    const here = await start();
    const frame = await paneOf(here);
    await whole(frame);
    await occurrence(frame, 'Fri 6 Nov').click();
    await openPerson(frame, 'Marcus Hale');
    await press(frame, 'Prepare one-to-one');
    await frame.getByRole('article', { name: /^For the next talk/ }).waitFor();
    await expectWellInAll(here, frame);
  });

  test('has none before there is a log', async () => {
    const early = await start({ start: BEFORE_THE_LOG });
    const frame = await paneOf(early);
    await frame.getByRole('button', { name: 'Keep a log of this meeting' }).waitFor();
    await expectWellInAll(early, frame);
  });
});

/** Of radio buttons Tab comes to the chosen one. */
const REACHABLE = `[...document.querySelectorAll('button, input, select, textarea, summary, [tabindex="0"]')]
  .filter((one) => one.type !== 'radio' || one.checked)
  .filter((one) => one.tabIndex >= 0 && !one.disabled && one.getClientRects().length > 0)`;

/** Everything Tab comes to, as places among what can be reached; ends where Tab leaves or comes round. */
async function tabThrough(page: Page, frame: Frame): Promise<readonly number[]> {
  await frame.getByRole('tab', { name: 'Meeting' }).focus();
  const visited: number[] = [];
  for (;;) {
    const at = Number(await frame.evaluate(`${REACHABLE}.indexOf(document.activeElement)`));
    if (at === -1 || visited.includes(at)) return visited;
    visited.push(at);
    await page.keyboard.press('Tab');
  }
}

describe('By keyboard', () => {
  const shared = sharedOutlook();

  test('Tab comes to everything, in the order one reads it, and the focus is always seen', async () => {
    const here = shared();
    const frame = await here.pane();
    await whole(frame);
    await openRecap(frame);
    const count = Number(await frame.evaluate(`${REACHABLE}.length`));
    expect(count).toBeGreaterThan(25);
    const visited = await tabThrough(here.page, frame);
    expect(visited).toEqual(Array.from({ length: count }, (_, at) => at));
    await frame.getByRole('button', { name: 'Refresh' }).focus();
    await here.page.keyboard.press('Tab');
    expect(await frame.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  });

  test('what folds is a stop of its own, as Office.js wants it', async () => {
    const frame = await shared().pane();
    await whole(frame);
    await occurrence(frame, 'Fri 6 Nov').click();
    await openPerson(frame, 'Marcus Hale');
    expect(await frame.locator('summary[tabindex="0"]').count()).toBeGreaterThan(0);
    expect(await frame.locator('summary:not([tabindex="0"])').count()).toBe(0);
    await press(frame, 'Back');
  });

  test('the arrows walk through the tabs and through the occurrences, and Enter chooses one', async () => {
    const here = shared();
    const frame = await here.pane();
    await whole(frame);
    const { keyboard } = here.page;
    const held = () => frame.evaluate<string>('document.activeElement.textContent');
    await frame.getByRole('tab', { name: 'Meeting' }).focus();
    await keyboard.press('ArrowRight');
    expect(await held()).toBe('Decisions');
    await keyboard.press('ArrowLeft');
    await whole(frame);
    await occurrence(frame, 'Fri 20 Nov').focus();
    await keyboard.press('ArrowUp');
    expect(await held()).toContain('Fri 13 Nov');
    await keyboard.press('ArrowLeft');
    await keyboard.press('Enter');
    await frame.getByRole('heading', { name: /^Thu 12 Nov/ }).waitFor();
    await keyboard.press('End');
    const last = await held();
    await keyboard.press('ArrowDown');
    expect(await held()).toBe(last);
  });
});

describe('A name', () => {
  const shared = sharedOutlook();

  test('opens the page of that person, and each time in it leads to its meeting', async () => {
    const here = shared();
    const frame = await here.pane();
    await whole(frame);
    await occurrence(frame, 'Fri 6 Nov').click();
    const times = await openPerson(frame, 'Marcus Hale');
    const counted = frame.getByRole('list', { name: 'What is counted of Marcus Hale' }).getByRole('listitem');
    await expect
      .poll(async () => (await counted.first().innerText()).replace(/\s+/g, ' '))
      .toMatch(/^There when it started 7 of 10/);
    await counted.first().getByRole('button', { name: 'How this was counted' }).click();
    await frame.getByText('Rule 6 of the definitions.').waitFor();
    await frame.getByText('The other 3 of 10').waitFor();
    await times.getByRole('button', { name: /^Wed 28 Oct, there for part/ }).click();
    await frame.getByRole('heading', { name: /^Wed 28 Oct/ }).waitFor();
    await times.waitFor({ state: 'detached' });
  });

  test('a number lists the occurrences in it, each a way to it, and one’s own side stands below', async () => {
    const here = shared();
    const frame = await here.pane();
    await whole(frame);
    await toView(frame, 'Trend');
    const ahead = frame.getByRole('list', { name: 'Numbers' }).getByRole('listitem').first();
    await ahead.getByRole('button', { name: 'How this was counted' }).click();
    await ahead.getByText('Rule 6 of the definitions.').waitFor();
    expect(await ahead.getByRole('listitem').count()).toBe(14);
    await ahead.getByRole('button', { name: 'Thu 29 Oct, cancelled 10 min before' }).click();
    await frame.getByRole('heading', { name: /^Thu 29 Oct/ }).waitFor();
    await toView(frame, 'Trend');
    await frame.locator('summary', { hasText: 'Your side' }).click();
    const side = frame.getByRole('list', { name: 'Your side' }).getByRole('listitem');
    await expect
      .poll(async () => (await side.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()))
      .toEqual([
        'Not counted, you were not there 1',
        'Your apologies 1',
        'You joined later 0',
        expect.stringMatching(/^Recaps not sent \d+$/),
        expect.stringMatching(/^Decisions told 1 of 2 \(half of them within \d+ min\)$/),
        'Told late 1',
      ]);
  });
});

describe('Pictures', () => {
  /** High enough that a recap or the trend is seen whole. */
  const TALL = 1100;
  const PANE_HIGH = 900;
  const MARGIN = 12;

  const shoot = (page: Page, name: string, clip: Box) =>
    page.screenshot({ path: `${SHOTS}/${name}.png`, clip });

  async function boxOf(found: Locator): Promise<Box> {
    const box = await found.boundingBox();
    if (box === null) throw new Error('It is not seen');
    return box;
  }

  async function top(page: Page, frame: Frame, name: string) {
    await frame.evaluate('scrollTo(0, 0)');
    const box = await boxOf(page.locator('iframe[title="Loopkeeper"]'));
    await shoot(page, name, { ...box, height: Math.min(box.height, PANE_HIGH) });
  }

  async function part(page: Page, name: string, found: Locator) {
    await found.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await boxOf(found);
    await shoot(page, name, {
      x: Math.round(x) - MARGIN,
      y: Math.round(y) - MARGIN,
      width: Math.round(width) + 2 * MARGIN,
      height: Math.round(height) + 2 * MARGIN,
    });
  }

  test('show the whole of Outlook as it opens', async () => {
    const here = await start();
    await whole(await paneOf(here));
    await here.page.screenshot({ path: `${SHOTS}/outlook.png` });
  });

  test('show the pane, a recap and the trend', async () => {
    const here = await start({ height: TALL, scale: 2 });
    const { page } = here;
    const frame = await paneOf(here);
    await whole(frame);
    await top(page, frame, 'pane-light');
    await toView(frame, 'Trend');
    await part(page, 'trend', frame.getByRole('figure', { name: 'Attendance trend' }));
    await toView(frame, 'Now');
    await part(page, 'recap', await openRecap(frame));
    await occurrence(frame, 'Fri 20 Nov').click();
    await wear(here, frame, { name: 'dark', dark: true });
    await top(page, frame, 'pane-dark');
  });
});
