/**
 * Stands in for Office.js in the pane's frame on plain http: the shapes and habits of Outlook on the web, so far
 * as the pane meets them. The host page says which item is open.
 */
import { answer, gated, refuse } from './office-calls';
import { officeItem } from './office-items';
import { type OpenedItem, type Opening, restId, type ToFrame, type ToHost } from './opened';

type Handler = (args: object) => void;

const SETS: Record<string, string> = {
  mailbox: '1.15',
  nestedappauth: '1.1',
  dialogapi: '1.2',
  identityapi: '1.3',
};
/** 1.9 is older than 1.15. */
const minor = (version: string): number => Number(version.split('.')[1] ?? 0);
const handlers = new Map<string, Set<Handler>>();
const toHost = (message: ToHost) => window.parent.postMessage(message, location.origin);

const THEMES = {
  light: {
    bodyBackgroundColor: '#FFFFFF',
    bodyForegroundColor: '#242424',
    controlBackgroundColor: '#F0F0F0',
    controlForegroundColor: '#242424',
  },
  dark: {
    bodyBackgroundColor: '#292929',
    bodyForegroundColor: '#FFFFFF',
    controlBackgroundColor: '#141414',
    controlForegroundColor: '#FFFFFF',
  },
};

const hear = (name: string, handler: Handler) => {
  const known = handlers.get(name) ?? new Set();
  handlers.set(name, known.add(handler));
};
const tell = (name: string, args: object) => {
  for (const handler of handlers.get(name) ?? []) handler({ type: name, ...args });
};

const events = {
  addHandlerAsync: (name: string, handler: Handler, ...rest: unknown[]) =>
    answer(rest, () => hear(name, handler)),
  removeHandlerAsync: (name: string, ...rest: unknown[]) => answer(rest, () => void handlers.delete(name)),
};

interface FormGiven {
  toRecipients?: (string | { emailAddress: string })[];
  ccRecipients?: (string | { emailAddress: string })[];
  subject?: string;
  htmlBody?: string;
}

const addresses = (people: FormGiven['toRecipients'] = []) =>
  people.map((one) => (typeof one === 'string' ? one : one.emailAddress));

function displayNewMessageForm({ toRecipients, ccRecipients, subject = '', htmlBody = '' }: FormGiven): void {
  const to = addresses(toRecipients);
  const cc = addresses(ccRecipients);
  if (htmlBody.length > 32_768 || subject.length > 255 || to.length > 100 || cc.length > 100) {
    throw new Error('Sys.ArgumentOutOfRangeException: Value is out of range.');
  }
  toHost({ simulated: 'new-message', message: { to, cc, subject, html: htmlBody } });
}

const showMessage = (ews: string) => toHost({ simulated: 'show-message', id: restId(ews) });

/** The forms are missing when the pane starts beside an item that is being composed. */
const forms = (item: OpenedItem | null) =>
  item?.kind === 'appointment-compose'
    ? {}
    : {
        displayNewMessageForm,
        displayNewMessageFormAsync: (given: FormGiven, ...rest: unknown[]) =>
          answer(rest, () => displayNewMessageForm(given)),
      };

const mailboxOf = ({ item, owner }: Opening) => ({
  ...events,
  ...forms(item),
  item: officeItem(item),
  userProfile: {
    accountType: 'enterprise',
    displayName: owner.name,
    emailAddress: owner.address,
    timeZone: owner.zone,
  },
  diagnostics: { hostName: 'OutlookWebApp', hostVersion: '20261116001.10', OWAView: 'ThreeColumns' },
  convertToRestId: (id: string) => restId(id),
  convertToEwsId: (id: string) => id.replaceAll('-', '/').replaceAll('_', '+'),
  displayMessageForm: showMessage,
  displayMessageFormAsync: (id: string, ...rest: unknown[]) => answer(rest, () => showMessage(id)),
});

const roamingOf = (settings: Record<string, unknown>) => ({
  get: (name: string) => settings[name],
  set: (name: string, value: unknown) => {
    settings[name] = value;
  },
  remove: (name: string) => {
    delete settings[name];
  },
  saveAsync: (...rest: unknown[]) =>
    JSON.stringify(settings).length > 32_768
      ? refuse(rest, 9057, 'The settings are larger than 32 KB.')
      : gated(rest, () => toHost({ simulated: 'roaming', settings })),
});

const ui = {
  displayDialogAsync: (_address: string, ...rest: unknown[]) => refuse(rest, 12_009, 'No dialogs here.'),
  messageParent: () => {},
  openBrowserWindow: (address: string) => void window.open(address, '_blank', 'noopener'),
  closeContainer: () => {},
};

const contextOf = (opening: Opening) => ({
  mailbox: mailboxOf(opening),
  requirements: {
    isSetSupported: (name: string, version = '1.0') => {
      const supported = SETS[name.toLowerCase()];
      return supported !== undefined && minor(version) <= minor(supported);
    },
  },
  roamingSettings: roamingOf({ ...opening.roaming }),
  // Outlook's theme has no `isDarkTheme`.
  officeTheme: THEMES[opening.theme],
  ui,
  displayLanguage: 'en-GB',
  contentLanguage: 'en-GB',
  host: 'Outlook',
  platform: 'OfficeOnline',
  diagnostics: { host: 'Outlook', platform: 'OfficeOnline', version: '16.01' },
});

let context: Partial<ReturnType<typeof contextOf>> = {};
let ready: (answered: { host: string | null; platform: string | null }) => void = () => {};
const whenReady = new Promise<{ host: string | null; platform: string | null }>((resolve) => {
  ready = resolve;
});

window.addEventListener('message', ({ source, data }: MessageEvent<ToFrame>) => {
  if (source !== window.parent) return;
  if (data.simulated === 'opening') {
    context = contextOf(data);
    setTimeout(() => ready({ host: 'Outlook', platform: 'OfficeOnline' }), 20);
  }
  if (data.simulated === 'item' && context.mailbox) {
    context.mailbox.item = officeItem(data.item);
    tell('olkItemSelectedChanged', { initialData: null });
  }
  // Office.context.officeTheme stays as it was, as in Outlook.
  if (data.simulated === 'theme') tell('officeThemeChanged', { officeTheme: THEMES[data.theme] });
});

const refused = (name: string) => () => {
  throw new Error(`${name} is not supported in an add-in.`);
};
for (const name of ['alert', 'confirm', 'prompt'] as const) window[name] = refused(name);
Object.assign(history, { pushState: null, replaceState: null });

const eventNames = { ItemChanged: 'olkItemSelectedChanged', OfficeThemeChanged: 'officeThemeChanged' };

Object.assign(window, {
  Office: {
    get context() {
      return context;
    },
    onReady: (callback?: (answered: object) => void) => {
      if (callback) void whenReady.then(callback);
      return whenReady;
    },
    HostType: { Outlook: 'Outlook' },
    PlatformType: { OfficeOnline: 'OfficeOnline', PC: 'PC', Mac: 'Mac' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    EventType: eventNames,
    CoercionType: { Html: 'html', Text: 'text' },
    MailboxEnums: {
      ItemType: { Appointment: 'appointment', Message: 'message' },
      RestVersion: { v1_0: 'v1.0', v2_0: 'v2.0', Beta: 'beta' },
      RecipientType: { User: 'user', DistributionList: 'distributionList', ExternalUser: 'externalUser' },
      ResponseType: {
        None: 'none',
        Organizer: 'organizer',
        Tentative: 'tentative',
        Accepted: 'accepted',
        Declined: 'declined',
      },
    },
  },
});

if (window.parent === window) setTimeout(() => ready({ host: null, platform: null }), 150);
else toHost({ simulated: 'hello' });
