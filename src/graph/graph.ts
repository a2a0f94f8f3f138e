import type { SeriesId } from '../domain/occurrence';
import type { Owner } from '../domain/person';
import type { Instant, Span } from '../domain/time';
import { createAppFolder } from './app-folder';
import { readCalendar, readInstances } from './calendar';
import { createClient, type Outside } from './client';
import { createPostbox } from './mail';
import { readOwner } from './me';
import { readMeeting } from './meeting';
import { readMail, readNoticeMails, sentItemsFolder } from './messages';
import { type OnlineMeetingIds, readReports } from './online-meetings';
import type { Reader } from './people';
import { readSchedules } from './schedule';

/** Keeps what was asked once; a failure is not kept. */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | null = null;
  return () => {
    asked ??= ask().catch((thrown: unknown) => {
      asked = null;
      throw thrown;
    });
    return asked;
  };
}

/**
 * Microsoft Graph from the owner's mailbox, in the product's own words. Every call throws `Trouble`; reads are
 * repeated where that harms nobody, sends never. One object serves one signed-in person.
 */
export function createGraph(outside: Outside) {
  const client = createClient(outside);
  const owner = once(() => readOwner(client, outside.browserZone));
  const sentItems = once(() => sentItemsFolder(client));
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
    async readMeeting(id: string) {
      return readMeeting(client, id, await reader(), outside.clock());
    },
    async readInstances(series: SeriesId, window: Span) {
      return readInstances(client, series, window, await reader(), outside.clock());
    },
    async readNoticeMails(since: Instant, signal?: AbortSignal) {
      const [who, folder] = await Promise.all([reader(), sentItems()]);
      return readNoticeMails(client, since, who, folder, signal);
    },
    async readMail(id: string) {
      const [who, folder] = await Promise.all([reader(), sentItems()]);
      return readMail(client, id, who, folder);
    },
    readReports: (joinUrl: string, known: readonly string[]) =>
      readReports(client, joinUrl, known, onlineMeetings),
    readSchedules: (addresses: readonly string[], window: Span) => readSchedules(client, addresses, window),
    postbox: createPostbox(client),
    folder: createAppFolder(client, outside),
  };
}
