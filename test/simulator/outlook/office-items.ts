/** The open item in the shapes Office.js gives it: read appointment, composed appointment, read message. */
import { answer, gated } from './office-calls';
import { ewsId, type Guest, type OpenedItem } from './opened';

const details = ({ name, address, answer }: Guest) => ({
  displayName: name,
  emailAddress: address,
  recipientType: 'user',
  appointmentResponse: answer,
});

const recurrenceOf = (item: OpenedItem) =>
  item.seriesId === null
    ? null
    : {
        recurrenceType: 'weekly',
        recurrenceProperties: { interval: 1 },
        recurrenceTimeZone: { name: 'GMT Standard Time' },
      };

const body = (text: string) => ({
  getAsync: (_kind: string, ...rest: unknown[]) => answer(rest, () => text),
});

const categories = { getAsync: (...rest: unknown[]) => answer(rest, () => null) };

const customProperties = (...rest: unknown[]) => {
  const kept: Record<string, unknown> = {};
  gated(rest, () => ({
    get: (name: string) => kept[name],
    set: (name: string, value: unknown) => {
      kept[name] = value;
    },
    remove: (name: string) => {
      delete kept[name];
    },
    saveAsync: (...more: unknown[]) => answer(more, () => undefined),
  }));
};

const common = (item: OpenedItem) => ({
  itemClass: item.itemClass,
  dateTimeCreated: new Date(item.createdAt),
  dateTimeModified: new Date(item.createdAt),
  body: body(item.text),
  categories,
  loadCustomPropertiesAsync: customProperties,
});

const times = (item: OpenedItem) => ({
  ...(item.start === null ? {} : { start: new Date(item.start) }),
  ...(item.end === null ? {} : { end: new Date(item.end) }),
  location: item.place,
  recurrence: recurrenceOf(item),
  seriesId: item.seriesId === null ? null : ewsId(item.seriesId),
});

/** On the web the organizer is listed among the required attendees too. */
const required = (item: OpenedItem) => [item.from, ...item.required].map(details);

const readAppointment = (item: OpenedItem) => ({
  ...common(item),
  ...times(item),
  itemType: 'appointment',
  itemId: ewsId(item.id),
  subject: item.subject,
  normalizedSubject: item.subject,
  organizer: details(item.from),
  requiredAttendees: required(item),
  optionalAttendees: item.optional.map(details),
});

const getter = (value: () => unknown) => ({ getAsync: (...rest: unknown[]) => gated(rest, value) });

const composedAppointment = (item: OpenedItem) => ({
  ...common(item),
  itemType: 'appointment',
  seriesId: item.seriesId === null ? null : ewsId(item.seriesId),
  subject: getter(() => item.subject),
  start: getter(() => new Date(item.start ?? 0)),
  end: getter(() => new Date(item.end ?? 0)),
  location: getter(() => item.place),
  requiredAttendees: getter(() => item.required.map(details)),
  optionalAttendees: getter(() => item.optional.map(details)),
  organizer: getter(() => ({ displayName: item.from.name, emailAddress: item.from.address })),
  recurrence: getter(() => recurrenceOf(item)),
  getItemIdAsync: (...rest: unknown[]) => answer(rest, () => ewsId(item.id)),
});

const readMessage = (item: OpenedItem) => ({
  ...common(item),
  ...(item.start === null ? {} : times(item)),
  itemType: 'message',
  itemId: ewsId(item.id),
  subject: item.subject,
  normalizedSubject: item.subject.replace(/^[A-Z][a-z]+: /, ''),
  from: details(item.from),
  sender: details(item.from),
  to: item.required.map(details),
  cc: item.optional.map(details),
});

export function officeItem(item: OpenedItem | null): object | null {
  if (item === null) return null;
  if (item.kind === 'appointment-read') return readAppointment(item);
  return item.kind === 'appointment-compose' ? composedAppointment(item) : readMessage(item);
}
