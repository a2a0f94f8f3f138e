/**
 * What Office.js and Outlook on the web say to each other: JSON texts over `postMessage`. Read from the published
 * Office.js (`outlook-web-16.01.debug.js`), whose numbers these are.
 */

/** What Office.js asks of its host. `_data` differs by action. */
export interface Asked {
  _messageType: number;
  _actionName: string;
  /** 0 call, 1 begin to hear an event, 2 stop hearing it. */
  _actionType: number;
  _conversationId: string;
  _correlationId: number;
  _data: unknown;
}

export const REQUEST = 0;
export const RESPONSE = 1;

/** One call of an item's or mailbox's method, by number. */
export interface MethodCall {
  ApiParams?: unknown;
  MethodData: { ControlId: string; DispatchId: number };
}

export type Answered = { data: unknown } | { errorCode: number } | 'silent';

export const METHODS = {
  getRecipients: 15,
  addRecipients: 22,
  getSubject: 18,
  getTime: 24,
  getLocation: 26,
  newAppointmentForm: 7,
  messageForm: 8,
  appointmentForm: 9,
  newMessageForm: 44,
  messageFormAsync: 179,
  newMessageFormAsync: 178,
  getOrganizer: 107,
  getRecurrence: 103,
  getItemId: 164,
  saveSettings: 404,
} as const;

/** What Outlook serves no more than three of at a time. */
export const COUNTED: readonly number[] = [
  METHODS.getRecipients,
  METHODS.addRecipients,
  METHODS.getSubject,
  METHODS.getTime,
  METHODS.getLocation,
  METHODS.saveSettings,
];

export const ERRORS = { tooManyCalls: 9052, itemNotSaved: 9046 } as const;

/** What the pane tells its host: where the focus went. */
export const NOTICES: Readonly<Record<number, string>> = {
  0: 'selected',
  1: 'left',
  5: 'on to the next part of Outlook',
  6: 'back to the part before',
  13: 'past the last control',
  14: 'before the first control',
  15: 'escape',
};

/** What the host tells the pane: put the focus on your first control, or on your last. */
export const TAB_IN = 11;
export const TAB_IN_BACKWARDS = 12;

export const CONVERSATION = 'loopkeeper-conversation';
export const CONTROL = 'loopkeeper-control';
export const HOST = 'https://outlook.office.com';
