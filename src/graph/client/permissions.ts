/** One call of Microsoft Graph: the least it needs, why it is made and what is lost without it. */
export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With names in braces instead of ids: safe to show and to log. */
  readonly path: string;
  /** The least delegated permission. */
  readonly scope: string;
  readonly why: string;
  readonly without: string;
  /** Asking again after a lost answer changes nothing. What writes or sends is repeated only after 429: nothing was done. */
  readonly idempotent: boolean;
  /** What it wants beside the manner of all calls. */
  readonly prefer?: string;
}

const reading = { method: 'GET', idempotent: true } as const;

/** Every call the product makes. A call that is not in this table cannot be made (`client.ts` takes no other). */
export const CALLS = {
  me: {
    ...reading,
    path: '/me',
    scope: 'User.Read',
    why: 'Your name and addresses, to know which attendee is you.',
    without: 'Nothing can be read from Microsoft 365; check-ins, decisions and imports still work.',
  },
  mailboxSettings: {
    ...reading,
    path: '/me/mailboxSettings',
    scope: 'MailboxSettings.Read',
    why: 'Your time zone, which decides what "the same day" means.',
    without: "The browser's time zone is used.",
  },
  calendarView: {
    ...reading,
    path: '/me/calendarView',
    scope: 'Calendars.Read',
    why: 'What the calendar says about each occurrence: time, people, answers, cancellations.',
    without: 'The log knows only the open meeting, and what you note or import.',
  },
  calendarSignal: {
    ...reading,
    path: '/me/calendarView/delta',
    scope: 'Calendars.Read',
    prefer: 'odata.maxpagesize=200',
    why: 'Whether anything changed in the calendar since a moment ago, so that it need not be read again.',
    without: 'The log knows only the open meeting, and what you note or import.',
  },
  event: {
    ...reading,
    path: '/me/events/{event}',
    scope: 'Calendars.Read',
    why: 'How a series repeats and which of its dates were cancelled.',
    without: 'The log knows only the open meeting, and what you note or import.',
  },
  instances: {
    ...reading,
    path: '/me/events/{series}/instances',
    scope: 'Calendars.Read',
    why: 'Which occurrence is open, where Outlook names only its series.',
    without: 'You choose the occurrence from a list.',
  },
  translateIds: {
    method: 'POST',
    idempotent: true,
    path: '/me/translateExchangeIds',
    scope: 'User.Read',
    why: 'Turns the id Outlook gives into one that survives a move to another folder.',
    without: 'You choose the meeting from a list.',
  },
  schedule: {
    method: 'POST',
    idempotent: true,
    path: '/me/calendar/getSchedule',
    scope: 'Calendars.Read',
    why: 'When people were out of office, and at which hours they work; for a time you offer, when both are free.',
    without: 'Mark by hand who was away, and name a time yourself.',
  },
  messages: {
    ...reading,
    path: '/me/messages',
    scope: 'Mail.Read',
    why: 'Meeting messages only: the moment a meeting was cancelled, moved or declined. No message body is read.',
    without: 'Notice is known only as the range between two looks at the calendar.',
  },
  message: {
    ...reading,
    path: '/me/messages/{message}',
    scope: 'Mail.Read',
    why: 'What the meeting message that is open did, and to which meeting.',
    without: 'Notice is known only as the range between two looks at the calendar.',
  },
  answers: {
    ...reading,
    path: '/me/messages',
    scope: 'Mail.Read',
    why: 'Answers to your recaps, by the number of the decision in their subject. No message body is read.',
    without: 'Record by hand what people answered.',
  },
  replies: {
    ...reading,
    path: '/me/messages',
    scope: 'Mail.Read',
    why: 'Who replied to a recap or a question of yours, and when, by its conversation. No message body is read.',
    without: 'Record by hand what people answered.',
  },
  returned: {
    ...reading,
    path: '/me/messages',
    scope: 'Mail.Read',
    why: 'Reports that a mail of yours could not be delivered, by their message class. No message body is read.',
    without: 'A mail that came back counts as told until you say otherwise.',
  },
  sentItems: {
    ...reading,
    path: '/me/mailFolders/sentitems',
    scope: 'Mail.Read',
    why: 'Which meeting messages you sent yourself.',
    without: 'Notice is known only as the range between two looks at the calendar.',
  },
  junkFolder: {
    ...reading,
    path: '/me/mailFolders/junkemail',
    scope: 'Mail.Read',
    why: 'Which mails are junk: they are no source of anything.',
    without: 'Record by hand what people answered, and when a meeting was cancelled.',
  },
  onlineMeeting: {
    ...reading,
    path: '/me/onlineMeetings',
    scope: 'OnlineMeetings.Read',
    why: 'The Teams meeting behind the join link of a series you organize.',
    without: 'Import the attendance file that Teams lets you download.',
  },
  reports: {
    ...reading,
    path: '/me/onlineMeetings/{meeting}/attendanceReports',
    scope: 'OnlineMeetingArtifact.Read.All',
    why: 'Which sessions a Teams meeting of yours had.',
    without: 'Import the attendance file that Teams lets you download.',
  },
  report: {
    ...reading,
    path: '/me/onlineMeetings/{meeting}/attendanceReports/{report}',
    scope: 'OnlineMeetingArtifact.Read.All',
    why: 'Who joined a session of your meeting, and when.',
    without: 'Import the attendance file that Teams lets you download.',
  },
  records: {
    ...reading,
    path: '/me/onlineMeetings/{meeting}/attendanceReports/{report}/attendanceRecords',
    scope: 'OnlineMeetingArtifact.Read.All',
    why: 'The rest of who joined a session, where a report does not bring it along.',
    without: 'Import the attendance file that Teams lets you download.',
  },
  findMail: {
    ...reading,
    path: '/me/messages',
    // Mail.Read would do, but whoever allows sending need not have allowed that, and a token is for what was agreed to.
    scope: 'Mail.ReadWrite',
    why: 'Looks a mail up by its key, so that none goes twice.',
    without: 'A mail is sent without being verified, and never repeated by itself.',
  },
  draft: {
    method: 'POST',
    idempotent: false,
    path: '/me/messages',
    scope: 'Mail.ReadWrite',
    why: 'Writes the mail as a draft that carries its key.',
    without: 'A mail is sent without being verified, and never repeated by itself.',
  },
  defer: {
    method: 'PATCH',
    idempotent: true,
    path: '/me/messages/{message}',
    scope: 'Mail.ReadWrite',
    why: 'Says when Exchange is to send the mail, so that it can be undone until then and goes without this pane.',
    without: 'The mail goes when a pane is open.',
  },
  mailFolder: {
    ...reading,
    path: '/me/mailFolders/{folder}',
    scope: 'Mail.ReadWrite',
    why: 'Whether a mail that waits lies in Drafts still, or was thrown away.',
    without: 'A mail is sent without being verified, and never repeated by itself.',
  },
  draftThere: {
    ...reading,
    path: '/me/messages/{message}',
    scope: 'Mail.ReadWrite',
    why: 'Makes sure that what is thrown away is a draft.',
    without: 'The draft stays in Drafts.',
  },
  discard: {
    method: 'DELETE',
    idempotent: true,
    path: '/me/messages/{message}',
    scope: 'Mail.ReadWrite',
    why: 'Takes a mail back that is not to go: throws its draft away.',
    without: 'The draft stays in Drafts.',
  },
  send: {
    method: 'POST',
    idempotent: false,
    path: '/me/messages/{message}/send',
    scope: 'Mail.Send',
    why: 'Sends the mail after your click.',
    without: 'Copy the mail, or open it as a new message in Outlook.',
  },
  sendMail: {
    method: 'POST',
    idempotent: false,
    path: '/me/sendMail',
    scope: 'Mail.Send',
    why: 'Sends the mail after your click, where drafts may not be written.',
    without: 'Copy the mail, or open it as a new message in Outlook.',
  },
  appRoot: {
    ...reading,
    path: '/me/drive/special/approot',
    scope: 'Files.ReadWrite.AppFolder',
    why: 'Makes the folder of this add-in in your own OneDrive, once you switch roaming on.',
    without: 'Each of your Outlooks keeps a log of its own; an exported file takes it along.',
  },
  appFolder: {
    ...reading,
    path: '/me/drive/special/approot/children',
    scope: 'Files.ReadWrite.AppFolder',
    why: 'Which of your other Outlooks wrote something new there.',
    without: 'Each of your Outlooks keeps a log of its own; an exported file takes it along.',
  },
  writeFile: {
    method: 'PUT',
    idempotent: true,
    path: '/me/drive/special/approot:/{file}:/content',
    scope: 'Files.ReadWrite.AppFolder',
    why: 'Writes what this Outlook added to the log, into a file of its own.',
    without: 'Each of your Outlooks keeps a log of its own; an exported file takes it along.',
  },
  removeFile: {
    method: 'DELETE',
    idempotent: true,
    path: '/me/drive/special/approot:/{file}',
    scope: 'Files.ReadWrite.AppFolder',
    why: 'Takes a file away that is not needed any more, or when you delete the copy in OneDrive.',
    without: 'The files stay in OneDrive until you delete them there.',
  },
} as const satisfies Readonly<Record<string, GraphCall>>;
