import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { at } from '../../simulator/time';
import { oneOutlook } from '../one-outlook';
import { button, DAILY, decide, keep, MARCUS, secondPane, toPerson } from '../ways';
import { expectWell } from '../well';

const start = oneOutlook({ still: true });
const LONG = { timeout: 240_000 };
const TEXT = 'Sends the capacity numbers';
const OWN = 'Draft the migration plan';

const promises = (frame: Frame) => frame.getByRole('list', { name: 'Promises with Marcus' });
const loops = (frame: Frame) => frame.getByRole('list', { name: 'Open loops' });
const form = (frame: Frame) => frame.getByRole('form', { name: 'Note a promise' });

/** What the next Enter would press. */
const inHand = (frame: Frame) => frame.evaluate(() => document.activeElement?.textContent);

async function note(frame: Frame, text: string, whose: string, by: string): Promise<void> {
  await form(frame).getByRole('textbox', { name: 'Promise' }).fill(text);
  await form(frame).getByRole('combobox', { name: 'Whose' }).selectOption({ label: whose });
  await form(frame).getByLabel('By').fill(by);
  await button(frame, 'Save promise').click();
  await frame.getByText('The promise is noted.').waitFor();
}

describe('A promise (14.3)', () => {
  test(
    'is noted on the page of a person, is owed on its day, dealt with in its line, and can be taken back',
    LONG,
    async () => {
      const web = await start({ item: DAILY, now: at('2026-11-20 17:00', 'Europe/London') });
      await web.page.emulateMedia({ reducedMotion: 'reduce' });
      await keep(web);
      await toPerson(web.pane());

      // What cannot be taken is said beside its field, and what was typed survives a reload.
      await button(web.pane(), 'Note a promise').click();
      await button(web.pane(), 'Save promise').click();
      await web.pane().getByText('Please say what the promise is.').waitFor();
      await web.pane().getByText('Please choose a day.').waitFor();
      await form(web.pane()).getByRole('textbox', { name: 'Promise' }).fill(TEXT);
      await web.reopen(DAILY);
      await toPerson(web.pane());
      await button(web.pane(), 'Note a promise').click();
      await expect
        .poll(() => form(web.pane()).getByRole('textbox', { name: 'Promise' }).inputValue())
        .toBe(TEXT);
      await expectWell(web.pane(), 'form');
      await note(web.pane(), TEXT, MARCUS, '2026-11-20');
      await promises(web.pane()).getByText('Marcus, due Fri 20 Nov.').waitFor();
      await button(web.pane(), 'Undo: the promise').click();
      await expect.poll(() => promises(web.pane()).count()).toBe(0);
      await button(web.pane(), 'Note a promise').click();
      await note(web.pane(), TEXT, MARCUS, '2026-11-20');
      await button(web.pane(), 'Note a promise').click();
      await note(web.pane(), OWN, 'Mine', '2026-11-27');
      await promises(web.pane()).getByText('You, to Marcus, due Fri 27 Nov.').waitFor();
      await expectWell(web.pane(), 'promises');
      // Whoever works by keyboard goes on below the promises: above, the next Enter would close one of them.
      await expect.poll(() => inHand(web.pane())).toBe('Note a promise');
      await web.page.keyboard.press('Enter');
      await form(web.pane()).waitFor();
      await button(web.pane(), 'Close').press('Enter');
      await expect.poll(() => inHand(web.pane())).toBe('Note a promise');

      // A second pane has it where it is owed; what is of a day to come is owed on no list.
      const { other } = await secondPane(web.page);
      await other()
        .getByRole('tab', { name: /^Today/ })
        .click();
      const line = (frame: Frame) => loops(frame).getByRole('listitem').filter({ hasText: TEXT });
      await line(other()).getByText(`Marcus: ${TEXT}, due Fri 20 Nov`).waitFor();
      expect(await loops(other()).getByText(OWN).count()).toBe(0);
      await line(other()).getByRole('button', { name: 'Read', exact: true }).click();
      await button(other(), `Moved: ${TEXT}`).click();
      await other().getByLabel('By').fill('2026-11-19');
      await button(other(), 'Save').click();
      await other().getByText('That day is over. Please choose today or later.').waitFor();
      await expectWell(other(), 'moving');
      await other().getByLabel('By').fill('2026-11-26');
      await button(other(), 'Save').click();
      await loops(other()).getByText('Noted.').waitFor();
      await promises(web.pane()).getByText('Marcus, due Thu 26 Nov.').waitFor();
      await loops(other()).getByRole('button', { name: 'Undo' }).click();
      await promises(web.pane()).getByText('Marcus, due Fri 20 Nov.').waitFor();
      await button(other(), `Done: ${TEXT}`).click();
      await loops(other()).getByText('Noted.').waitFor();

      await web.reopen(DAILY);
      await toPerson(web.pane());
      await promises(web.pane()).getByText('Marcus, done (it was due Fri 20 Nov).').waitFor();
      await button(web.pane(), `Dropped: ${OWN}`).click();
      await promises(web.pane()).getByText('You, to Marcus, dropped (it was due Fri 27 Nov).').waitFor();
      await button(web.pane(), `Undo: ${OWN}`).click();

      // Moved, it is as open as before.
      await button(web.pane(), `Moved: ${OWN}`).click();
      await web.pane().getByLabel('By').fill('2026-11-30');
      await button(web.pane(), 'Save').click();
      await promises(web.pane()).getByText('You, to Marcus, due Mon 30 Nov.').waitFor();
      await promises(web.pane()).getByText('Moved.', { exact: true }).waitFor();
      await button(web.pane(), `Done: ${OWN}`).click();
      await promises(web.pane()).getByText('You, to Marcus, done (it was due Mon 30 Nov).').waitFor();
      await button(web.pane(), `Undo: ${OWN}`).click();
      await promises(web.pane()).getByText('You, to Marcus, due Mon 30 Nov.').waitFor();
      await button(web.pane(), `Done: ${OWN}`).waitFor();
    },
  );

  test('comes out of a decision, whose topic then tells of it, and out of a point', LONG, async () => {
    const web = await start({ item: DAILY, now: at('2026-11-20 17:00', 'Europe/London') });
    await web.page.emulateMedia({ reducedMotion: 'reduce' });
    await keep(web);
    await decide(web.pane(), 'Two vendors', { topic: 'Vendors' });
    await web.pane().getByRole('button', { name: 'Close' }).first().click();
    const list = web.pane().getByRole('list', { name: 'Decisions', exact: true });
    await list
      .getByRole('button', { name: /^D-001/ })
      .first()
      .click();
    await button(web.pane(), 'Note a promise').click();
    await note(web.pane(), 'Asks both for a price', MARCUS, '2026-11-25');
    await web
      .pane()
      .getByRole('list', { name: 'Promises from D-001' })
      .getByText('Marcus, due Wed 25 Nov.')
      .waitFor();
    await web.pane().getByRole('list', { name: 'Topics' }).getByRole('button', { name: 'Vendors' }).click();
    await web
      .pane()
      .getByRole('region', { name: 'Thread of Vendors' })
      .getByText('a promise by Wed 25 Nov: Asks both for a price')
      .waitFor();
    await button(web.pane(), 'Back').click();

    await web.pane().getByRole('tab', { name: 'Meeting' }).click();
    await button(web.pane(), 'Raise a point').click();
    await web.pane().getByRole('textbox', { name: 'Point' }).fill('Who asks them?');
    await button(web.pane(), 'Save point').click();
    await button(web.pane(), 'Note a promise: P-001').click();
    await note(web.pane(), 'Finds out who asks', 'Mine', '2026-11-23');
    await toPerson(web.pane());
    await promises(web.pane()).getByText('You, to Marcus, due Mon 23 Nov.').waitFor();
  });
});
