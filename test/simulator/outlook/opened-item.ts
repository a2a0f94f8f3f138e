import type { CalendarItem, MailItem } from './host-state';
import type { OpenedItem } from './opened';

const guest = (person: { name: string; address: string }) => ({ ...person, answer: 'none' as const });

/** An event of the calendar as Outlook opens it: its organizer in a form, everybody else to read. */
export function appointment(item: CalendarItem): OpenedItem {
  const people = (part: string) =>
    item.attendees
      .filter((one) => one.part === part && one.address !== item.organizer.address)
      .map(({ name, address, answer }) => ({ name, address, answer }));
  return {
    kind: item.organizedByMe ? 'appointment-compose' : 'appointment-read',
    itemClass: item.seriesId === null ? 'IPM.Appointment' : 'IPM.Appointment.Occurrence',
    id: item.id,
    seriesId: item.seriesId,
    subject: item.subject,
    start: item.start,
    end: item.end,
    createdAt: item.createdAt,
    place: item.place,
    text: item.text,
    from: { ...item.organizer, answer: 'organizer' },
    required: people('required'),
    optional: people('optional'),
  };
}

export const message = (mail: MailItem): OpenedItem => ({
  kind: 'message-read',
  itemClass: mail.meeting?.itemClass ?? 'IPM.Note',
  id: mail.id,
  // Outlook knows the series of a meeting message only now and then.
  seriesId: null,
  subject: mail.subject,
  start: mail.meeting?.start ?? null,
  end: mail.meeting?.end ?? null,
  createdAt: mail.at,
  place: '',
  text: mail.preview,
  from: guest(mail.from),
  required: mail.to.map(guest),
  optional: mail.cc.map(guest),
});
