import { describe, expect, test } from 'vitest';
import { sampleMonth } from '../../simulator/worlds/sample-month';
import { oneOutlook } from '../one-outlook';
import type { OutlookWeb, OutlookWebOptions } from '../outlook-web';
import { untilRead } from '../ways';

const open = oneOutlook();

const ATLAS = { open: 'appointment', title: 'Atlas refinement', date: '2026-11-03' } as const;
const DAILY = { open: 'appointment', title: 'daily sync', date: '2026-11-20' } as const;

/** The pane beside an occurrence that one person missed, with its log kept. */
async function kept(options: OutlookWebOptions = {}): Promise<OutlookWeb> {
  const web = await open({ item: ATLAS, ...options });
  await web.pane().getByRole('button', { name: 'Keep a log of this meeting' }).click();
  await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
  await untilRead(web.pane());
  return web;
}

const press = (web: OutlookWeb, name: string | RegExp) => web.pane().getByRole('button', { name }).click();

/** What was asked with tokens of this person, without whose they are. */
function askedAs({ graph }: OutlookWeb, address: string): string[] {
  return graph.requests.flatMap(({ method, url, headers }) => {
    const [, claims = ''] = (headers.authorization ?? '').split('.');
    const holder = Buffer.from(claims, 'base64url').toString();
    const path = new URL(url).pathname;
    return holder.includes(address) && path !== '/v1.0/me' ? [`${method} ${path}`] : [];
  });
}

const MARCUS = 'marcus.hale@northwind.example';
const ANOTHER = /Another account is signed in, not that of this mailbox/;

describe('1 Outlook hands out another account’s tokens while the pane is open', () => {
  test('nothing is read or written with them: no calendar, no mail, no file, whatever the person presses', {
    timeout: 90_000,
  }, async () => {
    const web = await kept();
    await web.pane().getByRole('button', { name: 'Send recap to absentees' }).waitFor();
    await web.handOutTokensOf('marcus');
    const before = (await web.tokenRequests()).length;
    // What was not asked for so far is of the other account at once.
    await press(web, 'Settings');
    await web.pane().getByRole('switch', { name: 'Keep the same log on all my Outlooks' }).click();
    await web.pane().getByRole('alert').getByText(ANOTHER).waitFor();
    // A token of the right account in hand is used on; one that has run out is asked for anew.
    await web.pane().getByRole('tab', { name: 'Meeting' }).click();
    await web.page.clock.fastForward(2 * 3_600_000);
    await press(web, 'Refresh');
    await web.pane().getByText(ANOTHER).first().waitFor();
    // Pressed all the same, a mail waits for the right account, and says so.
    await press(web, 'Send recap to absentees');
    await web
      .pane()
      .getByText(/^Still to go to/)
      .first()
      .waitFor();
    await web.timePasses(60_000);

    expect((await web.tokenRequests()).length).toBeGreaterThan(before);
    expect(askedAs(web, MARCUS)).toEqual([]);
    for (const mailbox of ['marcus', 'priya']) {
      const { drafts, sent } = web.graph.mailbox(mailbox);
      expect([drafts, sent.filter(({ messageClass }) => messageClass === 'IPM.Note')]).toEqual([[], []]);
    }
    expect([...web.graph.files.keys()]).toEqual([]);
  });

  test('the log stays to be read and written to, and goes on with the right account', async () => {
    const web = await kept();
    await web.handOutTokensOf('marcus');
    await web.page.clock.fastForward(2 * 3_600_000);
    await press(web, 'Refresh');
    await web.pane().getByText(ANOTHER).first().waitFor();
    await press(web, 'We met');
    await web.pane().getByRole('button', { name: 'We met', pressed: true }).waitFor();
    await web.handOutTokensOf('priya');
    await press(web, 'Sign in');
    await web.pane().getByText(ANOTHER).waitFor({ state: 'detached' });
    expect(askedAs(web, MARCUS)).toEqual([]);
  });
});

describe('2 A second mailbox in the same browser', () => {
  test('sees nothing of the first one’s log, neither at first nor later', async () => {
    const web = await kept();
    await web.pane().getByRole('tab', { name: 'Decisions' }).click();
    await press(web, 'Log decision');
    await web.pane().getByRole('textbox', { name: 'Decision', exact: true }).fill('Half a sentence');
    const release = web.holdGraph();
    await web.reopen(ATLAS, MARCUS);
    await web.pane().getByText('Reading the calendar').first().waitFor();
    expect(await web.pane().getByRole('list', { name: 'Occurrences' }).count()).toBe(0);
    release();
    await web.pane().getByText(ANOTHER).first().waitFor();
    expect(await web.pane().getByRole('list', { name: 'Occurrences' }).count()).toBe(0);
    await web.pane().getByRole('tab', { name: 'Decisions' }).click();
    expect(await web.pane().getByText('Half a sentence').count()).toBe(0);

    await web.reopen(ATLAS);
    await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
    await web.pane().getByRole('tab', { name: 'Decisions' }).click();
    await press(web, 'Log decision');
    expect(await web.pane().getByRole('textbox', { name: 'Decision', exact: true }).inputValue()).toBe(
      'Half a sentence',
    );
  });

  test('of the same account, as after a changed address, finds the log that was begun under the other one', async () => {
    const world = sampleMonth();
    const priya = world.people.find(({ id }) => id === world.owner);
    Object.assign(priya ?? {}, { aliases: ['priya@northwind.example'] });
    const web = await kept({ world });
    await web.reopen(DAILY, 'priya@northwind.example');
    await press(web, /^(Keep a log of this meeting|We met)$/);
    await web.reopen(ATLAS, 'priya@northwind.example');
    await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
    const names = await web
      .pane()
      .evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names).toContain('loopkeeper priya.nair@northwind.example');
  });
});

describe('10 After "Erase everything"', () => {
  test('nobody is named in the browser any more, and nobody signed in; where it keeps remains is said', async () => {
    const web = await kept();
    await press(web, 'Settings');
    await press(web, 'Erase everything');
    await web
      .pane()
      .getByText(/Traces can remain in the browser’s own files until it tidies them up/)
      .first()
      .waitFor();
    await press(web, 'Yes, erase everything');
    await web.pane().getByText('Everything was erased here.').waitFor();
    const left = await web.pane().evaluate(async () => {
      const dump: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
      const wait = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve) => {
          request.onsuccess = () => resolve(request.result);
        });
      for (const { name = '' } of await indexedDB.databases()) {
        const db = await wait(indexedDB.open(name));
        for (const store of db.objectStoreNames) {
          dump.push(await wait(db.transaction(store).objectStore(store).getAll()));
        }
        db.close();
      }
      return JSON.stringify(dump);
    });
    expect(left).not.toMatch(/msal|marcus|Atlas/i);
    await web.pane().getByRole('tab', { name: 'Meeting' }).click();
    await press(web, 'Keep a log of this meeting');
    await web.pane().getByRole('list', { name: 'Occurrences' }).waitFor();
  });
});
