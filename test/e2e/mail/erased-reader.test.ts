import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Actions,
  at,
  openDesk,
  openOther,
  recapOf,
  reload,
  saysStillToGo,
  stillToGo,
} from './promise/case';

let desk: Actions;
beforeAll(async () => {
  desk = await openDesk();
}, 120_000);
afterAll(() => desk.outlook.close());

const STILL_THERE = /names somebody who was erased is still in Outlook\. It is taken back there as soon as/;

test('17 Somebody is erased offline while a mail to them waits: every pane says that it is still there, and the next one that can takes it back', async () => {
  const told = at(desk.road, { method: 'POST', path: /\/send$/, fate: 'cut-after' });
  const pressed = await desk.press();
  await told;
  const frame = await desk.outlook.pane();
  await saysStillToGo(frame);
  void desk.road.put({ path: /./, fate: 'cut' });

  await recapOf(frame, pressed.day);
  await frame.getByRole('button', { name: 'Bo Lund', exact: true }).first().click();
  await frame.getByRole('button', { name: 'Erase Bo Lund from this log…' }).click();
  await frame.getByRole('button', { name: 'Yes, erase Bo Lund' }).click();
  await frame.getByText('Bo Lund was erased from this log.').waitFor();
  await stillToGo(frame).getByText(STILL_THERE).waitFor();
  await desk.outlook.page.screenshot({ path: 'build/shots/erased-reader.png' });

  const other = await openOther(desk);
  await stillToGo(other).getByText(STILL_THERE).waitFor();
  expect(await other.locator('body').innerText()).not.toMatch(/Bo|Lund/);

  desk.road.clear();
  const again = await reload(desk);
  await expect.poll(desk.waiting, { timeout: 30_000 }).toBe(0);
  await stillToGo(again).waitFor({ state: 'detached' });
  await desk.passes(60_000);
  expect(await pressed.went()).toBe(0);
});
