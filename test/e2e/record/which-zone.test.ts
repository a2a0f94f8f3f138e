import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { about, meeting, person, required, WORKDAYS } from '../../simulator/telling';
import { at } from '../../simulator/time';
import type { World } from '../../simulator/world';
import { type Outlook, openOutlook } from '../outlook';
import { openOutlookWeb } from '../outlook-web';

const ZONE = 'Europe/London';
/** There it is still the day before when a meeting of the day is cancelled in London at night. */
const BROWSER = { timezoneId: 'America/New_York' };

const ana = person({ id: 'ana', name: 'Ana Reyes', address: 'ana@north.example', zone: ZONE });
const bo = person({ id: 'bo', name: 'Bo Lund', address: 'bo@north.example', zone: ZONE });
const sync = meeting({
  ...{ id: 'sync', subject: 'Sync', organizer: 'bo', invitees: [required('ana')], zone: ZONE },
  ...{ firstDate: '2026-11-16', time: '15:00', minutes: 30, createdAt: '2026-11-12 09:00' },
  recurrence: { every: 'week', interval: 1, days: WORKDAYS },
});

/** Fourteen hours before it, and on its day: short notice by the day of the mailbox, and by no other. */
const cancelledAtNight: World = {
  ...{ name: 'cancelled at night', owner: 'ana', people: [ana, bo], meetings: [sync] },
  happenings: [about(sync).cancelled('2026-11-18', '2026-11-18 00:30')],
  taps: [{ kind: 'log-kept', at: at('2026-11-15 09:00', ZONE), meeting: 'sync' }],
  holidays: { choices: {}, countries: {} },
};

let outlook: Outlook | undefined;
afterEach(async () => {
  await outlook?.close();
  outlook = undefined;
});

describe('Days are those of the mailbox, wherever the browser is', () => {
  test.each([false, true])(
    '5.2 a cancellation on the day itself is short notice (clock of the test: %s)',
    async (hurries) => {
      outlook = await openOutlook({
        ...{ world: cancelledAtNight, start: at('2026-11-18 16:00', ZONE), ticking: false },
        ...{ hurries, query: '?open=2026-11-17 Sync', ...BROWSER },
      });
      const frame = await outlook.pane();
      await frame.getByRole('button', { name: /^Wed 18 Nov,/ }).waitFor();
      await frame.getByRole('tab', { name: 'Log' }).click();
      await frame.getByRole('button', { name: 'Export' }).click();
      const [file] = await Promise.all([
        outlook.page.waitForEvent('download'),
        frame.getByRole('menuitem', { name: 'CSV' }).click(),
      ]);
      const rows = readFileSync(await file.path(), 'utf8').split('\r\n');
      expect(rows.find((row) => row.includes('/2026-11-18,'))).toContain(',cancelled-short-notice,');
    },
  );
});

/** What the clock of a test makes of a date that knows a zone of its own. */
const KEEPS_ITS_CLASS = `(() => {
  class Zoned extends Date { getHours() { return 42; } }
  const one = new Zoned(0);
  return [one instanceof Zoned, one.getHours(), new Zoned().getTime() - Date.now() < 1000, typeof Date()];
})()`;

describe('With the clock of a test, a date with a zone of its own keeps it', () => {
  test('in the simulated Outlook', async () => {
    outlook = await openOutlook({ ticking: false, hurries: true });
    expect(await (await outlook.pane()).evaluate(KEEPS_ITS_CLASS)).toEqual([true, 42, true, 'string']);
  });

  test('in the real Office.js', async () => {
    const web = await openOutlookWeb();
    const kept = await web.pane().evaluate(KEEPS_ITS_CLASS);
    await web.close();
    expect(kept).toEqual([true, 42, true, 'string']);
  });
});
