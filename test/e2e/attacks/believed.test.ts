import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/facts/log/fact';
import type { Owner } from '../../../src/domain/facts/things/person';
import { erasureOf, logJson, parseLogJson } from '../../at-once';

import { type Outlook, openOutlook } from '../outlook';
import { untilRead } from '../ways';

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

async function start(): Promise<{ here: Outlook; frame: Frame }> {
  outlook = await openOutlook({ ticking: false });
  return { here: outlook, frame: await ready(outlook) };
}

async function ready(here: Outlook): Promise<Frame> {
  const frame = await here.pane();
  await untilRead(frame);
  return frame;
}

const tab = (frame: Frame, name: string) => frame.getByRole('tab', { name }).click();
const press = (frame: Frame, name: string) =>
  frame.getByRole('button', { name, exact: true }).first().click();
const tile = (frame: Frame, date: string) =>
  frame.getByRole('list', { name: 'Occurrences' }).getByRole('button', { name: new RegExp(`^${date},`) });
const MARCUS = {
  key: 'marcus.hale@northwind.example',
  name: 'Marcus Hale',
  address: 'marcus.hale@northwind.example',
};

/** The log as it is kept, with what somebody wrote into a file of it. */
async function fileWith(
  { simulator }: Outlook,
  more: (facts: readonly Fact[], owner: Owner) => readonly Fact[],
) {
  const parsed = parseLogJson(await simulator.office.log());
  if (!parsed.ok) throw new Error('The log of the sample month cannot be read');
  const { facts, owner } = parsed.value;
  const exportedAt = simulator.office.clock().now;
  return logJson({ facts: [...facts, ...more(facts, owner)], owner, exportedAt, app: '1.0.0' });
}

async function choose(frame: Frame, json: string): Promise<void> {
  await tab(frame, 'Log');
  const file = { name: 'log.json', mimeType: 'application/json', buffer: Buffer.from(json) };
  await frame.getByLabel('File to import').setInputFiles(file);
}

describe('6 Who says what in a mail', () => {
  test('an answer by mail is shown as by mail, with the mail it came from, and one tap takes it back', async () => {
    const here = await openOutlook({ ticking: false });
    outlook = here;
    await here.simulator.office.arrives({ from: 'marcus', to: 'priya', subject: 'OK [D-011]' });
    const frame = await ready(here);
    await tab(frame, 'Decisions');
    await frame.getByRole('button', { name: /^D-011 / }).click();
    const line = frame.locator('.chronology li').filter({ hasText: 'by mail (“OK [D-011]”)' });
    await line.getByRole('button', { name: 'Open the mail' }).waitFor();
    await line.getByRole('button', { name: 'Undo' }).click();
    await line.waitFor({ state: 'detached' });
    await here.page.reload();
    const again = await ready(here);
    await tab(again, 'Decisions');
    await again.getByRole('button', { name: /^D-011 / }).click();
    await again.locator('.chronology li').first().waitFor();
    expect(await again.locator('.chronology li').filter({ hasText: 'by mail' }).count()).toBe(0);
  });

  test('a cancellation by a stranger is asked about with the mail, and the calendar counts until then', async () => {
    const { here, frame } = await start();
    const stranger = { key: 'mallory@evil.example', name: 'Marcus Hale', address: 'mallory@evil.example' };
    const forged = (facts: readonly Fact[]): readonly Fact[] => {
      const seen = facts.findLast(
        (fact) => fact.kind === 'sighting' && fact.occurrence.endsWith('2026-11-19'),
      );
      if (seen?.kind !== 'sighting') throw new Error('Nobody saw the sync of Thu 19 Nov');
      const { occurrence, span, title } = seen;
      const at = span.start - 3_600_000;
      return [
        {
          ...{
            kind: 'mail',
            id: 'mail:forged',
            recordedAt: at,
            mail: 'cancellation',
            at,
            sentByOwner: false,
          },
          ...{ from: stranger, sender: null, series: occurrence.slice(0, -11), occurrence, title, span },
          ...{ wholeSeries: false, previous: null },
        },
      ];
    };
    await choose(frame, await fileWith(here, forged));
    await press(frame, 'Import these');
    await tab(frame, 'Meeting');
    await tile(frame, 'Thu 19 Nov').click();
    const question = frame.getByRole('region', { name: 'A message to check' });
    await question.getByText(/mallory@evil\.example/).waitFor();
    await question.getByRole('button', { name: 'Open in Outlook' }).waitFor();
    await here.page.screenshot({ path: 'build/shots/forged-cancellation.png' });
    expect(await tile(frame, 'Thu 19 Nov').innerText()).not.toContain('cancelled');
  });
});

describe('8 Names in free text', () => {
  test('what looks like a name is listed with its place before somebody is erased, and each can be left', async () => {
    const { here, frame } = await start();
    await tab(frame, 'Decisions');
    await press(frame, 'Log decision');
    await frame
      .getByRole('textbox', { name: 'Decision', exact: true })
      .fill('Marcuss plan stands; the inhaler stays');
    await frame.getByLabel('Owner').selectOption('Marcus Hale');
    await press(frame, 'Save decision');
    await frame.getByText(/is in the log/).waitFor();
    await tab(frame, 'Meeting');
    await tile(frame, 'Fri 6 Nov').first().click();
    await frame.getByRole('button', { name: 'Marcus Hale', exact: true }).first().click();
    await press(frame, 'Erase Marcus Hale from this log…');
    const question = frame.getByRole('group', { name: 'Erase Marcus Hale' });
    const names = question.getByRole('group', { name: 'These words may mean Marcus Hale' });
    await names.getByRole('checkbox', { name: /“Marcuss”/ }).waitFor();
    await names.getByText(/Marcuss plan stands/).waitFor();
    await names.scrollIntoViewIfNeeded();
    await here.page.screenshot({ path: 'build/shots/names-before-erasing.png' });
    await press(frame, 'Yes, erase Marcus Hale');
    await frame.getByText('Marcus Hale was erased from this log.').waitFor();
    await tab(frame, 'Decisions');
    await frame.getByText('colleague plan stands; the inhaler stays').first().waitFor();
  });
});

describe('4 What deletes is bounded, and asked', () => {
  test('an import that erases somebody counts what would go, asks twice, and can be undone for a week', async () => {
    const { here, frame } = await start();
    const erasing = (facts: readonly Fact[], owner: Owner): readonly Fact[] => {
      const now = here.simulator.office.clock().now;
      const given = {
        id: '2026-11-20T15:00:00.000Z other000',
        recordedAt: now,
        role: 'colleague',
        salt: 's',
      } as const;
      return [erasureOf(facts, owner, MARCUS, given)];
    };
    await choose(frame, await fileWith(here, erasing));
    await frame.getByText(/^Importing this takes something out of your log: .*\d+ rows?/).waitFor();
    await press(frame, 'Import these');
    const again = frame.getByRole('group', { name: 'What would go' });
    await again.getByText(/would go\? An export made first/).waitFor();
    await again.scrollIntoViewIfNeeded();
    await here.page.screenshot({ path: 'build/shots/import-asks-twice.png' });
    await press(frame, 'Yes, import, and let them go');

    const banner = frame.getByText(/^Somebody was erased on another machine or by a file/);
    await banner.waitFor();
    await tab(frame, 'Meeting');
    await here.page.screenshot({ path: 'build/shots/week-with-undo.png' });
    await expect.poll(() => frame.locator('body').innerText()).not.toMatch(/Marcus|Hale/);
    // It waits in the next pane as well.
    await here.page.reload();
    const next = await ready(here);
    await next.getByText(/^Somebody was erased on another machine or by a file/).waitFor();
    await press(next, 'Undo');
    await next.getByText(/^Somebody was erased/).waitFor({ state: 'detached' });
    await next
      .getByText(/Marcus Hale/)
      .first()
      .waitFor();
  });
});

describe('5 A wrong clock', () => {
  test('a clock a year ahead of everything known is said, and nothing is deleted', async () => {
    const { here, frame } = await start();
    await expect.poll(() => frame.getByText(/^The clock of this computer says/).count()).toBe(0);
    const { office } = here.simulator;
    await office.turnClock(office.clock().now + 365 * 86_400_000, false);
    await here.page.reload();
    const next = await ready(here);
    await next
      .getByText(
        /^The clock of this computer says Sat 20 Nov 2027; nothing that Outlook or this log knows is later than Fri 20 Nov 2026/,
      )
      .waitFor();
    await here.page.screenshot({ path: 'build/shots/clock-ahead.png' });
    // A year later all rows would be due to become counts.
    await tab(next, 'Log');
    await next.getByRole('table', { name: 'Attendance log' }).waitFor();
    expect(await next.getByText(/become monthly counts on/).count()).toBe(0);
  });
});
