import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { LANGUAGES, type Language } from '../../../src/domain/language';
import { mailsIn } from '../../formats/mail/mails';
import { turnedHex } from '../../formats/turned';
import { browserOf } from '../browsers';

/** Pictures take longer than looking for what does not fit: with SCREENSHOTS=1. */
const SHOTS = process.env.SCREENSHOTS === '1' ? 'build/shots' : null;

const PHONE = 320;
const WINDOW = 700;

/** All mails of a language side by side, each in a window of its own; a dark program turns the colours. */
async function show(page: Page, language: Language, width: number, dark: boolean): Promise<void> {
  const mails = Object.values(mailsIn(language)).map(({ html }) =>
    dark ? html.replace(/#[0-9A-F]{6}/gi, turnedHex) : html,
  );
  const paper = dark ? '#292929' : '#ffffff';
  await page.setContent(
    `<body style="margin:0;display:flex;flex-wrap:wrap;gap:16px;background:${dark ? '#111' : '#ccc'}">${mails
      .map(
        (html) =>
          `<div class="window" style="width:${width}px;box-sizing:border-box;padding:12px;background:${paper}">${html}</div>`,
      )
      .join('')}</body>`,
  );
}

test('Every mail fits a phone and a window, in every language, light and dark', async () => {
  const page = await (await browserOf('denied')).newPage({ viewport: { width: 1500, height: 900 } });
  try {
    for (const language of LANGUAGES) {
      for (const [width, dark] of [
        [PHONE, false],
        [WINDOW, true],
      ] as const) {
        await show(page, language, width, dark);
        const over = await page.evaluate<string[]>(
          `[...document.querySelectorAll('.window')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.innerText)`,
        );
        expect(over).toEqual([]);
        if (SHOTS === null) continue;
        mkdirSync(SHOTS, { recursive: true });
        const path = `${SHOTS}/mails-${language}-${width}-${dark ? 'dark' : 'light'}.png`;
        await page.screenshot({ path, fullPage: true });
      }
    }
  } finally {
    await page.close();
  }
});
