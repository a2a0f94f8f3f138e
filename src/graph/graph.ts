import type { SeriesId } from '../domain/facts/things/occurrence';
import type { Owner } from '../domain/facts/things/person';
import type { Instant, Span } from '../domain/time/time';
import { createAppFolder } from './app-folder';
import { readCalendar, readInstances } from './calendar/calendar';
import { type CalendarSignal, readCalendarSignal } from './calendar/calendar-signal';
import { readFreeBusy } from './calendar/free-busy';
import { readMeeting } from './calendar/meeting';
import { readSchedules } from './calendar/schedule';
import { createClient, type GraphClient, type Outside } from './client/client';
import { createGate } from './client/gate';
import type { Json } from './client/json';
import { readAnswers } from './mail/answer-mails';
import { createPostbox } from './mail/mail';
import { junkFolder, type MailFolders, sentItemsFolder } from './mail/mail-trust';
import { readMail, readNoticeMails } from './mail/messages';
import { readReplies } from './mail/replies';
import { readReturned } from './mail/returned-mails';
import { readOwner } from './me';
import type { Reader } from './shapes/person-json';
import { type OnlineMeetingIds, readReports } from './teams/online-meetings';
import { createAccountCheck } from './token-account';

/** Keeps what was asked once of the same; a failure is not kept. */
function once<Of, Value>(ask: (of: Of) => Promise<Value>): (of: Of) => Promise<Value> {
  let asked: { readonly of: Of; readonly value: Promise<Value> } | null = null;
  return (of) => {
    if (asked?.of === of) return asked.value;
    const value = ask(of).catch((thrown: unknown) => {
      asked = null;
      throw thrown;
    });
    asked = { of, value };
    return value;
  };
}

/** Every request of a reading ends when the person says "Stop". */
const stoppable =
  (client: GraphClient, signal: AbortSignal | undefined): GraphClient =>
  (ask) =>
    client({ ...ask, signal: ask.signal ?? signal });

/**
 * Microsoft Graph from the owner's mailbox, in the product's own words. Every call throws `Trouble`; reads are
 * repeated where that harms nobody, sends never. Nothing but `/me` is asked with a token of another account than the one
 * of the mailbox and the log: that throws `wrong-account`.
 */
export function createGraph(world: Outside) {
  const outside = { ...world, gate: world.gate ?? createGate() };
  const accounts = createAccountCheck(outside);
  const client = createClient(outside, accounts.check);
  const ownerNamed = once((me: Json) => readOwner(client, me, outside.browserZone));
  const owner = async () => ownerNamed(await accounts.me());
  const sentItemsOf = once((_me: Json) => sentItemsFolder(client));
  const junkOf = once((_me: Json) => junkFolder(client));
  const junk = async () => junkOf(await accounts.me());
  const folders = async (): Promise<MailFolders> => ({
    sentItems: await sentItemsOf(await accounts.me()),
    junk,
  });
  const onlineMeetings: OnlineMeetingIds = new Map();
  const reader = async (): Promise<Reader> => {
    const { address, otherAddresses = [], zone } = await owner();
    return { owner: new Set([address, ...otherAddresses].filter((one) => one !== '')), zone };
  };

  return {
    owner: (): Promise<Owner> => owner(),
    async readCalendar(window: Span, onProgress?: (items: number) => void, signal?: AbortSignal) {
      const more = { ...(onProgress === undefined ? {} : { onProgress }), signal };
      const who = await reader();
      return readCalendar(client, window, who, outside.clock(), more);
    },
    async readMeeting(id: string, signal?: AbortSignal) {
      return readMeeting(stoppable(client, signal), id, await reader(), outside.clock());
    },
    calendarSignal: (link: string | null, window: Span, signal?: AbortSignal): Promise<CalendarSignal> =>
      readCalendarSignal(stoppable(client, signal), link, window),
    async readInstances(series: SeriesId, window: Span) {
      return readInstances(client, series, window, await reader(), outside.clock());
    },
    async readNoticeMails(since: Instant, signal?: AbortSignal, until?: Instant) {
      const [who, known] = await Promise.all([reader(), folders()]);
      return readNoticeMails(stoppable(client, signal), { since, until }, who, known);
    },
    async readMail(id: string) {
      const [who, known] = await Promise.all([reader(), folders()]);
      return readMail(client, id, who, known);
    },
    readAnswers: (since: Instant, signal?: AbortSignal) =>
      readAnswers(stoppable(client, signal), since, junk),
    readReplies: (since: Instant, conversations: readonly string[], signal?: AbortSignal) =>
      readReplies(stoppable(client, signal), since, conversations, junk),
    readReturned: (since: Instant, signal?: AbortSignal) =>
      readReturned(stoppable(client, signal), since, junk),
    readReports: (
      joinUrl: string,
      known: readonly string[],
      signal?: AbortSignal,
      around?: readonly Span[] | null,
    ) => readReports(stoppable(client, signal), joinUrl, known, onlineMeetings, around),
    readSchedules: (addresses: readonly string[], window: Span, signal?: AbortSignal) =>
      readSchedules(stoppable(client, signal), addresses, window),
    readFreeBusy: (addresses: readonly string[], window: Span, signal?: AbortSignal) =>
      readFreeBusy(stoppable(client, signal), addresses, window),
    postbox: createPostbox(client),
    folder: createAppFolder(client, outside),
  };
}
