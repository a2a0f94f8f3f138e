import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { afterEach, test } from 'vitest';
import { at } from '../simulator/time';
import { type Outlook, openOutlook } from './outlook';

const OUT = '/tmp/lk/shots/out';
mkdirSync(OUT, { recursive: true });
const LONDON = 'Europe/London';
let outlook: Outlook | undefined;
afterEach(async () => { await outlook?.close(); outlook = undefined; });

const LOOKS = (process.env.LOOKS ?? 'a320,b320d,d600').split(',');
const ONLY = process.env.ONLY;

async function shot(page: Page, frame: Frame, name: string, top?: string) {
  if (ONLY && !new RegExp(ONLY).test(name)) return;
  const files: string[] = [];
  for (const look of LOOKS) {
    const width = look.includes('600') ? 600 : 320;
    const dark = look.endsWith('d');
    const forced = look.endsWith('f');
    await page.emulateMedia({ forcedColors: forced ? 'active' : 'none' });
    await page.locator('iframe[title="Loopkeeper"]').evaluate((one, w) => {
      (one as any).style.width = `${w}px`; (one as any).style.flex = 'none';
      (one as any).style.position='fixed'; (one as any).style.left='0'; (one as any).style.top='0'; (one as any).style.height='100vh'; (one as any).style.zIndex='9999';
    }, width);
    await frame.evaluate(`document.documentElement.dataset.theme = '${dark ? 'dark' : 'light'}'`);
    await frame.waitForTimeout(150);
    const bottom = Number(await frame.evaluate(`Math.ceil(Math.max(...[...document.querySelectorAll('#pane *')].filter(e => !e.classList.contains('pane') && e.id !== 'pane' && e.clientHeight < innerHeight - 100).map(e => e.getBoundingClientRect().bottom))) + 12`));
    const from = top ? Math.max(0, Number(await frame.locator(top).first().evaluate((e) => e.getBoundingClientRect().top)) - 10) : 0;
    const path = `${OUT}/${name}.${look}.png`;
    const over = await frame.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (Number(over) > 0) console.log('OVER', name, look, over);
    await page.screenshot({ path, clip: { x: 0, y: from, width, height: Math.max(50, Math.min(bottom, 4200) - from) } });
    files.push(path);
  }
  const board = await page.context().newPage();
  const width = LOOKS.reduce((sum, look) => sum + (look.includes('600') ? 600 : 320) + 8, 0);
  await board.setViewportSize({ width, height: 600 });
  await board.setContent(`<body style="margin:0;background:#888;display:flex;gap:8px;align-items:flex-start">${files.map((f) => `<img src="data:image/png;base64,${readFileSync(f).toString('base64')}">`).join('')}</body>`);
  const h = Number(await board.evaluate('Math.max(...[...document.images].map(i => i.naturalHeight))'));
  for (let y = 0, n = 0; y < h; y += 1100, n += 1) {
    await board.setViewportSize({ width, height: Math.min(1130, h - y) });
    await board.evaluate(`document.body.style.marginTop = '-${y}px'`);
    await board.screenshot({ path: `${OUT}/${name}${h > 1130 ? `-${n}` : ''}.png` });
  }
  await board.close();
  files.forEach((f) => rmSync(f));
  console.log('shot', name, h);
}
const tab = (frame: Frame, name: string) => frame.getByRole('tab', { name }).click();
const press = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true }).first().click();
const occurrence = (frame: Frame, date: string) => frame.getByRole('list', { name: 'Occurrences' }).getByRole('button', { name: new RegExp(`^${date},`) }).first();
const whole = async (frame: Frame) => {
  await frame.getByText(/^Read /).waitFor();
  await frame.getByRole('figure', { name: 'Attendance trend' }).getByRole('button').first().waitFor();
};

test('daily', { timeout: 590_000 }, async () => {
  outlook = await openOutlook({ ticking: false, height: 4300 });
  const { page } = outlook;
  const frame = await outlook.pane();
  await whole(frame);
  await shot(page, frame, 'A01-meeting');
  await occurrence(frame, 'Wed 18 Nov').click();
  await frame.getByRole('button', { name: 'Send recap to absentees' }).waitFor();
  await press(frame, 'Correct');
  await frame.getByRole('combobox', { name: 'About' }).waitFor();
  await press(frame, 'Log decision');
  await frame.getByRole('textbox', { name: 'Decision' }).waitFor();
  await press(frame, 'Save decision');
  await frame.locator('summary', { hasText: 'More' }).click();
  await shot(page, frame, 'A02-chosen-correct-decision-recap');
  await press(frame, 'Close');
  await press(frame, 'Add a note');
  await occurrence(frame, 'Fri 6 Nov').click();
  await frame.locator('summary', { hasText: 'Marcus Hale' }).click();
  await frame.getByRole('list', { name: 'Each time with Marcus Hale' }).waitFor();
  await press(frame, 'Adjust');
  await frame.getByRole('spinbutton', { name: 'Minutes together' }).waitFor();
  await frame.getByRole('list', { name: 'Numbers' }).getByRole('button').first().click();
  await press(frame, 'Show as table');
  await frame.locator('summary', { hasText: 'Your side' }).click();
  await frame.getByRole('list', { name: 'Your side' }).waitFor();
  await frame.locator('summary', { hasText: 'Time away' }).click();
  await frame.getByRole('form', { name: 'Mark time away' }).getByRole('button', { name: 'Mark' }).click();
  await frame.getByRole('list', { name: 'Marked by hand' }).waitFor();
  await shot(page, frame, 'A03-person-adjust-numbers-side');
  await press(frame, 'Adjust').catch(() => {});
  for (const door of ['Who was told what', 'One-to-one sheet', 'Invite again', 'Note about this log', 'Their copy', 'For a third person']) {
    await press(frame, door);
    await frame.waitForTimeout(1500);
    await shot(page, frame, `A04-door-${door.replaceAll(' ', '-')}`, '.talk');
  }
  await frame.getByRole('button', { name: /Erase/ }).first().click().catch(() => {});
  await frame.waitForTimeout(800);
  await shot(page, frame, 'A05-erase-person', '.talk');
  await tab(frame, 'Decisions');
  await frame.waitForTimeout(1500);
  await shot(page, frame, 'A06-decisions');
  await frame.getByRole('button', { name: /^D-013 / }).click();
  await frame.getByRole('heading', { name: 'What happened' }).waitFor();
  await shot(page, frame, 'A07-decision-detail');
  await press(frame, 'Record an answer');
  await frame.getByRole('button', { name: 'Save answer' }).click();
  await frame.waitForTimeout(500);
  await shot(page, frame, 'A08-record-answer');
  await press(frame, 'Replace…');
  await frame.waitForTimeout(500);
  await frame.getByRole('button', { name: 'Replace', exact: true }).click({ timeout: 3000 }).catch(() => {});
  await frame.waitForTimeout(500);
  await shot(page, frame, 'A09-replace');
  await tab(frame, 'Log');
  await frame.waitForTimeout(1200);
  await press(frame, 'Export');
  await shot(page, frame, 'A10-log-export');
  await frame.getByRole('menuitem', { name: /Copy/ }).click().catch(() => {});
  await frame.waitForTimeout(800);
  await press(frame, 'Look back on a month').catch(() => {});
  await frame.waitForTimeout(800);
  await frame.getByRole('textbox', { name: 'Delegate' }).fill('The weekly numbers could go to Dana.').catch(() => {});
  await press(frame, 'Freeze this month').catch(() => {});
  await frame.waitForTimeout(1500);
  await frame.locator('details.fold summary').first().click().catch(() => {});
  await shot(page, frame, 'A11-log-copy-months');
  await press(frame, 'Settings');
  await frame.getByRole('combobox', { name: 'Late means' }).waitFor();
  await frame.getByRole('combobox', { name: 'Late means' }).selectOption('other');
  await press(frame, 'Erase everything');
  await frame.getByRole('combobox', { name: 'Keep rows about people for' }).selectOption({ index: 0 });
  await frame.waitForTimeout(500);
  await shot(page, frame, 'A12-settings');
  await frame.getByRole('switch', { name: 'Keep the same log on all my Outlooks' }).check();
  await frame.getByText('Last exchanged just now.').waitFor();
  await frame.getByRole('button', { name: /passphrase/i }).first().click();
  await frame.waitForTimeout(500);
  await shot(page, frame, 'A13-settings-roaming', '#roaming-title, h2:has-text("All your Outlooks")');
});

test('asks', { timeout: 590_000 }, async () => {
  outlook = await openOutlook({ ticking: false, hurries: true, height: 4300, start: at('2026-11-10 16:00', LONDON) });
  const { page } = outlook;
  const frame = await outlook.pane();
  await frame.getByText(/^Read /).first().waitFor();
  const button = (name: string) => frame.getByRole('button', { name, exact: true }).first();
  await tab(frame, 'Decisions');
  await button('Propose an agreement').click();
  await button('Save proposal').click();
  await shot(page, frame, 'B01-agreement-form-empty', '.agreements');
  const form = frame.getByRole('form', { name: 'Propose an agreement' });
  await form.getByRole('combobox', { name: 'With' }).selectOption({ label: 'Marcus Hale' });
  const rows = [['2027 scope', 'trunk', 'a deliverable of next year'], ['Pricing', 'root', ''], ['Vendors', 'branch', 'contracts under €5,000'], ['Bug fixes', 'leaf', '']];
  for (const [i, [topic, level, ex]] of rows.entries()) {
    await form.getByRole('textbox', { name: `Topic ${i + 1}` }).fill(topic ?? '');
    await form.getByRole('combobox', { name: `Level ${i + 1}` }).selectOption(level ?? '');
    await form.getByRole('textbox', { name: `Examples ${i + 1}` }).fill(ex ?? '');
  }
  await form.getByRole('combobox', { name: 'If I hear nothing' }).selectOption('go-ahead');
  await form.getByRole('textbox', { name: 'Their time zone' }).fill('America/New_York');
  await button('Save proposal').click();
  const card = frame.getByRole('listitem', { name: 'Agreement with Marcus Hale' });
  await card.getByRole('textbox', { name: 'Message' }).waitFor();
  await shot(page, frame, 'B02-proposal-letter', '.agreements');
  await card.getByRole('button', { name: 'Close' }).click();
  await card.getByRole('button', { name: 'Record Marcus’s reply' }).click();
  await card.getByRole('textbox', { name: 'Their words' }).fill('OK for me, thanks for asking');
  await shot(page, frame, 'B03-reply-form', '.agreements');
  await card.getByRole('button', { name: 'Save reply' }).click();
  await card.getByText(/Version 1, agreed/).waitFor();
  await button('Log decision').click();
  await frame.getByRole('textbox', { name: 'Decision', exact: true }).fill('Build the 2027 path with two teams');
  await frame.getByRole('textbox', { name: 'Why', exact: true }).fill('One team cannot finish it before the summer, and the summer is when it sells.');
  await frame.getByRole('combobox', { name: 'Topic' }).fill('2027 scope');
  await button('Save decision').click();
  await frame.getByRole('alert', { name: 'Before you decide' }).waitFor();
  await shot(page, frame, 'B04-before-decide');
  await frame.getByRole('button', { name: 'Ask Marcus first' }).click();
  const ask = frame.getByRole('region', { name: 'Ask Marcus' });
  await ask.getByRole('button', { name: 'Send to Marcus' }).waitFor();
  await shot(page, frame, 'B05-ask-mail');
  await ask.getByRole('textbox', { name: 'Message' }).fill('You always ignored this.');
  await ask.getByRole('spinbutton').fill('99');
  await frame.waitForTimeout(500);
  await shot(page, frame, 'B06-ask-faults');
  await ask.getByRole('spinbutton').fill('3');
  await ask.getByRole('button', { name: 'Start over' }).click();
  await frame.waitForTimeout(500);
  await ask.getByRole('button', { name: 'Send to Marcus' }).click();
  await ask.getByRole('button', { name: 'Undo' }).waitFor();
  await shot(page, frame, 'B07-sending');
  await outlook.undoTimePasses(ask);
  await frame.getByText('Marcus was asked.').waitFor({ timeout: 25000 });
  await shot(page, frame, 'B08-asked');
  await button('Close').click();
  await frame.getByRole('button', { name: /^D-\d+ Build the 2027/ }).click();
  await frame.getByRole('heading', { name: 'What happened' }).waitFor();
  await shot(page, frame, 'B09-waiting-detail');
});

test('group', { timeout: 400_000 }, async () => {
  outlook = await openOutlook({ ticking: false, hurries: true, height: 4300, query: '?open=2026-11-17 Atlas' });
  const { page } = outlook;
  const frame = await outlook.pane();
  await frame.getByText(/^Read /).first().waitFor();
  await frame.waitForTimeout(2500);
  const keep = frame.getByRole('button', { name: 'Keep a log of this meeting' });
  if (await keep.count()) { await shot(page, frame, 'C00-start'); await keep.click(); }
  await frame.getByRole('list', { name: 'Occurrences' }).waitFor({ timeout: 60000 });
  await frame.waitForTimeout(2500);
  await shot(page, frame, 'C01-group');
  await frame.waitForTimeout(500);
  await frame.locator('details.fold summary', { hasText: 'Marcus Hale' }).first().click();
  await frame.waitForTimeout(1500);
  await press(frame, 'Adjust');
  await frame.waitForTimeout(500);
  await shot(page, frame, 'C02-group-adjust');
  const as = frame.getByRole('combobox', { name: 'Send as' });
  for (const name of ['Lena Fischer', 'Marcus Hale', 'Wei Chen']) { await frame.getByRole('region', { name: 'Recap' }).getByRole('checkbox', { name: new RegExp(name) }).check({ timeout: 4000 }); await frame.waitForTimeout(700); }
  await frame.waitForTimeout(800);
  if (await as.count()) { await frame.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Deutsch' }); await frame.waitForTimeout(800); }
  await shot(page, frame, 'C03-group-recap-several', '.recap');
  await frame.getByRole('textbox', { name: 'Message' }).fill('You never came and always ignored us.').catch(() => {});
  await shot(page, frame, 'C03-group-recap-edited', '.recap');
  await press(frame, 'Send recap to absentees').catch(() => {});
  await frame.waitForTimeout(800);
  await shot(page, frame, 'C04-sending', '.recap');
  await press(frame, 'Settings');
  await frame.getByRole('combobox', { name: 'Late means' }).waitFor();
  await shot(page, frame, 'C05-settings-group');
});

test('other', { timeout: 400_000 }, async () => {
  outlook = await openOutlook({ ticking: false, height: 2400, start: Date.parse('2026-10-22T12:00:00Z') });
  const { page } = outlook;
  let frame = await outlook.pane();
  await frame.getByRole('button', { name: 'Keep a log of this meeting' }).waitFor();
  await shot(page, frame, 'D01-start');
  await tab(frame, 'Decisions'); await frame.waitForTimeout(1200);
  await shot(page, frame, 'D02-decisions-empty');
  await tab(frame, 'Log'); await frame.waitForTimeout(1200);
  await shot(page, frame, 'D03-log-empty');
  await press(frame, 'Settings'); await frame.waitForTimeout(1200);
  await shot(page, frame, 'D04-settings-empty');
  await tab(frame, 'Meeting');
  await press(frame, 'Keep a log of this meeting');
  await frame.waitForTimeout(3000);
  await shot(page, frame, 'D05-kept-new');
  await tab(frame, 'Decisions'); await frame.waitForTimeout(1200);
  await shot(page, frame, 'D06-decisions-none');
  await page.getByRole('switch', { name: 'Network' }).evaluate((e) => (e as any).click());
  await page.reload();
  frame = await outlook.pane();
  await frame.waitForTimeout(3000);
  await shot(page, frame, 'D07-offline');
});
