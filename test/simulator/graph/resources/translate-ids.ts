import { badRequest, ok, type Reply } from '../answers';
import { copiesHere } from '../calendar/calendar';
import { meetingItem } from '../calendar/event-json';
import type { Actions, Call } from '../desk';
import { boxHash, itemHash, mintId, readId } from '../ids';
import type { Json } from '../odata';

/** POST /me/translateExchangeIds, between mutable and immutable REST ids. */
export function translateIds(desk: Actions, call: Call): Reply {
  const { inputIds, sourceIdType, targetIdType } = call.body;
  const known = (kind: unknown) => kind === 'restId' || kind === 'restImmutableEntryId';
  if (!Array.isArray(inputIds) || !known(sourceIdType) || !known(targetIdType)) {
    throw badRequest('InputIds, SourceIdType and TargetIdType are required.');
  }
  if (inputIds.length > 1000) throw badRequest('Too many ids: at most 1000 can be translated at once.');
  const immutable = targetIdType === 'restImmutableEntryId';
  return ok({ value: inputIds.map((id) => translate(desk, String(id), immutable)) });
}

function translate(desk: Actions, sourceId: string, immutable: boolean): Json {
  const id = readId(sourceId);
  const fault = { sourceId, errorDetails: { code: 'ErrorInvalidIdMalformed', message: 'Id is malformed.' } };
  if (id === null || id.box !== boxHash(desk.owner.id)) return fault;
  const box = desk.owner.id;
  const event = copiesHere(desk).find((copy) => itemHash(meetingItem(copy.story.meeting.id)) === id.item);
  if (event !== undefined) {
    const item = meetingItem(event.story.meeting.id);
    return { sourceId, targetId: mintId({ box, item, date: id.date, folder: 'calendar', immutable }) };
  }
  const mail = desk.mail.in(box, desk.now).find((one) => itemHash(one.key) === id.item);
  if (mail === undefined) return fault;
  return { sourceId, targetId: mintId({ box, item: mail.key, folder: mail.folder, immutable }) };
}
