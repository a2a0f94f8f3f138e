import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { at } from '../../simulator/time';
import { oneOutlook } from '../one-outlook';
import type { OutlookWeb } from '../outlook-web';
import { DAILY, keep } from '../ways';
import { expectWell } from '../well';

const start = oneOutlook();
const LONG = { timeout: 240_000 };
const MARCUS = 'Marcus Hale';
const TEXT = 'Two vendors, not one';
const SUBJECT = `INFO: ${TEXT}`;

const button = (frame: Frame, name: string | RegExp) => frame.getByRole('button', { name, exact: true });
const catchUp = (frame: Frame) => frame.getByRole('region', { name: 'Catch-up' });
const line = (frame: Frame) =>
  frame
    .getByRole('list', { name: 'Open loops' })
    .getByRole('listitem')
    .filter({ hasText: 'A mail to Marcus came back.' });

async function toMarcus(frame: Frame): Promise<void> {
  await frame.getByRole('tab', { name: 'Meeting' }).click();
  await frame
    .getByRole('list', { name: 'Occurrences' })
    .getByRole('button', { name: /^Thu 19 Nov/ })
    .first()
    .click();
  await button(frame, MARCUS).first().click();
  await catchUp(frame).waitFor();
}

async function sendIt(web: OutlookWeb): Promise<void> {
  await button(web.pane(), 'Send catch-up').click();
  await catchUp(web.pane())
    .getByRole('button', { name: `Undo: A catch-up to ${MARCUS}` })
    .waitFor();
  await web.undoTimePasses();
}

describe('A mail that came back (13.8)', () => {
  test(
    'is not told any more, is a line that is dealt with where it stands, and is undone there',
    LONG,
    async () => {
      const web = await start({ item: DAILY, now: at('2026-11-20 17:00', 'Europe/London') });
      await web.page.emulateMedia({ reducedMotion: 'reduce' });
      await keep(web);
      await web.pane().getByRole('tab', { name: 'Decisions' }).click();
      await button(web.pane(), 'Log decision').click();
      await web.pane().getByRole('textbox', { name: 'Decision', exact: true }).fill(TEXT);
      await web.pane().getByLabel('Owner').selectOption(MARCUS);
      await button(web.pane(), 'Save decision').click();
      await web
        .pane()
        .getByText(/is in the log/)
        .waitFor();
      await toMarcus(web.pane());
      await sendIt(web);
      const inbox = () => web.graph.mailbox('marcus').inbox.filter(({ subject }) => subject === SUBJECT);
      await expect.poll(() => inbox().length).toBe(1);
      await catchUp(web.pane()).getByText('There is nothing to tell Marcus now.').waitFor();

      // Somebody else's word for it changes nothing.
      web.graph.comesBack({ box: 'priya', subject: SUBJECT, from: 'postmaster@elsewhere.example' });
      await web.reopen(DAILY);
      await button(web.pane(), 'Refresh').click();
      await toMarcus(web.pane());
      await catchUp(web.pane()).getByText('There is nothing to tell Marcus now.').waitFor();

      web.graph.comesBack({ box: 'priya', subject: SUBJECT });
      await button(web.pane(), 'Back').click();
      const today = () => web.pane().getByRole('tab', { name: /^Today/ });
      const before = await today().textContent();
      await button(web.pane(), 'Refresh').click();
      await expect.poll(() => today().textContent()).not.toBe(before);
      await today().click();
      await line(web.pane()).waitFor();
      await line(web.pane()).getByRole('button', { name: 'Read', exact: true }).click();
      await web
        .pane()
        .getByText(/^Outlook reported that this mail could not be delivered to Marcus/)
        .waitFor();
      await expectWell(web.pane(), 'came back');
      await button(web.pane(), 'I told them').click();
      const list = () => web.pane().getByRole('list', { name: 'Open loops' });
      await list().getByText('Noted.').waitFor();
      await list().getByRole('button', { name: 'Undo' }).click();
      await line(web.pane()).waitFor();

      // After a reload it is there still, leads to where it is sent from, and sent anew it is another mail.
      await web.reopen(DAILY);
      await today().click();
      await line(web.pane()).getByRole('button', { name: 'Read', exact: true }).click();
      await button(web.pane(), 'Send it anew').click();
      await catchUp(web.pane()).getByText(`INFO: ${TEXT}`).waitFor();
      await sendIt(web);
      await expect.poll(() => inbox().length).toBe(2);
      await button(web.pane(), 'Back').click();
      await web
        .pane()
        .getByRole('tab', { name: /^Today/ })
        .click();
      await expect.poll(() => line(web.pane()).count()).toBe(0);
    },
  );
});
