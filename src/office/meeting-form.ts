import type { Person } from '../domain/facts/things/person';
import { asked, shown, told } from './ask-outlook';
import { personOf } from './outlook-person';

/** A meeting that its organizer is writing: what it is called now, and who is asked to come. */
export interface MeetingForm {
  readonly title: string;
  /** Only names that Outlook has found an address for come back. */
  readonly invited: readonly Person[];
}

/** How often somebody looks whether it has another title, in ms: Outlook tells of new people only. */
const LOOKS = 5_000;

/** The open item, where it is a meeting in its own form; in read mode its title is a text and not an object. */
function openForm(): Office.AppointmentCompose | null {
  const item = Office.context.mailbox.item as {
    readonly itemType: unknown;
    readonly subject: unknown;
  } | null;
  const isForm =
    item?.itemType === Office.MailboxEnums.ItemType.Appointment && typeof item.subject !== 'string';
  return isForm ? (item as unknown as Office.AppointmentCompose) : null;
}

export const isWritingMeeting = (): boolean => openForm() !== null;

/**
 * Null where no meeting is being written, or Outlook does not say who is in it. Throws `outlook-hangs`. One call after the
 * other: Outlook bears three at a time, and the pane has others for it.
 */
export async function readMeetingForm(): Promise<MeetingForm | null> {
  const form = openForm();
  if (form === null) return null;
  const title = await asked<string>((done) => form.subject.getAsync(done));
  const required = await asked<Office.EmailAddressDetails[]>((done) => form.requiredAttendees.getAsync(done));
  const optional = await asked<Office.EmailAddressDetails[]>((done) => form.optionalAttendees.getAsync(done));
  if (title === null || required === null || optional === null) return null;
  return { title, invited: [...required, ...optional].map(personOf).filter((one) => one !== null) };
}

/** Puts somebody among the required people; the invitation goes when the organizer sends it. Throws `outlook-refused`. */
export async function inviteInForm({ name, address }: Person): Promise<void> {
  const form = openForm();
  if (form === null) return;
  await shown('add person', (done) =>
    form.requiredAttendees.addAsync([{ displayName: name, emailAddress: address }], done),
  );
}

/** Calls back at once, and when its people or, while the pane is in sight, its title may have changed. */
export function onMeetingForm(changed: () => void): void {
  changed();
  const form = openForm();
  if (form !== null) told(Office.EventType.RecipientsChanged, changed, form);
  setInterval(() => {
    if (document.visibilityState === 'visible') changed();
  }, LOOKS);
}
