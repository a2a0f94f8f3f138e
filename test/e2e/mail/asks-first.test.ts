import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { at, type Instant } from '../../simulator/time';
import { type Outlook, openOutlook } from '../outlook';
import { button } from '../ways';
import { addresses, editing, plain, shownMail } from './mail-as-read';

const LONDON = 'Europe/London';
const LONG = { timeout: 25_000 };
const TOPIC = '2027 scope';
/** Text that stays text. */
const HOSTILE = '<img src=x onerror="window.hurt = true">';
const SUBJECT = 'INPUT by Mon 16 Nov: Build the 2027 path with two teams';
const TEXT = 'Build the 2027 path with two teams';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

const box = (frame: Frame, name: string) => frame.getByRole('textbox', { name, exact: true });

/** The Decisions tab of the pane as it is at that moment. */
async function decisionsAt(now: Instant): Promise<Frame> {
  if (outlook === undefined) throw new Error('Outlook is not open');
  await outlook.simulator.office.turnClock(now, false);
  await outlook.page.goto(outlook.simulator.url);
  const frame = await openDecisions();
  // From Mon 16 Nov on another series stands in the calendar, and nobody said yet that it is the same meeting.
  const all = frame.getByRole('checkbox', { name: 'All meetings' });
  if (now > at('2026-11-16 00:00', LONDON)) await all.check();
  return frame;
}

/** The Meeting tab beside the occurrence of that day. */
async function meetingAt(now: Instant, date: string): Promise<Frame> {
  const { simulator, page, pane } = outlook as Outlook;
  await simulator.office.turnClock(now, false);
  await page.goto(`${simulator.url}?open=${date} Priya/Marcus daily sync`);
  return pane();
}

async function openDecisions(): Promise<Frame> {
  const frame = await (outlook as Outlook).pane();
  await frame.getByRole('tab', { name: 'Decisions' }).click();
  await frame.getByRole('heading', { name: 'Who wants to be asked' }).waitFor();
  return frame;
}

/** What Marcus agreed to on Mon 2 Nov: proposed first, and an agreement by his reply. */
async function agree(frame: Frame, level: 'trunk' | 'root') {
  await button(frame, 'Propose an agreement').click();
  const form = frame.getByRole('form', { name: 'Propose an agreement' });
  await form.getByRole('combobox', { name: 'With' }).selectOption({ label: 'Marcus Hale' });
  await form.getByRole('combobox', { name: 'Topic 1' }).fill(TOPIC);
  await form.getByRole('combobox', { name: 'Level 1' }).selectOption(level);
  await form.getByRole('combobox', { name: 'If I hear nothing' }).selectOption('go-ahead');
  await form.getByRole('textbox', { name: 'Their time zone' }).fill('America/Gotham');
  await button(frame, 'Save proposal').click();
  await form.getByText('This time zone is not known.').waitFor();
  await form.getByRole('textbox', { name: 'Their time zone' }).fill('America/New_York');
  await button(frame, 'Save proposal').click();
  const card = frame.getByRole('listitem', { name: 'Agreement with Marcus Hale' });
  await card.getByText('Version 1, written down, no reply recorded').waitFor();
  const mail = card.getByRole('textbox', { name: 'Message' });
  const sentence = level === 'root' ? 'We decide it together' : 'I tell you before I act';
  expect(await mail.inputValue()).toContain(`${sentence}:\n- ${TOPIC}`);
  await card.getByRole('button', { name: 'Close' }).click();
  await card.getByRole('button', { name: 'Record Marcus’s reply' }).click();
  await card.getByRole('button', { name: 'Save reply' }).click();
  await card.getByText('Please copy their words').waitFor();
  await card.getByRole('textbox', { name: 'Their words' }).fill('OK');
  await card.getByRole('button', { name: 'Save reply' }).click();
  await card.getByText(/^Version 1, agreed on (Mon 2|Tue 10) Nov: “OK”$/).waitFor();
}

/** Tue 10 Nov at 16:00: written down, and asked first because the check says so. */
async function askFirst(frame: Frame, level: 'trunk' | 'root') {
  await button(frame, 'Log decision').click();
  await box(frame, 'Decision').fill(TEXT);
  await frame.getByRole('combobox', { name: 'Topic' }).fill(TOPIC);
  await button(frame, `${TOPIC}: take off`).waitFor();
  const check = frame.getByRole('region', { name: 'Before you decide' });
  await check
    .getByText(
      level === 'root'
        ? `You and Marcus decide about “${TOPIC}” together.`
        : `Marcus agreed with you to hear about “${TOPIC}” before you act.`,
    )
    .waitFor();
  await button(frame, 'It is decided already').waitFor();
  await button(frame, 'Ask Marcus first, by Mon 16 Nov 17:00 New York').click();
  const ask = frame.getByRole('region', { name: 'Ask Marcus' });
  await ask.getByText('Answer by Mon 16 Nov 17:00 New York (22:00 London).').waitFor();
  await ask.getByText('Wed 11 Nov is a holiday for Marcus.').waitFor();
  return ask;
}

const mails = async () =>
  (await (outlook as Outlook).simulator.office.mailbox('marcus')).inbox.filter(({ subject }) =>
    /^(INPUT by|DECISION together)/.test(subject),
  );

const item = (frame: Frame) => frame.getByRole('list', { name: 'Decisions' }).getByRole('listitem').first();
/** What is said of it first, as a keyboard that comes to its button hears it. */
const badges = async (frame: Frame): Promise<readonly string[]> => {
  const id = await item(frame).getByRole('button', { name: /^D-/ }).getAttribute('aria-describedby');
  return item(frame).locator(`[id="${id}"] > *`).allTextContents();
};
const tabOf = (frame: Frame) => frame.getByRole('tab', { name: /^Decisions/ }).textContent();
const openItem = async (frame: Frame) => {
  await frame.getByRole('button', { name: new RegExp(`^D-\\d+ ${TEXT}$`) }).click();
  await item(frame).getByRole('heading', { name: 'What happened' }).waitFor();
};
/** Each line of the chronology, without its clock time. */
const chronology = async (frame: Frame): Promise<readonly string[]> =>
  (await item(frame).locator('.chronology li').allInnerTexts()).map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );

/** The sync ends at 15:30; on Mon 2 Nov they met, and Priya opens the pane after it. */
async function begin(level: 'trunk' | 'root', when = '2026-11-02 15:40'): Promise<Frame> {
  outlook = await openOutlook({ ticking: false, hurries: true, start: at(when, LONDON) });
  const frame = await openDecisions();
  await chooseCountry(frame);
  await frame.getByRole('tab', { name: 'Decisions' }).click();
  await agree(frame, level);
  return frame;
}

async function chooseCountry(frame: Frame) {
  await button(frame, 'Settings').click();
  const country = frame.getByRole('combobox', { name: 'Public holidays of Marcus Hale' });
  if ((await country.inputValue()) !== 'US') await country.selectOption('US');
  await expect.poll(() => country.inputValue()).toBe('US');
}

describe('A decision that somebody agreed to be asked about', () => {
  test('is asked first, goes ahead on no reply as agreed, and is reopened by a problem', {
    timeout: 180_000,
  }, async () => {
    await begin('trunk');
    let frame = await decisionsAt(at('2026-11-10 16:00', LONDON));
    const ask = await askFirst(frame, 'trunk');
    await shownMail(ask, 'Marcus').getByText(`Before I decide: ${TEXT}`).first().waitFor();
    expect(await (await editing(ask)).inputValue()).toContain(
      'If I hear nothing: as we agreed on Mon 2 Nov, I will then go ahead.',
    );
    await ask.getByRole('button', { name: 'Send to Marcus' }).click();
    await outlook?.undoTimePasses(ask);
    await frame.getByText('Marcus was asked. The answer can be recorded with the decision.').waitFor(LONG);
    const [asked, ...others] = await mails();
    expect(others).toEqual([]);
    expect(addresses(asked?.to ?? [])).toEqual(['marcus.hale@northwind.example']);
    expect(asked?.subject).toBe(SUBJECT);
    expect(plain(asked?.html ?? '')).toBe(`Before I decide: ${TEXT}

Hi Marcus,
What I need from you: your view by Mon 16 Nov, 17:00 New York (22:00 London).
If I hear nothing: as we agreed on Mon 2 Nov, I will then go ahead.

Owner: Priya Nair

Reply:
OK Let's talk first I see a problem

D-012, not decided yet, noted by Priya Nair`);

    frame = await decisionsAt(at('2026-11-16 21:59', LONDON));
    await expect.poll(() => badges(frame)).toEqual(['waits for Marcus until Mon 16 Nov 17:00 New York']);
    expect(await tabOf(frame)).toBe('Decisions');
    await openItem(frame);
    expect(await item(frame).getByRole('button', { name: 'Go ahead as agreed' }).count()).toBe(0);

    // Beside the meeting it was asked in, the time that is over is said, with the way to the decision.
    // So it is among the open loops, where it can be asked once more.
    frame = await meetingAt(at('2026-11-17 09:00', LONDON), '2026-11-13');
    await frame.getByRole('tab', { name: /^Today/ }).click();
    const overdue = frame
      .getByRole('list', { name: 'Open loops' })
      .getByRole('listitem')
      .filter({ hasText: /^No reply recorded by .*: D-012, Marcus/ });
    await overdue.getByRole('button', { name: 'Look', exact: true }).click();
    await overdue.getByText('You agreed to go ahead then: you can decide, or ask again.').waitFor();
    await overdue.getByRole('button', { name: 'Open D-012' }).waitFor();
    await overdue.getByRole('button', { name: 'Ask once more: D-012' }).click();
    const once = overdue.getByRole('region', { name: 'Ask Marcus' });
    await once.getByRole('button', { name: 'Send to Marcus' }).waitFor();
    await outlook?.page.screenshot({ path: 'build/shots/loops-ask-once-more.png' });
    await once.getByRole('button', { name: 'Not now' }).click();
    await overdue.getByRole('button', { name: 'Ask once more: D-012' }).waitFor();

    frame = await meetingAt(at('2026-11-17 09:00', LONDON), '2026-11-13');
    await frame
      .getByText('No reply recorded by Mon 16 Nov 17:00 New York (D-012, Marcus).')
      .getByRole('button', { name: 'Go to the decision' })
      .click();
    await item(frame).getByText('no reply recorded by Mon 16 Nov 17:00 New York').first().waitFor();
    await item(frame).getByText('You agreed to go ahead then.').waitFor();
    await item(frame).getByRole('button', { name: 'Go ahead as agreed' }).click();
    await item(frame)
      .getByText('no reply recorded by Mon 16 Nov 17:00 New York; went ahead as agreed')
      .waitFor();

    // He answers in words of his own. What they are is in Outlook; here nobody reads them.
    await outlook?.simulator.office.turnClock(at('2026-11-18 10:00', LONDON), false);
    const mail = { from: 'marcus', to: 'priya', subject: 'RE: next year', repliesTo: SUBJECT };
    await outlook?.simulator.office.arrives(mail);
    frame = await decisionsAt(at('2026-11-18 10:00', LONDON));
    await item(frame).waitFor();
    expect(await item(frame).getByText('open again').count()).toBe(0);
    const reply = frame.getByRole('region', { name: 'Reply from Marcus' });
    await reply
      .getByText('Marcus replied on Wed 18 Nov at 10:00 to what you sent about D-012.')
      .waitFor(LONG);
    await reply.getByRole('button', { name: 'Open in Outlook' }).click();
    const window = (outlook as Outlook).page.getByRole('dialog', { name: 'RE: next year' });
    await window.getByRole('button', { name: 'Close' }).click();
    await reply.getByRole('button', { name: 'I see a problem' }).click();
    await reply.waitFor({ state: 'detached' });
    await expect.poll(() => badges(frame)).toEqual(['Marcus sees a problem', 'open again']);
    await expect.poll(() => tabOf(frame)).toBe('Decisions 1 to talk about');

    await openItem(frame);
    await item(frame).getByRole('button', { name: 'Record an answer' }).click();
    const form = frame.getByRole('form', { name: 'Record an answer' });
    await form.getByRole('button', { name: 'Save answer' }).click();
    await form.getByText('Please choose what they said.').waitFor();
    await form.getByRole('radio', { name: "Let's talk first" }).check();
    await form.getByRole('textbox', { name: 'Their words' }).fill('Start with <b>one</b> team');
    await form.getByRole('button', { name: 'Save answer' }).click();
    await expect.poll(() => badges(frame)).toEqual(['Marcus wants to talk']);
    expect(await tabOf(frame)).toBe('Decisions 1 to talk about');
    expect(await chronology(frame)).toEqual([
      'Tue 10 Nov 16:00 Written down, not decided yet',
      'Tue 10 Nov 16:00 Marcus Hale was asked, answer by Mon 16 Nov 17:00 New York',
      'Mon 16 Nov 22:00 Marcus Hale: no reply recorded by Mon 16 Nov 17:00 New York',
      'Tue 17 Nov 09:00 Decided, outside of meetings: no reply recorded by Mon 16 Nov 17:00 New York; went ahead as agreed',
      'Wed 18 Nov 10:00 Marcus Hale answered “I see a problem” by mail (“RE: next year”) Open the mailUndo',
      "Wed 18 Nov 10:00 Marcus Hale answered “Let's talk first”: Start with <b>one</b> team Undo",
    ]);
    await item(frame).getByRole('button', { name: 'Copy as Markdown' }).click();
    const markdown = await item(frame)
      .getByRole('textbox', { name: /as Markdown$/ })
      .inputValue();
    expect(markdown).toContain('status: "proposed"');
    expect(markdown).toContain('\\<b\\>one\\</b\\>');
    expect(await mails()).toHaveLength(1);

    // He is content: nothing is left to talk about (14.1 (2)).
    await item(frame).getByRole('button', { name: 'Record an answer' }).click();
    await form.getByRole('radio', { name: 'OK' }).check();
    await form.getByRole('button', { name: 'Save answer' }).click();
    await expect.poll(() => badges(frame)).toEqual(['Marcus: OK']);
    await expect.poll(() => tabOf(frame)).toBe('Decisions');
    expect(outlook?.complaints).toEqual([]);
  });

  test('is held where they decide together, whatever time goes by', { timeout: 120_000 }, async () => {
    let frame = await begin('root', '2026-11-10 16:00');
    const ask = await askFirst(frame, 'root');
    await shownMail(ask, 'Marcus').getByText(`DECISION together: ${TEXT}`, { exact: true }).waitFor();
    await ask.getByRole('button', { name: 'I sent it' }).click();
    await frame.getByText('Noted: Marcus was asked.').waitFor();
    expect(await mails()).toEqual([]);

    frame = await decisionsAt(at('2026-11-17 09:00', LONDON));
    await openItem(frame);
    await item(frame).getByText('This is decided together, so it waits.').waitFor();
    // What is asked first is not decided in any meeting yet.
    await item(frame).getByRole('combobox', { name: 'To be decided in' }).waitFor();
    expect(await item(frame).getByRole('combobox', { name: 'Made in' }).count()).toBe(0);
    expect(
      await item(frame)
        .getByRole('button', { name: /Go ahead|Mark as decided/ })
        .count(),
    ).toBe(0);
    await item(frame).getByRole('button', { name: 'Hold' }).click();
    await item(frame).getByText('no reply recorded by Mon 16 Nov 17:00 New York; put on hold').waitFor();
    expect(await badges(frame)).toEqual(['on hold']);
    await item(frame).getByRole('button', { name: 'Decide all the same…' }).click();
    const all = frame.getByRole('form', { name: 'Decide all the same' });
    await all.getByRole('button', { name: 'Decide all the same' }).click();
    await all.getByText('Please give a reason.').waitFor();
  });
});

describe('A decision in full', () => {
  const field = (frame: Frame, name: string | RegExp) => frame.getByLabel(name);

  test('keeps every field as typed over a reload, refuses a day that is over, and is taken back step by step', {
    timeout: 90_000,
  }, async () => {
    outlook = await openOutlook({ ticking: false });
    let frame = await openDecisions();
    await button(frame, 'Log decision').click();
    const gigantic = 'x'.repeat(100_000);
    await box(frame, 'Decision').fill(gigantic);
    await button(frame, 'Save decision').click();
    await frame.getByText('Please keep it under 500 characters; the reasons go below.').waitFor();
    expect(await box(frame, 'Decision').inputValue()).toBe(gigantic);
    await box(frame, 'Decision').fill('Vendor B for addresses');
    await box(frame, 'Why').fill(HOSTILE);
    await frame.getByRole('combobox', { name: 'Topic' }).fill(HOSTILE);
    await frame.locator('summary', { hasText: 'More' }).click();
    await field(frame, /^Option 1$/).fill('Vendor A <script>alert(1)</script>');
    await field(frame, 'Why not option 1').fill('covers 6 countries');
    await box(frame, 'Money').fill('€300 a month');
    await field(frame, 'Easy to undo until').fill('2026-11-19');
    await outlook.page.reload();
    frame = await openDecisions();
    await button(frame, 'Log decision').click();
    await expect.poll(() => box(frame, 'Decision').inputValue()).toBe('Vendor B for addresses');
    await button(frame, 'Save decision').click();
    await frame.getByText('That day is over. Please choose today or later.').waitFor();
    expect(await field(frame, /^Option 1$/).inputValue()).toBe('Vendor A <script>alert(1)</script>');
    await field(frame, 'Easy to undo until').fill('2026-11-30');
    for (const name of ['Impact on people', 'Dates']) await box(frame, name).fill(HOSTILE);
    await button(frame, 'Save decision').click();
    await frame.getByText(/D-014 is in the log/).waitFor();

    await button(frame, /^D-014 /).click();
    const detail = item(frame);
    await detail.getByText('Vendor A <script>alert(1)</script>: covers 6 countries').waitFor();
    await detail.getByRole('button', { name: 'Replace…' }).click();
    await detail.getByRole('button', { name: 'Replace', exact: true }).click();
    await detail.getByText('Please choose the decision that takes its place.').waitFor();
    await detail.getByRole('combobox', { name: 'Replaced by' }).selectOption({ index: 1 });
    await detail.getByRole('textbox', { name: 'Reason' }).fill('B went out of business');
    await detail.getByRole('button', { name: 'Replace', exact: true }).click();
    await detail.locator('.badge', { hasText: /^replaced by D-0/ }).waitFor();
    await detail.getByRole('button', { name: 'Reopen…' }).click();
    await detail.getByRole('textbox', { name: 'Reason' }).fill('It is back');
    await detail.getByRole('button', { name: 'Reopen', exact: true }).click();
    await detail.locator('.badge', { hasText: 'open again' }).waitFor();
    expect((await chronology(frame)).at(-1)).toMatch(
      /Open again, in “Priya\/Marcus daily sync”: It is back Undo$/,
    );
    expect(await frame.evaluate('window.hurt')).toBeUndefined();

    await detail.getByRole('combobox', { name: 'Ask somebody' }).selectOption({ label: 'Marcus Hale' });
    const ask = frame.getByRole('region', { name: 'Ask Marcus' });
    const text = await editing(ask);
    await expect.poll(() => text.inputValue()).toContain(HOSTILE);
    await ask.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Deutsch' });
    await expect.poll(() => text.inputValue()).toMatch(/^Vor der Entscheidung: .*\n\nHallo Marcus,/);
    await text.fill('Marcus, das hat nie geklappt?');
    await ask.getByText('“nie” can read as blame. You may want to say it in other words.').waitFor();
    await ask.getByText('The line with the answers in brackets is gone').waitFor();
    await ask.getByRole('textbox', { name: /time zone/ }).fill('Mars/One');
    await ask.getByText('This time zone is not known. Try one like America/New_York.').waitFor();
    await ask.getByRole('textbox', { name: /time zone/ }).fill('');
    await ask.getByRole('button', { name: 'Choose a day and time' }).click();
    await ask.getByLabel('Answer by').fill('2026-11-19T09:00');
    await ask.getByText('That time is over. Please choose a later one.').waitFor();
    expect(await ask.getByRole('button', { name: 'Send to Marcus' }).isDisabled()).toBe(true);
    expect(await text.inputValue()).toBe('Marcus, das hat nie geklappt?');
    await ask.getByRole('button', { name: 'Not now' }).click();
    await detail.getByRole('button', { name: 'Undo' }).click();
    await detail.locator('.badge', { hasText: /^replaced by D-0/ }).waitFor();

    await detail.getByRole('button', { name: 'Undo' }).click();
    await detail.getByRole('button', { name: 'Reopen…' }).waitFor();
    await expect.poll(() => detail.locator('.badge').allTextContents()).toEqual(['decided']);
    await detail.getByRole('button', { name: 'Undo' }).click();
    await button(frame, /^D-014 /).waitFor({ state: 'detached' });
    expect(outlook.complaints).toEqual([]);
  });
});
