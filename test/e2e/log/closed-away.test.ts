import type { Frame } from 'playwright-core';
import { expect, test } from 'vitest';

import type { Fact } from '../../../src/domain/facts/log/fact';
import type { Owner } from '../../../src/domain/facts/things/person';
import { logJson } from '../../at-once';
import { point, pointStep } from '../../domain/builders/point-facts';
import { at } from '../../simulator/time';
import { oneOutlook } from '../one-outlook';
import { DAILY, keep, kept } from '../ways';
import { expectWell } from '../well';

const start = oneOutlook();
const DAY = 24 * 60 * 60_000;
const [SETTLED, OPEN] = ['Can two people stay on the migration?', 'Who keeps the address lookup?'];
const ANSWER = 'Until March, yes';

const button = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true });
const raised = (frame: Frame) => frame.getByRole('list', { name: 'Raised with Marcus' });

test('9 A question that was answered long ago goes, an open one stays, and no number is given twice', {
  timeout: 240_000,
}, async () => {
  const web = await start({ item: DAILY, now: at('2026-11-20 15:40', 'Europe/London') });
  await web.page.emulateMedia({ reducedMotion: 'reduce' });
  const raise = async (text: string) => {
    await button(web.pane(), 'Raise a point').click();
    await web.pane().getByRole('textbox', { name: 'Point' }).fill(text);
    await button(web.pane(), 'Save point').click();
    await raised(web.pane()).getByText(text).waitFor();
  };
  await keep(web);
  await raise(OPEN);
  // From another machine: a question of September, and that it was answered then.
  const all = await kept(web.pane());
  const series = /"kind":"keeping"[^}]*"series":"([^"]+)"/.exec(all)?.[1];
  const records = (
    JSON.parse(all) as readonly { readonly name?: string; readonly value?: unknown }[][][]
  ).flat(2);
  const owner = records.find(({ name }) => name === 'owner')?.value as Owner | undefined;
  if (series === undefined || owner === undefined) throw new Error('no meeting is kept');
  const of = { series, recordedAt: Date.UTC(2026, 8, 7, 9) };
  const settled: readonly Fact[] = [
    point(2, { ...of, text: SETTLED, raisedAt: of.recordedAt }),
    pointStep('p2', 'answered', '2026-09-07T10:00', { series, words: ANSWER }),
  ];
  const json = logJson({ facts: settled, owner, exportedAt: of.recordedAt, app: '1.0.0' });
  await web.pane().getByRole('tab', { name: 'Log' }).click();
  await web
    .pane()
    .getByLabel('File to import')
    .setInputFiles({ name: 'log.json', mimeType: 'application/json', buffer: Buffer.from(json) });
  await button(web.pane(), 'Import these').click();
  await expect.poll(() => kept(web.pane())).toContain(ANSWER);

  await button(web.pane(), 'Settings').click();
  const days = web.pane().getByRole('combobox', { name: 'Keep rows about people for' });
  await expect.poll(() => days.inputValue()).toBe('180');
  await web
    .pane()
    .getByText('Points and promises are deleted the same time after they are closed.')
    .waitFor();
  await days.selectOption('30');
  await expectWell(web.pane(), 'kept for');
  await button(web.pane(), 'Yes, keep 30 days').click();
  await expect.poll(() => days.inputValue()).toBe('30');

  // Two openings say which day it is, and what is of more than one month has a week.
  for (const passed of [2, 4, 4, 2]) {
    await web.timePasses(passed * DAY);
    await web.reopen(DAILY);
    await web.pane().getByRole('tab', { name: 'Meeting' }).click();
    await raised(web.pane()).getByText(OPEN).waitFor();
    await web
      .pane()
      .getByText(/^Read (?!the mail)/)
      .waitFor();
  }
  await expect.poll(() => kept(web.pane()), { timeout: 30_000 }).not.toContain(ANSWER);
  const left = await kept(web.pane());
  expect(left).not.toContain(SETTLED);
  expect(left).toContain(OPEN);
  await raise('The next one');
  await raised(web.pane()).getByText('P-003').waitFor();
});
