import type { AlmanacPort, GraphPort } from '../tasks/ports';
import type { FolderPort } from '../tasks/roam/roam-ports';

/** Graph behind a door that opens on first use: its code is loaded when somebody asks for it. */
export function lazyGraph(load: () => Promise<GraphPort>): GraphPort {
  return {
    owner: async () => (await load()).owner(),
    readCalendar: async (...asked) => (await load()).readCalendar(...asked),
    readMeeting: async (...asked) => (await load()).readMeeting(...asked),
    calendarSignal: async (...asked) => (await load()).calendarSignal(...asked),
    readInstances: async (...asked) => (await load()).readInstances(...asked),
    readNoticeMails: async (...asked) => (await load()).readNoticeMails(...asked),
    readMail: async (id) => (await load()).readMail(id),
    readAnswers: async (...asked) => (await load()).readAnswers(...asked),
    readReplies: async (...asked) => (await load()).readReplies(...asked),
    readReturned: async (...asked) => (await load()).readReturned(...asked),
    readReports: async (...asked) => (await load()).readReports(...asked),
    readSchedules: async (...asked) => (await load()).readSchedules(...asked),
    readFreeBusy: async (...asked) => (await load()).readFreeBusy(...asked),
    postbox: {
      find: async (key) => (await load()).postbox.find(key),
      rival: async (...asked) => (await load()).postbox.rival(...asked),
      draft: async (...asked) => (await load()).postbox.draft(...asked),
      defer: async (...asked) => (await load()).postbox.defer(...asked),
      outlookId: async (id) => (await load()).postbox.outlookId(id),
      send: async (id) => (await load()).postbox.send(id),
      discard: async (id) => (await load()).postbox.discard(id),
      sendDirectly: async (message) => (await load()).postbox.sendDirectly(message),
    },
  };
}

export function lazyAlmanac(load: () => Promise<AlmanacPort>): AlmanacPort {
  return {
    holidays: async (...asked) => (await load()).holidays(...asked),
    countries: async (language) => (await load()).countries(language),
    zoneOf: async (country) => (await load()).zoneOf(country),
  };
}

export function lazyFolder(load: () => Promise<{ readonly folder: FolderPort }>): FolderPort {
  return {
    list: async (...asked) => (await load()).folder.list(...asked),
    read: async (...asked) => (await load()).folder.read(...asked),
    begin: async (...asked) => (await load()).folder.begin(...asked),
    write: async (...asked) => (await load()).folder.write(...asked),
    remove: async (name) => (await load()).folder.remove(name),
  };
}
