import { guid } from '../../telling';
import { noContent, ok, Refusal, type Reply } from '../answers';
import type { Actions, Call } from '../desk';
import type { FileShelf, ShelvedFile } from '../file-shelf';
import { collection, type Json, pageOf } from '../odata';
import { offsetTime } from '../wire-time';

/** What a simple upload may weigh. */
const LARGEST = 250 * 1024 * 1024;

/** Where OneDrive itself hands files out: without a token, to whoever has the address. */
export const DOWNLOADS = 'https://northwind-my.sharepoint.example';

const notThere = () => new Refusal(404, 'itemNotFound', 'The resource could not be found.');

function fileJson(file: ShelvedFile): Json {
  const id = guid(`file ${file.name}`);
  return {
    id,
    name: file.name,
    eTag: `"{${id}},${file.version}"`,
    cTag: `"c:{${id}},${file.version}"`,
    size: file.bytes.length,
    createdDateTime: offsetTime(file.createdAt),
    lastModifiedDateTime: offsetTime(file.changedAt),
    webUrl: `https://northwind-my.sharepoint.example/Apps/Loopkeeper/${encodeURIComponent(file.name)}`,
    '@microsoft.graph.downloadUrl': `${DOWNLOADS}/_layouts/15/download.aspx?UniqueId=${id}&tempauth=v1`,
    file: { mimeType: 'application/octet-stream' },
  };
}

/**
 * An address that needs no token. A browser that sends one all the same asks first whether it may (CORS), and is
 * refused: then fetch itself fails.
 */
export function download(files: FileShelf, url: URL, headers: Headers): Reply {
  if (headers.has('authorization')) throw new TypeError('Failed to fetch');
  const wanted = url.searchParams.get('UniqueId');
  const found = [...files.values()].find((file) => guid(`file ${file.name}`) === wanted);
  if (found === undefined) return { code: 404, text: { kind: 'text/html', content: '<html></html>' } };
  return { code: 200, text: { kind: 'application/octet-stream', content: found.bytes } };
}

/** GET /me/drive/special/approot: made on first sight. */
export function appRoot(desk: Actions): Reply {
  if (desk.habits.appFolder === 'no-drive') throw notThere();
  desk.habits.appFolder = 'there';
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#users('${desk.owner.objectId}')/drive/special/$entity`,
    id: guid(`approot ${desk.owner.id}`),
    name: 'Loopkeeper',
    createdDateTime: offsetTime(desk.now),
    lastModifiedDateTime: offsetTime(desk.now),
    webUrl: 'https://northwind-my.sharepoint.example/Apps/Loopkeeper',
    size: [...desk.files.values()].reduce((sum, file) => sum + file.bytes.length, 0),
    folder: { childCount: desk.files.size },
    specialFolder: { name: 'approot' },
  });
}

export function appRootChildren(desk: Actions, call: Call): Reply {
  if (desk.habits.appFolder !== 'there') throw notThere();
  return ok(
    collection(
      `users('${desk.owner.objectId}')/drive/special('approot')/children`,
      pageOf([...desk.files.values()].map(fileJson), call.query, 200),
    ),
  );
}

/** A path such as `approot:/ledger.jsonl:/content`: the file's name, and whether its content is meant. */
export function filePath(text: string): { name: string; content: boolean } | null {
  const [, name, rest] = /^approot:\/([^:]+):?(\/content)?$/.exec(text) ?? [];
  return name === undefined ? null : { name, content: rest !== undefined };
}

export function appFile(desk: Actions, call: Call): Reply {
  const path = filePath(call.parts.slice(2).join('/'));
  if (path === null) throw notThere();
  const known = desk.files.get(path.name);
  if (call.method === 'PUT' && path.content) return put(desk, call, path.name, known);
  if (known === undefined) throw notThere();
  if (call.method === 'DELETE') {
    desk.files.delete(path.name);
    return noContent();
  }
  if (call.method !== 'GET') throw new Refusal(405, 'invalidRequest', 'Unsupported method.');
  if (!path.content) return ok(fileJson(known));
  return { code: 302, headers: { Location: String(fileJson(known)['@microsoft.graph.downloadUrl']) } };
}

function put(desk: Actions, call: Call, name: string, known: ShelvedFile | undefined): Reply {
  if (call.bytes.length > LARGEST) throw new Refusal(413, 'invalidRequest', 'The content is too large.');
  const match = call.headers.get('if-match');
  if (
    desk.habits.ifMatchOnPut === 'checked' &&
    match !== null &&
    known !== undefined &&
    match !== fileJson(known).eTag
  ) {
    throw new Refusal(412, 'notAllowed', "ETag does not match current item's value");
  }
  const file: ShelvedFile = {
    name,
    bytes: call.bytes,
    createdAt: known?.createdAt ?? desk.now,
    changedAt: desk.now,
    version: (known?.version ?? 0) + 1,
  };
  desk.files.set(name, file);
  return { code: known === undefined ? 201 : 200, body: fileJson(file) };
}
