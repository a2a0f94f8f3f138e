/**
 * Outlook on the web as the real Office.js in the pane's frame meets it: a page that answers its calls. Runs at
 * Outlook's own address; what is open comes from the test in `window.setup`.
 */
import type { FormValues } from './initial-values';
import {
  type Answered,
  type Asked,
  CONTROL,
  CONVERSATION,
  COUNTED,
  ERRORS,
  HOST,
  METHODS,
  type MethodCall,
  NOTICES,
  REQUEST,
  RESPONSE,
  TAB_IN,
  TAB_IN_BACKWARDS,
} from './wire';

/** What a test says about this Outlook. */
export interface HostSetup {
  paneUrl: string;
  /** The requirement sets that Outlook claims to serve. */
  sets: Record<string, string>;
  values: object;
  form: FormValues | null;
  /** Nothing is ever answered. */
  silent: boolean;
  /** Calls that are never answered, by the numbers of `METHODS`. */
  mute: readonly number[];
}

/** What a test can see and do in this Outlook. */
export interface HostHandle {
  /** Notices of the pane about its focus, in order. */
  notices: string[];
  /** Forms that the pane asked Outlook to show. */
  shown: { method: number; given: unknown }[];
  /** The most counted calls ever under way at once. */
  busiest: number;
  /** Chooses another item, as a pinned pane hears it; null: none. */
  select: (values: object | null) => void;
  /** The organizer gives the meeting in its form another title, of which nobody is told. */
  retitle: (title: string) => void;
  /** The addresses of the required people of the meeting in its form. */
  invited: () => string[];
  wearTheme: (colours: Record<string, number>) => void;
  /** Puts the focus into the pane, as F6 does. */
  tabIn: (backwards?: boolean) => void;
}

declare global {
  interface Window {
    setup: HostSetup;
    outlookHost: HostHandle;
  }
}

const { paneUrl, sets, values, form, silent, mute } = window.setup;
const TICK = 5;
const paneOrigin = new URL(paneUrl).origin;
const settings: Record<string, string> = {};
let underway = 0;

const frame = document.createElement('iframe');
frame.title = 'Loopkeeper';
frame.sandbox.add(
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
);
frame.name = JSON.stringify({
  baseFrameName: 'loopkeeper',
  hostInfo: 'Outlook|Web|16.01|en-US|9b1f2a30-0000-4000-a000-000000000001||||0',
  xdmInfo: `${CONVERSATION}|${CONTROL}|${HOST}`,
  serializerVersion: '1',
});
frame.src = paneUrl;

const post = (message: object) =>
  frame.contentWindow?.postMessage(JSON.stringify({ ...message, _serializerVersion: 1 }), paneOrigin);

const event = (name: string, told: unknown) =>
  post({
    _messageType: RESPONSE,
    _actionName: name,
    _conversationId: CONVERSATION,
    _correlationId: 0,
    _errorCode: 0,
    _responseType: 1,
    _data: told,
  });

/** Outlook's own paper about the add-in; without one Office.js parses an empty text, which a strict policy reports. */
const TOKEN = encodeURIComponent('<r><t aid="loopkeeper" cid="loopkeeper" oid=""/></r>');

const appContext = () => ({
  _id: CONTROL,
  _appName: 64,
  _appVersion: '16.01',
  _appUILocale: 'en-US',
  _dataLocale: 'en-US',
  _docUrl: HOST,
  _clientMode: 0,
  _settings: settings,
  _reason: 1,
  _correlationId: '9b1f2a30-0000-4000-a000-000000000002',
  _requirementMatrix: JSON.stringify(sets),
  _hostFullVersion: '20261116001.10',
  _appDomains: ['https://login.microsoftonline.com'],
  _featureGates: {},
  _eToken: TOKEN,
});

function method(id: number, given: Record<string, unknown>): Answered {
  switch (id) {
    case METHODS.getSubject:
      return { data: form?.subject };
    case METHODS.getTime:
      return { data: given.TimeProperty === 1 ? form?.start : form?.end };
    case METHODS.getRecipients:
      return { data: given.recipientField === 0 ? form?.required : form?.optional };
    case METHODS.addRecipients:
      form?.required.push(...addedBy(given));
      event('olkRecipientsChanged', [JSON.stringify({ requiredAttendees: true })]);
      return { data: null };
    case METHODS.getLocation:
      return { data: form?.location };
    case METHODS.getOrganizer:
      return { data: form?.organizer };
    case METHODS.getRecurrence:
      return { data: form?.recurrence ?? null };
    case METHODS.getItemId:
      return form?.id === 'unsaved' ? { errorCode: ERRORS.itemNotSaved } : { data: form?.id };
    case METHODS.saveSettings:
      return { data: null };
    case METHODS.newMessageForm:
    case METHODS.newMessageFormAsync:
    case METHODS.messageForm:
    case METHODS.messageFormAsync:
    case METHODS.appointmentForm:
      handle.shown.push({ method: id, given });
      return { data: null };
    default:
      return { errorCode: 9000 };
  }
}

/** Outlook has found their address, or they would not come back. */
const addedBy = ({ recipientArray }: Record<string, unknown>) =>
  (recipientArray as { name: string; address: string }[]).map((one) => ({ ...one, appointmentResponse: 0 }));

const replyOf = (answered: Answered) =>
  typeof answered === 'object' && 'data' in answered
    ? { error: false, errorCode: 0, wasSuccessful: true, data: answered.data }
    : { error: true, errorCode: typeof answered === 'object' ? answered.errorCode : 9000 };

/** Notices come as [control, what, more]. */
function note(told: unknown): null {
  const name = NOTICES[Number((told as unknown[])[1])];
  if (name !== undefined) handle.notices.push(name);
  return null;
}

function answer({ _actionName, _actionType, _data }: Asked): { value: unknown; counted: boolean } {
  const plain = (value: unknown) => ({ value, counted: false });
  if (_actionType !== 0) return plain({ Error: 0 });
  if (_actionName === 'ContextActivationManager_getAppContextAsync') return plain(appContext());
  if (_actionName === 'ContextActivationManager_notifyHost') return plain(note(_data));
  if (_actionName === 'GetInitialData') return plain(values);
  if (_actionName !== 'ExecuteMethod') return plain({ Version: 1, Error: 5001 });
  const { ApiParams, MethodData } = _data as MethodCall;
  const id = MethodData.DispatchId;
  if (!COUNTED.includes(id)) return plain(replyOf(method(id, (ApiParams ?? {}) as Record<string, unknown>)));
  if (underway >= 3) return plain(replyOf({ errorCode: ERRORS.tooManyCalls }));
  return { value: replyOf(method(id, (ApiParams ?? {}) as Record<string, unknown>)), counted: true };
}

const isMute = ({ _actionName, _data }: Asked): boolean =>
  _actionName === 'ExecuteMethod' && mute.includes((_data as MethodCall).MethodData.DispatchId);

window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== paneOrigin || typeof data !== 'string' || silent) return;
  const asked = JSON.parse(data) as Asked;
  if (asked._messageType !== REQUEST || isMute(asked)) return;
  const { value, counted } = answer(asked);
  if (counted) handle.busiest = Math.max(handle.busiest, ++underway);
  setTimeout(() => {
    if (counted) underway -= 1;
    const { _actionName, _conversationId, _correlationId } = asked;
    post({
      _messageType: RESPONSE,
      _actionName,
      _conversationId,
      _correlationId,
      _errorCode: 0,
      _responseType: 0,
      _data: value,
    });
  }, TICK);
});

const handle: HostHandle = {
  notices: [],
  shown: [],
  busiest: 0,
  select: (next) => event('olkItemSelectedChanged', next ?? ''),
  retitle: (title) => {
    if (form !== null) form.subject = title;
  },
  invited: () => (form?.required ?? []).map(({ address }) => address),
  wearTheme: (colours) => event('officeThemeChanged', [JSON.stringify(colours)]),
  tabIn: (backwards = false) => {
    frame.focus();
    post({
      _messageType: REQUEST,
      _actionName: 'Office_notifyAgave',
      _actionType: 0,
      _conversationId: `${CONVERSATION}_ntf`,
      _correlationId: 1,
      _origin: HOST,
      _data: [backwards ? TAB_IN_BACKWARDS : TAB_IN],
    });
  },
};
window.outlookHost = handle;
document.querySelector('#app')?.append(frame);
