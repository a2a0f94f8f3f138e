import { chromium } from 'playwright-core';
import { ensureBrowser, switches } from '../../scripts/browser.mjs';
import { startSimulator } from '../simulator/serve';
import {
  buildPane,
  holdStopwatch,
  type Opened,
  type Racer,
  race,
  servePane,
  servePeer,
} from './framed-pages';
import { bareScript } from './peer-pages/bare-page';
import { templateScript } from './peer-pages/template-page';
import type { Ratio } from './ratio';

const ROUNDS = 15;
const PATIENCE = 15_000;

/** What is compared, and in which page of ours: the built one alone, or the one beside the simulated Outlook. */
const COMPARED: readonly (readonly [what: string, at: 'alone' | 'inOutlook', which: keyof Opened])[] = [
  ['First paint from navigation, with the real Office.js', 'alone', 'paint'],
  ['First contentful paint from navigation, with the real Office.js', 'alone', 'contentful'],
  ['First paint from navigation, in the simulated Outlook', 'inOutlook', 'paint'],
  [
    'Navigation to the strip of the last view, the word with the simulated Outlook included',
    'inOutlook',
    'useful',
  ],
];

/**
 * From navigation to the first paint, and to the strip of a kept log, with the network cut: what shows can only come
 * from this machine. For the strip the pane first asks Outlook which item is open; the other pages ask nobody, which
 * favours them.
 */
export async function measure(): Promise<Ratio[]> {
  buildPane();
  const template = await templateScript();
  if (template === null)
    console.error('The parts of the React template did not come from npm; it is left out.');
  const peers = [
    { name: 'bare page with Preact and signals', script: await bareScript() },
    ...(template === null ? [] : [{ name: 'React task pane template', script: template }]),
  ];
  const simulator = await startSimulator({ ticking: false });
  const pane = await servePane();
  const servers = await Promise.all(peers.map(({ script }) => servePeer(script)));
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: switches() });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await holdStopwatch(context);
    const at = async (url: string, isUseful = true): Promise<Racer> => {
      const page = await context.newPage();
      await page.goto(url);
      return { page, isUseful };
    };
    const outlook = await at(simulator.url);
    const frame = outlook.page.frameLocator('iframe[title="Loopkeeper"]');
    await frame.getByRole('list', { name: 'Occurrences' }).waitFor({ timeout: PATIENCE });
    await frame.getByText('Read just now').waitFor({ timeout: PATIENCE });
    simulator.office.setOnline(false);
    const racers = [outlook, await at(pane.url, false)];
    for (const { url } of servers) racers.push(await at(url));
    const [inOutlook, alone, ...theirs] = await race(racers, ROUNDS);
    const ours = { inOutlook, alone };
    return COMPARED.flatMap(([what, at, which]) =>
      peers.map(({ name }, peer) => ({
        what,
        value: ours[at]?.[which] ?? Number.NaN,
        unit: 'ms',
        peer: name,
        peerValue: theirs[peer]?.[which] ?? Number.NaN,
      })),
    );
  } finally {
    await browser.close();
    await simulator.close();
    for (const { close } of [pane, ...servers]) close();
  }
}
