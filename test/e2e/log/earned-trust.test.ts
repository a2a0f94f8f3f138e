import type { Frame } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { DAY } from '../../../src/domain/time/time';
import { logJson, parseLogJson } from '../../at-once';
import { agreement, answer, reply, request } from '../../domain/builders/consult-facts';
import { decision } from '../../domain/builders/judged-month';
import { type Outlook, openOutlook } from '../outlook';
import { untilRead } from '../ways';

const TOPIC = '2027 scope';
const MARCUS = {
  key: 'marcus.hale@northwind.example',
  name: 'Marcus Hale',
  address: 'marcus.hale@northwind.example',
};

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

async function ready(here: Outlook): Promise<Frame> {
  const frame = await here.pane();
  await untilRead(frame);
  await frame.getByRole('tab', { name: 'Log' }).click();
  return frame;
}

/** The log as it is kept, with an agreement and five questions to Marcus that he said OK to. */
async function withAskings({ simulator }: Outlook): Promise<string> {
  const parsed = parseLogJson(await simulator.office.log());
  if (!parsed.ok) throw new Error('The log of the sample month cannot be read');
  const { facts, owner } = parsed.value;
  const now = simulator.office.clock().now;
  const kept = facts.find((fact) => fact.kind === 'decision' && fact.series !== null);
  const series = kept?.kind === 'decision' ? (kept.series ?? '') : '';
  const agreed: readonly Fact[] = [
    agreement(1, {
      ...{ series, person: MARCUS, zone: null, topics: [{ topic: TOPIC, level: 'trunk', examples: '' }] },
    }),
    { ...reply(1), series },
  ];
  const asked = [2, 3, 4, 5, 6].flatMap((ago): readonly Fact[] => {
    const at = now - ago * DAY;
    const id = `earned-${ago}`;
    const of = { series, decision: id, person: MARCUS, recordedAt: at };
    return [
      decision(100 + ago, { id, series, topic: TOPIC, proposed: true, decidedAt: at, accountable: owner }),
      request({ ...of, id: `r${ago}`, mailKey: `k${ago}`, askedAt: at, deadline: at + DAY }),
      answer('ok', '2026-11-01T12:00', { ...of, id: `a${ago}`, at: at + DAY / 2 }),
    ];
  });
  return logJson({ facts: [...facts, ...agreed, ...asked], owner, exportedAt: now, app: '1.0.0' });
}

async function lookBack(frame: Frame) {
  await frame.getByRole('button', { name: 'Look back on a month', exact: true }).click();
  const earned = frame.getByRole('region', { name: 'Asking first' });
  await earned.waitFor();
  return earned;
}

describe('Earned trust (15)', () => {
  test('15 the look-back says what came of asking, and one tap proposes a freer level for a month', {
    timeout: 120_000,
  }, async () => {
    const here = await openOutlook({ ticking: false });
    outlook = here;
    let frame = await ready(here);
    const file = Buffer.from(await withAskings(here));
    await frame
      .getByLabel('File to import')
      .setInputFiles({ name: 'log.json', mimeType: 'application/json', buffer: file });
    await frame.getByRole('button', { name: 'Import these' }).click();
    await frame.getByText(/entries were added/).waitFor();
    let earned = await lookBack(frame);
    await earned
      .getByText(
        `Marcus Hale, “${TOPIC}”: asked 5 times, answered 5 times, no objection, in the last 90 days.`,
      )
      .waitFor();
    await earned
      .getByText(
        'You could suggest “Do it, tell me” to Marcus for a month. Then “Tell me before you act” holds again, unless you agree otherwise.',
      )
      .waitFor();
    await earned.getByRole('button', { name: 'Suggest it for a month' }).click();
    await earned.getByText(/^Version 2 is written down as a proposal\./).waitFor();
    expect(await earned.getByRole('textbox', { name: 'Message' }).inputValue()).toContain(
      `I do it and tell you:\n- ${TOPIC} (for a month; then as before)`,
    );
    expect(await earned.getByRole('button', { name: 'Suggest it for a month' }).count()).toBe(0);
    await earned.getByRole('button', { name: 'Undo' }).click();
    await earned.getByRole('button', { name: 'Suggest it for a month' }).click();
    await earned.getByText(/^Version 2 is written down as a proposal\./).waitFor();

    // It is there after a reload, as a proposal like any other, and holds once his yes is recorded.
    await here.page.reload();
    frame = await ready(here);
    earned = await lookBack(frame);
    expect(await earned.getByRole('button', { name: 'Suggest it for a month' }).count()).toBe(0);
    await frame.getByRole('tab', { name: 'Decisions' }).click();
    // Who writes another one is offered what was decided about of late, and not what stands in a row already.
    await frame.getByRole('button', { name: 'Propose a change' }).click();
    const form = frame.getByRole('form', { name: 'Propose an agreement' });
    await expect.poll(() => form.locator('datalist option').count()).toBeGreaterThan(0);
    expect(await form.locator(`datalist option[value="${TOPIC}"]`).count()).toBe(0);
    await form.getByRole('combobox', { name: 'Topic 1' }).fill('Pricing');
    await form.locator(`datalist option[value="${TOPIC}"]`).waitFor({ state: 'attached' });
    await form.getByRole('combobox', { name: 'Topic 1' }).fill(TOPIC);
    await form.getByRole('button', { name: 'Close' }).click();
    const card = frame.getByRole('listitem', { name: 'Agreement with Marcus Hale' });
    await card.getByText('Do it, tell me, for a month; then Tell me before you act').waitFor();
    await card.getByRole('button', { name: 'Record Marcus’s reply' }).first().click();
    await card.getByRole('textbox', { name: 'Their words' }).fill('Fine for December');
    await card.getByRole('button', { name: 'Save reply' }).click();
    await card.getByText(/Do it, tell me, until Sun 20 Dec; then Tell me before you act/).waitFor();
  });
});
