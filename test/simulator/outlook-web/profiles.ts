/** How the Outlook programs differ, as far as a pane notices. Sources: the requirement-set tables and known issues. */
export interface Profile {
  name: string;
  /** Highest Mailbox requirement set. */
  mailbox: string;
  /** Whether Outlook hands out tokens (nested app authentication). */
  nestedAuth: boolean;
  /** Which id an occurrence goes by: its own, that of its series, or none. */
  occurrenceId: 'own' | 'master' | 'none';
  /** Whether attendees say if they are required people, lists, guests. */
  recipientTypes: boolean;
  /** Whether a download reaches the disk. */
  downloads: boolean;
  /** Whether the browser lets a frame of another site keep anything. */
  storage: boolean;
  /** Whether the pane and its windows share one store: outside a browser the pane is no frame of another site. */
  oneStore: boolean;
}

const web: Profile = {
  name: 'Outlook on the web',
  mailbox: '1.15',
  nestedAuth: true,
  occurrenceId: 'own',
  recipientTypes: true,
  downloads: true,
  storage: true,
  oneStore: false,
};

export const PROFILES = {
  web,
  new: { ...web, name: 'new Outlook for Windows' },
  // Gives the series' id for an occurrence (office-js#714, #3117, #5305).
  classic: { ...web, name: 'classic Outlook', occurrenceId: 'master' },
  // No occurrence ids, no recipientType, downloads do nothing (office-js#3385, #6468).
  mac: {
    ...web,
    name: 'Outlook for Mac',
    mailbox: '1.14',
    occurrenceId: 'master',
    recipientTypes: false,
    downloads: false,
  },
  ltsc2021: {
    ...web,
    name: 'Outlook LTSC 2021',
    mailbox: '1.9',
    nestedAuth: false,
    occurrenceId: 'master',
    oneStore: true,
  },
  storageDenied: { ...web, name: 'Outlook on the web, third-party storage denied', storage: false },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;
