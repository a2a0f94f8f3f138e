import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type Outlook, openOutlook } from '../outlook';
import { untilRead } from '../ways';

const open: Outlook[] = [];
afterEach(async () => {
  for (const outlook of open.reverse()) await outlook.close();
  open.length = 0;
});

interface Machine extends Outlook {
  frame: Frame;
}

/** Another machine of the same person: a browser profile of its own before the same mailbox and OneDrive. */
async function machine(beside?: Machine): Promise<Machine> {
  const outlook = await openOutlook({
    ticking: false,
    ...(beside === undefined ? {} : { simulator: beside.simulator }),
  });
  open.push(outlook);
  const frame = await outlook.pane();
  await untilRead(frame);
  return { ...outlook, frame };
}

const press = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true }).click();
const settings = async ({ frame }: Machine) => {
  const isOpen = await frame.getByRole('button', { name: 'Settings', pressed: true }).count();
  if (isOpen === 0) await press(frame, 'Settings');
  await frame.getByRole('heading', { name: 'All your Outlooks' }).waitFor();
};
const exchanged = ({ frame }: Machine) => frame.getByText('Last exchanged just now.').waitFor();
const switchOn = async (at: Machine) => {
  await settings(at);
  await at.frame.getByRole('switch', { name: 'Keep the same log on all my Outlooks' }).check();
  await exchanged(at);
};
const exchange = async (at: Machine) => {
  await settings(at);
  await press(at.frame, 'Exchange now');
  await at.frame.getByRole('button', { name: 'Exchange now', disabled: false }).waitFor();
  await exchanged(at);
};
const meeting = async ({ frame }: Machine, date: string) => {
  await frame.getByRole('tab', { name: 'Meeting' }).click();
  await frame
    .getByRole('list', { name: 'Occurrences' })
    .getByRole('button', { name: new RegExp(`^${date},`) })
    .click();
};
const note = async (at: Machine, date: string, saying: string) => {
  await meeting(at, date);
  await at.frame.getByRole('group', { name: 'What happened?' }).getByRole('button', { name: saying }).click();
  await at.frame.getByRole('button', { name: saying, pressed: true }).waitFor();
};

const beginDecision = async ({ frame }: Machine) => {
  await frame.getByRole('tab', { name: 'Decisions' }).click();
  await press(frame, 'Log decision');
  await frame.getByRole('textbox', { name: 'Decision', exact: true }).waitFor();
};
const decide = async ({ frame }: Machine, text: string) => {
  await frame.getByRole('textbox', { name: 'Decision', exact: true }).fill(text);
  await frame.getByLabel('Owner').selectOption('Marcus Hale');
  await press(frame, 'Save decision');
  await frame.getByText(/is in the log/).waitFor();
};
/** What the two decisions are called, the one logged first being first. */
const numbered = async ({ frame }: Machine): Promise<readonly string[]> => {
  await frame.getByRole('tab', { name: 'Decisions' }).click();
  const found = frame.getByRole('list', { name: 'Decisions' }).getByRole('button', { name: /Ship it on/ });
  await expect.poll(() => found.count()).toBe(2);
  const names = await found.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.split(' ')[0] ?? '').sort();
};

/** Every fact of the log, as an export tells it. */
async function facts({ page, frame }: Machine): Promise<readonly unknown[]> {
  await frame.getByRole('tab', { name: 'Log' }).click();
  await frame.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('menuitem', { name: 'JSON' }).click(),
  ]);
  return (JSON.parse(readFileSync(await file.path(), 'utf8')) as { facts: unknown[] }).facts;
}

describe('One log on several machines', () => {
  test('two that are there and one that was offline end with the same log, also one that had lost everything', {
    timeout: 120_000,
  }, async () => {
    const laptop = await machine();
    await switchOn(laptop);
    const names = [...(await laptop.simulator.office.files()).keys()];
    expect(names.every((name) => /^ledger-[0-9a-f]{8}-\d{4}-\d\d\.jsonl$/.test(name))).toBe(true);

    const desk = await machine(laptop);
    await settings(desk);
    await press(desk.frame, 'Erase everything');
    await press(desk.frame, 'Yes, erase everything');
    await desk.frame.getByRole('heading', { name: 'Priya/Marcus daily sync' }).waitFor({ state: 'detached' });
    await switchOn(desk);
    expect(await facts(desk)).toEqual(await facts(laptop));

    const mac = await machine(laptop);
    await switchOn(mac);
    await beginDecision(mac);
    await mac.page.context().setOffline(true);
    await decide(mac, 'Ship it on Monday');
    await note(mac, 'Mon 16 Nov', 'We met');
    await note(laptop, 'Fri 20 Nov', 'We met');
    await note(desk, 'Thu 19 Nov', 'Nobody joined');
    await beginDecision(laptop);
    await decide(laptop, 'Ship it on Tuesday');
    // What somebody noted goes by itself, a little later.
    await exchanged(await settings(laptop).then(() => laptop));
    await exchange(desk);
    await exchange(laptop);
    await mac.page.context().setOffline(false);
    await exchange(mac);
    await exchange(laptop);
    await exchange(desk);

    const logs = [await facts(laptop), await facts(desk), await facts(mac)];
    expect(logs[1]).toEqual(logs[0]);
    expect(logs[2]).toEqual(logs[0]);
    await meeting(desk, 'Fri 20 Nov');
    await desk.frame.getByRole('button', { name: 'We met', pressed: true }).waitFor();
    // Both gave it one number, not knowing of each other: all call them alike now.
    const numbers = await Promise.all([laptop, mac, desk].map(numbered));
    expect(numbers[0]).toHaveLength(2);
    expect(numbers[0]?.[1]).toBe(`${numbers[0]?.[0]}b`);
    expect([numbers[1], numbers[2]]).toEqual([numbers[0], numbers[0]]);
    for (const { complaints } of [laptop, desk]) expect(complaints).toEqual([]);
  });

  test('a decision out of notes, opened again on another machine, has one thread on both, and goes from both with who said it', {
    timeout: 120_000,
  }, async () => {
    const laptop = await machine();
    await switchOn(laptop);
    const desk = await machine(laptop);
    await switchOn(desk);

    await beginDecision(laptop);
    await press(laptop.frame, 'From notes or transcript');
    const talk =
      'WEBVTT\n\n00:01:05.000 --> 00:01:09.000\n<v Marcus Hale>Okay, so we all agreed, let us go with vendor B.</v>\n';
    await laptop.frame
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'talk.vtt', mimeType: 'text/vtt', buffer: Buffer.from(talk) });
    const found = laptop.frame.getByRole('list', { name: 'Candidates' }).getByRole('listitem');
    const more = laptop.frame.getByRole('button', { name: /^More/ });
    await found.or(more).first().waitFor();
    if ((await found.count()) === 0) await more.click();
    await found.first().getByRole('button', { name: 'Make it a decision' }).click();
    await laptop.frame.getByRole('combobox', { name: 'Topic' }).fill('Vendors');
    await decide(laptop, 'We go with vendor B');
    await exchange(laptop);
    await exchange(desk);

    await desk.frame.getByRole('tab', { name: 'Decisions' }).click();
    await desk.frame.getByRole('button', { name: /^D-\d+ We go with vendor B/ }).click();
    await press(desk.frame, 'Reopen…');
    await desk.frame.getByRole('textbox', { name: 'Reason' }).fill('The price went up');
    await press(desk.frame, 'Reopen');
    await desk.frame.getByText('The price went up').first().waitFor();
    await exchange(desk);
    await exchange(laptop);

    const thread = async ({ frame }: Machine): Promise<readonly string[]> => {
      await frame.getByRole('tab', { name: 'Decisions' }).click();
      await frame.getByRole('button', { name: 'Vendors', exact: true }).first().click();
      const lines = frame.getByRole('region', { name: 'What happened' }).getByRole('listitem');
      await lines.first().waitFor();
      return lines.allInnerTexts();
    };
    const told = await thread(laptop);
    expect(told.join('\n')).toMatch(/from a transcript, Marcus Hale, 1:05: “.*let us go with vendor B/);
    expect(told.join('\n')).toContain('The price went up');
    expect(await thread(desk)).toEqual(told);
    expect(await facts(desk)).toEqual(await facts(laptop));

    // Erased on one, whoever said it and what they said are on neither any more; what was made of it stays (9).
    await meeting(laptop, 'Fri 6 Nov');
    await press(laptop.frame, 'Marcus Hale');
    await press(laptop.frame, 'Erase Marcus Hale from this log…');
    await press(laptop.frame, 'Yes, erase Marcus Hale');
    await laptop.frame.getByText('Marcus Hale was erased from this log.').waitFor();
    await exchange(laptop);
    await exchange(desk);
    for (const at of [laptop, desk]) {
      const left = JSON.stringify(await facts(at));
      expect(left).toContain('We go with vendor B');
      expect(left).not.toMatch(/marcus|let us go/i);
    }
  });

  test('with a passphrase nothing in OneDrive can be read, and another machine opens it, a wrong word not', async () => {
    const laptop = await machine();
    await switchOn(laptop);
    await press(laptop.frame, 'Protect with a passphrase');
    const form = laptop.frame.getByRole('form', { name: 'New passphrase' });
    await form.getByLabel('New passphrase', { exact: true }).fill('short');
    await press(laptop.frame, 'Protect the files');
    await form.getByText(/^At least 10 characters/).waitFor();
    await form.getByLabel('New passphrase', { exact: true }).fill('the blue door');
    await form.getByLabel('New passphrase again').fill('the blue door');
    await form.getByLabel('Remember on this machine').check();
    await press(laptop.frame, 'Protect the files');
    await laptop.frame.getByText('The files in OneDrive are protected now.').waitFor();
    const files = await laptop.simulator.office.files();
    expect([...files.values()].join('\n')).not.toMatch(/Marcus|sighting/);

    const desk = await machine(laptop);
    await settings(desk);
    await desk.frame.getByRole('switch', { name: 'Keep the same log on all my Outlooks' }).check();
    const ask = desk.frame.getByRole('form', { name: 'Passphrase' });
    await ask.getByLabel('Passphrase').fill('the red door');
    await press(desk.frame, 'Open');
    await ask.getByText(/^This passphrase does not open the files/).waitFor();
    await ask.getByLabel('Passphrase').fill('the blue door');
    await press(desk.frame, 'Open');
    await exchanged(desk);
    expect(await facts(desk)).toEqual(await facts(laptop));
    await settings(desk);
    await press(desk.frame, 'Stop protecting the files');
    await press(desk.frame, 'Yes, stop protecting them');
    await desk.frame.getByText('The files in OneDrive are not protected any more.').waitFor();
    const open = await laptop.simulator.office.files();
    expect([...open.values()].join('\n')).toMatch(/sighting/);
    expect([...open.keys()].filter((name) => /^key-[0-9a-f]+\.json$/.test(name))).toEqual([]);
  });

  test('refused by OneDrive it says so and stays off; the copy deleted, it goes off everywhere', async () => {
    const laptop = await machine();
    laptop.simulator.office.disturb({
      path: /approot/,
      times: 1,
      answer: { kind: 'error', code: 403, name: 'accessDenied', message: 'Access denied' },
    });
    await settings(laptop);
    const toggle = laptop.frame.getByRole('switch', { name: 'Keep the same log on all my Outlooks' });
    await toggle.click();
    await laptop.frame.getByText(/^OneDrive does not let this add-in keep a folder/).waitFor();
    expect(await toggle.isChecked()).toBe(false);

    await switchOn(laptop);
    await toggle.uncheck();
    await laptop.frame.getByRole('button', { name: 'Exchange now' }).waitFor({ state: 'detached' });
    await switchOn(laptop);
    const desk = await machine(laptop);
    await switchOn(desk);
    await press(desk.frame, 'Delete the copy in OneDrive');
    await press(desk.frame, 'Yes, delete the copy');
    await desk.frame
      .getByRole('switch', { name: 'Keep the same log on all my Outlooks', checked: false })
      .waitFor();
    expect([...(await laptop.simulator.office.files()).keys()]).toEqual(['roaming-ended.json']);
    // It may have found out by itself: after each look at the calendar, and a little after an entry.
    const told = laptop.frame.getByText(
      /^A file in OneDrive says that the copy was deleted on another machine/,
    );
    const now = laptop.frame.getByRole('button', { name: 'Exchange now' });
    await told.or(now).waitFor();
    if ((await told.count()) === 0) await now.click();
    await told.waitFor();
    expect((await facts(laptop)).length).toBeGreaterThan(100);
  });
});
