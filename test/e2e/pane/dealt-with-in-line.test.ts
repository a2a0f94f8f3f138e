import type { Frame, Locator } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type Outlook, openOutlook } from '../outlook';
import { untilRead } from '../ways';
import { expectWell } from '../well';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

/** Several openings of the pane, on a machine that does other things as well. */
const LONG = { timeout: 300_000 };

/** Today of a pane that has read the calendar, so that nothing more comes by itself. */
async function today(here: Outlook): Promise<Frame> {
  const frame = await here.pane();
  await untilRead(frame);
  await frame.getByRole('tab', { name: /^Today/ }).click();
  return frame;
}

const line = (frame: Frame, words: string): Locator =>
  frame.getByRole('list', { name: 'Open loops' }).getByRole('listitem').filter({ hasText: words });
const below = (frame: Frame, words: string): Locator =>
  frame.getByRole('region', { name: new RegExp(`^${words}`) });

const UNTOLD = 'Marcus was not told yet';

describe('In its line', () => {
  test('14.1 (6) a mail is read, sent, taken back within ten seconds, and sent', LONG, async () => {
    outlook = await openOutlook({ ticking: false, hurries: true, still: true });
    const { simulator, undoTimePasses } = outlook;
    const inbox = async () => (await simulator.office.mailbox('marcus')).inbox.map(({ subject }) => subject);
    const before = await inbox();
    let frame = await today(outlook);
    await frame.getByRole('heading', { name: 'People' }).waitFor();
    await frame
      .getByRole('listitem')
      .filter({ hasText: /^Marcus Hale\d to hear/ })
      .waitFor();
    await frame.getByRole('heading', { name: 'Next' }).waitFor();
    await frame.getByText('Today 15:30–16:00, on now', { exact: true }).first().waitFor();

    const owed = line(frame, UNTOLD);
    await owed.getByRole('button', { name: 'Send', exact: true }).click();
    const mail = below(frame, UNTOLD);
    await mail.getByRole('button', { name: 'Read the mail' }).click();
    await mail.getByRole('article', { name: 'The mail to Marcus Hale' }).waitFor();
    // As its reader sees it: the answers are keys, not words in brackets.
    await mail.getByText('I see a problem', { exact: true }).waitFor();
    expect(await mail.innerText()).not.toContain('[');
    await expectWell(frame, 'a mail in its line');
    await outlook.page.screenshot({ path: 'build/shots/loops-send-here.png' });
    await mail.getByRole('button', { name: 'Send to Marcus' }).click();

    const list = frame.getByRole('list', { name: 'Open loops' });
    await list.getByRole('button', { name: /^Undo: A recap to Marcus Hale/ }).click();
    await owed.getByRole('button', { name: 'Send', exact: true }).waitFor();
    expect(await inbox()).toEqual(before);

    const again = below(frame, UNTOLD).getByRole('button', { name: 'Send to Marcus' });
    if (!(await again.isVisible())) await owed.getByRole('button', { name: 'Send', exact: true }).click();
    await again.click();
    await undoTimePasses(list);
    await list.getByText('Sent.', { exact: true }).waitFor();
    expect((await inbox()).length).toBe(before.length + 1);
    const [subject] = (await inbox()).filter((one) => !before.includes(one));

    // He answers in words of his own: only the owner can say what they are.
    await simulator.office.arrives({
      ...{ from: 'marcus', to: 'priya', subject: `RE: ${subject}`, repliesTo: subject ?? '' },
    });
    await outlook.page.reload();
    frame = await today(outlook);
    expect(await line(frame, UNTOLD).count()).toBe(0);
    // It comes with the reading of the mailbox, and waits where the list was open before.
    const wroteBack = line(frame, 'Marcus wrote back').getByRole('button', { name: 'Read' });
    const news = frame.getByRole('button', { name: 'Show 1 new line' });
    await wroteBack.or(news).first().waitFor();
    if (await news.isVisible()) await news.click();
    await wroteBack.click();
    const reply = frame.getByRole('region', { name: 'Reply from Marcus' });
    await reply.getByText('What does Marcus say?').waitFor();
    const about = reply.getByRole('combobox', { name: 'About' });
    if (await about.isVisible()) await about.selectOption({ index: 1 });
    await reply.getByRole('button', { name: 'I see a problem' }).click();
    await reply.waitFor({ state: 'detached' });

    // What came of it waits until the list is opened again; it is said that it has come.
    await frame.getByRole('button', { name: 'Show 1 new line' }).click();
    const problem = line(frame, 'Marcus sees a problem');
    await problem.getByRole('button', { name: 'Read' }).click();
    await problem.getByText(/^Marcus, on .*The words are in the mail\.$/).waitFor();
    await expectWell(frame, 'an objection in its line');
    // A time to talk about it, at which both are free; where the calendars cannot be read now, that is said.
    const offer = problem.getByRole('button', { name: 'Offer a time' });
    const letter = problem.getByRole('textbox', { name: 'Message' });
    await offer.click();
    await problem.getByText(/^Both calendars were free at these times/).waitFor();
    expect(await letter.inputValue()).toMatch(
      /^Hi Marcus,\s+I would like to talk about D-\d+ .* with you\.\s+Would 10 minutes on .* London \(.* New York\) suit you, or 30 minutes on /,
    );
    await expectWell(frame, 'a time that is offered');
    await problem.getByRole('button', { name: 'Not now' }).last().click();
    await letter.waitFor({ state: 'detached' });
    await outlook.page.route(/getSchedule/, (route) =>
      route.fulfill({ status: 403, json: { error: { code: 'ErrorAccessDenied', message: 'Denied.' } } }),
    );
    await offer.click();
    await problem
      .getByText(/^The calendar may not be read, .* The letter asks which time suits\.$/)
      .waitFor();
    expect(await letter.inputValue()).toContain('Which time is a good one?');
    await outlook.page.unroute(/getSchedule/);
    await problem.getByRole('button', { name: 'Look again' }).click();
    await problem.getByText(/^Both calendars were free at these times/).waitFor();
    await offer.click();
    await problem.getByRole('button', { name: 'Marcus says OK now' }).click();
    await problem.waitFor({ state: 'detached' });
    await frame.getByRole('list', { name: 'Open loops' }).getByText('Done.').first().waitFor();
  });
});
