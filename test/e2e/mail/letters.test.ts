import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type Outlook, openOutlook } from '../outlook';
import { button, toView, untilRead } from '../ways';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

/** All doors of one person, one after the other, each with what it loads. */
const TIME_FOR_ALL = 120_000;

const PERSON = 'Marcus Hale';

async function start(): Promise<{ here: Outlook; frame: Frame }> {
  outlook = await openOutlook({ ticking: false });
  return { here: outlook, frame: await ready(outlook) };
}

async function ready(here: Outlook): Promise<Frame> {
  const frame = await here.pane();
  await untilRead(frame);
  return frame;
}

const said = async (list: ReturnType<Frame['locator']>) =>
  (await list.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

/** The page of the person, down to what helps in the next talk. */
async function talkWith(frame: Frame) {
  await frame
    .getByRole('list', { name: 'Occurrences' })
    .getByRole('button', { name: /^Fri 6 Nov/ })
    .first()
    .click();
  await frame.getByRole('button', { name: PERSON, exact: true }).first().click();
  const talk = frame.getByRole('region', { name: 'For the next conversation' });
  await talk.waitFor();
  return talk;
}

/** The window of Outlook in which the draft opened: to whom, about what, and its text; closed again. */
async function written({ page }: Outlook) {
  const window = page.getByRole('dialog', { name: 'New message' });
  await window.waitFor();
  const heads = await window.locator('dd').allInnerTexts();
  const body = window.frameLocator('iframe').locator('body');
  const text = (
    (await window.locator('iframe').count()) > 0 ? await body.innerText() : await window.innerText()
  )
    .replace(/\s+/g, ' ')
    .trim();
  await window.getByRole('button', { name: 'Close' }).click();
  return { to: heads[0], subject: heads.at(-1), text };
}

/** Nothing is agreed yet, so his page has the form for it. */
async function proposeAgreement(frame: Frame): Promise<void> {
  await button(frame, 'Propose an agreement').click();
  const form = frame.getByRole('form', { name: 'Propose an agreement' });
  await expect.poll(() => form.locator('option:checked').first().innerText()).toBe(PERSON);
  await form.getByRole('combobox', { name: 'Topic 1' }).fill('2027 scope');
  await button(frame, 'Save proposal').click();
  await frame.getByText('Version 1, written down, no reply recorded').waitFor();
}

/** What a button hands to the browser. */
async function saved({ page }: Outlook, by: ReturnType<Frame['getByRole']>) {
  const [file] = await Promise.all([page.waitForEvent('download'), by.click()]);
  const text = (await (await file.createReadStream()).setEncoding('utf8').toArray()).join('');
  return { name: file.suggestedFilename(), text };
}

const sentByOwner = async ({ simulator }: Outlook) =>
  (await simulator.office.mailbox('priya')).sent.filter(({ messageClass }) => messageClass === 'IPM.Note')
    .length;

describe('For the next conversation', () => {
  test('the log helps with a chronology, a page, letters and a copy, and sends none of them', {
    timeout: TIME_FOR_ALL,
  }, async () => {
    const { here, frame } = await start();
    const before = await sentByOwner(here);
    const talk = await talkWith(frame);

    await button(frame, 'Who was told what').click();
    await frame.getByRole('button', { name: /^Show \d+ earlier$/ }).click();
    const told = talk.getByRole('list', { name: `Who was told what: ${PERSON}` }).getByRole('listitem');
    await expect.poll(() => said(told)).toContain('Thu 29 Oct 15:00 Their meeting; cancelled 10 min before');
    expect(await said(told)).toContainEqual(
      expect.stringMatching(/^Thu 29 Oct 15:\d\d Told of D-011 by message/),
    );

    // Both sides in one place: what he was asked and told, and what the owner left undone.
    const own = talk.getByRole('region', { name: 'Your side' });
    expect(await own.innerText()).toMatch(/told|asking first/);

    await button(frame, 'Prepare one-to-one').click();
    const page = talk.getByRole('article', { name: `For the next talk with ${PERSON}` });
    await page.getByText('We met 7 times, the last time on Tue 17 Nov.').waitFor();
    await page.getByText('Behaviour: Went ahead 7 of 14 (50 %, likely between 27 % and 73 %).').waitFor();
    // The mail of the catch-up, above, can be copied as well.
    await talk.getByRole('button', { name: 'Copy', exact: true }).click();
    await talk.getByText('Copied', { exact: true }).waitFor();
    await here.page.emulateMedia({ media: 'print' });
    // The page alone, at the top of the sheet and without empty sheets after it.
    expect(await seen(frame, '.person-page h1')).toBe(false);
    expect(await seen(frame, '#shared-meetings')).toBe(false);
    expect(await seen(frame, '.paper-actions')).toBe(false);
    expect(await seen(frame, '.paper h3')).toBe(true);
    expect(Number(await frame.evaluate(BELOW_PAPER))).toBeLessThan(40);
    await here.page.emulateMedia({ media: 'screen' });
    await button(frame, 'Open as a mail to myself').click();
    expect(await written(here)).toMatchObject({
      to: expect.stringContaining('priya.nair@'),
      subject: `For the next talk with ${PERSON}`,
      text: expect.stringContaining('Situation: Mon 26 Oct to Wed 18 Nov 2026.'),
    });
    await button(frame, 'Note that I offered a one-to-one').click();
    await talk.getByText('A talk was last offered today.').waitFor();

    await button(frame, 'Offer a time').click();
    const letter = talk.getByRole('textbox', { name: 'Message' });
    // He works in New York, as his calendar shows.
    await expect
      .poll(() => letter.inputValue())
      .toMatch(
        /Would 10 minutes on \w+ \d+ \w+ at \d\d:\d\d London \(\d\d:\d\d New York\) suit you, or 30 minutes on /,
      );
    await talk
      .getByText(
        'Both calendars were free at these times in the last three weeks, and are in the next three.',
      )
      .waitFor();
    await talk.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Deutsch' });
    await expect.poll(() => letter.inputValue()).toMatch(/^Hallo Marcus,/);
    await talk.getByRole('button', { name: 'Open in Outlook', exact: true }).click();
    expect(await written(here)).toMatchObject({
      to: expect.stringContaining('marcus.hale@'),
      subject: 'VORSCHLAG: eine Zeit, die besser passt',
      text: expect.stringMatching(
        /Passen 10 Minuten am .* um \d\d:\d\d London \(\d\d:\d\d New York\) oder 30 Minuten am .* auf beiden Seiten frei\./,
      ),
    });
    const mail = await saved(here, talk.getByRole('button', { name: 'Save the mail' }));
    expect(mail.name).toBe('VORSCHLAG- eine Zeit, die besser passt 2026-11-20.eml');
    expect(mail.text).toMatch(/^To: Marcus Hale\r\n <marcus\.hale@[\s\S]*multipart\/alternative/);
    await button(frame, 'I have sent it').click();
    await button(frame, 'Who was told what').click();
    await expect
      .poll(async () => (await said(told)).at(-1))
      .toBe('Fri 20 Nov 15:40 Another time was offered');

    await button(frame, 'Their copy').click();
    const copy = await saved(here, button(frame, 'Save as a file'));
    expect(copy.name).toBe('record-of-Marcus Hale 2026-11-20.html');
    expect(copy.text).toContain('Priya Nair noted: we met');
    const table = await saved(here, button(frame, 'Save as a table'));
    expect(table.name).toBe('record-of-Marcus Hale 2026-11-20.csv');
    expect(table.text).toContain('Priya Nair noted: we met');
    expect(`${copy.text} ${table.text}`).not.toMatch(/Dana|Okafor|dana\.ortiz/);

    await button(frame, 'For a third person').click();
    const first = talk.getByRole('list', { name: 'What comes first' }).getByRole('listitem');
    await expect
      .poll(() => said(first))
      .toContainEqual(expect.stringMatching(/^Still to do: Read your own side/));
    expect(await said(first)).toContainEqual(expect.stringMatching(/^Still to do: Agree what they want/));
    await button(frame, 'I have read my side').click();
    await expect.poll(() => said(first)).toContainEqual('Done: You have read your own side.');

    await proposeAgreement(frame);
    const agreed = frame.getByRole('listitem', { name: `Agreement with ${PERSON}` });
    await agreed.getByRole('button', { name: 'Open in Outlook' }).click();
    const proposal = await written(here);
    expect(proposal).toMatchObject({
      to: expect.stringContaining('marcus.hale@'),
      subject: 'VORSCHLAG: Was wir vorher absprechen',
    });
    expect(proposal.text).toMatch(/^Hallo Marcus,.*Ich mache es und gebe Bescheid: - 2027 scope/);
    // A month with it, and a talk: before that nobody else reads of it.
    expect(await talk.getByRole('article').count()).toBe(0);
    await agreed.getByRole('button', { name: 'Close' }).click();
    await agreed.getByRole('button', { name: 'Record Marcus’s reply' }).click();
    await agreed.getByRole('textbox', { name: 'Their words' }).fill('Yes, ask me about scope');
    await agreed.getByLabel('When').fill('2026-10-15T10:00');
    await agreed.getByRole('button', { name: 'Save reply' }).click();
    const brief = talk.getByRole('article', { name: /: what happened so far$/ });
    await brief.getByText('A chronology, not a verdict. Both sides are in it.').waitFor();
    await brief.getByText('Fri 20 Nov 15:40: Agreement written down, version 1').waitFor();
    await brief.getByText('Thu 12 Nov 15:00: Their meeting; Priya Nair was not there').waitFor();

    expect(await sentByOwner(here)).toBe(before);
    expect(here.complaints).toEqual([]);
  });

  test('the note about the log is offered once, and Settings say when it was sent', async () => {
    const { here, frame } = await start();
    await button(frame, 'See the note').click();
    await button(frame, 'Open in Outlook').click();
    expect((await written(here)).text).toContain('I keep it in my own browser');
    await button(frame, 'I have sent it').click();
    await frame.getByRole('region', { name: 'See the note' }).waitFor({ state: 'detached' });
    await here.page.reload();
    const again = await ready(here);
    await again.getByRole('list', { name: 'Occurrences' }).waitFor();
    expect(await again.getByRole('region', { name: 'See the note' }).count()).toBe(0);
    await button(again, 'Settings').click();
    await again
      .getByText(/^You noted on Fri 20 Nov 2026 that you told Marcus Hale about this log\.$/)
      .waitFor();
  });
});

/** After a Monday and a Tuesday on which the daily sync did not take place. */
const AFTER_TWO = Date.parse('2026-11-10T17:00:00Z');

describe('The standing invitation', () => {
  test('is offered again after two missed ones, and not any more after "Not now"', async () => {
    outlook = await openOutlook({ ticking: false, start: AFTER_TWO });
    const frame = await ready(outlook);
    const offer = frame.getByRole('region', { name: 'Offer a time' });
    await button(frame, 'Offer a time').click();
    await offer.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(await offer.getByRole('textbox', { name: 'Message' }).inputValue()).toContain(
      'Is that still a good time for you?',
    );
    await offer.getByRole('button', { name: 'Not now' }).click();
    await offer.waitFor({ state: 'detached' });
    await frame.getByRole('region', { name: 'See the note' }).waitFor();
  });
});

const seen = (frame: Frame, selector: string) =>
  frame.evaluate<boolean>(`document.querySelector('${selector}').getClientRects().length > 0`);

const BELOW_PAPER = `document.querySelector('.pane').getBoundingClientRect().height
  - document.querySelector('.paper').getBoundingClientRect().height`;

describe('A month', () => {
  test('is looked back on with what was typed before a reload, and stays as it was when a rule changes', async () => {
    const { here, frame: first } = await start();
    await first.getByRole('tab', { name: 'Log' }).click();
    await button(first, 'Look back on a month').click();
    await first.getByRole('combobox', { name: 'Month' }).selectOption({ label: 'October 2026' });
    await first.getByRole('textbox', { name: 'Keep' }).fill('short <b>ones</b>');
    await here.page.reload();

    const frame = await ready(here);
    await frame.getByRole('tab', { name: 'Log' }).click();
    await button(frame, 'Look back on a month').click();
    await frame.getByRole('combobox', { name: 'Month' }).selectOption({ label: 'October 2026' });
    await expect
      .poll(() => frame.getByRole('textbox', { name: 'Keep' }).inputValue())
      .toBe('short <b>ones</b>');
    await frame.getByRole('textbox', { name: 'Drop' }).fill('x'.repeat(1001));
    await button(frame, 'Freeze this month').click();
    await frame.getByText('Please keep it under 1,000 characters.').waitFor();
    await frame.getByRole('textbox', { name: 'Drop' }).fill('');
    await button(frame, 'Freeze this month').click();

    const numbers = frame.getByRole('list', { name: 'Numbers of October 2026' }).getByRole('listitem');
    await frame.locator('summary', { hasText: 'October 2026' }).click();
    const then = ['Went ahead 2 of 5', 'Short or no notice 2 of 5'];
    await expect.poll(() => said(numbers)).toEqual(expect.arrayContaining(then));
    await frame.getByText(/Seal [0-9a-f]{12}\./).waitFor();
    await frame.getByText('short <b>ones</b>').waitFor();

    await button(frame, 'Settings').click();
    await frame.getByRole('combobox', { name: 'Late means' }).selectOption({ label: 'Other…' });
    await frame.getByRole('spinbutton', { name: 'Minutes' }).fill('5');
    await here.page.keyboard.press('Tab');
    await frame.getByRole('tab', { name: 'Meeting' }).click();
    await toView(frame, 'Trend');
    await expect
      .poll(() => said(frame.getByRole('list', { name: 'Numbers' }).locator('> li')))
      .toContainEqual(expect.stringMatching(/^Short or no notice 4 of 14/));
    await frame.getByRole('tab', { name: 'Log' }).click();
    await frame.locator('summary', { hasText: 'October 2026' }).click();
    await expect.poll(() => said(numbers)).toEqual(expect.arrayContaining(then));
    await frame.getByText(/Seal [0-9a-f]{12}\./).waitFor();
  });
});
