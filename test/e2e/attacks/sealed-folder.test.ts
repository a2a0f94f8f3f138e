import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { openFileOf } from '../../attacks/folder-attacker';
import { checkIn } from '../../contracts/sample-facts';
import { type Outlook, openOutlook } from '../outlook';
import { untilRead } from '../ways';

const PASSPHRASE = 'the blue door';
const open: Outlook[] = [];
afterEach(async () => {
  for (const outlook of open.reverse()) await outlook.close();
  open.length = 0;
});

interface Machine extends Outlook {
  frame: Frame;
}

/** Another machine of the same person, with its settings open. */
async function machine(beside?: Machine): Promise<Machine> {
  const world = beside === undefined ? {} : { simulator: beside.simulator };
  const outlook = await openOutlook({ ticking: false, ...world });
  open.push(outlook);
  const frame = await outlook.pane();
  await untilRead(frame);
  await press(frame, 'Settings');
  return { ...outlook, frame };
}

const press = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true }).click();
const switchOn = ({ frame }: Machine) =>
  frame.getByRole('switch', { name: 'Keep the same log on all my Outlooks' }).check();
const exchange = async ({ frame }: Machine) => {
  await press(frame, 'Exchange now');
  await frame.getByText('Last exchanged just now.').waitFor();
};
const protect = async ({ frame }: Machine) => {
  await press(frame, 'Protect with a passphrase');
  const form = frame.getByRole('form', { name: 'New passphrase' });
  await form.getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE);
  await form.getByLabel('New passphrase again').fill(PASSPHRASE);
  await form.getByLabel('Remember on this machine').check();
  await press(frame, 'Protect the files');
  await frame.getByText('The files in OneDrive are protected now.').waitFor();
};
const filesIn = async ({ simulator }: Machine) => [...(await simulator.office.files())];
const openly = async (at: Machine) =>
  (await filesIn(at)).filter(([, text]) => /sighting/.test(text)).map(([name]) => name);
/** How many facts the log has, as an export tells it. */
async function size({ page, frame }: Machine): Promise<number> {
  await frame.getByRole('tab', { name: 'Log' }).click();
  await frame.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('menuitem', { name: 'JSON' }).click(),
  ]);
  await press(frame, 'Settings');
  return (JSON.parse(readFileSync(await file.path(), 'utf8')) as { facts: unknown[] }).facts.length;
}

describe('What somebody else puts into a sealed folder', () => {
  test('is read only after a question that says what it would bring, and ends no protection', async () => {
    const laptop = await machine();
    await switchOn(laptop);
    await protect(laptop);
    const before = await size(laptop);
    const [, id = ''] =
      /key-([0-9a-f]+)\.json/.exec((await filesIn(laptop)).map(([name]) => name).join()) ?? [];
    const { office } = laptop.simulator;
    await office.putFile(`key-${id}-ended.json`, '');
    await office.putFile('key-0.json', '{}');
    const brought = openFileOf('evil', [
      checkIn('zz-forged', 'a', 2),
      { kind: 'retention', id: 'zz-kept', recordedAt: 1, days: 30 },
    ]);
    await office.putFile('ledger-evil-2026-11.jsonl', brought);
    await exchange(laptop);
    const { frame } = laptop;
    await frame.getByText(/says that the protection has ended, but nobody with the key wrote it/).waitFor();
    const question = frame.getByRole('group', { name: 'Files that are not protected' });
    await question.getByText('It would bring one entry.').waitFor();
    await question.getByText(/^It would (change what is kept|take something out of your log)/).waitFor();
    expect(await openly(laptop)).toEqual([]);
    expect(await size(laptop)).toBe(before);

    await question.getByRole('button', { name: 'Leave unread' }).click();
    await question.waitFor({ state: 'detached' });
    await frame
      .getByText('One file in the folder is not protected. It is left unread, as you chose.')
      .waitFor();
    expect(await size(laptop)).toBe(before);

    await office.putFile('ledger-evil-2026-11.jsonl', openFileOf('evil', [checkIn('zz-late', 'a', 2)]));
    await exchange(laptop);
    await question.getByRole('button', { name: 'Read and protect' }).click();
    await question.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await filesIn(laptop)).some(([name]) => name.includes('evil')))
      .toBe(false);
    expect(await size(laptop)).toBe(before + 1);
    expect(laptop.complaints).toEqual([]);
  });

  test('who ended the protection on one machine is asked on the others, where it goes on until there is an answer', async () => {
    const laptop = await machine();
    await switchOn(laptop);
    await protect(laptop);
    const desk = await machine(laptop);
    await switchOn(desk);
    const ask = desk.frame.getByRole('form', { name: 'Passphrase' });
    await ask.getByLabel('Passphrase').fill(PASSPHRASE);
    await ask.getByLabel('Remember on this machine').check();
    await press(desk.frame, 'Open');
    await desk.frame.getByText('Last exchanged just now.').waitFor();
    const own = (await filesIn(desk)).map(([name]) => name);

    await press(laptop.frame, 'Stop protecting the files');
    await press(laptop.frame, 'Yes, stop protecting them');
    await laptop.frame.getByText('The files in OneDrive are not protected any more.').waitFor();
    await exchange(desk);
    const question = desk.frame.getByRole('group', { name: 'The protection was ended elsewhere' });
    await question.getByText(/^The protection was ended on another of your Outlooks, just now\./).waitFor();
    await question.getByRole('button', { name: 'Keep protecting' }).waitFor();
    expect(own.length).toBeGreaterThan(1);
    await question.getByRole('button', { name: 'Stop here as well' }).click();
    await question.waitFor({ state: 'detached' });
    await desk.frame.getByRole('button', { name: 'Protect with a passphrase' }).waitFor();
    const names = (await filesIn(desk)).map(([name]) => name);
    expect(names.filter((name) => /^key-[0-9a-f]+\.json$/.test(name))).toEqual([]);
    expect((await openly(desk)).length).toBe(names.filter((name) => name.startsWith('ledger-')).length);
  });

  test('sealed with a passphrase of somebody else’s, it holds nobody up who says so', async () => {
    const laptop = await machine();
    const stranger = JSON.stringify({
      ...{ format: 'loopkeeper-roaming', version: 2, device: 'evil', month: '2026-11' },
      ...{ key: '00ff00ff00ff', edition: 1 },
    });
    await laptop.simulator.office.putFile('ledger-evil-2026-11.jsonl', `${stranger}\nx.x\n`);
    await switchOn(laptop);
    const ask = laptop.frame.getByRole('form', { name: 'Passphrase' });
    await ask.getByText(/If none of your Outlooks protects this log/).waitFor();
    await press(laptop.frame, 'They are not mine');
    await laptop.frame.getByText('Last exchanged just now.').waitFor();
    await laptop.frame.getByText(/^One file in the folder is protected with another passphrase/).waitFor();
    expect((await openly(laptop)).length).toBeGreaterThan(0);
  });
});
