import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Outlook, openOutlook } from '../outlook';
import {
  type Actions,
  anotherPane,
  at,
  back,
  closedFor,
  endsIn,
  goesOnce,
  MINUTE,
  openDesk,
  openOther,
  type Pressed,
  read,
  recapOf,
  reload,
  SECOND,
  saysStillToGo,
  stillToGo,
  untilShortlyBefore,
  waitFor,
} from './promise/case';
import type { Wish } from './promise/road';

/**
 * How far a pane gets, and what the person does next: one browser for all of it, in which each press is for another day.
 * That no step at all is left out is shown by the rules (test/tasks/send/crash.test.ts); here are those that a mailbox sees.
 */

let desk: Actions;
beforeAll(async () => {
  desk = await openDesk();
}, 120_000);
afterAll(() => desk.outlook.close());
afterEach(async () => {
  desk.road.clear();
  await back(desk);
});

type Point = readonly [name: string, wish: Omit<Wish, 'once'> | null];

const NOTHING: Point = ['before anything was asked', { method: 'GET', path: /RecapKey/, fate: 'lost' }];
const NO_DRAFT: Point = ['before a draft', { method: 'POST', path: /\/messages$/, fate: 'lost' }];
const DRAFT: Point = ['with a draft unheard of', { method: 'POST', path: /\/messages$/, fate: 'unheard' }];
const TIMED: Point = [
  'with a draft and its time',
  { method: 'PATCH', path: /\/messages\//, fate: 'unheard' },
];
const TOLD: Point = ['about to tell it to go', { method: 'POST', path: /\/send$/, fate: 'lost' }];
const UNHEARD: Point = ['told to go, unheard', { method: 'POST', path: /\/send$/, fate: 'unheard' }];
const WAITING: Point = ['waiting in the mailbox', null];

/** Send was pressed, and the pane came to this point. */
async function pressedUpTo([, wish]: Point): Promise<Pressed> {
  const reached = wish === null ? inTheMailbox() : at(desk.road, wish);
  const pressed = await desk.press();
  await reached;
  return pressed;
}

async function inTheMailbox(): Promise<void> {
  await expect.poll(desk.waiting, { timeout: 30_000 }).toBe(1);
}

/** Exchange has it: it goes without a pane. */
const isHandedOver = ([name]: Point): boolean => name === UNHEARD[0] || name === WAITING[0];

const SENT = /^Sent to Bo Lund/;

const undoIn = (frame: Frame) =>
  stillToGo(frame)
    .getByRole('button', { name: /^Undo: A recap to Bo Lund/ })
    .click();

/** Nothing went in time: it is asked about, and one press sends it once. */
async function asksAndSends(frame: Frame, pressed: Pressed): Promise<void> {
  await frame
    .getByText(/did not go in time/)
    .first()
    .waitFor();
  expect(await pressed.went()).toBe(0);
  await frame
    .getByRole('button', { name: /^Send it now: / })
    .first()
    .click();
  await stillToGo(frame).waitFor({ state: 'detached' });
  expect(await pressed.went()).toBe(1);
}

/** Undone in a pane that was loaded anew, and a minute goes by. */
async function undoneShortlyBefore(pressed: Pressed): Promise<void> {
  await reload(desk);
  await untilShortlyBefore(desk, pressed);
  const frame = await desk.outlook.pane();
  await undoIn(frame);
  await stillToGo(frame).waitFor({ state: 'detached' });
  await desk.passes(MINUTE);
}

/** Whatever the pane says of it in the end is so. */
async function isTrue(pressed: Pressed): Promise<number> {
  const copies = await pressed.went();
  if (copies > 0) await endsIn(desk.outlook, pressed, SENT);
  else
    await (await recapOf(await read(desk.outlook), pressed.day))
      .getByRole('button', { name: 'Send recap to absentees' })
      .waitFor();
  return copies;
}

describe('17 A pane that goes away', () => {
  test.each([NOTHING, DRAFT, TIMED, WAITING])('%s: after a reload it goes, once', async (...point) => {
    const pressed = await pressedUpTo(point);
    await saysStillToGo(await reload(desk));
    await goesOnce(desk, pressed);
    await endsIn(desk.outlook, pressed, SENT);
  });

  test.each([NO_DRAFT, TOLD])('%s: beside another item it goes, once', async (...point) => {
    const pressed = await pressedUpTo(point);
    await saysStillToGo(await openOther(desk));
    await goesOnce(desk, pressed);
    await stillToGo(await desk.outlook.pane()).waitFor({ state: 'detached' });
  });

  test.each([DRAFT, UNHEARD])('%s: another pane sees to it, once', async (...point) => {
    const pressed = await pressedUpTo(point);
    const other = await anotherPane(desk);
    await desk.outlook.page.goto('about:blank');
    await goesOnce(desk, pressed);
    await other.close();
    await back(desk);
    await endsIn(desk.outlook, pressed, SENT);
  });

  test.each([NOTHING, TIMED])('%s: closed for most of an hour it goes after it, once', async (...point) => {
    const pressed = await pressedUpTo(point);
    await closedFor(desk, 55 * MINUTE);
    await goesOnce(desk, pressed);
    await endsIn(desk.outlook, pressed, SENT);
  });

  test.each([DRAFT, UNHEARD])('%s: closed for longer it went or is asked about', async (...point) => {
    const pressed = await pressedUpTo(point);
    const frame = await closedFor(desk, 90 * MINUTE);
    if (isHandedOver(point)) return endsIn(desk.outlook, pressed, SENT);
    await asksAndSends(frame, pressed);
  });

  test.each([NO_DRAFT, DRAFT, UNHEARD])(
    '%s: offline it waits and says so; back, it goes once',
    async (...point) => {
      const [, wish] = point;
      const fate = wish?.fate === 'lost' ? 'cut' : 'cut-after';
      const broken = () => void desk.road.put({ path: /./, fate: 'cut' });
      const reached = at(desk.road, { path: /./, ...wish, fate, meanwhile: async () => broken() });
      const pressed = await desk.press();
      await reached;
      await saysStillToGo(await desk.outlook.pane());
      await desk.passes(MINUTE);
      await saysStillToGo(await desk.outlook.pane());
      desk.road.clear();
      await goesOnce(desk, pressed);
      await endsIn(desk.outlook, pressed, SENT);
    },
  );

  test.each([NO_DRAFT, TIMED, WAITING])(
    '%s: undone shortly before its time it does not go',
    async (...point) => {
      const pressed = await pressedUpTo(point);
      await undoneShortlyBefore(pressed);
      expect(await isTrue(pressed)).toBe(0);
    },
  );

  test('waiting in the mailbox: deleted there by hand, an undo meets a 404 and is done', async () => {
    const pressed = await pressedUpTo(WAITING);
    const frame = await openOther(desk);
    await deleteWaiting(frame);
    void desk.road.put({ method: 'DELETE', path: /\/messages\//, fate: NOT_FOUND });
    await undoIn(frame);
    await stillToGo(frame).waitFor({ state: 'detached' });
    await desk.passes(MINUTE);
    await back(desk);
    expect(await isTrue(pressed)).toBe(0);
  });

  test('waiting in the mailbox: gone in the last second, an undo meets a 404, and it says that it went', async () => {
    const pressed = await pressedUpTo(WAITING);
    const frame = await openOther(desk);
    const { office } = desk.outlook.simulator;
    const goes = () => office.turnClock(office.clock().now + 11 * SECOND, false);
    void desk.road.put({ method: 'DELETE', path: /\/messages\//, fate: NOT_FOUND, before: goes });
    await undoIn(frame);
    await stillToGo(frame).waitFor({ state: 'detached' });
    await back(desk);
    expect(await isTrue(pressed)).toBe(1);
  });

  test('waiting in the mailbox: deleted there by hand it is taken back, and the pane says so', async () => {
    const pressed = await pressedUpTo(WAITING);
    const frame = await openOther(desk);
    await deleteWaiting(frame);
    await waitFor(desk, pressed);
    await frame.getByText(/was deleted or changed in Outlook before it went/).waitFor();
    await frame.getByRole('button', { name: /^Understood: / }).click();
    expect(await pressed.went()).toBe(0);
  });
});

const NOT_FOUND = { status: 404, code: 'ErrorItemNotFound' };

async function deleteWaiting(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    const headers = { Authorization: 'Bearer by hand', 'x-by-hand': 'test' };
    const root = 'https://graph.microsoft.com/v1.0/me/messages';
    const list = await fetch(`${root}?$filter=isDraft eq true&$select=id`, { headers });
    const { value } = (await list.json()) as { value: { id: string }[] };
    for (const { id } of value)
      await fetch(`${root}/${encodeURIComponent(id)}`, { method: 'DELETE', headers });
  });
}

describe('17 A pane that goes away where no draft with a key is to be had', () => {
  /** Only `Mail.Send`; or a mailbox that refuses a draft with a key. */
  const WITHOUT = { path: /\/me\/messages/, fate: { status: 403, code: 'ErrorAccessDenied' } } as const;
  const REFUSED = {
    ...{ method: 'POST', path: /\/me\/messages$/ },
    fate: { status: 507, code: 'ErrorQuotaExceeded' },
  } as const;
  const HANDED = /Handed to Outlook for Bo Lund/;
  const HOW = [
    ['without Mail.ReadWrite', WITHOUT],
    ['after a refusal', REFUSED],
  ] as const;

  /** What carrying a mail asks for: the pane reads the mailbox for other ends, too, and may do so at any time. */
  const CARRIES = /RecapKey|\/me\/messages$/;

  /** The draft was refused, and the pane waits for the time to send without one. */
  async function pressedWithout(way: Wish): Promise<Pressed> {
    void desk.road.put(way);
    const refused = at(desk.road, { ...way, path: CARRIES });
    const pressed = await desk.press();
    await refused;
    return pressed;
  }

  test.each(HOW)(
    '%s: after a reload, beside another item and closed for a while it goes, once',
    async (_, way) => {
      const pressed = await pressedWithout(way);
      await saysStillToGo(await reload(desk));
      await saysStillToGo(await openOther(desk));
      await saysStillToGo(await closedFor(desk, 5 * SECOND));
      await goesOnce(desk, pressed);
      await endsIn(desk.outlook, pressed, HANDED);
    },
  );

  test.each(HOW)(
    '%s: closed for longer than an hour it is asked about, and a press sends it once',
    async (_, way) => {
      const pressed = await pressedWithout(way);
      const frame = await closedFor(desk, 90 * MINUTE);
      await asksAndSends(frame, pressed);
    },
  );

  test.each(HOW)('%s: undone shortly before its time it does not go', async (_, way) => {
    const pressed = await pressedWithout(way);
    await undoneShortlyBefore(pressed);
    expect(await pressed.went()).toBe(0);
  });

  test.each([
    ['before the request arrived', 'lost', 0],
    ['after it', 'unheard', 1],
  ] as const)('gone %s: it is asked about, and never repeated by itself', async (_, fate, copies) => {
    const pressed = await pressedWithout(WITHOUT);
    const reached = at(desk.road, { method: 'POST', path: /\/sendMail$/, fate });
    await desk.passes(11 * SECOND);
    await reached;
    const frame = await reload(desk);
    await frame.getByText(/It may have gone; nothing is sent again unless you say so/).waitFor();
    await desk.passes(5 * MINUTE);
    expect(await pressed.went()).toBe(copies);
    await frame.getByRole('button', { name: /^Discard: / }).click();
    await stillToGo(frame).waitFor({ state: 'detached' });
  });

  test('allowed before its time it goes with a key, once', async () => {
    const pressed = await pressedWithout(WITHOUT);
    desk.road.clear();
    await saysStillToGo(await reload(desk));
    await goesOnce(desk, pressed);
    await endsIn(desk.outlook, pressed, SENT);
  });

  test.each([NOTHING, DRAFT, TIMED])('%s: forbidden after that it goes without, once', async (...point) => {
    const pressed = await pressedUpTo(point);
    void desk.road.put(WITHOUT);
    await saysStillToGo(await reload(desk));
    await waitFor(desk, pressed);
    expect(await pressed.went()).toBe(1);
  });
});

describe('17 On two machines', () => {
  let other: Outlook;
  beforeAll(async () => {
    const { simulator } = desk.outlook;
    other = await openOutlook({ simulator, hurries: true, query: '?open=2026-11-19 Sync' });
  }, 120_000);
  afterAll(() => other.close());

  test.each([DRAFT, UNHEARD, WAITING])(
    '%s: pressed on the second as well it goes, once',
    async (...point) => {
      const pressed = await pressedUpTo(point);
      await desk.outlook.page.goto('about:blank');
      await other.page.reload();
      const theirs = await recapOf(await read(other), pressed.day);
      await theirs.getByRole('button', { name: 'Send recap to absentees' }).click();
      await saysStillToGo(await other.pane());
      await other.timePasses(12 * SECOND);
      await back(desk);
      await waitFor(desk, pressed);
      await other.timePasses(MINUTE);
      expect(await pressed.went()).toBe(1);
      await endsIn(other, pressed, SENT);
      await endsIn(desk.outlook, pressed, SENT);
    },
  );
});
