import { asked } from './ask-outlook';

/** What is open in Outlook, in Outlook's words. */
export interface OpenItem {
  readonly kind: 'appointment' | 'meeting-message' | 'message' | 'none';
  /** In the form Graph takes (`_` and `-` instead of `+` and `/`); null when unsaved or unknown. */
  readonly id: string | null;
  readonly seriesId: string | null;
  readonly title: string;
  readonly start: number | null;
  readonly recurring: boolean;
  readonly unsaved: boolean;
}

const NOTHING: OpenItem = {
  kind: 'none',
  id: null,
  seriesId: null,
  title: '',
  start: null,
  recurring: false,
  unsaved: false,
};

/** The same letters as `convertToRestId`, which some clients lack (office-js#4729). */
export const graphId = (id: string | null | undefined): string | null =>
  id === null || id === undefined || id === '' ? null : id.replaceAll('+', '_').replaceAll('/', '-');

/** Reads the open item: an appointment one attends or organizes, a meeting message, another mail, or nothing. */
export async function readOpenItem(): Promise<OpenItem> {
  const item = Office.context.mailbox.item;
  if (item === undefined || item === null) return NOTHING;
  const isAppointment = item.itemType === Office.MailboxEnums.ItemType.Appointment;
  // In compose the subject is an object with getAsync; in read mode it is the text itself.
  if (isAppointment) {
    return typeof (item as { subject: unknown }).subject === 'string'
      ? attended(item as unknown as Office.AppointmentRead)
      : organized(item as unknown as Office.AppointmentCompose);
  }
  const mail = item as unknown as Office.MessageRead;
  const meeting = /^IPM\.Schedule\.Meeting/i.test(mail.itemClass ?? '');
  return {
    ...NOTHING,
    kind: meeting ? 'meeting-message' : 'message',
    id: graphId(mail.itemId),
    seriesId: meeting ? graphId(mail.seriesId) : null,
    title: typeof mail.subject === 'string' ? mail.subject : '',
    start: meeting ? instantOf(mail.start) : null,
  };
}

function attended(item: Office.AppointmentRead): OpenItem {
  const seriesId = graphId(item.seriesId);
  return {
    kind: 'appointment',
    id: graphId(item.itemId),
    seriesId,
    title: item.subject ?? '',
    start: instantOf(item.start),
    recurring: seriesId !== null || (item.recurrence ?? null) !== null,
    unsaved: false,
  };
}

/** Two calls at a time: Outlook on the web refuses more than three (limits-for-activation). */
async function organized(item: Office.AppointmentCompose): Promise<OpenItem> {
  const [title, start] = await Promise.all([
    asked<string>((done) => item.subject.getAsync(done)),
    asked<Date>((done) => item.start.getAsync(done)),
  ]);
  const id = graphId(await asked<string>((done) => item.getItemIdAsync(done)));
  // Before it has reached the server Outlook may give an id of its own ("clientid:…", #4728).
  const saved = id !== null && !id.startsWith('clientid');
  const seriesId = graphId(item.seriesId);
  return {
    kind: 'appointment',
    id: saved ? id : null,
    seriesId,
    title: title ?? '',
    start: instantOf(start),
    recurring: seriesId !== null,
    unsaved: !saved && seriesId === null,
  };
}

const instantOf = (date: Date | null | undefined): number | null => {
  const at = date?.getTime() ?? Number.NaN;
  return Number.isFinite(at) ? at : null;
};
