import type { Person } from '../../world';
import { accepted, badRequest, created, noContent, notFound, ok, Refusal, type Reply } from '../answers';
import type { Actions, Call } from '../desk';
import { type Mail, newMail, type Property } from '../mail/mail-room';
import { normalId } from '../mail/message-filter';
import { mailJson } from '../mail/message-json';
import type { Json } from '../odata';
import { mailGiven } from './messages';

const MOST_RECIPIENTS = 500;

const objects = (given: unknown): Json[] =>
  Array.isArray(given) ? given.filter((one): one is Json => typeof one === 'object' && one !== null) : [];

function properties(given: unknown): Property[] {
  return objects(given).map(({ id, value }) => {
    if (typeof id !== 'string' || typeof value !== 'string') {
      throw badRequest('PropertyId values may only be in one of the following formats: …');
    }
    return { id, value };
  });
}

/** Exchange takes scripts, handlers and forms out of a body when it is written. */
const washed = (html: string): string =>
  html
    .replace(/<(script|form|iframe|object)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<(script|form|iframe|object)\b[^>]*>/gi, '')
    .replace(/\s+on\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>\r\n');

/** The parts of a message that a request gives, and only those. */
function written(body: Json): Partial<Mail> {
  const content = body.body as { contentType?: string; content?: string } | undefined;
  const headers = objects(body.internetMessageHeaders);
  if (headers.length > 5 || headers.some((header) => !/^x-/i.test(String(header.name)))) {
    throw new Refusal(
      400,
      'InvalidInternetMessageHeader',
      "The internet message header name should start with 'x-' or 'X-'.",
    );
  }
  const html = /^html$/i.test(content?.contentType ?? 'text')
    ? washed(content?.content ?? '')
    : `<div>${escaped(content?.content ?? '')}</div>`;
  return {
    ...(typeof body.subject === 'string' ? { subject: body.subject } : {}),
    ...(content === undefined ? {} : { html }),
    ...(body.toRecipients === undefined ? {} : { to: objects(body.toRecipients) }),
    ...(body.ccRecipients === undefined ? {} : { cc: objects(body.ccRecipients) }),
    ...(body.bccRecipients === undefined ? {} : { bcc: objects(body.bccRecipients) }),
    ...(body.replyTo === undefined ? {} : { replyTo: objects(body.replyTo) }),
    ...(typeof body.importance === 'string' ? { importance: body.importance.toLowerCase() } : {}),
    ...(Array.isArray(body.categories) ? { categories: body.categories.map(String) } : {}),
    ...(headers.length > 0 ? { headers } : {}),
    ...(body.singleValueExtendedProperties === undefined
      ? {}
      : { properties: properties(body.singleValueExtendedProperties) }),
    ...(body.attachments === undefined ? {} : { attachments: objects(body.attachments) }),
  };
}

function newDraft(desk: Actions, body: Json): Mail {
  const { owner, now, mail } = desk;
  const from = { emailAddress: { name: owner.name, address: owner.address } };
  mail.minted += 1;
  const key = `written ${mail.minted} at ${now} for ${owner.id}`;
  return newMail(key, owner.id, 'drafts', now, { draft: true, from, ...written(body) });
}

const addressOf = (one: Json): string => String((one.emailAddress as Json | undefined)?.address ?? '');

const everybodyOf = (draft: Mail): Json[] => [...draft.to, ...draft.cc, ...draft.bcc];

function refuseBadRecipients(draft: Mail): void {
  const everybody = everybodyOf(draft);
  if (everybody.length === 0 || everybody.some((one) => !addressOf(one).includes('@'))) {
    throw new Refusal(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
  }
  if (everybody.length > MOST_RECIPIENTS) {
    throw new Refusal(400, 'ErrorTooManyRecipients', 'The message has too many recipients.');
  }
}

/** What leaves: a copy in Sent Items and one in every known mailbox, both only after the time a delivery takes. */
function dispatch(desk: Actions, draft: Mail, keepsCopy: boolean, at = desk.now): void {
  refuseBadRecipients(draft);
  const { mail, story } = desk;
  const arrivedAt = at + desk.habits.deliveryTime;
  const gone = { ...draft, draft: false, waitsUntil: null, sentAt: at, arrivedAt };
  const place = mail.written.indexOf(draft);
  if (place >= 0) mail.written.splice(place, 1);
  if (keepsCopy) mail.written.push({ ...gone, folder: 'sentitems' });
  const known = new Set(
    everybodyOf(draft)
      .map((one) => story.byAddress.get(addressOf(one).toLowerCase()))
      .filter((one): one is Person => one !== undefined),
  );
  for (const person of known) {
    const key = draft.key.replace(/for \S+$/, `for ${person.id}`);
    // Named properties and blind copies stay behind.
    mail.written.push({
      ...gone,
      key: `${key} in inbox`,
      box: person.id,
      folder: 'inbox',
      bcc: [],
      properties: [],
    });
  }
}

/** POST /me/messages: 201 with a draft. */
export function createDraft(desk: Actions, call: Call): Reply {
  const draft = newDraft(desk, call.body);
  desk.mail.written.push(draft);
  const context = `https://graph.microsoft.com/v1.0/$metadata#users('${desk.owner.objectId}')/messages/$entity`;
  return created({ '@odata.context': context, ...mailJson(desk, draft, call) });
}

function draftGiven(desk: Actions, call: Call): Mail {
  const mail = mailGiven(desk, call, call.parts[1] ?? '');
  if (!desk.mail.written.includes(mail) || !(mail.draft || mail.waitsUntil !== null)) {
    throw new Refusal(400, 'ErrorInvalidOperation', 'The operation can only be performed on a draft.');
  }
  return mail;
}

/** 412 where the request is meant for another version of the item. */
function refuseOtherVersion(desk: Actions, mail: Mail, call: Call): void {
  const match = call.headers.get('if-match');
  if (match === null || match === mailJson(desk, mail, call)['@odata.etag']) return;
  throw new Refusal(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );
}

export function changeDraft(desk: Actions, call: Call): Reply {
  const draft = draftGiven(desk, call);
  refuseOtherVersion(desk, draft, call);
  const given = written(call.body);
  const ids = new Set((given.properties ?? []).map((property) => property.id));
  const kept = draft.properties.filter((property) => !ids.has(property.id));
  const defers = [...ids].some((id) => DEFERRED.includes(normalId(id)));
  if (defers && desk.habits.deferring === 'refused')
    throw new Refusal(400, 'ErrorInvalidProperty', 'The property cannot be set.');
  // Whoever changes a mail that waits has it back as a draft.
  Object.assign(draft, { draft: true, waitsUntil: null, modifiedAt: desk.now });
  Object.assign(draft, given, { properties: [...kept, ...(given.properties ?? [])] });
  return ok(mailJson(desk, draft, call));
}

/** POST /me/messages/{id}/send: accepted, an empty body, and no way to ask for the same thing only once. */
export function sendDraft(desk: Actions, call: Call): Reply {
  const draft = draftGiven(desk, call);
  const until = deferredTo(draft);
  if (until === null || until <= desk.now) dispatch(desk, draft, true);
  else defer(desk, draft, until);
  return accepted();
}

/** MS-OXOMSG 2.2.3.4: PidTagDeferredSendTime. */
const DEFERRED_SEND = normalId('SystemTime 0x3FEF');
const DEFERRED = [DEFERRED_SEND, normalId('SystemTime 0x000F')];

function deferredTo({ properties: kept }: Mail): number | null {
  const property = kept.find(({ id }) => normalId(id) === DEFERRED_SEND);
  return property === undefined ? null : Date.parse(property.value);
}

/** It waits in Drafts; nobody needs to be there when its time comes. */
function defer(desk: Actions, draft: Mail, until: number): void {
  refuseBadRecipients(draft);
  draft.waitsUntil = until;
  draft.draft = desk.habits.waitingIs === 'draft';
  if (!desk.habits.waitingKeepsId) draft.key = draft.key.replace(/^written/, 'submitted');
}

/** What waited goes when its time has come. */
export function releaseWaiting(desk: Actions): void {
  const waiting = desk.mail.written.filter(({ waitsUntil }) => waitsUntil !== null);
  for (const mail of waiting) {
    const at = (mail.waitsUntil ?? 0) + desk.habits.waitsLonger;
    if (at <= desk.now) dispatch(desk, mail, true, at);
  }
}

const SECOND = 1000;

export function deleteMail(desk: Actions, call: Call): Reply {
  const mail = mailGiven(desk, call, call.parts[1] ?? '');
  if (desk.habits.ifMatchOnDelete === 'checked') refuseOtherVersion(desk, mail, call);
  const { lastSecond } = desk.habits;
  if (mail.waitsUntil !== null && mail.waitsUntil - desk.now <= SECOND && lastSecond !== 'taken-back') {
    dispatch(desk, mail, true);
    if (lastSecond === 'gone-404') throw notFound();
    return noContent();
  }
  if (desk.mail.written.includes(mail) && mail.folder !== 'deleteditems')
    Object.assign(mail, {
      folder: 'deleteditems',
      waitsUntil: null,
      draft: mail.draft || mail.waitsUntil !== null,
    });
  else desk.mail.thrownAway.add(mail.key);
  return noContent();
}

/** POST /me/sendMail: accepted, an empty body, no id. */
export function sendMail(desk: Actions, call: Call): Reply {
  const given = call.body.message ?? call.body.Message;
  if (typeof given !== 'object' || given === null) throw badRequest('Empty Payload. JSON content expected.');
  const keepsCopy = (call.body.saveToSentItems ?? call.body.SaveToSentItems) !== false;
  dispatch(desk, newDraft(desk, given as Json), keepsCopy);
  return accepted();
}

/** POST /me/messages/{id}/reply: 202; it goes at once, in the conversation of the mail. */
export function replyTo(desk: Actions, call: Call): Reply {
  const { subject, from, talk } = mailGiven(desk, call, call.parts[1] ?? '');
  const comment = typeof call.body.comment === 'string' ? call.body.comment : '';
  const draft = newDraft(desk, {
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    body: { contentType: 'text', content: comment },
    toRecipients: [from],
  });
  dispatch(desk, { ...draft, talk }, true);
  return accepted();
}

/** POST /me/messages/{id}/attachments. */
export function attach(desk: Actions, call: Call): Reply {
  const draft = draftGiven(desk, call);
  const given = call.body;
  if (typeof given.name !== 'string' || typeof given.contentBytes !== 'string') {
    throw badRequest("The property 'name' is required when creating the entity.");
  }
  const size = Math.floor((given.contentBytes.length * 3) / 4);
  const id = `${mailJson(desk, draft, call).id}${btoa(given.name.replace(/[^ -~]/g, '_'))}`;
  const kept = {
    '@odata.type': '#microsoft.graph.fileAttachment',
    id,
    size,
    isInline: false,
    contentType: null,
    ...given,
  };
  draft.attachments = [...draft.attachments, kept];
  return created(kept);
}

export function attachments(desk: Actions, call: Call): Reply {
  const { attachments: all } = mailGiven(desk, call, call.parts[1] ?? '');
  return ok({ value: all });
}
