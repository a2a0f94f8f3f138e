import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { at } from '../../simulator/time';
import { oneOutlook } from '../one-outlook';
import type { OutlookWeb } from '../outlook-web';
import { button, DAILY, decide, keep, MARCUS, toPerson } from '../ways';
import { expectWell } from '../well';

const start = oneOutlook();
const LONG = { timeout: 240_000 };
const TEXT = 'Two vendors, not one';
const SUBJECT = `INFO: ${TEXT}`;

const catchUp = (frame: Frame) => frame.getByRole('region', { name: 'Catch-up' });
const line = (frame: Frame) =>
  frame
    .getByRole('list', { name: 'Open loops' })
    .getByRole('listitem')
    .filter({ hasText: 'A mail to Marcus came back.' });

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
      await decide(web.pane(), TEXT, { owner: MARCUS });
      await toPerson(web.pane());
      await sendIt(web);
      const inbox = () => web.graph.mailbox('marcus').inbox.filter(({ subject }) => subject === SUBJECT);
      await expect.poll(() => inbox().length).toBe(1);
      await catchUp(web.pane()).getByText('There is nothing to tell Marcus now.').waitFor();

      // Somebody else's word for it changes nothing.
      web.graph.comesBack({ box: 'priya', subject: SUBJECT, from: 'postmaster@elsewhere.example' });
      await web.reopen(DAILY);
      await button(web.pane(), 'Refresh').click();
      await toPerson(web.pane());
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
        .getByText(/^Outlook reports that this mail could not be delivered to Marcus/)
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
