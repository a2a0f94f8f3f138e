import { badRequest, notFound, ok, Refusal, type Reply } from '../answers';
import { copiesHere, idGiven } from '../calendar/calendar';
import { standing } from '../calendar/calendar-copy';
import { eventJson, masterJson } from '../calendar/event-json';
import type { Notice } from '../calendar/notices';
import type { Actions, Call } from '../desk';
import { itemHash, readId } from '../ids';
import { FOLDERS, type Folder, type Mail } from '../mail/mail-room';
import { messageFilter, normalId, propertiesOf } from '../mail/message-filter';
import { DERIVED, folderId, mailId, mailJson } from '../mail/message-json';
import { collection, expansions, type Json, pageOf, pick, splitOutside } from '../odata';

const HEADERS = 'internetMessageHeaders';
const EVENT = 'microsoft.graph.eventMessage/event';

export function mailGiven(desk: Actions, call: Call, text: string): Mail {
  const id = idGiven(desk, call, text);
  const mail = desk.mail.in(desk.owner.id, desk.now).find((one) => itemHash(one.key) === id.item);
  // A mutable id names the item in its folder: moved, the item has another one.
  if (mail === undefined) throw notFound();
  if (!id.immutable && mailJson(desk, mail, call).id !== text) throw notFound();
  return mail;
}

/** The event of a meeting message as it stands now; what happens when it is gone differs from server to server. */
function eventOf(desk: Actions, notice: Notice, call: Call, options: Map<string, string>): unknown {
  const copy = copiesHere(desk).find((one) => one.story.meeting.id === notice.meeting);
  const whole = copy !== undefined && notice.date === null && copy.story.meeting.recurrence !== null;
  const one = copy === undefined || notice.date === null ? null : standing(copy, notice.date);
  if (copy === undefined || (!whole && one === null)) {
    if (desk.habits.goneEvent === 'error-500') {
      throw new Refusal(500, 'InternalServerError', 'Error while processing response.');
    }
    return desk.habits.goneEvent === 'null' ? null : {};
  }
  const json =
    one === null ? masterJson(desk.story, copy, call.manner) : eventJson(desk.story, one, call.manner);
  const select = options.get('select');
  return pick(json, select === undefined ? null : splitOutside(select, ','));
}

function selected(desk: Actions, json: Json, select: string[] | null): Json {
  // Graph leaves the headers out unless they are asked for.
  if (select === null) return Object.fromEntries(Object.entries(json).filter(([name]) => name !== HEADERS));
  const bare = select.filter((name) => DERIVED.includes(name));
  if (bare.length > 0 && desk.habits.derivedSelect === 'refused') {
    throw badRequest(`Could not find a property named '${bare[0]}' on type 'microsoft.graph.message'.`);
  }
  const kept =
    desk.habits.derivedSelect === 'honoured' ? select : select.filter((name) => !DERIVED.includes(name));
  return pick(json, kept);
}

function show(desk: Actions, mail: Mail, call: Call): Json {
  const expand = expansions(call.query);
  const event = expand.get(EVENT);
  const properties = expand.get('singleValueExtendedProperties');
  const extra: Json = {};
  if (event !== undefined && mail.notice !== null) {
    const at = `users('${desk.owner.objectId}')/messages('${mailId(mail, call.manner.immutable)}')`;
    extra['event@odata.context'] =
      `https://graph.microsoft.com/v1.0/$metadata#${at}/microsoft.graph.eventMessage/event/$entity`;
    extra.event = eventOf(desk, mail.notice, call, event);
  }
  if (properties !== undefined) {
    // Two ids joined by "or" were seen to give nothing at all, without an error.
    const wanted = [...(properties.get('filter') ?? '').matchAll(/id\s+eq\s+'([^']+)'/gi)].map(
      (match) => match[1],
    );
    const [only] = wanted;
    const found = propertiesOf(mail).filter(
      ({ id }) => wanted.length === 1 && normalId(id) === normalId(only ?? ''),
    );
    if (found.length > 0) extra.singleValueExtendedProperties = found;
  }
  return { ...selected(desk, mailJson(desk, mail, call), call.query.list('select')), ...extra };
}

/** Whether the request filters by a message class of meetings and this server does not find any so. */
function byMeetingClass({ habits }: Actions, { query }: Call): boolean {
  if (habits.classFilter === 'works' || !/IPM\.Schedule/i.test(query.text('filter') ?? '')) return false;
  if (habits.classFilter === 'finds-nothing') return true;
  throw badRequest('The filter expression is not supported.');
}

/** GET /me/messages (every folder, Deleted Items included) and /me/mailFolders/{folder}/messages. */
export function messages(desk: Actions, call: Call): Reply {
  const folder =
    call.parts[0]?.toLowerCase() === 'mailfolders' ? folderGiven(desk, call.parts[1] ?? '') : null;
  const keep = messageFilter(call.query.text('filter'), call.query.text('orderby'));
  const all = desk.mail
    .in(desk.owner.id, desk.now)
    .filter((mail) => folder === null || mail.folder === folder);
  const kept = byMeetingClass(desk, call) ? [] : keep(all);
  const page = pageOf(kept, call.query, call.manner.pageSize ?? 10);
  const items = page.items.map((mail) => show(desk, mail, call));
  const counted = call.query.text('count') === 'true' ? kept.length : null;
  return ok(
    collection(`users('${desk.owner.objectId}')/messages`, { items, nextLink: page.nextLink }, counted),
  );
}

export function message(desk: Actions, call: Call): Reply {
  const context = `https://graph.microsoft.com/v1.0/$metadata#users('${desk.owner.objectId}')/messages/$entity`;
  return ok({ '@odata.context': context, ...show(desk, mailGiven(desk, call, call.parts[1] ?? ''), call) });
}

const FOLDER_NAMES = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  deleteditems: 'Deleted Items',
  junkemail: 'Junk Email',
};

/** A folder by its well-known name or its id. */
function folderGiven(desk: Actions, text: string): Folder {
  const known = FOLDERS.find((name) => name === text.toLowerCase() || folderId(desk.owner.id, name) === text);
  if (known !== undefined) return known;
  throw readId(text) === null
    ? new Refusal(400, 'ErrorInvalidIdMalformed', 'Id is malformed.')
    : new Refusal(404, 'ErrorItemNotFound', 'The specified folder could not be found in the store.');
}

const folderJson = (desk: Actions, folder: Folder): Json => {
  const here = desk.mail.in(desk.owner.id, desk.now).filter((mail) => mail.folder === folder);
  return {
    id: folderId(desk.owner.id, folder),
    displayName: FOLDER_NAMES[folder],
    parentFolderId: folderId(desk.owner.id, 'msgfolderroot'),
    childFolderCount: 0,
    unreadItemCount: folder === 'inbox' ? here.length : 0,
    totalItemCount: here.length,
    isHidden: false,
  };
};

export function mailFolders(desk: Actions, call: Call): Reply {
  const items = FOLDERS.map((folder) => folderJson(desk, folder));
  return ok(collection(`users('${desk.owner.objectId}')/mailFolders`, pageOf(items, call.query, 10)));
}

export const mailFolder = (desk: Actions, call: Call): Reply =>
  ok(folderJson(desk, folderGiven(desk, call.parts[1] ?? '')));
