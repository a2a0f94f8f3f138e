import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { at } from '../../simulator/time';
import { oneOutlook } from '../one-outlook';
import { button, secondPane, untilRead } from '../ways';
import { expectWell } from '../well';

const start = oneOutlook();
const LONG = { timeout: 120_000 };

const DAILY = { open: 'appointment', title: 'daily sync', date: '2026-11-20' } as const;
const TEXT = 'Can two people stay on the migration until March?';

const asked = (frame: Frame) => frame.getByRole('group', { name: 'Talked about?' });
const raised = (frame: Frame) => frame.getByRole('list', { name: 'Raised with Marcus' });

async function raise(frame: Frame, text: string): Promise<void> {
  await button(frame, 'Raise a point').click();
  const form = frame.getByRole('form', { name: 'Raise a point' });
  await form.getByRole('textbox', { name: 'Point' }).fill(text);
  await button(frame, 'Save point').click();
  await raised(frame).getByText(text).waitFor();
}

describe('Points (12)', () => {
  test(
    'are raised beside a meeting, carried over by themselves, asked about once people have met, and survive all of it',
    LONG,
    async () => {
      const web = await start({ item: DAILY, now: at('2026-11-20 15:40', 'Europe/London') });
      // A colour on its way to another one is measured as neither.
      await web.page.emulateMedia({ reducedMotion: 'reduce' });
      await button(web.pane(), 'Keep a log of this meeting').click();
      await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
      await untilRead(web.pane());

      // What cannot be taken is said beside its field, and what was typed survives a reload.
      await button(web.pane(), 'Raise a point').click();
      await button(web.pane(), 'Save point').click();
      await web.pane().getByText('Please say what the point is.').waitFor();
      await web.pane().getByRole('textbox', { name: 'Point' }).fill(TEXT);
      const whom = web.pane().getByRole('combobox', { name: 'With' });
      await whom.selectOption({ label: 'Somebody else…' });
      await web.pane().getByRole('textbox', { name: 'Address' }).fill('marcus');
      await button(web.pane(), 'Save point').click();
      await web.pane().getByText('Please give an address, like name@company.com.').waitFor();
      await whom.selectOption({ label: 'Marcus Hale' });
      await web.reopen(DAILY);
      await button(web.pane(), 'Raise a point').click();
      const text = web.pane().getByRole('textbox', { name: 'Point' });
      await expect.poll(() => text.inputValue()).toBe(TEXT);
      await expectWell(web.pane(), 'form');
      await button(web.pane(), 'Save point').click();
      await raised(web.pane()).getByText(TEXT).waitFor();
      await raise(web.pane(), 'Who keeps the address lookup?');
      await raise(web.pane(), 'Not for him after all');
      await button(web.pane(), 'Undo: P-003').click();
      await expect.poll(() => raised(web.pane()).getByRole('listitem').count()).toBe(2);
      await expectWell(web.pane(), 'raised');

      // A second pane has them at once.
      const { other, close } = await secondPane(web.page);
      await raised(other()).getByText(TEXT).waitFor();

      // Nothing is asked before they have met.
      expect(await asked(web.pane()).count()).toBe(0);
      const happened = web.pane().getByRole('group', { name: 'What happened?' });
      await happened.getByRole('button', { name: 'We met' }).click();
      await asked(web.pane()).getByText(TEXT).waitFor();
      await expectWell(web.pane(), 'talked about');
      const first = asked(web.pane()).getByRole('group', { name: 'P-001' });
      await first.getByRole('button', { name: 'Yes, and …' }).click();
      await asked(web.pane()).getByRole('textbox', { name: 'What was said' }).fill('One of them until March');
      await asked(web.pane()).getByRole('button', { name: 'Save' }).click();
      await asked(web.pane()).getByText('P-001: Noted.').waitFor();
      await asked(web.pane())
        .getByRole('group', { name: 'P-002' })
        .getByRole('button', { name: 'Not yet' })
        .click();
      await asked(web.pane()).getByText('P-002: Noted. It waits for the next time.').waitFor();
      expect(await web.pane().evaluate('document.activeElement === document.body')).toBe(false);
      await expect.poll(() => asked(other()).count()).toBe(0);
      await close();

      // Taken back it is asked again, in its place.
      await asked(web.pane()).getByRole('button', { name: 'Undo: P-002' }).click();
      await asked(web.pane()).getByRole('group', { name: 'P-002' }).waitFor();
      await asked(web.pane()).getByRole('button', { name: 'Not yet' }).click();
      await asked(web.pane()).getByText('P-002: Noted. It waits for the next time.').waitFor();

      // Carried over to the next one, which asks nothing yet.
      await web.reopen({ ...DAILY, date: '2026-11-23' });
      await raised(web.pane()).getByText('Who keeps the address lookup?').waitFor();
      expect(await raised(web.pane()).getByRole('listitem').count()).toBe(1);
      expect(await asked(web.pane()).count()).toBe(0);
      await button(web.pane(), 'Answered: P-002').click();
      await web.pane().getByRole('textbox', { name: 'What was answered' }).fill('Dana does');
      await button(web.pane(), 'Save').click();
      await raised(web.pane()).getByText('P-002: Noted.').waitFor();
      await web.reopen(DAILY);
      await button(web.pane(), 'Raise a point').waitFor();
      expect(await raised(web.pane()).count()).toBe(0);
    },
  );

  test(
    'before a sync, and the mail to whoever could answer them goes once, by a click that can be undone',
    LONG,
    async () => {
      const web = await start({ item: DAILY, now: at('2026-11-19 16:05', 'Europe/London') });
      const before = () => web.pane().getByRole('region', { name: 'Before the sync' });
      const inbox = () =>
        web.graph.mailbox('marcus').inbox.filter(({ subject }) => subject.startsWith('P-001'));
      await button(web.pane(), 'Keep a log of this meeting').click();
      await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
      await untilRead(web.pane());
      await button(web.pane(), 'Raise a point').waitFor();
      expect(await before().count()).toBe(0);
      await raise(web.pane(), TEXT);
      await before().waitFor();
      await before().getByRole('article', { name: 'The mail to Marcus Hale' }).waitFor();
      const text = before().getByRole('textbox', { name: 'The mail as text' });
      expect(await text.inputValue()).toContain(
        `P-001: ${TEXT}\n\nHi Marcus,\nThis is for our sync on Fri 20 Nov, `,
      );
      await expectWell(web.pane(), 'before the sync');
      await button(web.pane(), 'Send before the sync').click();
      await web
        .pane()
        .getByRole('button', { name: /^Undo: A mail to Marcus.* before the sync/ })
        .click();
      await before().waitFor();
      expect(inbox()).toEqual([]);
      await button(web.pane(), 'Send before the sync').click();
      await web
        .pane()
        .getByText(/^A mail to Marcus.* before the sync: Sending to /)
        .waitFor();
      await expect.poll(() => before().count()).toBe(0);
      await web.undoTimePasses();
      await web
        .pane()
        .getByText(/Mailed today\.$/)
        .waitFor();
      expect(inbox()).toHaveLength(1);
      expect(inbox()[0]?.html).toContain('A reply is enough');
      await web.reopen(DAILY);
      await raised(web.pane()).getByText(TEXT).waitFor();
      expect(await before().count()).toBe(0);

      // He does; nobody but the owner can say what it is.
      const asked = inbox()[0]?.subject ?? '';
      web.graph.arrives({ from: 'marcus', to: 'priya', subject: `RE: ${asked}`, repliesTo: asked });
      await web.reopen(DAILY);
      await untilRead(web.pane());
      await web
        .pane()
        .getByRole('tab', { name: /^Today/ })
        .click();
      const wroteBack = web
        .pane()
        .getByRole('list', { name: 'Open loops' })
        .getByRole('listitem')
        .filter({ hasText: 'Marcus wrote back about P-001' });
      const news = button(web.pane(), 'Show 1 new line');
      await wroteBack.or(news).first().waitFor();
      if (await news.isVisible()) await news.click();
      await wroteBack.getByRole('button', { name: 'Read' }).click();
      const reply = web.pane().getByRole('region', { name: 'Reply from Marcus' });
      await reply.getByText('What does Marcus say?').waitFor();
      expect(await reply.getByRole('button', { name: 'I see a problem' }).count()).toBe(0);
      await expectWell(web.pane(), 'a reply to a question in its line');
      await web.page.screenshot({ path: 'build/shots/points-reply.png' });
      await reply.getByRole('button', { name: 'Answered', exact: true }).click();
      await reply.waitFor({ state: 'detached' });
      await web.reopen(DAILY);
      await button(web.pane(), 'Raise a point').waitFor();
      await expect.poll(() => raised(web.pane()).getByText(TEXT).count()).toBe(0);
    },
  );

  test(
    '12.4 that were asked by mail can be asked once more when their time is over, from the meeting or the page of the person',
    LONG,
    async () => {
      const web = await start({ item: DAILY, now: at('2026-11-19 16:05', 'Europe/London') });
      await web.page.emulateMedia({ reducedMotion: 'reduce' });
      const inbox = () =>
        web.graph.mailbox('marcus').inbox.filter(({ subject }) => subject.startsWith('P-001'));
      const ask = () => button(web.pane(), 'Ask once more: P-001');
      const toMarcus = async () => {
        await button(web.pane(), 'Marcus Hale').first().click();
        await web.pane().getByRole('list', { name: 'Asked by mail' }).getByText(TEXT).waitFor();
      };
      await button(web.pane(), 'Keep a log of this meeting').click();
      await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
      await untilRead(web.pane());
      await raise(web.pane(), TEXT);
      await button(web.pane(), 'Send before the sync').click();
      await web
        .pane()
        .getByText(/^A mail to Marcus.* before the sync: Sending to /)
        .waitFor();
      await web.undoTimePasses();
      await web
        .pane()
        .getByText(/Mailed today\.$/)
        .waitFor();
      expect(await ask().count()).toBe(0);

      // Two working days of his are over on Mon 23 Nov at 17:00 in New York.
      await web.timePasses(4 * 24 * 60 * 60_000);
      await web.reopen(DAILY);
      await raised(web.pane()).getByText(TEXT).waitFor();
      expect(await ask().count()).toBe(0);
      await web.timePasses(8 * 60 * 60_000);
      await web.reopen(DAILY);
      const once = () => web.pane().getByRole('region', { name: 'P-001 once more' });
      // Among the open loops, in its line.
      await untilRead(web.pane());
      await web
        .pane()
        .getByRole('tab', { name: /^Today/ })
        .click();
      const overdue = web
        .pane()
        .getByRole('list', { name: 'Open loops' })
        .getByRole('listitem')
        .filter({ hasText: /^No reply recorded by .*: P-001, Marcus/ });
      await overdue.getByRole('button', { name: 'Look', exact: true }).click();
      await overdue.getByRole('button', { name: 'Answered', exact: true }).waitFor();
      await ask().click();
      await once().getByRole('article', { name: 'The mail to Marcus Hale' }).waitFor();
      await expectWell(web.pane(), 'once more in its line');
      await web.page.screenshot({ path: 'build/shots/points-once-more-here.png' });
      await once().getByRole('button', { name: 'Not now' }).click();

      // He replied; nobody noted what.
      const asked = inbox()[0]?.subject ?? '';
      web.graph.arrives({ from: 'marcus', to: 'priya', subject: `RE: ${asked}`, repliesTo: asked });
      await web.reopen(DAILY);
      await ask().click();
      await once()
        .getByText(/^Marcus replied by mail on Tue 24 Nov at .* Please read it first\.$/)
        .waitFor();
      expect(await once().getByRole('button', { name: 'Open the mail of Marcus' }).count()).toBe(1);
      await once().getByText('I asked this first on Thu 19 Nov.', { exact: true }).waitFor();
      await expectWell(web.pane(), 'once more');
      await once().getByRole('button', { name: 'Not now' }).click();

      await toMarcus();
      await ask().click();
      await once().getByRole('article', { name: 'The mail to Marcus Hale' }).waitFor();
      await expectWell(web.pane(), 'once more on the page');
      await button(web.pane(), 'Send to Marcus Hale').click();
      await button(web.pane(), 'Undo: A question to Marcus Hale').click();
      await ask().click();
      expect(inbox()).toHaveLength(1);
      await button(web.pane(), 'Send to Marcus Hale').click();
      await button(web.pane(), 'Undo: A question to Marcus Hale').waitFor();
      await expect.poll(() => ask().count()).toBe(0);
      await web.undoTimePasses();
      await web
        .pane()
        .getByRole('list', { name: 'Asked by mail' })
        .getByText(/Mailed today\.$/)
        .waitFor();
      expect(inbox()).toHaveLength(2);
      expect(inbox().some(({ html }) => html.includes('I asked this first on Thu 19 Nov.'))).toBe(true);

      // Not a third time, in this pane or any later one.
      await web.reopen(DAILY);
      await raised(web.pane())
        .getByText(/Mailed today\.$/)
        .waitFor();
      await toMarcus();
      expect(await ask().count()).toBe(0);
    },
  );

  test('that were open when a sync did not take place go into its recap, once', LONG, async () => {
    const web = await start({ item: DAILY, now: at('2026-11-19 14:00', 'Europe/London') });
    await button(web.pane(), 'Keep a log of this meeting').click();
    await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
    await untilRead(web.pane());
    await button(web.pane(), 'Raise a point').waitFor();
    await raise(web.pane(), TEXT);
    await web.timePasses(26 * 60 * 60_000);
    await web.reopen(DAILY);
    const happened = web.pane().getByRole('group', { name: 'What happened?' });
    await happened.getByRole('button', { name: 'Nobody joined' }).click();
    const recap = () => web.pane().getByRole('region', { name: 'Recap' });
    await recap().getByText(`P-001: ${TEXT}`).first().waitFor();
    await button(web.pane(), 'Send recap to absentees').click();
    await web.undoTimePasses();
    await recap()
      .getByText(/^Sent to Marcus Hale/)
      .waitFor();
    const inbox = web.graph.mailbox('marcus').inbox.filter(({ subject }) => subject.startsWith('P-001'));
    expect(inbox).toHaveLength(1);
    expect(inbox[0]?.html).toContain('For P-001 a line in reply is enough.');
    await raised(web.pane())
      .getByText(/Mailed today\.$/)
      .waitFor();
  });
});
