import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';

/** The script of axe, to be run in the page that it looks at. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Axe has no finding in the pane, and nothing reaches over its side. */
export async function expectWell(frame: Frame, look: string): Promise<void> {
  if (await frame.evaluate('!("axe" in window)')) await frame.evaluate(axe);
  const found = await frame.evaluate(`axe.run(document).then(({ violations }) => violations.map(
    ({ id, nodes }) => id + ': ' + nodes.map((node) => node.target.join(' ')).join(' | ')))`);
  expect(found, look).toEqual([]);
  const { scrollWidth, clientWidth } = await frame.evaluate<Record<string, number>>(
    '(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }))(document.documentElement)',
  );
  expect(scrollWidth, look).toBe(clientWidth);
}
