/**
 * Pictures of the pane for looking at, and axe over each: `npx tsx test/ui/shots.ts [name…]`.
 * They lie in build/shots/.
 */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import { ensureBrowser, switches } from '../../scripts/browser.mjs';

const OUT = 'build/shots';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

await mkdir(OUT, { recursive: true });
await build({
  entryPoints: { page: 'test/ui/page.tsx' },
  bundle: true,
  splitting: true,
  format: 'esm',
  outdir: OUT,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.svg': 'text' },
  logLevel: 'error',
});
await writeFile(
  `${OUT}/page.html`,
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pane</title>
  <link rel="stylesheet" href="page.css"><main id="pane"></main><script type="module" src="page.js"></script></html>`,
);

type Act = (page: Page) => Promise<unknown>;
const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click();
const tile = (words: RegExp) => (page: Page) => page.getByRole('button', { name: words }).first().click();
/** Opens somebody's page from their row among the people of the chosen occurrence. */
const person = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click();
const tab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click();

const trend: Act = (page) => page.getByRole('radio', { name: 'Trend', exact: true }).check();
/** Opens a way to change the record. */
const change =
  (how: string): Act =>
  async (page) => {
    await press('Change')(page);
    await page.getByRole('menuitem', { name: how, exact: true }).click();
  };

/** Text at 200 %. */
const grow: Act = (page) => page.addStyleTag({ content: 'html{font-size:200%}' });

const SHOTS: Readonly<Record<string, readonly [view: string, ...acts: Act[]]>> = {
  meeting: ['golden'],
  points: ['golden', press('We met'), press('Yes, and …')],
  'once-more': ['golden', press('Ask once more: P-001')],
  'point-form': ['golden', press('Raise a point'), press('Save point')],
  'before-sync': ['before', (page) => page.getByRole('region', { name: 'Before the sync' }).waitFor()],
  trend: ['golden', trend],
  why: ['golden', tile(/^Thu 29 Oct/), press('Why?'), press('Change')],
  cancelled: ['golden', tile(/^Thu 29 Oct/)],
  nobody: ['golden', tile(/^Mon 16 Nov/)],
  adjust: ['golden', change('Adjust'), (page) => page.getByLabel('Marcus Hale').selectOption('Sent word')],
  recap: [
    'golden',
    press('Nobody joined'),
    (page) => page.getByRole('button', { name: /^Send recap/ }).waitFor(),
  ],
  'recap-read': ['golden', press('Nobody joined'), press('Read the mail')],
  'recap-edit': ['golden', press('Nobody joined'), press('Edit')],
  undo: ['golden', press('Nobody joined'), press('Send recap to absentees')],
  how: ['golden', trend, press('How this was counted')],
  table: ['golden', trend, press('Show as table')],
  correct: ['golden', tile(/^Tue 27 Oct/), change('Correct')],
  topics: ['golden', tab('Decisions')],
  thread: ['golden', tab('Decisions'), press('Checkout')],
  'topic-rename': ['golden', tab('Decisions'), press('2027 scope'), press('Rename')],
  decisions: ['golden', tab('Decisions'), press('Log decision'), press('Save decision')],
  'missing-there': ['missing-there'],
  'kept-once': ['kept-once'],
  'kept-once-topic': ['kept-once', press('Change the topic')],
  objected: ['objected', tab('Decisions')],
  'made-in': [
    'objected',
    tab('Decisions'),
    (page) => page.getByRole('button', { name: /Move the sync/ }).click(),
  ],
  'objected-large': ['objected', tab('Decisions'), grow],
  'from-notes': [
    'golden',
    tab('Decisions'),
    press('Log decision'),
    press('From notes or transcript'),
    (page) =>
      page
        .getByRole('textbox', { name: 'Paste here' })
        .fill('## Decisions\n- Sign with B\n- Keep the date\n\nMarcus agreed to look at the prices.\n'),
    press('Make it a decision'),
  ],
  log: ['golden', tab('Log'), press('Export')],
  'log-with': [
    'golden',
    tab('Log'),
    (page) => page.getByRole('combobox', { name: 'Showing' }).selectOption('With Marcus Hale'),
  ],
  first: ['first'],
  'file-check': [
    'golden',
    press('Settings'),
    (page) =>
      page.getByLabel('File to check').setInputFiles({
        ...{ name: 'log.json', mimeType: 'application/json', buffer: Buffer.from('{}') },
      }),
    (page) => page.getByText('Line 17 was changed.').waitFor(),
    (page) => page.getByText('Line 17 was changed.').scrollIntoViewIfNeeded(),
  ],
  settings: ['golden', press('Settings'), press('Erase everything')],
  'check-file': [
    'golden',
    press('Settings'),
    (page) =>
      page
        .getByLabel('File to check')
        .setInputFiles({ name: 'log.json', mimeType: 'application/json', buffer: Buffer.from('{}') }),
    (page) => page.getByText('Line 17 was changed.').waitFor(),
  ],
  offline: ['offline'],
  signin: ['signin'],
  new: ['new'],
  starting: ['starting'],
  owed: ['owed'],
  today: ['owed', tab('Today')],
  'today-send': ['owed', tab('Today'), press('Send'), press('Read the mail')],
  'today-read': [
    'owed',
    tab('Today'),
    (page) =>
      page
        .getByRole('listitem')
        .filter({ hasText: 'sees a problem' })
        .getByRole('button', { name: 'Read' })
        .click(),
  ],
  'today-promise': [
    'owed',
    tab('Today'),
    (page) => page.getByRole('button', { name: 'Read' }).last().click(),
  ],
  'today-returned': [
    'owed',
    tab('Today'),
    (page) => page.getByRole('button', { name: 'Read' }).first().click(),
  ],
  'today-alone': ['owed-alone'],
  'today-large': ['owed', tab('Today'), grow],
  'owed-large': ['owed', grow],
  single: ['single'],
  split: ['split'],
  banners: ['banners'],
  going: ['going'],
  person: ['offered', tile(/^Fri 6 Nov/), person('Marcus Hale')],
  'offer-time': ['offered', tile(/^Fri 6 Nov/), person('Marcus Hale'), press('Offer a time')],
  promise: [
    'offered',
    tile(/^Fri 6 Nov/),
    person('Marcus Hale'),
    press('Note a promise'),
    press('Save promise'),
  ],
  erase: ['offered', tile(/^Fri 6 Nov/), person('Marcus Hale'), press('Erase Marcus Hale from this log…')],
  offered: ['offered'],
  which: ['which'],
  'crowd-meeting': ['crowd', change('Adjust')],
  crowd: [
    'crowd',
    press('Settings'),
    (page) => page.getByRole('searchbox', { name: 'Find somebody: Who is needed' }).fill('Person 23'),
  ],
  'crowd-decision': ['crowd', tab('Decisions'), press('Log decision')],
  'crowd-people': [
    'crowd',
    (page) =>
      page
        .getByRole('button', { name: / more$/ })
        .last()
        .press('Enter'),
  ],
  'crowd-match': [
    'crowd',
    press('This was…'),
    (page) => page.getByRole('searchbox', { name: 'Find somebody: This was' }).fill('Person 23'),
  ],
  backup: ['backup', tab('Log')],
  working: [
    'working',
    tab('Log'),
    (page) =>
      page
        .getByLabel('File to import')
        .setInputFiles({ name: 'log.json', mimeType: 'application/json', buffer: Buffer.from('{}') }),
    press('Import these'),
    (page) => page.getByRole('progressbar', { name: 'Importing' }).waitFor(),
  ],
  group: ['group', press('This was…')],
  'group-adjust': ['group', change('Adjust')],
  'group-trend': ['group', trend, press('Show as table')],
  large: ['golden', grow],
  'large-log': ['golden', tab('Log'), grow],
};
const LOOKS = [
  { name: '320-light', width: 320, colorScheme: 'light', forcedColors: 'none' },
  { name: '320-dark', width: 320, colorScheme: 'dark', forcedColors: 'none' },
  { name: '600-light', width: 600, colorScheme: 'light', forcedColors: 'none' },
  { name: '320-forced', width: 320, colorScheme: 'dark', forcedColors: 'active' },
] as const;

const wanted = process.argv.slice(2).filter((word) => word in SHOTS);
const looks = LOOKS.filter(
  ({ name }) =>
    process.argv.length < 3 || wanted.length === process.argv.length - 2 || process.argv.includes(name),
);
const names = wanted.length > 0 ? wanted : Object.keys(SHOTS);
// From the file system a page may not load modules; a route serves it as a site.
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: switches() });
let findings = 0;
for (const look of looks) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.colorScheme,
    forcedColors: look.forcedColors,
    reducedMotion: 'reduce',
    deviceScaleFactor: 1.5,
  });
  await context.route('http://pane.test/**', (route) =>
    route.fulfill({ path: `${OUT}${new URL(route.request().url()).pathname}` }),
  );
  for (const name of names) {
    const [view, ...acts] = SHOTS[name] ?? ['golden'];
    const page = await context.newPage();
    page.on('pageerror', (error) => console.log(name, 'threw', error.message));
    page.on('console', (said) => said.type() === 'error' && console.log(name, 'said', said.text()));
    await page.goto(`http://pane.test/page.html#${view}`);
    for (const act of acts) await act(page);
    await page.waitForTimeout(150);
    await page.screenshot({ path: `${OUT}/${name}-${look.name}.png`, fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) console.log(name, look.name, `is ${wide} px too wide`);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const result = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(document);
      return result.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
      );
    });
    findings += found.length;
    for (const one of found) console.log(name, look.name, one);
    await page.close();
  }
  await context.close();
}
await browser.close();
console.log(`${findings} axe findings`);
