import { computed, effect, signal } from '@preact/signals';
import { clearLedger, putByHand, seedLedger, takeByHand } from './host-ledger';
import type { CalendarItem, HostState, MailItem } from './host-state';
import { dateOf } from './host-words';
import type { NewMessage } from './opened';

export type View = 'calendar' | 'inbox' | 'sent' | 'drafts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Which run of the world the pane's store belongs to. */
const RUN = 'simulator-run';
const ROAMING = 'simulator-roaming';

export const state = signal<HostState | null>(null);
export const view = signal<View>('calendar');
export const mailboxId = signal<string | null>(null);
export const openedId = signal<string | null>(null);
export const theme = signal<'light' | 'dark'>('light');
export const paneShown = signal(true);
export const paneWidth = signal(320);
/** Goes up when the pane has to load anew; null while its frame has to be empty. */
export const paneLoad = signal<number | null>(null);
/** A message that is being written: a draft of the pane's, a reply, or a new one with words of one's own. */
export type Composed = NewMessage & {
  draft: string | null;
  /** The mail it replies to. */
  repliesTo?: string;
  /** Typed here; a message that the pane prepared has its own HTML. */
  words?: string;
};
export const compose = signal<Composed | null>(null);
/** What is told below the item after something was done: `The cancellation was sent.` */
export const done = signal<string | null>(null);
export const trouble = signal<string | null>(null);
/** Any instant of the week shown. */
export const week = signal(0);
const heardAt = signal(performance.now());
const second = signal(0);

setInterval(() => {
  second.value += 1;
}, 1000);

/** The world's time, going on between two answers of the server. */
export const now = computed(() => {
  void second.value;
  const known = state.value;
  if (known === null) return 0;
  return known.ticking ? known.now + performance.now() - heardAt.value : known.now;
});

export const ownMailbox = computed(() => state.value?.mailbox.id === state.value?.owner.id);

const mails = computed((): MailItem[] => {
  const known = state.value;
  return known === null ? [] : [...known.inbox, ...known.sent, ...known.drafts];
});

export const openedEvent = computed(
  (): CalendarItem | null => state.value?.calendar.find(({ id }) => id === openedId.value) ?? null,
);
export const openedMail = computed(
  (): MailItem | null => mails.value.find(({ id }) => id === openedId.value) ?? null,
);

export async function ask(path: string, body?: object): Promise<Response> {
  const response = await fetch(
    `/simulator/${path}`,
    body ? { method: 'POST', body: JSON.stringify(body) } : {},
  );
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

export async function refresh(): Promise<void> {
  const mailbox = mailboxId.value === null ? '' : `?mailbox=${mailboxId.value}`;
  try {
    const answer = (await (await ask(`state.json${mailbox}`)).json()) as HostState;
    heardAt.value = performance.now();
    state.value = answer;
    trouble.value = null;
  } catch (cause) {
    trouble.value = cause instanceof Error ? cause.message : String(cause);
  }
}

const untilPainted = () => new Promise<void>((resolve) => setTimeout(resolve, 60));

/**
 * The pane's store belongs to one run of the world; another run starts from nothing. What the owner did until now
 * is imported: again after a step forward, which adds only what is new, and not after a mere reload.
 */
async function matchLedger(why: 'opened' | 'turned' | 'anew'): Promise<void> {
  const run = String(state.value?.run ?? 0);
  const known = localStorage.getItem(RUN) === run;
  const turned = why === 'turned';
  if (known && why === 'opened') return;
  paneLoad.value = null;
  await untilPainted();
  // What was entered by hand outlives a turn of the clock, and is there again from its time on.
  const own = turned ? await takeByHand(state.value?.owner.address ?? '') : [];
  if (!known) await clearLedger();
  await seedLedger(await (await ask('log.json')).text());
  if (turned) await putByHand(state.value?.owner.address ?? '', own, state.value?.now ?? 0);
  localStorage.setItem(RUN, run);
}

const reloadPane = () => {
  paneLoad.value = (paneLoad.peek() ?? 0) + Math.ceil(performance.now());
};

export function showWeekOf(instant: number): void {
  week.value = instant;
}

/** The meeting of a series that is on or was last, else whatever comes next. */
function meetingAtHand(items: readonly CalendarItem[], at: number): CalendarItem | undefined {
  const series = items.filter(({ seriesId }) => seriesId !== null).sort((a, b) => a.start - b.start);
  return series.findLast(({ start }) => start <= at) ?? series[0];
}

export async function start(): Promise<void> {
  await refresh();
  const known = state.value;
  if (known === null) return;
  await matchLedger('opened');
  week.value = known.now;
  const wanted = new URLSearchParams(location.search).get('open');
  const found = known.calendar.find(
    ({ subject, start }) =>
      wanted !== null && `${dateOf(known.owner.zone, start)} ${subject}`.startsWith(wanted),
  );
  openEvent(found ?? meetingAtHand(known.calendar, known.now));
}

/** Opening another appointment loads the pane anew, as Outlook does: nothing can be pinned there. */
export function openEvent(item: CalendarItem | undefined): void {
  if (item === undefined) return;
  openedId.value = item.id;
  done.value = null;
  if (item.start < week.peek() - 7 * DAY || item.start > week.peek() + 7 * DAY) week.value = item.start;
  reloadPane();
}

/** A pane beside a message is pinned: it stays and is told of the next one. */
export function openMail(item: MailItem): void {
  const pinned = openedMail.peek() !== null && paneLoad.peek() !== null && paneShown.peek();
  openedId.value = item.id;
  done.value = null;
  if (!pinned) reloadPane();
}

export function show(next: View): void {
  if (view.value === next) return;
  view.value = next;
  openedId.value = null;
  const known = state.peek();
  if (next === 'calendar' && known !== null) openEvent(meetingAtHand(known.calendar, known.now));
  void refresh();
}

export async function lookAt(person: string): Promise<void> {
  mailboxId.value = person === state.value?.owner.id ? null : person;
  openedId.value = null;
  await refresh();
  if (view.value === 'calendar' && state.value) openEvent(meetingAtHand(state.value.calendar, now.value));
}

/** While the world is turned to another time. */
const turning = signal(false);

async function turnWorld(path: string, body: object, keeps = true): Promise<void> {
  turning.value = true;
  try {
    await ask(path, body);
    await afterTurn(keeps);
  } finally {
    turning.value = false;
  }
}

/** Opens the meeting that is at hand at the new time. */
async function afterTurn(keeps: boolean): Promise<void> {
  await refresh();
  await matchLedger(keeps ? 'turned' : 'anew');
  const known = state.value;
  if (known === null) return;
  week.value = known.now;
  if (view.value === 'calendar') openEvent(meetingAtHand(known.calendar, known.now));
  reloadPane();
}

export async function turnClock(to: number): Promise<void> {
  await turnWorld('clock', { now: to, ticking: state.value?.ticking ?? true });
}

export async function setTicking(ticking: boolean): Promise<void> {
  await ask('clock', { now: now.value, ticking });
  await refresh();
  reloadPane();
}

/** Just after the next happening. */
export const nextTurn = computed(() => state.value?.told.find(({ at }) => at > now.value) ?? null);
/** Just before the last happening. */
export const lastTurn = computed(() => state.value?.told.findLast(({ at }) => at <= now.value) ?? null);

export async function setOnline(online: boolean): Promise<void> {
  await ask('network', { online });
  await refresh();
}

export async function startAnew(): Promise<void> {
  mailboxId.value = null;
  view.value = 'calendar';
  await turnWorld('reset', {}, false);
}

export const roaming = (): Record<string, unknown> =>
  JSON.parse(localStorage.getItem(ROAMING) ?? '{}') as Record<string, unknown>;
export const keepRoaming = (settings: Record<string, unknown>): void =>
  localStorage.setItem(ROAMING, JSON.stringify(settings));

export const aside = signal<MailItem | null>(null);

/** A mail in a window of its own: a draft to be edited, any other to be read; what is open beside the pane stays. */
export async function showMessage(id: string): Promise<void> {
  await refresh();
  const found = mails.value.find((mail) => mail.id === id || mail.immutableId === id);
  if (found === undefined) return;
  if (state.value?.drafts.includes(found) !== true) {
    aside.value = found;
    return;
  }
  const addresses = (people: { address: string }[]) => people.map(({ address }) => address);
  const { subject, html, to, cc } = found;
  compose.value = { to: addresses(to), cc: addresses(cc), subject, html, draft: found.id };
}

// What the pane sends turns up in Sent Items without anybody asking.
setInterval(() => void refresh(), 2000);

effect(() => {
  document.documentElement.dataset.theme = theme.value;
  document.documentElement.ariaBusy = String(turning.value);
});
