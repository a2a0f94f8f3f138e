/** Draws the PNG icons of the manifest from assets/icon.svg; small ones from icon-small.svg, on whole pixels. */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser, switches } from './browser.mjs';
import { root } from './packages.mjs';

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];
const SMALL = 24;

const browser = await chromium.launch({ executablePath: findBrowser(), args: switches() });
const page = await browser.newPage();
for (const size of SIZES) {
  const svg = readFileSync(`${root}assets/${size <= SMALL ? 'icon-small' : 'icon'}.svg`, 'utf8');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: `${root}assets/icon-${size}.png`, omitBackground: true });
}
await browser.close();
