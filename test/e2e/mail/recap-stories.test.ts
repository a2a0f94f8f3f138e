import { mkdirSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';
import { type Outlook, openOutlook } from '../outlook';
import { axe, expectWell } from '../well';
import { addresses, editing, plain, shownMail } from './mail-as-read';

/** The recaps of the month, each at the minute at which it was due, from one browser that goes on in time. */

const SHOTS = 'build/shots';
mkdirSync(SHOTS, { recursive: true });
const LONDON = 'Europe/London';
const LONG = { timeout: 30_000 };
const SLOW = { timeout: 90_000 };

let outlook: Outlook;
beforeAll(async () => {
  const world = sampleMonth();
  const taps = world.taps.filter(({ kind }) => kind !== 'recap');
  outlook = await openOutlook({
    hurries: true,
    world: { ...world, taps },
    start: at('2026-10-27 15:21', LONDON),
    ticking: false,
    height: 1400,
  });
}, 120_000);
afterAll(() => outlook.close());

/** The recap of an occurrence, in the pane that is opened beside it at that moment. */
async function recapAt(moment: string, title: string, date = moment.slice(0, 10)): Promise<Locator> {
  await outlook.simulator.office.turnClock(at(moment, LONDON), false);
  // A browser that knows nothing yet takes the log as Priya kept it until now.
  const cdp = await outlook.page.context().newCDPSession(outlook.page);
  await outlook.page.goto('about:blank');
  const { origin } = new URL(outlook.simulator.url);
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await outlook.page.goto(`${outlook.simulator.url}?open=${date} ${title}`);
  const frame = await outlook.pane();
  await frame.getByText('Read just now', { exact: true }).waitFor(LONG);
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(Date.parse(date));
  await frame.getByRole('button', { name: new RegExp(`^\\w{3} ${day},`) }).click();
  return frame.getByRole('region', { name: 'Recap' });
}

const field = (recap: Locator, name: string) => recap.getByRole('textbox', { name, exact: true });
const ticks = async (recap: Locator) => {
  const boxes = await recap.getByRole('checkbox').all();
  const all = await Promise.all(
    boxes.map(
      async (one) => [await one.isChecked(), (await one.locator('xpath=..').innerText()).trim()] as const,
    ),
  );
  return all.map(([ticked, words]) => `${ticked ? 'x' : '-'} ${words.replace(/\s+/g, ' ')}`);
};

async function send(recap: Locator, to: RegExp) {
  await recap.getByRole('button', { name: 'Send recap to absentees' }).click();
  await outlook.undoTimePasses(recap);
  await recap.getByText(to).waitFor(LONG);
}

const inboxOf = async (person: string) =>
  (await outlook.simulator.office.mailbox(person)).inbox.filter(
    ({ subject, messageClass }) => messageClass === 'IPM.Note' && subject.startsWith('INFO'),
  );

describe('The recap', () => {
  test(
    'story 9: goes to the one who missed the refinement; the optional and the phone stay unticked',
    SLOW,
    async () => {
      const recap = await recapAt('2026-10-27 15:21', 'Atlas refinement');
      await shownMail(recap, 'Marcus Hale').waitFor(LONG);
      expect(await ticks(recap)).toEqual([
        'x Marcus Hale was not there',
        '- Dana Ortiz was there',
        '- Sam Okafor was there',
        '- Wei Chen optional',
      ]);
      await send(recap, /^Sent to Marcus Hale at 15:2\d$/);
      const [mail, ...others] = await inboxOf('marcus');
      expect(others).toEqual([]);
      expect(addresses(mail?.to ?? [])).toEqual(['marcus.hale@northwind.example']);
      expect(mail?.subject).toBe('INFO: Atlas refinement Tue 27 Oct');
      expect(plain(mail?.html ?? '')).toBe(`Hi Marcus,

Nothing was decided; nothing is needed from you.

Next: Atlas refinement, Tue 3 Nov, 14:00 London (09:00 New York).

Noted by Priya Nair; about our meeting today`);
    },
  );

  test(
    'story 4: cancelled ten minutes before, what was decided goes with one click, short, with answers',
    SLOW,
    async () => {
      const recap = await recapAt('2026-10-29 15:05', 'Priya/Marcus daily sync');
      const shown = shownMail(recap, 'Marcus Hale');
      await shown.waitFor(LONG);
      const [from, subject, begins, ...more] = (await shown.innerText())
        .split('\n')
        .filter((one) => one !== '');
      expect([from, subject, more]).toEqual(['Priya Nair', 'INFO: Address lookup', []]);
      expect(begins).toMatch(
        /^Decided: For the checkout team, facing 4 % failed addresses, we chose vendor B/,
      );
      // Read whole by keyboard: answers are something to press, and no marker is left.
      await recap.getByRole('button', { name: 'Read the mail' }).press('Enter');
      const answers = shown.getByRole('list', { name: 'Answers to press' }).getByRole('listitem');
      expect(await answers.allInnerTexts()).toEqual(['OK', "Let's talk first", 'I see a problem']);
      expect(await shown.innerText()).not.toMatch(/[[\]]/);
      await expectWell(await outlook.pane(), 'the mail as it is read');
      await recap.scrollIntoViewIfNeeded();
      await recap.screenshot({ path: `${SHOTS}/recap-as-read.png` });
      // Dana owns what was decided, and knows: she was among those who decided it (13.1).
      expect(await ticks(recap)).toEqual(['x Marcus Hale was to be there']);
      const fields = await editing(recap);
      expect(await fields.inputValue()).toContain("[OK] [Let's talk first] [I see a problem]");
      expect(await fields.inputValue()).not.toContain('mailto:');
      await send(recap, /^Sent to Marcus Hale at 15:05$/);
      const mail = (await inboxOf('marcus')).find(({ subject }) => subject === 'INFO: Address lookup');
      expect(
        plain(mail?.html ?? ''),
      ).toBe(`Decided: For the checkout team, facing 4 % failed addresses, we chose vendor B over A and in-house, to launch by 1 Dec, accepting €300 a month more.

Hi Marcus,
I need nothing from you; this is for your information.
If you see a problem, a line from you is enough and we look at it again.

Why: B covers all 9 countries; A covers 6.

Owner: Dana Ortiz

Reply:
OK Let's talk first I see a problem

Next: Priya/Marcus daily sync, Mon 2 Nov, 15:00 London (10:00 New York).

D-011, decided Thu 29 Oct, noted by Priya Nair; our sync today did not take place`);
      await look(mail?.html ?? '');
    },
  );

  test('story 8: who sent word five minutes before is thanked for it', SLOW, async () => {
    const recap = await recapAt('2026-11-03 15:15', 'Atlas refinement');
    await editing(recap);
    expect((await ticks(recap))[0]).toBe('x Marcus Hale sent apologies');
    await recap.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Deutsch' });
    await expect.poll(() => field(recap, 'Message').inputValue()).toContain('danke fürs Bescheidgeben');
    await recap.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'English' });
    await expect
      .poll(() => field(recap, 'Message').inputValue())
      .toContain('about our meeting today; thanks for letting me know');
    // The line with the answers, taken out and brought back.
    const text = await field(recap, 'Message').inputValue();
    await field(recap, 'Message').fill(text.replace(/\nReply:.*\n/, ''));
    await recap.getByText(/^The line with the answers in brackets is gone/).waitFor();
    // What was typed is there as it will be read, and in the fields again.
    await recap.getByRole('button', { name: 'Read the mail' }).click();
    expect(await recap.getByRole('list', { name: 'Answers to press' }).count()).toBe(0);
    expect(await (await editing(recap)).inputValue()).not.toContain('Reply:');
    await recap.getByRole('button', { name: 'Start over' }).click();
    await expect.poll(() => field(recap, 'Message').inputValue()).toBe(text);
    await send(recap, /^Sent to Marcus Hale at 15:15$/);
    const [mail, ...others] = (await inboxOf('marcus')).filter(({ subject }) => /Order screen/.test(subject));
    expect(others).toEqual([]);
    expect([mail?.subject, addresses(mail?.to ?? [])]).toEqual([
      'INFO: Order screen',
      ['marcus.hale@northwind.example'],
    ]);
    expect(
      plain(mail?.html ?? ''),
    ).toBe(`Decided: For support, facing two ways to cancel an order, we chose one screen for both, accepting a week of translation.

Hi Marcus,
I need nothing from you; this is for your information.
If you see a problem, a line from you is enough and we look at it again.

Why: Six of ten calls are about the second way.

Owner: Sam Okafor

Reply:
OK Let's talk first I see a problem

Next: Atlas refinement, Tue 10 Nov, 14:00 London (09:00 New York).

D-012, decided Tue 3 Nov, noted by Priya Nair; about our meeting today; thanks for letting me know`);
  });

  test(
    'story 10: who left early hears the rest, each in a mail of their own, the guest only by choice',
    SLOW,
    async () => {
      const recap = await recapAt('2026-11-10 15:30', 'Atlas refinement');
      await recap.getByRole('button', { name: 'Write a recap' }).click();
      await editing(recap);
      const offered = await ticks(recap);
      expect(offered.every((one) => one.startsWith('-'))).toBe(true);
      expect(offered).toContain('- Marcus Hale was there for part');
      expect(offered.some((one) => /^- Lena Fischer .*, outside your organization$/.test(one))).toBe(true);
      await recap.getByRole('checkbox', { name: /^Marcus Hale/ }).check();
      await recap.getByRole('checkbox', { name: /^Dana Ortiz/ }).check();
      await recap.getByRole('combobox', { name: 'Mail to' }).selectOption({ label: 'Marcus Hale' });
      expect(await field(recap, 'Message').inputValue()).toContain(
        'about our meeting today, from 14:40 on (09:40 New York)',
      );
      await recap.scrollIntoViewIfNeeded();
      await recap.screenshot({ path: `${SHOTS}/recap-each.png` });
      const before = (await inboxOf('dana')).length;
      // The server refuses one of the two mails: it is said of that one, and a click sends that one alone.
      outlook.simulator.office.disturb({
        method: 'POST',
        path: /\/me\/messages$/,
        after: 1,
        times: 1,
        answer: { kind: 'error', code: 400, name: 'ErrorInvalidRecipients', message: 'Not now' },
      });
      await send(recap, /^Sent to Marcus Hale at 15:30$/);
      await recap.getByText('It did not go to Dana Ortiz. You can send it to them now.').waitFor();
      await expect.poll(async () => (await ticks(recap))[0] ?? '').toMatch(/^x Dana Ortiz/);
      await shownMail(recap, 'Dana Ortiz').waitFor();
      expect(await (await editing(recap)).inputValue()).toContain('Hi Dana,');
      await send(recap, /^Sent to Marcus Hale and Dana Ortiz at 15:30$/);
      const mails = [...(await inboxOf('marcus')), ...(await inboxOf('dana'))].filter(
        ({ subject }) => subject === 'INFO: Atlas refinement Tue 10 Nov',
      );
      expect((await inboxOf('dana')).length).toBe(before + 1);
      expect(mails.map(({ to }) => addresses(to))).toEqual([
        ['marcus.hale@northwind.example'],
        ['dana.ortiz@northwind.example'],
      ]);
      expect(plain(mails[1]?.html ?? '')).not.toContain('Marcus');
    },
  );

  test('story 13: of a sync the owner could not be at, the recap says so of the owner', SLOW, async () => {
    const recap = await recapAt('2026-11-13 09:00', 'Priya/Marcus daily sync', '2026-11-12');
    await recap.getByRole('button', { name: 'Write a recap' }).click();
    await editing(recap);
    await expect
      .poll(() => field(recap, 'Message').inputValue(), LONG)
      .toContain('I could not be at our sync on Thu 12 Nov');
    await recap.getByRole('checkbox', { name: /^Marcus Hale/ }).check();
    await send(recap, /^Sent to Marcus Hale at 09:00$/);
    const [mail, ...others] = (await inboxOf('marcus')).filter(({ html }) =>
      html.includes('our sync on Thu 12 Nov'),
    );
    expect(others).toEqual([]);
    expect([mail?.subject, addresses(mail?.to ?? [])]).toEqual([
      'INFO: Nothing new, nothing needed',
      ['marcus.hale@northwind.example'],
    ]);
    expect(plain(mail?.html ?? '')).toBe(`Hi Marcus,

Nothing was decided; nothing is needed from you.

Next: Priya/Marcus daily sync, Fri 13 Nov, 15:00 London (10:00 New York).

Noted by Priya Nair; I could not be at our sync on Thu 12 Nov`);
  });
});

/** The mail as a mail program draws it, light and with its colours turned over, narrow and wide. */
async function look(html: string): Promise<void> {
  const page = await outlook.page.context().newPage();
  for (const width of [320, 600]) {
    await page.setViewportSize({ width, height: 760 });
    for (const dark of [false, true]) {
      const turned = dark ? 'filter:invert(0.9) hue-rotate(180deg);' : '';
      await page.setContent(`<body style="margin:16px;${turned}background:#fff">${html}</body>`);
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
      await page.screenshot({ path: `${SHOTS}/mail-${width}-${dark ? 'dark' : 'light'}.png` });
      if (dark) continue;
      await page.evaluate(axe);
      const found = (await page.evaluate(
        "axe.run('table', { runOnly: ['color-contrast', 'link-name'] }).then((it) => it.violations.map((one) => one.id))",
      )) as string[];
      expect(found).toEqual([]);
    }
  }
  await page.close();
}
