import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { GONE } from '../../../simulator/send-through';
import { type Outlook, openOutlook } from '../../outlook';
import { type Road, roadOf, type Wish } from './road';
import { MISSED, missedSyncs, NOW } from './world';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

const SEND = { name: 'Send recap to absentees' };
const OTHER = /^Planning/;
const ASIDE = '?open=2026-11-19 Sync';

/** One browser for many presses, each for another day. */
export interface Actions {
  readonly outlook: Outlook;
  readonly road: Road;
  /** Presses Send for a day that had none yet. */
  readonly press: () => Promise<Pressed>;
  /** Recaps in Bo's inbox. */
  readonly copies: () => Promise<number>;
  /** Mails that wait in Ana's mailbox for their time. */
  readonly waiting: () => Promise<number>;
  readonly passes: (ms: number) => Promise<void>;
}

/** A press, and how many mails it brought. */
export interface Pressed {
  readonly day: string;
  /** When, of this machine's own clock, which goes on in the pane as well. */
  readonly at: number;
  readonly went: () => Promise<number>;
}

export async function openDesk(): Promise<Actions> {
  const outlook = await openOutlook({
    ...{ world: missedSyncs, start: NOW, ticking: false, hurries: true, query: ASIDE },
  });
  const road = await roadOf(outlook.page.context());
  const copies = async () =>
    (await outlook.simulator.office.mailbox('bo')).inbox.filter(
      ({ messageClass }) => messageClass === 'IPM.Note',
    ).length;
  const left = [...MISSED];
  return {
    outlook,
    road,
    copies,
    waiting: async () =>
      (await outlook.simulator.office.mailbox('ana')).drafts.filter(({ waitsUntil }) => waitsUntil !== null)
        .length,
    passes: outlook.timePasses,
    press: async () => {
      const day = left.pop();
      if (day === undefined) throw new Error('No day is left');
      const before = await copies();
      const recap = await recapOf(await read(outlook), day);
      await recap.getByRole('button', SEND).click();
      return { day, at: performance.now(), went: async () => (await copies()) - before };
    },
  };
}

/** The pane, with what is open in Outlook read. */
export async function read(outlook: Outlook): Promise<Frame> {
  const frame = await outlook.pane();
  await frame
    .getByText(/^Read |Keep a log of this meeting/)
    .first()
    .waitFor();
  return frame;
}

const tile = (day: string): RegExp => {
  const date = new Date(day);
  const part = (options: Intl.DateTimeFormatOptions) =>
    date.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
  return new RegExp(
    `^${part({ weekday: 'short' })} ${part({ day: 'numeric' })} ${part({ month: 'short' })},`,
  );
};

export async function recapOf(frame: Frame, day: string): Promise<Locator> {
  await frame.getByRole('button', { name: tile(day) }).click();
  const recap = frame.getByRole('region', { name: 'Recap' });
  await recap.waitFor();
  return recap;
}

export const stillToGo = (frame: Frame): Locator => frame.getByRole('region', { name: 'Still to go' });

/** Until it went a pane says that it is still to go, and never that it did. */
export async function saysStillToGo(frame: Frame): Promise<void> {
  await frame
    .getByText(/(Sending|Still to go) to Bo Lund/)
    .first()
    .waitFor();
}

/** What the pane says of that day's recap in the end. */
export async function endsIn(outlook: Outlook, { day }: Pressed, words: RegExp): Promise<void> {
  const recap = await recapOf(await read(outlook), day);
  await recap.getByText(words).first().waitFor();
}

/** The time to undo, and then minutes, until a mail went or there is nothing to wait for. */
export async function waitFor({ passes }: Actions, { went }: Pressed): Promise<void> {
  await passes(GONE);
  for (let minute = 0; minute < 8 && !(await isSoon(async () => (await went()) > 0)); minute += 1)
    await passes(MINUTE);
}

/** Until a moment before it goes, however long the machine took to get here. */
export async function untilShortlyBefore({ passes }: Actions, { at }: Pressed): Promise<void> {
  const MOMENT_BEFORE = 8.5 * SECOND;
  await passes(Math.max(0, MOMENT_BEFORE - (performance.now() - at)));
}

/** A pane does what its time has come for in a moment, which the clock of the world does not count. */
async function isSoon(so: () => Promise<boolean>): Promise<boolean> {
  try {
    await expect.poll(so, { timeout: MOMENT }).toBe(true);
    return true;
  } catch {
    return false;
  }
}

const MOMENT = 1_500;

export async function goesOnce(desk: Actions, pressed: Pressed): Promise<void> {
  await waitFor(desk, pressed);
  expect(await pressed.went()).toBe(1);
}

/** Opens Outlook anew in the same browser, after the time in which nothing of it was open. */
export async function closedFor({ outlook }: Actions, ms: number): Promise<Frame> {
  await outlook.page.goto('about:blank');
  const { office } = outlook.simulator;
  await office.turnClock(office.clock().now + ms, false);
  await outlook.page.goto(`${outlook.simulator.url}${ASIDE}`);
  return read(outlook);
}

export async function reload(desk: Actions): Promise<Frame> {
  await desk.outlook.page.reload();
  return read(desk.outlook);
}

export async function openOther({ outlook }: Actions): Promise<Frame> {
  await outlook.open(OTHER);
  return read(outlook);
}

/** Beside the meeting whose log is kept, for the next press. */
export async function back({ outlook }: Actions): Promise<void> {
  const isThere = outlook.page.url() !== 'about:blank';
  if (isThere && (await (await outlook.pane()).getByRole('list', { name: 'Occurrences' }).count()) > 0)
    return;
  await outlook.page.goto(`${outlook.simulator.url}${ASIDE}`);
  await read(outlook);
}

/** Another pane of the same browser; the first one is closed once it is there. */
export async function anotherPane({ outlook }: Actions): Promise<Page> {
  const other = await outlook.page.context().newPage();
  await other.goto(outlook.page.url());
  return other;
}

/** A pane that gets so far and no further. */
export const at = (road: Road, wish: Omit<Wish, 'once'>): Promise<void> => road.put({ ...wish, once: true });
