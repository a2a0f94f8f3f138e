import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { meeting, required } from '../../simulator/telling';
import { at, type Instant } from '../../simulator/time';
import type { World } from '../../simulator/world';
import { sampleMonth } from '../../simulator/worlds/sample-month';
import { plain, shownMail } from '../mail/mail-as-read';
import { type Outlook, openOutlook } from '../outlook';
import { button } from '../ways';

const LONDON = 'Europe/London';
/** Several openings of the pane, on a machine that does other things as well. */
const LONG = { timeout: 240_000 };
const SENT = { timeout: 25_000 };
const TOPIC = '2027 scope';
const TEXT = 'Build 2027 ordering on the shared catalogue';
const ORDERING = '2026-11-10 2027 ordering';

let outlook: Outlook;
afterEach(() => outlook?.close());

/** Tue 10 Nov from 15:00 to 15:50, once, with Atlas and Billing, of whom Marcus is none. */
const ordering = meeting({
  id: 'ordering',
  subject: '2027 ordering',
  organizer: 'priya',
  invitees: [required('dana'), required('sam')],
  zone: LONDON,
  firstDate: '2026-11-10',
  time: '15:00',
  minutes: 50,
  createdAt: '2026-11-06 09:00',
});

function withOrdering(): World {
  const month = sampleMonth();
  return { ...month, meetings: [...month.meetings, ordering] };
}

/** The pane at that moment, beside that item. */
async function paneAt(now: Instant, item?: string): Promise<Frame> {
  const { simulator, page, pane } = outlook;
  await simulator.office.turnClock(now, false);
  await page.goto(item === undefined ? simulator.url : `${simulator.url}?open=${item}`);
  return pane();
}

const decisions = async (frame: Frame) => {
  await frame.getByRole('tab', { name: /^Decisions/ }).click();
  await frame.getByRole('heading', { name: 'Decisions', exact: true }).waitFor();
};

/** Mon 2 Nov: Marcus says yes to hearing of next year's scope before she acts; "ordering" is his example. */
async function agreed(): Promise<void> {
  outlook = await openOutlook({
    ...{ ticking: false, hurries: true, world: withOrdering() },
    start: at('2026-11-02 15:40', LONDON),
  });
  const frame = await outlook.pane();
  await button(frame, 'Settings').click();
  const country = frame.getByRole('combobox', { name: 'Public holidays of Marcus Hale' });
  if ((await country.inputValue()) !== 'US') await country.selectOption('US');
  await expect.poll(() => country.inputValue()).toBe('US');
  await decisions(frame);
  await button(frame, 'Propose an agreement').click();
  const form = frame.getByRole('form', { name: 'Propose an agreement' });
  await form.getByRole('combobox', { name: 'With' }).selectOption({ label: 'Marcus Hale' });
  await form.getByRole('combobox', { name: 'Topic 1' }).fill(TOPIC);
  await form.getByRole('textbox', { name: 'Examples 1' }).fill('ordering, a deliverable of next year');
  await form.getByRole('combobox', { name: 'Level 1' }).selectOption('trunk');
  await form.getByRole('textbox', { name: 'Their time zone' }).fill('America/New_York');
  await button(frame, 'Save proposal').click();
  const card = frame.getByRole('listitem', { name: 'Agreement with Marcus Hale' });
  await card.getByRole('button', { name: 'Close' }).click();
  await card.getByRole('button', { name: 'Record Marcus’s reply' }).click();
  await card.getByRole('textbox', { name: 'Their words' }).fill('OK');
  await card.getByRole('button', { name: 'Save reply' }).click();
  await card.getByText('Version 1, agreed on Mon 2 Nov: “OK”').waitFor();
}

/** Tue 10 Nov at 16:00, after the meeting: it is kept, they met, and she writes the sentence down. */
async function writeDown(): Promise<Frame> {
  const frame = await paneAt(at('2026-11-10 16:00', LONDON), ORDERING);
  await frame.getByRole('tab', { name: 'Meeting' }).click();
  await button(frame, 'Keep this meeting').click();
  await frame.getByText('Once, Tue 10 Nov 2026 15:00–15:50').waitFor();
  const asked = frame.getByRole('group', { name: 'What happened?' });
  await asked.getByRole('button', { name: 'We met' }).click();
  await frame
    .getByText(/^Noted /)
    .first()
    .waitFor();
  await button(frame, 'Log decision').click();
  await frame.getByRole('textbox', { name: 'Decision', exact: true }).fill(TEXT);
  // By its example it touches what Marcus asked to hear of.
  await button(frame, `${TOPIC}: take off`).waitFor();
  await frame
    .getByRole('region', { name: 'Before you decide' })
    .getByText(`Marcus agreed with you to hear about “${TOPIC}” before you act.`)
    .waitFor();
  return frame;
}

const item = (frame: Frame) =>
  frame.getByRole('list', { name: 'Decisions', exact: true }).getByRole('listitem').filter({ hasText: TEXT });

async function threadAt(now: Instant): Promise<{ summary: readonly string[]; lines: readonly string[] }> {
  const frame = await paneAt(now);
  await decisions(frame);
  await frame
    .getByRole('list', { name: 'Topics', exact: true })
    .getByRole('button', { name: TOPIC, exact: true })
    .click();
  const thread = frame.getByRole('region', { name: `Thread of ${TOPIC}` });
  const lines = thread.getByRole('list', { name: `What happened: ${TOPIC}` }).getByRole('listitem');
  await lines.first().waitFor();
  return {
    summary: await thread.locator('.thread-summary p').allInnerTexts(),
    lines: (await lines.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
  };
}

const toMarcus = async (subject: RegExp) =>
  (await outlook.simulator.office.mailbox('marcus')).inbox.filter((mail) => subject.test(mail.subject));

describe('The seed (11)', () => {
  test(
    'as it should go: Marcus is asked first, sees a problem, they talk, and it is decided',
    LONG,
    async () => {
      await agreed();
      let frame = await writeDown();
      await button(frame, 'Ask Marcus first, by Mon 16 Nov 17:00 New York').click();
      const ask = frame.getByRole('region', { name: 'Ask Marcus' });
      await ask.getByText('Answer by Mon 16 Nov 17:00 New York (22:00 London).').waitFor();
      await ask.getByText('Wed 11 Nov is a holiday for Marcus.').waitFor();
      await shownMail(ask, 'Marcus').getByText(`Before I decide: ${TEXT}`).first().waitFor();
      await ask.getByRole('button', { name: 'Send to Marcus' }).click();
      await outlook.undoTimePasses(ask);
      await frame.getByText('Marcus was asked. The answer can be recorded with the decision.').waitFor(SENT);
      expect((await toMarcus(/^INPUT by/)).map(({ subject }) => subject)).toEqual([
        'INPUT by Mon 16 Nov: Build 2027 ordering on the shared…',
      ]);

      // He presses "I see a problem": it is the first line of the pane, whatever is open.
      await outlook.simulator.office.turnClock(at('2026-11-12 14:30', LONDON), false);
      await outlook.simulator.office.arrives({
        from: 'marcus',
        to: 'priya',
        subject: 'I see a problem [D-012]',
      });
      frame = await paneAt(at('2026-11-12 14:40', LONDON), '2026-11-13 Priya/Marcus daily sync');
      // Lines keep their places while somebody looks: what came meanwhile is said at the tab, and first from the next time on.
      await frame.getByRole('tab', { name: 'Decisions 1 to talk about' }).waitFor(SENT);
      frame = await paneAt(at('2026-11-12 14:45', LONDON), '2026-11-13 Priya/Marcus daily sync');
      const first = frame.getByRole('list', { name: 'Open loops' }).getByRole('listitem').first();
      await first.getByText(/^Marcus sees a problem: D-012/).waitFor(SENT);

      // On Fri 13 Nov they talk; his answer is written down, and then it is decided.
      frame = await paneAt(at('2026-11-13 15:40', LONDON), '2026-11-13 Priya/Marcus daily sync');
      await frame.getByRole('tab', { name: 'Meeting' }).click();
      await button(frame.getByRole('group', { name: 'What happened?' }), 'We met').click();
      await frame
        .getByText(/^Noted /)
        .first()
        .waitFor();
      await decisions(frame);
      await frame.getByRole('checkbox', { name: 'All meetings' }).check();
      await frame.getByRole('button', { name: `D-012 ${TEXT}` }).click();
      await button(item(frame), 'Record an answer').click();
      const form = frame.getByRole('form', { name: 'Record an answer' });
      await form.getByRole('radio', { name: 'OK' }).check();
      await form.getByRole('textbox', { name: 'Their words' }).fill('With one release a quarter');
      await form.getByRole('button', { name: 'Save answer' }).click();
      // The open sync is proposed, and none that began before it was written down can be chosen (10.2).
      const madeIn = item(frame).getByRole('combobox', { name: 'Made in' });
      const chosen = () => madeIn.locator('option:checked').innerText();
      expect(await chosen()).toBe('Fri 13 Nov 15:00, Priya/Marcus daily sync');
      expect((await madeIn.locator('option').allInnerTexts()).join()).not.toContain('Mon 9 Nov');
      await button(item(frame), 'Mark as decided').click();
      await item(frame).getByText('decided', { exact: true }).first().waitFor();
      // He was there: nobody has to tell him.
      expect(await item(frame).getByText('not told yet').count()).toBe(0);

      const { summary, lines } = await threadAt(at('2026-11-13 15:50', LONDON));
      expect(summary).toEqual([
        'You: nothing decided without asking, and nothing told late.',
        '2 conversations; Marcus organized 1, there at 1; asked once, answered twice.',
      ]);
      expect(lines).toEqual([
        'Mon 2 Nov 2026 15:40 Agreement with Marcus Hale written down, version 1',
        'Mon 2 Nov 2026 15:40 Marcus Hale agreed, version 1: “OK”',
        'Tue 10 Nov 2026 15:00 2027 ordering: met; invited: Dana Ortiz (not recorded) and Sam Okafor (not recorded)',
        `Tue 10 Nov 2026 16:00 D-012 written down, not decided yet: ${TEXT}`,
        'Tue 10 Nov 2026 16:00 D-012: Marcus Hale was asked, answer by Mon 16 Nov 17:00 New York',
        'Thu 12 Nov 2026 14:30 D-012: Marcus Hale answered “I see a problem” by mail (“I see a problem [D-012]”)',
        'Fri 13 Nov 2026 15:00 Priya/Marcus daily sync: met; organized by Marcus Hale (there)',
        'Fri 13 Nov 2026 15:00 D-012: Decided, in “Priya/Marcus daily sync”',
        'Fri 13 Nov 2026 15:40 D-012: Marcus Hale answered “OK”: With one release a quarter',
      ]);
      expect(outlook.complaints).toEqual([]);
    },
  );

  test(
    'as it went: decided without asking, told with until when it can be changed, and said first',
    LONG,
    async () => {
      await agreed();
      let frame = await writeDown();
      await button(frame, 'It is decided already').click();
      await frame.getByText('D-012 is in the log.').waitFor();

      frame = await paneAt(at('2026-11-10 16:10', LONDON), ORDERING);
      await frame.getByRole('tab', { name: /^Today/ }).click();
      // He missed no meeting, and is owed it by what they agreed.
      await frame
        .getByRole('list', { name: 'Open loops' })
        .getByText('Marcus was not told yet: D-012', { exact: true })
        .waitFor(SENT);
      await frame.getByRole('tab', { name: 'Meeting' }).click();
      const recap = frame.getByRole('region', { name: 'Recap' });
      await button(recap, 'Write a recap').click();
      await shownMail(recap, 'Marcus Hale').waitFor(SENT);
      await recap.getByRole('button', { name: 'Send recap to absentees' }).click();
      await outlook.undoTimePasses(recap);
      await recap.getByText(/^Sent to Marcus Hale at 16:1\d$/).waitFor(SENT);
      const [mail, ...others] = await toMarcus(/2027 ordering/);
      expect(others).toEqual([]);
      expect(plain(mail?.html ?? '')).toBe(`Decided: ${TEXT}

Hi Marcus,
I would like to hear your view; it can still be changed until Mon 16 Nov.
If you see a problem, a line from you is enough and we look at it again.

Owner: Priya Nair

Reply:
OK Let's talk first I see a problem

D-012, decided Tue 10 Nov, noted by Priya Nair`);

      const { summary, lines } = await threadAt(at('2026-11-10 16:20', LONDON));
      expect(summary).toEqual([
        'You: decided once without asking.',
        '1 conversation; Marcus told once, no answer recorded.',
      ]);
      expect(lines.slice(2)).toEqual([
        'Tue 10 Nov 2026 15:00 2027 ordering: met; invited: Dana Ortiz (not recorded) and Sam Okafor (not recorded)',
        `Tue 10 Nov 2026 15:00 D-012 decided: ${TEXT}`,
        `Tue 10 Nov 2026 16:10 Marcus Hale was told of D-012 by mail: “${mail?.subject}”`,
      ]);
      expect(outlook.complaints).toEqual([]);
    },
  );
});
