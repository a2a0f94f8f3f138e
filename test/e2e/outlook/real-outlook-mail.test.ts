import { beforeAll, describe, expect, test } from 'vitest';
import { METHODS } from '../../simulator/outlook-web/wire';
import { oneOutlook, sharedOutlook } from '../one-outlook';
import type { OutlookWeb, OutlookWebOptions } from '../outlook-web';

const open = oneOutlook();

/** An occurrence that one person missed. */
const ATLAS = { open: 'appointment', title: 'Atlas refinement', date: '2026-11-03' } as const;

async function keepLog(web: OutlookWeb): Promise<void> {
  await web.pane().getByRole('button', { name: 'Keep a log of this meeting' }).click();
  await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
}

/** The pane beside that occurrence, with its log kept. */
async function start(options: OutlookWebOptions = {}): Promise<OutlookWeb> {
  const web = await open({ item: ATLAS, ...options });
  await keepLog(web);
  return web;
}

const DAILY = { open: 'appointment', title: 'daily sync', date: '2026-11-20' } as const;

/** The forms Outlook was asked to show, by name. */
const shown = async ({ host }: OutlookWeb) => {
  const names = new Map(Object.entries(METHODS).map(([name, number]) => [number, name]));
  const all = await host((handle) => handle.shown);
  return all.map(({ method, given }) => ({ form: names.get(method as never), given: JSON.stringify(given) }));
};

const drafts = ({ graph }: OutlookWeb) => graph.mailbox('priya').drafts;

async function exportAs(web: OutlookWeb, name: string): Promise<void> {
  await web.pane().getByRole('tab', { name: 'Log' }).click();
  await web.pane().getByRole('button', { name: 'Export' }).click();
  await web.pane().getByRole('menuitem', { name }).click();
}

describe('A recap that is opened in Outlook', () => {
  test('is a draft that Outlook shows by its own id', async () => {
    const web = await start();
    await web.pane().getByRole('button', { name: 'Open in Outlook' }).click();
    await expect.poll(() => shown(web)).toMatchObject([{ form: 'messageFormAsync' }]);
    const [draft] = drafts(web);
    expect(draft?.to).toMatchObject([{ emailAddress: { address: 'marcus.hale@northwind.example' } }]);
    expect(web.graph.mailbox('priya').sent.filter((one) => one.messageClass === 'IPM.Note')).toEqual([]);
  });

  test('is a form where drafts are not permitted', async () => {
    const web = await start({ item: DAILY, graph: { scopes: READING } });
    await web
      .pane()
      .getByRole('group', { name: 'What happened?' })
      .getByRole('button', { name: 'Nobody joined' })
      .click();
    await web.pane().getByRole('button', { name: 'Open in Outlook' }).click();
    await expect.poll(() => shown(web)).toMatchObject([{ form: 'newMessageFormAsync' }]);
    expect(drafts(web)).toEqual([]);
  });

  test('leaves no draft behind where Outlook cannot show it, and says so', async () => {
    const web = await start({ mailbox: '1.8' });
    await web.pane().getByRole('button', { name: 'Open in Outlook' }).click();
    await web.pane().getByText('Outlook refused').waitFor();
    expect(drafts(web)).toEqual([]);
  });
});

const READING = ['User.Read', 'Calendars.Read', 'MailboxSettings.Read'];

describe('The log', () => {
  test('goes to the disk', async () => {
    const web = await start();
    const download = web.page.waitForEvent('download');
    await exportAs(web, 'CSV');
    expect((await download).suggestedFilename()).toBe('loopkeeper-log Atlas refinement 2026-11-20.csv');
  });
});

describe('The log, where a download does nothing', () => {
  const mac = sharedOutlook({ item: ATLAS, profile: 'mac' });
  beforeAll(() => keepLog(mac()));

  test('says what to do where a download does nothing', async () => {
    const web = mac();
    await exportAs(web, 'CSV');
    await web.pane().getByText('If it did not, choose Copy').waitFor();
  });

  test('goes to the clipboard though Outlook gives frames none, and stays visible', async () => {
    const web = mac();
    await web.pane().evaluate(`document.addEventListener('copy', () => { window.copied = true; })`);
    await exportAs(web, 'Copy');
    await web.pane().getByText('Copied').waitFor();
    expect(await web.pane().evaluate('window.copied')).toBe(true);
    const text = await web.pane().getByLabel('The log as text').inputValue();
    expect(text).toContain('series_id,series_title');
  });

  test('goes into a mail to oneself, with the file attached', async () => {
    const web = mac();
    await exportAs(web, 'Mail me the log');
    await expect.poll(() => shown(web)).toMatchObject([{ form: 'messageFormAsync' }]);
    const [draft] = drafts(web);
    expect(draft?.to).toMatchObject([{ emailAddress: { address: 'priya.nair@northwind.example' } }]);
    expect(JSON.stringify(draft)).toContain('loopkeeper-log Atlas refinement 2026-11-20.csv');
  });
});
