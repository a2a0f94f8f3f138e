import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { at } from '../../simulator/time';
import { oneOutlook } from '../one-outlook';
import { button, DAILY, decide, keep, MARCUS, pageOf, toPerson } from '../ways';
import { expectWell } from '../well';

const start = oneOutlook();
const LONG = { timeout: 240_000 };
const TEXT = 'Two vendors, not one';

const catchUp = (frame: Frame) => pageOf(frame).getByRole('region', { name: 'Catch-up' });

describe('The catch-up on the page of a person (13.3)', () => {
  test(
    'goes as its reader sees it, once, by a click that can be undone, and tells what it held, after a reload too',
    LONG,
    async () => {
      const web = await start({ item: DAILY, now: at('2026-11-20 17:00', 'Europe/London') });
      await web.page.emulateMedia({ reducedMotion: 'reduce' });
      const inbox = () => web.graph.mailbox('marcus').inbox.filter(({ subject }) => subject.includes(TEXT));
      await keep(web);
      await decide(web.pane(), TEXT, { owner: MARCUS });
      await toPerson(web.pane());
      const mail = () => catchUp(web.pane()).getByRole('article', { name: 'The mail to Marcus Hale' });
      await mail().getByText(`INFO: ${TEXT}`).waitFor();
      await catchUp(web.pane()).getByText(`Decided: ${TEXT}`).first().waitFor();
      await expectWell(web.pane(), 'catch-up');

      // What is edited stays as typed, and Start over brings the log's own draft back.
      await button(web.pane(), 'Edit').click();
      const text = () => catchUp(web.pane()).getByRole('textbox', { name: 'Message' });
      await text().fill('Only half');
      await web.reopen(DAILY);
      await toPerson(web.pane());
      await mail().getByText('Only half').first().waitFor();
      await button(web.pane(), 'Edit').click();
      await button(web.pane(), 'Start over').click();
      expect(await text().inputValue()).toContain(`Decided: ${TEXT}`);

      await button(web.pane(), 'Send catch-up').click();
      const undo = () => catchUp(web.pane()).getByRole('button', { name: `Undo: A catch-up to ${MARCUS}` });
      await undo().waitFor();
      await catchUp(web.pane()).getByText('There is nothing to tell Marcus now.').waitFor();
      await expectWell(web.pane(), 'sending');
      expect(await web.pane().getByRole('region', { name: 'Still to go' }).count()).toBe(0);
      await undo().click();
      await button(web.pane(), 'Send catch-up').waitFor();
      expect(inbox()).toEqual([]);

      // Pressed again, and the pane reloaded: it goes all the same, once.
      await button(web.pane(), 'Send catch-up').click();
      await undo().waitFor();
      await web.reopen(DAILY);
      await web
        .pane()
        .getByText(/^A catch-up to Marcus.*: Sending to /)
        .first()
        .waitFor();
      await web.undoTimePasses();
      await expect.poll(() => inbox().length).toBe(1);
      await expect
        .poll(() =>
          web
            .pane()
            .getByText(/^A catch-up to Marcus/)
            .count(),
        )
        .toBe(0);
      await toPerson(web.pane());
      await catchUp(web.pane()).getByText('There is nothing to tell Marcus now.').waitFor();
      expect(await button(web.pane(), 'Send catch-up').count()).toBe(0);
      await web.pane().getByRole('tab', { name: 'Decisions' }).click();
      await web
        .pane()
        .getByText(/^Told Marcus Hale on Fri 20 Nov/)
        .first()
        .waitFor();
      expect(inbox()).toHaveLength(1);
    },
  );

  test('is told by a word as well, which can be taken back', LONG, async () => {
    const web = await start({ item: DAILY, now: at('2026-11-20 17:00', 'Europe/London') });
    await web.page.emulateMedia({ reducedMotion: 'reduce' });
    await keep(web);
    await decide(web.pane(), TEXT, { owner: MARCUS });
    await toPerson(web.pane());
    await button(web.pane(), 'I told them').click();
    await catchUp(web.pane()).getByText('Noted: you told Marcus.').waitFor();
    await catchUp(web.pane()).getByText('There is nothing to tell Marcus now.').waitFor();
    await expectWell(web.pane(), 'told');
    await catchUp(web.pane()).getByRole('button', { name: 'Undo' }).click();
    await button(web.pane(), 'I told them').click();
    await catchUp(web.pane()).getByText('There is nothing to tell Marcus now.').waitFor();
    await web.pane().getByRole('tab', { name: 'Decisions' }).click();
    await web
      .pane()
      .getByText(/^Told Marcus Hale on Fri 20 Nov at 17:00 \(noted by you\)/)
      .first()
      .waitFor();
  });

  test(
    'comes up in the rhythm that was chosen for them, and no recap ticks them then; undone it is owed at once',
    LONG,
    async () => {
      const web = await start({ item: DAILY, now: at('2026-11-19 17:00', 'Europe/London') });
      await web.page.emulateMedia({ reducedMotion: 'reduce' });
      await keep(web);
      await web
        .pane()
        .getByRole('list', { name: 'Occurrences' })
        .getByRole('button', { name: /^Wed 18 Nov/ })
        .first()
        .click();
      await decide(web.pane(), TEXT, { owner: MARCUS });
      const today = () => web.pane().getByRole('tab', { name: /^Today/ });
      const line = () =>
        web
          .pane()
          .getByRole('list', { name: 'Open loops' })
          .getByRole('listitem')
          .filter({ hasText: 'Marcus was not told yet' });
      await today().click();
      await line().getByRole('button', { name: MARCUS }).first().click();
      await pageOf(web.pane()).waitFor();
      const rhythm = () => catchUp(web.pane()).getByRole('combobox', { name: 'Rhythm' });
      expect(await rhythm().inputValue()).toBe('each-miss');
      await rhythm().selectOption({ label: 'Weekly on Friday' });
      await catchUp(web.pane())
        .getByText(/^Comes up on Fri 20 Nov /)
        .waitFor();
      await expectWell(web.pane(), 'rhythm');
      await button(web.pane(), 'Undo: Rhythm').click();
      await expect.poll(() => rhythm().inputValue()).toBe('each-miss');
      await rhythm().selectOption({ label: 'Weekly on Friday' });
      await catchUp(web.pane())
        .getByText(/^Comes up on Fri 20 Nov /)
        .waitFor();
      await button(web.pane(), 'Back').click();
      await expect.poll(() => line().count()).toBe(0);
      await web.reopen(DAILY);
      await web
        .pane()
        .getByRole('list', { name: 'Occurrences' })
        .getByRole('button', { name: /^Wed 18 Nov/ })
        .first()
        .click();
      await web.pane().getByText('Tick who should get it, then it can be sent.').waitFor();

      // On its morning, on his clocks, it is owed, and leads to his page.
      await web.timePasses(22 * 60 * 60_000);
      await web.reopen(DAILY);
      await today().click();
      await line().getByRole('button', { name: 'Look' }).click();
      await catchUp(web.pane())
        .getByText(/^Due since Fri 20 Nov /)
        .waitFor();
      expect(await rhythm().inputValue()).toBe('weekly friday');
    },
  );
});
