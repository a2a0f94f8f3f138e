/** Finds a Chromium for the tests, and on Debian as root installs one where none is found. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fail } from './fail.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const PLAYWRIGHT_CACHES = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(homedir(), '.cache/ms-playwright'),
  join(homedir(), 'Library/Caches/ms-playwright'),
  join(homedir(), 'AppData/Local/ms-playwright'),
];

const PLAYWRIGHT_BINARIES = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win/chrome.exe',
];

/**
 * What Chromium leaves out when we drive it. Of two equal switches the last counts, so what Playwright leaves out stands
 * here as well. The popups of the address bar are pages: each window would open two, and work a second on them.
 */
const LEFT_OUT = [
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay'],
  ...['MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch'],
  ...['PreloadTopChromeWebUI', 'SpareRendererForSitePerProcess'],
  ...['WebUIOmniboxAimPopup', 'WebUIOmniboxPopup'],
];

/**
 * The switches with which a test or a script starts it. Without `partitioned`, Chromium denies frames of other sites their
 * storage, as a browser does that blocks third-party cookies: no database, no locks. With it, each site that frames the
 * pane gives it a store of its own, as most browsers do.
 */
export const switches = (storage = 'denied') => [
  '--no-sandbox',
  `--disable-features=${[...LEFT_OUT, ...(storage === 'denied' ? ['ThirdPartyStoragePartitioning'] : [])]}`,
];

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function playwrightBrowsers() {
  return PLAYWRIGHT_CACHES.filter((cache) => cache && existsSync(cache)).flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .flatMap((name) => PLAYWRIGHT_BINARIES.map((binary) => join(cache, name, binary))),
  );
}

/** The path of a browser, or undefined. `CHROMIUM` in the environment wins. */
export function findBrowser() {
  if (process.env.CHROMIUM) {
    if (runnable(process.env.CHROMIUM)) return process.env.CHROMIUM;
    fail(`CHROMIUM says "${process.env.CHROMIUM}", but there is no program.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const named = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...named, ...PLACES, ...playwrightBrowsers()].find(runnable);
}

export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const advice =
    'Install Chromium or Chrome, or set CHROMIUM to its path, or run "npx playwright-core install chromium".';
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    fail(`The browser tests need a Chromium, and none was found. ${advice}`);
  }
  process.stderr.write('Installing Chromium for the browser tests (once)…\n');
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const apt = spawnSync('apt-get', ['-qq', ...words], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (apt.status !== 0) fail(`"apt-get ${words.join(' ')}" failed. ${advice}\n${apt.stderr ?? ''}`);
  }
  return findBrowser() ?? fail(`Chromium was installed, but cannot be found. ${advice}`);
}
