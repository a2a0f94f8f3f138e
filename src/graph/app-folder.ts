import { Trouble } from '../domain/trouble';
import type { GraphClient, Outside } from './client/client';
import { refusalOf, unreadable } from './client/errors';
import { countOf, fieldsOf, textOf } from './client/json';
import { readAll } from './client/paging';
import { CALLS, type GraphCall } from './client/permissions';

/** A file of the add-in's own folder. `tag` changes with what is in it. */
export interface FolderFile {
  readonly name: string;
  readonly tag: string;
  readonly size: number;
  /** Hands its content out to whoever has it, for an hour. */
  readonly address: string | null;
}

/** `gone`: it is not there any more, or its address is too old; the next list knows more. */
export type FolderText = { readonly text: string } | 'gone' | 'too-large';

/** A file that somebody is at just now: 409 `resourceModified`, 412 `notAllowed`, 423 `resourceLocked`. */
const AT_WORK: readonly number[] = [409, 412, 423];
const TRIES = 4;
const PAUSE = 500;
/** No download takes longer, in ms. */
const TIME_LIMIT = 60_000;

/** Bytes of the beginning of a file: its first line is a fifth of that. */
const BEGINNING = 1_024;

type FolderOutside = Pick<Outside, 'fetch' | 'wait' | 'gate'>;

/**
 * The folder of this add-in in the owner's OneDrive. Nothing here compares before it writes: `If-Match` is not
 * documented for content, and servers answer it in several ways, also where nobody sent it.
 */
export function createAppFolder(client: GraphClient, outside: FolderOutside) {
  const pathOf = (call: GraphCall, name: string) => call.path.replace('{file}', encodeURIComponent(name));

  /** A folder that was never looked at is not listed: looking at it makes it. */
  const children = async (signal?: AbortSignal): Promise<readonly unknown[]> => {
    const ask = { call: CALLS.appFolder, signal };
    try {
      return await readAll(client, ask);
    } catch (thrown) {
      if (refusalOf(thrown)?.http !== 404) throw thrown;
      await client({ call: CALLS.appRoot, signal });
      return readAll(client, ask);
    }
  };

  const patiently = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (thrown) {
        const http = refusalOf(thrown)?.http ?? 0;
        if (!AT_WORK.includes(http)) throw troubleHere(thrown);
        if (tries >= TRIES) throw new Trouble('busy', 'the OneDrive folder', { cause: thrown });
        await outside.wait(PAUSE * 2 ** tries);
      }
    }
  };

  return {
    list: async (signal?: AbortSignal): Promise<readonly FolderFile[]> =>
      (await children(signal).catch((thrown: unknown) => Promise.reject(troubleHere(thrown)))).flatMap(
        fileOf,
      ),

    /** Its content, of which no more than `most` bytes are taken in: a listing says what somebody wants it to say. */
    read: async (file: FolderFile, most: number, signal?: AbortSignal): Promise<FolderText> => {
      if (file.size > most) return 'too-large';
      return file.address === null ? 'gone' : download(outside, file.address, most, signal);
    },

    /** How it begins; null where it cannot be had. */
    begin: async (file: FolderFile, signal?: AbortSignal): Promise<string | null> => {
      const got =
        file.address === null ? 'gone' : await download(outside, file.address, BEGINNING, signal, true);
      return typeof got === 'string' ? null : got.text;
    },

    /** Makes or replaces the file, whole. Gives its new tag. */
    write: (name: string, text: string): Promise<string> =>
      patiently(async () => {
        const made = await client({
          call: CALLS.writeFile,
          path: pathOf(CALLS.writeFile, name),
          body: text,
        });
        return tagOf(made) ?? '';
      }),

    /** A file that is not there any more is removed. */
    remove: (name: string): Promise<void> =>
      patiently(async () => {
        try {
          await client({
            call: CALLS.removeFile,
            path: pathOf(CALLS.removeFile, name),
            answers: false,
          });
        } catch (thrown) {
          if (refusalOf(thrown)?.http !== 404) throw thrown;
        }
      }),
  };
}

/** A cTag changes with the content only, an eTag with everything; personal drives have been seen without the one. */
const tagOf = (file: unknown): string | null =>
  textOf(fieldsOf(file)?.cTag) ?? textOf(fieldsOf(file)?.eTag) ?? null;

function fileOf(item: unknown): readonly FolderFile[] {
  const fields = fieldsOf(item);
  const name = textOf(fields?.name);
  if (fields === null || name === null || fieldsOf(fields.file) === null) return [];
  const address = textOf(fields['@microsoft.graph.downloadUrl']);
  return [
    {
      name,
      tag: tagOf(fields) ?? '',
      size: countOf(fields.size) ?? 0,
      address: address?.startsWith('https://') ? address : null,
    },
  ];
}

/** What these refusals mean here: no drive was ever set up (404), or it is full (507). */
function troubleHere(thrown: unknown): unknown {
  const http = refusalOf(thrown)?.http;
  if (http === 404) return new Trouble('no-drive', 'the OneDrive folder', { cause: thrown });
  if (http === 507 || http === 413)
    return new Trouble('drive-full', 'the OneDrive folder', { cause: thrown });
  return thrown;
}

/**
 * Content cannot be asked for through Graph from a browser: it leads on to another server, and a browser takes no
 * token there (CORS). The address from the listing needs none, and gets none.
 */
async function download(
  outside: FolderOutside,
  address: string,
  most: number,
  signal?: AbortSignal,
  isPart = false,
): Promise<FolderText> {
  const gate = outside.gate ?? ((work) => work());
  for (let tries = 1; ; tries += 1) {
    signal?.throwIfAborted();
    try {
      const answer = await gate(async () => {
        const limit = AbortSignal.timeout(TIME_LIMIT);
        const either = signal === undefined ? limit : AbortSignal.any([limit, signal]);
        const got = await outside.fetch(address, { credentials: 'omit', cache: 'no-store', signal: either });
        return { http: got.status, text: got.ok ? await textUpTo(most, got, isPart) : '' };
      });
      if (answer.http < 300) return answer.text === null ? 'too-large' : { text: answer.text };
      if ([401, 403, 404, 410].includes(answer.http)) return 'gone';
      if (tries >= TRIES) throw unreadable({ call: CALLS.appFolder }, `a file answered ${answer.http}`);
    } catch (cause) {
      if (cause instanceof Trouble || signal?.aborted === true) throw cause;
      if (tries >= TRIES) throw new Trouble('offline', 'a file in OneDrive', { cause });
    }
    await outside.wait(PAUSE * 2 ** tries);
  }
}

/** The text of an answer as it arrives. Longer than so many bytes it is null, or its beginning; nothing more is taken. */
async function textUpTo(most: number, { body }: Response, isPart: boolean): Promise<string | null> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let [text, taken] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    taken += value.length;
    text += decoder.decode(value, { stream: true });
    if (taken <= most) continue;
    await reader.cancel();
    return isPart ? text.slice(0, most) : null;
  }
}
