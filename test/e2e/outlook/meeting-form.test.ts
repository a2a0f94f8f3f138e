import { describe, expect, test } from 'vitest';
import { oneOutlook } from '../one-outlook';
import type { OutlookWeb } from '../outlook-web';
import { ATLAS, DAILY, keep } from '../ways';

const start = oneOutlook();
const MISSING = 'You agreed to ask Marcus Hale first, who is not invited yet.';

/** Marcus agreed to be told before Priya acts on the scope of 2027. */
async function agreeWithMarcus({ pane }: OutlookWeb): Promise<void> {
  const button = (name: string) => pane().getByRole('button', { name, exact: true });
  await pane().getByRole('tab', { name: 'Decisions' }).click();
  await button('Propose an agreement').click();
  const form = pane().getByRole('form', { name: 'Propose an agreement' });
  await form.getByRole('combobox', { name: 'With' }).selectOption({ label: 'Marcus Hale' });
  await form.getByRole('combobox', { name: 'Topic 1' }).fill('2027 scope');
  await form.getByRole('combobox', { name: 'Level 1' }).selectOption('trunk');
  await button('Save proposal').click();
  const card = pane().getByRole('listitem', { name: 'Agreement with Marcus Hale' });
  await card.getByRole('button', { name: 'Close' }).click();
  await card.getByRole('button', { name: 'Record Marcus’s reply' }).click();
  await card.getByRole('textbox', { name: 'Their words' }).fill('OK');
  await card.getByRole('button', { name: 'Save reply' }).click();
  await card.getByText(/^Version 1, agreed on/).waitFor();
}

describe('Beside a meeting that its organizer is writing (11)', () => {
  test('who was to be asked first is named as soon as its title says so, and added by one tap', async () => {
    const web = await start({ item: DAILY });
    await keep(web);
    await agreeWithMarcus(web);

    await web.reopen({ ...ATLAS, saved: 'unsaved', without: 'Marcus Hale' });
    await web.pane().getByText('Save or send this meeting first').waitFor();
    expect(await web.pane().getByText(MISSING).count()).toBe(0);
    // Nobody tells the pane of a new title: it looks by itself.
    await web.host(({ retitle }) => retitle('Scope of 2027 with Atlas and Billing'));
    await web.page.clock.fastForward(6_000);
    await web.pane().getByText(MISSING).waitFor();

    await web.pane().getByRole('button', { name: 'Add Marcus Hale' }).click();
    await web
      .pane()
      .getByText('Marcus Hale was added to this meeting, and is invited when you send it.')
      .waitFor();
    await web.pane().getByText(MISSING).waitFor({ state: 'detached' });
    expect(await web.host(({ invited }) => invited())).toContain('marcus.hale@northwind.example');
    expect(await web.host(({ busiest }) => busiest)).toBeLessThanOrEqual(3);
  });
});
