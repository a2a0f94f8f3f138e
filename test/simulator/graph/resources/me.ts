import { ok, Refusal, type Reply } from '../answers';
import type { Actions, Call } from '../desk';
import { folderId } from '../mail/message-json';
import { collection, type Json, pageOf, pick } from '../odata';
import { windowsZone } from '../wire-time';
import { workingHours } from './schedule';

const CONTEXT = 'https://graph.microsoft.com/v1.0/$metadata';

/** GET /me. Addresses beyond the first come only when selected. */
export function me(desk: Actions, call: Call): Reply {
  const { owner } = desk;
  const [givenName = '', ...rest] = owner.name.split(' ');
  const usual = {
    businessPhones: [],
    displayName: owner.name,
    givenName,
    jobTitle: null,
    mail: owner.address,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: 'en-GB',
    surname: rest.join(' '),
    userPrincipalName: owner.upn ?? owner.address,
    id: owner.objectId,
  };
  const more = {
    otherMails: owner.aliases ?? [],
    proxyAddresses: [`SMTP:${owner.address}`, ...(owner.aliases ?? []).map((alias) => `smtp:${alias}`)],
    usageLocation: owner.country,
    country: owner.country,
  };
  const select = call.query.list('select');
  const shown = select === null ? usual : pick({ ...usual, ...more }, select);
  return ok({ '@odata.context': `${CONTEXT}#users/$entity`, ...shown });
}

/** GET /me/mailboxSettings, and one member of it by its path. */
export function mailboxSettings(desk: Actions, call: Call): Reply {
  const { owner } = desk;
  const settings: Json = {
    archiveFolder: folderId(owner.id, 'archive'),
    timeZone: windowsZone(owner.zone),
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: 'dd/MM/yyyy',
    timeFormat: 'HH:mm',
    userPurpose: 'user',
    automaticRepliesSetting: {
      status: 'disabled',
      externalAudience: 'all',
      internalReplyMessage: '',
      externalReplyMessage: '',
      scheduledStartDateTime: { dateTime: '2026-10-01T08:00:00.0000000', timeZone: 'UTC' },
      scheduledEndDateTime: { dateTime: '2026-10-02T08:00:00.0000000', timeZone: 'UTC' },
    },
    language: { locale: 'en-GB', displayName: 'English (United Kingdom)' },
    workingHours: workingHours(owner),
  };
  const member = call.parts[1];
  const context = `${CONTEXT}#users('${owner.objectId}')/mailboxSettings`;
  if (member === undefined) {
    return ok({ '@odata.context': context, ...pick(settings, call.query.list('select')) });
  }
  const value = settings[member];
  if (value === undefined)
    throw new Refusal(400, 'BadRequest', `Resource not found for the segment '${member}'.`);
  const whole = typeof value === 'object' ? (value as Json) : { value };
  return ok({ '@odata.context': `${context}/${member}`, ...whole });
}

const calendarJson = (desk: Actions): Json => ({
  id: folderId(desk.owner.id, 'calendar'),
  name: 'Calendar',
  color: 'auto',
  hexColor: '',
  isDefaultCalendar: true,
  changeKey: 'nfZyf7VcrEKLNoU37KWlkQAAA0x0+w==',
  canShare: true,
  canViewPrivateItems: true,
  canEdit: true,
  allowedOnlineMeetingProviders: ['teamsForBusiness'],
  defaultOnlineMeetingProvider: 'teamsForBusiness',
  isTallyingResponses: true,
  isRemovable: false,
  owner: { name: desk.owner.name, address: desk.owner.address },
});

export const calendar = (desk: Actions): Reply =>
  ok({
    '@odata.context': `${CONTEXT}#users('${desk.owner.objectId}')/calendars/$entity`,
    ...calendarJson(desk),
  });

export const calendars = (desk: Actions, call: Call): Reply =>
  ok(collection(`users('${desk.owner.objectId}')/calendars`, pageOf([calendarJson(desk)], call.query, 10)));

/** A path below /me/calendars/{id}: there is one calendar. */
export function knownCalendar(desk: Actions, id: string): void {
  if (id !== folderId(desk.owner.id, 'calendar')) {
    throw new Refusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  }
}
